/**
 * A document that is being edited. Nodes are copied when they first change, so that
 * all others stay the same objects.
 */
import { type JsonObject, type JsonValue, isJsonObject } from '../../lib/json.ts';
import type { Origin } from '../../lib/origin.ts';

export type Location = readonly (string | number)[];

export interface Tree {
  root: JsonValue;
  /** Origins of nodes that were added from outside. */
  readonly origins: WeakMap<object, Origin>;
  /** Nodes that only this tree uses and that may be changed in place. */
  readonly owned: WeakSet<object>;
}

export const growTree = (root: JsonValue): Tree => ({ root, origins: new WeakMap(), owned: new WeakSet() });

export function valueAt(tree: Tree, location: Location): JsonValue | undefined {
  let value: JsonValue | undefined = tree.root;
  for (const key of location) value = childOf(value, key);
  return value;
}

export function childOf(value: JsonValue | undefined, key: string | number): JsonValue | undefined {
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined;
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Puts `value` at a location whose parent exists. */
export function setAt(tree: Tree, location: Location, value: JsonValue): void {
  const last = location.at(-1);
  if (last === undefined) tree.root = value;
  else put(ownedAt(tree, location.slice(0, -1)), last, value);
}

export function removeAt(tree: Tree, location: Location): void {
  const last = location.at(-1);
  if (last === undefined) return;
  const parent = ownedAt(tree, location.slice(0, -1));
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (parent !== undefined) delete parent[last];
}

type Holder = JsonValue[] | Record<string, JsonValue>;

/** The node at a location; it and all its parents are copied if they are not yet owned. */
export function ownedAt(tree: Tree, location: Location): Holder | undefined {
  let holder = own(tree, tree.root);
  if (holder === undefined) return undefined;
  tree.root = holder;
  for (const key of location) {
    const child: Holder | undefined = own(tree, childOf(holder, key));
    if (child === undefined) return undefined;
    put(holder, key, child);
    holder = child;
  }
  return holder;
}

function own(tree: Tree, value: JsonValue | undefined): Holder | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const isList = Array.isArray(value);
  const copy: Holder = tree.owned.has(value)
    ? (value as Holder)
    : isList
      ? [...value]
      : copyObject(value as JsonObject);
  const origin = tree.origins.get(value);
  if (origin !== undefined) tree.origins.set(copy, origin);
  tree.owned.add(copy);
  return copy;
}

const copyObject = (value: JsonObject): Record<string, JsonValue> => ({ ...value });

/** Sets a member safely, because `__proto__` is an ordinary name in a document. */
export function put(holder: Holder | undefined, key: string | number, value: JsonValue): void {
  if (holder !== undefined)
    Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Copies a value from outside, so that two places never share a node. */
export function adopt(tree: Tree, value: JsonValue, origin: Origin): JsonValue {
  const copy = cloneOf(value, tree);
  if (typeof copy === 'object' && copy !== null) tree.origins.set(copy, origin);
  return copy;
}

function cloneOf(value: JsonValue, tree: Tree): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  let copy: Holder;
  if (Array.isArray(value)) copy = value.map((item: JsonValue) => cloneOf(item, tree));
  else {
    copy = {};
    for (const [key, child] of Object.entries(value)) put(copy, key, cloneOf(child, tree));
  }
  tree.owned.add(copy);
  return copy;
}
