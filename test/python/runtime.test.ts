/** The runtime of Python SDKs, in a sample package: its own tests, and what judges of Python say of it. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RUNTIME, derivedModules } from './derived.ts';
import { pythonForTests } from './venv.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const CONFIG = join(ROOT, 'test/python/ruff.toml');
const python = pythonForTests();

test('the sync half is what the async half gives; npm run python:sync writes it', () => {
  for (const [name, text] of derivedModules(ROOT))
    expect(readFileSync(join(ROOT, RUNTIME, '_sync', name), 'utf8'), name).toBe(text);
});

describe.skipIf(python === undefined)('the runtime in a package', () => {
  let folder = '';

  beforeAll(() => {
    const cache = join(ROOT, 'node_modules/.cache');
    mkdirSync(cache, { recursive: true });
    folder = mkdtempSync(join(cache, 'python-sample-'));
    cpSync(join(ROOT, RUNTIME), join(folder, 'acme'), { recursive: true });
    cpSync(join(ROOT, 'test/python/sample/acme'), join(folder, 'acme'), { recursive: true });
    cpSync(join(ROOT, 'test/python/sample/usage.py'), join(folder, 'usage.py'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('its tests', { timeout: 300_000 }, async () => {
    // Of trio, about generators of httpx that nobody but httpx can close, and of test servers.
    const warnings = ['-W', 'error', '-W', 'ignore::ResourceWarning'];
    const args = [
      '-m',
      'pytest',
      '-q',
      '--no-header',
      '-p',
      'no:cacheprovider',
      ...warnings,
      'test/python/runtime',
    ];
    await run(String(python), args, { ACME_PACKAGE: folder, PYTHONDONTWRITEBYTECODE: '1' });
  });

  test('pyright, strict', async () => {
    const config = { include: ['acme', 'usage.py'], typeCheckingMode: 'strict', pythonVersion: '3.10' };
    writeFileSync(join(folder, 'pyrightconfig.json'), JSON.stringify(config));
    const pyright = join(ROOT, 'node_modules/pyright/index.js');
    await run(process.execPath, [pyright, '--pythonpath', String(python), '-p', folder]);
  });

  test('mypy, strict', async () => {
    const args = ['-m', 'mypy', '--strict', '--python-version', '3.10', '--cache-dir', join(folder, '.mypy')];
    await run(String(python), [...args, join(folder, 'acme'), join(folder, 'usage.py')], {
      MYPYPATH: folder,
    });
  });

  test('ruff: rules and layout', async () => {
    const places = [
      RUNTIME,
      'test/python/sample/acme',
      'test/python/sample/usage.py',
      'test/python/runtime',
      'test/python/smithery',
      'test/python/play.py',
    ];
    await run(String(python), ['-m', 'ruff', 'check', '--no-cache', '--config', CONFIG, ...places]);
    await run(String(python), [
      '-m',
      'ruff',
      'format',
      '--no-cache',
      '--diff',
      '--config',
      CONFIG,
      ...places,
    ]);
  });
});

async function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  try {
    await promisify(execFile)(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      maxBuffer: 2 ** 26,
    });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${stdout}\n${stderr}`.trim() || String(error));
  }
}
