import { SDKError } from '../error.ts';

/** Percent-encodes one value; `null` and `undefined` become nothing. */
export type Encode = (value: string) => string;

/** Text of a scalar parameter; dates are ISO 8601. */
export function scalar(value: unknown, name: string): string {
  if (value === null || value === undefined) {
    return '';
  }
  if (value instanceof Date) {
    return value.toISOString();
  }
  if (typeof value === 'object' || typeof value === 'function' || typeof value === 'symbol') {
    throw new SDKError(`${name} must be text, a number or a boolean, received ${kindOf(value)}`);
  }
  return String(value);
}

/** Whether a value is an object with named properties, as opposed to a list or a scalar. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** A word for a value in a message, without its content. */
export function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'an array' : `a value of type ${typeof value}`;
}

/**
 * The items that a non-exploded or exploded list-like value consists of:
 * `[a, b]` → `a`, `b`; `{k: v}` → `k`, `v`, or `k=v` when exploded.
 */
export function items(value: unknown, name: string, encode: Encode, explode: boolean): string[] {
  if (Array.isArray(value)) {
    return value.filter((item) => item !== undefined).map((item) => encode(scalar(item, name)));
  }
  if (!isRecord(value)) {
    return [encode(scalar(value, name))];
  }
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .flatMap(([key, item]) => {
      const pair = [encode(key), encode(scalar(item, name))];
      return explode ? [pair.join('=')] : pair;
    });
}
