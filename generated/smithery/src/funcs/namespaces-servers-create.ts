import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as NamespacesServersAPI from '../resources/namespaces/servers.ts';
import { type Result, toResult } from '../result.ts';

/**
 * **Deprecated:** Use PUT /servers/{namespace}/{server} instead. Create a new
 * server under the specified namespace. This endpoint is idempotent.
 *
 * @deprecated deprecated
 */
export function namespacesServersCreate(
  client: SmitheryCore,
  server: string,
  params: NamespacesServersAPI.ServerCreateParams,
  options?: RequestOptions,
): Promise<Result<NamespacesServersAPI.CreateServerResponse, NamespacesServersAPI.ServerCreateErrors>> {
  return toResult(() => {
    const { namespace, ...body } = params;
    return client.put(pathOf('namespace', 'server')`/namespaces/${namespace}/servers/${server}`, {
      body,
      ...options,
    });
  });
}
