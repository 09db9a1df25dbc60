import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** What a stage returns: its value, or undefined where it could make none, and all it has to say about its input. */
export interface Result<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

export const ok = <T>(value: T, diagnostics: readonly Diagnostic[] = []): Result<T> => ({ value, diagnostics });

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean => diagnostics.some((one) => one.severity === 'error');
