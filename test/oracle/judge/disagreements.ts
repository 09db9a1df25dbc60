/** Rules and compiler beside each other, by method or type and by class of use: where they say two things. */
import { byCodeUnit } from '../../../generator/lib/order.ts';
import type { Disagreement } from './answers.ts';
import type { Change } from '../../../generator/diff/types.ts';
import { type Expectations, namesIn, typeOf } from './expectations.ts';
import { plain } from './symbols.ts';
import type { Compiled, Fault, Probe, ProbedClass } from './probe.ts';

/** A value with a property too many is refused where it is written, not where it is passed on. */
const LITERAL_ONLY = new Set<string>([
  'property-removed',
  'property-renamed',
  'additional-properties-closed',
  'index-signature-removed',
]);

export interface Group {
  readonly symbol: string;
  readonly kind: ProbedClass;
  readonly probes: Probe[];
  /** A table of the values of an argument that is no longer there. */
  missing?: true;
  fault?: Fault & { readonly probe: string; readonly tells?: string };
}

/** A path that is no longer there, or may be null: the switch over it fails because reading does. */
const READ_FAULTS = new Set<number | string>([
  2339,
  2551,
  2532,
  2533,
  7053,
  18046,
  18047,
  18048,
  18049,
  'reportAttributeAccessIssue',
  'reportOptionalMemberAccess',
]);

/** Of two constants that are never equal. */
const NO_OVERLAP = 2367;

export const groupKey = (symbol: string, kind: ProbedClass): string => `${plain(symbol)} ${kind}`;

export function groupProbes(compiled: readonly Compiled[]): ReadonlyMap<string, Group> {
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
    // Where no member has the constant any more, nothing is read of it.
    if (probe.kind === 'read' && probe.tells !== undefined && fault?.code === NO_OVERLAP) continue;
    open(probe.symbol, probe.kind).probes.push(probe);
    if (fault === undefined) continue;
    const group = open(
      probe.symbol,
      probe.kind === 'exhaust' && probe.tells === undefined && READ_FAULTS.has(fault.code)
        ? 'read'
        : probe.kind,
    );
    // A line about one value says more than one that tells the members of a union apart.
    if (group.fault === undefined || (group.fault.tells !== undefined && probe.tells === undefined))
      group.fault = {
        ...fault,
        probe: probe.code,
        ...(probe.tells === undefined ? {} : { tells: probe.tells }),
      };
  }
  return groups;
}

export function disagreementsOf(
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
  if (fault?.tells !== undefined && expected.meeting(symbol).some((one) => leadsAstray(one, fault.probe)))
    return [];
  // Where nothing tells the members apart, and in what is sent, no code is exhaustive.
  if (fault === undefined && kind === 'exhaust' && causes.every((one) => isUntold(one, group, expected)))
    return [];
  if (
    fault === undefined &&
    kind === 'fake' &&
    causes.every((one) => isUntold(one, groups.get(groupKey(symbol, 'exhaust')) ?? group, expected))
  )
    return [];
  // Telling members apart says nothing of the values that one of them may have.
  if (
    fault === undefined &&
    kind === 'exhaust' &&
    probes.every((one) => one.tells !== undefined) &&
    !causes.some((one) => one.rule.startsWith('union-member-'))
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

/** Neither a tag nor a property told apart the members of the union that the change is about. */
const isUntold = (change: Change, { probes }: Group, expected: Expectations): boolean =>
  /^(?:union-member|webhook)-/.test(change.rule) &&
  !expected.isTagged(change) &&
  !(
    change.directions.includes('response') &&
    probes.some((one) => one.tells === (namesIn(change).at(-1) ?? ''))
  );

/**
 * Another member took on the property by which the line knows one: no addition is called a break for that.
 */
const leadsAstray = (change: Change, probe: string): boolean =>
  change.rule.startsWith('property-added-') &&
  probe.includes(`(${JSON.stringify(namesIn(change).at(-1) ?? '')} in it)`);
