import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as ReleasesAPI from '../resources/servers/releases.ts';
import { type Result, toResult } from '../result.ts';

/**
 * Retrieve release details including status, git metadata, pipeline logs, and MCP
 * endpoint URL.
 */
export function serversReleasesGet(
  client: SmitheryCore,
  id: string,
  params: ReleasesAPI.ReleaseGetParams,
  options?: RequestOptions,
): Promise<Result<ReleasesAPI.DeploymentInfo, ReleasesAPI.ReleaseGetErrors>> {
  return toResult(() => {
    const { qualifiedName } = params;
    return client.get(pathOf('qualifiedName', 'id')`/servers/${qualifiedName}/releases/${id}`, options);
  });
}
