/** Events that the API sends, and the methods that verify and parse them. */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { isCredential } from './client.ts';
import type { Api, Resource, TypeNode, Webhook } from '../ir/types.ts';
import { WEBHOOKS_KEY, eventOf, ownWebhooks, signatureHeaders, unwrapsIn } from '../ir/unwraps.ts';

export interface UnwrapPlan {
  /** Keys of the method's resource. */
  readonly resource: readonly string[];
  readonly key: string;
  /** The result; absent: any event of the document. */
  readonly event?: TypeNode;
  /**
   * The source of the signing key: `given`, always the caller; `option`, the client option unless
   * the caller provides a key; `none`, nothing is verified. `headers` lists the headers in which
   * the document declares a signature.
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

/** The methods of `unwrapsIn`, each with the source of its key. */
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
  if (keyOption !== undefined)
    return whyNoKey(api, keyOption) === undefined ? { kind: 'option', option: keyOption } : { kind: 'given' };
  return api.unwrapMethods === undefined && key === 'unwrap'
    ? { kind: 'given' }
    : { kind: 'none', headers: signatureHeaders(api) };
}

/** Why an option cannot hold the default signing key. Undefined if it can. */
function whyNoKey(api: Api, key: string): string | undefined {
  const option = api.client.options.find((candidate) => candidate.key === key);
  if (option === undefined) return undefined;
  if (isCredential(option)) return 'it is a credential, which may be a function';
  return option.type === 'string' ? undefined : 'it is not a text';
}

/** Options of the config that cannot be the default signing key: callers pass the key instead. */
export const unusableKeys = (api: Api): readonly Diagnostic[] =>
  (api.unwrapMethods ?? []).flatMap(({ resource, key, keyOption, provenance }) => {
    const reason = keyOption === undefined ? undefined : whyNoKey(api, keyOption);
    return keyOption === undefined || reason === undefined
      ? []
      : [
          diagnostic(
            'webhook-key-unusable',
            { method: [...resource, key].join('.'), option: keyOption, reason },
            provenance.origin ? { origin: provenance.origin } : {},
          ),
        ];
  });

/** Warns that the SDK cannot verify the document's webhooks. */
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

/** Adds the resource of the default method if the config has none. */
export function withWebhooks(api: Api): Api {
  const needed = unwrapsIn(api).some(({ resource }) => resource.join('.') === WEBHOOKS_KEY);
  if (!needed || api.root.children.some((child) => child.key === WEBHOOKS_KEY)) return api;
  const own: Resource = {
    key: WEBHOOKS_KEY,
    methods: [],
    children: [],
    provenance: { rule: 'default', detail: 'the document declares webhooks' },
  };
  return { ...api, root: { ...api.root, children: [...api.root.children, own] } };
}
