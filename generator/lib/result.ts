import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** The result of a stage: its value, or undefined if there is none, and all diagnostics about its input. */
export interface Result<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

export const ok = <T>(value: T, diagnostics: readonly Diagnostic[] = []): Result<T> => ({
  value,
  diagnostics,
});

/** A result without a value; the diagnostics explain why. */
export const failed = (diagnostics: readonly Diagnostic[]): Result<undefined> => ok(undefined, diagnostics);

/** True if generation must stop. Errors marked `leavesOut` skip a single entry and do not count. */
export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((diagnostic) => diagnostic.severity === 'error' && diagnostic.leavesOut !== true);

/** True if there is any error. */
export const isFaulty = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((diagnostic) => diagnostic.severity === 'error');
