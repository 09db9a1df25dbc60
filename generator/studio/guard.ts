/** Access control: only the browser that opened the URL with the token, and no page of another origin. */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface GuardedRequest {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
}

/** Headers of every response: no external resources, inline scripts or frames, and no referrer. */
export const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Cookies are shared by all ports of a host, so the name includes the port. */
export const cookieName = (port: number): string => `sdkwright-studio-${port}`;

/** A status and a sentence; undefined if the request is allowed. */
export function refusalOf(
  { method, headers }: GuardedRequest,
  { port, token }: { readonly port: number; readonly token: string },
): { readonly status: number; readonly reason: string } | undefined {
  // Another host name may resolve to this machine (DNS rebinding).
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(headers.host ?? ''))
    return { status: 421, reason: 'This server answers to 127.0.0.1 and localhost only.' };
  const { origin } = headers;
  const isOwn = hosts.some((host) => origin === `http://${host}`);
  const site = headers['sec-fetch-site'];
  const isCross = site !== undefined && !['same-origin', 'none'].includes(String(site));
  if ((origin !== undefined && !isOwn) || (isCross && headers['sec-fetch-mode'] !== 'navigate'))
    return { status: 403, reason: 'A page of another origin asked.' };
  if (!isToken(cookieOf(headers.cookie, cookieName(port)), token))
    return { status: 401, reason: 'Open the address that `sdkwright studio` printed.' };
  if (method === 'GET') return undefined;
  const type = headers['content-type'] ?? '';
  if (!type.startsWith('application/json')) return { status: 415, reason: 'Send JSON.' };
  return origin === undefined && site === undefined
    ? { status: 403, reason: 'A change must come from the page of the studio.' }
    : undefined;
}

export function isToken(given: string | undefined, token: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const cookieOf = (header: string | undefined, name: string): string | undefined =>
  (header ?? '')
    .split(/;\s*/)
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);
