/** Several documents judged together: the worst of them is the verdict of the run. */
import { BUMPS, type DiffVerdict, RUNTIMES, SOURCES, WIRES, worse } from '../types.ts';
import type { DiffReport } from './report.ts';

/** Of one document a report, of several a run: the worst verdict and the reports. */
export type DiffResult = DiffReport | RunReport;

export interface RunReport {
  readonly version: 1;
  readonly verdict: DiffVerdict & { readonly ok: boolean };
  readonly reports: readonly DiffReport[];
}

export function runOf(reports: readonly DiffReport[]): RunReport {
  const verdict = reports.reduce<DiffVerdict>(
    (all, { verdict: one }) => ({
      wire: worse(WIRES, all.wire, one.wire),
      source: SOURCES.filter((each) => all.source.includes(each) || one.source.includes(each)),
      runtime: worse(RUNTIMES, all.runtime, one.runtime),
      bump: worse(BUMPS, all.bump, one.bump),
    }),
    { wire: 'ok', source: [], runtime: 'same', bump: 'none' },
  );
  return { version: 1, verdict: { ...verdict, ok: reports.every((one) => one.verdict.ok) }, reports };
}
