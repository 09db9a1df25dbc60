/** Any JSON value as the parsers return it. Objects have no prototype-dependent meaning: read them through `Object.hasOwn` or `Object.entries`. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
