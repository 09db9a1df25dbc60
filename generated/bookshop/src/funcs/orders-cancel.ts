import type { BookshopCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as OrdersAPI from '../resources/orders.ts';
import { type Result, toResult } from '../result.ts';

/**
 * Cancel an order
 *
 * @deprecated Write to the shop instead.
 */
export function ordersCancel(
  client: BookshopCore,
  orderID: string,
  params: OrdersAPI.OrderCancelParams | null | undefined = {},
  options?: RequestOptions,
): Promise<Result<OrdersAPI.Order>> {
  return toResult(() => {
    return client.delete(pathOf('orderID')`/orders/${orderID}`, { query: params, ...options });
  });
}
