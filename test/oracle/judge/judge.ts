/**
 * The compiler as judge: the probes of the old SDK are compiled against the new one and compared with what
 * the rules said.
 */
import type { Change } from '../../../generator/diff/types.ts';
import { type CompilerAnswer, type Disagreement, answerFor } from './answers.ts';
import type { TreeFile } from '../../../generator/emit/types.ts';
import type { Api } from '../../../generator/ir/types.ts';
import { changedBetween } from './changed.ts';
import { compileProbes } from './compile.ts';
import { disagreementsOf, groupKey, groupProbes } from './disagreements.ts';
import { expect, namesIn } from './expectations.ts';
import { plainType } from './symbols.ts';
import type { ProbedClass } from './probe.ts';
import { type MethodPlace, typeProbes, writeProbes } from './probes.ts';
import { treeProgram } from '../../../generator/verify/program.ts';

export interface Generated {
  readonly api: Api;
  /** The SDK's files, `src/index.ts` among them. */
  readonly files: readonly TreeFile[];
}

export interface Judgement {
  /** Lines compiled. */
  readonly probes: number;
  readonly symbols: number;
  /** Lines that the old SDK itself refuses, where they were tried with it. */
  readonly refused?: number;
  /** What stopped compiling: symbol, class of use, TypeScript's code. */
  readonly breaks: readonly {
    readonly symbol: string;
    readonly kind: ProbedClass;
    readonly code: number | string;
  }[];
  readonly disagreements: readonly Disagreement[];
  /** Of every change, in their order. */
  readonly answers: readonly CompilerAnswer[];
}

/**
 * Only what can have changed is compiled: declarations whose text differs or that mention such, and what the
 * rules speak of.
 */
export function judge(base: Generated, revision: Generated, changes: readonly Change[]): Judgement {
  const [before, after] = [within('base', base.files), within('revision', revision.files)];
  const files = [...before, ...after];
  const expected = expect(base.api, revision.api, changes);
  const touched = (symbol: string): boolean => expected.touching(symbol).length > 0;
  const old = treeProgram(before, ['base/src/index.ts']);
  const changed = changedBetween({ program: old, files: before }, after);
  const models = new Map(
    base.api.schemas.flatMap((one) =>
      one.model === undefined || one.usedIn === 'none'
        ? []
        : [[plainType(one.model.name), one.usedIn === 'request' ? ('sent' as const) : ('read' as const)]],
    ),
  );
  const isWanted = ({ symbol, owner, name, steps }: MethodPlace): boolean =>
    expected.isKnown(symbol) &&
    (changed.reached(owner, name) ||
      steps.some(([at, property]) => changed.edited(at, property)) ||
      touched(symbol));
  const sought = (symbol: string): ReadonlySet<string> =>
    new Set(
      expected
        .touching(symbol)
        .flatMap((one) => [...namesIn(one), ...one.reach.flatMap((use) => use.where).filter(isError)]),
    );
  const written = [
    ...typeProbes(
      old,
      'base',
      (name) => (changed.reached(name) || touched(`type ${name}`) ? models.get(plainType(name)) : undefined),
      sought,
    ),
    ...writeProbes(old, 'base', isWanted, sought),
  ];
  const compiled = compileProbes(files, written);
  const groups = groupProbes(compiled);
  const disagreements = [...groups.values()].flatMap((one) => disagreementsOf(one, groups, expected));
  const judged = { expected, outcomes: groups, disagreements, keyOf: groupKey };
  return {
    probes: compiled.length,
    symbols: new Set(compiled.map((one) => one.probe.symbol)).size,
    breaks: [...groups.values()].flatMap((one) =>
      one.fault === undefined ? [] : [{ symbol: one.symbol, kind: one.kind, code: one.fault.code }],
    ),
    disagreements,
    answers: changes.map((one) => answerFor(one, judged)),
  };
}

/** `response 404`: the name by which probes of errors are asked for. */
const isError = (where: string): boolean => /^response [345]/.test(where);

const within = (folder: string, files: readonly TreeFile[]): TreeFile[] =>
  sources(files).map((file) => ({ path: `${folder}/${file.path}`, text: file.text }));

const sources = (files: readonly TreeFile[]): TreeFile[] =>
  files.filter((file) => file.path.startsWith('src/') && file.path.endsWith('.ts'));
