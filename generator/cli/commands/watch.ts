/** `sdkwright generate --watch`: generates again whenever an input changes. */
import { relative, resolve } from 'node:path';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Terminal } from '../terminal.ts';
import { createFileWatcher } from '../watch-files.ts';
import { runGenerate } from './generate.ts';
import type { GenerateArguments } from './generate-arguments.ts';

/** Editors save a file in several steps. */
const SETTLE_MS = 40;

export async function runWatch(
  terminal: Terminal,
  args: GenerateArguments,
  signal: AbortSignal,
): Promise<ExitCode> {
  const watcher = createFileWatcher(SETTLE_MS);
  // A missing or faulty document may become valid with the next change.
  watcher.look(
    [args.spec, args.config].flatMap((name) =>
      name === undefined || isRemote(name) ? [] : [resolve(terminal.cwd, name)],
    ),
  );
  while (!signal.aborted) {
    const { inputs } = await runGenerate(terminal, { ...args, listChanges: true });
    watcher.look(inputs.filter((input) => !isRemote(input)).map((input) => resolve(terminal.cwd, input)));
    terminal.progress('watching for changes, Ctrl-C ends it');
    const release = terminal.holdSignals();
    const changed = await watcher.next(signal);
    release();
    if (changed.length > 0)
      terminal.err(
        terminal.colors.dim(`\nchanged: ${changed.map((name) => relative(terminal.cwd, name)).join(', ')}`),
      );
  }
  watcher.close();
  return EXIT.ok;
}

const isRemote = (name: string): boolean => /^https?:/i.test(name);
