import type { SmitheryCore } from '../core.ts';
import { buildHeaders } from '../internal/headers.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as ReleasesAPI from '../resources/servers/releases.ts';
import { type Result, toResult } from '../result.ts';
import { type Stream, eventStream } from '../streaming.ts';

/** Real-time SSE stream of release logs and status updates. */
export function serversReleasesStream(
  client: SmitheryCore,
  id: string,
  params: ReleasesAPI.ReleaseStreamParams,
  options?: RequestOptions,
): Promise<Result<Stream<ReleasesAPI.ReleaseStreamResponse>, ReleasesAPI.ReleaseStreamErrors>> {
  return toResult(() => {
    const { qualifiedName } = params;
    return client.get(pathOf('qualifiedName', 'id')`/servers/${qualifiedName}/releases/${id}/stream`, {
      ...options,
      headers: buildHeaders([{ Accept: 'text/event-stream' }, options?.headers]),
      stream: eventStream,
    });
  });
}
