import type { BookshopCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as ReviewsAPI from '../resources/books/reviews.ts';
import { type Result, toResult } from '../result.ts';

/** Write a review */
export function booksReviewsCreate(
  client: BookshopCore,
  bookID: string,
  body: ReviewsAPI.ReviewCreateParams,
  options?: RequestOptions,
): Promise<Result<ReviewsAPI.Review, ReviewsAPI.ReviewCreateErrors>> {
  return toResult(() => {
    return client.post(pathOf('bookID')`/books/${bookID}/reviews`, {
      body,
      security: [{ session: true }, { apiKey: true }],
      ...options,
    });
  });
}
