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

/** What the reports are about: documents, or one in the words of several SDKs. */
export function subjectOfRun(reports: readonly DiffReport[]): string {
  const documents = new Set(reports.map((report) => `${report.base}\n${report.revision}`)).size;
  return documents === 1 ? `API change in ${reports.length} SDKs` : `API changes of ${documents} documents`;
}
