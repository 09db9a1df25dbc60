/** What became of the mutants of one file. */
import type { MutantResult } from '@stryker-mutator/api/core';
import type { Equivalent } from './equivalent.ts';
import type { Judged } from './files.ts';

interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Mutant {
  /** The same in every run over the same text. */
  readonly key: string;
  readonly start: Position;
  readonly end: Position;
  readonly mutator: string;
  readonly from: string;
  readonly to: string;
  /** The line in which it begins. */
  readonly line: string;
  readonly status: string;
}

export interface Outcome {
  readonly file: string;
  readonly mutants: number;
  readonly killed: number;
  /** Of the killed: those whose tests did not come to an end. */
  readonly timeouts: number;
  readonly equivalent: number;
  readonly survivors: readonly Mutant[];
  /** Entries of the list of equivalents that fit no survivor. */
  readonly stale: readonly Equivalent[];
}

/** Without those that Stryker was told to ignore or could not run. */
export function readMutants(results: readonly MutantResult[], source: string): readonly Mutant[] {
  const lines = source.split('\n');
  const counted = results.filter(({ status }) =>
    ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status),
  );
  return counted.map(({ location: { start, end }, mutatorName, replacement = '', status }) => ({
    key: [start.line, start.column, end.line, end.column, mutatorName, replacement].join(' '),
    start,
    end,
    mutator: mutatorName,
    from: collapsed(textBetween(lines, start, end)),
    to: collapsed(replacement),
    line: lines[start.line - 1] ?? '',
    status,
  }));
}

export const isDetected = ({ status }: Mutant): boolean => status === 'Killed' || status === 'Timeout';

export function outcomeOf(
  { file }: Judged,
  mutants: readonly Mutant[],
  equivalents: readonly Equivalent[],
): Outcome {
  const own = equivalents.filter((one) => one.file === file);
  const alive = mutants.filter((one) => !isDetected(one));
  const equivalent = alive.filter((mutant) => own.some((one) => isSame(one, file, mutant)));
  return {
    file,
    mutants: mutants.length,
    killed: mutants.length - alive.length,
    timeouts: mutants.filter(({ status }) => status === 'Timeout').length,
    equivalent: equivalent.length,
    survivors: alive.filter((one) => !equivalent.includes(one)),
    stale: own.filter((one) => !alive.some((mutant) => isSame(one, file, mutant))),
  };
}

export const isSame = (one: Equivalent, file: string, { from, to, line }: Mutant): boolean =>
  one.file === file && one.from === from && one.to === to && line.includes(one.within ?? '');

const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Lines and columns count from 1. */
function textBetween(lines: readonly string[], start: Position, end: Position): string {
  const part = lines.slice(start.line - 1, end.line);
  const last = part.length - 1;
  return part
    .map((line, at) => line.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : undefined))
    .join('\n');
}
