/** Events that the API sends, and the methods that verify and read them. */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Api, Resource, TypeNode, Webhook } from '../ir/types.ts';
import { WEBHOOKS_KEY, eventOf, ownWebhooks, signatureHeaders, unwrapsIn } from '../ir/unwraps.ts';

export interface UnwrapPlan {
  /** Keys of the resource it stands in. */
  readonly resource: readonly string[];
  readonly key: string;
  /** What it gives; absent: any event of the document. */
  readonly event?: TypeNode;
  /**
   * Where the signing key comes from: always from the caller, or from the client unless the caller gives one;
   * `none` verifies nothing; `headers` are those in which the document says that a signature is sent.
   */
  readonly signing:
    | { readonly kind: 'given' }
    | { readonly kind: 'option'; readonly option: string }
    | { readonly kind: 'none'; readonly headers: readonly string[] };
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

/** The methods of `unwrapsIn`, with where each takes its key from. */
export const planUnwraps = (api: Api): readonly UnwrapPlan[] =>
  unwrapsIn(api).map(({ resource, key, event, keyOption }) => ({
    resource,
    key,
    ...(event && { event }),
    signing: signingOf(api, { key, keyOption }),
  }));

function signingOf(
  api: Api,
  { key, keyOption }: { readonly key: string; readonly keyOption?: string | undefined },
): UnwrapPlan['signing'] {
  if (keyOption !== undefined) return { kind: 'option', option: keyOption };
  return api.unwrapMethods === undefined && key === 'unwrap'
    ? { kind: 'given' }
    : { kind: 'none', headers: signatureHeaders(api) };
}

/** Tells whoever generates that the SDK cannot verify the webhooks of the document. */
export const unverifiedWebhooks = (api: Api): readonly Diagnostic[] =>
  api.unwrapMethods === undefined
    ? planUnwraps(api).flatMap(({ signing }) =>
        signing.kind === 'none'
          ? [diagnostic('webhook-signature-unknown', {}, placeOf(ownWebhooks(api)))]
          : [],
      )
    : [];

const placeOf = ([first]: readonly Webhook[]): { readonly origin?: Webhook['origin'] } =>
  first === undefined ? {} : { origin: first.origin };

/** The tree with a place for the default method, if there is none. */
export function withWebhooks(api: Api): Api {
  const needed = api.unwrapMethods === undefined && ownWebhooks(api).length > 0;
  if (!needed || api.root.children.some((child) => child.key === WEBHOOKS_KEY)) return api;
  const own: Resource = {
    key: WEBHOOKS_KEY,
    methods: [],
    children: [],
    provenance: { rule: 'default', detail: 'the document declares webhooks' },
  };
  return { ...api, root: { ...api.root, children: [...api.root.children, own] } };
}
