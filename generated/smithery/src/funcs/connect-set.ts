import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as ConnectAPI from '../resources/connect/connect.ts';
import { type Result, toResult } from '../result.ts';

/**
 * Create or update an MCP connection with the given ID. mcpUrl is required when
 * creating a new connection, but optional when updating. Returns 409 if a
 * different mcpUrl is provided, except while the connection is input_required and
 * the new URL keeps the same host and path.
 */
export function connectSet(
  client: SmitheryCore,
  connectionID: string,
  params: ConnectAPI.ConnectSetParams,
  options?: RequestOptions,
): Promise<Result<ConnectAPI.Connection, ConnectAPI.ConnectSetErrors>> {
  return toResult(() => {
    const { namespace, ...body } = params;
    return client.put(pathOf('namespace', 'connectionID')`/connect/${namespace}/${connectionID}`, {
      body,
      ...options,
    });
  });
}
