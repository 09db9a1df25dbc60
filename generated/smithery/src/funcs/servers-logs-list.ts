import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as LogsAPI from '../resources/servers/logs.ts';
import { type Result, toResult } from '../result.ts';

/** Fetch recent runtime logs grouped by invocation. */
export function serversLogsList(
  client: SmitheryCore,
  qualifiedName: string,
  query: LogsAPI.LogListParams | null | undefined = {},
  options?: RequestOptions,
): Promise<Result<LogsAPI.RuntimeLogsResponse, LogsAPI.LogListErrors>> {
  return toResult(() => {
    return client.get(pathOf('qualifiedName')`/servers/${qualifiedName}/logs`, { query, ...options });
  });
}
