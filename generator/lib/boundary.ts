/**
 * Limits which files a text may name. A document, a config or a link may be untrusted, and the
 * files that they name are read, copied into the SDK and quoted in messages. They may therefore
 * name only files of their project.
 */
import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { isGitFolder } from './file-names.ts';

/** The real path of a project's folder: the nearest parent with a `.git`, otherwise the folder itself. */
export function projectRoot(folder: string): string {
  const start = realOf(resolve(folder));
  for (let here = start; ; here = dirname(here)) {
    if (existsSync(join(here, '.git'))) return here;
    if (dirname(here) === here) return start;
  }
}

/**
 * True if a path, with all links resolved, is inside the folder `root` (a real path). A path that does not
 * exist counts as part of its nearest existing folder.
 */
export const isWithin = (root: string, path: string): boolean => isBelow(root, realOf(resolve(path)));

/**
 * True if a path named by the user may be used. It may be anywhere, but a link inside the project `folder`
 * must not lead out of it, because the author of the link is unknown.
 */
export function isSafePath(folder: string, path: string): boolean {
  const root = projectRoot(folder);
  return !(isBelow(resolve(folder), resolve(path)) || isBelow(root, resolve(path))) || isWithin(root, path);
}

export type WriteObstacle =
  | { readonly kind: 'link'; readonly link: string }
  | { readonly kind: 'git'; readonly folder: string };

/**
 * Why a path must not be written to, whoever names it: it passes through a link of the
 * project, or leads into `.git`. `folder` is the working folder; links above it, and above
 * repositories outside it, belong to the user.
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
 * The folder below which links are not the user's: the outermost repository, or the working folder if that
 * is further out. A link below that folder may itself lead to the repository.
 */
function outermostFolder(path: string, folder: string | undefined): string | undefined {
  const repository = outermostRepository(path);
  const start = folder === undefined ? undefined : resolve(folder);
  return start !== undefined && isBelow(start, repository ?? path) ? start : repository;
}

/** The nearest repository is not enough, because a link may lead into another repository. */
function outermostRepository(path: string): string | undefined {
  let found: string | undefined;
  for (let here = path; ; here = dirname(here)) {
    if (existsSync(join(here, '.git'))) found = here;
    if (dirname(here) === here) return found;
  }
}

/** The first link between a folder and a path below it, including the path itself. */
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

/** Compares names alone. */
export const isBelow = (root: string, path: string): boolean =>
  path === root || path.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);

/** Resolves all links; parts that do not exist stay as written. */
export function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(realOf(dirname(path)), path.slice(dirname(path).length));
  }
}
