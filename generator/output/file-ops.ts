/**
 * The file operations that change the output: a seam at which tests let any one of them fail. They are
 * synchronous inside: thousands of
 * small files cost a third of what they cost through the thread pool.
 */
import {
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';

export const diskOps = {
  readFile: async (path: string): Promise<string> => readFileSync(path, 'utf8'),
  /** Fails when the file is there. */
  writeNew: async (path: string, text: string, mode?: number): Promise<void> =>
    writeFileSync(path, text, { flag: 'wx', ...(mode !== undefined && { mode }) }),
  rename: async (from: string, to: string): Promise<void> => renameSync(from, to),
  /** A second name for a file; a copy where the file system has no links. Fails when `to` is there. */
  duplicate: async (from: string, to: string): Promise<void> => {
    try {
      linkSync(from, to);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error;
      copyFileSync(from, to, constants.COPYFILE_EXCL);
    }
  },
  unlink: async (path: string): Promise<void> => unlinkSync(path),
  makeFolder: async (path: string): Promise<void> => void mkdirSync(path),
  removeFolder: async (path: string): Promise<void> => rmdirSync(path),
  removeTree: async (path: string): Promise<void> => rmSync(path, { recursive: true, force: true }),
  exists: async (path: string): Promise<boolean> => statOf(path) !== undefined,
  isSameFile: async (a: string, b: string): Promise<boolean> => {
    const [one, two] = [lstatSync(a), lstatSync(b)];
    return one.ino === two.ino && one.dev === two.dev;
  },
};

export type FileOps = typeof diskOps;

function statOf(path: string): object | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
