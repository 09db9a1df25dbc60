/** OAuth 2.0 client credentials (RFC 6749 section 4.4) with a shared token cache. */
import { APIConnectionError, APIError, SDKError } from '../error.ts';
import { type AuthContext, type AuthScheme, type Credential, reveal } from './auth.ts';
import { basicHeader } from './auth-basic.ts';
import { readAtMost } from './bounded.ts';

/** Settings for fetching tokens. */
export interface ClientCredentials {
  readonly tokenURL: string;
  readonly clientID: Credential;
  readonly clientSecret: Credential;
  /** An existing token; if set, no token is fetched. */
  readonly token?: Credential;
  /** Scopes to request in addition to those of the operation. */
  readonly scopes?: readonly string[];
  /** `basic` (default) sends the secret in a header, `body` in the form (RFC 6749 section 2.3.1). */
  readonly send?: 'basic' | 'body';
  /** Extra form fields, for example `audience`. */
  readonly params?: { readonly [name: string]: string };
}

interface Token {
  readonly value: string;
  /** Milliseconds since the epoch after which a new token is fetched. */
  readonly staleAt: number;
}

const REFRESH_BEFORE = 30_000;
const REQUEST_LIMIT = 30_000;
/** Maximum size of a token response in bytes. */
const LONGEST = 1_000_000;

/**
 * Bearer tokens from a token endpoint. Concurrent requests share one token
 * request. A token is replaced 30 s before it expires, or after 90 % of a lifetime below 300 s.
 */
export function clientCredentials(grant: ClientCredentials): AuthScheme {
  return { in: 'header', name: 'authorization', value: (context) => authorize(grant, context) };
}

async function authorize(grant: ClientCredentials, context: AuthContext): Promise<string | undefined> {
  const given = await reveal(grant.token);
  if (given != null) {
    return `Bearer ${given}`;
  }
  const [id, secret] = [await reveal(grant.clientID), await reveal(grant.clientSecret)];
  if (id == null || secret == null) {
    return undefined;
  }
  const scope = [...new Set([...(grant.scopes ?? []), ...context.scopes])].sort().join(' ');
  const key = JSON.stringify([grant.tokenURL, id, secret, scope, grant.params]);
  const cached = context.cache.get(key) as Promise<Token> | undefined;
  const token = cached && (await cached.catch(() => undefined));
  if (token && token.staleAt > Date.now() && `Bearer ${token.value}` !== context.cache.get('refused')) {
    return `Bearer ${token.value}`;
  }
  // The first request after the token became stale fetches a new token for all requests.
  const current = context.cache.get(key) as Promise<Token> | undefined;
  const pending = current && current !== cached ? current : fetchToken(grant, context, { id, secret, scope });
  context.cache.set(key, pending);
  return `Bearer ${(await pending).value}`;
}

async function fetchToken(
  grant: ClientCredentials,
  { fetch }: AuthContext,
  { id, secret, scope }: { readonly id: string; readonly secret: string; readonly scope: string },
): Promise<Token> {
  const form = new URLSearchParams({ grant_type: 'client_credentials', ...grant.params });
  const headers = new Headers({
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
  });
  if (scope) {
    form.set('scope', scope);
  }
  if (grant.send === 'body') {
    form.set('client_id', id);
    form.set('client_secret', secret);
  } else {
    headers.set('authorization', basicHeader(encodeURIComponent(id), encodeURIComponent(secret)));
  }
  const requestedAt = Date.now();
  // Not the caller's signal: other requests may be waiting for the same token.
  const signal = AbortSignal.timeout(REQUEST_LIMIT);
  let response;
  let text;
  try {
    // A redirect would leak the secret. Cloudflare Workers do not support 'error'.
    response = await fetch(grant.tokenURL, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body: form.toString(),
      signal,
    });
    text = response.body
      ? await readAtMost(LONGEST, response.body, `The token response is longer than ${LONGEST} bytes`)
      : '';
  } catch (cause) {
    if (cause instanceof SDKError) {
      throw cause;
    }
    // The request that needs the token is retried, and fetches the token again.
    throw new APIConnectionError({ message: 'Could not connect to the token endpoint.', cause });
  }
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    throw new SDKError('The token endpoint redirected the request; credentials are not sent to the new URL');
  }
  const body = parseBody(text);
  if (!response.ok) {
    throw APIError.generate(
      response.status,
      body,
      'The token endpoint rejected the credentials',
      response.headers,
    );
  }
  const value = body?.access_token;
  if (typeof value !== 'string' || !value) {
    throw new SDKError('The token response has no access_token');
  }
  const life = Number(body?.expires_in ?? Infinity) * 1000;
  return { value, staleAt: requestedAt + Math.max(life - REFRESH_BEFORE, life * 0.9) };
}

function parseBody(text: string): { access_token?: unknown; expires_in?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
