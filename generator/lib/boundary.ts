/**
 * How far the names in a text reach. A document, a config or a link may come from a stranger, and what they
 * name is read, copied into the
 * SDK and quoted in messages; so they name files of their project only.
 */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';

/**
 * The folder that holds a project, without links: the nearest one above that git keeps (`.git`), else the
 * folder itself.
 */
export function projectRoot(folder: string): string {
  const start = realOf(resolve(folder));
  for (let here = start; ; here = dirname(here)) {
    if (existsSync(join(here, '.git'))) return here;
    if (dirname(here) === here) return start;
  }
}

/**
 * Whether a path, all links followed, is in a folder (of which the real path is given). What is not there yet
 * is where its nearest folder is.
 */
export const isWithin = (root: string, path: string): boolean => isBelow(root, realOf(resolve(path)));

/**
 * Whether a path that the user has named may be used: anywhere, but a link inside the project `folder` does
 * not lead out of it, since who
 * made the link is not known.
 */
export function isSafeWish(folder: string, path: string): boolean {
  const root = projectRoot(folder);
  return !(isBelow(resolve(folder), resolve(path)) || isBelow(root, resolve(path))) || isWithin(root, path);
}

const isBelow = (root: string, path: string): boolean =>
  path === root || path.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);

/** Without links; a part that is not there stays as written. */
export function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(realOf(dirname(path)), path.slice(dirname(path).length));
  }
}
