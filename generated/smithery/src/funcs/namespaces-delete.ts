import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as NamespacesAPI from '../resources/namespaces/namespaces.ts';
import { type Result, toResult } from '../result.ts';

/**
 * Delete a namespace owned by the authenticated user. The namespace must not
 * contain any servers. Skills and connections in the namespace will be deleted
 * automatically.
 */
export function namespacesDelete(
  client: SmitheryCore,
  name: string,
  options?: RequestOptions,
): Promise<Result<NamespacesAPI.DeleteNamespaceResponse, NamespacesAPI.NamespaceDeleteErrors>> {
  return toResult(() => {
    return client.delete(pathOf('name')`/namespaces/${name}`, options);
  });
}
