import type { SmitheryCore } from '../core.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as HealthResourceAPI from '../resources/health.ts';
import { type Result, toResult } from '../result.ts';

/** Check if the service is running */
export function healthCheck(
  client: SmitheryCore,
  options?: RequestOptions,
): Promise<Result<HealthResourceAPI.Health, HealthResourceAPI.HealthCheckErrors>> {
  return toResult(() => {
    return client.get('/health', options);
  });
}
