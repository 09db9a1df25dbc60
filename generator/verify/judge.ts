/**
 * The compiler as judge: the probes of the old SDK are compiled against the new one and compared with what
 * the rules said.
 */
import type { Change, CompilerAnswer } from '../diff/types.ts';
import { type Disagreement, answerFor } from './answers.ts';
import type { TreeFile } from '../emit/types.ts';
import type { Api } from '../ir/types.ts';
import { byCodeUnit } from '../lib/order.ts';
import { changedBetween } from './changed.ts';
import { type CompileOptions, type Compiled, type Fault, compileProbes } from './compile.ts';
import { type Expectations, expect, plain, plainType, typeOf } from './expectations.ts';
import type { Probe, ProbedClass } from './probe.ts';
import { type MethodPlace, typeProbes, writeProbes } from './probes.ts';
import { treeProgram } from './program.ts';

export interface Generated {
  readonly api: Api;
  /** The SDK's files, `src/index.ts` among them. */
  readonly files: readonly TreeFile[];
}

export interface Judgement {
  /** Lines compiled. */
  readonly probes: number;
  readonly symbols: number;
  /** Lines that the time did not suffice for. */
  readonly leftOut: number;
  /** What stopped compiling: symbol, class of use, TypeScript's code. */
  readonly breaks: readonly { readonly symbol: string; readonly kind: ProbedClass; readonly code: number }[];
  readonly disagreements: readonly Disagreement[];
  /** Of every change, in their order. */
  readonly answers: readonly CompilerAnswer[];
}

/**
 * Only what can have changed is compiled: declarations whose text differs or that mention such, and what the
 * rules speak of.
 */
export function judge(
  base: Generated,
  revision: Generated,
  changes: readonly Change[],
  options: CompileOptions = {},
): Judgement {
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
  const { compiled, leftOut } = compileProbes(files, written, options);
  const groups = groupProbes(compiled);
  // What was not compiled cannot be said to compile.
  const disagreements = [...groups.values()]
    .flatMap((one) => disagreementsOf(one, groups, expected))
    .filter((one) => leftOut === 0 || one.expected === 'compiles');
  const judged = { expected, outcomes: groups, disagreements, leftOut, keyOf: groupKey };
  return {
    probes: compiled.length,
    symbols: new Set(compiled.map((one) => one.probe.symbol)).size,
    leftOut,
    breaks: [...groups.values()].flatMap((one) =>
      one.fault === undefined ? [] : [{ symbol: one.symbol, kind: one.kind, code: one.fault.code }],
    ),
    disagreements,
    answers: changes.map((one) => answerFor(one, judged)),
  };
}

/** A value with a property too many is refused where it is written, not where it is passed on. */
const LITERAL_ONLY = new Set<string>([
  'property-removed',
  'property-renamed',
  'additional-properties-closed',
  'index-signature-removed',
]);

/** `response 404`: the name by which probes of errors are asked for. */
const isError = (where: string): boolean => /^response [345]/.test(where);

/** The properties on a change's path: `Pet.owner.name` → `owner`, `name`. */
const namesIn = (change: Change): readonly string[] =>
  change.subject
    .split(/[.[\]]+/)
    .slice(1)
    .map((one) => one.replaceAll('"', ''))
    .filter((one) => one !== '' && !one.includes('('));

interface Group {
  readonly symbol: string;
  readonly kind: ProbedClass;
  readonly probes: Probe[];
  /** A table of the values of an argument that is no longer there. */
  missing?: true;
  fault?: Fault & { readonly probe: string };
}

/** A path that is no longer there, or may be null: the switch over it fails because reading does. */
const READ_FAULTS = new Set([2339, 2551, 2532, 2533, 7053, 18046, 18047, 18048, 18049]);

const groupKey = (symbol: string, kind: ProbedClass): string => `${plain(symbol)} ${kind}`;

function groupProbes(compiled: readonly Compiled[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  const open = (symbol: string, kind: ProbedClass): Group => {
    const key = groupKey(symbol, kind);
    const group = groups.get(key) ?? { symbol, kind, probes: [] };
    groups.set(key, group);
    return group;
  };
  for (const { probe, fault } of compiled) {
    // An argument that is no longer there says nothing of its values.
    if (probe.input === true && fault !== undefined && READ_FAULTS.has(fault.code)) {
      open(probe.symbol, probe.kind).missing = true;
      continue;
    }
    open(probe.symbol, probe.kind).probes.push(probe);
    if (fault === undefined) continue;
    const group = open(
      probe.symbol,
      probe.kind === 'exhaust' && READ_FAULTS.has(fault.code) ? 'read' : probe.kind,
    );
    group.fault ??= { ...fault, probe: probe.code };
  }
  return groups;
}

function disagreementsOf(
  group: Group,
  groups: ReadonlyMap<string, Group>,
  expected: Expectations,
): readonly Disagreement[] {
  const { symbol, kind, probes, fault } = group;
  const isType = symbol.startsWith('type ');
  // What is gone takes its results with it: that the call, or the import, breaks says it all.
  const name = isType ? 'name' : 'call';
  if (
    kind !== name &&
    groups.get(`${plain(symbol)} ${name}`)?.fault !== undefined &&
    (isType || expected.isGone(symbol))
  )
    return [];
  const causes = expected.breaking(symbol, kind);
  if (isType && kind !== 'name' && expected.breaking(symbol, 'name').length > 0) return [];
  // Another type took the name: what was imported is not what it was.
  if (
    kind === 'name' &&
    fault === undefined &&
    ['read', 'fake', 'exhaust'].some((one) => groups.get(`${plain(symbol)} ${one}`)?.fault !== undefined)
  )
    return [];
  // A value that reads otherwise is compared otherwise.
  const readFails = groups.get(`${plain(symbol)} read`)?.fault !== undefined;
  if (
    kind === 'exhaust' &&
    (fault !== undefined || readFails) &&
    expected.breaking(symbol, 'read').length > 0
  )
    return [];
  if ((fault !== undefined) === causes.length > 0) return [];
  // Without a tag no switch over the members can be written.
  if (
    fault === undefined &&
    kind === 'exhaust' &&
    causes.every((one) => one.rule.startsWith('union-member-') && !expected.isTagged(one))
  )
    return [];
  // Where the argument went, no table shows which values it took.
  if (
    fault === undefined &&
    group.missing === true &&
    causes.every((one) => one.directions.every((direction) => direction === 'request'))
  )
    return [];
  // Another member of a union without a tag accepts the value as it is.
  if (fault === undefined && kind === 'call' && causes.every(expected.isLoose)) return [];
  // What only a literal shows cannot be shown where the type is too deep to write one.
  if (
    fault === undefined &&
    kind === 'fake' &&
    probes.every((one) => one.code.includes('Flat<')) &&
    causes.every((one) => LITERAL_ONLY.has(one.rule))
  )
    return [];
  // Too deep for the paths that are tried here: the type itself was tried as well.
  if (
    fault === undefined &&
    causes.some(
      (one) =>
        groups.get(`${typeOf(one)} ${kind}`)?.fault !== undefined ||
        (kind === 'exhaust' && groups.get(`${typeOf(one)} read`)?.fault !== undefined) ||
        (kind === 'call' && groups.get(`${typeOf(one)} fake`)?.fault !== undefined),
    )
  )
    return [];
  return [
    {
      symbol,
      kind,
      expected: fault === undefined ? 'breaks' : 'compiles',
      probe: fault?.probe ?? probes[0]?.code ?? '',
      ...(fault === undefined ? {} : { fault: { code: fault.code, message: fault.message } }),
      rules: [...new Set(expected.touching(symbol).map((one) => one.rule))].sort(byCodeUnit),
      causes: causes.map((one) => one.message),
    },
  ];
}

const within = (folder: string, files: readonly TreeFile[]): TreeFile[] =>
  sources(files).map((file) => ({ path: `${folder}/${file.path}`, text: file.text }));

const sources = (files: readonly TreeFile[]): TreeFile[] =>
  files.filter((file) => file.path.startsWith('src/') && file.path.endsWith('.ts'));
