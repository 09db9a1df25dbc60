import type { BookshopCore } from '../core.ts';
import { buildHeaders } from '../internal/headers.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import { type Result, toResult } from '../result.ts';

/** Download the receipt */
export function ordersReceipt(
  client: BookshopCore,
  orderID: string,
  options?: RequestOptions,
): Promise<Result<Response>> {
  return toResult(() => {
    return client.get(pathOf('orderID')`/orders/${orderID}/receipt`, {
      ...options,
      headers: buildHeaders([{ Accept: 'application/pdf' }, options?.headers]),
      __binaryResponse: true,
    });
  });
}
