/** The result types of a method: the plan's result with Python names. */
import type { Content, TypeNode } from '../../../ir/types.ts';
import type { MethodResult as PlannedResult, StatusBody as PlannedBody } from '../../../plan/result.ts';
import { isSameType, modelBehind, resolveNode } from '../../../plan/shapes.ts';
import type { OpenModule } from '../modules.ts';
import { declare } from '../types/declare.ts';
import type { Declaration } from '../types/declaration.ts';
import * as expr from '../types/expr.ts';
import type { TypeContext } from '../types/type-context.ts';

export type PythonResult =
  | { readonly kind: 'void' }
  | { readonly kind: 'binary'; readonly content: Content }
  | {
      readonly kind: 'value';
      readonly type: expr.TypeExpression;
      readonly unwrap: readonly string[];
      /** Bodies by status if successes have different bodies; the first is `type`. */
      readonly byStatus: readonly { readonly status: string; readonly type: expr.TypeExpression }[];
    }
  | { readonly kind: 'page'; readonly item: expr.TypeExpression; readonly scheme: string }
  | {
      readonly kind: 'stream';
      readonly event: expr.TypeExpression;
      readonly plain?: { readonly type: expr.TypeExpression; readonly isBinary: boolean };
    };

interface ResultNaming {
  readonly name: string;
  /** Creates the file of a type. */
  readonly open: (name: string) => OpenModule;
}

export function declareResult(
  context: TypeContext,
  planned: PlannedResult,
  options: ResultNaming,
): PythonResult {
  const named = (node: TypeNode): expr.TypeExpression => nameType(context, node, options);
  switch (planned.kind) {
    case 'void':
    case 'binary':
      return planned;
    case 'stream': {
      const { plain } = planned;
      if (!plain) return { kind: 'stream', event: named(planned.event) };
      // The name of the method's result is used for the result without a stream.
      const isBinary = plain.kind === 'binary';
      const type = isBinary ? expr.none : named(plain.type);
      const name = options.name.replace(/Response$/, 'StreamEvent');
      const isSame = !isBinary && isSameType(plain.type, planned.event);
      const event = isSame ? type : nameType(context, planned.event, { ...options, name });
      return { kind: 'stream', event, plain: { type, isBinary } };
    }
    case 'page':
      return { kind: 'page', item: named(planned.item), scheme: planned.scheme };
    case 'value': {
      const type = spelledOut(context, planned.type, named(planned.type));
      return {
        kind: 'value',
        unwrap: planned.unwrap,
        type: planned.mayBeEmpty ? expr.optional(type) : type,
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
  { type, name, open }: ResultNaming & { readonly type: expr.TypeExpression },
): { readonly status: string; readonly type: expr.TypeExpression } {
  if (body === 'main') return { status, type };
  if (body === 'none') return { status, type: expr.none };
  return { status, type: nameType(context, body, { name: `${name}${status}`, open }) };
}

/** A result that is plain text or unknown is written as such. */
function spelledOut(context: TypeContext, node: TypeNode, name: expr.TypeExpression): expr.TypeExpression {
  const target = resolveNode(context, node);
  if (modelOf(context, node)) return name;
  if (target.kind === 'unknown') return expr.anything;
  return target.kind === 'scalar' && target.scalar === 'string' && target.format === undefined
    ? expr.text
    : name;
}

/** A model is used directly; any other type gets a name derived from the method. */
function nameType(context: TypeContext, node: TypeNode, options: ResultNaming): expr.TypeExpression {
  const model = modelOf(context, node);
  if (model) return expr.declared(model);
  // The name excludes None, which is added where the method returns it.
  const target = resolveNode(context, node);
  if (target.kind === 'nullable' && target.type.kind !== 'union')
    return expr.optional(nameType(context, target.type, options));
  const module = options.open(options.name);
  declare(context, module.root, node, { scope: module, path: '', way: 'response', within: new Map() });
  module.root.doc = [];
  return expr.declared(module.root);
}

const modelOf = (context: TypeContext, node: TypeNode): Declaration | undefined =>
  modelBehind(context, node, (id) => context.modelFor(id, 'response'));
