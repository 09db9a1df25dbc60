/** Combines two scalar types. */
import { type Origin } from '../../lib/origin.ts';
import { structuralHash } from '../type-walk.ts';
import type { LiteralType, ScalarType, TypeNode, UnionType } from '../types.ts';
import type { SchemaContext } from './context.ts';
import { enumOf } from './enums.ts';

export const isScalarLike = (type: TypeNode): boolean =>
  type.kind === 'scalar' ||
  type.kind === 'literal' ||
  (type.kind === 'union' &&
    type.members.every((member) => member.kind === 'literal' || member.kind === 'scalar'));

/**
 * The narrower of two scalar-like types, or the values that they share. A reference stays if the other
 * part adds nothing to its target.
 */
export function narrow(context: SchemaContext, a: TypeNode, b: TypeNode, origin: Origin): TypeNode {
  const left = bodyOf(context, a);
  const right = bodyOf(context, b);
  if (left === undefined || right === undefined) return { kind: 'intersection', members: [a, b], origin };
  const type = narrowBodies(context, left, right, origin);
  if (a.kind === 'ref' && structuralHash(type) === structuralHash(left)) return a;
  if (b.kind === 'ref' && structuralHash(type) === structuralHash(right)) return b;
  return type;
}

function bodyOf(context: SchemaContext, type: TypeNode): TypeNode | undefined {
  let here: TypeNode | undefined = type;
  for (let step = 0; here?.kind === 'ref' && step < 20; step += 1) here = context.bodyOf(here.id);
  const value = here?.kind === 'nullable' ? here.type : here;
  return value !== undefined && isScalarLike(value) ? value : undefined;
}

function narrowBodies(context: SchemaContext, a: TypeNode, b: TypeNode, origin: Origin): TypeNode {
  if (a.kind === 'scalar' && b.kind === 'scalar') return narrowScalars(context, a, b, origin);
  const leftValues = valuesOf(a);
  const rightValues = valuesOf(b);
  if (leftValues !== undefined && rightValues !== undefined) {
    const shared = rightValues.filter((value) => leftValues.some((other) => other.value === value.value));
    if (shared.length > 0) return enumOf(shared, false, origin);
    return conflict(context, a, b, origin);
  }
  if (leftValues !== undefined) return fits(leftValues, b) ? a : conflict(context, a, b, origin);
  if (rightValues !== undefined) return fits(rightValues, a) ? b : conflict(context, a, b, origin);
  for (const [open, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (
      open.kind === 'union' &&
      open.open !== undefined &&
      other.kind === 'scalar' &&
      (other.scalar === open.open || (open.open === 'number' && other.scalar === 'integer'))
    )
      return open;
  }
  for (const [union, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (union.kind === 'union' && union.open === undefined && other.kind === 'scalar')
      return membersWithin(union, other) ?? conflict(context, a, b, origin);
  }
  return structuralHash(a) === structuralHash(b) ? b : { kind: 'intersection', members: [a, b], origin };
}

/**
 * The members of a union that have the given type: `boolean` of `boolean | 'auto'` beside `type: boolean`.
 */
function membersWithin(union: UnionType, scalar: ScalarType): TypeNode | undefined {
  const kept = union.members.filter((member) =>
    member.kind === 'scalar' ? member.scalar === scalar.scalar : fitsOne(member, scalar),
  );
  const [only] = kept;
  if (kept.length === union.members.length) return union;
  return kept.length > 1 ? { ...union, members: kept } : only;
}

const fitsOne = (member: TypeNode, scalar: ScalarType): boolean =>
  member.kind === 'literal' && fits([member], scalar);

function narrowScalars(context: SchemaContext, a: ScalarType, b: ScalarType, origin: Origin): TypeNode {
  if (a.scalar === b.scalar) return { ...a, ...b };
  const pair = new Set([a.scalar, b.scalar]);
  if (pair.has('integer') && pair.has('number')) return { ...a, ...b, scalar: 'integer' };
  if (pair.has('string') && pair.has('binary')) return a.scalar === 'binary' ? a : b;
  return conflict(context, a, b, origin);
}

function conflict(context: SchemaContext, a: TypeNode, b: TypeNode, origin: Origin): TypeNode {
  context.report('schema-conflict', { first: describe(a), second: describe(b) }, origin, [
    { message: 'the other part', origin: a.origin },
  ]);
  return b;
}

/** The literals of a literal or closed enum. */
function valuesOf(type: TypeNode): readonly LiteralType[] | undefined {
  if (type.kind === 'literal') return [type];
  if (type.kind !== 'union' || type.open !== undefined) return undefined;
  const literals = type.members.filter((member) => member.kind === 'literal');
  return literals.length === type.members.length ? literals : undefined;
}

function fits(values: readonly LiteralType[], type: TypeNode): boolean {
  if (type.kind === 'union')
    return type.members.some((member) => fits(values, member)) || type.open !== undefined;
  if (type.kind === 'literal') return values.some(({ value }) => value === type.value);
  if (type.kind !== 'scalar') return true;
  const wanted = type.scalar === 'integer' ? 'number' : type.scalar === 'binary' ? 'string' : type.scalar;
  return values.every(({ value }) => typeof value === wanted);
}

const describe = (type: TypeNode): string =>
  type.kind === 'scalar'
    ? type.scalar
    : type.kind === 'literal'
      ? JSON.stringify(type.value)
      : `${type.kind} of ${type.kind === 'union' ? type.members.length : 0}`;
