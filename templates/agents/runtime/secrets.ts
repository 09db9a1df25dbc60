/** A `fetch` that records the credentials it sends, whatever their source. */
import type { Redactor } from './redact.ts';

/** Headers that always carry credentials, even if the document does not say so. */
const ALWAYS = ['authorization', 'proxy-authorization', 'cookie', 'x-api-key', 'api-key'];

type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

export function watchingFetch(
  redactor: Redactor,
  secretNames: readonly string[],
  inner: Fetch = fetch,
): Fetch {
  const names = [...new Set([...ALWAYS, ...secretNames])];
  return (input, init) => {
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
    for (const name of names) noteHeader(headers.get(name), redactor);
    const url = new URL(input instanceof Request ? input.url : String(input));
    for (const name of secretNames)
      for (const [key, value] of url.searchParams) if (key.toLowerCase() === name) redactor.add(value);
    return inner(input, init);
  };
}

/** In `Bearer abc` only `abc` is secret, and a response may repeat it without the scheme. */
function noteHeader(value: string | null, redactor: Redactor): void {
  if (value === null) return;
  redactor.add(value);
  const [, token] = /^[A-Za-z][\w-]*\s+(.+)$/.exec(value) ?? [];
  if (token !== undefined) redactor.add(token);
  for (const part of value.includes('=') ? value.split(/[;,]\s*/) : []) {
    const [, text] = /^[^=]+="?([^"]+)/.exec(part) ?? [];
    if (text !== undefined) redactor.add(text);
  }
}
