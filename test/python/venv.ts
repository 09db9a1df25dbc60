/** Python for the tests: a virtual environment that is made once for each list of requirements. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { PythonTools } from '../oracle/judge/pyright.ts';

const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');
const CACHE = resolve(import.meta.dirname, '../../node_modules/.cache');
/** The first that is new enough is taken. */
const NAMES = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];
const CHECK = 'import sys, venv, ensurepip; print(sys.executable if sys.version_info >= (3, 10) else "")';

let found: string | undefined | null = null;

/**
 * The interpreter of an environment with the requirements; undefined, with a word about it, where there is no
 * Python ≥ 3.10 with venv and pip. In CI its absence is a failure.
 */
export function pythonForTests(): string | undefined {
  found ??= makeEnvironment();
  return found;
}

/** What the judge needs, as the tests have it: no program of a checkout that is judged. */
export const toolsOf = (python: string): PythonTools => ({
  pyright: [process.execPath, createRequire(import.meta.filename).resolve('pyright/index.js')],
  python,
  checkout: tmpdir(),
});

function makeEnvironment(): string | undefined {
  const python = findPython();
  if (python === undefined) {
    const message = 'There is no Python >= 3.10 with venv and pip, so the Python SDK is not tested';
    if (process.env['SDKWRIGHT_CI'] !== undefined) throw new Error(message);
    console.warn(message);
    return undefined;
  }
  const hash = createHash('sha256')
    .update(readFileSync(REQUIREMENTS))
    .update(python)
    .digest('hex')
    .slice(0, 12);
  const folder = join(CACHE, `python-${hash}`);
  const interpreter = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  if (existsSync(join(folder, 'ready'))) return interpreter;
  // Another worker may be at it.
  const lock = `${folder}.lock`;
  mkdirSync(CACHE, { recursive: true });
  const limit = Date.now() + 240_000;
  while (!takeLock(lock)) {
    if (Date.now() > limit) rmSync(lock, { recursive: true, force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    if (existsSync(join(folder, 'ready'))) return interpreter;
  }
  try {
    if (existsSync(join(folder, 'ready'))) return interpreter;
    rmSync(folder, { recursive: true, force: true });
    run(python, ['-m', 'venv', folder]);
    run(interpreter, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', REQUIREMENTS]);
    writeFileSync(join(folder, 'ready.new'), '');
    renameSync(join(folder, 'ready.new'), join(folder, 'ready'));
    return interpreter;
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function takeLock(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

function findPython(): string | undefined {
  for (const name of NAMES) {
    try {
      const path = execFileSync(name, ['-c', CHECK], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
      if (path !== '') return path;
    } catch {
      // Not installed, too old, or without venv.
    }
  }
  return undefined;
}

function run(command: string, args: readonly string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}
