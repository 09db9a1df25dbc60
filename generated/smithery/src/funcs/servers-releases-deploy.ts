import type { SmitheryCore } from '../core.ts';
import { multipartFormRequestOptions } from '../internal/multipart.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as ReleasesAPI from '../resources/servers/releases.ts';
import { type Result, toResult } from '../result.ts';

/**
 * Submit a release via multipart form. Supports hosted (JS module upload),
 * external (URL), and stdio (MCPB bundle) release types.
 */
export function serversReleasesDeploy(
  client: SmitheryCore,
  qualifiedName: string,
  body?: ReleasesAPI.ReleaseDeployParams | null,
  options?: RequestOptions,
): Promise<Result<ReleasesAPI.DeployResponse, ReleasesAPI.ReleaseDeployErrors>> {
  return toResult(() => {
    return client.put(
      pathOf('qualifiedName')`/servers/${qualifiedName}/releases`,
      multipartFormRequestOptions({ body, ...options }),
    );
  });
}
