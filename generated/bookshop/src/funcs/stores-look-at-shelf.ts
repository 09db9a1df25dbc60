import type { BookshopCore } from '../core.ts';
import { matrix, pathOf } from '../internal/path.ts';
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
      pathOf(
        'store_id',
        'position',
      )`/stores/${store_id}/shelves/${matrix('position', position, { explode: true })}`,
      options,
    );
  });
}
