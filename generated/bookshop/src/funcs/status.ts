import type { BookshopCore } from '../core.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as TopLevelAPI from '../resources/top-level.ts';
import { type Result, toResult } from '../result.ts';

/** Check the service */
export function status(
  client: BookshopCore,
  options?: RequestOptions,
): Promise<Result<TopLevelAPI.StatusResponse>> {
  return toResult(() => {
    return client.get('/status', { security: [], ...options });
  });
}
