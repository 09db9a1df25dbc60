import type { BookshopCore } from '../core.ts';
import { buildHeaders } from '../internal/headers.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as CoverAPI from '../resources/books/cover.ts';
import { type Result, toResult } from '../result.ts';

/** Download the cover */
export function booksCoverDownload(
  client: BookshopCore,
  bookID: string,
  query: CoverAPI.CoverDownloadParams | null | undefined = {},
  options?: RequestOptions,
): Promise<Result<Response>> {
  return toResult(() => {
    return client.get(pathOf('bookID')`/books/${bookID}/cover`, {
      query,
      defaultBaseURL: 'https://files.bookshop.example',
      security: [],
      ...options,
      headers: buildHeaders([{ Accept: 'image/jpeg' }, options?.headers]),
      __binaryResponse: true,
    });
  });
}
