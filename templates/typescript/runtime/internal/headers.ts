import { SDKError } from '../error.ts';

/** A header to set; `null` removes what earlier layers set, `undefined` leaves it alone. */
export type HeaderValue = string | null | undefined;

/** Everything that can be given as headers. */
export type HeadersLike =
  | NullableHeaders
  | Headers
  | ReadonlyArray<readonly [string, HeaderValue]>
  | { readonly [name: string]: HeaderValue | readonly HeaderValue[] }
  | null
  | undefined;

/** Merged headers that remember which ones were removed on purpose. */
export class NullableHeaders {
  /** The headers that will be sent. */
  readonly values: Headers = new Headers();
  /** Lower-case names of the headers that were set to `null`. */
  readonly nulls: Set<string> = new Set();
}

/**
 * Merges layers of headers; a later layer wins, except that cookies add up.
 * A list of values inside one layer sends the header once per value; of two
 * spellings of one name the last counts.
 */
export function buildHeaders(layers: readonly HeadersLike[]): NullableHeaders {
  const merged = new NullableHeaders();
  for (const layer of layers) {
    const seen: string[] = [];
    for (const [name, value] of entriesOf(layer)) {
      for (const item of Array.isArray(value) ? value : [value]) {
        if (item !== undefined) {
          apply(merged, name, item, seen);
        }
      }
    }
  }
  return merged;
}

function apply(
  { values, nulls }: NullableHeaders,
  spelled: string,
  value: string | null,
  seen: string[],
): void {
  const name = spelled.toLowerCase();
  try {
    if (value === null) {
      values.delete(name);
      nulls.add(name);
      return;
    }
    nulls.delete(name);
    const cookies = name === 'cookie' && values.get(name);
    if (cookies) {
      values.set(name, `${cookies}; ${value}`);
    } else if (seen.includes(spelled)) {
      values.append(name, value);
    } else {
      values.set(name, value);
    }
    seen.push(spelled);
  } catch {
    // Neither the value nor the platform's error, which quotes it: it may be a credential.
    throw new SDKError(`Invalid header ${JSON.stringify(name)}`);
  }
}

function entriesOf(layer: HeadersLike): Iterable<readonly [string, HeaderValue | readonly HeaderValue[]]> {
  if (layer instanceof NullableHeaders) {
    return [...[...layer.nulls].map((name) => [name, null] as const), ...layer.values];
  }
  return Symbol.iterator in Object(layer)
    ? (layer as Iterable<readonly [string, HeaderValue]>)
    : Object.entries(layer ?? {});
}
