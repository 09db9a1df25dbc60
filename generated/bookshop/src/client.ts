import type { APIPromise } from './api-promise.ts';
import { BookshopCore } from './core.ts';
import * as Errors from './error.ts';
import type { RequestOptions } from './internal/request-options.ts';
import * as AuthorsAPI from './resources/authors/authors.ts';
import * as BooksAPI from './resources/books/books.ts';
import * as BooksellerAPI from './resources/bookseller.ts';
import * as CatalogueAPI from './resources/catalogue.ts';
import * as EventsAPI from './resources/events.ts';
import * as GenresAPI from './resources/genres.ts';
import * as MembersAPI from './resources/members.ts';
import * as OrdersAPI from './resources/orders.ts';
import * as StoresAPI from './resources/stores.ts';
import type * as TopLevelAPI from './resources/top-level.ts';
import * as WebhooksAPI from './resources/webhooks.ts';
import * as Uploads from './uploads.ts';
import type { ClientOptions as SDKClientOptions } from './core.ts';
import type { RequestOptions as SDKRequestOptions } from './internal/request-options.ts';
import {
  NumberedPage,
  SearchPage,
  ReviewPage,
  AuthorPage,
  OrderPage,
  WorkPage,
  SinglePage,
  EventsPage,
} from './pages.ts';
import {
  type Book,
  type Dimensions,
  type EBook,
  type Filter,
  type Genre,
  type ImportJob,
  type PrintedBook,
  type Product,
  type Voucher,
  type BookParam,
  type BookReplaceTagsResponse,
  type BookSearchResponse,
  type BookCreateParams,
  type BookRetrieveParams,
  type BookUpdateParams,
  type BookListParams,
  type BookImportParams,
  type BookReplaceTagsParams,
  type BookSearchParams,
  type BooksNumberedPage,
  type BookSearchResponsesSearchPage,
  Books,
} from './resources/books/books.ts';
import { type GenreNode, type GenreNodesSinglePage, Genres } from './resources/genres.ts';
import {
  type Author,
  type AuthorListParams,
  type AuthorsPage,
  Authors,
} from './resources/authors/authors.ts';
import {
  type Answer,
  type AnswerChunk,
  type Turn,
  type BooksellerAskParams,
  type BooksellerAskParamsBase,
  type BooksellerAskParamsNonStreaming,
  type BooksellerAskParamsStreaming,
  Bookseller,
} from './resources/bookseller.ts';
import {
  type Delivery,
  type Order,
  type OrderLine,
  type OrderStatus,
  type PaymentError,
  type OrderCreateParams,
  type OrderListParams,
  type OrderCancelParams,
  type OrdersPage,
  Orders,
} from './resources/orders.ts';
import {
  type Stock,
  type Store,
  type StoreListResponse,
  type StoreLookAtShelfResponse,
  type StoreCheckStockParams,
  type StoreLookAtShelfParams,
  type StoreLookAtShelfPosition,
  type StoreTransferParams,
  Stores,
} from './resources/stores.ts';
import {
  type BookRestockedWebhookEvent,
  type OrderPaidWebhookEvent,
  type UnwrapWebhookEvent,
  type UnsafeUnwrapWebhookEvent,
  Webhooks,
} from './resources/webhooks.ts';
import { type CatalogueExportParams, Catalogue } from './resources/catalogue.ts';
import {
  type EventListResponse,
  type EventListParams,
  type EventListResponsesEventsPage,
  Events,
} from './resources/events.ts';
import { type MemberSignInResponse, type MemberSignInParams, Members } from './resources/members.ts';
import type { Conflict, NotFound, Problem } from './resources/shared.ts';
import type { PingResponse, StatusResponse } from './resources/top-level.ts';

export type { ClientOptions } from './core.ts';

/**
 * The API of a bookshop with a few stores, an online shop and opinionated
 * booksellers.
 *
 * Amounts are in **cents**, times are UTC, and ISBNs are written without hyphens.
 */
export class Bookshop extends BookshopCore {
  books: BooksAPI.Books = new BooksAPI.Books(this);
  genres: GenresAPI.Genres = new GenresAPI.Genres(this);
  authors: AuthorsAPI.Authors = new AuthorsAPI.Authors(this);
  bookseller: BooksellerAPI.Bookseller = new BooksellerAPI.Bookseller(this);
  orders: OrdersAPI.Orders = new OrdersAPI.Orders(this);
  stores: StoresAPI.Stores = new StoresAPI.Stores(this);
  webhooks: WebhooksAPI.Webhooks = new WebhooksAPI.Webhooks(this);
  catalogue: CatalogueAPI.Catalogue = new CatalogueAPI.Catalogue(this);
  events: EventsAPI.Events = new EventsAPI.Events(this);
  members: MembersAPI.Members = new MembersAPI.Members(this);

  /**
   * Check the service
   *
   * @deprecated Use `status`.
   *
   * @example
   * ```ts
   * const response = await client.ping();
   *
   * console.log(response.status);
   * ```
   */
  ping(options?: RequestOptions): APIPromise<TopLevelAPI.PingResponse> {
    return this.get('/status', { security: [], ...options });
  }

  /**
   * Check the service
   *
   * @example
   * ```ts
   * const response = await client.status();
   *
   * console.log(response.status);
   * ```
   */
  status(options?: RequestOptions): APIPromise<TopLevelAPI.StatusResponse> {
    return this.get('/status', { security: [], ...options });
  }

  static readonly Bookshop: typeof Bookshop = this;
  static readonly DEFAULT_TIMEOUT: number = 60_000;

  static readonly BookshopError: typeof Errors.SDKError = Errors.SDKError;
  static readonly APIError: typeof Errors.APIError = Errors.APIError;
  static readonly APIConnectionError: typeof Errors.APIConnectionError = Errors.APIConnectionError;
  static readonly APIConnectionTimeoutError: typeof Errors.APIConnectionTimeoutError =
    Errors.APIConnectionTimeoutError;
  static readonly APIUserAbortError: typeof Errors.APIUserAbortError = Errors.APIUserAbortError;
  static readonly BadRequestError: typeof Errors.BadRequestError = Errors.BadRequestError;
  static readonly AuthenticationError: typeof Errors.AuthenticationError = Errors.AuthenticationError;
  static readonly PermissionDeniedError: typeof Errors.PermissionDeniedError = Errors.PermissionDeniedError;
  static readonly NotFoundError: typeof Errors.NotFoundError = Errors.NotFoundError;
  static readonly ConflictError: typeof Errors.ConflictError = Errors.ConflictError;
  static readonly UnprocessableEntityError: typeof Errors.UnprocessableEntityError =
    Errors.UnprocessableEntityError;
  static readonly RateLimitError: typeof Errors.RateLimitError = Errors.RateLimitError;
  static readonly InternalServerError: typeof Errors.InternalServerError = Errors.InternalServerError;

  static readonly toFile: typeof Uploads.toFile = Uploads.toFile;
}

Bookshop.Books = Books;
Bookshop.Genres = Genres;
Bookshop.Authors = Authors;
Bookshop.Bookseller = Bookseller;
Bookshop.Orders = Orders;
Bookshop.Stores = Stores;
Bookshop.Webhooks = Webhooks;
Bookshop.Catalogue = Catalogue;
Bookshop.Events = Events;
Bookshop.Members = Members;

export declare namespace Bookshop {
  export type ClientOptions = SDKClientOptions;
  export type RequestOptions = SDKRequestOptions;
  export {
    NumberedPage as NumberedPage,
    SearchPage as SearchPage,
    ReviewPage as ReviewPage,
    AuthorPage as AuthorPage,
    OrderPage as OrderPage,
    WorkPage as WorkPage,
    SinglePage as SinglePage,
    EventsPage as EventsPage,
  };
  export { type PingResponse as PingResponse, type StatusResponse as StatusResponse };
  export {
    Books as Books,
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
  export { Genres as Genres, type GenreNode as GenreNode, type GenreNodesSinglePage as GenreNodesSinglePage };
  export {
    Authors as Authors,
    type Author as Author,
    type AuthorListParams as AuthorListParams,
    type AuthorsPage as AuthorsPage,
  };
  export {
    Bookseller as Bookseller,
    type Answer as Answer,
    type AnswerChunk as AnswerChunk,
    type Turn as Turn,
    type BooksellerAskParams as BooksellerAskParams,
    type BooksellerAskParamsBase as BooksellerAskParamsBase,
    type BooksellerAskParamsNonStreaming as BooksellerAskParamsNonStreaming,
    type BooksellerAskParamsStreaming as BooksellerAskParamsStreaming,
  };
  export {
    Orders as Orders,
    type Delivery as Delivery,
    type Order as Order,
    type OrderLine as OrderLine,
    type OrderStatus as OrderStatus,
    type PaymentError as PaymentError,
    type OrderCreateParams as OrderCreateParams,
    type OrderListParams as OrderListParams,
    type OrderCancelParams as OrderCancelParams,
    type OrdersPage as OrdersPage,
  };
  export {
    Stores as Stores,
    type Stock as Stock,
    type Store as Store,
    type StoreListResponse as StoreListResponse,
    type StoreLookAtShelfResponse as StoreLookAtShelfResponse,
    type StoreCheckStockParams as StoreCheckStockParams,
    type StoreLookAtShelfParams as StoreLookAtShelfParams,
    type StoreLookAtShelfPosition as StoreLookAtShelfPosition,
    type StoreTransferParams as StoreTransferParams,
  };
  export {
    Webhooks as Webhooks,
    type BookRestockedWebhookEvent as BookRestockedWebhookEvent,
    type OrderPaidWebhookEvent as OrderPaidWebhookEvent,
    type UnwrapWebhookEvent as UnwrapWebhookEvent,
    type UnsafeUnwrapWebhookEvent as UnsafeUnwrapWebhookEvent,
  };
  export { Catalogue as Catalogue, type CatalogueExportParams as CatalogueExportParams };
  export {
    Events as Events,
    type EventListResponse as EventListResponse,
    type EventListParams as EventListParams,
    type EventListResponsesEventsPage as EventListResponsesEventsPage,
  };
  export {
    Members as Members,
    type MemberSignInResponse as MemberSignInResponse,
    type MemberSignInParams as MemberSignInParams,
  };
  export { type Conflict as Conflict, type NotFound as NotFound, type Problem as Problem };
}
