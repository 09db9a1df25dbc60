import type { BookshopCore } from '../core.ts';
import { buildHeaders } from '../internal/headers.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as BooksAPI from '../resources/books/books.ts';
import { type Result, toResult } from '../result.ts';

/** Remove a book */
export function booksDelete(
  client: BookshopCore,
  bookID: string,
  options?: RequestOptions,
): Promise<Result<void, BooksAPI.BookDeleteErrors>> {
  return toResult(() => {
    return client.delete(pathOf('bookID')`/books/${bookID}`, {
      security: [{ staff: true }],
      ...options,
      headers: buildHeaders([{ Accept: '*/*' }, options?.headers]),
    });
  });
}
