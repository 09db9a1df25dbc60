import type { BookshopCore } from '../core.ts';
import { binaryRequestOptions } from '../internal/binary.ts';
import { buildHeaders } from '../internal/headers.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import { type Result, toResult } from '../result.ts';
import type { RawBody } from '../uploads.ts';

/** Upload the cover */
export function booksCoverUpload(
  client: BookshopCore,
  bookID: string,
  body: RawBody,
  options?: RequestOptions,
): Promise<Result<void>> {
  return toResult(() => {
    return client.put(
      pathOf('bookID')`/books/${bookID}/cover`,
      binaryRequestOptions({
        body,
        defaultBaseURL: 'https://files.bookshop.example',
        ...options,
        headers: buildHeaders([{ Accept: '*/*' }, options?.headers]),
      }),
    );
  });
}
