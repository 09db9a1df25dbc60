import type { BookshopCore } from '../core.ts';
import { styled } from '../internal/query-styles.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import { NumberedPage } from '../pages.ts';
import type * as BooksAPI from '../resources/books/books.ts';
import { type Result, toResult } from '../result.ts';

/** Newest first. Filters combine with *and*. */
export function booksList(
  client: BookshopCore,
  query: BooksAPI.BookListParams | null | undefined = {},
  options?: RequestOptions,
): Promise<Result<BooksAPI.BooksNumberedPage, BooksAPI.BookListErrors>> {
  return toResult(() => {
    return client.getAPIList('/books', NumberedPage<BooksAPI.Book>, {
      query,
      querySerialization: styled({
        genres: { explode: false },
        languages: { style: 'pipeDelimited' },
        moods: { style: 'spaceDelimited' },
        price: { style: 'deepObject' },
        where: { content: 'json' },
      }),
      ...options,
    });
  });
}
