/** Requests of both languages in one form, to be compared byte by byte. */
import type { PlayedRequest } from './player.ts';

export interface WireRequest {
  readonly line: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Text where it is text; the parts of a form. */
  readonly body: string | readonly WirePart[];
}

export interface WirePart {
  readonly headers: Readonly<Record<string, string>>;
  readonly content: string;
}

/** What the HTTP library adds, and what names the SDK and its language. */
const OWN = new Set([
  'host',
  'user-agent',
  'accept-encoding',
  'connection',
  'content-length',
  'transfer-encoding',
]);

export function wireRequest(request: PlayedRequest): WireRequest {
  const headers = Object.fromEntries(
    request.headers
      .filter(([name]) => !OWN.has(name))
      // RFC 9110 section 5.5: white space around a value is no part of it.
      .map(([name, value]) => [name, value.trim().replace(/^retry-[\w-]+$/, 'retry-…')] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const body = Buffer.from(request.body, 'base64');
  const host = hostOf(request.host);
  const boundary = /^multipart\/form-data; *boundary=(.*)$/.exec(headers['content-type'] ?? '')?.[1];
  if (boundary === undefined)
    return {
      line: `${request.method} ${host}${request.target}`,
      headers,
      body: body.toString('latin1'),
    };
  return {
    line: `${request.method} ${host}${request.target}`,
    headers: { ...headers, 'content-type': 'multipart/form-data' },
    body: partsOf(body.toString('latin1'), boundary),
  };
}

/** RFC 3986 section 3.2.2: case and escapes make no other host (`%7bname%7d` is `{name}`). */
const hostOf = (host: string): string => decodeURIComponent(host).toLowerCase();

/** RFC 2046 section 5.1. */
function partsOf(body: string, boundary: string): readonly WirePart[] {
  const pieces = `\r\n${body}`.split(`\r\n--${boundary}`);
  if (pieces[0] !== '' || !/^--\s*$/.test(pieces.at(-1) ?? '')) throw new Error(`no form: ${body}`);
  return pieces.slice(1, -1).map((piece) => {
    const [head = '', ...rest] = piece.slice(2).split('\r\n\r\n');
    return {
      headers: Object.fromEntries(
        head
          .split('\r\n')
          .map((line) => /^([^:]+): *(.*)$/.exec(line) ?? [])
          .map(([, name = '', value = '']) => [name.toLowerCase(), withoutDefaultName(value)] as const),
      ),
      content: rest.join('\r\n\r\n'),
    };
  });
}

/** Bytes without a name are called after their property in TypeScript, and `upload` in Python. */
const withoutDefaultName = (disposition: string): string =>
  disposition.replace(/(name="([^"]*)"; filename=)"(?:\2|upload)"/, '$1"…"');

/** A `fetch` that answers everything alike, and what it was asked for. */
export function recordingFetch(answer: unknown): {
  readonly fetch: typeof fetch;
  readonly requests: PlayedRequest[];
} {
  const requests: PlayedRequest[] = [];
  return {
    requests,
    fetch: async (input, init) => {
      // As the platform would send it: with the headers that a form or a blob brings.
      const request = new Request(input, {
        ...init,
        ...(init?.body ? { duplex: 'half' } : {}),
      } as RequestInit);
      const url = new URL(request.url);
      requests.push({
        // RFC 9110 section 9.1: what is not one of the platform's own is as it was given.
        method: request.method,
        host: url.origin,
        target: url.pathname + url.search,
        headers: [...request.headers],
        body: Buffer.from(await request.arrayBuffer()).toString('base64'),
      });
      return Response.json(answer);
    },
  };
}
