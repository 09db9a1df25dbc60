import type { BookshopCore } from '../core.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as TopLevelAPI from '../resources/top-level.ts';
import { type Result, toResult } from '../result.ts';

/**
 * Check the service
 *
 * @deprecated Use `status`.
 */
export function ping(
  client: BookshopCore,
  options?: RequestOptions,
): Promise<Result<TopLevelAPI.PingResponse>> {
  return toResult(() => {
    return client.get('/status', { security: [], ...options });
  });
}
