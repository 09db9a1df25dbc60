/**
 * Any JSON value as the parsers return it. Objects have no prototype-dependent meaning: read them through
 * `Object.hasOwn` or `Object.entries`.
 */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A member by its own name; undefined where there is none. Most keywords that are asked for are absent, which
 * a plain read tells faster.
 */
export const own = (node: JsonObject, key: string): JsonValue | undefined =>
  node[key] !== undefined && Object.hasOwn(node, key) ? node[key] : undefined;
