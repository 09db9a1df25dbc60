/** Sign-in with the OAuth 2.0 authorization code flow (RFC 6749 section 4.1) and PKCE (RFC 7636). */
import { SDKError } from '../error.ts';
import type { Fetch } from './request-options.ts';
import { requestToken } from './token-request.ts';

/** Where users sign in. */
export interface AuthorizationServer {
  readonly authorizationURL: string;
  readonly tokenURL: string;
}

/** The registration of the app with the server. */
export interface SignInOptions {
  readonly clientID: string;
  /** Only for apps that run on a server. Never ship a secret to browsers or devices. */
  readonly clientSecret?: string | undefined;
  /** The URL of the app to which the server sends the user back. */
  readonly redirectURI: string;
  /** Default: `fetch`. */
  readonly fetch?: Fetch;
}

/** A sign-in that has started. Keep it until the user comes back, for example in the session. */
export interface SignIn {
  /** Send the user there. */
  readonly url: string;
  readonly state: string;
  readonly verifier: string;
}

export interface Tokens {
  readonly accessToken: string;
  /** Gets new access tokens; absent if the server sent none. */
  readonly refreshToken?: string;
  /** Milliseconds since the epoch; absent if the server did not say. */
  readonly expiresAt?: number;
}

// Milliseconds before its end that a token is replaced.
const REFRESH_BEFORE = 30_000;

/**
 * Starts a sign-in.
 *
 * @param scopes the permissions to ask for
 * @param params further parameters of the authorization request, for example `prompt` or `audience`
 */
export async function startSignIn(
  server: AuthorizationServer,
  { clientID, redirectURI }: SignInOptions,
  scopes: readonly string[] = [],
  params: { readonly [name: string]: string } = {},
): Promise<SignIn> {
  const verifier = randomText();
  const state = randomText();
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const url = new URL(server.authorizationURL);
  const query = {
    ...params,
    response_type: 'code',
    client_id: clientID,
    redirect_uri: redirectURI,
    ...(scopes.length && { scope: scopes.join(' ') }),
    state,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(query)) {
    url.searchParams.set(name, value);
  }
  return { url: url.href, state, verifier };
}

/**
 * Exchanges the code for tokens when the user comes back.
 *
 * @param callbackURL the URL with which the user came back, with its query
 * @throws SDKError if the user refused, or if the URL does not belong to the sign-in
 */
export async function finishSignIn(
  server: AuthorizationServer,
  options: SignInOptions,
  { state, verifier }: Pick<SignIn, 'state' | 'verifier'>,
  callbackURL: string,
): Promise<Tokens> {
  const query = new URL(callbackURL, options.redirectURI).searchParams;
  // First: an error in a foreign link is not the answer of the server.
  if (!state || query.get('state') !== state) {
    throw new SDKError('The URL does not belong to this sign-in: its state is different');
  }
  const error = query.get('error');
  if (error) {
    const description = query.get('error_description');
    throw new SDKError(`The server refused the sign-in: ${error}${description ? ` (${description})` : ''}`);
  }
  const code = query.get('code');
  if (!code) {
    throw new SDKError('The URL has no code');
  }
  return fetchTokens(server, options, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: options.redirectURI,
    code_verifier: verifier,
  });
}

/**
 * A credential for the client that refreshes the access token before it expires. Concurrent requests share
 * one refresh.
 *
 * @param onTokens is called with new tokens, to store them: servers may replace the refresh token each time
 */
export function refreshing(
  server: AuthorizationServer,
  options: SignInOptions,
  tokens: Tokens,
  onTokens?: (tokens: Tokens) => void | Promise<void>,
): () => Promise<string> {
  let current = tokens;
  let pending: Promise<Tokens> | undefined;
  const refresh = async (refreshToken: string): Promise<Tokens> => {
    const form = { grant_type: 'refresh_token', refresh_token: refreshToken };
    current = { refreshToken, ...(await fetchTokens(server, options, form)) };
    await onTokens?.(current);
    return current;
  };
  return async () => {
    const { accessToken, refreshToken, expiresAt = Infinity } = current;
    if (!refreshToken || Date.now() < expiresAt - REFRESH_BEFORE) {
      return accessToken;
    }
    pending ??= refresh(refreshToken).finally(() => {
      pending = undefined;
    });
    return (await pending).accessToken;
  };
}

async function fetchTokens(
  server: AuthorizationServer,
  { clientID, clientSecret, fetch = globalThis.fetch }: SignInOptions,
  fields: Record<string, string>,
): Promise<Tokens> {
  const form = new URLSearchParams({ ...fields, client_id: clientID });
  if (clientSecret) {
    form.set('client_secret', clientSecret);
  }
  const requestedAt = Date.now();
  const { token, life, refreshToken } = await requestToken(fetch, { url: server.tokenURL, form });
  return {
    accessToken: token,
    ...(refreshToken && { refreshToken }),
    ...(Number.isFinite(life) && { expiresAt: requestedAt + life }),
  };
}

/** 256 random bits as text. */
const randomText = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
