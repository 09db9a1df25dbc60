import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as ToolsAPI from '../resources/connect/tools.ts';
import { type Result, toResult } from '../result.ts';

/** List tools exposed by a connection. */
export function connectToolsList(
  client: SmitheryCore,
  connectionID: string,
  params: ToolsAPI.ToolListParams,
  options?: RequestOptions,
): Promise<Result<ToolsAPI.ToolList, ToolsAPI.ToolListErrors>> {
  return toResult(() => {
    const { namespace } = params;
    return client.get(
      pathOf('namespace', 'connectionID')`/connect/${namespace}/${connectionID}/.tools`,
      options,
    );
  });
}
