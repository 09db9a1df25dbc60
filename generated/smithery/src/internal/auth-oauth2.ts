/** OAuth 2.0 client credentials (RFC 6749 section 4.4) with a shared token cache. */
import { type AuthContext, type AuthScheme, type Credential, reveal } from './auth.ts';
import { basicHeader } from './auth-basic.ts';
import { requestToken } from './token-request.ts';

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
  const headers = new Headers();
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
  const { token, life } = await requestToken(fetch, { url: grant.tokenURL, headers, form });
  return { value: token, staleAt: requestedAt + Math.max(life - REFRESH_BEFORE, life * 0.9) };
}
