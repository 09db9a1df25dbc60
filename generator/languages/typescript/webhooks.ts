/** Events that the API sends: their types, and the methods that verify and read them. */
import type { Api, Resource, UnwrapMethod, Webhook } from '../../ir/types.ts';
import type { NewType } from './methods/result.ts';
import { declare } from './types/declare.ts';
import * as expr from './types/expr.ts';
import type { World } from '../../plan/world.ts';

const WEBHOOKS_KEY = 'webhooks';

export interface UnwrapPlan {
  /** Keys of the resource it stands in. */
  readonly resource: readonly string[];
  readonly key: string;
  /** What it resolves to. */
  readonly event: expr.TypeExpression;
  /**
   * Where the signing key comes from: always from the caller, or from the client unless the caller gives one;
   * `none` verifies nothing.
   */
  readonly signing:
    | { readonly kind: 'given' }
    | { readonly kind: 'option'; readonly option: string }
    | { readonly kind: 'none' };
}

/** Webhooks of the document itself; callbacks of operations are types of their own. */
const ownWebhooks = (api: Api): readonly Webhook[] =>
  api.webhooks.filter((one) => one.callback === undefined && eventContent(one) !== undefined);

/** As configured, else `webhooks.unwrap` where the document declares webhooks. */
const unwrapMethods = (api: Api): readonly Pick<UnwrapMethod, 'resource' | 'key' | 'event' | 'keyOption'>[] =>
  api.unwrapMethods ?? (ownWebhooks(api).length > 0 ? [{ resource: [WEBHOOKS_KEY], key: 'unwrap' }] : []);

/** The tree with a place for the default method, if there is none. */
export function withWebhooks(api: Api): Api {
  const needed = api.unwrapMethods === undefined && ownWebhooks(api).length > 0;
  if (!needed || api.root.children.some((one) => one.key === WEBHOOKS_KEY)) return api;
  const own: Resource = {
    key: WEBHOOKS_KEY,
    methods: [],
    children: [],
    provenance: { rule: 'default', detail: 'the document declares webhooks' },
  };
  return { ...api, root: { ...api.root, children: [...api.root.children, own] } };
}

/** `open` makes a type in the file of a resource. */
export function planWebhooks(
  world: World,
  api: Api,
  open: (resource: readonly string[]) => NewType,
): readonly UnwrapPlan[] {
  const shared = new Map<string, readonly expr.TypeExpression[]>();
  return unwrapMethods(api).map((method) => {
    const place = method.resource.join('.');
    const newType = open(method.resource);
    const name = `${world.names.pascal(method.key)}WebhookEvent`;
    const facts = { resource: method.resource, key: method.key, signing: signingOf(api, method) };
    if (method.event) return { ...facts, event: ownEvent(world, method.event, { name, newType }) };
    const events = shared.get(place) ?? allEvents(world, api, newType);
    shared.set(place, events);
    return { ...facts, event: unionOfEvents(events, newType, name) };
  });
}

function signingOf(api: Api, { keyOption }: Pick<UnwrapMethod, 'keyOption'>): UnwrapPlan['signing'] {
  if (keyOption !== undefined) return { kind: 'option', option: keyOption };
  return { kind: api.unwrapMethods === undefined ? 'given' : 'none' };
}

function ownEvent(
  world: World,
  event: NonNullable<UnwrapMethod['event']>,
  options: { readonly name: string; readonly newType: NewType },
): expr.TypeExpression {
  const model = event.kind === 'ref' ? world.models.get(event.id) : undefined;
  if (model) return expr.declared(model);
  const declaration = options.newType(options.name);
  declare(world, declaration, event, 'response');
  return expr.declared(declaration);
}

const allEvents = (world: World, api: Api, newType: NewType): readonly expr.TypeExpression[] =>
  ownWebhooks(api).flatMap((webhook) => {
    const node = eventContent(webhook)?.type;
    return node
      ? [ownEvent(world, node, { name: `${world.names.pascal(webhook.name)}WebhookEvent`, newType })]
      : [];
  });

/** `unwrap` gives an `UnwrapWebhookEvent`, `unsafe_unwrap` an `UnsafeUnwrapWebhookEvent`. */
function unionOfEvents(
  events: readonly expr.TypeExpression[],
  newType: NewType,
  name: string,
): expr.TypeExpression {
  if (events.length === 0) return expr.unknownType;
  const union = newType(name);
  union.body = { kind: 'alias', type: expr.unionOf(events) };
  union.doc = ['Every event that the API sends.'];
  return expr.declared(union);
}

const eventContent = (webhook: Webhook) => webhook.body?.contents[webhook.body.chosen];
