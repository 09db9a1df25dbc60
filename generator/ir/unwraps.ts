/**
 * Methods that read what the API sends: those of the config, otherwise a single
 * method if the document has webhooks.
 */
import type { Api, TypeNode, UnwrapMethod, Webhook } from './types.ts';

export const WEBHOOKS_KEY = 'webhooks';

/** Webhooks of the document itself. Callbacks of operations have separate types. */
export const ownWebhooks = (api: Api): readonly Webhook[] => receivable(api.webhooks);

export const receivable = (webhooks: readonly Webhook[]): readonly Webhook[] =>
  webhooks.filter((webhook) => webhook.callback === undefined && eventOf(webhook) !== undefined);

export const eventOf = (webhook: Webhook): TypeNode | undefined =>
  webhook.body?.contents[webhook.body.chosen]?.type;

export type UnwrapName = Pick<UnwrapMethod, 'resource' | 'key' | 'event' | 'keyOption'>;

/**
 * The configured methods. Without a config: `webhooks.unwrap` if the document declares the headers of
 * Standard Webhooks, otherwise `webhooks.unsafe_unwrap`, because the SDK cannot check the API's signatures.
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

/** Headers whose names suggest a signature. */
export const signatureHeaders = (api: Api): readonly string[] =>
  headersOf(ownWebhooks(api)).filter((name) => /sign|hmac|digest/i.test(name));
