/** Prints diagnostics on the terminal. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Texts } from '../diagnostics/print/placed.ts';
import { printDiagnostics } from '../diagnostics/print/print-text.ts';
import type { SourceText } from '../source/types.ts';
import type { PrintedReport } from './last-run.ts';
import type { Terminal } from './terminal.ts';

/** Notes are left out, because they would hide what needs attention; `check` prints them. */
export function report(
  terminal: Terminal,
  diagnostics: readonly Diagnostic[],
  texts: Texts,
  { quiet = false }: { readonly quiet?: boolean } = {},
): void {
  terminal.progress('');
  const shown = diagnostics.filter(
    (diagnostic) => diagnostic.severity === 'error' || (diagnostic.severity === 'warning' && !quiet),
  );
  if (shown.length > 0)
    terminal.err(printDiagnostics(shown, texts, { color: terminal.colors.isColorSupported }));
}

/** The warnings that `report` would print, for any terminal; undefined if there are none. */
export function reportOf(
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, SourceText>,
): PrintedReport | undefined {
  const shown = diagnostics.filter((diagnostic) => diagnostic.severity !== 'note');
  return shown.length === 0
    ? undefined
    : {
        plain: printDiagnostics(shown, texts, { color: false }),
        colored: printDiagnostics(shown, texts, { color: true }),
      };
}

/** A text that is not a document, as a source of excerpts: diagnostics about it contain their positions. */
export const withExcerpts = (name: string, text: string): SourceText => ({
  name,
  text,
  locate: () => ({ line: 1, column: 1 }),
});
