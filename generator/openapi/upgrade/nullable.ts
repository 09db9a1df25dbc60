import type { JsonObject, JsonValue } from '../../lib/json.ts';

/** Members that describe a place and not its values: they stay outside if the rest moves into a branch. */
const NOTES: ReadonlySet<string> = new Set([
  'title',
  'description',
  'default',
  'deprecated',
  'readOnly',
  'writeOnly',
  'examples',
  'externalDocs',
  'xml',
]);

/** True for `nullable: true` with nothing but annotations beside it. */
export const isNullableAlone = (schema: JsonObject): boolean =>
  schema['nullable'] === true &&
  Object.keys(schema).every((key) => key === 'nullable' || NOTES.has(key) || key.startsWith('x-'));

/**
 * Rewrites a schema, whose `nullable: true` has been removed, so that it allows null in JSON Schema's
 * terms. According to OpenAPI 3.0.3 (Schema Object, nullable) the flag works only beside `type`. Documents
 * also write it beside a reference, an enum or a composition, with the same intention.
 */
export function withNull(schema: JsonObject, madeFrom: (result: object) => void): JsonObject {
  const { type, anyOf, oneOf } = schema;
  const holds = (key: string): boolean => Object.hasOwn(schema, key);
  const union = Array.isArray(anyOf) ? 'anyOf' : Array.isArray(oneOf) ? 'oneOf' : undefined;
  const shapes = ['$ref', '$dynamicRef', 'allOf', 'not', 'if', 'const', 'anyOf', 'oneOf'].filter(holds);
  if (union !== undefined && shapes.length === 1 && !['type', 'properties', 'enum', 'items'].some(holds))
    return appendNull(schema, union, madeFrom);
  if (shapes.length > 0) return wrap(schema, madeFrom);
  const list: readonly JsonValue[] | undefined = Array.isArray(schema['enum']) ? schema['enum'] : undefined;
  const values = list === undefined ? {} : { enum: list.includes(null) ? list : [...list, null] };
  const kind = type ?? impliedType(holds);
  if (kind === undefined) return { ...schema, ...values };
  const kinds: readonly JsonValue[] = Array.isArray(kind) ? kind : [kind];
  return { ...schema, type: kinds.includes('null') ? kinds : [...kinds, 'null'], ...values };
}

const impliedType = (holds: (key: string) => boolean): string | undefined =>
  holds('properties') || holds('additionalProperties') ? 'object' : holds('items') ? 'array' : undefined;

function appendNull(
  schema: JsonObject,
  union: 'anyOf' | 'oneOf',
  madeFrom: (result: object) => void,
): JsonObject {
  const branches = schema[union];
  if (!Array.isArray(branches)) return schema;
  const list: readonly JsonValue[] = branches;
  return list.some(isNullType) ? schema : { ...schema, [union]: [...list, nullType(madeFrom)] };
}

function wrap(schema: JsonObject, madeFrom: (result: object) => void): JsonObject {
  const isNote = ([key]: readonly [string, JsonValue]): boolean => NOTES.has(key) || key.startsWith('x-');
  const entries = Object.entries(schema);
  const inner = Object.fromEntries(entries.filter((entry) => !isNote(entry)));
  madeFrom(inner);
  return { ...Object.fromEntries(entries.filter(isNote)), anyOf: [inner, nullType(madeFrom)] };
}

function nullType(madeFrom: (result: object) => void): JsonObject {
  const result = { type: 'null' };
  madeFrom(result);
  return result;
}

const isNullType = (branch: JsonValue): boolean =>
  typeof branch === 'object' && branch !== null && 'type' in branch && branch.type === 'null';
