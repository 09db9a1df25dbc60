import type { SmitheryCore } from '../core.ts';
import { buildHeaders } from '../internal/headers.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as IconAPI from '../resources/servers/icon.ts';
import { type Result, toResult } from '../result.ts';

/**
 * Retrieve the server's icon image. Returns the image directly with appropriate
 * content type.
 */
export function serversIconGet(
  client: SmitheryCore,
  qualifiedName: string,
  options?: RequestOptions,
): Promise<Result<Response, IconAPI.IconGetErrors>> {
  return toResult(() => {
    return client.get(pathOf('qualifiedName')`/servers/${qualifiedName}/icon`, {
      ...options,
      headers: buildHeaders([{ Accept: 'image/*' }, options?.headers]),
      __binaryResponse: true,
    });
  });
}
