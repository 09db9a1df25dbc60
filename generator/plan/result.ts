/** The result of a method: nothing, a value, a page, a stream or the raw response. */
import { structuralHash } from '../ir/type-walk.ts';
import type { Content, Method, Response, TypeNode } from '../ir/types.ts';
import { type Shapes, flatten, resolveNode } from './shapes.ts';

export type MethodResult =
  | { readonly kind: 'void' }
  | { readonly kind: 'binary'; readonly content: Content }
  | {
      readonly kind: 'value';
      readonly type: TypeNode;
      readonly content: Content;
      readonly unwrap: readonly string[];
      /** True if another success response has no body, so the result may be `null`. */
      readonly mayBeEmpty: boolean;
      /** Bodies by status, if success responses have several. The method returns the `main` body. */
      readonly byStatus: readonly StatusBody[];
    }
  | { readonly kind: 'page'; readonly item: TypeNode; readonly scheme: string }
  | {
      readonly kind: 'stream';
      readonly event: TypeNode;
      /** The result if the caller does not request a stream. */
      readonly plain?: Content;
    };

export interface StatusBody {
  /** `200`, `2XX`. */
  readonly status: string;
  /** `main`: the body that the method returns; `none`: there is no body. */
  readonly body: 'main' | 'none' | TypeNode;
}

export function planResult(shapes: Shapes, method: Method): MethodResult {
  const response = method.success === undefined ? undefined : method.responses[method.success];
  const content = response?.chosen === undefined ? undefined : response.contents[response.chosen];
  if (method.streaming) {
    const plain = method.streaming.discriminator && plainContent(response, content);
    return { kind: 'stream', event: method.streaming.event, ...(plain && { plain }) };
  }
  if (!content) return { kind: 'void' };
  if (method.pagination)
    return { kind: 'page', item: method.pagination.item, scheme: method.pagination.scheme };
  if (content.kind === 'binary') return { kind: 'binary', content };
  if (content.kind === 'event-stream' || content.kind === 'json-lines')
    return { kind: 'stream', event: content.itemType ?? content.type };
  const unwrap = method.unwrap ?? [];
  const type = unwrapped(shapes, content.type, unwrap);
  if (type.kind === 'never') return { kind: 'void' };
  const mayBeEmpty =
    unwrap.length === 0 &&
    method.responses.some((item) => /^2/.test(item.status) && item.chosen === undefined);
  const byStatus = unwrap.length > 0 ? [] : bodiesByStatus(method, content);
  return { kind: 'value', type, content, unwrap, mayBeEmpty, byStatus };
}

/**
 * The method returns the first success response. If the bodies of others differ, the status
 * of the response identifies them.
 */
function bodiesByStatus(method: Method, content: Content): readonly StatusBody[] {
  const successes = method.responses.filter(
    (response, index) => index === method.success || /^2/.test(response.status),
  );
  const bodies = successes.flatMap(({ status, chosen, contents }): readonly StatusBody[] => {
    const own = chosen === undefined ? undefined : contents[chosen];
    if (own === undefined) return [{ status, body: 'none' }];
    if (own.kind === content.kind && structuralHash(own.type) === structuralHash(content.type))
      return [{ status, body: 'main' }];
    return own.kind === 'json' ? [{ status, body: own.type }] : [];
  });
  return bodies.some((body) => typeof body.body === 'object') ? bodies : [];
}

function plainContent(response: Response | undefined, chosen: Content | undefined): Content | undefined {
  const contents = [...(chosen ? [chosen] : []), ...(response?.contents ?? [])];
  return (
    contents.find((content) => content.kind === 'json') ??
    contents.find((content) => content.kind === 'binary')
  );
}

function unwrapped(shapes: Shapes, node: TypeNode, path: readonly string[]): TypeNode {
  let current = node;
  for (const name of path) {
    const target = resolveNode(shapes, current);
    const plain = target.kind === 'nullable' ? resolveNode(shapes, target.type) : target;
    const property =
      plain.kind === 'object'
        ? flatten(shapes, plain).properties.find((item) => item.name === name)
        : undefined;
    if (!property) return current;
    current = property.type;
  }
  return current;
}
