import type { BookshopCore } from '../core.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import { SinglePage } from '../pages.ts';
import type * as GenresAPI from '../resources/genres.ts';
import { type Result, toResult } from '../result.ts';

/** List genres */
export function genresList(
  client: BookshopCore,
  options?: RequestOptions,
): Promise<Result<GenresAPI.GenreNodesSinglePage>> {
  return toResult(() => {
    return client.getAPIList('/genres', SinglePage<GenresAPI.GenreNode>, { security: [], ...options });
  });
}
