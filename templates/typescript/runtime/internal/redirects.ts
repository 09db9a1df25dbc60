/**
 * Redirects, followed by hand: `fetch` takes `Authorization` and `Cookie` off a request that it sends to
 * another origin, and leaves every other header, such as `X-API-Key`, on. Used where the credentials of an API
 * are in such places, or where a header of the caller looks like a credential.
 */
import { SDKError } from '../error.ts';
import { isStream } from './is-stream.ts';
import { isSecret } from './log.ts';
import type { Fetch } from './request-options.ts';

const LIMIT = 20;
const REDIRECTS = [301, 302, 303, 307, 308];
// What any server may know of a request to another one.
const HARMLESS = /^(accept|content-|if-|range$|user-agent$)/;

// What `fetch` takes off itself, and what is no credential.
const NEEDS_NO_CARE = /^(?:(?:proxy-)?authorization|cookie)$|idempotency/;

/** Whether a header looks like a credential that `fetch` would take to another origin. */
export const holdsSecret = (headers: Headers, names: readonly string[]): boolean =>
  [...headers].some(([name]) => !NEEDS_NO_CARE.test(name) && isSecret(name, names));

/**
 * Wraps a `fetch`: after a redirect to another origin only harmless headers are sent, and none of the named
 * query parameters (WHATWG Fetch section 4.4, HTTP-redirect fetch, does the rest). The option `redirect` of
 * `fetch` switches it off. Browsers do not tell where a redirect leads, so there it is an error.
 *
 * @param secrets names of the query parameters that carry credentials
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
            "The server redirects, which a browser hides; fetchOptions: { redirect: 'follow' } allows it",
          );
        }
        const location = REDIRECTS.includes(response?.status) && response.headers.get('location');
        if (!location) {
          return response;
        }
        // What is not read would keep the connection.
        response.body?.cancel().catch(() => undefined);
        const target = new URL(location, url);
        change(init, response.status);
        if (target.origin !== new URL(url).origin) {
          keepHarmless(init, target, secrets);
        }
        if (!/^https?:$/.test(target.protocol)) {
          throw new SDKError(`The server redirects to ${target.protocol}`);
        }
        url = target.href;
      }
      throw new SDKError(`The server redirects more than ${LIMIT} times`);
    };
}

// Deno and Bun put the URL into their errors.
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

/** What a redirect does to a method and a body. */
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
    throw new SDKError('The server redirects a stream, which cannot be sent again');
  }
}

function keepHarmless(init: RequestInit, target: URL, secrets: readonly string[]): void {
  init.headers = [...new Headers(init.headers)].filter(([name]) => HARMLESS.test(name));
  for (const name of secrets.filter((one) => target.searchParams.has(one))) {
    target.searchParams.delete(name);
  }
}
