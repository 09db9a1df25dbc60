import type { APIPromise } from '../../api-promise.ts';
import { pathOf } from '../../internal/path.ts';
import type { RequestOptions } from '../../internal/request-options.ts';
import { APIResource } from '../../resource.ts';

export class Domains extends APIResource {
  /**
   * Update the managed run.tools slug for a server.
   *
   * @throws {NotFoundError} 404: Domain not found
   * @throws {ConflictError} 409: Conflict — managed run.tools slug already taken
   *
   * @example
   * ```ts
   * const domain = await client.servers.domains.update('domainId', {
   *   qualifiedName: 'qualifiedName',
   *   subdomain: 'subdomain',
   * });
   *
   * console.log(domain.id);
   * ```
   */
  update(
    domainID: string,
    params: DomainUpdateParams,
    options?: RequestOptions,
  ): APIPromise<DomainResource, DomainUpdateErrors> {
    const { qualifiedName, ...body } = params;
    return this._client.patch(
      pathOf('qualifiedName', 'domainID')`/servers/${qualifiedName}/domains/${domainID}`,
      { body, ...options },
    );
  }

  /**
   * List the domains for a server.
   *
   * @throws {NotFoundError} 404: Server not found
   *
   * @example
   * ```ts
   * const domains = await client.servers.domains.list('qualifiedName');
   *
   * console.log(domains.domains);
   * ```
   */
  list(qualifiedName: string, options?: RequestOptions): APIPromise<DomainListResponse, DomainListErrors> {
    return this._client.get(pathOf('qualifiedName')`/servers/${qualifiedName}/domains`, options);
  }
}

export interface DomainListResponse {
  domains: Array<DomainResource>;
}

export interface DomainResource {
  id: 'managed';

  createdAt: string;

  hostname: string;

  subdomain: string;

  type: 'managed';

  updatedAt: string;
}

export interface DomainsError {
  error: string;
}

export interface UpdateDomainRequest {
  /** Pattern: `^[a-z][a-z0-9-]{0,61}[a-z0-9]$`. */
  subdomain: string;
}

export interface DomainUpdateParams {
  /**
   * Path param: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
   * namespace-only servers). Use %2F to encode the slash.
   */
  qualifiedName: string;

  /**
   * Body param
   *
   * Pattern: `^[a-z][a-z0-9-]{0,61}[a-z0-9]$`.
   */
  subdomain: string;
}

export interface DomainUpdateErrors {
  /** Domain not found */
  404: DomainsError;

  /** Conflict — managed run.tools slug already taken */
  409: DomainsError;
}

export interface DomainListErrors {
  /** Server not found */
  404: DomainsError;
}

export declare namespace Domains {
  export {
    type DomainListResponse as DomainListResponse,
    type DomainResource as DomainResource,
    type DomainsError as DomainsError,
    type UpdateDomainRequest as UpdateDomainRequest,
    type DomainUpdateParams as DomainUpdateParams,
  };
}
