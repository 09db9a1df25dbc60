/**
 * The only file that starts other programs, which `test/architecture` enforces. A checkout may be
 * untrusted: none of its programs is run, and git runs none of them either.
 */
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import process from 'node:process';
import { isWithin, projectRoot } from '../lib/boundary.ts';

export interface Ended {
  /** Undefined if a signal ended the program, or if it could not be started. */
  readonly code: number | undefined;
  readonly out: Buffer;
  /** The end of its standard error. */
  readonly err: string;
  /** How it ended, as a sentence: `it ended with 1`, or why it could not be started. */
  readonly end: string;
}

export interface ProgramOptions {
  /**
   * The working folder of the program; an empty folder for programs that read
   * settings from there (npm, pip).
   */
  readonly folder: string;
  /** Folder of the checkout; no program inside its project is used. */
  readonly checkout: string;
  readonly seconds?: number;
}

/** Runs a program of the system by its name or absolute path. Without a shell, except for npm on Windows. */
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

/**
 * Runs git without hooks and watchers, because the settings of a repository
 * may point them into the checkout.
 */
export const runGit = (args: readonly string[], cwd: string): Promise<Ended> =>
  runProgram('git', ['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false', ...args], {
    folder: cwd,
    checkout: cwd,
  });

export interface CommandOptions {
  readonly cwd: string;
  /** Text for its standard input. */
  readonly input?: string;
  readonly seconds?: number;
}

/** Runs a command that the user has written and allowed, in their shell. */
export const runCommand = (command: string, { cwd, input, seconds }: CommandOptions): Promise<Ended> =>
  run(command, [], { cwd, shell: true, ...(seconds !== undefined && { timeout: seconds * 1000 }) }, input);

/** The folders of PATH outside the checkout, because tools such as `npm run` add folders of the checkout. */
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
    // A program that does not read all of its input closes the stream.
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
