import type { RequestOptions } from '../../internal/request-options.ts';
import { AuthorPage } from '../../pages.ts';
import type { PagePromise } from '../../pagination.ts';
import { APIResource } from '../../resource.ts';
import * as WorksAPI from './works.ts';
import { type Work, type WorkListParams, type WorksPage, Works } from './works.ts';

export class Authors extends APIResource {
  works: WorksAPI.Works = new WorksAPI.Works(this._client);

  /**
   * List authors
   *
   * @example
   * ```ts
   * // Asks for further pages as the loop gets to them.
   * for await (const author of client.authors.list()) {
   *   console.log(author.id);
   * }
   * ```
   */
  list(
    query: AuthorListParams | null | undefined = {},
    options?: RequestOptions,
  ): PagePromise<AuthorsPage, Author> {
    return this._client.getAPIList('/authors', AuthorPage<Author>, { query, ...options });
  }
}

export type AuthorsPage = AuthorPage<Author>;

export interface Author {
  id: string;

  name: string;

  born_on?: string;

  /** Written the 3.0 way */
  died_on?: string | null;

  links?: Author.Links;

  /** A small JPEG */
  portrait?: string;
}

export declare namespace Author {
  export interface Links {
    homepage?: string;

    [key: string]: string | undefined;
  }
}

export interface AuthorListParams {
  limit?: number;

  /** Id of the last author of the page before */
  starting_after?: string;
}

Authors.Works = Works;

export declare namespace Authors {
  export {
    type Author as Author,
    type AuthorListParams as AuthorListParams,
    type AuthorsPage as AuthorsPage,
  };
  export {
    Works as Works,
    type Work as Work,
    type WorkListParams as WorkListParams,
    type WorksPage as WorksPage,
  };
}
