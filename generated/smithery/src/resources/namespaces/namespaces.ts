import type { APIPromise } from '../../api-promise.ts';
import { pathOf } from '../../internal/path.ts';
import type { RequestOptions } from '../../internal/request-options.ts';
import { NamespacesPage } from '../../pages.ts';
import type { PagePromise } from '../../pagination.ts';
import { APIResource } from '../../resource.ts';
import * as NamespacesServersAPI from './servers.ts';
import {
  type CreateServerError,
  type CreateServerRequest,
  type CreateServerResponse,
  type ServerCreateParams,
  Servers,
} from './servers.ts';

export class Namespaces extends APIResource {
  servers: NamespacesServersAPI.Servers = new NamespacesServersAPI.Servers(this._client);

  /**
   * Create a new namespace with a server-generated human-readable name, owned by the
   * authenticated user
   *
   * @throws {BadRequestError} 400: Bad request (user already has a namespace)
   * @throws {AuthenticationError} 401: Unauthorized
   * @throws {PermissionDeniedError} 403: Forbidden - missing namespaces:write
   *   permission
   *
   * @example
   * ```ts
   * const namespace = await client.namespaces.create();
   *
   * console.log(namespace.createdAt);
   * ```
   */
  create(options?: RequestOptions): APIPromise<CreateNamespaceResponse, NamespaceCreateErrors> {
    return this._client.post('/namespaces', options);
  }

  /**
   * When called without query params, returns the authenticated user's namespaces
   * (backwards compatible). When query params are provided, searches public
   * namespaces with pagination. Use ownerId to filter by owner, hasServers/hasSkills
   * to filter by content, q for text search.
   *
   * @throws {AuthenticationError} 401: Unauthorized
   * @throws {InternalServerError} 500: Server error
   *
   * @example
   * ```ts
   * // Asks for further pages as the loop gets to them.
   * for await (const namespace of client.namespaces.list()) {
   *   console.log(namespace.name);
   * }
   * ```
   */
  list(
    query: NamespaceListParams | null | undefined = {},
    options?: RequestOptions,
  ): PagePromise<NamespaceSearchResultsNamespacesPage, NamespaceSearchResult, NamespaceListErrors> {
    return this._client.getAPIList('/namespaces', NamespacesPage<NamespaceSearchResult>, {
      query,
      ...options,
    });
  }

  /**
   * Delete a namespace owned by the authenticated user. The namespace must not
   * contain any servers. Skills and connections in the namespace will be deleted
   * automatically.
   *
   * @throws {AuthenticationError} 401: Unauthorized
   * @throws {PermissionDeniedError} 403: Forbidden - user does not own this
   *   namespace
   * @throws {NotFoundError} 404: Namespace not found
   * @throws {ConflictError} 409: Conflict - namespace contains servers that must be
   *   deleted first
   *
   * @example
   * ```ts
   * const namespace = await client.namespaces.delete('xxx');
   *
   * console.log(namespace.name);
   * ```
   */
  delete(name: string, options?: RequestOptions): APIPromise<DeleteNamespaceResponse, NamespaceDeleteErrors> {
    return this._client.delete(pathOf('name')`/namespaces/${name}`, options);
  }

  /**
   * Create a new namespace owned by the authenticated user or an organization. This
   * endpoint is idempotent - if the namespace already exists and is owned by the
   * user/org, returns success. Pass organizationId in the request body to create an
   * org-owned namespace.
   *
   * @throws {BadRequestError} 400: Bad request (invalid name format or user already
   *   has a namespace)
   * @throws {AuthenticationError} 401: Unauthorized
   * @throws {PermissionDeniedError} 403: Forbidden - missing namespaces:write
   *   permission
   * @throws {ConflictError} 409: Conflict (namespace already exists)
   *
   * @example
   * ```ts
   * const namespace = await client.namespaces.set('xxx');
   *
   * console.log(namespace.createdAt);
   * ```
   */
  set(name: string, options?: RequestOptions): APIPromise<CreateNamespaceResponse, NamespaceSetErrors> {
    return this._client.put(pathOf('name')`/namespaces/${name}`, options);
  }
}

export type NamespaceSearchResultsNamespacesPage = NamespacesPage<NamespaceSearchResult>;

export interface CreateNamespaceResponse {
  createdAt: string;

  name: string;
}

export interface DeleteNamespaceResponse {
  name: string;

  success: boolean;
}

export interface NamespaceSearchResult {
  name: string;
}

export interface NamespacesError {
  error: string;
}

export interface NamespacesSearchResponse {
  namespaces: Array<NamespaceSearchResult>;

  pagination: NamespacesSearchResponse.Pagination;
}

export declare namespace NamespacesSearchResponse {
  export interface Pagination {
    currentPage: number;

    pageSize: number;

    totalCount: number;

    totalPages: number;
  }
}

export interface NamespaceListParams {
  /** Comma-separated list of fields to include in response */
  fields?: string;

  /** Filter namespaces with servers */
  hasServers?: '0' | '1' | 'true' | 'false';

  /** Filter namespaces with skills */
  hasSkills?: '0' | '1' | 'true' | 'false';

  /** Filter by owner ID */
  ownerId?: string;

  /** At least 1. */
  page?: number;

  /** From 1 to 50. */
  pageSize?: number;

  /** Text search query (prefix match on name) */
  q?: string;
}

export interface NamespaceCreateErrors {
  /** Bad request (user already has a namespace) */
  400: NamespacesError;

  /** Unauthorized */
  401: NamespacesError;

  /** Forbidden - missing namespaces:write permission */
  403: NamespacesError;
}

export interface NamespaceListErrors {
  /** Unauthorized */
  401: NamespacesError;

  /** Server error */
  500: NamespacesError;
}

export interface NamespaceDeleteErrors {
  /** Unauthorized */
  401: NamespacesError;

  /** Forbidden - user does not own this namespace */
  403: NamespacesError;

  /** Namespace not found */
  404: NamespacesError;

  /** Conflict - namespace contains servers that must be deleted first */
  409: NamespacesError;
}

export interface NamespaceSetErrors {
  /** Bad request (invalid name format or user already has a namespace) */
  400: NamespacesError;

  /** Unauthorized */
  401: NamespacesError;

  /** Forbidden - missing namespaces:write permission */
  403: NamespacesError;

  /** Conflict (namespace already exists) */
  409: NamespacesError;
}

Namespaces.Servers = Servers;

export declare namespace Namespaces {
  export {
    type CreateNamespaceResponse as CreateNamespaceResponse,
    type DeleteNamespaceResponse as DeleteNamespaceResponse,
    type NamespaceSearchResult as NamespaceSearchResult,
    type NamespacesError as NamespacesError,
    type NamespacesSearchResponse as NamespacesSearchResponse,
    type NamespaceListParams as NamespaceListParams,
    type NamespaceSearchResultsNamespacesPage as NamespaceSearchResultsNamespacesPage,
  };
  export {
    Servers as Servers,
    type CreateServerError as CreateServerError,
    type CreateServerRequest as CreateServerRequest,
    type CreateServerResponse as CreateServerResponse,
    type ServerCreateParams as ServerCreateParams,
  };
}
