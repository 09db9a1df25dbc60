/** Types of webhook events, and results of the methods that verify and parse them. */
import type { TypeNode } from '../../ir/types.ts';
import type { SdkPlan } from '../../plan/sdk.ts';
import type { UnwrapPlan } from '../../plan/webhooks.ts';
import type { Layout } from './layout.ts';
import type { TypeModules } from './modules.ts';
import { declare } from './types/declare.ts';
import * as expr from './types/expr.ts';
import type { TypeContext } from './types/type-context.ts';

export interface UnwrapMember extends Pick<UnwrapPlan, 'resource' | 'signing'> {
  /** The name in Python. */
  readonly name: string;
  readonly event: expr.TypeExpression;
}

export function declareWebhooks(
  context: TypeContext,
  { unwraps, events }: Pick<SdkPlan, 'unwraps' | 'events'>,
  { layout, modules }: { readonly layout: Layout; readonly modules: TypeModules },
): readonly UnwrapMember[] {
  const shared = new Map<string, readonly expr.TypeExpression[]>();
  return unwraps.map(({ resource, key, signing, event }) => {
    const place = layout.byPath.get(resource.join('.'))?.types ?? 'types';
    const name = `${context.names.pascal(key)}WebhookEvent`;
    const own = (node: TypeNode, wanted: string): expr.TypeExpression =>
      ownEvent(context, node, { place, name: wanted, modules });
    const member = { resource, signing, name: context.names.snake(key) };
    if (event) return { ...member, event: own(event, name) };
    const all =
      shared.get(place) ??
      events.map(({ webhook, type }) => own(type, `${context.names.pascal(webhook)}WebhookEvent`));
    shared.set(place, all);
    if (all.length === 0) return { ...member, event: expr.anything };
    const { root } = modules.open(place, name);
    root.body = { kind: 'alias', type: expr.unionOf(all) };
    return { ...member, event: expr.declared(root) };
  });
}

function ownEvent(
  context: TypeContext,
  event: TypeNode,
  { place, name, modules }: { readonly place: string; readonly name: string; readonly modules: TypeModules },
): expr.TypeExpression {
  const model = event.kind === 'ref' ? context.modelFor(event.id, 'response') : undefined;
  if (model) return expr.declared(model);
  const module = modules.open(place, name);
  declare(context, module.root, event, { scope: module, path: '', way: 'response', within: new Map() });
  return expr.declared(module.root);
}
