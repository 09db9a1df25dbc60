import type { BookshopCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as StoresAPI from '../resources/stores.ts';
import { type Result, toResult } from '../result.ts';

/** Ask what a store has */
export function storesCheckStock(
  client: BookshopCore,
  isbn: string,
  params: StoresAPI.StoreCheckStockParams | null | undefined = {},
  options?: RequestOptions,
): Promise<Result<StoresAPI.Stock>> {
  return toResult(() => {
    const { store_id = client.storeID } = params ?? {};
    return client.get(pathOf('store_id', 'isbn')`/stores/${store_id}/stock/${isbn}`, options);
  });
}
