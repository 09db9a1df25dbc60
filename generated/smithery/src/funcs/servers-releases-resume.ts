import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as ReleasesAPI from '../resources/servers/releases.ts';
import { type Result, toResult } from '../result.ts';

/**
 * Resume a paused release (e.g. after OAuth authorization). Use id='latest' to
 * resume the most recent one.
 */
export function serversReleasesResume(
  client: SmitheryCore,
  id: string,
  params: ReleasesAPI.ReleaseResumeParams,
  options?: RequestOptions,
): Promise<Result<ReleasesAPI.ResumeResponse, ReleasesAPI.ReleaseResumeErrors>> {
  return toResult(() => {
    const { qualifiedName } = params;
    return client.post(
      pathOf('qualifiedName', 'id')`/servers/${qualifiedName}/releases/${id}/resume`,
      options,
    );
  });
}
