import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as ServersAPI from '../resources/servers/servers.ts';
import { type Result, toResult } from '../result.ts';

/**
 * Create a new server. Idempotent — returns success if the server already exists
 * and is owned by the caller.
 */
export function serversCreate(
  client: SmitheryCore,
  qualifiedName: string,
  body: ServersAPI.ServerCreateParams | null | undefined = {},
  options?: RequestOptions,
): Promise<Result<ServersAPI.CreateNamespaceServerResponse, ServersAPI.ServerCreateErrors>> {
  return toResult(() => {
    return client.put(pathOf('qualifiedName')`/servers/${qualifiedName}`, { body, ...options });
  });
}
