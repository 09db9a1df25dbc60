/** Documents that only a single side has: a new API, or a removed API. */
import { type Exceptions, applyExceptions } from '../../diff/exceptions.ts';
import { buildReport } from '../../diff/report/report.ts';
import { documentChange } from '../../diff/document-change.ts';
import type { DiffArguments, DiffOutcome } from '../diff.ts';
import { DIFF_EXIT } from '../diff-terms.ts';
import type { DocumentPair } from './documents.ts';

/** Options that all comparisons of the run share. */
export type GateTerms = Omit<DiffArguments, 'base' | 'revision' | 'config' | 'baseConfig' | 'exceptions'>;

/** A single finding: a new document breaks nothing, and a removed document removes all its methods. */
export function oneSided(
  pair: Exclude<DocumentPair, { kind: 'both' }>,
  { failOn, today, layers, declaredBump, language, sdk }: GateTerms,
  {
    about,
    exceptions,
    notYet,
  }: {
    readonly about: string;
    readonly exceptions: Exceptions;
    readonly notYet: readonly string[];
  },
): DiffOutcome {
  const path = pair.kind === 'new' ? pair.now : pair.before;
  const { changes, idle } = applyExceptions([documentChange(pair.kind, path)], exceptions, today);
  const report = buildReport({
    base: pair.kind === 'new' ? `nothing (${about})` : `${path} (${about})`,
    revision: pair.kind === 'new' ? path : 'nothing',
    changes,
    failOn,
    idleExceptions: [...notYet, ...idle],
    locate: (_side, origin) => ({ ...origin, line: 1, column: 1 }),
    ...(language && { language }),
    ...(layers && { layers }),
    ...(declaredBump && { declaredBump }),
    ...(sdk && { sdk }),
  });
  return { code: report.verdict.ok ? DIFF_EXIT.within : DIFF_EXIT.exceeded, err: '', report };
}
