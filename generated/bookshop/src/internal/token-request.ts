/** Requests to an OAuth 2.0 token endpoint (RFC 6749 section 3.2). */
import { APIConnectionError, APIError, SDKError } from '../error.ts';
import { readAtMost } from './bounded.ts';
import type { Fetch } from './request-options.ts';

export interface TokenRequest {
  readonly url: string;
  readonly headers?: Headers;
  readonly form: URLSearchParams;
}

export interface TokenResponse {
  readonly token: string;
  /** Lifetime in milliseconds; infinite if the server does not say. */
  readonly life: number;
  readonly refreshToken?: string;
}

/** Milliseconds. */
const REQUEST_LIMIT = 30_000;
/** Maximum size of a token response in bytes. */
const LONGEST = 1_000_000;

/** @throws APIConnectionError, APIError, or SDKError for redirects and responses without a token */
export async function requestToken(
  fetch: Fetch,
  { url, headers = new Headers(), form }: TokenRequest,
): Promise<TokenResponse> {
  headers.set('accept', 'application/json');
  headers.set('content-type', 'application/x-www-form-urlencoded');
  // Not the caller's signal: other requests may be waiting for the same token.
  const signal = AbortSignal.timeout(REQUEST_LIMIT);
  let response;
  let text;
  try {
    // A redirect would leak the secret. Cloudflare Workers do not support 'error'.
    response = await fetch(url, {
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
  const token = body?.access_token;
  if (typeof token !== 'string' || !token) {
    throw new SDKError('The token response has no access_token');
  }
  const refreshToken = body?.refresh_token;
  return {
    token,
    life: Number(body?.expires_in ?? Infinity) * 1000,
    ...(typeof refreshToken === 'string' && refreshToken && { refreshToken }),
  };
}

function parseBody(
  text: string,
): { access_token?: unknown; expires_in?: unknown; refresh_token?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
