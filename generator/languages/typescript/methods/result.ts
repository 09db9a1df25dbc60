/** What a method gives back as types: the plan's result with the names that it has in the SDK. */
import type { Content, TypeNode } from '../../../ir/types.ts';
import type { Result as PlannedResult, StatusBody as PlannedBody } from '../../../plan/result.ts';
import { modelBehind, resolveNode } from '../../../plan/shapes.ts';
import { code } from '../code.ts';
import { declare } from '../types/declare.ts';
import type { Declaration } from '../types/declaration.ts';
import * as expr from '../types/expr.ts';
import type { World } from '../types/world.ts';

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

interface Naming {
  readonly name: string;
  readonly newType: NewType;
}

export function declareResult(world: World, planned: PlannedResult, options: Naming): Result {
  const named = (node: TypeNode): expr.TypeExpression => nameType(world, node, options);
  switch (planned.kind) {
    case 'void':
    case 'binary':
      return planned;
    case 'stream': {
      const { plain } = planned;
      if (!plain) return { kind: 'stream', event: named(planned.event) };
      // The name of the method's result is for what comes without a wish.
      const type = plain.kind === 'binary' ? expr.globalType('Response') : named(plain.type);
      const name = options.name.replace(/Response$/, 'StreamEvent');
      const event = nameType(world, planned.event, { ...options, name });
      return { kind: 'stream', event, plain: { type, content: plain } };
    }
    case 'page': {
      const item = named(planned.item);
      return { kind: 'page', item, itemName: lastName(item) ?? options.name, scheme: planned.scheme };
    }
    case 'value': {
      const type = spelledOut(world, planned.type, named(planned.type));
      return {
        ...planned,
        type: planned.mayBeEmpty ? expr.unionOf([type, expr.nullType]) : type,
        byStatus: planned.byStatus.map((item) => statusBody(world, item, { ...options, type })),
      };
    }
    default:
      return planned satisfies never;
  }
}

function statusBody(
  world: World,
  { status, body }: PlannedBody,
  { type, name, newType }: Naming & { readonly type: expr.TypeExpression },
): StatusBody {
  if (body === 'main') return { status, type };
  if (body === 'none') return { status, type: expr.nullType };
  return { status, type: nameType(world, body, { name: `${name}${status}`, newType }) };
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

/** A model is used as it is; anything else becomes a type named after the method. */
function nameType(world: World, node: TypeNode, options: Naming): expr.TypeExpression {
  const model = modelOf(world, node);
  if (model) return expr.declared(model);
  // The name is for what there is; that there may be nothing is said where the method gives it.
  const target = resolveNode(world, node);
  if (target.kind === 'nullable' && target.type.kind !== 'union')
    return expr.unionOf([nameType(world, target.type, options), expr.nullType]);
  const declaration = options.newType(options.name);
  declare(world, declaration, { node, direction: 'response' });
  return expr.declared(declaration);
}

const modelOf = (world: World, node: TypeNode): Declaration | undefined =>
  modelBehind(world, node, (id) => world.models.get(id));

export function lastName(type: expr.TypeExpression): string | undefined {
  const only = type.length === 1 ? type[0] : undefined;
  return only?.kind === 'declaration' ? only.declaration.name : undefined;
}
