/**
 * How far the names in a text reach. A document, a config or a link may come from a stranger, and what they
 * name is read, copied into the
 * SDK and quoted in messages; so they name files of their project only.
 */
import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { isGitFolder } from './file-names.ts';

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
export function isSafePath(folder: string, path: string): boolean {
  const root = projectRoot(folder);
  return !(isBelow(resolve(folder), resolve(path)) || isBelow(root, resolve(path))) || isWithin(root, path);
}

export type WriteObstacle =
  | { readonly kind: 'link'; readonly link: string }
  | { readonly kind: 'git'; readonly folder: string };

/**
 * Why nothing may be written at a path, whoever names it: a link of the project lies on the way, or it leads
 * into `.git`. `folder`: where the program runs; links above it, and above repositories outside it, are the
 * user's.
 */
export function writeObstacle(path: string, folder?: string): WriteObstacle | undefined {
  const full = resolve(folder ?? '', path);
  const parts = [full, realOf(full)].flatMap((name) => name.split(/[\\/]/));
  if (parts.some(isGitFolder)) return { kind: 'git', folder: full };
  const root = outermostFolder(full, folder);
  const link = root === undefined ? undefined : linkBelow(root, full);
  return link === undefined ? undefined : { kind: 'link', link };
}

/**
 * The folder below which links are not the user's: the outermost repository, or where the program runs if that
 * is further out. A link below that folder may be what leads to the repository.
 */
function outermostFolder(path: string, folder: string | undefined): string | undefined {
  const repository = outermostRepository(path);
  const start = folder === undefined ? undefined : resolve(folder);
  return start !== undefined && isBelow(start, repository ?? path) ? start : repository;
}

/** The nearest repository would not do: a link may lead into another repository. */
function outermostRepository(path: string): string | undefined {
  let found: string | undefined;
  for (let here = path; ; here = dirname(here)) {
    if (existsSync(join(here, '.git'))) found = here;
    if (dirname(here) === here) return found;
  }
}

/** The first link between a folder and a path below it, or at the path itself. */
function linkBelow(root: string, path: string): string | undefined {
  if (path === root) return undefined;
  return linkBelow(root, dirname(path)) ?? (isLink(path) ? path : undefined);
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
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
