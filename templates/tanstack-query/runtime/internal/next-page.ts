import type { AbstractPage, PageClass, PagePromise } from '../pagination.ts';
import { SDKError } from '../error.ts';
import type { BaseClient } from './base-client.ts';

/**
 * Vue wraps what a query returns in proxies, which have no private members, and a page has some. This mark tells
 * Vue to leave the page as it is.
 */
export const _unwrapped = <P extends object>(page: P): P =>
  Object.defineProperty(page, '__v_skip', { value: true });

/** Requests the page after `page`, with a new signal. */
export function _nextPage<P extends AbstractPage<I>, I>(
  client: BaseClient,
  page: P & AbstractPage<I>,
  signal: AbortSignal,
): PagePromise<P, I> {
  const options = page.nextPageRequestOptions();
  if (!options) {
    throw new SDKError('There is no next page. Check hasNextPage() first.');
  }
  // The signal of the previous page belongs to a completed request.
  return client.requestAPIList<P, I>(page.constructor as unknown as PageClass<P, I>, { ...options, signal });
}
