import type { BookshopCore } from '../core.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as BooksAPI from '../resources/books/books.ts';
import { type Result, toResult } from '../result.ts';

/** Add a book */
export function booksCreate(
  client: BookshopCore,
  body: BooksAPI.BookCreateParams,
  options?: RequestOptions,
): Promise<Result<BooksAPI.Book, BooksAPI.BookCreateErrors>> {
  return toResult(() => {
    return client.post('/books', { body, security: [{ staff: true }], ...options });
  });
}
