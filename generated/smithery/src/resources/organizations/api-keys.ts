import type { APIPromise } from '../../api-promise.ts';
import { pathOf } from '../../internal/path.ts';
import type { RequestOptions } from '../../internal/request-options.ts';
import { APIResource } from '../../resource.ts';

export class APIKeys extends APIResource {
  /**
   * Creates an API key owned by the organization. Requires admin role.
   *
   * @throws {BadRequestError} 400: Bad request
   * @throws {AuthenticationError} 401: Unauthorized
   * @throws {PermissionDeniedError} 403: Forbidden — user is not an admin
   *
   * @example
   * ```ts
   * const apiKey = await client.organizations.apiKeys.create('orgId', {
   *   name: 'x',
   * });
   *
   * console.log(apiKey.id);
   * ```
   */
  create(
    orgID: string,
    body?: APIKeyCreateParams | null,
    options?: RequestOptions,
  ): APIPromise<TeamAPIKeyCreated, APIKeyCreateErrors> {
    return this._client.post(pathOf('orgID')`/organizations/${orgID}/api-keys`, { body, ...options });
  }

  /**
   * Returns all API keys belonging to the organization. Requires admin role. Key
   * values are not included in the response.
   *
   * @throws {AuthenticationError} 401: Unauthorized
   * @throws {PermissionDeniedError} 403: Forbidden — user is not an admin
   *
   * @example
   * ```ts
   * const apiKeys = await client.organizations.apiKeys.list('orgId');
   *
   * console.log(apiKeys.apiKeys);
   * ```
   */
  list(orgID: string, options?: RequestOptions): APIPromise<APIKeyListResponse, APIKeyListErrors> {
    return this._client.get(pathOf('orgID')`/organizations/${orgID}/api-keys`, options);
  }

  /**
   * Deletes an API key belonging to the organization. Requires admin role.
   *
   * @throws {AuthenticationError} 401: Unauthorized
   * @throws {PermissionDeniedError} 403: Forbidden — user is not an admin
   * @throws {NotFoundError} 404: API key not found in this organization
   *
   * @example
   * ```ts
   * const apiKey = await client.organizations.apiKeys.delete('keyId', {
   *   orgId: 'orgId',
   * });
   *
   * console.log(apiKey.success);
   * ```
   */
  delete(
    keyID: string,
    params: APIKeyDeleteParams,
    options?: RequestOptions,
  ): APIPromise<RevokeTeamAPIKeyResponse, APIKeyDeleteErrors> {
    const { orgId } = params;
    return this._client.delete(pathOf('orgId', 'keyID')`/organizations/${orgId}/api-keys/${keyID}`, options);
  }
}

export interface CreateTeamAPIKeyBody {
  /**
   * Name for the team API key
   *
   * From 1 to 256 characters.
   */
  name: string;
}

export interface OrganizationError {
  error: string;
}

export interface RevokeTeamAPIKeyResponse {
  success: boolean;
}

export interface TeamAPIKey {
  id: string;

  createdAt: string;

  name: string;
}

export interface TeamAPIKeyCreated {
  id: string;

  createdAt: string;

  key: string;

  name: string;
}

export interface APIKeyListResponse {
  apiKeys: Array<TeamAPIKey>;
}

export interface APIKeyCreateParams {
  /**
   * Name for the team API key
   *
   * From 1 to 256 characters.
   */
  name: string;
}

export interface APIKeyDeleteParams {
  /** Path param */
  orgId: string;
}

export interface APIKeyCreateErrors {
  /** Bad request */
  400: OrganizationError;

  /** Unauthorized */
  401: OrganizationError;

  /** Forbidden — user is not an admin */
  403: OrganizationError;
}

export interface APIKeyListErrors {
  /** Unauthorized */
  401: OrganizationError;

  /** Forbidden — user is not an admin */
  403: OrganizationError;
}

export interface APIKeyDeleteErrors {
  /** Unauthorized */
  401: OrganizationError;

  /** Forbidden — user is not an admin */
  403: OrganizationError;

  /** API key not found in this organization */
  404: OrganizationError;
}

export declare namespace APIKeys {
  export {
    type CreateTeamAPIKeyBody as CreateTeamAPIKeyBody,
    type OrganizationError as OrganizationError,
    type RevokeTeamAPIKeyResponse as RevokeTeamAPIKeyResponse,
    type TeamAPIKey as TeamAPIKey,
    type TeamAPIKeyCreated as TeamAPIKeyCreated,
    type APIKeyListResponse as APIKeyListResponse,
    type APIKeyCreateParams as APIKeyCreateParams,
    type APIKeyDeleteParams as APIKeyDeleteParams,
  };
}
