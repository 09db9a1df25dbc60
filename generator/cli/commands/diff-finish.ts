/** The end of a comparison: prints and writes its reports and returns the exit code. */
import type { DiffOutcome } from '../diff.ts';
import { type PrintTerms, printReports, writeReports } from '../diff-print.ts';
import { DIFF_EXIT, type FurtherFormat } from '../diff-terms.ts';
import { report } from '../report.ts';
import type { Terminal } from '../terminal.ts';

/** Returns the worst exit code of all comparisons. A failed comparison is worse than any finding. */
export function finish(
  terminal: Terminal,
  outcomes: readonly DiffOutcome[],
  terms: PrintTerms,
  also: readonly FurtherFormat[] = [],
): number {
  // Messages about a document are the same in every language.
  for (const err of new Set(outcomes.map((outcome) => outcome.err)))
    if (err !== '') terminal.err(err.trimEnd());
  const reports = outcomes.flatMap((outcome) => outcome.report ?? []);
  const out = reports.length === 0 ? '' : printReports(reports, terms);
  if (out !== '') terminal.out(out.trimEnd());
  const faults = reports.length > 0 ? writeReports(reports, { terms, also, cwd: terminal.cwd }) : [];
  report(terminal, faults, new Map());
  return Math.max(faults.length > 0 ? DIFF_EXIT.usage : 0, ...outcomes.map((outcome) => outcome.code));
}

/** Reports an internal error with its own exit code, so that it is never mistaken for a finding. */
export async function guarded<T>(terminal: Terminal, run: () => Promise<T>): Promise<T | number> {
  try {
    return await run();
  } catch (error) {
    terminal.err(
      `sdkwright failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return DIFF_EXIT.internal;
  }
}
