/** Serializes query strings and form bodies in the client's default style. */
import { type Encode, isRecord, scalar } from './style.ts';

/** How arrays and objects are serialized if the API document does not specify it. */
export interface QueryDefaults {
  /** `repeat` `a=1&a=2`, `comma` `a=1,2`, `indices` `a[0]=1`, `brackets` `a[]=1`. */
  readonly arrayFormat?: 'comma' | 'repeat' | 'indices' | 'brackets';
  /** `brackets` `a[b]=1`, `dots` `a.b=1`. */
  readonly nestedFormat?: 'brackets' | 'dots';
  /** Items of a list in a multipart form: `repeat` (default) sends each as `a`, `brackets` as `a[]`. */
  readonly formLists?: 'repeat' | 'brackets';
}

/** The collected pairs, and how to serialize them. */
export interface QueryWriter extends QueryDefaults {
  readonly pairs: string[];
  readonly encode: Encode;
}

/** Serializes parameters with a special style; returns false for any other parameter. See `styled()`. */
export type WriteStyled = (writer: QueryWriter, name: string, value: unknown) => boolean;

/**
 * Serializes an object as a query string without `?`.
 * `undefined` is omitted, `null` becomes an empty value, dates are ISO 8601.
 * The characters `!'()*` are not encoded (RFC 3986 section 3.4 allows them in a query).
 */
export function stringifyQuery(query: object, defaults: QueryDefaults = {}, styled?: WriteStyled): string {
  const writer: QueryWriter = { pairs: [], encode: encodeURIComponent, ...defaults };
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && !styled?.(writer, name, value)) {
      writePairs(writer, name, value);
    }
  }
  return writer.pairs.join('&');
}

/** Adds the pairs of one parameter. */
export function writePairs(writer: QueryWriter, key: string, value: unknown): void {
  const { pairs, encode, arrayFormat, nestedFormat } = writer;
  if (isRecord(value)) {
    for (const [name, item] of Object.entries(value)) {
      writePairs(writer, nestedFormat === 'dots' ? `${key}.${name}` : `${key}[${name}]`, item);
    }
  } else if (!Array.isArray(value)) {
    if (value !== undefined) {
      pairs.push(`${encodeURIComponent(key)}=${encode(scalar(value, key))}`);
    }
  } else if (arrayFormat !== 'comma' || value.some((item) => isRecord(item) || Array.isArray(item))) {
    value.forEach((item, index) => {
      // The name already ends in brackets.
      const format = key.endsWith('[]') ? 'repeat' : arrayFormat;
      const suffix = format === 'indices' ? `[${index}]` : format === 'brackets' ? '[]' : '';
      writePairs(writer, key + suffix, item);
    });
  } else {
    // One value; the items are encoded, the commas are not.
    const list = value.filter((item) => item !== undefined).map((item) => encode(scalar(item, key)));
    if (list.length) {
      pairs.push(`${encodeURIComponent(key)}=${list}`);
    }
  }
}
