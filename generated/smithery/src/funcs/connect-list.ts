import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import { ConnectionsPage } from '../pages.ts';
import type * as ConnectAPI from '../resources/connect/connect.ts';
import { type Result, toResult } from '../result.ts';

/**
 * List all connections in a namespace. Supports filtering by metadata using
 * `metadata.{key}={value}` query params.
 */
export function connectList(
  client: SmitheryCore,
  namespace: string,
  query: ConnectAPI.ConnectListParams | null | undefined = {},
  options?: RequestOptions,
): Promise<Result<ConnectAPI.ConnectionPage, ConnectAPI.ConnectListErrors>> {
  return toResult(() => {
    return client.getAPIList(
      pathOf('namespace')`/connect/${namespace}`,
      ConnectionsPage<ConnectAPI.Connection>,
      { query, ...options },
    );
  });
}
