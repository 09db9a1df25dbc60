/** An example value of a type before it is rendered: JSON, and files to upload. */
import type { JsonValue } from '../../lib/json.ts';
import { isJsonObject } from '../../lib/json.ts';
import type { ScalarType } from '../../ir/types.ts';

export type SampleValue =
  | {
      readonly kind: 'literal';
      readonly value: string | number | boolean | null;
      /** The type of a value that has a format. */
      readonly scalar?: Pick<ScalarType, 'scalar' | 'format'>;
    }
  /** `type`: the required media type, if files from disk would not have it. */
  | { readonly kind: 'file'; readonly type?: string }
  | { readonly kind: 'array'; readonly items: readonly SampleValue[] }
  | { readonly kind: 'object'; readonly entries: readonly SampleEntry[] };

export interface SampleEntry {
  readonly name: string;
  readonly value: SampleValue;
}

export const literalSample = (value: string | number | boolean | null): SampleValue => ({
  kind: 'literal',
  value,
});
export const emptyObject: SampleValue = { kind: 'object', entries: [] };

/** A value of a scalar type. */
export const scalarSample = (
  { scalar, format }: ScalarType,
  value: string | number | boolean | null,
): SampleValue => ({
  kind: 'literal',
  value,
  ...(format !== undefined && { scalar: { scalar, format } }),
});

/** How samples are generated if the document has no example. */
export interface SampleStyle {
  /**
   * `names`: a string is the name of its property (`'qualifiedName'`). `angle`:
   * `'<value>'`, and `'<id>'` for an `id`.
   */
  readonly placeholders: 'names' | 'angle';
  /** Whether optional values are shown if the document has an example for them. */
  readonly optional: 'omit' | 'with-example';
}

export const DEFAULT_STYLE: SampleStyle = { placeholders: 'names', optional: 'omit' };

/** Converts a JSON value. Deeply nested values are cut, to keep samples readable. */
export function anySample(value: JsonValue, depth = 0): SampleValue {
  if (depth > 8) return emptyObject;
  if (Array.isArray(value))
    return { kind: 'array', items: value.map((item: JsonValue) => anySample(item, depth + 1)) };
  if (isJsonObject(value))
    return {
      kind: 'object',
      entries: Object.entries(value).map(([name, item]) => ({ name, value: anySample(item, depth + 1) })),
    };
  return typeof value === 'object' ? emptyObject : literalSample(value);
}

/** True if the value contains a file at any depth. */
export function holdsFile(value: SampleValue): boolean {
  switch (value.kind) {
    case 'literal':
      return false;
    case 'file':
      return value.type === undefined;
    case 'array':
      return value.items.some(holdsFile);
    case 'object':
      return value.entries.some((entry) => holdsFile(entry.value));
    default:
      return value satisfies never;
  }
}
