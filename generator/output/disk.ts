/** Reading the output folder without following a link out of it. */
import type { Stats } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { hashText, normalise, usesCrlf } from './text.ts';

export type DiskFile =
  | { readonly kind: 'absent' }
  | { readonly kind: 'file'; readonly text: string; readonly hash: string; readonly crlf: boolean; readonly mode: number }
  | { readonly kind: 'blocked'; readonly diagnostic: Diagnostic };

export type FolderCache = Map<string, Promise<DiskFile | undefined>>;

/** The state of one path. `text` has LF line ends. `folders` remembers parents over many calls. */
export async function readDisk(dir: string, path: string, folders: FolderCache = new Map()): Promise<DiskFile> {
  const parts = path.split('/');
  for (let depth = 1; depth < parts.length; depth++) {
    const folder = parts.slice(0, depth).join('/');
    const checked = folders.get(folder) ?? checkFolder(dir, folder, path);
    folders.set(folder, checked);
    const obstacle = await checked;
    if (obstacle) return obstacle;
  }
  return readOne(dir, path);
}

/** Reads many paths at once, but not so many that the process runs out of file handles. */
export async function readAll(dir: string, paths: readonly string[]): Promise<ReadonlyMap<string, DiskFile>> {
  const folders: FolderCache = new Map();
  const found = new Map<string, DiskFile>();
  const waiting = [...paths].reverse();
  const work = async (): Promise<void> => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) found.set(path, await readDisk(dir, path, folders));
  };
  await Promise.all(Array.from({ length: 32 }, work));
  return found;
}

async function checkFolder(dir: string, folder: string, wanted: string): Promise<DiskFile | undefined> {
  const found = await look(join(dir, folder));
  switch (found.kind) {
    case 'absent': return { kind: 'absent' };
    case 'fault': return blocked('output-not-read', { file: folder, reason: found.reason });
    case 'found':
      if (found.stats.isSymbolicLink()) return blocked('output-symlink', { link: folder, file: wanted });
      return found.stats.isDirectory() ? undefined : blocked('output-path-file', { file: folder, wanted });
    default: return found satisfies never;
  }
}

async function readOne(dir: string, path: string): Promise<DiskFile> {
  const found = await look(join(dir, path));
  if (found.kind === 'absent') return found;
  if (found.kind === 'fault') return blocked('output-not-read', { file: path, reason: found.reason });
  if (found.stats.isSymbolicLink()) return blocked('output-symlink', { link: path, file: path });
  if (!found.stats.isFile()) return blocked('output-path-folder', { file: path });
  try {
    const raw = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(join(dir, path)));
    const text = normalise(raw);
    return { kind: 'file', text, hash: hashText(text), crlf: usesCrlf(raw), mode: found.stats.mode };
  } catch (error) {
    return blocked('output-not-read', { file: path, reason: error instanceof TypeError ? 'it is not UTF-8 text' : codeOf(error) });
  }
}

type Look = { readonly kind: 'absent' } | { readonly kind: 'fault'; readonly reason: string } | { readonly kind: 'found'; readonly stats: Stats };

async function look(path: string): Promise<Look> {
  try {
    return { kind: 'found', stats: await lstat(path) };
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? { kind: 'absent' } : { kind: 'fault', reason: code };
  }
}

const blocked = (code: Parameters<typeof diagnostic>[0], parameters: Parameters<typeof diagnostic>[1]): DiskFile => ({ kind: 'blocked', diagnostic: diagnostic(code, parameters) });

export const codeOf = (error: unknown): string => (error instanceof Error ? ('code' in error && typeof error.code === 'string' ? error.code : error.message) : String(error));
