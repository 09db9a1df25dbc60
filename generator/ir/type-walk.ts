/** Questions that every later stage asks of types. Types are finite trees; only `ref` leads out of them. */
import { createHash } from 'node:crypto';
import { byCodeUnit } from '../lib/order.ts';
import type { ObjectType, Property, Schema, TypeNode } from './types.ts';

export type SchemaIndex = ReadonlyMap<string, Schema>;

export const indexSchemas = (schemas: readonly Schema[]): SchemaIndex => new Map(schemas.map((schema) => [schema.id, schema]));

/** The type behind any chain of references; `unknown` when the chain leads nowhere or in a ring. */
export function resolveRef(schemas: SchemaIndex, node: TypeNode): TypeNode {
  const seen = new Set<string>();
  let here = node;
  while (here.kind === 'ref') {
    const schema = seen.has(here.id) ? undefined : schemas.get(here.id);
    if (schema === undefined) return { kind: 'unknown', reason: 'unsupported', origin: here.origin };
    seen.add(here.id);
    here = schema.type;
  }
  return here;
}

/** As `resolveRef`, and null taken away. */
export function resolveValue(schemas: SchemaIndex, node: TypeNode): TypeNode {
  let here = resolveRef(schemas, node);
  for (let step = 0; here.kind === 'nullable' && step < MOST_STEPS; step += 1) here = resolveRef(schemas, here.type);
  return here;
}

const MOST_STEPS = 100;

export interface ObjectView {
  /** Own properties and those of all bases, bases first; an own property stands in the place of the one it redefines. */
  readonly properties: readonly Property[];
  readonly additional?: ObjectType['additional'];
  readonly patterns: NonNullable<ObjectType['patterns']>;
}

/** An object seen flat: through references, null, bases, and intersections of objects. Undefined when it is none. */
export function objectView(schemas: SchemaIndex, node: TypeNode): ObjectView | undefined {
  const properties = new Map<string, Property>();
  const patterns: { readonly pattern: string; readonly type: TypeNode }[] = [];
  let additional: ObjectType['additional'];
  const entered = new Set<TypeNode>();
  // Bases come before what extends them, so an object is on the stack twice: to open its bases, then to add its own.
  const stack: { readonly type: TypeNode; readonly opened: boolean }[] = [{ type: node, opened: false }];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const type = resolveValue(schemas, item.type);
    if (type.kind === 'intersection') {
      for (const member of type.members.toReversed()) stack.push({ type: member, opened: false });
    } else if (type.kind !== 'object') {
      return undefined;
    } else if (!item.opened) {
      if (entered.has(type)) continue;
      entered.add(type);
      stack.push({ type, opened: true });
      for (const base of type.bases.toReversed()) stack.push({ type: base, opened: false });
    } else {
      for (const property of type.properties) properties.set(property.name, property);
      patterns.push(...(type.patterns ?? []));
      additional = type.additional ?? additional;
    }
  }
  return { properties: [...properties.values()], patterns, ...(additional !== undefined && { additional }) };
}

/** The property at a path of names, through references, null and bases: `['pagination', 'totalPages']`. */
export function propertyAt(schemas: SchemaIndex, node: TypeNode, path: readonly string[]): Property | undefined {
  let here = node;
  let found: Property | undefined;
  for (const name of path) {
    found = objectView(schemas, here)?.properties.find((property) => property.name === name);
    if (found === undefined) return undefined;
    here = found.type;
  }
  return found;
}

/** An array or tuple, perhaps behind references and null. */
export function isArrayLike(schemas: SchemaIndex, node: TypeNode): boolean {
  const { kind } = resolveValue(schemas, node);
  return kind === 'array' || kind === 'tuple';
}

/** The types that stand directly inside a type. */
export function childrenOf(node: TypeNode): readonly TypeNode[] {
  switch (node.kind) {
    case 'scalar':
    case 'literal':
    case 'unknown':
    case 'never':
    case 'ref':
      return [];
    case 'array':
      return [node.items];
    case 'tuple':
      return node.rest === undefined || node.rest === false ? node.items : [...node.items, node.rest];
    case 'record':
      return node.keys === undefined ? [node.values] : [node.keys, node.values];
    case 'object': {
      const additional = node.additional === undefined || node.additional === false ? [] : [node.additional];
      return [...node.bases, ...node.properties.map((property) => property.type), ...(node.patterns ?? []).map((one) => one.type), ...additional];
    }
    case 'union':
    case 'intersection':
      return node.members;
    case 'nullable':
      return [node.type];
    default:
      return node satisfies never;
  }
}

/** Visits a type and all types inside it, outer first, without following references. `visit` returns false to stay out of a type. */
export function walkType(node: TypeNode, visit: (node: TypeNode) => boolean | void): void {
  const stack = [node];
  for (let type = stack.pop(); type !== undefined; type = stack.pop()) {
    if (visit(type) === false) continue;
    for (const child of childrenOf(type).toReversed()) stack.push(child);
  }
}

/** Ids of the schemas that a type refers to directly. */
export function referencedIds(node: TypeNode): ReadonlySet<string> {
  const ids = new Set<string>();
  walkType(node, (type) => void (type.kind === 'ref' && ids.add(type.id)));
  return ids;
}

const hashes = new WeakMap<TypeNode, string>();

/**
 * Equal for two types that allow the same shapes, whatever their docs, constraints, origins and the order of their properties.
 * References are equal when they lead to the same schema. Remembered per node, so that hashing a tree bottom-up is linear.
 */
export function structuralHash(root: TypeNode): string {
  const stack: { readonly type: TypeNode; readonly opened: boolean }[] = [{ type: root, opened: false }];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    if (hashes.has(item.type)) continue;
    if (item.opened) hashes.set(item.type, digest(describe(item.type)));
    else stack.push({ type: item.type, opened: true }, ...childrenOf(item.type).map((type) => ({ type, opened: false })));
  }
  return hashes.get(root) ?? '';
}

const hashOf = (node: TypeNode): string => hashes.get(node) ?? '';
const sorted = (texts: readonly string[]): readonly string[] => [...texts].sort(byCodeUnit);
const digest = (text: string): string => (text.length <= 40 ? text : createHash('sha256').update(text).digest('base64url'));

/** One level of a type as text; its children are hashed already. */
function describe(node: TypeNode): string {
  switch (node.kind) {
    case 'scalar':
      return `${node.scalar}:${node.format ?? ''}`;
    case 'literal':
      return `literal:${JSON.stringify(node.value)}`;
    case 'array':
      return `array:${hashOf(node.items)}`;
    case 'tuple':
      return `tuple:${JSON.stringify([node.items.map(hashOf), restOf(node.rest), node.required])}`;
    case 'record':
      return `record:${JSON.stringify([hashOf(node.values), node.keys === undefined ? null : hashOf(node.keys)])}`;
    case 'object': {
      const properties = node.properties.map(({ name, alias, type, required, readOnly, writeOnly }) => JSON.stringify([name, alias ?? null, hashOf(type), required, readOnly === true, writeOnly === true]));
      const patterns = (node.patterns ?? []).map(({ pattern, type }) => JSON.stringify([pattern, hashOf(type)]));
      return `object:${JSON.stringify([sorted(properties), sorted(node.bases.map((base) => base.id)), restOf(node.additional), sorted(patterns)])}`;
    }
    case 'union':
      return `union:${JSON.stringify([sorted(node.members.map(hashOf)), node.open ?? null, node.discriminator?.property ?? null])}`;
    case 'intersection':
      return `intersection:${JSON.stringify(sorted(node.members.map(hashOf)))}`;
    case 'nullable':
      return `nullable:${hashOf(node.type)}`;
    case 'ref':
      return `ref:${node.id}`;
    case 'unknown':
    case 'never':
      return node.kind;
    default:
      return node satisfies never;
  }
}

const restOf = (type: TypeNode | false | undefined): string | boolean => (type === undefined ? true : type === false ? false : hashOf(type));
