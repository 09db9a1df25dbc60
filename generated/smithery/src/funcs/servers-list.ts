import type { SmitheryCore } from '../core.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import { ServersPage } from '../pages.ts';
import type * as ServersAPI from '../resources/servers/servers.ts';
import { type Result, toResult } from '../result.ts';

/**
 * Search and browse public MCP servers in the Smithery registry. Supports
 * full-text and semantic search via the `q` parameter, and filtering by deployment
 * status, verification, ownership, and more.
 */
export function serversList(
  client: SmitheryCore,
  query: ServersAPI.ServerListParams | null | undefined = {},
  options?: RequestOptions,
): Promise<Result<ServersAPI.ServerSummariesServersPage, ServersAPI.ServerListErrors>> {
  return toResult(() => {
    return client.getAPIList('/servers', ServersPage<ServersAPI.ServerSummary>, { query, ...options });
  });
}
