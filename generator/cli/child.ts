/**
 * The only way to another program; `test/architecture` holds every other file to that. A checkout may be
 * anybody's: no program of it is run, and git runs none for it.
 */
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import process from 'node:process';
import { isWithin, projectRoot } from '../lib/boundary.ts';

export interface Ended {
  /** Undefined: a signal ended it, or it never began. */
  readonly code: number | undefined;
  readonly out: Buffer;
  /** The end of what it wrote to its standard error. */
  readonly err: string;
  /** As a sentence: `it ended with 1`, or why it did not begin. */
  readonly end: string;
}

export interface ProgramOptions {
  /** Folder that it runs in; for whatever reads settings from there (npm, pip), an empty one. */
  readonly folder: string;
  /** Folder of the checkout: no program is taken from its project. */
  readonly checkout: string;
  readonly seconds?: number;
}

/** A program of the system by its name, or by an absolute path. Never through a shell but for Windows' npm. */
export async function runProgram(
  name: string,
  args: readonly string[],
  { folder, checkout, seconds }: ProgramOptions,
): Promise<Ended> {
  const root = projectRoot(checkout);
  const path = foldersOutside(root);
  const file = findProgram(name, root, path);
  if (file === undefined)
    return { code: undefined, out: Buffer.alloc(0), err: '', end: `there is no ${name} outside the project` };
  const shell = /\.cmd$/i.test(file);
  return run(shell ? `"${file}"` : file, args, {
    cwd: folder,
    shell,
    env: { ...process.env, PATH: path.join(delimiter) },
    ...(seconds !== undefined && { timeout: seconds * 1000 }),
  });
}

/** Never a hook or a watcher that the settings of a repository lead to, as they may lead into the checkout. */
export const runGit = (args: readonly string[], cwd: string): Promise<Ended> =>
  runProgram('git', ['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false', ...args], {
    folder: cwd,
    checkout: cwd,
  });

export interface CommandOptions {
  readonly cwd: string;
  /** For its standard input. */
  readonly input?: string;
  readonly seconds?: number;
}

/** A command that the user has written and allowed, as their shell runs it. */
export const runCommand = (command: string, { cwd, input, seconds }: CommandOptions): Promise<Ended> =>
  run(command, [], { cwd, shell: true, ...(seconds !== undefined && { timeout: seconds * 1000 }) }, input);

/** `npm run` and tools like it put folders of the checkout on the path. */
const foldersOutside = (root: string): readonly string[] =>
  (process.env['PATH'] ?? process.env['Path'] ?? '')
    .split(delimiter)
    .filter((name) => isAbsolute(name) && !isWithin(root, name));

function findProgram(name: string, root: string, folders: readonly string[]): string | undefined {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  const files = isAbsolute(name)
    ? [name]
    : folders.flatMap((folder) => endings.map((ending) => join(folder, `${name}${ending}`)));
  return files.find((file) => isFile(file) && !isWithin(root, file));
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

const MOST_BYTES = 256 * 1024 * 1024;
const MOST_SAID = 4000;

function run(
  command: string,
  args: readonly string[],
  options: { cwd: string; shell: boolean; env?: NodeJS.ProcessEnv; timeout?: number },
  input?: string,
): Promise<Ended> {
  return new Promise((settle) => {
    const child = spawn(command, [...args], { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    let [size, text] = [0, ''];
    const settled = (code: number | undefined, end: string): void =>
      settle({ code, out: Buffer.concat(out), err: text.trim(), end });
    child.stdout.on('data', (part: Buffer) => {
      size += part.length;
      if (size > MOST_BYTES) child.kill();
      else out.push(part);
    });
    child.stderr.on('data', (part: Buffer) => void (text = `${text}${part.toString()}`.slice(-MOST_SAID)));
    // A program that does not read all of its input closes it.
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => settled(undefined, error.message));
    child.on('close', (code, signal) =>
      settled(
        code ?? undefined,
        code === null ? `it was ended by ${signal ?? 'a signal'}` : `it ended with ${code}`,
      ),
    );
    child.stdin.end(input ?? '');
  });
}
