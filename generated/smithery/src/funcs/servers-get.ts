import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as ServersAPI from '../resources/servers/servers.ts';
import { type Result, toResult } from '../result.ts';

/** Retrieve server details including connections, tools, and security status. */
export function serversGet(
  client: SmitheryCore,
  qualifiedName: string,
  options?: RequestOptions,
): Promise<Result<ServersAPI.Server, ServersAPI.ServerGetErrors>> {
  return toResult(() => {
    return client.get(pathOf('qualifiedName')`/servers/${qualifiedName}`, options);
  });
}
