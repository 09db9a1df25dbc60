/** Sentences that all report formats share. */

import { defaultLanguage, languageData } from '../../languages/data.ts';
import { breaksWire } from '../types.ts';
import { ruleCatalogue } from '../rules/catalogue.ts';
import { type DiffReport, type LocatedChange, type Location, isAnnouncedEnd } from './report.ts';
import { count } from '../../lib/count.ts';

/** A sentence about excluded operations; empty if there are none. */
export function leftOutLine({ verdict: { leftOut } }: DiffReport): string {
  if (leftOut === undefined || leftOut.operations === 0) return '';
  const { operations, changes } = leftOut;
  return `${count(operations, 'operation was', 'operations were')} not judged, as asked; ${count(changes, 'change reaches', 'changes reach')} nothing else.`;
}

/** The reason for exit code 1, in one sentence. */
export function failureOf({ verdict }: DiffReport): string {
  if (verdict.ok) return '';
  const change =
    verdict.judgedBump !== undefined
      ? `By the chosen layers the change is ${verdict.judgedBump}`
      : verdict.leftBump !== undefined
        ? `What is left beside what was accepted is ${verdict.leftBump}`
        : `The change is ${verdict.bump}`;
  return verdict.declaredBump === undefined
    ? `${change}, the bound is ${verdict.failOn}.`
    : `${change}, only ${verdict.declaredBump} was declared.`;
}

/** If a line is longer, the document is probably written on one line, and its line number is useless. */
const LONG_LINE = 300;
/** `openapi.yml:412`, preferably in the revision; with the column if the document is one line. */
export function whereOf(
  pick: Pick<LocatedChange, 'revisionLocation' | 'parentLocation' | 'baseLocation'>,
): string {
  const text = (at: Location): string =>
    `${at.document}:${at.line}${at.column > LONG_LINE ? `:${at.column}` : ''}`;
  const { revisionLocation, parentLocation, baseLocation } = pick;
  if (revisionLocation !== undefined) return text(revisionLocation);
  const before = baseLocation === undefined ? '' : `before: ${text(baseLocation)}`;
  return parentLocation === undefined
    ? before
    : `${text(parentLocation)}${before === '' ? '' : ` (${before})`}`;
}

export const headlineOf = (report: DiffReport): string => {
  const { bump, leftBump } = report.verdict;
  const all = [...report.changes, ...report.accepted];
  // A broken deadline or stability promise breaks the document's promise, not requests.
  const affected = all.filter((locatedChange) => ruleCatalogue[locatedChange.rule].group !== 'lifecycle');
  const onWire = affected.some((locatedChange) => breaksWire(locatedChange.wire))
    ? 'breaking on the wire'
    : affected.every((locatedChange) => locatedChange.wire === 'ok')
      ? 'compatible on the wire'
      : affected.every((locatedChange) => locatedChange.wire === 'ok' || isAnnouncedEnd(locatedChange))
        ? 'compatible on the wire but for what was deprecated'
        : 'mostly compatible on the wire';
  if (all.length + report.withoutEffect.length === 0) return 'No API change';
  const isPromiseBroken = all.some(
    (locatedChange) => breaksWire(locatedChange.wire) && !affected.includes(locatedChange),
  );
  return [
    `API change: ${bump === 'none' ? 'nothing' : bump} for the ${(languageData(report.language ?? '') ?? defaultLanguage).title} SDK`,
    onWire,
    ...(isPromiseBroken ? ['a promise broken'] : []),
    ...(report.accepted.length > 0
      ? [`${report.accepted.length} accepted, what is left is ${leftBump ?? bump}`]
      : []),
  ].join(', ');
};
