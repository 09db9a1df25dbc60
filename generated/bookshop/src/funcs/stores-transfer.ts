import type { BookshopCore } from '../core.ts';
import { buildHeaders } from '../internal/headers.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as StoresAPI from '../resources/stores.ts';
import { type Result, toResult } from '../result.ts';

/** Move stock from one place to another */
export function storesTransfer(
  client: BookshopCore,
  from: string,
  to: string,
  params: StoresAPI.StoreTransferParams,
  options?: RequestOptions,
): Promise<Result<void>> {
  return toResult(() => {
    const { store_id = client.storeID, copies: body } = params;
    return client.post(pathOf('store_id', 'from', 'to')`/stores/${store_id}/transfers/${from}/${to}`, {
      body,
      security: [{ partner: true, staff: true }],
      ...options,
      headers: buildHeaders([{ Accept: '*/*' }, options?.headers]),
    });
  });
}
