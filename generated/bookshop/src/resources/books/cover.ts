import type { APIPromise } from '../../api-promise.ts';
import { binaryRequestOptions } from '../../internal/binary.ts';
import { buildHeaders } from '../../internal/headers.ts';
import { pathOf } from '../../internal/path.ts';
import type { RequestOptions } from '../../internal/request-options.ts';
import { APIResource } from '../../resource.ts';
import type { RawBody } from '../../uploads.ts';

export class Cover extends APIResource {
  /**
   * Download the cover
   *
   * @example
   * ```ts
   * const response = await client.books.cover.download('bok_pride');
   *
   * const content = await response.blob();
   * console.log(content);
   * ```
   */
  download(
    bookID: string,
    query: CoverDownloadParams | null | undefined = {},
    options?: RequestOptions,
  ): APIPromise<Response> {
    return this._client.get(pathOf('bookID')`/books/${bookID}/cover`, {
      query,
      defaultBaseURL: 'https://files.bookshop.example',
      security: [],
      ...options,
      headers: buildHeaders([{ Accept: 'image/jpeg' }, options?.headers]),
      __binaryResponse: true,
    });
  }

  /**
   * Upload the cover
   *
   * @example
   * ```ts
   * await client.books.cover.upload('bok_pride', new Blob(['content'], { type: 'image/png' }));
   * ```
   */
  upload(bookID: string, body: RawBody, options?: RequestOptions): APIPromise<void> {
    return this._client.put(
      pathOf('bookID')`/books/${bookID}/cover`,
      binaryRequestOptions({
        body,
        defaultBaseURL: 'https://files.bookshop.example',
        ...options,
        headers: buildHeaders([{ Accept: '*/*' }, options?.headers]),
      }),
    );
  }
}

export interface CoverDownloadParams {
  /** @default 480 */
  width?: 120 | 480 | 1200;
}

export declare namespace Cover {
  export { type CoverDownloadParams as CoverDownloadParams };
}
