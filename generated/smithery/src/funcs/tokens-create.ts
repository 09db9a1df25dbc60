import type { SmitheryCore } from '../core.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as TokensAPI from '../resources/tokens.ts';
import { type Result, toResult } from '../result.ts';

/**
 * Create a service token for machine-to-machine authentication. Accepts API key or
 * bearer token. Optionally apply restrictions.
 */
export function tokensCreate(
  client: SmitheryCore,
  body: TokensAPI.TokenCreateParams | null | undefined = {},
  options?: RequestOptions,
): Promise<Result<TokensAPI.CreateTokenResponse, TokensAPI.TokenCreateErrors>> {
  return toResult(() => {
    return client.post('/tokens', { body, ...options });
  });
}
