/**
 * What users of generators ask for in public, in `wants.md`: each is tried as its user would, by commands and by
 * programs that use generated packages. The format is in README.md.
 */
import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goForTests } from '../go/go.ts';
import { pythonForTests } from '../python/venv.ts';
import { projectRoot } from '../support/shared.ts';
import { type Answer, answeringServer } from './answers.ts';
import { type Block, type Want, wantsIn } from './read.ts';

const run = promisify(execFile);
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const wants = wantsIn(readFileSync(join(import.meta.dirname, 'wants.md'), 'utf8'));
const python = pythonForTests();
const go = goForTests();

const folder = mkdtempSync(join(tmpdir(), 'wants-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (...path: readonly string[]): string => join(folder, ...path);
const put = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

/** The built program, as it is installed. */
async function sdkwright(cwd: string, args: readonly string[]): Promise<{ code: number; printed: string }> {
  const done = await run(process.execPath, [join(projectRoot, 'dist/cli/main.js'), ...args], { cwd }).catch(
    (error: { readonly code?: number; readonly stdout: string; readonly stderr: string }) => error,
  );
  return { code: ('code' in done ? done.code : 0) ?? 0, printed: `${done.stdout}\n${done.stderr}` };
}

const programsOf = (language: string): readonly { readonly want: Want; readonly block: Block }[] =>
  wants.flatMap((want) =>
    want.blocks
      .filter((block) => block.language === language && block.about === '')
      .map((block) => ({ want, block })),
  );

/** The packages of `sdkwright.yml`, and each program of the page where it can run. */
beforeAll(async () => {
  for (const name of ['openapi.yml', 'sdkwright.yml']) cpSync(join(import.meta.dirname, name), at(name));
  const made = await sdkwright(folder, ['generate', '--strict']);
  expect(made, made.printed).toMatchObject({ code: 0 });
  symlinkSync(join(projectRoot, 'node_modules'), at('node_modules'));
  await prepareTypescript();
  if (go !== undefined) await prepareGo(go);
});

async function prepareTypescript(): Promise<void> {
  for (const { want, block } of programsOf('ts')) put(at('sdk/wants', `${want.id}.ts`), block.text);
  const paths = { notes: ['./src/index.ts'], 'notes/*': ['./src/*'] };
  put(
    at('sdk/tsconfig.wants.json'),
    JSON.stringify({
      extends: './tsconfig.json',
      compilerOptions: {
        module: 'esnext',
        moduleResolution: 'bundler',
        types: ['node'],
        skipLibCheck: true,
        paths,
      },
      include: ['wants'],
    }),
  );
  const failed = await run(process.execPath, [compiler, '--noEmit', '-p', 'tsconfig.wants.json'], {
    cwd: at('sdk'),
  }).catch((error: { readonly stdout?: string }) => error);
  expect(failed.stdout).toBe('');
  await build({
    entryPoints: programsOf('ts').map(({ want }) => at('sdk/wants', `${want.id}.ts`)),
    outdir: at('programs'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
    tsconfig: at('sdk/tsconfig.wants.json'),
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
}

async function prepareGo(compile: string): Promise<void> {
  for (const { want, block } of programsOf('go')) put(at('sdk-go/wants', want.id, 'main.go'), block.text);
  mkdirSync(at('sdk-go/bin'));
  await run(compile, ['build', '-o', 'bin/', './wants/...'], { cwd: at('sdk-go') });
}

/** How a program of each language runs; undefined where the machine has no such language. */
const RUNNERS: Readonly<
  Record<string, (want: Want, block: Block) => readonly [string, ...string[]] | undefined>
> = {
  ts: (want) => [process.execPath, at('programs', `${want.id}.mjs`)],
  py: (want, block) => {
    if (python === undefined) return undefined;
    put(at('programs', `${want.id}.py`), block.text);
    return [python, at('programs', `${want.id}.py`)];
  },
  go: (want) => (go === undefined ? undefined : [at('sdk-go/bin', want.id)]),
};

async function play(want: Want, block: Block, expected: readonly Block[]): Promise<void> {
  const command = RUNNERS[block.language]?.(want, block);
  if (command === undefined) return;
  const answers = expected.find((one) => one.about === 'answers');
  const server = await answeringServer(answers ? (JSON.parse(answers.text) as readonly Answer[]) : []);
  try {
    const { stdout } = await run(command[0], command.slice(1), {
      env: {
        ...process.env,
        NOTES_BASE_URL: server.url,
        NOTES_TOKEN: 'secret',
        NO_PROXY: '127.0.0.1',
        PYTHONPATH: at('sdk-python/src'),
        PYTHONDONTWRITEBYTECODE: '1',
      },
    });
    expect(stdout).toBe(expected.find((one) => one.about === 'prints')?.text ?? '');
    const sent = expected.find((one) => one.language === 'http');
    if (sent) expect(server.sent(sent.text)).toBe(sent.text);
  } finally {
    await server.stop();
  }
}

async function command(want: Want, block: Block, expected: readonly Block[]): Promise<void> {
  const own = block.about === 'shared' ? folder : at('own', want.id);
  mkdirSync(own, { recursive: true });
  for (const name of ['openapi.yml', 'sdkwright.yml'])
    if (!existsSync(join(own, name))) cpSync(at(name), join(own, name));
  for (const file of want.blocks.filter((one) => /^[\w./-]+\.\w+$/.test(one.about)))
    put(join(own, file.about), file.text);
  let printed = '';
  for (const line of block.text.trim().split('\n')) {
    const [, words = '', exit = '0'] = /^sdkwright (.*?)(?: # exit (\d))?$/.exec(line) ?? [];
    const done = await sdkwright(
      own,
      words.match(/'[^']*'|\S+/g)?.map((word) => word.replaceAll("'", '')) ?? [],
    );
    expect([line, done.code, done.code === Number(exit) ? '' : done.printed]).toEqual([
      line,
      Number(exit),
      '',
    ]);
    printed += done.printed;
  }
  const output = expected.find((one) => one.about === 'says');
  for (const line of output?.text.trimEnd().split('\n') ?? []) expect(printed).toContain(line.trim());
  look(own, expected);
}

/** Each line of the block is in that file, or in none of it. */
function look(root: string, blocks: readonly Block[]): void {
  for (const { about, text } of blocks) {
    const [, not, path, ours] = /^(not )?in (\S+)( of the project)?$/.exec(about) ?? [];
    if (path === undefined) continue;
    const file = ours === undefined ? join(root, path) : join(projectRoot, `${path}.md`);
    const content = existsSync(file) ? readFileSync(file, 'utf8') : `(no file ${path})`;
    const wrong = text
      .trimEnd()
      .split('\n')
      .filter((line) => content.includes(line.trim()) === (not !== undefined));
    expect({ path, [not === undefined ? 'absent' : 'present']: wrong }).toEqual({
      path,
      [not === undefined ? 'absent' : 'present']: [],
    });
  }
}

describe('what users of generators ask for', () => {
  it('has a number of them, each with something to try, and none twice', () => {
    expect(wants.length).toBeGreaterThanOrEqual(43);
    expect(new Set(wants.map((want) => want.id)).size).toBe(wants.length);
    const idle = wants.filter(
      ({ blocks }) =>
        !blocks.some((one) => one.language in RUNNERS || one.language === 'sh' || one.about.includes('in ')),
    );
    expect(idle.map((want) => want.title)).toEqual([]);
  });

  it.each(wants.map((want) => [want.title, want] as const))('%s', async (_title, want) => {
    let isLooked = false;
    for (const [index, block] of want.blocks.entries()) {
      const later = want.blocks.slice(index + 1);
      const next = later.findIndex(
        (one) => one.language === 'sh' || (one.language in RUNNERS && one.about === ''),
      );
      const expected = later.slice(0, next < 0 ? undefined : next);
      if (block.language === 'sh') {
        await command(want, block, expected);
        isLooked = true;
      } else if (block.language in RUNNERS && block.about === '') await play(want, block, expected);
    }
    if (!isLooked) look(folder, want.blocks);
  });
});
