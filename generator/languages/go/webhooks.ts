/** Methods that verify and parse webhooks, and the union of all events. */
import type { TypeNode } from '../../ir/types.ts';
import { verificationAdvice } from '../prose.ts';
import { type Declarer, anything } from './context.ts';
import type { GoLayout, Service } from './layout.ts';
import { createScope } from './names.ts';
import type { GoType, Site } from './types.ts';

export interface GoUnwrap {
  readonly service: Service;
  readonly name: string;
  readonly event: GoType;
  /** Client option with the key; 'given' if the caller passes it; undefined if nothing is verified. */
  readonly key: 'given' | { readonly option: string } | undefined;
  readonly advice: string;
}

export function declareUnwraps(declarer: Declarer, layout: GoLayout): readonly GoUnwrap[] {
  const { plan, names } = declarer;
  const shared = new Map<string, GoType>();
  return plan.unwraps.flatMap(({ resource, key, event, signing }): readonly GoUnwrap[] => {
    const service = layout.byPath.get(resource.join('.'));
    if (service === undefined) return [];
    const taken = createScope(service.methods.map((method) => method.name));
    const path = `${names.pascal(key)}WebhookEvent`;
    const site: Site = {
      path,
      way: 'response',
      file: service.file,
      depth: 0,
      ending: '',
      within: new Map(),
    };
    const own = (node: TypeNode, name: string): TypeNode =>
      node.kind === 'object' ? { ...node, typeName: name } : node;
    const all = (): GoType => {
      const members = plan.events.map(({ webhook, type }) => own(type, `${webhook} webhook event`));
      const [first] = members;
      const found =
        shared.get('') ??
        (first === undefined
          ? anything
          : declarer.typeOf({ kind: 'union', mode: 'oneOf', members, origin: first.origin }, site));
      shared.set('', found);
      return found;
    };
    return [
      {
        service,
        name: taken.free(names.pascal(key)),
        event: event === undefined ? all() : declarer.typeOf(own(event, `${key} webhook event`), site),
        key:
          signing.kind === 'none'
            ? undefined
            : signing.kind === 'given'
              ? 'given'
              : { option: signing.option },
        advice: signing.kind === 'none' ? verificationAdvice(signing.headers) : '',
      },
    ];
  });
}
