import type { BookshopCore } from '../core.ts';
import { buildHeaders } from '../internal/headers.ts';
import { cookieParam, cookies, headerParam } from '../internal/params.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as BooksAPI from '../resources/books/books.ts';
import { type Result, toResult } from '../result.ts';

/** Get a book */
export function booksRetrieve(
  client: BookshopCore,
  bookID: string,
  params: BooksAPI.BookRetrieveParams | null | undefined = {},
  options?: RequestOptions,
): Promise<Result<BooksAPI.Product, BooksAPI.BookRetrieveErrors>> {
  return toResult(() => {
    const { 'If-None-Match': ifNoneMatch, basket } = params ?? {};
    return client.get(pathOf('bookID')`/books/${bookID}`, {
      ...options,
      headers: buildHeaders([
        { 'If-None-Match': headerParam(ifNoneMatch) },
        cookies([cookieParam('basket', basket)]),
        options?.headers,
      ]),
    });
  });
}
