export {
  Books,
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
} from './books/books.ts';
export { Genres, type GenreNode, type GenreNodesSinglePage } from './genres.ts';
export { Authors, type Author, type AuthorListParams, type AuthorsPage } from './authors/authors.ts';
export {
  Bookseller,
  type Answer,
  type AnswerChunk,
  type Turn,
  type BooksellerAskParams,
  type BooksellerAskParamsBase,
  type BooksellerAskParamsNonStreaming,
  type BooksellerAskParamsStreaming,
} from './bookseller.ts';
export {
  Orders,
  type Delivery,
  type Order,
  type OrderLine,
  type OrderStatus,
  type PaymentError,
  type OrderCreateParams,
  type OrderListParams,
  type OrderCancelParams,
  type OrdersPage,
} from './orders.ts';
export {
  Stores,
  type Stock,
  type Store,
  type StoreListResponse,
  type StoreLookAtShelfResponse,
  type StoreCheckStockParams,
  type StoreLookAtShelfParams,
  type StoreLookAtShelfPosition,
  type StoreTransferParams,
} from './stores.ts';
export {
  Webhooks,
  type BookRestockedWebhookEvent,
  type OrderPaidWebhookEvent,
  type UnwrapWebhookEvent,
  type UnsafeUnwrapWebhookEvent,
} from './webhooks.ts';
export { Catalogue, type CatalogueExportParams } from './catalogue.ts';
export {
  Events,
  type EventListResponse,
  type EventListParams,
  type EventListResponsesEventsPage,
} from './events.ts';
export { Members, type MemberSignInResponse, type MemberSignInParams } from './members.ts';
export { type Conflict, type NotFound, type Problem } from './shared.ts';
export { type PingResponse, type StatusResponse } from './top-level.ts';
