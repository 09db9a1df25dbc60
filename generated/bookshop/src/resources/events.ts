import type { RequestOptions } from '../internal/request-options.ts';
import { EventsPage } from '../pages.ts';
import type { PagePromise } from '../pagination.ts';
import { APIResource } from '../resource.ts';
import type * as AuthorsAPI from './authors/authors.ts';

export class Events extends APIResource {
  /**
   * List readings and signings
   *
   * @example
   * ```ts
   * // Asks for further pages as the loop gets to them.
   * for await (const event_ of client.events.list()) {
   *   console.log(event_.id);
   * }
   * ```
   */
  list(
    query: EventListParams | null | undefined = {},
    options?: RequestOptions,
  ): PagePromise<EventListResponsesEventsPage, EventListResponse> {
    return this._client.getAPIList('/events', EventsPage<EventListResponse>, { query, ...options });
  }
}

export type EventListResponsesEventsPage = EventsPage<EventListResponse>;

export interface EventListResponse {
  id: string;

  starts_at: string;

  title: string;

  /** @default [] */
  guests?: Array<AuthorsAPI.Author>;
}

export interface EventListParams {
  /** @default 50 */
  limit?: number;

  /** @default 0 */
  offset?: number;
}

export declare namespace Events {
  export {
    type EventListResponse as EventListResponse,
    type EventListParams as EventListParams,
    type EventListResponsesEventsPage as EventListResponsesEventsPage,
  };
}
