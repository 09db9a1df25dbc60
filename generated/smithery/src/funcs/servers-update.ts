import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as ServersAPI from '../resources/servers/servers.ts';
import { type Result, toResult } from '../result.ts';

/**
 * Update server metadata such as display name, description, repository, icon, or
 * visibility.
 */
export function serversUpdate(
  client: SmitheryCore,
  qualifiedName: string,
  body: ServersAPI.ServerUpdateParams | null | undefined = {},
  options?: RequestOptions,
): Promise<Result<ServersAPI.UpdateServerResponse, ServersAPI.ServerUpdateErrors>> {
  return toResult(() => {
    return client.patch(pathOf('qualifiedName')`/servers/${qualifiedName}`, { body, ...options });
  });
}
