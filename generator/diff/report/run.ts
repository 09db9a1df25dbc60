/** Several documents judged together: the verdict of the run is the worst of them. */
import { BUMPS, type DiffVerdict, RUNTIMES, SOURCES, WIRES, worse } from '../types.ts';
import type { DiffReport } from './report.ts';

/** A report for one document; for several, a run with the worst verdict and all reports. */
export type DiffResult = DiffReport | RunReport;

export interface RunReport {
  readonly version: 1;
  readonly verdict: DiffVerdict & { readonly ok: boolean };
  readonly reports: readonly DiffReport[];
}

export function runOf(reports: readonly DiffReport[]): RunReport {
  const verdict = reports.reduce<DiffVerdict>(
    (all, { verdict: item }) => ({
      wire: worse(WIRES, all.wire, item.wire),
      source: SOURCES.filter((each) => all.source.includes(each) || item.source.includes(each)),
      runtime: worse(RUNTIMES, all.runtime, item.runtime),
      bump: worse(BUMPS, all.bump, item.bump),
    }),
    { wire: 'ok', source: [], runtime: 'same', bump: 'none' },
  );
  return { version: 1, verdict: { ...verdict, ok: reports.every((report) => report.verdict.ok) }, reports };
}

/** The subject of the reports: several documents, or one document for several languages. */
export function subjectOfRun(reports: readonly DiffReport[]): string {
  const documents = new Set(reports.map((report) => `${report.base}\n${report.revision}`)).size;
  return documents === 1 ? `API change in ${reports.length} SDKs` : `API changes of ${documents} documents`;
}
