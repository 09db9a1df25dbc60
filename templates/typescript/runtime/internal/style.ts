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
    throw new SDKError(`${name} must be text, number or boolean`);
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new SDKError(`${name} must be a finite number, not ${value}`);
  }
  return String(value);
}

/** Whether a value is an object with named properties, as opposed to a list or a scalar. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/**
 * The items that a value consists of: `[a, b]` → `a`, `b`; `{k: v}` → `k=v`, with the given text in place of
 * `=`.
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
