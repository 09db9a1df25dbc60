/** JSON with integers of any length. `JSON.parse` rounds integers beyond 2^53, `JSON.stringify` rejects bigints. */
import { randomID } from './random.ts';

/** Integers of up to 15 digits are exact. */
const LONG = /\d{16}/;
const LONG_INTEGER = /^-?[1-9]\d{15,}$/;
/** A string or a number in JSON. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;

/** The digits of long integers by the object or list that contains them. */
const digits = new WeakMap<object, Map<string, string>>();

/**
 * Parses JSON. Long integers are rounded as by `JSON.parse`, and `digitsOf` returns their digits. A text that
 * is only a long integer becomes a bigint.
 */
export function parseJSON(text: string): any {
  if (!LONG.test(text)) {
    return JSON.parse(text);
  }
  if (LONG_INTEGER.test(text.trim())) {
    return BigInt(text);
  }
  // Each long integer becomes a string with a prefix that no string of the text has.
  const prefix = randomID();
  const marked = text.replace(TOKEN, (token) => (LONG_INTEGER.test(token) ? `"${prefix}${token}"` : token));
  return JSON.parse(marked, function (this: object, name: string, value: unknown) {
    if (typeof value !== 'string' || !value.startsWith(prefix)) {
      return value;
    }
    const integer = value.slice(prefix.length);
    digits.set(this, (digits.get(this) ?? new Map()).set(name, integer));
    return Number(integer);
  });
}

/** Writes JSON, with bigints as integers. */
export function stringifyJSON(value: unknown): string {
  const prefix = randomID();
  let hasBigint = false;
  const text = JSON.stringify(value, (_name, item: unknown) => {
    if (typeof item !== 'bigint') {
      return item;
    }
    hasBigint = true;
    return prefix + item;
  });
  return hasBigint ? text.replace(new RegExp(`"${prefix}(-?\\d+)"`, 'g'), '$1') : text;
}

/** The digits of a parsed integer, if the number may be rounded. */
export const digitsOf = (holder: object, name: string): string | undefined => digits.get(holder)?.get(name);
