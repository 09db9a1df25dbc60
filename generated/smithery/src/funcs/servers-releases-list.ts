import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import { ReleasesPage } from '../pages.ts';
import type * as ReleasesAPI from '../resources/servers/releases.ts';
import { type Result, toResult } from '../result.ts';

/**
 * List releases ordered by most recent first. Logs are omitted — fetch a specific
 * release to see logs.
 */
export function serversReleasesList(
  client: SmitheryCore,
  qualifiedName: string,
  query: ReleasesAPI.ReleaseListParams | null | undefined = {},
  options?: RequestOptions,
): Promise<Result<ReleasesAPI.ReleaseListResponsesReleasesPage, ReleasesAPI.ReleaseListErrors>> {
  return toResult(() => {
    return client.getAPIList(
      pathOf('qualifiedName')`/servers/${qualifiedName}/releases`,
      ReleasesPage<ReleasesAPI.ReleaseListResponse>,
      { query, ...options },
    );
  });
}
