import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as IconAPI from '../resources/servers/icon.ts';
import { type Result, toResult } from '../result.ts';

/** Remove the server's icon. */
export function serversIconDelete(
  client: SmitheryCore,
  qualifiedName: string,
  options?: RequestOptions,
): Promise<Result<IconAPI.IconDeleteResponse, IconAPI.IconDeleteErrors>> {
  return toResult(() => {
    return client.delete(pathOf('qualifiedName')`/servers/${qualifiedName}/icon`, options);
  });
}
