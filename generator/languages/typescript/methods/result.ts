/** The result types of a method: the plan's result with TypeScript names. */
import type { Content, TypeNode } from '../../../ir/types.ts';
import type { MethodResult as PlannedResult, StatusBody as PlannedBody } from '../../../plan/result.ts';
import { modelBehind, resolveNode } from '../../../plan/shapes.ts';
import { code } from '../code.ts';
import { declare } from '../types/declare.ts';
import type { Declaration } from '../types/declaration.ts';
import * as expr from '../types/expr.ts';
import type { TypeContext } from '../types/type-context.ts';

export type TypescriptResult =
  | { readonly kind: 'void' }
  | { readonly kind: 'binary'; readonly content: Content }
  | {
      readonly kind: 'value';
      readonly type: expr.TypeExpression;
      readonly content: Content;
      readonly unwrap: readonly string[];
      /** Another success has no body, and the method returns `null`. */
      readonly mayBeEmpty: boolean;
      /** Bodies by status if successes have different bodies; the first is `type`. */
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
  /** For example `200` or `2XX`. */
  readonly status: string;
  readonly type: expr.TypeExpression;
}

/** Creates a named type in the file of the resource. */
export type NewType = (name: string) => Declaration;

interface ResultNaming {
  readonly name: string;
  readonly newType: NewType;
}

export function declareResult(
  context: TypeContext,
  planned: PlannedResult,
  options: ResultNaming,
): TypescriptResult {
  const named = (node: TypeNode): expr.TypeExpression => nameType(context, node, options);
  switch (planned.kind) {
    case 'void':
    case 'binary':
      return planned;
    case 'stream': {
      const { plain } = planned;
      if (!plain) return { kind: 'stream', event: named(planned.event) };
      // The name of the method's result is used for the result without a stream.
      const type = plain.kind === 'binary' ? expr.globalType('Response') : named(plain.type);
      const name = options.name.replace(/Response$/, 'StreamEvent');
      const event = nameType(context, planned.event, { ...options, name });
      return { kind: 'stream', event, plain: { type, content: plain } };
    }
    case 'page': {
      const item = named(planned.item);
      return { kind: 'page', item, itemName: lastName(item) ?? options.name, scheme: planned.scheme };
    }
    case 'value': {
      const type = spelledOut(context, planned.type, named(planned.type));
      return {
        ...planned,
        type: planned.mayBeEmpty ? expr.unionOf([type, expr.nullType]) : type,
        byStatus: planned.byStatus.map((item) => statusBody(context, item, { ...options, type })),
      };
    }
    default:
      return planned satisfies never;
  }
}

function statusBody(
  context: TypeContext,
  { status, body }: PlannedBody,
  { type, name, newType }: ResultNaming & { readonly type: expr.TypeExpression },
): StatusBody {
  if (body === 'main') return { status, type };
  if (body === 'none') return { status, type: expr.nullType };
  return { status, type: nameType(context, body, { name: `${name}${status}`, newType }) };
}

/** A result that is plain text or unknown is written as such: its exported alias would tell nothing. */
function spelledOut(context: TypeContext, node: TypeNode, name: expr.TypeExpression): expr.TypeExpression {
  const target = resolveNode(context, node);
  if (modelOf(context, node)) return name;
  if (target.kind === 'unknown') return expr.unknownType;
  return target.kind === 'scalar' && target.scalar === 'string' ? expr.text(code`string`) : name;
}

/** A model is used directly; any other type gets a name derived from the method. */
function nameType(context: TypeContext, node: TypeNode, options: ResultNaming): expr.TypeExpression {
  const model = modelOf(context, node);
  if (model) return expr.declared(model);
  // The name excludes null, which is added where the method returns it.
  const target = resolveNode(context, node);
  if (target.kind === 'nullable' && target.type.kind !== 'union')
    return expr.unionOf([nameType(context, target.type, options), expr.nullType]);
  const declaration = options.newType(options.name);
  declare(context, declaration, { node, direction: 'response' });
  return expr.declared(declaration);
}

const modelOf = (context: TypeContext, node: TypeNode): Declaration | undefined =>
  modelBehind(context, node, (id) => context.models.get(id));

export function lastName(type: expr.TypeExpression): string | undefined {
  const only = type.length === 1 ? type[0] : undefined;
  return only?.kind === 'declaration' ? only.declaration.name : undefined;
}
