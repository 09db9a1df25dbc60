/** The file operations that change the output: a seam at which tests let any one of them fail. */
import { copyFile, link, lstat, mkdir, readFile, rename, rm, rmdir, unlink, writeFile } from 'node:fs/promises';

export const diskOps = {
  readFile: (path: string): Promise<string> => readFile(path, 'utf8'),
  /** Fails when the file is there. */
  writeNew: (path: string, text: string, mode?: number): Promise<void> => writeFile(path, text, { flag: 'wx', ...(mode !== undefined && { mode }) }),
  rename: (from: string, to: string): Promise<void> => rename(from, to),
  /** A second name for a file; a copy where the file system has no links. Fails when `to` is there. */
  duplicate: (from: string, to: string): Promise<void> => link(from, to).catch(async (error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error;
    await copyFile(from, to, COPY_NEW);
  }),
  unlink: (path: string): Promise<void> => unlink(path),
  makeFolder: (path: string): Promise<void> => mkdir(path),
  removeFolder: (path: string): Promise<void> => rmdir(path),
  removeTree: (path: string): Promise<void> => rm(path, { recursive: true, force: true }),
  exists: (path: string): Promise<boolean> => lstat(path).then(() => true, () => false),
  isSameFile: async (a: string, b: string): Promise<boolean> => {
    const [one, two] = await Promise.all([lstat(a), lstat(b)]);
    return one.ino === two.ino && one.dev === two.dev;
  },
};

export type FileOps = typeof diskOps;

/** COPYFILE_EXCL of node:fs. */
const COPY_NEW = 1;
