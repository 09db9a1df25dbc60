/**
 * `npm run bench [-- RUNS [PART]]` (documents whose name contains PART): our command against other generators
 * on a small and two large documents, and what the output costs.
 * The tables replace those in `bench/README.md`.
 */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { type Command, type Figures, compare, measure, median } from './measure.ts';
import { buildSdk, bundleSize, typeCheck } from './output.ts';
import { PEERS, installPeer } from './peers.ts';

const root = process.cwd();
const shared = process.env['SDKWRIGHT_SHARED'] ?? resolve(root, '../shared');
const runs = Number(process.argv[2] ?? 3);
const part = process.argv[3] ?? '';
const cache = join(root, 'node_modules/.cache/bench-peers');
// In memory where the system has a place for that: what a disk takes to make a thousand files says nothing
// about a generator.
const work = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'sdkwright-bench-'));
const cli = join(root, 'dist/cli/main.js');

interface Input {
  readonly name: string;
  readonly file: string;
}

interface Row {
  readonly name: string;
  readonly figures: Figures;
}

const lines: string[] = [];
const say = (line: string): void => {
  lines.push(line);
  console.log(line);
};

if (!existsSync('/usr/bin/time') || !existsSync(cli))
  throw new Error('needs GNU time, and `npm run build` first');
say(
  `Node ${process.version}, ${cpus().length} processors (${cpus()[0]?.model.trim() ?? '?'}), ${Math.round(totalmem() / 2 ** 30)} GiB, medians of ${runs} interleaved runs, CPU is user + system seconds of the whole process.\n`,
);
const bins = PEERS.flatMap((peer) => {
  const bin = installPeer(cache, peer);
  return bin === undefined ? [] : [{ peer, bin }];
});
for (const input of inputs()) if (input.name.includes(part)) generation(input);
await output();
rmSync(work, { recursive: true, force: true });
if (part === '') record(lines.join('\n'));

function inputs(): readonly Input[] {
  // A config in the folder of the runs reads documents of that folder only.
  copyFileSync(join(root, 'specs/bookshop/openapi.yml'), join(work, 'bookshop.yml'));
  const small = { name: 'Bookshop (31 methods)', file: join(work, 'bookshop.yml') };
  const archive = join(shared, 'corpus/dev.tar.xz');
  if (!existsSync(archive)) {
    say('The large documents are not here (`SDKWRIGHT_SHARED`), so only the small one is measured.\n');
    return [small];
  }
  const members = [
    ['Stripe (2023-09-12)', 'dev/files/stripe.openapi--openapi-spec3@2023-09-12.yaml'],
    ['GitHub', 'dev/files/oad--github.com.api.github.com.json'],
  ] as const;
  execFileSync('tar', ['-xJf', archive, '-C', work, ...members.map(([, path]) => path)]);
  return [small, ...members.map(([name, path]) => ({ name, file: join(work, path) }))];
}

function generation({ name, file }: Input): void {
  const fresh = (label: string): string => join(work, 'out', label.replace(/\W+/g, '-'));
  const ours = (label: string, settings: string): Command => {
    const config = join(work, `${label.replace(/\W+/g, '-')}.yml`);
    const out = fresh(label);
    writeFileSync(config, `spec: ${JSON.stringify(file)}\n${settings}`);
    return {
      name: label,
      args: [cli, 'generate', '--quiet', '--config', config, '--out', out],
      cwd: work,
      before: () => rmSync(out, { recursive: true, force: true }),
    };
  };
  const theirs = (isFormatted: boolean, names: readonly string[]): readonly Command[] =>
    bins
      .filter(({ peer }) => names.includes(peer.name))
      .map(({ peer, bin }) => {
        const label = `${peer.name}${isFormatted ? ' with prettier' : ''}`;
        const out = fresh(label);
        return {
          name: label,
          cwd: join(bin, '..'),
          args: peer.command({ bin, input: file, out, isFormatted }).args,
          before: () => {
            const { config } = peer.command({ bin, input: file, out, isFormatted });
            if (config) writeFileSync(config.path, config.text);
            rmSync(out, { recursive: true, force: true });
            mkdirSync(out, { recursive: true });
          },
        };
      });
  const made = compare(
    [
      ours('sdkwright, client alone', 'format: false\ndocs: false\nfunctions: false\ntests: false\n'),
      ours('sdkwright, code and tests', 'format: false\ndocs: false\n'),
      ours('sdkwright, all', 'format: false\n'),
      ...theirs(
        false,
        bins.map(({ peer }) => peer.name),
      ),
      ours('sdkwright, client alone, formatted', 'docs: false\nfunctions: false\ntests: false\n'),
      ours('sdkwright, code and tests, formatted', 'docs: false\n'),
      ours('sdkwright, all, formatted', ''),
      ...theirs(true, ['hey-api']),
    ],
    runs,
  );
  const rows: readonly Row[] = [...made].map(([label, figures]) => ({ name: label, figures }));
  const base = made.get('sdkwright, client alone');
  say(
    `**${name}, ${Math.round(statSync(file).size / 1000)} kB**\n\n| | CPU s | wall s | peak MiB | CPU ÷ ours (client alone) | files | kB |\n|---|---|---|---|---|---|---|`,
  );
  for (const { name: label, figures } of rows) {
    const { files, bytes } = sizeOf(fresh(label));
    say(
      `| ${label} | ${figures.cpu.toFixed(2)} | ${figures.wall.toFixed(2)} | ${figures.mebibytes.toFixed(0)} | ${base ? (figures.cpu / base.cpu).toFixed(2) : '–'} | ${files} | ${Math.round(bytes / 1000)} |`,
    );
  }
  const checks = rows
    .filter(
      (one) =>
        !one.name.includes('ormatted') &&
        !one.name.includes(', all') &&
        !one.name.includes('alone') &&
        !one.name.includes('prettier') &&
        one.name !== 'Kubb' &&
        one.name !== 'orval',
    )
    .map((one) => typeCheck(one.name, fresh(one.name), one.name.startsWith('sdkwright') ? 'src' : '.'));
  const checked = compare(checks, 1);
  say(
    `\nType check of the output: ${[...checked].map(([label, figures]) => `${label} ${figures.cpu.toFixed(1)} s / ${figures.mebibytes.toFixed(0)} MiB`).join('; ')}.\n`,
  );
}

async function output(): Promise<void> {
  const sdk = join(work, 'smithery');
  const args = [
    cli,
    'generate',
    '--quiet',
    '--config',
    join(root, 'specs/smithery/sdkwright.yml'),
    '--out',
    sdk,
  ];
  measure({ name: 'first run', args, cwd: root });
  const again = Array.from({ length: Math.max(5, runs) }, () =>
    measure({ name: 'second run', args, cwd: root }),
  ).flatMap((one) => one ?? []);
  say('**Smithery (52 methods)**\n\n| | |\n|---|---|');
  say(
    `| unchanged second run | ${median(again.map((one) => one.wall)).toFixed(2)} s wall, ${median(again.map((one) => one.cpu)).toFixed(2)} s CPU, ${median(again.map((one) => one.mebibytes)).toFixed(0)} MiB |`,
  );
  const kib = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KiB min+gzip`;
  say(
    `| bundle: core and one function | ${kib(await bundleSize(sdk, "export { SmitheryCore } from './core.ts'; export { serversGet } from './funcs/servers-get.ts';"))} |`,
  );
  say(
    `| bundle: core and one function that lists, pages included | ${kib(await bundleSize(sdk, "export { SmitheryCore } from './core.ts'; export { serversList } from './funcs/servers-list.ts';"))} |`,
  );
  say(`| bundle: client | ${kib(await bundleSize(sdk, "export { default } from './index.ts';"))} |`);
  const entry = buildSdk(sdk);
  const probe = `const t = performance.now(); await import(${JSON.stringify(entry)}); console.log(performance.now() - t)`;
  const imports = Array.from({ length: 9 }, () =>
    Number(execFileSync(process.execPath, ['--input-type=module', '-e', probe], { encoding: 'utf8' })),
  );
  say(`| cold import of the client (ESM) | ${median(imports).toFixed(0)} ms |`);
}

function sizeOf(folder: string): { readonly files: number; readonly bytes: number } {
  const all = existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
        (one) => one.isFile() && !one.parentPath.includes('.sdkwright'),
      )
    : [];
  return {
    files: all.length,
    bytes: all.reduce((sum, one) => sum + statSync(join(one.parentPath, one.name)).size, 0),
  };
}

/** Between the marks of the README. */
function record(text: string): void {
  const file = join(root, 'bench/README.md');
  const readme = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    readme.replace(
      /(<!-- results -->\n)[\s\S]*(<!-- end of results -->)/,
      (_all, open: string, close: string) => `${open}\n${text}\n\n${close}`,
    ),
  );
}
