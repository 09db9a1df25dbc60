/** Helpers for writing the config's JSON Schema, so that it reads like a table. */
import type { JsonObject, JsonValue } from '../../lib/json.ts';

export type Schema = JsonObject;

/** Why a key is accepted although it has no effect. */
export type Ignored = 'language' | 'service';

/** The schema keyword for that reason; not part of JSON Schema, and harmless to other validators. */
export const IGNORED = 'x-ignored';

export const text = (description: string): Schema => ({ type: 'string', description });
export const textOrNull = (description: string): Schema => ({ type: ['string', 'null'], description });
export const flag = (description: string): Schema => ({ type: 'boolean', description });
export const count = (description: string): Schema => ({ type: 'integer', minimum: 0, description });
/** A number that may have a fraction. */
export const amount = (description: string): Schema => ({ type: 'number', minimum: 0, description });
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
/** A map from names that the author chooses to values of a single kind. */
export const map = (values: Schema, description: string): Schema => ({
  type: ['object', 'null'],
  additionalProperties: values,
  description,
});
/** The keyword that says in words what a pattern wants. */
export const WANTED = 'x-wanted';
export const matching = (pattern: string, wanted: string): Schema => ({ pattern, [WANTED]: wanted });
export const VERB_AND_PATH = 'a verb and a path such as `get /books`';

/** An ISO 8601 duration, or milliseconds. */
export const duration = (description: string): Schema => ({
  type: ['string', 'number', 'null'],
  ...matching(DURATION.source, 'milliseconds or an ISO 8601 duration such as PT60S'),
  minimum: 0,
  description,
});
export const endpoint = (description: string): Schema => ({
  type: 'string',
  ...matching(ENDPOINT.source, VERB_AND_PATH),
  description,
});
export const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });

/** A key for another language's generator or for the hosted service. */
export const ignored = (reason: Ignored, description: string): Schema => ({ description, [IGNORED]: reason });

/** The schema keyword that lists the languages to which a key applies. Absent: all. */
export const LANGUAGES_OF_KEY = 'x-languages';

/** A section with known keys. Keys that begin with `x-` belong to the author, for anchors and notes. */
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

const ofType = (...types: readonly string[]): JsonObject => ({
  required: ['type'],
  properties: { type: { enum: types } },
});

/** An entry needs the key, an alias `to`; what is left out, or is of another type, needs neither. */
export const needs = (key: string): Readonly<Record<string, JsonValue>> => ({
  if: { anyOf: [{ required: ['skip'] }, { required: ['only'] }, ofType('websocket', 'webhook_unwrap')] },
  else: { if: ofType('alias'), then: { required: ['to'] }, else: { required: [key] } },
});

/** Either a short form (text, number, flag) or a section; the keywords of each do not apply to the other. */
export const shortOr = (
  types: readonly string[],
  long: Schema,
  more: Readonly<Record<string, JsonValue>> = {},
): Schema => ({ ...long, type: [...types, 'object'], ...more });

/**
 * `P1DT2H`, `PT60S`, `PT0.5S` (ISO 8601-1 section 5.5.2),
 * without years and months, which have no fixed length.
 */
export const DURATION =
  /^P(?!$)(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?=\d)(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** A verb and a path template. */
export const ENDPOINT = /^\s*([A-Za-z]+)\s+(\S.*?)\s*$/;
