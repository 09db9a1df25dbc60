import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as ServersAPI from '../resources/servers/servers.ts';
import { type Result, toResult } from '../result.ts';

/** Permanently delete a server, its releases, and associated resources. */
export function serversDelete(
  client: SmitheryCore,
  qualifiedName: string,
  options?: RequestOptions,
): Promise<Result<ServersAPI.DeleteSuccess, ServersAPI.ServerDeleteErrors>> {
  return toResult(() => {
    return client.delete(pathOf('qualifiedName')`/servers/${qualifiedName}`, options);
  });
}
