import type { BookshopCore } from '../core.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as OrdersAPI from '../resources/orders.ts';
import { type Result, toResult } from '../result.ts';

/** Place an order */
export function ordersCreate(
  client: BookshopCore,
  body: OrdersAPI.OrderCreateParams,
  options?: RequestOptions,
): Promise<Result<OrdersAPI.Order, OrdersAPI.OrderCreateErrors>> {
  return toResult(() => {
    return client.post('/orders', { body, ...options });
  });
}
