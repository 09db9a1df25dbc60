/**
 * Pyright as judge: code of users of the old SDK, checked with the old one and with the new one, beside what
 * the rules said.
 */
import type { Change } from '../../../generator/diff/types.ts';
import type { Api } from '../../../generator/ir/types.ts';
import { type Disagreement, answerFor } from './answers.ts';
import { disagreementsOf, groupKey, groupProbes } from './disagreements.ts';
import { type Expectations, expect } from './expectations.ts';
import type { Judgement } from './judge.ts';
import type { Fault, ProbedClass } from './probe.ts';

/** Statements of a user. */
export interface UserCode {
  readonly symbol: string;
  readonly kind: ProbedClass;
  readonly lines: readonly string[];
  /** So many of the first lines name a class; what is gone there says nothing of what is read of it. */
  readonly naming?: number;
  /** It tells apart the members of the union that this property holds; '' of the value itself. */
  readonly tells?: string;
}

/** What a program objects, by file and line, counted from 0; line -1: to the file as a whole. */
export type Objections = ReadonlyMap<number, ReadonlyMap<number, Fault>>;

interface SheetPlace {
  readonly file: number;
  readonly from: number;
  readonly to: number;
}

/** Files of all that was written, and where each begins and ends. */
export interface Sheet {
  readonly files: readonly string[];
  readonly places: readonly SheetPlace[];
}

/** A file of 80,000 lines pyright gives up, and it takes longer over large ones than over many. */
const PROBES_PER_FILE = 500;

/** Each in a function of its own, so that none knows of the others. */
export function sheetOf(header: readonly string[], probes: readonly UserCode[]): Sheet {
  const files: string[][] = [];
  const places = probes.map((one, index) => {
    if (index % PROBES_PER_FILE === 0) files.push([...header]);
    const file = files.length - 1;
    const lines = files[file] ?? [];
    const from = lines.push(`def probe_${index}() -> None:`);
    const to = lines.push(...one.lines.map((line) => `    ${line}`));
    return { file, from, to };
  });
  return { files: files.map((lines) => `${lines.join('\n')}\n`), places };
}

const firstIn = (objections: Objections, { file, from, to }: SheetPlace): Fault | undefined => {
  const inFile = objections.get(file);
  if (inFile === undefined) return undefined;
  const whole = inFile.get(-1);
  if (whole !== undefined) return whole;
  for (let line = from; line < to; line += 1) {
    const found = inFile.get(line);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Values of unions of classes, and of what nothing is declared of, are written as anything. */
const UNSHOWN = /^(?:union-member-|pagination-changed$)/;

const isThrown = (where: string): boolean => /^response (?!2)/.test(where);

/** What the lines cannot show: it is not judged. */
function isUnshown(
  { symbol, kind, expected: said, rules }: Disagreement,
  { breaking, touching }: Expectations,
): boolean {
  // A union, and what may be anything, has no class that makes it: code goes on with the one that it named.
  if (said === 'compiles')
    return kind === 'fake' && rules.some((one) => one === 'union-member-added' || one === 'type-widened');
  return breaking(symbol, kind).every(
    ({ rule, subject, reach, directions }) =>
      subject.endsWith('[*]') ||
      // Which class the body of an error has now is not known where its status is another one's.
      (reach.length > 0 && reach.every((use) => use.where.every(isThrown))) ||
      // No code takes apart what it sends.
      (kind === 'exhaust' && directions.length > 0 && directions.every((one) => one === 'request')) ||
      // A tuple is a list of what stands anywhere in it.
      /\[\d+\]/.test(subject) ||
      (UNSHOWN.test(rule) && kind !== 'call' && kind !== 'exhaust') ||
      (kind === 'fake' && touching(symbol).some((one) => one.rule === 'index-signature-added')),
  );
}

/** What the old SDK itself refuses says nothing: it is counted. */
export function judgePython(
  { probes, sheet }: { readonly probes: readonly UserCode[]; readonly sheet: Sheet },
  { before, after }: { readonly before: Objections; readonly after: Objections },
  {
    base,
    revision,
    changes,
  }: { readonly base: Api; readonly revision: Api; readonly changes: readonly Change[] },
): Judgement {
  const expected = expect(base, revision, changes);
  let refused = 0;
  const compiled = probes.flatMap(({ lines, naming = 0, ...one }, index) => {
    const place = sheet.places[index];
    if (place === undefined || firstIn(before, place) !== undefined) {
      refused += 1;
      return [];
    }
    const fault = firstIn(after, place);
    const isUnnamed = firstIn(after, { ...place, to: place.from + naming }) !== undefined;
    // A class that only its place gave a name may have another one now, which no rule calls a break.
    if (isUnnamed && (one.kind !== 'name' || expected.breaking(one.symbol, 'name').length === 0)) return [];
    return [{ probe: { ...one, code: lines.join('; ') }, ...(fault && { fault }) }];
  });
  const groups = groupProbes(compiled);
  const disagreements = [...groups.values()]
    .flatMap((one) => disagreementsOf(one, groups, expected))
    .filter((one) => !isUnshown(one, expected));
  const judged = { expected, outcomes: groups, disagreements, keyOf: groupKey };
  return {
    probes: compiled.length,
    symbols: new Set(compiled.map((one) => one.probe.symbol)).size,
    refused,
    breaks: [...groups.values()].flatMap((one) =>
      one.fault === undefined ? [] : [{ symbol: one.symbol, kind: one.kind, code: one.fault.code }],
    ),
    disagreements,
    answers: changes.map((one) => answerFor(one, judged)),
  };
}
