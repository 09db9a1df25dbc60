import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as NamespacesAPI from '../resources/namespaces/namespaces.ts';
import { type Result, toResult } from '../result.ts';

/**
 * Create a new namespace owned by the authenticated user or an organization. This
 * endpoint is idempotent - if the namespace already exists and is owned by the
 * user/org, returns success. Pass organizationId in the request body to create an
 * org-owned namespace.
 */
export function namespacesSet(
  client: SmitheryCore,
  name: string,
  options?: RequestOptions,
): Promise<Result<NamespacesAPI.CreateNamespaceResponse, NamespacesAPI.NamespaceSetErrors>> {
  return toResult(() => {
    return client.put(pathOf('name')`/namespaces/${name}`, options);
  });
}
