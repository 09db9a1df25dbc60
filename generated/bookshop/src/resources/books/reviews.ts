import type { APIPromise } from '../../api-promise.ts';
import { buildHeaders } from '../../internal/headers.ts';
import { pathOf } from '../../internal/path.ts';
import type { RequestOptions } from '../../internal/request-options.ts';
import { ReviewPage } from '../../pages.ts';
import type { PagePromise } from '../../pagination.ts';
import { APIResource } from '../../resource.ts';
import { type Stream, eventStreamWith } from '../../streaming.ts';

export class Reviews extends APIResource {
  /**
   * Write a review
   *
   * @throws {UnprocessableEntityError} 422: It cannot be printed
   *
   * @example
   * ```ts
   * const review = await client.books.reviews.create('bok_pride', {
   *   stars: 1,
   *   text: 'text',
   * });
   *
   * console.log(review.id);
   * ```
   */
  create(
    bookID: string,
    body: ReviewCreateParams,
    options?: RequestOptions,
  ): APIPromise<Review, ReviewCreateErrors> {
    return this._client.post(pathOf('bookID')`/books/${bookID}/reviews`, {
      body,
      security: [{ session: true }, { apiKey: true }],
      ...options,
    });
  }

  /**
   * List reviews
   *
   * @example
   * ```ts
   * // Asks for further pages as the loop gets to them.
   * for await (const review of client.books.reviews.list('bok_pride')) {
   *   console.log(review.id);
   * }
   * ```
   */
  list(
    bookID: string,
    query: ReviewListParams | null | undefined = {},
    options?: RequestOptions,
  ): PagePromise<ReviewsPage, Review> {
    return this._client.getAPIList(pathOf('bookID')`/books/${bookID}/reviews`, ReviewPage<Review>, {
      query,
      ...options,
    });
  }

  /**
   * Watch reviews as they are written
   *
   * @example
   * ```ts
   * const stream = await client.books.reviews.watch('bok_pride');
   *
   * for await (const event of stream) {
   *   console.log(event);
   * }
   * ```
   */
  watch(bookID: string, options?: RequestOptions): APIPromise<Stream<ReviewEvent>> {
    return this._client.get(pathOf('bookID')`/books/${bookID}/reviews/live`, {
      ...options,
      headers: buildHeaders([{ Accept: 'text/event-stream' }, options?.headers]),
      stream: eventStreamWith({
        data: 'json',
        rules: [
          { data: '[DONE]', handle: 'done' },
          { event: 'error', handle: 'error', errorProperty: 'error' },
          { handle: 'yield' },
        ],
      }),
    });
  }
}

export type ReviewsPage = ReviewPage<Review>;

export interface Review {
  id: string;

  /** From 1 to 5. */
  stars: number;

  text: string;

  /** @default 'Anonymous 🐈' */
  author?: string;

  written_at?: string;
}

export type ReviewEvent = ReviewEvent.ReviewWritten | ReviewEvent.ReviewRemoved;

export declare namespace ReviewEvent {
  export interface ReviewWritten {
    review: Review;

    type: 'written';
  }

  export interface ReviewRemoved {
    review_id: string;

    type: 'removed';
  }
}

export interface ReviewParam {
  /** From 1 to 5. */
  stars: number;

  text: string;

  /** @default 'Anonymous 🐈' */
  author?: string;
}

export interface ReviewCreateParams {
  /** From 1 to 5. */
  stars: number;

  text: string;

  /** @default 'Anonymous 🐈' */
  author?: string;
}

export interface ReviewListParams {
  /** Cursor of the previous page */
  before?: string;

  cursor?: string;

  /** @default 10 */
  limit?: number;

  stars?: Array<number>;
}

export interface ReviewCreateErrors {
  /** It cannot be printed */
  422: ReviewCreateErrors.UnprocessableEntityError;
}

export declare namespace ReviewCreateErrors {
  export interface UnprocessableEntityError {
    error: string;

    issues: Array<ReviewCreateErrors.UnprocessableEntityError.Issue>;
  }

  export namespace UnprocessableEntityError {
    export interface Issue {
      field: string;

      reason: string;
    }
  }
}

export declare namespace Reviews {
  export {
    type Review as Review,
    type ReviewEvent as ReviewEvent,
    type ReviewParam as ReviewParam,
    type ReviewCreateParams as ReviewCreateParams,
    type ReviewListParams as ReviewListParams,
    type ReviewsPage as ReviewsPage,
  };
}
