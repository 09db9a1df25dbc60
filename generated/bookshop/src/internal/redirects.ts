/**
 * Follows redirects in the client. `fetch` removes `Authorization` and `Cookie` on a redirect to another
 * origin, but keeps every other header, for example `X-API-Key`. Used if the API sends credentials in other
 * headers or in the query, or if a header of the caller looks like a credential.
 */
import { SDKError } from '../error.ts';
import { isStream } from './is-stream.ts';
import { isSecret } from './log.ts';
import type { Fetch } from './request-options.ts';

const LIMIT = 20;
const REDIRECTS = [301, 302, 303, 307, 308];
// Headers that are safe to send to another origin.
const HARMLESS = /^(accept|content-|if-|range$|user-agent$)/;

// Headers that `fetch` removes itself, and headers that are not credentials.
const NEEDS_NO_CARE = /^(?:(?:proxy-)?authorization|cookie)$|idempotency/;

/** Whether a header looks like a credential that `fetch` would send to another origin. */
export const holdsSecret = (headers: Headers, names: readonly string[]): boolean =>
  [...headers].some(([name]) => !NEEDS_NO_CARE.test(name) && isSecret(name, names));

/**
 * Wraps a `fetch`: a redirect to another origin is followed with safe headers only, and without the given
 * query parameters (else as in WHATWG Fetch section 4.4, HTTP-redirect fetch). The option `redirect` of
 * `fetch` disables it. Browsers hide the target of a redirect, so a redirect is an error there.
 *
 * @param secrets names of the query parameters that contain credentials
 */
export function followRedirects(secrets: readonly string[] = []): (fetch: Fetch) => Fetch {
  return (plain) =>
    async (first, { ...init } = {}) => {
      const fetch: Fetch = (url, options) =>
        plain(url, options).catch((error: unknown) => Promise.reject(withoutSecrets(error, secrets)));
      if (init.redirect) {
        return fetch(first, init);
      }
      init.redirect = 'manual';
      let url = first;
      for (let hops = 0; hops <= LIMIT; hops++) {
        const response = await fetch(url, init);
        if (response?.type === 'opaqueredirect') {
          throw new SDKError(
            "The server redirected, and browsers hide the target; fetchOptions: { redirect: 'follow' } allows it",
          );
        }
        const location = REDIRECTS.includes(response?.status) && response.headers.get('location');
        if (!location) {
          return response;
        }
        // An unread body would keep the connection open.
        response.body?.cancel().catch(() => undefined);
        const target = new URL(location, url);
        change(init, response.status);
        if (target.origin !== new URL(url).origin) {
          keepHarmless(init, target, secrets);
        }
        if (!/^https?:$/.test(target.protocol)) {
          throw new SDKError(`The server redirected to an unsupported protocol: ${target.protocol}`);
        }
        url = target.href;
      }
      throw new SDKError(`The server redirected more than ${LIMIT} times`);
    };
}

// Errors of Deno and Bun contain the URL.
function withoutSecrets(error: unknown, names: readonly string[]): unknown {
  const about: { message?: unknown; path?: unknown; stack?: unknown } = Object(error);
  for (const property of ['message', 'path', 'stack'] as const) {
    const text = about[property];
    const hidden = typeof text === 'string' ? names.reduce((rest, name) => hide(rest, name), text) : text;
    if (hidden !== text) {
      Object.defineProperty(about, property, { value: hidden });
    }
  }
  return error;
}

function hide(text: string, name: string): string {
  return text
    .split(/(?<=[?&])/)
    .map((part) =>
      part.startsWith(`${encodeURIComponent(name)}=`) ? part.replace(/=[^&\s"')]*/, '=***') : part,
    )
    .join('');
}

/** Changes the method and the body as the status of the redirect requires. */
function change(init: RequestInit, status: number): void {
  if (status === 303 ? init.method !== 'HEAD' : status < 303 && init.method === 'POST') {
    init.method = 'GET';
    delete init.body;
    const headers = new Headers(init.headers);
    for (const [name] of [...headers].filter(([one]) => one.startsWith('content-'))) {
      headers.delete(name);
    }
    init.headers = headers;
  } else if (isStream(init.body) || Symbol.asyncIterator in Object(init.body)) {
    throw new SDKError('The server redirected an upload from a stream, which cannot be sent again');
  }
}

function keepHarmless(init: RequestInit, target: URL, secrets: readonly string[]): void {
  init.headers = [...new Headers(init.headers)].filter(([name]) => HARMLESS.test(name));
  for (const name of secrets.filter((one) => target.searchParams.has(one))) {
    target.searchParams.delete(name);
  }
}
