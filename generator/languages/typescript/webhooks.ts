/** Types of webhook events, and results of the methods that verify and parse them. */
import type { TypeNode } from '../../ir/types.ts';
import type { SdkPlan } from '../../plan/sdk.ts';
import type { UnwrapPlan } from '../../plan/webhooks.ts';
import type { NewType } from './methods/result.ts';
import { declare } from './types/declare.ts';
import * as expr from './types/expr.ts';
import type { TypeContext } from './types/type-context.ts';
import type { ValueCode } from './values/code.ts';

export interface UnwrapMember extends Pick<UnwrapPlan, 'resource' | 'key' | 'signing'> {
  /** The result type. */
  readonly event: expr.TypeExpression;
  /** Where the event contains scalars that are converted. */
  readonly shape: expr.TypeExpression | undefined;
}

interface WebhookTools {
  readonly open: (resource: readonly string[]) => NewType;
  readonly values: ValueCode | undefined;
}

/** `open` creates a type in the file of a resource. */
export function declareWebhooks(
  context: TypeContext,
  { unwraps, events }: Pick<SdkPlan, 'unwraps' | 'events'>,
  { open, values }: WebhookTools,
): readonly UnwrapMember[] {
  const shared = new Map<string, readonly expr.TypeExpression[]>();
  return unwraps.map(({ resource, key, signing, event }) => {
    const place = resource.join('.');
    const newType = open(resource);
    const name = `${context.names.pascal(key)}WebhookEvent`;
    const shape = values?.ofEvent(event ? [event] : events.map(({ type }) => type));
    if (event) return { resource, key, signing, shape, event: ownEvent(context, event, { name, newType }) };
    const all =
      shared.get(place) ??
      events.map(({ webhook, type }) =>
        ownEvent(context, type, { name: `${context.names.pascal(webhook)}WebhookEvent`, newType }),
      );
    shared.set(place, all);
    return { resource, key, signing, shape, event: unionOfEvents(all, newType, name) };
  });
}

function ownEvent(
  context: TypeContext,
  event: TypeNode,
  options: { readonly name: string; readonly newType: NewType },
): expr.TypeExpression {
  const model = event.kind === 'ref' ? context.models.get(event.id) : undefined;
  if (model) return expr.declared(model);
  const declaration = options.newType(options.name);
  declare(context, declaration, { node: event, direction: 'response' });
  return expr.declared(declaration);
}

/** `unwrap` returns `UnwrapWebhookEvent`, `unsafe_unwrap` returns `UnsafeUnwrapWebhookEvent`. */
function unionOfEvents(
  events: readonly expr.TypeExpression[],
  newType: NewType,
  name: string,
): expr.TypeExpression {
  if (events.length === 0) return expr.unknownType;
  const union = newType(name);
  union.body = { kind: 'alias', type: expr.unionOf(events) };
  union.doc = ['All webhook events of the API.'];
  return expr.declared(union);
}
