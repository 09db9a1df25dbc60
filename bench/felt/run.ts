/**
 * `npm run bench:felt [-- RUNS]`: what an SDK costs whoever writes a program of thirty lines with it, beside
 * the published packages of the same APIs and what other generators make. Replaces the tables in
 * `bench/README.md`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Contestant, TYPESCRIPT, contestants } from './contestants.ts';
import { type Waits, editorWaits } from './editor.ts';

const DOCUMENTS = [
  ['OpenAI', 'openai', 'dev/files/openai.openai-node--api_reference-openapi.transformed@2026-08-21.yaml'],
  ['Stripe', 'stripe', 'dev/files/stripe.openapi--openapi-spec3@2023-09-12.yaml'],
] as const;

const root = process.cwd();
const runs = Number(process.argv[2] ?? 3);
const archive = join(process.env['SDKWRIGHT_SHARED'] ?? resolve(root, '../shared'), 'corpus/dev.tar.xz');
if (!existsSync(archive)) throw new Error('needs the documents (SDKWRIGHT_SHARED)');
if (!existsSync(join(root, 'dist/cli/main.js'))) throw new Error('needs `npm run build` first');
const work = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'sdkwright-felt-'));
const cache = join(root, 'node_modules/.cache/bench-peers');
mkdirSync(cache, { recursive: true });

interface Check {
  readonly seconds: number;
  readonly mebibytes: number;
  readonly instantiations: number;
  readonly types: number;
}

interface Felt {
  readonly checks: Check[];
  readonly imports: number[];
  readonly waits: Waits[];
}

const lines: string[] = [];
const say = (line: string): void => {
  lines.push(line);
  console.log(line);
};

try {
  execFileSync('tar', ['-xJf', archive, '-C', work, ...DOCUMENTS.map(([, , path]) => path)]);
  say(
    `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, TypeScript 5.9.3, ${cpus().length} processors (${cpus()[0]?.model.trim() ?? '?'}), the least of ${runs} interleaved runs, ratios to sdkwright in brackets.\n`,
  );
  for (const [title, api, path] of DOCUMENTS)
    await compareAll(title, contestants(api, join(work, path), { root, work, cache }));
} finally {
  rmSync(work, { recursive: true, force: true });
}
record(lines.join('\n'));

async function compareAll(title: string, all: readonly Contestant[]): Promise<void> {
  const felt = new Map<Contestant, Felt>(all.map((one) => [one, { checks: [], imports: [], waits: [] }]));
  for (let turn = 0; turn < runs; turn++)
    for (const [one, { checks, imports, waits }] of felt) {
      const check = typeCheck(one);
      if (check === undefined) {
        felt.delete(one);
        continue;
      }
      checks.push(check);
      for (let again = 0; again < 3; again++) imports.push(coldImport(one));
      waits.push(await editorWaits(one));
    }
  say(
    `**${title}**\n\n| | check s | peak MiB | instantiations | types | import ms | first list ms | next list ms | entries |\n|---|---|---|---|---|---|---|---|---|`,
  );
  const rows = [...felt].map(([{ name }, { checks, imports, waits }]) => ({
    name,
    figures: [
      least(checks.map((one) => one.seconds)),
      least(checks.map((one) => one.mebibytes)),
      least(checks.map((one) => one.instantiations)),
      least(checks.map((one) => one.types)),
      least(imports),
      least(waits.map((one) => one.first)),
      least(waits.map((one) => one.again)),
    ],
    entries: waits[0]?.entries ?? 0,
  }));
  const base = rows[0]?.figures ?? [];
  for (const { name, figures, entries } of rows) {
    const cells = figures.map((figure, index) => {
      const shown = index === 0 ? figure.toFixed(2) : Math.round(figure).toLocaleString('en');
      return figures === base ? shown : `${shown} (${(figure / (base[index] ?? NaN)).toFixed(2)})`;
    });
    say(`| ${name} | ${cells.join(' | ')} | ${entries} |`);
  }
  say('');
}

function least(values: readonly number[]): number {
  return Math.min(...values);
}

/** Undefined when the program has a fault, which is printed. */
function typeCheck({ name, folder }: Contestant): Check | undefined {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(TYPESCRIPT, 'tsc.js'), '-p', '.', '--extendedDiagnostics'],
    { cwd: folder, encoding: 'utf8' },
  );
  if (status !== 0) {
    console.log(`${name} is left out: ${stdout.split('\n').slice(0, 4).join(' | ')}`);
    return undefined;
  }
  const figure = (label: string): number =>
    Number(new RegExp(`^${label}:\\s+([\\d.]+)`, 'm').exec(stdout)?.[1] ?? NaN);
  return {
    seconds: figure('Total time'),
    mebibytes: figure('Memory used') / 1024,
    instantiations: figure('Instantiations'),
    types: figure('Types'),
  };
}

function coldImport({ entry, folder }: Contestant): number {
  const probe = `const t = performance.now(); await import(${JSON.stringify(entry)}); console.log(performance.now() - t)`;
  return Number(
    execFileSync(process.execPath, ['--input-type=module', '-e', probe], { cwd: folder, encoding: 'utf8' }),
  );
}

/** Between the marks of the README. */
function record(text: string): void {
  const file = join(root, 'bench/README.md');
  const readme = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    readme.replace(
      /(<!-- felt -->\n)[\s\S]*(<!-- end of felt -->)/,
      (_all, open: string, close: string) => `${open}\n${text}\n${close}`,
    ),
  );
}
