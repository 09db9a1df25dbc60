import type { Diagnostic } from '../diagnostic.ts';
import { type Texts, placeDiagnostics } from './placed.ts';

/**
 * Diagnostics as JSON with lines and columns: `[{ code, severity, message, help, file, line, column, pointer,
 * related }]`.
 */
export function printJson(diagnostics: readonly Diagnostic[], texts: Texts): string {
  const list = placeDiagnostics(diagnostics, texts).map(({ diagnostic, place, related }) => ({
    code: diagnostic.code,
    severity: diagnostic.severity,
    message: diagnostic.message,
    help: diagnostic.help,
    ...place,
    ...(diagnostic.origin === undefined ? {} : { pointer: diagnostic.origin.pointer }),
    ...(related.length === 0
      ? {}
      : { related: related.map((other) => ({ message: other.message, ...other.place })) }),
  }));
  return `${JSON.stringify(list, null, 2)}\n`;
}
