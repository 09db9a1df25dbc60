/** Assignability of a type of the base to a type of the revision, as TypeScript sees the generated types. */
import type { LiteralType, TypeNode } from '../../ir/types.ts';
import { jsonText } from './json-text.ts';
import { type ObjectMembers, type Schemas, isEmpty, membersOfObject, resolve } from './shape.ts';

interface SchemaPair {
  readonly base: Schemas;
  readonly revision: Schemas;
}

interface Check extends SchemaPair {
  readonly limits: boolean;
  /** Compare only what a reader of `b` needs. */
  readonly read?: 'kinds' | 'values';
  /**
   * Pairs being compared. A pair of recursive types is assumed to be assignable until a difference is found.
   */
  readonly assumed: Map<TypeNode, Set<TypeNode>>;
  steps: number;
}

const MAX_STEPS = 5_000;
const MAX_DEPTH = 40;

/**
 * Whether every value of `a`, including a literal, is assignable to `b`: an excess property counts as a
 * difference. False if the comparison would take too long.
 */
export const fits = (a: TypeNode, b: TypeNode, { base, revision }: SchemaPair): boolean =>
  fitsNode({ base, revision, limits: false, assumed: new Map(), steps: 0 }, a, b, 0);

/** The same for values on the wire: `a` must also satisfy the assertions of `b`. */
export const fitsOnWire = (a: TypeNode, b: TypeNode, { base, revision }: SchemaPair): boolean =>
  fitsNode({ base, revision, limits: true, assumed: new Map(), steps: 0 }, a, b, 0);

/**
 * Whether code that reads `b` can read `a` instead: everything that `b` declares exists, additional parts are
 * allowed. `kinds` ignores which values an enum lists; `values` requires that no new value occurs.
 */
export const readsAs = (
  a: TypeNode,
  b: TypeNode,
  { base, revision, what }: SchemaPair & { readonly what: 'kinds' | 'values' },
): boolean => fitsNode({ base, revision, limits: false, read: what, assumed: new Map(), steps: 0 }, a, b, 0);

function fitsNode(check: Check, a: TypeNode, b: TypeNode, depth: number): boolean {
  check.steps += 1;
  if (check.steps > MAX_STEPS || depth > MAX_DEPTH) return false;
  const [x, y] = [resolve(a, check.base), resolve(b, check.revision)];
  if (y === undefined || y.kind === 'unknown') return true;
  if (x === undefined || x.kind === 'unknown') return false;
  if (check.limits && !isWithin(x, y)) return false;
  if (check.assumed.get(x)?.has(y) === true) return true;
  check.assumed.set(x, (check.assumed.get(x) ?? new Set()).add(y));
  const inner = (typeNode: TypeNode, other: TypeNode): boolean => fitsNode(check, typeNode, other, depth + 1);
  const fit = fitsShape(check, x, y, inner);
  check.assumed.get(x)?.delete(y);
  return fit;
}

const isWithin = (x: TypeNode, y: TypeNode): boolean =>
  (y.constraints === undefined || jsonText({ ...y.constraints }) === jsonText({ ...x.constraints })) &&
  (y.kind !== 'scalar' ||
    y.format === undefined ||
    x.kind === 'union' ||
    (x.kind === 'scalar' && x.format === y.format));

type Inner = (a: TypeNode, b: TypeNode) => boolean;

function fitsShape(check: Check, x: TypeNode, y: TypeNode, inner: Inner): boolean {
  if (x.kind === 'never' || y.kind === 'never') return x.kind === 'never';
  if (x.kind === 'nullable') return inner(NULL, y) && inner(x.type, y);
  if (x.kind === 'union')
    return (
      x.members.every((member) => inner(member, y)) &&
      (x.open === undefined || inner({ kind: 'scalar', scalar: x.open, origin: x.origin }, y))
    );
  if (y.kind === 'nullable') return isNull(x) || inner(x, y.type);
  if (y.kind === 'union')
    return y.members.some((member) => inner(x, member)) || (y.open !== undefined && plainKind(x) === y.open);
  if (y.kind === 'intersection') return y.members.every((member) => inner(x, member));
  if (x.kind === 'intersection') return x.members.some((member) => inner(member, y));
  if (check.read === 'kinds' && y.kind === 'literal') return plainKind(x) === plainKind(y);
  if (x.kind === 'literal' && y.kind === 'literal') return x.value === y.value;
  if (x.kind === 'literal' || x.kind === 'scalar')
    return y.kind === 'scalar' && plainKind(x) === plainKind(y);
  if (x.kind === 'array') return y.kind === 'array' && inner(x.items, y.items);
  if (x.kind === 'tuple') return fitsTuple(x, y, inner);
  if ((x.kind !== 'object' && x.kind !== 'record') || (y.kind !== 'object' && y.kind !== 'record'))
    return false;
  const [given, wanted] = [membersOfObject(x, check.base), membersOfObject(y, check.revision)];
  return check.read === undefined ? fitsObject(given, wanted, inner) : readsObject(given, wanted, inner);
}

/**
 * Optional properties must also be declared, because reading an undeclared property of a union member does
 * not compile.
 */
function readsObject(given: ObjectMembers, wanted: ObjectMembers, inner: Inner): boolean {
  if (wanted.patterns.size > 0) return false;
  for (const property of wanted.properties.values()) {
    const other = given.properties.get(property.name);
    if (other === undefined || (property.required && !other.required)) return false;
    if (!inner(other.type, property.type)) return false;
  }
  return (
    typeof wanted.additional !== 'object' ||
    (typeof given.additional === 'object' && inner(given.additional, wanted.additional))
  );
}

function fitsTuple(x: Extract<TypeNode, { kind: 'tuple' }>, y: TypeNode, inner: Inner): boolean {
  if (y.kind === 'array')
    return (
      x.items.every((item) => inner(item, y.items)) &&
      (x.rest === false || (x.rest !== undefined && inner(x.rest, y.items)))
    );
  return (
    y.kind === 'tuple' &&
    x.rest === false &&
    y.rest === false &&
    x.items.length === y.items.length &&
    x.required >= y.required &&
    x.items.every((item, index) => inner(item, y.items[index] ?? item))
  );
}

function fitsObject(given: ObjectMembers, wanted: ObjectMembers, inner: Inner): boolean {
  if (wanted.patterns.size > 0) return false;
  const open = isEmpty(wanted) ? FREE : wanted.additional === false ? undefined : wanted.additional;
  for (const property of wanted.properties.values())
    if (property.required && given.properties.get(property.name)?.required !== true) return false;
  for (const property of given.properties.values()) {
    const other = wanted.properties.get(property.name)?.type ?? open;
    if (other === undefined || !inner(property.type, other)) return false;
  }
  return typeof given.additional !== 'object' || (open !== undefined && inner(given.additional, open));
}

const NOWHERE = { document: '', pointer: '' };
const NULL: LiteralType = { kind: 'literal', value: null, origin: NOWHERE };
const FREE: TypeNode = { kind: 'unknown', reason: 'empty', origin: NOWHERE };

const isNull = (node: TypeNode): boolean =>
  (node.kind === 'literal' && node.value === null) || (node.kind === 'scalar' && node.scalar === 'null');

function plainKind(node: TypeNode): string | undefined {
  if (node.kind === 'literal') return node.value === null ? 'null' : typeof node.value;
  if (node.kind !== 'scalar') return undefined;
  return node.scalar === 'integer' ? 'number' : node.scalar;
}
