/** What a method gives back: nothing, a value, a page, a stream or the raw response. */
import type { Content, Method, Response, TypeNode } from '../../../ir/types.ts';
import { structuralHash } from '../../../ir/type-walk.ts';
import { code } from '../code.ts';
import { declare } from '../types/declare.ts';
import type { Declaration } from '../types/declaration.ts';
import * as expr from '../types/expr.ts';
import { type World, flatten, resolveNode } from '../../../plan/world.ts';

export type Result =
  | { readonly kind: 'void' }
  | { readonly kind: 'binary'; readonly content: Content }
  | {
      readonly kind: 'value';
      readonly type: expr.TypeExpression;
      readonly content: Content;
      readonly unwrap: readonly string[];
      /** Another success has no body: `null`. */
      readonly mayBeEmpty: boolean;
      /** Bodies by status, where successes have several: the first is `type`. */
      readonly byStatus: readonly StatusBody[];
    }
  | {
      readonly kind: 'page';
      readonly item: expr.TypeExpression;
      readonly itemName: string;
      readonly scheme: string;
    }
  | {
      readonly kind: 'stream';
      readonly event: expr.TypeExpression;
      readonly plain?: { readonly type: expr.TypeExpression; readonly content: Content };
    };

export interface StatusBody {
  /** `200`, `2XX`. */
  readonly status: string;
  readonly type: expr.TypeExpression;
}

/** Opens a new named type in the file of the resource. */
export type NewType = (name: string) => Declaration;

export function planResult(
  world: World,
  method: Method,
  options: { readonly name: string; readonly newType: NewType },
): Result {
  const response = method.success === undefined ? undefined : method.responses[method.success];
  const content = response?.chosen === undefined ? undefined : response.contents[response.chosen];
  const named = (node: TypeNode): expr.TypeExpression => nameType(world, node, options);
  if (method.streaming) {
    const plain = method.streaming.discriminator && plainContent(response, content);
    if (!plain) return { kind: 'stream', event: named(method.streaming.event) };
    // The name of the method's result is for what comes without a wish.
    const type = plain.kind === 'binary' ? expr.globalType('Response') : named(plain.type);
    const event = nameType(world, method.streaming.event, {
      ...options,
      name: options.name.replace(/Response$/, 'StreamEvent'),
    });
    return { kind: 'stream', event, plain: { type, content: plain } };
  }
  if (!content) return { kind: 'void' };
  if (method.pagination) {
    const item = named(method.pagination.item);
    return { kind: 'page', item, itemName: lastName(item) ?? options.name, scheme: method.pagination.scheme };
  }
  if (content.kind === 'binary') return { kind: 'binary', content };
  if (content.kind === 'event-stream' || content.kind === 'json-lines')
    return { kind: 'stream', event: named(content.itemType ?? content.type) };
  const target = method.unwrap ? unwrapped(world, content.type, method.unwrap) : content.type;
  if (target.kind === 'never') return { kind: 'void' };
  const unwrap = method.unwrap ?? [];
  const mayBeEmpty =
    unwrap.length === 0 && method.responses.some((one) => /^2/.test(one.status) && one.chosen === undefined);
  const type = spelledOut(world, target, named(target));
  return {
    kind: 'value',
    type: mayBeEmpty ? expr.unionOf([type, expr.nullType]) : type,
    content,
    unwrap,
    mayBeEmpty,
    byStatus: unwrap.length > 0 ? [] : bodiesByStatus(world, method, { content, type, ...options }),
  };
}

interface MainBody {
  readonly content: Content;
  readonly type: expr.TypeExpression;
  readonly name: string;
  readonly newType: NewType;
}

/**
 * The method gives the first success; where bodies of others differ, the status of the response tells which
 * one came.
 */
function bodiesByStatus(
  world: World,
  method: Method,
  { content, type, name, newType }: MainBody,
): readonly StatusBody[] {
  const successes = method.responses.filter(
    (one, index) => index === method.success || /^2/.test(one.status),
  );
  const bodies = successes.map((one): StatusBody | undefined => {
    const body = one.chosen === undefined ? undefined : one.contents[one.chosen];
    if (body === undefined) return { status: one.status, type: expr.nullType };
    if (body.kind === content.kind && structuralHash(body.type) === structuralHash(content.type))
      return { status: one.status, type };
    return body.kind === 'json'
      ? { status: one.status, type: nameType(world, body.type, { name: `${name}${one.status}`, newType }) }
      : undefined;
  });
  const known = bodies.filter((one) => one !== undefined);
  return known.some((one) => one.type !== type && one.type !== expr.nullType) ? known : [];
}

/**
 * A result that is just text, or anything, is said to be that: the name, which is exported all the same,
 * would tell nothing.
 */
function spelledOut(world: World, node: TypeNode, name: expr.TypeExpression): expr.TypeExpression {
  const target = resolveNode(world, node);
  if (modelOf(world, node)) return name;
  if (target.kind === 'unknown') return expr.unknownType;
  return target.kind === 'scalar' && target.scalar === 'string' ? expr.text(code`string`) : name;
}

function plainContent(response: Response | undefined, chosen: Content | undefined): Content | undefined {
  const contents = [...(chosen ? [chosen] : []), ...(response?.contents ?? [])];
  return contents.find((one) => one.kind === 'json') ?? contents.find((one) => one.kind === 'binary');
}

/** A model is used as it is; anything else becomes a type named after the method. */
function nameType(
  world: World,
  node: TypeNode,
  options: { readonly name: string; readonly newType: NewType },
): expr.TypeExpression {
  const model = modelOf(world, node);
  if (model) return expr.declared(model);
  // The name is for what there is; that there may be nothing is said where the method gives it.
  const target = resolveNode(world, node);
  if (target.kind === 'nullable' && target.type.kind !== 'union')
    return expr.unionOf([nameType(world, target.type, options), expr.nullType]);
  const declaration = options.newType(options.name);
  declare(world, declaration, node, 'response');
  return expr.declared(declaration);
}

/** The model behind references to schemas that are only references. */
function modelOf(world: World, node: TypeNode): Declaration | undefined {
  let current = node;
  for (let steps = 0; current.kind === 'ref' && steps < 50; steps++) {
    const model = world.models.get(current.id);
    if (model) return model;
    const schema = world.schemas.get(current.id);
    if (!schema) return undefined;
    current = schema.type;
  }
  return current.kind === 'object' &&
    current.bases.length === 1 &&
    current.properties.length === 0 &&
    current.additional === undefined &&
    current.bases[0]
    ? modelOf(world, current.bases[0])
    : undefined;
}

function unwrapped(world: World, node: TypeNode, path: readonly string[]): TypeNode {
  let current = node;
  for (const name of path) {
    const target = resolveNode(world, current);
    const plain = target.kind === 'nullable' ? resolveNode(world, target.type) : target;
    const property =
      plain.kind === 'object' ? flatten(world, plain).properties.find((one) => one.name === name) : undefined;
    if (!property) return current;
    current = property.type;
  }
  return current;
}

export function lastName(type: expr.TypeExpression): string | undefined {
  const only = type.length === 1 ? type[0] : undefined;
  return only?.kind === 'declaration' ? only.declaration.name : undefined;
}
