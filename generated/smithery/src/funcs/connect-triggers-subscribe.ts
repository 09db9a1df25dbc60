import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as TriggersAPI from '../resources/connect/triggers.ts';
import { type Result, toResult } from '../result.ts';

/**
 * Subscribe to (or refresh) a trigger. Supplying the same (params, delivery.url)
 * refreshes the TTL and may rotate the secret.
 */
export function connectTriggersSubscribe(
  client: SmitheryCore,
  triggerName: string,
  params: TriggersAPI.TriggerSubscribeParams,
  options?: RequestOptions,
): Promise<Result<TriggersAPI.TriggerSubscription, TriggersAPI.TriggerSubscribeErrors>> {
  return toResult(() => {
    const { connectionId, namespace, ...body } = params;
    return client.post(
      pathOf(
        'namespace',
        'connectionId',
        'triggerName',
      )`/connect/${namespace}/${connectionId}/.triggers/${triggerName}`,
      { body, ...options },
    );
  });
}
