import type { BookshopCore } from '../core.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import { EventsPage } from '../pages.ts';
import type * as EventsAPI from '../resources/events.ts';
import { type Result, toResult } from '../result.ts';

/** List readings and signings */
export function eventsList(
  client: BookshopCore,
  query: EventsAPI.EventListParams | null | undefined = {},
  options?: RequestOptions,
): Promise<Result<EventsAPI.EventListResponsesEventsPage>> {
  return toResult(() => {
    return client.getAPIList('/events', EventsPage<EventsAPI.EventListResponse>, { query, ...options });
  });
}
