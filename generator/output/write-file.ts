/**
 * Writes single files: reports, configs, templates, notes, edited code. A
 * whole SDK is written by `applyWrite`.
 */
import { randomUUID } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { writeObstacle } from '../lib/boundary.ts';
import { codeOf } from './disk.ts';
import { makeFolders, removeFile, replaceFile, writeInto, writeNewFile } from './file-ops.ts';

export interface NewFile {
  /** Absolute, or relative to the working folder. */
  readonly path: string;
  readonly text: string;
}

/** Why nothing may be written to a path; undefined if it may. */
export function pathObstacle(folder: string, path: string): Diagnostic | undefined {
  const obstacle = writeObstacle(path, folder);
  const file = shown(folder, path);
  if (obstacle === undefined) return undefined;
  return obstacle.kind === 'git'
    ? diagnostic('output-git', { file })
    : diagnostic('output-symlink', { link: shown(folder, obstacle.link), file });
}

/**
 * Creates each file or replaces it completely. All paths are checked and all texts are drafted before the
 * first file changes. If there are diagnostics, nothing was written.
 */
export function writeFiles(folder: string, files: readonly NewFile[]): readonly Diagnostic[] {
  const obstacles = files.flatMap(({ path }) => pathObstacle(folder, path) ?? []);
  if (obstacles.length > 0) return obstacles;
  const drafts: { readonly draft: string; readonly target: string }[] = [];
  let current = '';
  try {
    for (const { path, text } of files) {
      current = path;
      const target = resolve(folder, path);
      const found = lstatSync(target, { throwIfNoEntry: false });
      // A device, a pipe, or a link outside any project: a rename would replace it.
      if (found !== undefined && !found.isFile()) {
        writeInto(target, text);
        continue;
      }
      makeFolders(dirname(target));
      const draft = `${target}.sdkwright-${randomUUID()}`;
      drafts.push({ draft, target });
      writeNewFile(draft, text, found?.mode);
    }
    for (const { draft, target } of drafts) replaceFile(draft, target);
    return [];
  } catch (error) {
    for (const { draft } of drafts) tryRemove(draft);
    return [diagnostic('file-not-written', { file: shown(folder, current), reason: codeOf(error) })];
  }
}

function tryRemove(path: string): void {
  try {
    removeFile(path);
  } catch {
    return;
  }
}

const shown = (folder: string, path: string): string => {
  const short = relative(folder, resolve(folder, path)).replaceAll('\\', '/');
  return short.startsWith('..') ? path : short === '' ? '.' : short;
};
