/** A Python SDK as the command makes it, in a folder of its own below the project's cache. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createProgram } from '../../../generator/cli/program.ts';
import { projectRoot } from '../../support/shared.ts';
import { quietTerminal } from '../../support/terminal.ts';

export interface PythonSdk {
  readonly folder: string;
  /** What is imported. */
  readonly name: string;
  readonly stop: () => void;
}

const cache = join(projectRoot, 'node_modules/.cache');

/** Throws with what the command said where nothing is made. */
export async function pythonSdk(input: {
  readonly spec?: string;
  readonly config?: string;
}): Promise<PythonSdk> {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'python-sdk-'));
  const terminal = quietTerminal(projectRoot);
  const code = await createProgram(terminal, new AbortController().signal).run([
    'generate',
    '--target',
    'python',
    ...(input.spec === undefined ? [] : ['--spec', input.spec]),
    ...(input.config === undefined ? [] : ['--config', input.config]),
    '--allow',
    'remote',
    '--allow',
    'outside',
    '--out',
    folder,
  ]);
  const stop = (): void => rmSync(folder, { recursive: true, force: true });
  if (!existsSync(join(folder, 'src'))) {
    stop();
    throw new Error(`exit ${code}: ${terminal.complained()}`);
  }
  return { folder, name: packageIn(folder), stop };
}

/** A copy of a folder that has an SDK already. */
export function copyOfSdk(from: string): PythonSdk {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'python-sdk-'));
  cpSync(from, folder, { recursive: true });
  return {
    folder,
    name: packageIn(folder),
    stop: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const packageIn = (folder: string): string =>
  readdirSync(join(folder, 'src')).find((one) => existsSync(join(folder, 'src', one, '_client.py'))) ?? '';

const exec = promisify(execFile);
const PYRIGHT = join(projectRoot, 'node_modules/pyright/index.js');

/** What pyright says in its strict mode, over the folders named; empty when nothing. */
export async function pyright(
  python: string,
  folder: string,
  include: readonly string[],
): Promise<readonly string[]> {
  const config = join(folder, 'pyrightconfig.json');
  const several = include.filter((path) => existsSync(join(folder, path, 'src')));
  const environments = several.map((root) => ({ root, extraPaths: [join(root, 'src')] }));
  const settings = {
    include,
    typeCheckingMode: 'strict',
    pythonVersion: '3.10',
    ...(several.length > 0 ? { executionEnvironments: environments } : { extraPaths: ['src'] }),
  };
  writeFileSync(config, JSON.stringify(settings));
  const lines = await said(process.execPath, [PYRIGHT, '--pythonpath', python, '-p', config], folder);
  rmSync(config);
  return lines.filter((one) => / - (?:error|warning)/.test(one));
}

/** Holds what mypy knows of the libraries, a folder for each worker: half of a run goes into reading them. */
const MYPY_CACHE = join(projectRoot, 'node_modules/.cache/mypy', process.env['VITEST_POOL_ID'] ?? '0');

/** What mypy says with `--strict`; empty when nothing. */
export async function mypy(
  python: string,
  folder: string,
  include: readonly string[],
): Promise<readonly string[]> {
  const lines = await said(
    python,
    ['-m', 'mypy', '--strict', '--python-version', '3.10', '--cache-dir', MYPY_CACHE, ...include],
    folder,
    { MYPYPATH: join(folder, 'src') },
  );
  return lines.filter((one) => / error: /.test(one));
}

/** Lines of a program's output, whether it fails or not. */
export async function said(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<readonly string[]> {
  const options = {
    cwd,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', ...env },
    maxBuffer: 1 << 26,
  };
  const { stdout, stderr } = await exec(command, [...args], options).catch(
    (error: unknown): { stdout: string; stderr: string } => {
      if (error instanceof Error && 'stdout' in error && 'stderr' in error)
        return { stdout: String(error.stdout), stderr: String(error.stderr) };
      throw error;
    },
  );
  return `${stdout}\n${stderr}`.split('\n').filter((one) => one.trim() !== '');
}

/** The same for programs whose failure is one of the test. */
export async function succeeds(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  try {
    const { stdout } = await exec(command, [...args], {
      cwd,
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', ...env },
      maxBuffer: 1 << 26,
    });
    return stdout;
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && 'stderr' in error)
      throw new Error(`${String(error.stdout)}\n${String(error.stderr)}`.trim(), { cause: error });
    throw error;
  }
}
