import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as ToolsAPI from '../resources/connect/tools.ts';
import { type Result, toResult } from '../result.ts';

/** Get one tool or list tools under a slash-separated category. */
export function connectToolsGet(
  client: SmitheryCore,
  toolPath: string,
  params: ToolsAPI.ToolGetParams,
  options?: RequestOptions,
): Promise<Result<ToolsAPI.ToolResponse, ToolsAPI.ToolGetErrors>> {
  return toResult(() => {
    const { connectionId, namespace } = params;
    return client.get(
      pathOf(
        'namespace',
        'connectionId',
        'toolPath',
      )`/connect/${namespace}/${connectionId}/.tools/${toolPath}`,
      options,
    );
  });
}
