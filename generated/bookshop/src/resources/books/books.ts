import type { APIPromise } from '../../api-promise.ts';
import { buildHeaders } from '../../internal/headers.ts';
import { multipartFormRequestOptions } from '../../internal/multipart.ts';
import { cookieParam, cookies, headerParam } from '../../internal/params.ts';
import { pathOf } from '../../internal/path.ts';
import { styled } from '../../internal/query-styles.ts';
import type { RequestOptions } from '../../internal/request-options.ts';
import { NumberedPage, SearchPage } from '../../pages.ts';
import type { PagePromise } from '../../pagination.ts';
import { APIResource } from '../../resource.ts';
import * as CoverAPI from './cover.ts';
import * as ReviewsAPI from './reviews.ts';
import type * as Shared from '../shared.ts';
import type { Uploadable } from '../../uploads.ts';
import { type CoverDownloadParams, Cover } from './cover.ts';
import {
  type Review,
  type ReviewEvent,
  type ReviewParam,
  type ReviewCreateParams,
  type ReviewListParams,
  type ReviewsPage,
  Reviews,
} from './reviews.ts';

/** What is for sale. */
export class Books extends APIResource {
  cover: CoverAPI.Cover = new CoverAPI.Cover(this._client);
  reviews: ReviewsAPI.Reviews = new ReviewsAPI.Reviews(this._client);

  /**
   * Add a book
   *
   * @throws {ConflictError} 409: The ISBN is taken
   * @throws {APIError} 4XX: What went wrong
   *
   * @example
   * ```ts
   * const book = await client.books.create({
   *   author_ids: ['aut_jausten'],
   *   isbn: '9780141439518',
   *   price: 999,
   *   title: 'Pride and Prejudice',
   * });
   *
   * console.log(book.id);
   * ```
   */
  create(body: BookCreateParams, options?: RequestOptions): APIPromise<Book, BookCreateErrors> {
    return this._client.post('/books', { body, security: [{ staff: true }], ...options });
  }

  /**
   * Get a book
   *
   * @throws {NotFoundError} 404: No such book
   * @throws {APIError} What went wrong
   *
   * @example
   * ```ts
   * const book = await client.books.retrieve('bok_pride');
   *
   * console.log(book);
   * ```
   */
  retrieve(
    bookID: string,
    params: BookRetrieveParams | null | undefined = {},
    options?: RequestOptions,
  ): APIPromise<Product, BookRetrieveErrors> {
    const { 'If-None-Match': ifNoneMatch, basket } = params ?? {};
    return this._client.get(pathOf('bookID')`/books/${bookID}`, {
      ...options,
      headers: buildHeaders([
        { 'If-None-Match': headerParam(ifNoneMatch) },
        cookies([cookieParam('basket', basket)]),
        options?.headers,
      ]),
    });
  }

  /**
   * Change a book
   *
   * @example
   * ```ts
   * const book = await client.books.update('bok_pride', { genre: 'fiction' });
   *
   * console.log(book.id);
   * ```
   */
  update(
    bookID: string,
    body: BookUpdateParams | null | undefined = {},
    options?: RequestOptions,
  ): APIPromise<Book> {
    return this._client.patch(pathOf('bookID')`/books/${bookID}`, {
      body,
      security: [{ staff: true }],
      ...options,
      headers: buildHeaders([{ 'Content-Type': 'application/merge-patch+json' }, options?.headers]),
    });
  }

  /**
   * Newest first. Filters combine with *and*.
   *
   * @throws {APIError} What went wrong
   *
   * @example
   * ```ts
   * // Asks for further pages as the loop gets to them.
   * for await (const book of client.books.list()) {
   *   console.log(book.id);
   * }
   * ```
   */
  list(
    query: BookListParams | null | undefined = {},
    options?: RequestOptions,
  ): PagePromise<BooksNumberedPage, Book, BookListErrors> {
    return this._client.getAPIList('/books', NumberedPage<Book>, {
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
  }

  /**
   * Remove a book
   *
   * @throws {ConflictError} 409: It has open orders
   *
   * @example
   * ```ts
   * await client.books.delete('bok_pride');
   * ```
   */
  delete(bookID: string, options?: RequestOptions): APIPromise<void, BookDeleteErrors> {
    return this._client.delete(pathOf('bookID')`/books/${bookID}`, {
      security: [{ staff: true }],
      ...options,
      headers: buildHeaders([{ Accept: '*/*' }, options?.headers]),
    });
  }

  /**
   * Import a catalogue
   *
   * @example
   * ```ts
   * const importJob = await client.books.import({
   *   catalogue: fs.createReadStream('path/to/file'),
   * });
   *
   * console.log(importJob.id);
   * ```
   */
  import(body: BookImportParams, options?: RequestOptions): APIPromise<ImportJob> {
    return this._client.post(
      '/books/import',
      multipartFormRequestOptions(
        { body, security: [{ staff: true }], ...options },
        {
          catalogue: { contentType: 'text/csv, application/xml' },
          options: { contentType: 'application/json' },
        },
      ),
    );
  }

  /**
   * Replace the tags of a book
   *
   * @example
   * ```ts
   * const response = await client.books.replaceTags('bok_pride', {
   *   tags: ['tags'],
   * });
   *
   * console.log(response);
   * ```
   */
  replaceTags(
    bookID: string,
    params: BookReplaceTagsParams,
    options?: RequestOptions,
  ): APIPromise<BookReplaceTagsResponse> {
    const { tags: body } = params;
    return this._client.put(pathOf('bookID')`/books/${bookID}/tags`, { body, ...options });
  }

  /**
   * Search books
   *
   * @example
   * ```ts
   * // Asks for further pages as the loop gets to them.
   * for await (const book of client.books.search({ query: 'whale' })) {
   *   console.log(book.book);
   * }
   * ```
   */
  search(
    body: BookSearchParams,
    options?: RequestOptions,
  ): PagePromise<BookSearchResponsesSearchPage, BookSearchResponse> {
    return this._client.requestAPIList(SearchPage<BookSearchResponse>, {
      method: 'post',
      path: '/books/search',
      ...{ body, ...options },
    });
  }
}

export type BooksNumberedPage = NumberedPage<Book>;

export type BookSearchResponsesSearchPage = SearchPage<BookSearchResponse>;

/** A book, as a work in the shop's catalogue. */
export interface Book {
  id: string;

  author_ids: Array<string>;

  /** Pattern: `^97[89][0-9]{10}$`. */
  isbn: string;

  /**
   * In cents
   *
   * At least 0.
   */
  price: number;

  title: string;

  added_at?: string;

  /** A genre the shop knows, or one of its own. */
  genre?: Genre;

  /** Width, height and depth in millimetres */
  maße?: Dimensions;

  published_on?: string;

  /** Whatever the publisher sends */
  publisher_data?: unknown;

  /** Reviews by number of stars */
  ratings?: { [Key in '1' | '2' | '3' | '4' | '5']?: number };

  subtitle?: string | null;

  translations?: { [key: string]: string };
}

/** Width, height and depth in millimetres */
export type Dimensions = [number, number, number];

/** A book to load. */
export interface EBook extends Omit<Book, 'isbn'> {
  formats: Array<'epub' | 'pdf'>;

  /** Self-published books have none */
  isbn: string | null;

  kind: 'ebook';

  /** In bytes */
  size?: number;
}

/** A comparison, or a combination of filters. Nests as deep as you like. */
export type Filter = Filter.Comparison | Filter.Combination;

export declare namespace Filter {
  export interface Comparison {
    field: string;

    op: 'eq' | 'lt' | 'gt' | 'in';

    value: string | number | boolean | Array<string | number>;
  }

  export interface Combination {
    all: Array<Filter>;
  }
}

/** A genre the shop knows, or one of its own. */
export type Genre = 'fiction' | 'crime' | 'poetry' | 'history' | 'children' | (string & {});

export interface ImportJob {
  id: string;

  state: 'queued' | 'running' | 'done' | 'failed';

  counts?: ImportJob.Counts;
}

export declare namespace ImportJob {
  export interface Counts {
    added?: number;

    changed?: number;

    rejected?: number;
  }
}

/** A book to hold. */
export interface PrintedBook extends Book {
  /** @default 'paperback' */
  binding: 'hardcover' | 'paperback' | 'leather';

  kind: 'printed';

  /** In grams */
  weight?: number;
}

export type Product = PrintedBook | EBook | Voucher;

export interface Voucher {
  id: string;

  kind: 'voucher';

  value: number;

  expires_on?: string | null;
}

/** A book, as a work in the shop's catalogue. */
export interface BookParam {
  author_ids: Array<string>;

  /** Pattern: `^97[89][0-9]{10}$`. */
  isbn: string;

  /**
   * In cents
   *
   * At least 0.
   */
  price: number;

  title: string;

  /** A genre the shop knows, or one of its own. */
  genre?: Genre;

  /** Width, height and depth in millimetres */
  maße?: Dimensions;

  published_on?: string;

  /** Whatever the publisher sends */
  publisher_data?: unknown;

  /** What the shop paid */
  purchase_price?: number;

  /** Reviews by number of stars */
  ratings?: { [Key in '1' | '2' | '3' | '4' | '5']?: number };

  subtitle?: string | null;

  translations?: { [key: string]: string };
}

export type BookReplaceTagsResponse = Array<string>;

export interface BookSearchResponse {
  /** A book, as a work in the shop's catalogue. */
  book: Book;

  score: number;

  excerpt?: string | null;
}

export interface BookCreateParams {
  author_ids: Array<string>;

  /** Pattern: `^97[89][0-9]{10}$`. */
  isbn: string;

  /**
   * In cents
   *
   * At least 0.
   */
  price: number;

  title: string;

  /** A genre the shop knows, or one of its own. */
  genre?: Genre;

  /** Width, height and depth in millimetres */
  maße?: Dimensions;

  published_on?: string;

  /** Whatever the publisher sends */
  publisher_data?: unknown;

  /** What the shop paid */
  purchase_price?: number;

  /** Reviews by number of stars */
  ratings?: { [Key in '1' | '2' | '3' | '4' | '5']?: number };

  subtitle?: string | null;

  translations?: { [key: string]: string };
}

export interface BookRetrieveParams {
  /** Header param */
  'If-None-Match'?: string;

  /** Header param: Reserves a copy for this basket */
  basket?: string;
}

export interface BookUpdateParams {
  /** A genre the shop knows, or one of its own. */
  genre?: Genre | null;

  price?: number;

  subtitle?: string | null;

  title?: string;
}

export interface BookListParams {
  /** Any of these */
  genres?: Array<Genre>;

  /**
   * Use `where`
   *
   * @deprecated deprecated
   */
  in_stock?: boolean;

  /** ISO 639-1 codes */
  languages?: Array<string>;

  moods?: Array<'cosy' | 'dark' | 'funny' | 'sad'>;

  /**
   * At least 1.
   *
   * @default 1
   */
  page?: number;

  /**
   * At most 100.
   *
   * @default 20
   */
  per_page?: number;

  /** In cents */
  price?: BookListParams.Price;

  /** A filter expression, for what the other filters cannot say */
  where?: Filter;
}

export declare namespace BookListParams {
  export interface Price {
    gte?: number;

    lte?: number;
  }
}

export interface BookImportParams {
  /** CSV or ONIX */
  catalogue: Uploadable;

  covers?: Array<Uploadable>;

  notify?: Array<string>;

  options?: BookImportParams.Options;
}

export declare namespace BookImportParams {
  export interface Options {
    /** @default false */
    dry_run?: boolean;

    publisher?: string;
  }
}

export interface BookReplaceTagsParams {
  /**
   * Body param
   *
   * No item twice.
   */
  tags: Array<string>;
}

export interface BookSearchParams {
  /** At least 1 characters. */
  query: string;

  /** @default 20 */
  limit?: number;

  /** @default 0 */
  offset?: number;

  /** @default 'relevance' */
  sort?: 'relevance' | 'price' | 'published_on' | null;
}

export interface BookCreateErrors {
  /** The ISBN is taken */
  409: Shared.Conflict;

  /** What went wrong */
  '4XX': Shared.Problem;
}

export interface BookRetrieveErrors {
  /** No such book */
  404: Shared.NotFound;

  /** What went wrong */
  default: Shared.Problem;
}

export interface BookListErrors {
  /** What went wrong */
  default: Shared.Problem;
}

export interface BookDeleteErrors {
  /** It has open orders */
  409: Shared.Conflict;
}

Books.Cover = Cover;
Books.Reviews = Reviews;

export declare namespace Books {
  export {
    type Book as Book,
    type Dimensions as Dimensions,
    type EBook as EBook,
    type Filter as Filter,
    type Genre as Genre,
    type ImportJob as ImportJob,
    type PrintedBook as PrintedBook,
    type Product as Product,
    type Voucher as Voucher,
    type BookParam as BookParam,
    type BookReplaceTagsResponse as BookReplaceTagsResponse,
    type BookSearchResponse as BookSearchResponse,
    type BookCreateParams as BookCreateParams,
    type BookRetrieveParams as BookRetrieveParams,
    type BookUpdateParams as BookUpdateParams,
    type BookListParams as BookListParams,
    type BookImportParams as BookImportParams,
    type BookReplaceTagsParams as BookReplaceTagsParams,
    type BookSearchParams as BookSearchParams,
    type BooksNumberedPage as BooksNumberedPage,
    type BookSearchResponsesSearchPage as BookSearchResponsesSearchPage,
  };
  export { Cover as Cover, type CoverDownloadParams as CoverDownloadParams };
  export {
    Reviews as Reviews,
    type Review as Review,
    type ReviewEvent as ReviewEvent,
    type ReviewParam as ReviewParam,
    type ReviewCreateParams as ReviewCreateParams,
    type ReviewListParams as ReviewListParams,
    type ReviewsPage as ReviewsPage,
  };
}
