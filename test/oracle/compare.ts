/** Whether our types and the peer's accept each other's values, judged by the compiler over one probe file. */
import ts from 'typescript';
import type { TreeFile } from '../../generator/emit/types.ts';
import type { Generation } from '../../generator/generate.ts';
import { CONSUMER, pathInTree, treeProgram } from '../../generator/verify/program.ts';
import { PROBE_HEAD, pairsOf } from './pairs.ts';

export type Verdict =
  | 'same'
  /** Every value of theirs is one of ours, but not the other way round. */
  | 'ours-wider'
  | 'theirs-wider'
  | 'different'
  /** A side is `any`: the place does not exist there, or the peer gave up. */
  | 'not-comparable';

export interface Comparison {
  readonly name: string;
  readonly verdict: Verdict;
  /** Path of properties to the innermost place that differs. */
  readonly place: string;
  /** Both types at that place as the compiler prints them, shortened. */
  readonly ours: string;
  readonly theirs: string;
  /** They agree but for `null`. */
  readonly onlyNull: boolean;
}

export function compareTypes(generation: Generation, files: readonly TreeFile[], peer: string): readonly Comparison[] {
  const { pairs, imports } = pairsOf(generation);
  const lines = pairs.flatMap((pair, index) => [`type A${index} = ${pair.ours};`, `type B${index} = ${pair.theirs};`]);
  const probe = [`import type { components, paths } from './peer.ts';`, ...imports, PROBE_HEAD, ...lines, 'export {};'].join('\n');
  const options = { ...CONSUMER, exactOptionalPropertyTypes: true };
  const program = treeProgram([...files, { path: 'peer.ts', text: peer }, { path: 'probe.ts', text: probe }], ['probe.ts'], options);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(pathInTree('probe.ts'));
  const aliases = new Map<string, ts.Type>();
  for (const statement of source?.statements ?? []) {
    if (ts.isTypeAliasDeclaration(statement)) aliases.set(statement.name.text, checker.getTypeAtLocation(statement.name));
  }
  return pairs.map((pair, index) => {
    const [a, b] = [aliases.get(`A${index}`), aliases.get(`B${index}`)];
    const verdict = a && b ? verdictOf(checker, a, b) : 'not-comparable';
    if (!a || !b || verdict === 'same') return { name: pair.name, verdict, place: '', ours: '', theirs: '', onlyNull: false };
    const inner = innermost(checker, { place: '', a, b });
    const shown = (type: ts.Type): string => checker.typeToString(type).slice(0, 160);
    const onlyNull = verdictOf(checker, checker.getNonNullableType(inner.a), checker.getNonNullableType(inner.b)) === 'same';
    return { name: pair.name, verdict, place: inner.place, ours: shown(inner.a), theirs: shown(inner.b), onlyNull };
  });
}

interface Spot {
  readonly place: string;
  readonly a: ts.Type;
  readonly b: ts.Type;
}

/** Follows the first property that differs while both sides are objects with the same names. */
function innermost(checker: ts.TypeChecker, start: Spot): Spot {
  let spot = start;
  for (let depth = 0; depth < 6; depth++) {
    const next = step(checker, spot);
    if (!next) return spot;
    spot = next;
  }
  return spot;
}

function step(checker: ts.TypeChecker, { place, a, b }: Spot): Spot | undefined {
  const [left, right] = [checker.getNonNullableType(a), checker.getNonNullableType(b)];
  if (checker.isArrayType(left) && checker.isArrayType(right)) {
    const [x, y] = [checker.getTypeArguments(left as ts.TypeReference)[0], checker.getTypeArguments(right as ts.TypeReference)[0]];
    return x && y ? { place: `${place}[]`, a: x, b: y } : undefined;
  }
  if (left.isUnion() || right.isUnion()) return undefined;
  const [ours, theirs] = [left.getProperties(), right.getProperties()];
  if (ours.length === 0 || theirs.length === 0) return undefined;
  const names = new Map(theirs.map((one) => [one.name, one]));
  for (const one of ours) {
    const other = names.get(one.name);
    if (!other) continue;
    const [x, y] = [checker.getTypeOfSymbol(one), checker.getTypeOfSymbol(other)];
    if (verdictOf(checker, x, y) !== 'same') return { place: `${place}.${one.name}`, a: x, b: y };
  }
  const [extra, lacking] = [ours.find((one) => !names.has(one.name)), theirs.find((one) => !ours.some((own) => own.name === one.name))];
  const odd = ours.find((one) => (one.flags & ts.SymbolFlags.Optional) !== ((names.get(one.name)?.flags ?? one.flags) & ts.SymbolFlags.Optional));
  const detail = extra ? ` has ${extra.name}` : lacking ? ` lacks ${lacking.name}` : odd ? ` ${(odd.flags & ts.SymbolFlags.Optional) !== 0 ? 'may omit' : 'requires'} ${odd.name}` : undefined;
  return detail === undefined || place.endsWith(detail) ? undefined : { place: place + detail, a, b };
}

function verdictOf(checker: ts.TypeChecker, a: ts.Type, b: ts.Type): Verdict {
  if ((a.flags & ts.TypeFlags.Any) !== 0 || (b.flags & ts.TypeFlags.Any) !== 0) return 'not-comparable';
  const [fits, takes] = [checker.isTypeAssignableTo(a, b), checker.isTypeAssignableTo(b, a)];
  if (fits && takes) return 'same';
  if (takes) return 'ours-wider';
  return fits ? 'theirs-wider' : 'different';
}
