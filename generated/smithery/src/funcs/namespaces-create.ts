import type { SmitheryCore } from '../core.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as NamespacesAPI from '../resources/namespaces/namespaces.ts';
import { type Result, toResult } from '../result.ts';

/**
 * Create a new namespace with a server-generated human-readable name, owned by the
 * authenticated user
 */
export function namespacesCreate(
  client: SmitheryCore,
  options?: RequestOptions,
): Promise<Result<NamespacesAPI.CreateNamespaceResponse, NamespacesAPI.NamespaceCreateErrors>> {
  return toResult(() => {
    return client.post('/namespaces', options);
  });
}
