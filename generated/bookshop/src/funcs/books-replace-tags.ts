import type { BookshopCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as BooksAPI from '../resources/books/books.ts';
import { type Result, toResult } from '../result.ts';

/** Replace the tags of a book */
export function booksReplaceTags(
  client: BookshopCore,
  bookID: string,
  params: BooksAPI.BookReplaceTagsParams,
  options?: RequestOptions,
): Promise<Result<BooksAPI.BookReplaceTagsResponse>> {
  return toResult(() => {
    const { tags: body } = params;
    return client.put(pathOf('bookID')`/books/${bookID}/tags`, { body, ...options });
  });
}
