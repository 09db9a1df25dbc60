/**
 * Examines raw schemas without reading them: what a node is, through references and `allOf`,
 * and what its properties declare.
 */
import type { Resolved } from '../../source/types.ts';
import { type JsonObject, type JsonValue, isJsonObject, own } from '../../lib/json.ts';
import { isNullableAlone } from '../../openapi/upgrade/nullable.ts';

export { own };

export const textOf = (node: JsonObject, key: string): string | undefined => {
  const value = own(node, key);
  return typeof value === 'string' ? value : undefined;
};

export const listOf = (node: JsonObject, key: string): readonly JsonValue[] => {
  const value = own(node, key);
  return Array.isArray(value) ? value : [];
};

/** The types that `type` lists, without null. */
export function typesOf(node: JsonObject): readonly string[] {
  const type = own(node, 'type');
  if (typeof type === 'string') return type === 'null' ? [] : [type];
  return Array.isArray(type)
    ? [...new Set(type.filter((item) => typeof item === 'string' && item !== 'null'))]
    : [];
}

/** Keywords by which a schema includes other schemas. */
const COMPOSING: ReadonlySet<string> = new Set([
  '$ref',
  'allOf',
  'anyOf',
  'oneOf',
  '$dynamicRef',
  '$recursiveRef',
]);

/** True if the schema includes others. Most schemas of a document do not, and need no search. */
export function composes(node: JsonObject): boolean {
  for (const keyword of Object.keys(node)) if (COMPOSING.has(keyword)) return true;
  return false;
}

export const refOf = (node: JsonObject): string | undefined => textOf(node, '$ref');

/** Longer chains of references, and deeper nesting of `allOf`, are not followed. */
const FARTHEST = 50;
/** No search visits more schemas than this, so that recursion stays shallow and time is bounded. */
const MOST_LOOKED_AT = 200;

export type Shape = 'object' | 'union' | 'scalar' | 'array' | 'unknown';

export interface View {
  readonly shapeOf: (node: JsonValue) => Shape;
  /** The schema at the end of a chain of references: the first that is more than a `$ref`. */
  readonly behind: (node: JsonValue) => JsonObject | undefined;
  /** The raw schemas that declare a property of an object, its own first, through references and `allOf`. */
  readonly propertyIn: (
    node: JsonValue,
    name: string,
  ) => { readonly node: JsonValue; readonly holder: JsonObject; readonly required: boolean } | undefined;
  /**
   * Names that a schema or its parts require but do not declare. Another schema beside it may declare them.
   */
  readonly undeclaredIn: (node: JsonValue) => readonly string[];
  /** True if `node` is `part`, or includes it through references and `allOf`. */
  readonly includes: (node: JsonValue, part: JsonObject) => boolean;
  /** The first value of a keyword in the node, in its inline `allOf` parts or behind its reference. */
  readonly keywordIn: (node: JsonValue, keyword: string) => JsonValue | undefined;
}

/** Follows a reference by one step, as written in `from`. */
type Follow = (from: JsonObject) => Resolved | undefined;

export function createView(follow: Follow): View {
  const shapes = new Map<JsonObject, Shape>();
  const pending = new Set<JsonObject>();
  return {
    shapeOf: (node) => shapeOf(node, 0),
    behind,
    propertyIn,
    undeclaredIn,
    includes: (node, part) => includes(node, part, new Set()),
    keywordIn: (node, keyword) => keywordIn(node, keyword, new Set()),
  };

  function shapeOf(node: JsonValue, depth: number): Shape {
    if (!isJsonObject(node) || depth > FARTHEST || pending.has(node)) return 'unknown';
    const known = shapes.get(node);
    if (known !== undefined) return known;
    pending.add(node);
    const shape = lookAt(node, depth);
    pending.delete(node);
    shapes.set(node, shape);
    return shape;
  }

  function lookAt(node: JsonObject, depth: number): Shape {
    for (const key of ['oneOf', 'anyOf']) {
      const members = listOf(node, key).filter((member) => !isCondition(member) && !isNullSchema(member));
      if (members.length > 1)
        return areConstants(members) || members.every((member) => shapeOf(member, depth + 1) === 'scalar')
          ? 'scalar'
          : 'union';
      if (members.length === 1) return shapeOf(members[0] ?? true, depth + 1);
    }
    const types = typesOf(node);
    if (types.length > 1) return 'union';
    const [type] = types;
    if (Array.isArray(own(node, 'enum')) || Object.hasOwn(node, 'const')) return 'scalar';
    if (type === 'object' || isJsonObject(own(node, 'properties')))
      return type === undefined || type === 'object' ? 'object' : shapeOfType(type);
    if (type !== undefined) return shapeOfType(type);
    if (isJsonObject(own(node, 'items')) || Array.isArray(own(node, 'prefixItems'))) return 'array';
    const shapesOfParts = partsOf(node)
      .map((part) => shapeOf(part, depth + 1))
      .filter((shape) => shape !== 'unknown');
    if (shapesOfParts.includes('union')) return 'union';
    return (
      shapesOfParts.at(-1) ??
      (isJsonObject(own(node, 'additionalProperties')) || isJsonObject(own(node, 'patternProperties'))
        ? 'object'
        : 'unknown')
    );
  }

  function behind(node: JsonValue): JsonObject | undefined {
    let here = node;
    for (let step = 0; step < FARTHEST && isJsonObject(here); step += 1) {
      if (refOf(here) === undefined) return here;
      here = follow(here)?.value ?? true;
    }
    return undefined;
  }

  function propertyIn(node: JsonValue, name: string): ReturnType<View['propertyIn']> {
    const declared = declaredIn(node, name, new Set());
    // A part may require what another part declares.
    return declared && { ...declared, required: requires(node, name, new Set()) };
  }

  function declaredIn(
    node: JsonValue,
    name: string,
    seen: Set<JsonObject>,
  ): { readonly node: JsonValue; readonly holder: JsonObject } | undefined {
    if (!isJsonObject(node) || seen.has(node) || seen.size > MOST_LOOKED_AT) return undefined;
    seen.add(node);
    const properties = own(node, 'properties');
    const found = isJsonObject(properties) ? own(properties, name) : undefined;
    if (found !== undefined) return { node: found, holder: node };
    for (const part of partsOf(node).toReversed()) {
      const inside = declaredIn(part, name, seen);
      if (inside !== undefined) return inside;
    }
    return undefined;
  }

  function requires(node: JsonValue, name: string, seen: Set<JsonObject>): boolean {
    if (!isJsonObject(node) || seen.has(node) || seen.size > MOST_LOOKED_AT) return false;
    seen.add(node);
    return (
      listOf(node, 'required').includes(name) || partsOf(node).some((part) => requires(part, name, seen))
    );
  }

  function partsOf(node: JsonObject): readonly JsonValue[] {
    return [...listOf(node, 'allOf'), ...(refOf(node) === undefined ? [] : [follow(node)?.value ?? true])];
  }

  /** Names that the schema requires and does not declare. */
  function undeclaredIn(node: JsonValue): readonly string[] {
    const names = new Set<string>();
    const seen = new Set<JsonObject>();
    const visit = (item: JsonValue): void => {
      if (!isJsonObject(item) || seen.has(item) || seen.size > MOST_LOOKED_AT) return;
      seen.add(item);
      for (const name of listOf(item, 'required')) if (typeof name === 'string') names.add(name);
      partsOf(item).forEach(visit);
    };
    visit(node);
    return [...names].filter((name) => declaredIn(node, name, new Set()) === undefined);
  }

  function includes(node: JsonValue, part: JsonObject, seen: Set<JsonObject>): boolean {
    if (!isJsonObject(node) || seen.has(node) || seen.size > MOST_LOOKED_AT) return false;
    seen.add(node);
    return node === part || partsOf(node).some((inside) => includes(inside, part, seen));
  }

  function keywordIn(node: JsonValue, keyword: string, seen: Set<JsonObject>): JsonValue | undefined {
    if (!isJsonObject(node) || seen.has(node) || seen.size > MOST_LOOKED_AT) return undefined;
    seen.add(node);
    const value = own(node, keyword);
    if (value !== undefined) return value;
    for (const part of listOf(node, 'allOf').toReversed()) {
      const inside = keywordIn(part, keyword, seen);
      if (inside !== undefined) return inside;
    }
    const only = nonNullMember(node);
    if (only !== undefined) return keywordIn(only, keyword, seen);
    return refOf(node) === undefined ? undefined : keywordIn(follow(node)?.value ?? true, keyword, seen);
  }
}

/** The member of a union that is not null, if there is exactly one. */
function nonNullMember(node: JsonObject): JsonValue | undefined {
  for (const key of ['anyOf', 'oneOf']) {
    const members = listOf(node, key).filter((member) => !isNullSchema(member));
    if (members.length === 1) return members[0];
  }
  return undefined;
}

const shapeOfType = (type: string): Shape =>
  type === 'object' ? 'object' : type === 'array' ? 'array' : 'scalar';

export const isNullSchema = (node: JsonValue): boolean =>
  isJsonObject(node) &&
  (node['type'] === 'null' ||
    (Array.isArray(node['type']) && node['type'].length === 1 && node['type'][0] === 'null') ||
    isNullableAlone(node) ||
    (Object.hasOwn(node, 'const') && node['const'] === null) ||
    (Array.isArray(node['enum']) &&
      node['enum'].length > 0 &&
      node['enum'].every((value) => value === null)));

/** Keywords that may appear in a branch that is only a condition on the schema beside it. */
const CONDITION_KEYS = new Set([
  'required',
  'not',
  'description',
  'title',
  'minProperties',
  'maxProperties',
  'dependentRequired',
  'if',
  'then',
  'else',
  '$comment',
]);

/** `anyOf: [{ required: [a] }, …]` beside properties contains conditions, not types. */
export function isCondition(node: JsonValue, depth = 0): boolean {
  if (!isJsonObject(node) || depth > FARTHEST) return false;
  let says = false;
  for (const [key, value] of Object.entries(node)) {
    if (key.startsWith('x-')) continue;
    if (key === 'type' && value === 'object') continue;
    if (
      key === 'properties' &&
      isJsonObject(value) &&
      Object.values(value).every((item) => isJsonObject(item) && Object.keys(item).length === 0)
    )
      continue;
    if (
      (key === 'allOf' || key === 'anyOf' || key === 'oneOf') &&
      Array.isArray(value) &&
      value.length > 0 &&
      value.every((item: JsonValue) => isCondition(item, depth + 1))
    )
      says = true;
    else if (!CONDITION_KEYS.has(key)) return false;
    else if (key === 'required' || key === 'not' || key === 'minProperties') says = true;
  }
  return says;
}

/** `oneOf: [{ const: 1, title: 'A' }, …]`: an enum whose members carry names. */
export const areConstants = (members: readonly JsonValue[]): boolean =>
  members.length > 0 && members.every((member) => isJsonObject(member) && constantOf(member) !== undefined);

/** The only value that a schema allows, if it is a string, number, boolean or null. */
export function constantOf(node: JsonObject): string | number | boolean | null | undefined {
  const values = Object.hasOwn(node, 'const') ? [node['const']] : own(node, 'enum');
  const value: unknown = Array.isArray(values) && values.length === 1 ? values[0] : undefined;
  return value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
    ? value
    : undefined;
}
