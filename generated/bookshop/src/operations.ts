import type { MiddlewareRequest } from './internal/client-options.ts';
import { type Operation, createOperationFinder } from './internal/operations.ts';

export type { Operation };

/**
 * The operation that a request belongs to, for middleware that counts or
 * traces; undefined for a request that no method makes.
 */
export const operationOf: (request: Pick<MiddlewareRequest, 'options'>) => Operation | undefined =
  /* @__PURE__ */ createOperationFinder([
    ['GET', '/status', 'ping'],
    ['GET', '/status', 'status'],
    ['POST', '/books', 'books.create'],
    ['GET', '/books/{book_id}', 'books.retrieve'],
    ['PATCH', '/books/{book_id}', 'books.update'],
    ['GET', '/books', 'books.list'],
    ['DELETE', '/books/{book_id}', 'books.delete'],
    ['POST', '/books/import', 'books.import'],
    ['PUT', '/books/{book_id}/tags', 'books.replaceTags'],
    ['POST', '/books/search', 'books.search'],
    ['GET', '/books/{book_id}/cover', 'books.cover.download'],
    ['PUT', '/books/{book_id}/cover', 'books.cover.upload'],
    ['POST', '/books/{book_id}/reviews', 'books.reviews.create'],
    ['GET', '/books/{book_id}/reviews', 'books.reviews.list'],
    ['GET', '/books/{book_id}/reviews/live', 'books.reviews.watch'],
    ['GET', '/genres', 'genres.list'],
    ['GET', '/authors', 'authors.list'],
    ['GET', '/authors/{author_id}/works', 'authors.works.list'],
    ['POST', '/ask', 'bookseller.ask'],
    ['POST', '/orders', 'orders.create'],
    ['GET', '/orders/{order_id}', 'orders.retrieve'],
    ['GET', '/orders', 'orders.list'],
    ['DELETE', '/orders/{order_id}', 'orders.cancel'],
    ['GET', '/orders/{order_id}/receipt', 'orders.receipt'],
    ['GET', '/stores', 'stores.list'],
    ['GET', '/stores/{store_id}/stock/{isbn}', 'stores.checkStock'],
    ['GET', '/stores/{store_id}/shelves/{position}', 'stores.lookAtShelf'],
    ['POST', '/stores/{store_id}/transfers/{from}/{to}', 'stores.transfer'],
    ['GET', '/exports/catalogue{format}', 'catalogue.export'],
    ['GET', '/events', 'events.list'],
    ['POST', '/sign-in', 'members.signIn'],
  ]);
