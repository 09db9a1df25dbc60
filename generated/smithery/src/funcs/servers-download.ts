import type { SmitheryCore } from '../core.ts';
import { buildHeaders } from '../internal/headers.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as ServersAPI from '../resources/servers/servers.ts';
import { type Result, toResult } from '../result.ts';

/** Download the MCPB bundle for the latest successful stdio release. */
export function serversDownload(
  client: SmitheryCore,
  qualifiedName: string,
  options?: RequestOptions,
): Promise<Result<Response, ServersAPI.ServerDownloadErrors>> {
  return toResult(() => {
    return client.get(pathOf('qualifiedName')`/servers/${qualifiedName}/download`, {
      ...options,
      headers: buildHeaders([{ Accept: 'application/zip' }, options?.headers]),
      __binaryResponse: true,
    });
  });
}
