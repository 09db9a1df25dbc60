import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as ConnectAPI from '../resources/connect/connect.ts';
import { type Result, toResult } from '../result.ts';

/**
 * Create a new MCP connection with an auto-generated ID. Requires API key and
 * namespace ownership.
 */
export function connectCreate(
  client: SmitheryCore,
  namespace: string,
  body: ConnectAPI.ConnectCreateParams | null | undefined = {},
  options?: RequestOptions,
): Promise<Result<ConnectAPI.Connection, ConnectAPI.ConnectCreateErrors>> {
  return toResult(() => {
    return client.post(pathOf('namespace')`/connect/${namespace}`, { body, ...options });
  });
}
