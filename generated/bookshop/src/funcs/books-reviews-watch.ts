import type { BookshopCore } from '../core.ts';
import { buildHeaders } from '../internal/headers.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as ReviewsAPI from '../resources/books/reviews.ts';
import { type Result, toResult } from '../result.ts';
import { type Stream, eventStreamWith } from '../streaming.ts';

/** Watch reviews as they are written */
export function booksReviewsWatch(
  client: BookshopCore,
  bookID: string,
  options?: RequestOptions,
): Promise<Result<Stream<ReviewsAPI.ReviewEvent>>> {
  return toResult(() => {
    return client.get(pathOf('bookID')`/books/${bookID}/reviews/live`, {
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
  });
}
