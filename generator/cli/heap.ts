/** The heap of a run that lasts seconds. */
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const LARGE = 128 * 2 ** 20;

/**
 * Puts off the first search through the whole heap until some 160 MB stand. V8 begins at 30 MB and again at 100, where a document of
 * megabytes is still being read and nearly everything found is in use: some 5 % of the processor time of such a run. The limit follows from
 * the size after a collection, so an almost empty heap is collected once.
 */
export function letGrow(): void {
  setFlagsFromString('--heap-growing-percent=4000');
  collect();
  setFlagsFromString('--heap-growing-percent=0');
}

/**
 * Collects what the first half left, when that is much, and lets the heap grow slowly from there. Left alone, V8 lets it double before it
 * looks: a third of the peak of a large SDK, for a few hundredths of the time.
 */
export function collectLeavings(): void {
  if (process.memoryUsage().heapUsed < LARGE) return;
  setFlagsFromString('--heap-growing-percent=20');
  collect();
}

function collect(): void {
  setFlagsFromString('--expose-gc');
  const run: unknown = runInNewContext('gc');
  if (typeof run === 'function') run();
}
