import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as TriggersAPI from '../resources/connect/triggers.ts';
import { type Result, toResult } from '../result.ts';

/** Get the schema for a single trigger type. */
export function connectTriggersGet(
  client: SmitheryCore,
  triggerName: string,
  params: TriggersAPI.TriggerGetParams,
  options?: RequestOptions,
): Promise<Result<TriggersAPI.TriggerDefinition, TriggersAPI.TriggerGetErrors>> {
  return toResult(() => {
    const { connectionId, namespace } = params;
    return client.get(
      pathOf(
        'namespace',
        'connectionId',
        'triggerName',
      )`/connect/${namespace}/${connectionId}/.triggers/${triggerName}`,
      options,
    );
  });
}
