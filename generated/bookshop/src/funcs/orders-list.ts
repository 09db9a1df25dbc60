import type { BookshopCore } from '../core.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import { OrderPage } from '../pages.ts';
import type * as OrdersAPI from '../resources/orders.ts';
import { type Result, toResult } from '../result.ts';

/** List orders */
export function ordersList(
  client: BookshopCore,
  query: OrdersAPI.OrderListParams | null | undefined = {},
  options?: RequestOptions,
): Promise<Result<OrdersAPI.OrdersPage>> {
  return toResult(() => {
    return client.getAPIList('/orders', OrderPage<OrdersAPI.Order>, { query, ...options });
  });
}
