import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as APIKeysAPI from '../resources/organizations/api-keys.ts';
import { type Result, toResult } from '../result.ts';

/** Deletes an API key belonging to the organization. Requires admin role. */
export function organizationsAPIKeysDelete(
  client: SmitheryCore,
  keyID: string,
  params: APIKeysAPI.APIKeyDeleteParams,
  options?: RequestOptions,
): Promise<Result<APIKeysAPI.RevokeTeamAPIKeyResponse, APIKeysAPI.APIKeyDeleteErrors>> {
  return toResult(() => {
    const { orgId } = params;
    return client.delete(pathOf('orgId', 'keyID')`/organizations/${orgId}/api-keys/${keyID}`, options);
  });
}
