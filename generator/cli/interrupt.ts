/**
 * Handles signals while files are moved. Before that there is no handler, so the system ends the process at
 * once. A handler could not do so, because no JavaScript callback runs while the process computes.
 */
import process from 'node:process';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** The exit code that shells report for a program ended by SIGINT. */
export const INTERRUPTED = 130;

/**
 * The first signal aborts, which undoes what was begun; the second ends the process. Returns
 * a function that stops listening.
 */
export function holdSignals(controller: AbortController): () => void {
  const listen = (): void => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, listen);
  return () => {
    for (const signal of SIGNALS) process.off(signal, listen);
  };
}
