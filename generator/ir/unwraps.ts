/** Methods that read what the API sends: those of the config, else one where the document has webhooks. */
import type { Api, TypeNode, UnwrapMethod, Webhook } from './types.ts';

export const WEBHOOKS_KEY = 'webhooks';

/** Webhooks of the document itself; callbacks of operations are types of their own. */
export const ownWebhooks = (api: Api): readonly Webhook[] =>
  api.webhooks.filter((webhook) => webhook.callback === undefined && eventOf(webhook) !== undefined);

export const eventOf = (webhook: Webhook): TypeNode | undefined =>
  webhook.body?.contents[webhook.body.chosen]?.type;

export type UnwrapName = Pick<UnwrapMethod, 'resource' | 'key' | 'event' | 'keyOption'>;

/**
 * As configured. Without a config: `webhooks.unwrap` where the document declares the headers of Standard
 * Webhooks, else `webhooks.unsafe_unwrap`, because the requests are signed in a way that the SDK cannot check.
 */
export function unwrapsIn(api: Api): readonly UnwrapName[] {
  if (api.unwrapMethods !== undefined) return api.unwrapMethods;
  const webhooks = ownWebhooks(api);
  if (webhooks.length === 0) return [];
  return [{ resource: [WEBHOOKS_KEY], key: isStandard(webhooks) ? 'unwrap' : 'unsafe_unwrap' }];
}

const headersOf = (webhooks: readonly Webhook[]): readonly string[] => [
  ...new Set(
    webhooks.flatMap((webhook) =>
      webhook.parameters.flatMap(({ in: location, name }) => (location === 'header' ? [name] : [])),
    ),
  ),
];

/** The specification of Standard Webhooks, section "Webhook headers (sending metadata to consumers)". */
const isStandard = (webhooks: readonly Webhook[]): boolean =>
  headersOf(webhooks).some((name) => name.toLowerCase() === 'webhook-signature');

/** Headers that by their names carry a signature. */
export const signatureHeaders = (api: Api): readonly string[] =>
  headersOf(ownWebhooks(api)).filter((name) => /sign|hmac|digest/i.test(name));
