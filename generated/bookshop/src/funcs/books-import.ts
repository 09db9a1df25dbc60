import type { BookshopCore } from '../core.ts';
import { multipartFormRequestOptions } from '../internal/multipart.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as BooksAPI from '../resources/books/books.ts';
import { type Result, toResult } from '../result.ts';

/** Import a catalogue */
export function booksImport(
  client: BookshopCore,
  body: BooksAPI.BookImportParams,
  options?: RequestOptions,
): Promise<Result<BooksAPI.ImportJob>> {
  return toResult(() => {
    return client.post(
      '/books/import',
      multipartFormRequestOptions(
        { body, security: [{ staff: true }], ...options },
        {
          catalogue: { contentType: 'text/csv, application/xml' },
          options: { contentType: 'application/json' },
        },
      ),
    );
  });
}
