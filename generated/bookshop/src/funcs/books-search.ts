import type { BookshopCore } from '../core.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import { SearchPage } from '../pages.ts';
import type * as BooksAPI from '../resources/books/books.ts';
import { type Result, toResult } from '../result.ts';

/** Search books */
export function booksSearch(
  client: BookshopCore,
  body: BooksAPI.BookSearchParams,
  options?: RequestOptions,
): Promise<Result<BooksAPI.BookSearchResponsesSearchPage>> {
  return toResult(() => {
    return client.requestAPIList(SearchPage<BooksAPI.BookSearchResponse>, {
      method: 'post',
      path: '/books/search',
      ...{ body, ...options },
    });
  });
}
