import type { APIPromise } from '../../api-promise.ts';
import { buildHeaders } from '../../internal/headers.ts';
import { pathOf } from '../../internal/path.ts';
import type { RequestOptions } from '../../internal/request-options.ts';
import { APIResource } from '../../resource.ts';

export class Icon extends APIResource {
  /**
   * Remove the server's icon.
   *
   * @throws {PermissionDeniedError} 403: Forbidden (user doesn't own server)
   * @throws {NotFoundError} 404: Server not found
   *
   * @example
   * ```ts
   * const icon = await client.servers.icon.delete('qualifiedName');
   *
   * console.log(icon.success);
   * ```
   */
  delete(qualifiedName: string, options?: RequestOptions): APIPromise<IconDeleteResponse, IconDeleteErrors> {
    return this._client.delete(pathOf('qualifiedName')`/servers/${qualifiedName}/icon`, options);
  }

  /**
   * Retrieve the server's icon image. Returns the image directly with appropriate
   * content type.
   *
   * @throws {NotFoundError} 404: No icon found
   *
   * @example
   * ```ts
   * const icon = await client.servers.icon.get('qualifiedName');
   *
   * const content = await icon.blob();
   * console.log(content);
   * ```
   */
  get(qualifiedName: string, options?: RequestOptions): APIPromise<Response, IconGetErrors> {
    return this._client.get(pathOf('qualifiedName')`/servers/${qualifiedName}/icon`, {
      ...options,
      headers: buildHeaders([{ Accept: 'image/*' }, options?.headers]),
      __binaryResponse: true,
    });
  }

  /**
   * Upload or replace the server icon. Accepts a single image file via
   * multipart/form-data. Max 1MB. Supported formats: PNG, JPEG, GIF, SVG, WebP.
   *
   * @throws {BadRequestError} 400: Bad request (invalid file type, too large, or no
   *   file)
   * @throws {PermissionDeniedError} 403: Forbidden (user doesn't own server)
   * @throws {NotFoundError} 404: Server not found
   *
   * @example
   * ```ts
   * const icon = await client.servers.icon.upload('qualifiedName');
   *
   * console.log(icon.iconUrl);
   * ```
   */
  upload(qualifiedName: string, options?: RequestOptions): APIPromise<IconResponse, IconUploadErrors> {
    return this._client.put(pathOf('qualifiedName')`/servers/${qualifiedName}/icon`, options);
  }
}

export interface IconDeleteResponse {
  success: boolean;
}

export interface IconError {
  error: string;
}

export interface IconResponse {
  iconUrl: string;
}

export interface IconDeleteErrors {
  /** Forbidden (user doesn't own server) */
  403: IconError;

  /** Server not found */
  404: IconError;
}

export interface IconGetErrors {
  /** No icon found */
  404: IconError;
}

export interface IconUploadErrors {
  /** Bad request (invalid file type, too large, or no file) */
  400: IconError;

  /** Forbidden (user doesn't own server) */
  403: IconError;

  /** Server not found */
  404: IconError;
}

export declare namespace Icon {
  export {
    type IconDeleteResponse as IconDeleteResponse,
    type IconError as IconError,
    type IconResponse as IconResponse,
  };
}
