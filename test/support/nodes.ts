/**
 * The versions of Node.js that the project promises to run in, as packages of `test/nodes`, which hold the
 * binaries themselves.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { projectRoot } from './shared.ts';

const exec = promisify(execFile);

export const NODE_VERSIONS = [20, 22, 24] as const;
export type NodeVersion = (typeof NODE_VERSIONS)[number];

const folder = join(projectRoot, 'test/nodes');
const system = process.platform === 'win32' ? 'win' : process.platform;
const binary = (version: NodeVersion): string =>
  join(
    folder,
    'node_modules',
    `node${version}-${system}-${process.arch}`,
    system === 'win' ? 'bin/node.exe' : 'bin/node',
  );

/** The binary of a version; the first test file that asks installs all of them from the lock file. */
export async function nodeOf(version: NodeVersion): Promise<string> {
  const isThere = (): boolean => NODE_VERSIONS.every((one) => existsSync(binary(one)));
  const lock = join(folder, 'node_modules.lock');
  for (let attempt = 0; !isThere(); attempt++) {
    if (attempt > 1200)
      throw new Error(
        `No Node ${version} for ${system}-${process.arch} in test/nodes; if no test runs, remove ${lock}.`,
      );
    if (isTaken(lock)) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      continue;
    }
    try {
      await exec('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder });
      if (!isThere())
        throw new Error(`test/nodes/package.json names no Node ${version} for ${system}-${process.arch}.`);
    } finally {
      rmSync(lock, { recursive: true });
    }
  }
  return binary(version);
}

function isTaken(lock: string): boolean {
  try {
    mkdirSync(lock);
    return false;
  } catch {
    return true;
  }
}

/** The environment in which `node` is that one, for programs that look it up by name. */
export const environmentOf = (node: string): NodeJS.ProcessEnv => ({
  ...process.env,
  NO_COLOR: '1',
  PATH: `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env['PATH'] ?? ''}`,
});
