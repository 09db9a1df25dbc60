import type { APIPromise } from '../api-promise.ts';
import { buildHeaders } from '../internal/headers.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import { OrderPage } from '../pages.ts';
import type { PagePromise } from '../pagination.ts';
import { APIResource } from '../resource.ts';
import type * as Shared from './shared.ts';

export class Orders extends APIResource {
  /**
   * Place an order
   *
   * @throws {APIError} 402: The card was declined
   * @throws {ConflictError} 409: Something sold out
   * @throws {APIError} 4XX: What went wrong
   * @throws {APIError} What went wrong
   *
   * @example
   * ```ts
   * const order = await client.orders.create({
   *   delivery: { store_id: 'store_id' },
   *   lines: [{ isbn: 'isbn' }],
   * });
   *
   * console.log(order.id);
   * ```
   */
  create(body: OrderCreateParams, options?: RequestOptions): APIPromise<Order, OrderCreateErrors> {
    return this._client.post('/orders', { body, ...options });
  }

  /**
   * Get an order
   *
   * @throws {NotFoundError} 404: No such order
   *
   * @example
   * ```ts
   * const order = await client.orders.retrieve('3f2504e0-4f89-41d3-9a0c-0305e82c3301');
   *
   * console.log(order.id);
   * ```
   */
  retrieve(orderID: string, options?: RequestOptions): APIPromise<Order, OrderRetrieveErrors> {
    return this._client.get(pathOf('orderID')`/orders/${orderID}`, options);
  }

  /**
   * List orders
   *
   * @example
   * ```ts
   * // Asks for further pages as the loop gets to them.
   * for await (const order of client.orders.list()) {
   *   console.log(order.id);
   * }
   * ```
   */
  list(
    query: OrderListParams | null | undefined = {},
    options?: RequestOptions,
  ): PagePromise<OrdersPage, Order> {
    return this._client.getAPIList('/orders', OrderPage<Order>, { query, ...options });
  }

  /**
   * Cancel an order
   *
   * @deprecated Write to the shop instead.
   *
   * @example
   * ```ts
   * const order = await client.orders.cancel('3f2504e0-4f89-41d3-9a0c-0305e82c3301');
   *
   * console.log(order.id);
   * ```
   */
  cancel(
    orderID: string,
    params: OrderCancelParams | null | undefined = {},
    options?: RequestOptions,
  ): APIPromise<Order> {
    return this._client.delete(pathOf('orderID')`/orders/${orderID}`, { query: params, ...options });
  }

  /**
   * Download the receipt
   *
   * @example
   * ```ts
   * const response = await client.orders.receipt('3f2504e0-4f89-41d3-9a0c-0305e82c3301');
   *
   * const content = await response.blob();
   * console.log(content);
   * ```
   */
  receipt(orderID: string, options?: RequestOptions): APIPromise<Response> {
    return this._client.get(pathOf('orderID')`/orders/${orderID}/receipt`, {
      ...options,
      headers: buildHeaders([{ Accept: 'application/pdf' }, options?.headers]),
      __binaryResponse: true,
    });
  }
}

export type OrdersPage = OrderPage<Order>;

/** An address, or a store to fetch it from. */
export type Delivery = Delivery.Pickup | Delivery.Shipping;

export declare namespace Delivery {
  export interface Pickup {
    store_id: string;
  }

  export interface Shipping {
    /** Exactly 2 characters. */
    country: string;

    name: string;

    street: string;
  }
}

export interface Order {
  id: string;

  lines: Array<OrderLine>;

  placed_at: string;

  status: OrderStatus;

  total: number;

  /** An address, or a store to fetch it from. */
  delivery?: Delivery;

  metadata?: { [key: string]: unknown };
}

export interface OrderLine {
  isbn: string;

  /** @default 1 */
  copies?: number;

  /** @default false */
  gift_wrap?: boolean;
}

export type OrderStatus = 'open' | 'paid' | 'shipped' | 'cancelled' | (string & {});

export interface PaymentError extends Shared.Problem {
  reason: 'declined' | 'expired' | 'fraud';
}

export interface OrderCreateParams {
  /** An address, or a store to fetch it from. */
  delivery: Delivery;

  /** At least 1 items. */
  lines: Array<OrderLine>;

  callback_url?: string;

  /** At most 500 characters. */
  note?: string | null;
}

export interface OrderListParams {
  placed_after?: string;

  status?: OrderStatus;
}

export interface OrderCancelParams {
  /** Query param */
  reason?: string;
}

export interface OrderCreateErrors {
  /** The card was declined */
  402: PaymentError;

  /** Something sold out */
  409: Shared.Conflict;

  /** What went wrong */
  '4XX': Shared.Problem;

  /** What went wrong */
  default: Shared.Problem;
}

export interface OrderRetrieveErrors {
  /** No such order */
  404: Shared.NotFound;
}

export declare namespace Orders {
  export {
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
}
