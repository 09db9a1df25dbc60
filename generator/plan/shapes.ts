/**
 * The structure of an API's types as every target reads it: references followed,
 * bases merged, properties ordered.
 */
import { structuralHash } from '../ir/type-walk.ts';
import type { ObjectType, Property, RefType, Schema, TypeNode } from '../ir/types.ts';
import { byFoldedCase } from '../lib/order.ts';
import type { EditionRules } from './edition.ts';

export type Direction = 'request' | 'response' | 'both';

export interface Shapes {
  readonly schemas: ReadonlyMap<string, Schema>;
  readonly sortProperties: boolean;
  readonly edition: EditionRules;
}

/**
 * The schema at the end of a chain of references; the node itself if it is not a
 * reference. Cycles end at `unknown`.
 */
export function resolveNode(shapes: Pick<Shapes, 'schemas'>, node: TypeNode): TypeNode {
  let current = node;
  for (let steps = 0; steps < 50; steps++) {
    if (current.kind !== 'ref') return current;
    const schema = shapes.schemas.get(current.id);
    if (!schema) break;
    current = schema.type;
  }
  return { kind: 'unknown', reason: 'unsupported', origin: node.origin };
}

/**
 * The object that a base contributes. Of a nullable base only the object counts, because
 * null contradicts the other parts.
 */
export function objectBehind(shapes: Pick<Shapes, 'schemas'>, base: TypeNode): ObjectType | undefined {
  const target = resolveNode(shapes, base);
  const plain = target.kind === 'nullable' ? resolveNode(shapes, target.type) : target;
  return plain.kind === 'object' ? plain : undefined;
}

/** The base of an `allOf` around a single named schema that adds nothing. */
export const soleBase = (shapes: Pick<Shapes, 'schemas'>, node: ObjectType): RefType | undefined =>
  node.bases.length === 1 &&
  node.properties.length === 0 &&
  node.additional === undefined &&
  resolveNode(shapes, node.bases[0] ?? node).kind === 'object'
    ? node.bases[0]
    : undefined;

/** The first model, by schema id, in a chain of references. */
export function modelBehind<TModel>(
  shapes: Pick<Shapes, 'schemas'>,
  node: TypeNode,
  modelFor: (id: string) => TModel | undefined,
): TModel | undefined {
  let current = node;
  for (let steps = 0; current.kind === 'ref' && steps < 50; steps++) {
    const model = modelFor(current.id);
    if (model !== undefined) return model;
    const schema = shapes.schemas.get(current.id);
    if (!schema) return undefined;
    current = schema.type;
  }
  return current.kind === 'object' &&
    current.bases.length === 1 &&
    current.properties.length === 0 &&
    current.additional === undefined &&
    current.bases[0]
    ? modelBehind(shapes, current.bases[0], modelFor)
    : undefined;
}

export const isEmptyObject = (node: ObjectType): boolean =>
  node.properties.length === 0 &&
  node.bases.length === 0 &&
  node.additional === undefined &&
  !node.patterns?.length;

export interface FlatObject {
  readonly properties: readonly Property[];
  readonly additional: ObjectType['additional'];
}

/**
 * Properties including those of all bases; own properties override. `additional` comes
 * from the first that declares it.
 */
export function flatten(
  shapes: Pick<Shapes, 'schemas'>,
  node: ObjectType,
  seen: ReadonlySet<ObjectType> = new Set(),
): FlatObject {
  if (seen.has(node)) return { properties: [], additional: undefined };
  const within = new Set([...seen, node]);
  const found = new Map<string, Property>();
  let additional = node.additional;
  for (const base of node.bases) {
    const target = objectBehind(shapes, base);
    if (!target) continue;
    const flat = flatten(shapes, target, within);
    for (const property of flat.properties) found.set(property.name, property);
    additional ??= flat.additional;
  }
  for (const property of node.properties) found.set(property.name, property);
  return { properties: [...found.values()], additional };
}

/** True if two types are the same apart from their origins. */
export const isSameType = (a: TypeNode, b: TypeNode): boolean => structuralHash(a) === structuralHash(b);

export const visibleIn =
  (direction: Direction) =>
  (property: Property): boolean =>
    direction === 'request' ? !property.readOnly : direction === 'response' ? !property.writeOnly : true;

/** Required properties first, then `id`, then `token`, then alphabetical without regard to case. */
export function ordered<T extends { readonly name: string; readonly required: boolean }>(
  shapes: Pick<Shapes, 'sortProperties'>,
  properties: readonly T[],
): readonly T[] {
  if (!shapes.sortProperties) return properties;
  const rank = (item: T): number =>
    (item.required ? 0 : 3) + (item.name === 'id' ? 0 : item.name === 'token' ? 1 : 2);
  return [...properties].sort((a, b) => rank(a) - rank(b) || byFoldedCase(a.name, b.name));
}

/** True if two types are declared by the same keywords and values, whatever their origins. */
export const isDeclaredAlike = (a: TypeNode, b: TypeNode): boolean => declared(a) === declared(b);

const declared = (node: TypeNode): string =>
  JSON.stringify(node, (key, value: unknown) => (key === 'origin' ? undefined : value));

/** The name of a type without its distinguishing number. */
export const stemOf = (name: string): string => name.replace(/\d+$/, '');
