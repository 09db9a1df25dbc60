import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as ToolsAPI from '../resources/connect/tools.ts';
import { type Result, toResult } from '../result.ts';

/**
 * List tools for every connection in a namespace in one response. Each connection
 * is wrapped in an envelope so a failure on one upstream doesn't fail the request.
 * Skips connections in `auth_required`/`input_required` states without calling the
 * upstream.
 */
export function connectToolsListAll(
  client: SmitheryCore,
  namespace: string,
  options?: RequestOptions,
): Promise<Result<ToolsAPI.LooseObject>> {
  return toResult(() => {
    return client.get(pathOf('namespace')`/connect/${namespace}/.tools`, options);
  });
}
