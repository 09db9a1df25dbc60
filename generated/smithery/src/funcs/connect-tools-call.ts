import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as ToolsAPI from '../resources/connect/tools.ts';
import { type Result, toResult } from '../result.ts';

/** Invoke a tool with JSON arguments. */
export function connectToolsCall(
  client: SmitheryCore,
  toolPath: string,
  params: ToolsAPI.ToolCallParams,
  options?: RequestOptions,
): Promise<Result<ToolsAPI.LooseObject, ToolsAPI.ToolCallErrors>> {
  return toResult(() => {
    const { connectionId, namespace, body } = params;
    return client.post(
      pathOf(
        'namespace',
        'connectionId',
        'toolPath',
      )`/connect/${namespace}/${connectionId}/.tools/${toolPath}`,
      { body, ...options },
    );
  });
}
