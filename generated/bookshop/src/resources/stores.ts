import type { APIPromise } from '../api-promise.ts';
import type { BookshopCore } from '../core.ts';
import { buildHeaders } from '../internal/headers.ts';
import { matrix, pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import { APIResource } from '../resource.ts';
import type * as BooksAPI from './books/books.ts';

export class Stores extends APIResource<BookshopCore> {
  /**
   * List stores
   *
   * @example
   * ```ts
   * const stores = await client.stores.list();
   *
   * console.log(stores);
   * ```
   */
  list(options?: RequestOptions): APIPromise<StoreListResponse> {
    return (
      this._client.get('/stores', { security: [], ...options }) as APIPromise<{ data: StoreListResponse }>
    )._thenUnwrap((whole) => whole.data);
  }

  /**
   * Ask what a store has
   *
   * @example
   * ```ts
   * const stock = await client.stores.checkStock('9780000000000', {
   *   store_id: 'paris',
   * });
   *
   * console.log(stock.copies);
   * ```
   */
  checkStock(
    isbn: string,
    params: StoreCheckStockParams | null | undefined = {},
    options?: RequestOptions,
  ): APIPromise<Stock> {
    const { store_id = this._client.storeID } = params ?? {};
    return this._client.get(pathOf('store_id', 'isbn')`/stores/${store_id}/stock/${isbn}`, options);
  }

  /**
   * Look at a shelf
   *
   * @example
   * ```ts
   * const response = await client.stores.lookAtShelf({ aisle: 1, row: 'row' }, {
   *   store_id: 'paris',
   * });
   *
   * console.log(response);
   * ```
   */
  lookAtShelf(
    position: StoreLookAtShelfPosition,
    params: StoreLookAtShelfParams | null | undefined = {},
    options?: RequestOptions,
  ): APIPromise<StoreLookAtShelfResponse> {
    const { store_id = this._client.storeID } = params ?? {};
    return this._client.get(
      pathOf(
        'store_id',
        'position',
      )`/stores/${store_id}/shelves/${matrix('position', position, { explode: true })}`,
      options,
    );
  }

  /**
   * Move stock from one place to another
   *
   * @example
   * ```ts
   * await client.stores.transfer('from', 'to', { store_id: 'paris', copies: {} });
   * ```
   */
  transfer(
    from: string,
    to: string,
    params: StoreTransferParams,
    options?: RequestOptions,
  ): APIPromise<void> {
    const { store_id = this._client.storeID, copies: body } = params;
    return this._client.post(pathOf('store_id', 'from', 'to')`/stores/${store_id}/transfers/${from}/${to}`, {
      body,
      security: [{ partner: true, staff: true }],
      ...options,
      headers: buildHeaders([{ Accept: '*/*' }, options?.headers]),
    });
  }
}

export interface Stock {
  copies: number;

  [key: string]: number;
}

export interface Store {
  id: string;

  /**
   * Latitude and longitude
   *
   * Exactly 2 items.
   */
  location: [number, number];

  name: string;

  opens?: { [key: string]: string };
}

export type StoreListResponse = Array<Store>;

export type StoreLookAtShelfResponse = Array<BooksAPI.Book>;

export interface StoreCheckStockParams {
  /** Path param */
  store_id?: string;
}

export interface StoreLookAtShelfParams {
  /** Path param */
  store_id?: string;
}

export interface StoreLookAtShelfPosition {
  aisle: number;

  row: string;
}

export interface StoreTransferParams {
  /** Path param */
  store_id?: string;

  /** Body param: Copies by ISBN */
  copies: { [key: string]: number };
}

export declare namespace Stores {
  export {
    type Stock as Stock,
    type Store as Store,
    type StoreListResponse as StoreListResponse,
    type StoreLookAtShelfResponse as StoreLookAtShelfResponse,
    type StoreCheckStockParams as StoreCheckStockParams,
    type StoreLookAtShelfParams as StoreLookAtShelfParams,
    type StoreLookAtShelfPosition as StoreLookAtShelfPosition,
    type StoreTransferParams as StoreTransferParams,
  };
}
