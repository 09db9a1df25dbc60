import type { BookshopCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import { WorkPage } from '../pages.ts';
import type * as WorksAPI from '../resources/authors/works.ts';
import { type Result, toResult } from '../result.ts';

/** List the works of an author */
export function authorsWorksList(
  client: BookshopCore,
  authorID: string,
  query: WorksAPI.WorkListParams | null | undefined = {},
  options?: RequestOptions,
): Promise<Result<WorksAPI.WorksPage>> {
  return toResult(() => {
    return client.getAPIList(pathOf('authorID')`/authors/${authorID}/works`, WorkPage<WorksAPI.Work>, {
      query,
      ...options,
    });
  });
}
