/** Tells when one of some files changes, however an editor writes it. */
import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface FileWatcher {
  /**
   * What to look at from now on; absolute paths of files and folders. Files that are not there yet count as
   * well.
   */
  readonly look: (paths: readonly string[]) => void;
  /**
   * The paths that changed since the last call, as soon as there is one and no more follow. Empty when the
   * signal came first.
   */
  readonly next: (signal: AbortSignal) => Promise<readonly string[]>;
  readonly close: () => void;
}

/**
 * Editors replace a file by a new one, which a watch on the file itself would lose, so its folder is watched.
 * `settleMs`: they write in several steps.
 */
export function createFileWatcher(settleMs: number): FileWatcher {
  const watchers = new Map<string, FSWatcher>();
  const wanted = new Map<string, Set<string>>();
  const changed = new Set<string>();
  let wake: (() => void) | undefined;

  const note = (path: string): void => {
    changed.add(path);
    wake?.();
  };
  const watchFolder = (folder: string, recursive: boolean): void => {
    if (watchers.has(folder)) return;
    try {
      const watcher = watch(folder, { recursive }, (_event, name) => {
        const names = wanted.get(folder);
        if (recursive || name === null || names?.has(name)) note(join(folder, name ?? ''));
      });
      watchers.set(
        folder,
        watcher.on('error', () => void watchers.delete(folder)),
      );
    } catch {
      // A folder that is gone: whatever asked for it says so when it next reads.
    }
  };
  return {
    look: (paths) => {
      for (const path of paths) {
        if (isFolder(path)) watchFolder(path, true);
        else {
          const folder = dirname(path);
          wanted.set(folder, (wanted.get(folder) ?? new Set()).add(basename(path)));
          watchFolder(folder, false);
        }
      }
    },
    next: (signal) =>
      new Promise((resolve) => {
        let timer: NodeJS.Timeout | undefined;
        const done = (): void => {
          clearTimeout(timer);
          wake = undefined;
          signal.removeEventListener('abort', done);
          const paths = [...changed].sort();
          changed.clear();
          resolve(signal.aborted ? [] : paths);
        };
        const settle = (): void => {
          clearTimeout(timer);
          timer = setTimeout(done, settleMs);
        };
        if (signal.aborted) return done();
        signal.addEventListener('abort', done, { once: true });
        wake = settle;
        // What changed while nobody waited counts too.
        if (changed.size > 0) settle();
      }),
    close: () => {
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
