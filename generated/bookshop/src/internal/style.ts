import { SDKError } from '../error.ts';

/** Percent-encodes a value; `null` and `undefined` become an empty string. */
export type Encode = (value: string) => string;

/** Converts a scalar parameter to a string; dates are ISO 8601. */
export function scalar(value: unknown, name: string): string {
  if (value === null || value === undefined) {
    return '';
  }
  if (value instanceof Date) {
    return value.toISOString();
  }
  if (typeof value === 'object' || typeof value === 'function' || typeof value === 'symbol') {
    throw new SDKError(`${name} must be a string, a number or a boolean`);
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new SDKError(`${name} must be a finite number, not ${value}`);
  }
  return String(value);
}

/** Whether a value is an object with named properties, not a list or a scalar. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/**
 * Splits a value into items: `[a, b]` → `a`, `b`; `{k: v}` → `k=v`, with the given separator instead of `=`.
 */
export function items(value: unknown, name: string, encode: Encode, equals: string): string[] {
  if (Array.isArray(value)) {
    return value.filter((item) => item !== undefined).map((item) => encode(scalar(item, name)));
  }
  if (!isRecord(value)) {
    return [encode(scalar(value, name))];
  }
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => `${encode(key)}${equals}${encode(scalar(item, name))}`);
}
