import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as ConnectAPI from '../resources/connect/connect.ts';
import type * as TriggersAPI from '../resources/connect/triggers.ts';
import { type Result, toResult } from '../result.ts';

/**
 * Unsubscribe by subscription key (params + delivery.url). Eager teardown —
 * subscriptions also expire naturally on TTL.
 */
export function connectTriggersUnsubscribe(
  client: SmitheryCore,
  triggerName: string,
  params: TriggersAPI.TriggerUnsubscribeParams,
  options?: RequestOptions,
): Promise<Result<ConnectAPI.Success, TriggersAPI.TriggerUnsubscribeErrors>> {
  return toResult(() => {
    const { connectionId, namespace, ...body } = params;
    return client.delete(
      pathOf(
        'namespace',
        'connectionId',
        'triggerName',
      )`/connect/${namespace}/${connectionId}/.triggers/${triggerName}`,
      { body, ...options },
    );
  });
}
