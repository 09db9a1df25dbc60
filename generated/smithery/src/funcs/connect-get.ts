import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as ConnectAPI from '../resources/connect/connect.ts';
import { type Result, toResult } from '../result.ts';

/**
 * Get details for a specific connection. Requires service token with
 * connections:read scope.
 */
export function connectGet(
  client: SmitheryCore,
  connectionID: string,
  params: ConnectAPI.ConnectGetParams,
  options?: RequestOptions,
): Promise<Result<ConnectAPI.Connection, ConnectAPI.ConnectGetErrors>> {
  return toResult(() => {
    const { namespace } = params;
    return client.get(pathOf('namespace', 'connectionID')`/connect/${namespace}/${connectionID}`, options);
  });
}
