/**
 * One program for each feature, as a user writes it: held against pyright and mypy in their strict modes, and
 * played against a server that stands for the API. What it prints stands at its end.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../support/shared.ts';
import { type PythonSdk, mypy, pyright, pythonSdk, succeeds } from './support/generate.ts';
import { programsServer } from './support/programs-server.ts';
import { pythonForTests } from './venv.ts';

const python = pythonForTests() ?? '';
const from = join(projectRoot, 'test/python/programs');
const programs = readdirSync(from).filter((one) => one.endsWith('.py'));
const textOf = (name: string): string => readFileSync(join(from, name), 'utf8');

test('each is short enough to be read, and known to the page', () => {
  const page = readFileSync(join(projectRoot, 'docs/python.md'), 'utf8');
  for (const name of programs) {
    const lines = textOf(name).split('\n# Prints:\n')[0]?.split('\n') ?? [];
    expect([name, lines.filter((line) => line.trim() !== '').length <= 50]).toEqual([name, true]);
    expect(page).toContain(`(../test/python/programs/${name})`);
  }
});

describe.skipIf(python === '')('programs', () => {
  let folder = '';
  let bookshop: PythonSdk;
  beforeAll(async () => {
    bookshop = await pythonSdk({ config: join(projectRoot, 'specs/bookshop/sdkwright.yml') });
    const cache = join(projectRoot, 'node_modules/.cache');
    mkdirSync(cache, { recursive: true });
    folder = mkdtempSync(join(cache, 'python-programs-'));
    cpSync(join(projectRoot, 'generated/smithery-python/src'), join(folder, 'src'), { recursive: true });
    cpSync(join(bookshop.folder, 'src'), join(folder, 'src'), { recursive: true });
    cpSync(from, join(folder, 'programs'), { recursive: true });
  });
  afterAll(() => {
    bookshop?.stop();
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  });

  test('pyright and mypy, strict', async () => {
    expect(await pyright(python, folder, ['programs'])).toEqual([]);
    expect(
      await mypy(
        python,
        folder,
        programs.map((name) => `programs/${name}`),
      ),
    ).toEqual([]);
  });

  test('ruff: rules and layout', async () => {
    const config = ['--config', join(projectRoot, 'generated/smithery-python/pyproject.toml'), '--no-cache'];
    await succeeds(python, ['-m', 'ruff', 'format', ...config, '--check', 'programs'], folder);
    await succeeds(python, ['-m', 'ruff', 'check', ...config, '--ignore', 'T20,I', 'programs'], folder);
  });

  test.each(programs)('%s prints what it says', async (name) => {
    const server = await programsServer();
    try {
      const said = await succeeds(
        python,
        [
          '-W',
          'error',
          join(projectRoot, 'test/python/play_program.py'),
          String(server.port),
          join('programs', name),
        ],
        folder,
        { PYTHONPATH: join(folder, 'src'), SMITHERY_API_KEY: 'key', BOOKSHOP_API_KEY: '', NO_COLOR: '1' },
      );
      expect(server.unknown).toEqual([]);
      const [, told = ''] = textOf(name).split('\n# Prints:\n');
      expect(said.trimEnd()).toBe(told.trimEnd().replace(/^# ?/gm, ''));
    } finally {
      await server.stop();
    }
  });
});
