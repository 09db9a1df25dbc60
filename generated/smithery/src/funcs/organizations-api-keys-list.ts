import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as APIKeysAPI from '../resources/organizations/api-keys.ts';
import { type Result, toResult } from '../result.ts';

/**
 * Returns all API keys belonging to the organization. Requires admin role. Key
 * values are not included in the response.
 */
export function organizationsAPIKeysList(
  client: SmitheryCore,
  orgID: string,
  options?: RequestOptions,
): Promise<Result<APIKeysAPI.APIKeyListResponse, APIKeysAPI.APIKeyListErrors>> {
  return toResult(() => {
    return client.get(pathOf('orgID')`/organizations/${orgID}/api-keys`, options);
  });
}
