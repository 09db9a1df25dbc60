import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as TriggersAPI from '../resources/connect/triggers.ts';
import { type Result, toResult } from '../result.ts';

/** List trigger types exposed by a connection. */
export function connectTriggersList(
  client: SmitheryCore,
  connectionID: string,
  params: TriggersAPI.TriggerListParams,
  options?: RequestOptions,
): Promise<Result<TriggersAPI.TriggerDefinitionList, TriggersAPI.TriggerListErrors>> {
  return toResult(() => {
    const { namespace } = params;
    return client.get(
      pathOf('namespace', 'connectionID')`/connect/${namespace}/${connectionID}/.triggers`,
      options,
    );
  });
}
