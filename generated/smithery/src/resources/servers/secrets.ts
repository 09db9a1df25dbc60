import type { APIPromise } from '../../api-promise.ts';
import { pathOf } from '../../internal/path.ts';
import type { RequestOptions } from '../../internal/request-options.ts';
import { APIResource } from '../../resource.ts';

export class Secrets extends APIResource {
  /**
   * List secret names. Values are not returned.
   *
   * @throws {NotFoundError} 404: Server not found
   *
   * @example
   * ```ts
   * const secrets = await client.servers.secrets.list('qualifiedName');
   *
   * console.log(secrets);
   * ```
   */
  list(qualifiedName: string, options?: RequestOptions): APIPromise<SecretListResponse, SecretListErrors> {
    return this._client.get(pathOf('qualifiedName')`/servers/${qualifiedName}/secrets`, options);
  }

  /**
   * Remove a secret by name.
   *
   * @throws {NotFoundError} 404: Server not found
   *
   * @example
   * ```ts
   * const secret = await client.servers.secrets.delete('secretName', {
   *   qualifiedName: 'qualifiedName',
   * });
   *
   * console.log(secret.success);
   * ```
   */
  delete(
    secretName: string,
    params: SecretDeleteParams,
    options?: RequestOptions,
  ): APIPromise<SecretDeleteResponse, SecretDeleteErrors> {
    const { qualifiedName } = params;
    return this._client.delete(
      pathOf('qualifiedName', 'secretName')`/servers/${qualifiedName}/secrets/${secretName}`,
      options,
    );
  }

  /**
   * Create or update a secret value.
   *
   * @throws {NotFoundError} 404: Server not found
   *
   * @example
   * ```ts
   * const response = await client.servers.secrets.set('qualifiedName', {
   *   name: 'x',
   *   value: 'x',
   * });
   *
   * console.log(response.success);
   * ```
   */
  set(
    qualifiedName: string,
    body?: SecretSetParams | null,
    options?: RequestOptions,
  ): APIPromise<SecretSetResponse, SecretSetErrors> {
    return this._client.put(pathOf('qualifiedName')`/servers/${qualifiedName}/secrets`, { body, ...options });
  }
}

export type SecretListResponse = Array<SecretListResponse.SecretListResponseItem>;

export declare namespace SecretListResponse {
  export interface SecretListResponseItem {
    name: string;

    type: string;
  }
}

export interface SecretDeleteResponse {
  success: boolean;
}

export interface SecretSetResponse {
  success: boolean;
}

export interface SecretDeleteParams {
  /**
   * Path param: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
   * namespace-only servers). Use %2F to encode the slash.
   */
  qualifiedName: string;
}

export interface SecretSetParams {
  /** At least 1 characters. */
  name: string;

  /** At least 1 characters. */
  value: string;
}

export interface SecretListErrors {
  /** Server not found */
  404: SecretListErrors.NotFoundError;
}

export declare namespace SecretListErrors {
  export interface NotFoundError {
    error: string;
  }
}

export interface SecretDeleteErrors {
  /** Server not found */
  404: SecretDeleteErrors.NotFoundError;
}

export declare namespace SecretDeleteErrors {
  export interface NotFoundError {
    error: string;
  }
}

export interface SecretSetErrors {
  /** Server not found */
  404: SecretSetErrors.NotFoundError;
}

export declare namespace SecretSetErrors {
  export interface NotFoundError {
    error: string;
  }
}

export declare namespace Secrets {
  export {
    type SecretListResponse as SecretListResponse,
    type SecretDeleteResponse as SecretDeleteResponse,
    type SecretSetResponse as SecretSetResponse,
    type SecretDeleteParams as SecretDeleteParams,
    type SecretSetParams as SecretSetParams,
  };
}
