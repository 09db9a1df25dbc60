import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as DomainsAPI from '../resources/servers/domains.ts';
import { type Result, toResult } from '../result.ts';

/** List the domains for a server. */
export function serversDomainsList(
  client: SmitheryCore,
  qualifiedName: string,
  options?: RequestOptions,
): Promise<Result<DomainsAPI.DomainListResponse, DomainsAPI.DomainListErrors>> {
  return toResult(() => {
    return client.get(pathOf('qualifiedName')`/servers/${qualifiedName}/domains`, options);
  });
}
