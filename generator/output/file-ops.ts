/**
 * The only file of the program that changes the disk, which `test/architecture` enforces. Tests replace
 * these operations to make any of them fail. They are synchronous inside: for thousands of small files that
 * takes a third of the time of the thread pool.
 */
import {
  chmodSync,
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isGitFolder } from '../lib/file-names.ts';

/** Callers report such a path earlier. Here it would be our own mistake, and still nothing is written. */
const checked = (path: string): string => {
  if (/g|~/i.test(path) && path.split(/[\\/]/).some(isGitFolder)) throw new Error(`${path} belongs to git`);
  return path;
};

export const diskOps = {
  readFile: async (path: string): Promise<string> => readFileSync(path, 'utf8'),
  /** Fails if the file exists. */
  writeNew: async (path: string, text: string, mode?: number): Promise<void> =>
    writeFileSync(checked(path), text, { flag: 'wx', ...(mode !== undefined && { mode }) }),
  rename: async (from: string, to: string): Promise<void> => renameSync(from, checked(to)),
  /** Creates a hard link, or a copy if the file system has no links. Fails if `to` exists. */
  duplicate: async (from: string, to: string): Promise<void> => {
    try {
      linkSync(from, checked(to));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error;
      copyFileSync(from, to, constants.COPYFILE_EXCL);
    }
  },
  unlink: async (path: string): Promise<void> => unlinkSync(checked(path)),
  makeFolder: async (path: string): Promise<void> => void mkdirSync(checked(path)),
  removeFolder: async (path: string): Promise<void> => rmdirSync(path),
  removeTree: async (path: string): Promise<void> => rmSync(checked(path), { recursive: true, force: true }),
  exists: async (path: string): Promise<boolean> => statOf(path) !== undefined,
  isSameFile: async (a: string, b: string): Promise<boolean> => {
    const [stats, two] = [lstatSync(a), lstatSync(b)];
    return stats.ino === two.ino && stats.dev === two.dev;
  },
};

/** For single files; see `write-file.ts`. Callers have checked that the path does not pass through a link. */
export const writeNewFile = (path: string, text: string, mode?: number): void => {
  writeFileSync(checked(path), text, { flag: 'wx' });
  if (mode !== undefined) chmodSync(path, mode);
};
export const writeInto = (path: string, text: string): void => writeFileSync(checked(path), text);
export const replaceFile = (from: string, to: string): void => renameSync(from, checked(to));
export const removeFile = (path: string): void => rmSync(checked(path), { force: true });
/**
 * Creates each folder separately, because `recursive` never ends if a file system
 * reports no parent, as /proc does.
 */
export function makeFolders(path: string): void {
  if (statOf(path) !== undefined || dirname(path) === path) return;
  makeFolders(dirname(path));
  mkdirSync(checked(path));
}

/** Creates an empty temporary folder and removes it when `use` has ended. */
export async function inTemporaryFolder<T>(name: string, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), `sdkwright-${name}-`));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export type FileOps = typeof diskOps;

function statOf(path: string): object | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
