import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/**
 * What a stage returns: its value, or undefined where it could make none, and all it has to say about its
 * input.
 */
export interface Result<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

export const ok = <T>(value: T, diagnostics: readonly Diagnostic[] = []): Result<T> => ({
  value,
  diagnostics,
});

/** No value; the diagnostics say why. */
export const failed = (diagnostics: readonly Diagnostic[]): Result<undefined> => ok(undefined, diagnostics);

/** Whether something is so wrong that nothing is made: an error that leaves out one entry is not. */
export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((diagnostic) => diagnostic.severity === 'error' && diagnostic.leavesOut !== true);

/** Whether anything is wrong at all. */
export const isFaulty = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((diagnostic) => diagnostic.severity === 'error');
