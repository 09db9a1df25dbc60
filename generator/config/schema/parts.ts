/** Words to write the config's JSON Schema with, so that it reads like the table it is. */
import type { JsonObject, JsonValue } from '../../lib/json.ts';

export type Schema = JsonObject;

/** Why a key is accepted and has no effect. */
export type Ignored = 'language' | 'service';

/** The keyword under which a schema says so; not part of JSON Schema, and harmless to other validators. */
export const IGNORED = 'x-ignored';

export const text = (description: string): Schema => ({ type: 'string', description });
export const textOrNull = (description: string): Schema => ({ type: ['string', 'null'], description });
export const flag = (description: string): Schema => ({ type: 'boolean', description });
export const count = (description: string): Schema => ({ type: 'number', minimum: 0, description });
export const scalar = (description: string): Schema => ({
  type: ['string', 'number', 'boolean', 'null'],
  description,
});
export const choice = (values: readonly string[], description: string): Schema => ({
  enum: values,
  description,
});
export const anything = (description: string): Schema => ({ description });
export const texts = (description: string): Schema => ({
  type: ['array', 'null'],
  items: { type: 'string' },
  description,
});
export const list = (items: Schema, description: string): Schema => ({
  type: ['array', 'null'],
  items,
  description,
});
/** Names that the author chooses → one kind of value. */
export const map = (values: Schema, description: string): Schema => ({
  type: ['object', 'null'],
  additionalProperties: values,
  description,
});
/** ISO 8601 duration, or milliseconds. */
export const duration = (description: string): Schema => ({
  type: ['string', 'number', 'null'],
  pattern: DURATION.source,
  minimum: 0,
  description,
});
export const endpoint = (description: string): Schema => ({
  type: 'string',
  pattern: ENDPOINT.source,
  description,
});
export const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });

/** A key of another language's generator or of the hosted service. */
export const ignored = (reason: Ignored, description: string): Schema => ({ description, [IGNORED]: reason });

/** The keyword under which a schema names the languages that have what the key is about. Absent: all. */
export const LANGUAGES_OF_KEY = 'x-languages';

/** A section with known keys. Keys that begin with `x-` are the author's own, for anchors and notes. */
export const section = (
  properties: Readonly<Record<string, Schema>>,
  description: string,
  more: Readonly<Record<string, JsonValue>> = {},
): Schema => ({
  type: ['object', 'null'],
  description,
  properties,
  patternProperties: { '^x-': true },
  additionalProperties: false,
  ...more,
});

/** A short form (text, number, flag) or a section: keywords of the one do not apply to the other. */
export const shortOr = (
  types: readonly string[],
  long: Schema,
  more: Readonly<Record<string, JsonValue>> = {},
): Schema => ({ ...long, type: [...types, 'object'], ...more });

/**
 * `P1DT2H`, `PT60S`, `PT0.5S` (ISO 8601-1 section 5.5.2, without years and months, which have no fixed
 * length).
 */
export const DURATION =
  /^P(?!$)(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?=\d)(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** A verb and a path template. */
export const ENDPOINT = /^\s*([A-Za-z]+)\s+(\S.*?)\s*$/;
