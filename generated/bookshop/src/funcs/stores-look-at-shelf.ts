import type { BookshopCore } from '../core.ts';
import { matrix, path } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as StoresAPI from '../resources/stores.ts';
import { type Result, toResult } from '../result.ts';

/** Look at a shelf */
export function storesLookAtShelf(
  client: BookshopCore,
  position: StoresAPI.StoreLookAtShelfPosition,
  params: StoresAPI.StoreLookAtShelfParams | null | undefined = {},
  options?: RequestOptions,
): Promise<Result<StoresAPI.StoreLookAtShelfResponse>> {
  return toResult(() => {
    const { store_id = client.storeID } = params ?? {};
    return client.get(
      path`/stores/${{ store_id }}/shelves/${{ position: matrix('position', position, { explode: true }) }}`,
      options,
    );
  });
}
