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
  ask(body: bookseller_ask_paramsNonStreaming, options?: RequestOptions): APIPromise<Answer>;
  ask(body: bookseller_ask_paramsStreaming, options?: RequestOptions): APIPromise<Stream<AnswerChunk>>;
  ask(body: bookseller_ask_paramsBase, options?: RequestOptions): APIPromise<Stream<AnswerChunk> | Answer>;
  ask(body: bookseller_ask_params, options?: RequestOptions): APIPromise<Stream<AnswerChunk> | Answer> {
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

export type bookseller_ask_params = bookseller_ask_paramsNonStreaming | bookseller_ask_paramsStreaming;

export interface bookseller_ask_paramsBase {
  question: string;

  history?: Array<Turn>;

  stream?: boolean;
}

export interface bookseller_ask_paramsNonStreaming extends bookseller_ask_paramsBase {
  stream?: false;
}

export interface bookseller_ask_paramsStreaming extends bookseller_ask_paramsBase {
  stream: true;
}

export declare namespace Bookseller {
  export {
    type Answer as Answer,
    type AnswerChunk as AnswerChunk,
    type Turn as Turn,
    type bookseller_ask_params as bookseller_ask_params,
    type bookseller_ask_paramsBase as bookseller_ask_paramsBase,
    type bookseller_ask_paramsNonStreaming as bookseller_ask_paramsNonStreaming,
    type bookseller_ask_paramsStreaming as bookseller_ask_paramsStreaming,
  };
}
