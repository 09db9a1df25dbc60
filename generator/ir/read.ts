/**
 * Typed reads of untyped JSON. A key that is missing or has another type reads as
 * undefined. Only own properties are read.
 */
import { type JsonObject, type JsonValue, isJsonObject, own as valueAt } from '../lib/json.ts';

export { valueAt };

export function objectAt(node: JsonObject, key: string): JsonObject | undefined {
  const value = valueAt(node, key);
  return isJsonObject(value) ? value : undefined;
}

export function listAt(node: JsonObject, key: string): readonly JsonValue[] {
  const value = valueAt(node, key);
  return Array.isArray(value) ? value : [];
}

export function textAt(node: JsonObject, key: string): string | undefined {
  const value = valueAt(node, key);
  return typeof value === 'string' ? value : undefined;
}

/** Text that is not only white space. */
export function wordsAt(node: JsonObject, key: string): string | undefined {
  const text = textAt(node, key);
  return text === undefined || text.trim() === '' ? undefined : text;
}

export function flagAt(node: JsonObject, key: string): boolean | undefined {
  const value = valueAt(node, key);
  return typeof value === 'boolean' ? value : undefined;
}

/** Entries of a map of objects; `x-` extensions and values of other types are left out. */
export const objectEntries = (node: JsonObject | undefined): readonly (readonly [string, JsonObject])[] =>
  node === undefined
    ? []
    : Object.entries(node).flatMap(([key, value]) => (isJsonObject(value) ? [[key, value] as const] : []));

/** Removes keys whose value is undefined, as `exactOptionalPropertyTypes` requires. */
export function defined<T extends object>(
  fields: T,
): { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
} {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) kept[key] = value;
  return kept as ReturnType<typeof defined<T>>;
}
