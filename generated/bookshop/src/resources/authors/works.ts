import { pathOf } from '../../internal/path.ts';
import type { RequestOptions } from '../../internal/request-options.ts';
import { WorkPage } from '../../pages.ts';
import type { PagePromise } from '../../pagination.ts';
import { APIResource } from '../../resource.ts';

export class Works extends APIResource {
  /**
   * List the works of an author
   *
   * @example
   * ```ts
   * // Asks for further pages as the loop gets to them.
   * for await (const work of client.authors.works.list('author_id')) {
   *   console.log(work.title);
   * }
   * ```
   */
  list(
    authorID: string,
    query: WorkListParams | null | undefined = {},
    options?: RequestOptions,
  ): PagePromise<WorksPage, Work> {
    return this._client.getAPIList(pathOf('authorID')`/authors/${authorID}/works`, WorkPage<Work>, {
      query,
      ...options,
    });
  }
}

export type WorksPage = WorkPage<Work>;

export interface Work {
  title: string;

  year: number;

  book_id?: string | null;
}

export interface WorkListParams {
  after?: string;
}

export declare namespace Works {
  export { type Work as Work, type WorkListParams as WorkListParams, type WorksPage as WorksPage };
}
