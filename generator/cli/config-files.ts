/** How the files that a config names, its overlays, are read for a side of a comparison. */
import { posix } from 'node:path';
import { findConfig } from '../config/load.ts';
import { isUrl, normalPath } from '../source/reference.ts';
import type { Fetched, Io } from '../source/io.ts';
import { type Side, gitIo, gitText, kindOfSide } from './diff-inputs.ts';

/**
 * The files beside a config on the disk. For a side that is a commit, a file that git keeps is that of the
 * commit, so a change cannot edit the overlays of its base. A file that git does not keep belongs to the
 * user, like the config itself.
 */
export const filesForSide = (side: Side, disk: Io, cwd: string): Io =>
  side.commit === undefined ? side.io : filesAt(side.commit, disk, cwd);

/** The same for a commit. */
export function filesAt(commit: string, disk: Io, cwd: string): Io {
  const kept = gitIo(commit, disk, cwd);
  return {
    ...disk,
    readFile: async (path, namedBy) => {
      const name = isUrl(path) ? undefined : await keptName(path, cwd);
      if (name === undefined) return disk.readFile(path, namedBy);
      return (await kept.readFile(name)) ?? NOT_IN_BASE;
    },
  };
}

const NOT_IN_BASE: Fetched = {
  kind: 'fault',
  reason:
    'the compared commit does not have it. Commit it there, or let git ignore it to read it from the disk',
};

/** The name of a file from the root of the repository; undefined if git neither tracks nor would add it. */
export async function keptName(file: string, cwd: string): Promise<string | undefined> {
  const list = ['ls-files', '--full-name', '-z', '--cached', '--others', '--exclude-standard', '--', file];
  return (await gitText(list, cwd))?.split('\0')[0] || undefined;
}

/** Lines about configs that lie beside a document in another folder, where the run looks for none. */
export async function configsBeside(documents: readonly string[], disk: Io): Promise<readonly string[]> {
  const folders = documents.flatMap((name) =>
    kindOfSide(name).kind === 'file' ? posix.dirname(normalPath(name)) : [],
  );
  const lines: string[] = [];
  for (const folder of new Set(folders.filter((name) => name !== '.'))) {
    const file = await findConfig(folder, disk);
    if (file !== undefined) lines.push(`${file} is not used; --config ${file} uses it.`);
  }
  return lines;
}
