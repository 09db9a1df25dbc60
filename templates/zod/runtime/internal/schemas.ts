/** Helpers of the schemas. */
import * as z from 'zod';

// The schemas import zod from this file.
export * from 'zod';

type Value = string | number | boolean | null;
type Opened<T extends Value> = T extends string
  ? T | (string & {})
  : T extends number
    ? T | (number & {})
    : T;

/** An enum that also accepts unknown values of the same type, which newer servers may send. */
export function openEnum<const T extends Value>(values: readonly T[]): z.ZodType<Opened<T>> {
  const schemas: z.ZodType[] = [z.literal(values)];
  if (values.some((value) => typeof value === 'string')) {
    schemas.push(z.string());
  }
  if (values.some((value) => typeof value === 'number')) {
    schemas.push(z.number());
  }
  return z.union(schemas) as unknown as z.ZodType<Opened<T>>;
}

/** Unlike `z.int()`, accepts integers above the safe range. */
export const isWhole = (value: number): boolean => Number.isInteger(value);

/** Compares the length in characters, not in UTF-16 code units. */
export const isAtLeast =
  (length: number) =>
  (text: string): boolean =>
    [...text].length >= length;
export const isAtMost =
  (length: number) =>
  (text: string): boolean =>
    [...text].length <= length;

/** A date-time string, converted to a `Date`. */
export const moment = z.string().transform((text, context) => {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) {
    context.addIssue({ code: 'custom', message: 'Expected a date with a time' });
    return z.NEVER;
  }
  return date;
});

type Both<T> = (T extends unknown ? (one: T) => void : never) extends (all: infer U) => void ? U : never;

/** Matches all schemas. If a schema converts a string to a `Date`, the result contains the `Date`. */
export function allOf<T extends readonly [z.ZodType, ...z.ZodType[]]>(
  ...schemas: T
): z.ZodType<Both<z.output<T[number]>>> {
  return z.unknown().transform((value, context) => {
    const [first, ...others] = schemas.map((schema) => {
      const result = schema.safeParse(value);
      for (const issue of result.error?.issues ?? []) {
        context.addIssue({ code: 'custom', message: issue.message, path: [...issue.path] });
      }
      return result.data;
    });
    return others.reduce(merge, first) as Both<z.output<T[number]>>;
  });
}

function merge(one: unknown, other: unknown): unknown {
  if (one instanceof Date || other instanceof Date) {
    return one instanceof Date ? one : other;
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.map((item, index) => merge(item, other[index]));
  }
  if (!isPlain(one) || !isPlain(other)) {
    return one ?? other;
  }
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries(
    [...keys].map((key) => [
      key,
      key in one ? (key in other ? merge(one[key], other[key]) : one[key]) : other[key],
    ]),
  );
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
