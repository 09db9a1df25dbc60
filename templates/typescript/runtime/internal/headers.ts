import { SDKError } from '../error.ts';

/** A header value; `null` removes the header set by earlier layers, `undefined` keeps it. */
export type HeaderValue = string | null | undefined;

/** All accepted forms of headers. */
export type HeadersLike =
  | NullableHeaders
  | Headers
  | ReadonlyArray<readonly [string, HeaderValue]>
  | { readonly [name: string]: HeaderValue | readonly HeaderValue[] }
  | null
  | undefined;

/** Merged headers, with the names of the headers that were removed. */
export class NullableHeaders {
  /** The headers to send. */
  readonly values: Headers = new Headers();
  /** Lower-case names of the headers that were set to `null`. */
  readonly nulls: Set<string> = new Set();
}

/**
 * Merges layers of headers. Later layers override earlier layers; cookies are
 * combined. A list of values in a layer sends the header once per value. If a
 * layer contains a name in two spellings, the last spelling is used.
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
    // Without the value and the platform's error, which quotes it: the value may be a credential.
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
