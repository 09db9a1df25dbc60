import type { BookshopCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import { ReviewPage } from '../pages.ts';
import type * as ReviewsAPI from '../resources/books/reviews.ts';
import { type Result, toResult } from '../result.ts';

/** List reviews */
export function booksReviewsList(
  client: BookshopCore,
  bookID: string,
  query: ReviewsAPI.ReviewListParams | null | undefined = {},
  options?: RequestOptions,
): Promise<Result<ReviewsAPI.ReviewsPage>> {
  return toResult(() => {
    return client.getAPIList(pathOf('bookID')`/books/${bookID}/reviews`, ReviewPage<ReviewsAPI.Review>, {
      query,
      ...options,
    });
  });
}
