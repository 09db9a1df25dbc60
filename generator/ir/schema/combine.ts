/** Combines types that must hold together: `allOf`, and keywords beside each other. */
import { type Origin } from '../../lib/origin.ts';
import { structuralHash } from '../type-walk.ts';
import type { ObjectType, Property, RefType, TypeNode, UnionType } from '../types.ts';
import type { SchemaContext } from './context.ts';
import { unknownType } from './docs.ts';
import { isScalarLike, narrow } from './narrow.ts';

/** The type of values that satisfy every part. A contradiction is reported, and the later part wins. */
export function combine(context: SchemaContext, parts: readonly TypeNode[], origin: Origin): TypeNode {
  const stripped = parts.map((part) => (part.kind === 'nullable' ? part.type : part));
  const present = distinct(
    stripped
      .filter((part) => !saysNothing(part))
      .flatMap((part) => (part.kind === 'intersection' ? part.members : [part])),
  );
  const [first, ...others] = present;
  if (first === undefined)
    return (
      parts.find((part) => part.kind === 'unknown' || part.kind === 'record') ?? unknownType(origin, 'empty')
    );
  const isNullable =
    parts.every((part) => part.kind === 'nullable' || saysNothing(part)) &&
    parts.some((part) => part.kind === 'nullable');
  const type = others.length === 0 ? first : unite(context, present, origin);
  return isNullable && type.kind !== 'nullable' ? { kind: 'nullable', type, origin } : type;
}

type TypeKind = 'object' | 'union' | 'scalar' | 'array' | 'other';

function unite(context: SchemaContext, parts: readonly TypeNode[], origin: Origin): TypeNode {
  const kinds = parts.map((part) => kindOf(context, part));
  const never = parts.find((part) => part.kind === 'never');
  if (never !== undefined) return never;
  if (kinds.every((kind) => kind === 'object')) return mergeObjects(context, parts, origin);
  if (kinds.every((kind) => kind === 'scalar')) return parts.reduce((a, b) => narrow(context, a, b, origin));
  if (kinds.every((kind) => kind === 'array'))
    return parts.reduce((a, b) => narrowArray(context, a, b, origin));
  const narrowed = withinUnion(context, parts, kinds, origin);
  if (narrowed !== undefined) return narrowed;
  if (kinds.every((kind) => kind === 'object' || kind === 'union' || kind === 'other')) {
    const objects = parts.filter((_, index) => kinds[index] === 'object');
    const rest = parts.filter((_, index) => kinds[index] !== 'object');
    return overUnions(context, objects, rest, origin);
  }
  const shapes = new Set(kinds.map((kind) => (kind === 'union' || kind === 'other' ? undefined : kind)));
  shapes.delete(undefined);
  if (shapes.size === 1) return { kind: 'intersection', members: parts, origin };
  const last = parts.at(-1) ?? unknownType(origin, 'empty');
  context.report('schema-conflict', { first: nameKind(parts[0]), second: nameKind(last) }, origin, [
    { message: 'the other part', origin: parts[0]?.origin ?? origin },
  ]);
  return last;
}

function kindOf(context: SchemaContext, type: TypeNode): TypeKind {
  if (isScalarLike(type)) return 'scalar';
  switch (type.kind) {
    case 'object':
    case 'record':
      return 'object';
    case 'array':
    case 'tuple':
      return 'array';
    case 'union':
      return 'union';
    case 'ref': {
      const shape = context.view.shapeOf(context.names.byId.get(type.id)?.node ?? true);
      return shape === 'unknown' ? 'other' : shape;
    }
    default:
      return 'other';
  }
}

/** `{}` and a bare `type: object` add nothing to other parts. */
const saysNothing = (part: TypeNode): boolean =>
  part.kind === 'unknown' ||
  (part.kind === 'record' &&
    part.keys === undefined &&
    part.values.kind === 'unknown' &&
    part.values.reason === 'empty');

function distinct(parts: readonly TypeNode[]): readonly TypeNode[] {
  if (parts.length < 2) return parts;
  const seen = new Set<string>();
  return parts.filter((part) => {
    const hash = structuralHash(part);
    return seen.has(hash) ? false : seen.add(hash);
  });
}

/**
 * References become bases. Inline parts are merged to a single list of properties, in which a part may
 * require what another part declares.
 */
function mergeObjects(context: SchemaContext, parts: readonly TypeNode[], origin: Origin): TypeNode {
  const properties = new Map<string, Property>();
  const bases = new Map<string, RefType>();
  const patterns: { readonly pattern: string; readonly type: TypeNode }[] = [];
  const undeclared = new Set(
    parts.flatMap((part) => (part.kind === 'object' ? (part.undeclared ?? []) : [])),
  );
  let additional: ObjectType['additional'];
  let isObject = false;
  for (const part of parts) {
    if (part.kind === 'ref') bases.set(part.id, { kind: 'ref', id: part.id, origin: part.origin });
    else if (part.kind === 'record') additional = merged(context, additional, part.values, origin);
    else if (part.kind === 'object') {
      isObject = true;
      for (const base of part.bases) bases.set(base.id, base);
      for (const property of part.properties)
        properties.set(property.name, mergeProperty(context, properties.get(property.name), property));
      if (part.additional !== undefined)
        additional = part.additional === false ? false : merged(context, additional, part.additional, origin);
      patterns.push(...(part.patterns ?? []));
    }
  }
  if (!isObject && bases.size === 0)
    return {
      kind: 'record',
      values: additional === false || additional === undefined ? unknownType(origin, 'empty') : additional,
      origin,
    };
  const all = [...properties.values()].map((property) =>
    undeclared.delete(property.name) && !property.required ? { ...property, required: true } : property,
  );
  return {
    kind: 'object',
    properties: all,
    bases: [...bases.values()],
    origin,
    ...(additional !== undefined && { additional }),
    ...(patterns.length > 0 && { patterns }),
    ...(undeclared.size > 0 && { undeclared: [...undeclared] }),
  };
}

const merged = (
  context: SchemaContext,
  a: ObjectType['additional'],
  b: TypeNode,
  origin: Origin,
): TypeNode => (a === undefined || a === false ? b : combine(context, [a, b], origin));

/**
 * Merges a property that two parts declare: both types hold, the later description wins, and the property
 * is required if either part requires it.
 */
export function mergeProperty(
  context: SchemaContext,
  earlier: Property | undefined,
  later: Property,
): Property {
  if (earlier === undefined) return later;
  return {
    ...earlier,
    ...later,
    type: combineDocumented(context, earlier.type, later.type, later.origin),
    required: earlier.required || later.required,
  };
}

function combineDocumented(context: SchemaContext, a: TypeNode, b: TypeNode, origin: Origin): TypeNode {
  if (a === b) return a;
  const type = combine(context, [a, b], origin);
  return type === a && b.description !== undefined ? { ...a, description: b.description } : type;
}

function narrowArray(context: SchemaContext, a: TypeNode, b: TypeNode, origin: Origin): TypeNode {
  if (a.kind === 'array' && b.kind === 'array')
    return { ...a, ...b, items: combine(context, [a.items, b.items], origin) };
  if (a.kind === 'array' && a.items.kind === 'unknown') return b;
  if (b.kind === 'array' && b.items.kind === 'unknown') return a;
  return { kind: 'intersection', members: [a, b], origin };
}

/**
 * For an inline union beside parts of a single kind: only the union's members of that kind can hold as
 * well. Undefined if all members have that kind, or if that cannot be decided.
 */
function withinUnion(
  context: SchemaContext,
  parts: readonly TypeNode[],
  kinds: readonly TypeKind[],
  origin: Origin,
): TypeNode | undefined {
  const [union, ...more] = parts.filter((_, index) => kinds[index] === 'union');
  const others = parts.filter((_, index) => kinds[index] !== 'union');
  const [kind, ...further] = new Set(kinds.filter((name) => name !== 'union'));
  if (
    union?.kind !== 'union' ||
    more.length > 0 ||
    kind === undefined ||
    kind === 'other' ||
    further.length > 0
  )
    return undefined;
  const memberKinds = union.members.map((member) => kindOf(context, member));
  if (
    memberKinds.some((memberKind) => memberKind === 'union' || memberKind === 'other') ||
    (kind === 'object' && memberKinds.every((memberKind) => memberKind === 'object'))
  )
    return undefined;
  const members = union.members.filter((_, index) => memberKinds[index] === kind);
  if (members.length === 0) return undefined;
  const rest = unionOf(union, members, origin);
  return kind === 'object'
    ? unite(context, [...others, rest], origin)
    : unionOf(
        union,
        members.map((member) => combine(context, [...others, member], origin)),
        origin,
      );
}

/**
 * Applies `own`, whose keywords concern a single kind of value, to a union that has other kinds too: it
 * narrows the members of its kind. Undefined if there are none.
 */
export function narrowMembers(
  context: SchemaContext,
  own: TypeNode,
  union: TypeNode,
  origin: Origin,
): TypeNode | undefined {
  const kind = kindOf(context, own);
  const members = union.kind === 'union' ? union.members : [union];
  const kinds = members.map((member) => kindOf(context, member));
  if (kinds.some((name) => name === 'union' || name === 'other') || kinds.every((name) => name === kind))
    return undefined;
  const narrowed = members.map((member, index) =>
    kinds[index] === kind ? combine(context, [own, member], origin) : member,
  );
  return union.kind === 'union' ? unionOf(union, narrowed, origin) : narrowed[0];
}

function unionOf(union: UnionType, members: readonly TypeNode[], origin: Origin): TypeNode {
  const each = distinct(members);
  const [only] = each;
  if (only !== undefined && each.length === 1) return only;
  if (each.every((member) => isScalarLike(member) && member.kind !== 'union'))
    return {
      kind: 'union',
      mode: each.every((member) => member.kind === 'literal') ? 'enum' : union.mode,
      members: each,
      origin,
    };
  const { discriminator: _moved, ...plain } = union;
  return each.length === union.members.length
    ? { ...union, members: each, origin }
    : { ...plain, members: each, origin };
}

/** Beyond this number, copies of properties would inflate the output. An intersection expresses the same. */
const MOST_COPIES = 400;

/**
 * Combines objects with an inline union of inline objects: each member gets the objects' properties.
 * Everything else stays an intersection.
 */
function overUnions(
  context: SchemaContext,
  objects: readonly TypeNode[],
  rest: readonly TypeNode[],
  origin: Origin,
): TypeNode {
  const [union, ...more] = rest;
  if (union?.kind === 'union' && more.length === 0 && isDistributable(union, objects)) {
    return {
      ...union,
      members: union.members.map((member) => ({
        ...withoutUndeclared(member),
        ...mergeObjects(context, [...objects, member], member.origin),
      })),
      origin,
    };
  }
  // A map of anything beside a union only repeats that its variants are objects.
  const telling = objects.filter((object) => object.kind !== 'record' || object.values.kind !== 'unknown');
  const object = telling.length > 1 ? [mergeObjects(context, telling, origin)] : telling;
  const members = [...object, ...rest];
  const [only] = members;
  return members.length === 1 && only !== undefined ? only : { kind: 'intersection', members, origin };
}

/** Clears `undeclared`: the objects beside the member may declare the names that it requires. */
function withoutUndeclared(member: TypeNode): TypeNode {
  if (member.kind !== 'object') return member;
  const { undeclared: _, ...rest } = member;
  return rest;
}

function isDistributable(union: UnionType, objects: readonly TypeNode[]): boolean {
  const copied = objects.reduce(
    (sum, object) => sum + (object.kind === 'object' ? object.properties.length : 1),
    0,
  );
  return (
    objects.length > 0 &&
    union.members.every((member) => member.kind === 'object') &&
    copied * union.members.length <= MOST_COPIES
  );
}

const nameKind = (type: TypeNode | undefined): string => {
  switch (type?.kind) {
    case 'scalar':
      return type.scalar;
    case 'literal':
      return JSON.stringify(type.value);
    default:
      return type?.kind ?? 'nothing';
  }
};
