import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
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
    return client.patch(pathOf('qualifiedName', 'domainID')`/servers/${qualifiedName}/domains/${domainID}`, {
      body,
      ...options,
    });
  });
}
