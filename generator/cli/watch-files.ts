/** Reports when any of the watched files changes, however an editor writes it. */
import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface FileWatcher {
  /** Sets the paths to watch: absolute paths of files and folders, including files that do not exist yet. */
  readonly look: (paths: readonly string[]) => void;
  /**
   * The paths that changed since the last call, once a change has happened and no more follow.
   * Empty if the signal came first.
   */
  readonly next: (signal: AbortSignal) => Promise<readonly string[]>;
  readonly close: () => void;
}

/**
 * Watches the folder of each file, because editors replace a file by a new file, which a watch on the file
 * itself would miss. `settleMs`: how long to wait, because they write in several steps.
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
      // If a folder was removed, the next read of it reports that.
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
        // Changes while nothing was waiting count too.
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
