import type { RequestOptions } from '../internal/request-options.ts';
import { SinglePage } from '../pages.ts';
import type { PagePromise } from '../pagination.ts';
import { APIResource } from '../resource.ts';
import type * as BooksAPI from './books/books.ts';

export class Genres extends APIResource {
  /**
   * List genres
   *
   * @example
   * ```ts
   * // Asks for further pages as the loop gets to them.
   * for await (const genre of client.genres.list()) {
   *   console.log(genre.name);
   * }
   * ```
   */
  list(options?: RequestOptions): PagePromise<GenreNodesSinglePage, GenreNode> {
    return this._client.getAPIList('/genres', SinglePage<GenreNode>, { security: [], ...options });
  }
}

export type GenreNodesSinglePage = SinglePage<GenreNode>;

/** A genre and the genres inside it. */
export interface GenreNode {
  /** A genre the shop knows, or one of its own. */
  name: BooksAPI.Genre;

  children?: Array<GenreNode>;

  /** A genre and the genres inside it. */
  parent?: GenreNode | null;
}

export declare namespace Genres {
  export { type GenreNode as GenreNode, type GenreNodesSinglePage as GenreNodesSinglePage };
}
