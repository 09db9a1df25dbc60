/** Reads the output folder without following a link out of it. */
import { type Stats, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { hashText, normalise, usesCrlf } from './text.ts';

export type DiskFile =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'file';
      readonly text: string;
      readonly hash: string;
      readonly crlf: boolean;
      readonly mode: number;
    }
  | { readonly kind: 'blocked'; readonly diagnostic: Diagnostic };

/** The obstacle at each folder by path; undefined if there is none. */
type FolderCache = Map<string, DiskFile | undefined>;

/** The state of a path. `text` has LF line ends. `folders` caches parents across calls. */
export function readDisk(dir: string, path: string, folders: FolderCache = new Map()): DiskFile {
  const parts = path.split('/');
  for (let depth = 1; depth < parts.length; depth++) {
    const folder = parts.slice(0, depth).join('/');
    if (!folders.has(folder)) folders.set(folder, checkFolder(dir, folder, path));
    const obstacle = folders.get(folder);
    if (obstacle) return obstacle;
  }
  return readOne(dir, path);
}

/**
 * Why a path must not be changed, whatever its content: a link on the way or at its end, a file where a
 * folder should be, or anything that is not a regular file.
 */
export function obstacleAt(dir: string, path: string): Diagnostic | undefined {
  const parts = path.split('/');
  for (let depth = 1; depth < parts.length; depth++) {
    const found = checkFolder(dir, parts.slice(0, depth).join('/'), path);
    if (found) return found.kind === 'blocked' ? found.diagnostic : undefined;
  }
  const file = checkFile(dir, path);
  return file.kind === 'blocked' ? file.diagnostic : undefined;
}

/**
 * The state of many paths. Synchronous, like all work on small files here, because the
 * thread pool costs more than it saves.
 */
export function readAll(dir: string, paths: readonly string[]): ReadonlyMap<string, DiskFile> {
  const folders: FolderCache = new Map();
  return new Map(paths.map((path) => [path, readDisk(dir, path, folders)]));
}

function checkFolder(dir: string, folder: string, wanted: string): DiskFile | undefined {
  const found = look(join(dir, folder));
  switch (found.kind) {
    case 'absent':
      return { kind: 'absent' };
    case 'fault':
      return blocked('output-not-read', { file: folder, reason: found.reason });
    case 'found':
      if (found.stats.isSymbolicLink()) return blocked('output-symlink', { link: folder, file: wanted });
      return found.stats.isDirectory() ? undefined : blocked('output-path-file', { file: folder, wanted });
    default:
      return found satisfies never;
  }
}

/** Checks that a path is absent or a file, without reading it. */
function checkFile(
  dir: string,
  path: string,
): { readonly kind: 'file'; readonly mode: number } | Exclude<DiskFile, { readonly kind: 'file' }> {
  const found = look(join(dir, path));
  if (found.kind === 'absent') return found;
  if (found.kind === 'fault') return blocked('output-not-read', { file: path, reason: found.reason });
  if (found.stats.isSymbolicLink()) return blocked('output-symlink', { link: path, file: path });
  return found.stats.isFile()
    ? { kind: 'file', mode: found.stats.mode }
    : blocked('output-path-folder', { file: path });
}

function readOne(dir: string, path: string): DiskFile {
  const found = checkFile(dir, path);
  if (found.kind !== 'file') return found;
  try {
    const raw = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      readFileSync(join(dir, path)),
    );
    const text = normalise(raw);
    return { kind: 'file', text, hash: hashText(text), crlf: usesCrlf(raw), mode: found.mode };
  } catch (error) {
    return blocked('output-not-read', {
      file: path,
      reason: error instanceof TypeError ? 'it is not UTF-8 text' : codeOf(error),
    });
  }
}

type Look =
  | { readonly kind: 'absent' }
  | { readonly kind: 'fault'; readonly reason: string }
  | { readonly kind: 'found'; readonly stats: Stats };

function look(path: string): Look {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats === undefined ? { kind: 'absent' } : { kind: 'found', stats };
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOTDIR' ? { kind: 'absent' } : { kind: 'fault', reason: code };
  }
}

const blocked = (
  code: Parameters<typeof diagnostic>[0],
  parameters: Parameters<typeof diagnostic>[1],
): DiskFile & { readonly kind: 'blocked' } => ({ kind: 'blocked', diagnostic: diagnostic(code, parameters) });

export const codeOf = (error: unknown): string =>
  error instanceof Error
    ? 'code' in error && typeof error.code === 'string'
      ? error.code
      : error.message
    : String(error);
