import type { APIPromise } from '../../api-promise.ts';
import { pathOf } from '../../internal/path.ts';
import type { RequestOptions } from '../../internal/request-options.ts';
import { APIResource } from '../../resource.ts';

export class Servers extends APIResource {
  /**
   * **Deprecated:** Use PUT /servers/{namespace}/{server} instead. Create a new
   * server under the specified namespace. This endpoint is idempotent.
   *
   * @deprecated deprecated
   *
   * @throws {BadRequestError} 400: Bad request (invalid name format)
   * @throws {AuthenticationError} 401: Unauthorized
   * @throws {PermissionDeniedError} 403: Forbidden (namespace not owned by user or
   *   missing servers:write permission)
   * @throws {NotFoundError} 404: Namespace not found
   *
   * @example
   * ```ts
   * const server = await client.namespaces.servers.create('xxx', {
   *   namespace: 'namespace',
   * });
   *
   * console.log(server.createdAt);
   * ```
   */
  create(
    server: string,
    params: ServerCreateParams,
    options?: RequestOptions,
  ): APIPromise<CreateServerResponse, ServerCreateErrors> {
    const { namespace, ...body } = params;
    return this._client.put(pathOf('namespace', 'server')`/namespaces/${namespace}/servers/${server}`, {
      body,
      ...options,
    });
  }
}

export interface CreateServerError {
  error: string;
}

export interface CreateServerRequest {
  description?: string;

  displayName?: string;
}

export interface CreateServerResponse {
  createdAt: string;

  description: string;

  displayName: string;

  namespace: string;

  server: string;
}

export interface ServerCreateParams {
  /** Path param */
  namespace: string;

  /** Body param */
  description?: string;

  /** Body param */
  displayName?: string;
}

export interface ServerCreateErrors {
  /** Bad request (invalid name format) */
  400: CreateServerError;

  /** Unauthorized */
  401: CreateServerError;

  /** Forbidden (namespace not owned by user or missing servers:write permission) */
  403: CreateServerError;

  /** Namespace not found */
  404: CreateServerError;
}

export declare namespace Servers {
  export {
    type CreateServerError as CreateServerError,
    type CreateServerRequest as CreateServerRequest,
    type CreateServerResponse as CreateServerResponse,
    type ServerCreateParams as ServerCreateParams,
  };
}
