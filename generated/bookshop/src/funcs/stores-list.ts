import type { APIPromise } from '../api-promise.ts';
import type { BookshopCore } from '../core.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as StoresAPI from '../resources/stores.ts';
import { type Result, toResult } from '../result.ts';

/** List stores */
export function storesList(
  client: BookshopCore,
  options?: RequestOptions,
): Promise<Result<StoresAPI.StoreListResponse>> {
  return toResult(() => {
    return (
      client.get('/stores', { security: [], ...options }) as APIPromise<{ data: StoresAPI.StoreListResponse }>
    )._thenUnwrap((whole) => whole.data);
  });
}
