/** Methods that read what the API sends, and which of them verify the signature. */
import type { ModelTypes } from '../configured-models.ts';
import type { ReportContext } from '../context.ts';
import type { ClientOption, Provenance, UnwrapMethod, Webhook } from '../types.ts';
import type { BuildOptions, RequestedUnwrap } from '../build-options.ts';
import { WEBHOOKS_KEY, receivable } from '../unwraps.ts';

const UNSAFE = 'unsafe_';

export interface UnwrapInput {
  readonly configured: readonly RequestedUnwrap[];
  readonly models: ModelTypes;
  readonly options: readonly ClientOption[];
}

/**
 * The methods of the config. If it only names the option that holds the secret, the method that the
 * webhooks of the document have by themselves uses that option.
 */
export function requestedUnwraps(
  { unwrapMethods: configured, webhookKey }: BuildOptions,
  webhooks: readonly Webhook[],
): readonly RequestedUnwrap[] {
  if (configured.length > 0 || webhookKey === undefined || receivable(webhooks).length === 0)
    return configured;
  const { value: keyOption, origin } = webhookKey;
  const provenance: Provenance = { rule: 'default', detail: 'the document declares webhooks' };
  return [{ resource: [WEBHOOKS_KEY], key: 'unwrap', keyOption, origin, provenance }];
}

/**
 * A method without a key verifies nothing, and its name must show that: `unwrap` becomes
 * `unsafe_unwrap`, with a diagnostic.
 */
export function unwrapMethods(
  context: ReportContext,
  { configured, models, options }: UnwrapInput,
): readonly UnwrapMethod[] {
  const methods = new Map<string, UnwrapMethod>();
  for (const { resource, key: named, origin, eventModel, keyOption, provenance } of configured) {
    const isUnsafe = named.startsWith(UNSAFE);
    const signing = isUnsafe ? undefined : options.find((option) => option.key === keyOption)?.key;
    const key = isUnsafe || signing !== undefined ? named : UNSAFE + named;
    const event = eventModel === undefined ? undefined : models.byName.get(eventModel);
    if (key !== named)
      context.report('webhook-key-missing', { method: [...resource, named].join('.'), unsafe: key }, origin);
    const path = [...resource, key].join('.');
    if (methods.has(path)) continue;
    methods.set(path, {
      resource,
      key,
      provenance: provenance ?? {
        rule: 'config',
        detail: `resources.${[...resource, named].join('.')}`,
        origin,
      },
      ...(event && { event }),
      ...(signing !== undefined && { keyOption: signing }),
    });
  }
  return [...methods.values()];
}
