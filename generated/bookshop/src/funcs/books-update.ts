import type { BookshopCore } from '../core.ts';
import { buildHeaders } from '../internal/headers.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as BooksAPI from '../resources/books/books.ts';
import { type Result, toResult } from '../result.ts';

/** Change a book */
export function booksUpdate(
  client: BookshopCore,
  bookID: string,
  body: BooksAPI.BookUpdateParams | null | undefined = {},
  options?: RequestOptions,
): Promise<Result<BooksAPI.Book>> {
  return toResult(() => {
    return client.patch(pathOf('bookID')`/books/${bookID}`, {
      body,
      security: [{ staff: true }],
      ...options,
      headers: buildHeaders([{ 'Content-Type': 'application/merge-patch+json' }, options?.headers]),
    });
  });
}
