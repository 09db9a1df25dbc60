/**
 * Any JSON value as the parsers return it. Keys may be names of the prototype, so read objects
 * through `Object.hasOwn` or `Object.entries`.
 */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * An own member; undefined if it does not exist. The plain read comes first because it is faster, and
 * most requested keywords are absent.
 */
export const own = (node: JsonObject, key: string): JsonValue | undefined =>
  node[key] !== undefined && Object.hasOwn(node, key) ? node[key] : undefined;
