import type { BookshopCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as OrdersAPI from '../resources/orders.ts';
import { type Result, toResult } from '../result.ts';

/** Get an order */
export function ordersRetrieve(
  client: BookshopCore,
  orderID: string,
  options?: RequestOptions,
): Promise<Result<OrdersAPI.Order, OrdersAPI.OrderRetrieveErrors>> {
  return toResult(() => {
    return client.get(pathOf('orderID')`/orders/${orderID}`, options);
  });
}
