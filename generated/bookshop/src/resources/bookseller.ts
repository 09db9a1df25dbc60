import type { APIPromise } from '../api-promise.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import { APIResource } from '../resource.ts';
import type * as BooksAPI from './books/books.ts';
import { type Stream, eventStreamWith } from '../streaming.ts';

export class Bookseller extends APIResource {
  /**
   * With `stream`, the answer comes word by word.
   *
   * @example
   * ```ts
   * const response = await client.bookseller.ask({ question: 'question' });
   *
   * console.log(response);
   * ```
   */
  ask(body: BooksellerAskParamsNonStreaming, options?: RequestOptions): APIPromise<Answer>;
  ask(body: BooksellerAskParamsStreaming, options?: RequestOptions): APIPromise<Stream<AnswerChunk>>;
  ask(body: BooksellerAskParamsBase, options?: RequestOptions): APIPromise<Stream<AnswerChunk> | Answer>;
  ask(body: BooksellerAskParams, options?: RequestOptions): APIPromise<Stream<AnswerChunk> | Answer> {
    return this._client.post('/ask', {
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
    }) as APIPromise<Stream<AnswerChunk> | Answer>;
  }
}

export interface Answer {
  text: string;

  books?: Array<BooksAPI.Book>;
}

export interface AnswerChunk {
  delta: string;

  /** A book, as a work in the shop's catalogue. */
  book?: BooksAPI.Book;
}

export interface Turn {
  role: 'reader' | 'bookseller';

  text: string;
}

export type BooksellerAskParams = BooksellerAskParamsNonStreaming | BooksellerAskParamsStreaming;

export interface BooksellerAskParamsBase {
  question: string;

  history?: Array<Turn>;

  /** @default false */
  stream?: boolean;
}

export interface BooksellerAskParamsNonStreaming extends BooksellerAskParamsBase {
  stream?: false;
}

export interface BooksellerAskParamsStreaming extends BooksellerAskParamsBase {
  stream: true;
}

export declare namespace Bookseller {
  export {
    type Answer as Answer,
    type AnswerChunk as AnswerChunk,
    type Turn as Turn,
    type BooksellerAskParams as BooksellerAskParams,
    type BooksellerAskParamsBase as BooksellerAskParamsBase,
    type BooksellerAskParamsNonStreaming as BooksellerAskParamsNonStreaming,
    type BooksellerAskParamsStreaming as BooksellerAskParamsStreaming,
  };
}
