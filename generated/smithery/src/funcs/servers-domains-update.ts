import type { SmitheryCore } from '../core.ts';
import { path } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as DomainsAPI from '../resources/servers/domains.ts';
import { type Result, toResult } from '../result.ts';

/** Update the managed run.tools slug for a server. */
export function serversDomainsUpdate(
  client: SmitheryCore,
  domainID: string,
  params: DomainsAPI.DomainUpdateParams,
  options?: RequestOptions,
): Promise<Result<DomainsAPI.DomainResource, DomainsAPI.DomainUpdateErrors>> {
  return toResult(() => {
    const { qualifiedName, ...body } = params;
    return client.patch(path`/servers/${{ qualifiedName }}/domains/${{ domainID }}`, { body, ...options });
  });
}
