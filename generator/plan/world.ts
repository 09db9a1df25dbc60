/** What type planning knows about the whole SDK while it works through the schemas. */
import { closureOf, referencedIds, walkType } from '../ir/type-walk.ts';
import type { ObjectType, Property, Schema, TypeNode } from '../ir/types.ts';
import { byFoldedCase } from '../lib/order.ts';
import type { EditionRules } from './edition.ts';
import type { Names } from '../languages/typescript/casing.ts';
import type { Declaration } from '../languages/typescript/types/declaration.ts';

export type Direction = 'request' | 'response' | 'both';

export interface World {
  readonly names: Names;
  readonly schemas: ReadonlyMap<string, Schema>;
  /** Declarations of models by schema id. */
  readonly models: ReadonlyMap<string, Declaration>;
  /** The same as they are sent, of those that hold what only one direction has. */
  readonly sentModels: ReadonlyMap<string, Declaration>;
  readonly sortProperties: boolean;
  readonly edition: EditionRules;
  /** Schemas that reach themselves without passing a model: inlining them needs a name. */
  readonly recursive: ReadonlySet<string>;
}

/** The schema behind a chain of references; the node itself if it is none. Rings end at `unknown`. */
export function resolveNode(world: Pick<World, 'schemas'>, node: TypeNode): TypeNode {
  let current = node;
  for (let steps = 0; steps < 50; steps++) {
    if (current.kind !== 'ref') return current;
    const schema = world.schemas.get(current.id);
    if (!schema) break;
    current = schema.type;
  }
  return { kind: 'unknown', reason: 'unsupported', origin: node.origin };
}

/**
 * The object that a base contributes. A base that may be null contributes its object: null fits none of the
 * other parts.
 */
export function objectBehind(world: Pick<World, 'schemas'>, base: TypeNode): ObjectType | undefined {
  const target = resolveNode(world, base);
  const plain = target.kind === 'nullable' ? resolveNode(world, target.type) : target;
  return plain.kind === 'object' ? plain : undefined;
}

export interface FlatObject {
  readonly properties: readonly Property[];
  readonly additional: ObjectType['additional'];
}

/** Properties with those of all bases, own ones winning; `additional` from the first that speaks of it. */
export function flatten(
  world: Pick<World, 'schemas'>,
  node: ObjectType,
  seen: ReadonlySet<ObjectType> = new Set(),
): FlatObject {
  if (seen.has(node)) return { properties: [], additional: undefined };
  const within = new Set([...seen, node]);
  const found = new Map<string, Property>();
  let additional = node.additional;
  for (const base of node.bases) {
    const target = objectBehind(world, base);
    if (!target) continue;
    const flat = flatten(world, target, within);
    for (const property of flat.properties) found.set(property.name, property);
    additional ??= flat.additional;
  }
  for (const property of node.properties) found.set(property.name, property);
  return { properties: [...found.values()], additional };
}

export const visibleIn =
  (direction: Direction) =>
  (property: Property): boolean =>
    direction === 'request' ? !property.readOnly : direction === 'response' ? !property.writeOnly : true;

/**
 * A model that is sent only is written as what is sent, one that nothing uses with all that it has, every
 * other as what is received.
 */
export const modelDirection = ({ usedIn }: Schema): Direction =>
  usedIn === 'request' ? 'request' : usedIn === 'none' ? 'both' : 'response';

/** The declaration of a model for one direction. */
export const modelFor = (
  world: Pick<World, 'models' | 'sentModels'>,
  id: string,
  direction: Direction,
): Declaration | undefined =>
  (direction === 'request' ? world.sentModels.get(id) : undefined) ?? world.models.get(id);

/** Ids of schemas with a property, however deep, that only one direction has (`readOnly`, `writeOnly`). */
export function oneWaySchemas(schemas: ReadonlyMap<string, Schema>): ReadonlySet<string> {
  const users = new Map<string, Set<string>>();
  const found: string[] = [];
  for (const [id, { type }] of schemas) {
    for (const used of referencedIds([type])) users.set(used, (users.get(used) ?? new Set()).add(id));
    let isOneWay = false;
    walkType(type, (node) => {
      if (node.kind === 'object')
        isOneWay ||= node.properties.some((one) => one.readOnly === true || one.writeOnly === true);
    });
    if (isOneWay) found.push(id);
  }
  return closureOf(users, found);
}

/** Required first, then `id`, then `token`, then alphabetical without regard to case. */
export function ordered<T extends { readonly name: string; readonly required: boolean }>(
  world: Pick<World, 'sortProperties'>,
  properties: readonly T[],
): readonly T[] {
  if (!world.sortProperties) return properties;
  const rank = (one: T): number =>
    (one.required ? 0 : 3) + (one.name === 'id' ? 0 : one.name === 'token' ? 1 : 2);
  return [...properties].sort((a, b) => rank(a) - rank(b) || byFoldedCase(a.name, b.name));
}

/** Ids that reach themselves through references which are inlined. Tarjan's algorithm, without recursion. */
export function recursiveSchemas(
  schemas: ReadonlyMap<string, Schema>,
  isModel: (id: string) => boolean,
): ReadonlySet<string> {
  const edges = new Map<string, readonly string[]>();
  const targets = (id: string): readonly string[] => {
    const known = edges.get(id);
    if (known) return known;
    const schema = schemas.get(id);
    const found = schema
      ? [...referencedIds([schema.type])].filter((one) => !isModel(one) && schemas.has(one))
      : [];
    edges.set(id, found);
    return found;
  };
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const onStack = new Set<string>();
  const stack: string[] = [];
  const result = new Set<string>();
  for (const start of schemas.keys()) {
    if (isModel(start) || index.has(start)) continue;
    const work: { id: string; next: number }[] = [{ id: start, next: 0 }];
    while (work.length > 0) {
      const frame = work[work.length - 1];
      if (!frame) break;
      if (frame.next === 0) {
        index.set(frame.id, index.size);
        low.set(frame.id, index.get(frame.id) ?? 0);
        stack.push(frame.id);
        onStack.add(frame.id);
      }
      const child = targets(frame.id)[frame.next++];
      if (child !== undefined) {
        if (!index.has(child)) work.push({ id: child, next: 0 });
        else if (onStack.has(child))
          low.set(frame.id, Math.min(low.get(frame.id) ?? 0, index.get(child) ?? 0));
        continue;
      }
      work.pop();
      const parent = work[work.length - 1];
      if (parent) low.set(parent.id, Math.min(low.get(parent.id) ?? 0, low.get(frame.id) ?? 0));
      if (low.get(frame.id) !== index.get(frame.id)) continue;
      const component: string[] = [];
      for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
        onStack.delete(id);
        component.push(id);
        if (id === frame.id) break;
      }
      if (component.length > 1 || targets(frame.id).includes(frame.id))
        for (const id of component) result.add(id);
    }
  }
  return result;
}
