/**
 * Signals while files are moved. Until then nobody listens, so the system ends the process at once, as it
 * does with any program: code of
 * ours could not, since nothing else runs in a process that computes.
 */
import process from 'node:process';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** What a shell reports of a program that SIGINT has ended. */
export const INTERRUPTED = 130;

/**
 * The first signal from now on aborts, which takes back what was begun; the second ends the process. Returns
 * the end of listening.
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
