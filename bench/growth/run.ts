/**
 * `npm run growth [-- COUNT…]`: time and memory against the number of schemas, beside two peers in the same
 * run.
 * Rewrites `results.md` when all sizes ran.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { makeDocument } from './document.ts';

interface Figures {
  readonly milliseconds: number;
  readonly megabytes: number;
}

const TOOLS = ['sdkwright', 'openapi-typescript', 'hey-api'];
const SIZES = [1_000, 3_000, 10_000, 30_000, 100_000];
const LIMIT_MS = Number(process.env['GROWTH_LIMIT_MS'] ?? 600_000);

const root = process.cwd();
const child = join(dirname(fileURLToPath(import.meta.url)), 'child.mjs');
const asked = process.argv
  .slice(2)
  .map(Number)
  .filter((count) => count > 0);
const sizes = asked.length > 0 ? asked : SIZES;
const folder = join(tmpdir(), 'sdkwright-growth');
mkdirSync(folder, { recursive: true });

const given = new Set<string>();
const measured = sizes.map((count) => {
  const file = join(folder, `things-${count}.json`);
  writeFileSync(file, JSON.stringify(makeDocument(count)));
  // What did not come to an end is not tried with more.
  const figures = TOOLS.map((tool) => (given.has(tool) ? undefined : measure(tool, file)));
  TOOLS.filter((_tool, index) => figures[index] === undefined).forEach((tool) => given.add(tool));
  const row = `| ${count} | ${(statSync(file).size / 1e6).toFixed(1)} | ${figures.map((one) => (one ? `${(one.milliseconds / 1000).toFixed(1)} s, ${one.megabytes} MB` : 'none')).join(' | ')} | ${figures
    .slice(1)
    .map((one) => ratio(figures[0], one))
    .join(' | ')} | ${figures[0] ? (figures[0].milliseconds / count).toFixed(2) : ''} |`;
  console.log(row);
  return { count, row, figures };
});

if (asked.length === 0) {
  writeFileSync(
    join(root, 'bench/growth/results.md'),
    `# Growth

Processor time and peak memory for a made document of so many schemas and a fifth as many operations (\`npm run growth\`
rewrites this table), in one run on one machine. Ours is a whole SDK in memory, unformatted: client, functions, docs and
tests. \`openapi-typescript\` makes types alone, \`hey-api\` types and functions. Ratios are ours to theirs, in time.
\`none\`: it failed or took longer than ${LIMIT_MS / 1000} s, here or with fewer.

| schemas | MB | sdkwright | openapi-typescript | hey-api | to openapi-typescript | to hey-api | ours, ms per schema |
|---|---|---|---|---|---|---|---|
${measured.map((one) => one.row).join('\n')}

${plot('Processor time', 's', (one) => one.milliseconds / 1000)}

${plot('Peak memory', 'MB', (one) => one.megabytes)}
`,
  );
}

/** A chart that GitHub draws: one line a tool, as far as it came. */
function plot(title: string, unit: string, value: (figures: Figures) => number): string {
  const lines = TOOLS.map((_tool, at) =>
    measured.flatMap(({ figures }) => (figures[at] ? [value(figures[at]).toFixed(1)] : [])).join(', '),
  );
  return [
    '```mermaid',
    'xychart-beta',
    `  title "${title}: ${TOOLS.join(', ')}"`,
    `  x-axis "schemas" [${sizes.join(', ')}]`,
    `  y-axis "${unit}"`,
    ...lines.filter((one) => one !== '').map((one) => `  line [${one}]`),
    '```',
  ].join('\n');
}

function measure(tool: string, file: string): Figures | undefined {
  try {
    const out = execFileSync(process.execPath, ['--max-old-space-size=12000', child, tool, file, root], {
      timeout: LIMIT_MS,
      maxBuffer: 50_000_000,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return JSON.parse(out.trim().split('\n').at(-1) ?? '') as Figures;
  } catch {
    return undefined;
  }
}

function ratio(ours: Figures | undefined, theirs: Figures | undefined): string {
  return ours && theirs ? (ours.milliseconds / theirs.milliseconds).toFixed(2) : '';
}
