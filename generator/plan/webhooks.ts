/** Events that the API sends, and the methods that verify and read them. */
import type { Api, Resource, TypeNode } from '../ir/types.ts';
import { WEBHOOKS_KEY, eventOf, ownWebhooks, unwrapsIn } from '../ir/unwraps.ts';

export interface UnwrapPlan {
  /** Keys of the resource it stands in. */
  readonly resource: readonly string[];
  readonly key: string;
  /** What it gives; absent: any event of the document. */
  readonly event?: TypeNode;
  /**
   * Where the signing key comes from: always from the caller, or from the client unless the caller gives one;
   * `none` verifies nothing.
   */
  readonly signing:
    | { readonly kind: 'given' }
    | { readonly kind: 'option'; readonly option: string }
    | { readonly kind: 'none' };
}

export interface EventPlan {
  readonly webhook: string;
  readonly type: TypeNode;
}

export const planEvents = (api: Api): readonly EventPlan[] =>
  ownWebhooks(api).flatMap((webhook) => {
    const type = eventOf(webhook);
    return type === undefined ? [] : [{ webhook: webhook.name, type }];
  });

/** As configured, else `webhooks.unwrap` where the document declares webhooks. */
export const planUnwraps = (api: Api): readonly UnwrapPlan[] =>
  unwrapsIn(api).map(({ resource, key, event, keyOption }) => ({
    resource,
    key,
    ...(event && { event }),
    signing:
      keyOption !== undefined
        ? { kind: 'option', option: keyOption }
        : { kind: api.unwrapMethods === undefined ? 'given' : 'none' },
  }));

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
