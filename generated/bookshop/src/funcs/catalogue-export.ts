import type { BookshopCore } from '../core.ts';
import { buildHeaders } from '../internal/headers.ts';
import { label, pathOf } from '../internal/path.ts';
import { styled } from '../internal/query-styles.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as BooksAPI from '../resources/books/books.ts';
import type * as CatalogueAPI from '../resources/catalogue.ts';
import { type Result, toResult } from '../result.ts';
import { type Stream, jsonLines } from '../streaming.ts';

/** Export the whole catalogue */
export function catalogueExport(
  client: BookshopCore,
  format: 'jsonl',
  query: CatalogueAPI.CatalogueExportParams | null | undefined = {},
  options?: RequestOptions,
): Promise<Result<Stream<BooksAPI.Book>>> {
  return toResult(() => {
    return client.get(pathOf('format')`/exports/catalogue${label(format)}`, {
      query,
      querySerialization: styled({ partner_url: { allowReserved: true } }),
      security: [{ partner: true }],
      ...options,
      headers: buildHeaders([{ Accept: 'application/jsonl' }, options?.headers]),
      stream: jsonLines,
    });
  });
}
