import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as ConnectAPI from '../resources/connect/connect.ts';
import { type Result, toResult } from '../result.ts';

/**
 * Delete a connection and terminate its MCP session. Requires API key and
 * namespace ownership.
 */
export function connectDelete(
  client: SmitheryCore,
  connectionID: string,
  params: ConnectAPI.ConnectDeleteParams,
  options?: RequestOptions,
): Promise<Result<ConnectAPI.Success, ConnectAPI.ConnectDeleteErrors>> {
  return toResult(() => {
    const { namespace } = params;
    return client.delete(pathOf('namespace', 'connectionID')`/connect/${namespace}/${connectionID}`, options);
  });
}
