import type { BookshopCore } from '../core.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import { AuthorPage } from '../pages.ts';
import type * as AuthorsAPI from '../resources/authors/authors.ts';
import { type Result, toResult } from '../result.ts';

/** List authors */
export function authorsList(
  client: BookshopCore,
  query: AuthorsAPI.AuthorListParams | null | undefined = {},
  options?: RequestOptions,
): Promise<Result<AuthorsAPI.AuthorsPage>> {
  return toResult(() => {
    return client.getAPIList('/authors', AuthorPage<AuthorsAPI.Author>, { query, ...options });
  });
}
