/** `sdkwright generate --watch`: again whenever an input changes. */
import { type FSWatcher, watch } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Terminal } from '../terminal.ts';
import { type GenerateArguments, runGenerate } from './generate.ts';

/** Editors write in several steps. */
const SETTLE_MS = 40;

export async function runWatch(terminal: Terminal, args: GenerateArguments, signal: AbortSignal): Promise<ExitCode> {
  let watchers: readonly FSWatcher[] = [];
  while (!signal.aborted) {
    const { inputs } = await runGenerate(terminal, args);
    terminal.err(terminal.colors.dim('watching for changes, Ctrl-C ends it'));
    await new Promise<void>((done) => {
      let timer: NodeJS.Timeout | undefined;
      const settle = (): void => {
        clearTimeout(timer);
        timer = setTimeout(done, SETTLE_MS);
      };
      watchers = inputs.filter((one) => !/^https?:/.test(one)).flatMap((one) => watchOne(resolve(terminal.cwd, one), settle));
      signal.addEventListener('abort', () => done(), { once: true });
    });
    for (const watcher of watchers) watcher.close();
  }
  return EXIT.ok;
}

/** A file that is replaced rather than written would be lost, so its change is taken as one and the watch begins anew. */
function watchOne(path: string, changed: () => void): readonly FSWatcher[] {
  try {
    return [watch(path, { recursive: true }, changed).on('error', changed)];
  } catch {
    return [];
  }
}
