import type { APIPromise } from '../api-promise.ts';
import { buildHeaders } from '../internal/headers.ts';
import { label, pathOf } from '../internal/path.ts';
import { styled } from '../internal/query-styles.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import { APIResource } from '../resource.ts';
import type * as BooksAPI from './books/books.ts';
import { type Stream, jsonLines } from '../streaming.ts';

export class Catalogue extends APIResource {
  /**
   * Export the whole catalogue
   *
   * @example
   * ```ts
   * const stream = await client.catalogue.export('jsonl');
   *
   * for await (const event of stream) {
   *   console.log(event);
   * }
   * ```
   */
  export(
    format: 'jsonl',
    query: CatalogueExportParams | null | undefined = {},
    options?: RequestOptions,
  ): APIPromise<Stream<BooksAPI.Book>> {
    return this._client.get(pathOf('format')`/exports/catalogue${label(format)}`, {
      query,
      querySerialization: styled({ partner_url: { allowReserved: true } }),
      security: [{ partner: true }],
      ...options,
      headers: buildHeaders([{ Accept: 'application/jsonl' }, options?.headers]),
      stream: jsonLines,
    });
  }
}

export interface CatalogueExportParams {
  /** Where to link to, `https://…/{isbn}` */
  partner_url?: string;
}

export declare namespace Catalogue {
  export { type CatalogueExportParams as CatalogueExportParams };
}
