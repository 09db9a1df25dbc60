/** Events that the API sends: their types, and the resource that verifies and reads them. */
import type { Api, Resource, Webhook } from '../ir/types.ts';
import type { NewType } from './methods/result.ts';
import { declare } from './types/declare.ts';
import type { Declaration } from './types/declaration.ts';
import * as expr from './types/expr.ts';
import type { World } from './types/world.ts';

export const WEBHOOKS_KEY = 'webhooks';

export interface WebhookPlan {
  /** Union of all events. */
  readonly union: Declaration;
  readonly events: readonly { readonly webhook: Webhook; readonly type: expr.TypeExpression }[];
}

/** Webhooks of the document itself; callbacks of operations are types of their own. */
export const ownWebhooks = (api: Api): readonly Webhook[] => api.webhooks.filter((one) => one.callback === undefined && eventContent(one) !== undefined);

/** The tree with a place for `webhooks.unwrap`, if there is something to unwrap. */
export function withWebhooks(api: Api): Api {
  if (ownWebhooks(api).length === 0 || api.root.children.some((one) => one.key === WEBHOOKS_KEY)) return api;
  const own: Resource = { key: WEBHOOKS_KEY, methods: [], children: [], provenance: { rule: 'default', detail: 'the document declares webhooks' } };
  return { ...api, root: { ...api.root, children: [...api.root.children, own] } };
}

export function planWebhooks(world: World, api: Api, newType: NewType): WebhookPlan | undefined {
  const webhooks = ownWebhooks(api);
  if (webhooks.length === 0) return undefined;
  const events = webhooks.map((webhook) => {
    const content = eventContent(webhook);
    const node = content?.type;
    const model = node?.kind === 'ref' ? world.models.get(node.id) : undefined;
    if (model || !node) return { webhook, type: model ? expr.declared(model) : expr.unknownType };
    const declaration = newType(`${world.names.pascal(webhook.name)}WebhookEvent`);
    declare(world, declaration, node, 'response');
    return { webhook, type: expr.declared(declaration) };
  });
  const union = newType('UnwrapWebhookEvent');
  union.body = { kind: 'alias', type: expr.unionOf(events.map((one) => one.type)) };
  union.doc = ['Every event that the API sends.'];
  return { union, events };
}

const eventContent = (webhook: Webhook) => webhook.body?.contents[webhook.body.chosen];
