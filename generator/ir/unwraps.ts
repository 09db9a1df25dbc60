/** Methods that read what the API sends: those of the config, else one where the document has webhooks. */
import type { Api, TypeNode, UnwrapMethod, Webhook } from './types.ts';

export const WEBHOOKS_KEY = 'webhooks';

/** Webhooks of the document itself; callbacks of operations are types of their own. */
export const ownWebhooks = (api: Api): readonly Webhook[] =>
  api.webhooks.filter((one) => one.callback === undefined && eventOf(one) !== undefined);

export const eventOf = (webhook: Webhook): TypeNode | undefined =>
  webhook.body?.contents[webhook.body.chosen]?.type;

export type UnwrapName = Pick<UnwrapMethod, 'resource' | 'key' | 'event' | 'keyOption'>;

/** As configured, else `webhooks.unwrap` where the document declares webhooks. */
export const unwrapsIn = (api: Api): readonly UnwrapName[] =>
  api.unwrapMethods ?? (ownWebhooks(api).length > 0 ? [{ resource: [WEBHOOKS_KEY], key: 'unwrap' }] : []);
