/** Diagnostics on the terminal. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { printDiagnostics } from '../diagnostics/print/print-text.ts';
import type { SourceText } from '../source/types.ts';
import type { Terminal } from './terminal.ts';

/** Notes are for `check`; here they would bury what needs attention. */
export function report(terminal: Terminal, diagnostics: readonly Diagnostic[], texts: ReadonlyMap<string, SourceText>, options: { readonly quiet: boolean }): void {
  terminal.progress('');
  const shown = diagnostics.filter((one) => one.severity === 'error' || (one.severity === 'warning' && !options.quiet));
  if (shown.length > 0) terminal.err(printDiagnostics(shown, texts, { color: terminal.colors.isColorSupported }));
}

/** A text that is no document, as a source of excerpts: diagnostics about it carry positions of their own. */
export const withExcerpts = (name: string, text: string): SourceText => ({ name, text, locate: () => ({ line: 1, column: 1 }) });
