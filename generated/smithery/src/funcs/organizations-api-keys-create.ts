import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as APIKeysAPI from '../resources/organizations/api-keys.ts';
import { type Result, toResult } from '../result.ts';

/** Creates an API key owned by the organization. Requires admin role. */
export function organizationsAPIKeysCreate(
  client: SmitheryCore,
  orgID: string,
  body?: APIKeysAPI.APIKeyCreateParams | null,
  options?: RequestOptions,
): Promise<Result<APIKeysAPI.TeamAPIKeyCreated, APIKeysAPI.APIKeyCreateErrors>> {
  return toResult(() => {
    return client.post(pathOf('orgID')`/organizations/${orgID}/api-keys`, { body, ...options });
  });
}
