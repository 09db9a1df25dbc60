import type { SmitheryCore } from '../core.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import { NamespacesPage } from '../pages.ts';
import type * as NamespacesAPI from '../resources/namespaces/namespaces.ts';
import { type Result, toResult } from '../result.ts';

/**
 * When called without query params, returns the authenticated user's namespaces
 * (backwards compatible). When query params are provided, searches public
 * namespaces with pagination. Use ownerId to filter by owner, hasServers/hasSkills
 * to filter by content, q for text search.
 */
export function namespacesList(
  client: SmitheryCore,
  query: NamespacesAPI.NamespaceListParams | null | undefined = {},
  options?: RequestOptions,
): Promise<Result<NamespacesAPI.NamespaceSearchResultsNamespacesPage, NamespacesAPI.NamespaceListErrors>> {
  return toResult(() => {
    return client.getAPIList('/namespaces', NamespacesPage<NamespacesAPI.NamespaceSearchResult>, {
      query,
      ...options,
    });
  });
}
