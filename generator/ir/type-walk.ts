/** Traversal of types for every later stage. Types are finite trees; only `ref` leads out of them. */
import { sha256 } from '../lib/hash.ts';
import { byCodeUnit } from '../lib/order.ts';
import type { RefType, ScalarType, TypeNode } from './types.ts';

const NONE: readonly TypeNode[] = [];

/** The types directly inside a type. */
function childrenOf(node: TypeNode): readonly TypeNode[] {
  switch (node.kind) {
    case 'scalar':
    case 'literal':
    case 'unknown':
    case 'never':
    case 'ref':
      return NONE;
    case 'array':
      return [node.items];
    case 'tuple':
      return node.rest === undefined || node.rest === false ? node.items : [...node.items, node.rest];
    case 'record':
      return node.keys === undefined ? [node.values] : [node.values, node.keys];
    case 'object': {
      const inside: TypeNode[] = [...node.bases];
      for (const property of node.properties) inside.push(property.type);
      if (node.additional) inside.push(node.additional);
      for (const { type } of node.patterns ?? []) inside.push(type);
      return inside;
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

/**
 * Visits a type and all types inside it, outer types first, without following references. If `visit`
 * returns false, the inside of that type is skipped.
 */
export function walkType(node: TypeNode, visit: (node: TypeNode) => boolean | void): void {
  const stack = [node];
  for (let type = stack.pop(); type !== undefined; type = stack.pop()) {
    if (visit(type) === false) continue;
    const children = childrenOf(type);
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (child !== undefined) stack.push(child);
    }
  }
}

/** Ids of the schemas to which types refer directly, in order of appearance, without duplicates. */
export function referencedIds(types: Iterable<TypeNode>): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const type of types)
    walkType(type, (typeNode) => void (typeNode.kind === 'ref' && ids.add(typeNode.id)));
  return ids;
}

/** Everything reachable from `start`, `start` included. */
export function closureOf(
  links: ReadonlyMap<string, ReadonlySet<string>>,
  start: Iterable<string>,
): ReadonlySet<string> {
  const seen = new Set<string>(start);
  const waiting = [...seen];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const next of links.get(id) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return seen;
}

export interface LeafChange {
  readonly scalar: (node: ScalarType) => TypeNode;
  readonly ref: (node: RefType) => RefType;
}

/** Copies a type and replaces its scalars and references. */
export function replaceLeaves(node: TypeNode, change: LeafChange): TypeNode {
  const inside = (type: TypeNode): TypeNode => replaceLeaves(type, change);
  switch (node.kind) {
    case 'literal':
    case 'unknown':
    case 'never':
      return node;
    case 'scalar':
      return change.scalar(node);
    case 'ref':
      return change.ref(node);
    case 'array':
      return { ...node, items: inside(node.items) };
    case 'tuple':
      return { ...node, items: node.items.map(inside), ...(node.rest && { rest: inside(node.rest) }) };
    case 'record':
      return { ...node, values: inside(node.values), ...(node.keys && { keys: inside(node.keys) }) };
    case 'object':
      return {
        ...node,
        bases: node.bases.map(change.ref),
        properties: node.properties.map((property) => ({ ...property, type: inside(property.type) })),
        ...(node.additional && { additional: inside(node.additional) }),
        ...(node.patterns && {
          patterns: node.patterns.map((pattern) => ({ ...pattern, type: inside(pattern.type) })),
        }),
      };
    case 'union':
    case 'intersection':
      return { ...node, members: node.members.map(inside) };
    case 'nullable':
      return { ...node, type: inside(node.type) };
    default:
      return node satisfies never;
  }
}

const hashes = new WeakMap<TypeNode, string>();

/**
 * Hash that is equal for two types with the same shapes, whatever their docs, constraints, origins and
 * order of properties. References are equal if they lead to the same schema. The hash is cached for each
 * node, so hashing a tree is linear.
 */
export function structuralHash(root: TypeNode): string {
  const stack: { readonly type: TypeNode; readonly opened: boolean }[] = [{ type: root, opened: false }];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    if (hashes.has(item.type)) continue;
    if (item.opened) hashes.set(item.type, digest(describe(item.type)));
    else
      stack.push(
        { type: item.type, opened: true },
        ...childrenOf(item.type).map((type) => ({ type, opened: false })),
      );
  }
  return hashes.get(root) ?? '';
}

const hashOf = (node: TypeNode): string => hashes.get(node) ?? '';
const sorted = (texts: readonly string[]): readonly string[] => [...texts].sort(byCodeUnit);
const digest = (text: string): string => (text.length <= 40 ? text : sha256(text));

/** Describes a single level of a type as text; its children are already hashed. */
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
      const properties = node.properties.map(({ name, alias, type, required, readOnly, writeOnly }) =>
        JSON.stringify([name, alias ?? null, hashOf(type), required, readOnly === true, writeOnly === true]),
      );
      const patterns = (node.patterns ?? []).map(({ pattern, type }) =>
        JSON.stringify([pattern, hashOf(type)]),
      );
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

const restOf = (type: TypeNode | false | undefined): string | boolean =>
  type === undefined ? true : type === false ? false : hashOf(type);

/** Types of named schemas by id. */
export type TypesById = ReadonlyMap<string, TypeNode>;

const LONGEST_CHAIN = 32;

/** The type behind references and `nullable`. */
export function bare(types: TypesById, type: TypeNode): TypeNode {
  let node = type;
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    if (node.kind === 'nullable') node = node.type;
    else if (node.kind === 'ref') {
      const target = types.get(node.id);
      if (target === undefined) return node;
      node = target;
    } else return node;
  }
  return node;
}

/** The alternatives of a type: the members of a union at any depth, without `null`. */
export function variantsOf(types: TypesById, type: TypeNode): readonly TypeNode[] {
  const found: TypeNode[] = [];
  const waiting: TypeNode[] = [type];
  const seen = new Set<TypeNode>();
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const node = bare(types, next);
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'union') waiting.push(...node.members);
    else if (node.kind !== 'scalar' || node.scalar !== 'null') found.push(node);
  }
  return found;
}
