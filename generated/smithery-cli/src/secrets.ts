/** A `fetch` that notes the credentials it sends, wherever the client has them from. */
import type { Redactor } from './redact.ts';

/** Headers that carry credentials whatever the API says. */
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

/** `Bearer abc`: the scheme is no secret, and echoes may leave it out. */
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
