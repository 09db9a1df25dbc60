/** OAuth 2.0 client credentials (RFC 6749 section 4.4) with a shared token cache. */
import { APIConnectionError, APIError, SDKError } from '../error.ts';
import { type AuthContext, type AuthScheme, type Credential, reveal } from './auth.ts';
import { basicHeader } from './auth-basic.ts';
import { readAtMost } from './bounded.ts';

/** Where and how a token is obtained. */
export interface ClientCredentials {
  readonly tokenURL: string;
  readonly clientID: Credential;
  readonly clientSecret: Credential;
  /** A token that the caller has already; no other is asked for then. */
  readonly token?: Credential;
  /** Scopes to ask for, beside those of the operation. */
  readonly scopes?: readonly string[];
  /** `basic` (default) sends the secret in a header, `body` in the form (RFC 6749 section 2.3.1). */
  readonly send?: 'basic' | 'body';
  /** Further form fields, for example `audience`. */
  readonly params?: { readonly [name: string]: string };
}

interface Token {
  readonly value: string;
  /** Milliseconds since the epoch after which a new token is fetched. */
  readonly staleAt: number;
}

const REFRESH_BEFORE = 30_000;
const REQUEST_LIMIT = 30_000;
/** Bytes of an answer with a token. */
const LONGEST = 1_000_000;

/**
 * Bearer tokens from a token endpoint. Concurrent requests share one token
 * request; a token is replaced 30 s before it expires, or at 90 % of a shorter life.
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
  // Whoever comes first after the old token went stale replaces it for all.
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
  // Not the caller's signal: others may be waiting for the same token.
  const signal = AbortSignal.timeout(REQUEST_LIMIT);
  let response;
  let text;
  try {
    // A redirect would carry the secret away. Not 'error', which workers do not know.
    response = await fetch(grant.tokenURL, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body: form.toString(),
      signal,
    });
    text = response.body
      ? await readAtMost(
          LONGEST,
          response.body,
          `The answer of the token endpoint is longer than ${LONGEST} bytes`,
        )
      : '';
  } catch (cause) {
    if (cause instanceof SDKError) {
      throw cause;
    }
    // The request that needs the token is repeated, and asks again.
    throw new APIConnectionError({ message: 'No connection to the token endpoint.', cause });
  }
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    throw new SDKError('The token endpoint redirects; the credentials are not sent elsewhere');
  }
  const body = parseBody(text);
  if (!response.ok) {
    throw APIError.generate(
      response.status,
      body,
      'The token endpoint refused the credentials',
      response.headers,
    );
  }
  const value = body?.access_token;
  if (typeof value !== 'string' || !value) {
    throw new SDKError(`The token endpoint answered without an access_token`);
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
