import type { APIPromise } from '../api-promise.ts';
import type { BookshopCore } from '../core.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as BooksellerAPI from '../resources/bookseller.ts';
import { type Result, toResult } from '../result.ts';
import { type Stream, eventStreamWith } from '../streaming.ts';

/** With `stream`, the answer comes word by word. */
export function booksellerAsk(
  client: BookshopCore,
  body: BooksellerAPI.BooksellerAskParamsNonStreaming,
  options?: RequestOptions,
): Promise<Result<BooksellerAPI.Answer>>;
export function booksellerAsk(
  client: BookshopCore,
  body: BooksellerAPI.BooksellerAskParamsStreaming,
  options?: RequestOptions,
): Promise<Result<Stream<BooksellerAPI.AnswerChunk>>>;
export function booksellerAsk(
  client: BookshopCore,
  body: BooksellerAPI.BooksellerAskParamsBase,
  options?: RequestOptions,
): Promise<Result<Stream<BooksellerAPI.AnswerChunk> | BooksellerAPI.Answer>>;
export function booksellerAsk(
  client: BookshopCore,
  body: BooksellerAPI.BooksellerAskParams,
  options?: RequestOptions,
): Promise<Result<Stream<BooksellerAPI.AnswerChunk> | BooksellerAPI.Answer>> {
  return toResult(() => {
    return client.post('/ask', {
      body,
      ...options,
      stream: body.stream
        ? eventStreamWith({
            data: 'json',
            rules: [
              { data: '[DONE]', handle: 'done' },
              { event: 'error', handle: 'error', errorProperty: 'error' },
              { handle: 'yield' },
            ],
          })
        : false,
    }) as APIPromise<Stream<BooksellerAPI.AnswerChunk> | BooksellerAPI.Answer>;
  });
}
