import type { AbstractPage, PageClass, PagePromise } from '../pagination.ts';
import { SDKError } from '../error.ts';
import type { BaseClient } from './base-client.ts';

/** The page after `page`, asked for with a signal of its own. */
export function _nextPage<P extends AbstractPage<I>, I>(
  client: BaseClient,
  page: P & AbstractPage<I>,
  signal: AbortSignal,
): PagePromise<P, I> {
  const options = page.nextPageRequestOptions();
  if (!options) {
    throw new SDKError('There is no next page; ask hasNextPage() before asking for it.');
  }
  // The signal of the page before belongs to a request that is over.
  return client.requestAPIList<P, I>(page.constructor as unknown as PageClass<P, I>, { ...options, signal });
}
