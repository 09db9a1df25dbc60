/** A method for templates: signatures and one return statement. */
import {
  type Code,
  access,
  code,
  docComment,
  empty,
  identifier,
  join,
  numberLiteral,
  propertyKey,
  stringLiteral,
} from '../code.ts';
import { methodDoc } from '../docs.ts';
import { type CallContext, type CallPlan, planCall } from '../methods/call.ts';
import { positionalNames } from '../methods/variables.ts';
import type { TypescriptMethod } from '../methods/method.ts';
import { isRawBody } from '../../../plan/arguments.ts';
import { type PageClass, PAGES_MODULE, pageOf } from '../pages.ts';
import { paramLines, throwsLines } from '../hover.ts';
import type { FileScope } from '../file-scope.ts';
import { type Declaration } from '../types/declaration.ts';
import * as expr from '../types/expr.ts';

export interface MethodView {
  readonly doc: Code;
  readonly name: Code;
  readonly overloads: readonly { readonly arguments: Code; readonly returns: Code }[];
  readonly arguments: Code;
  readonly returns: Code;
  /** `{ id, ...body } = params`, or empty. */
  readonly destructure: Code;
  readonly call: Code;
}

export interface MethodContext extends CallContext {
  readonly pages: readonly PageClass[];
  /** Alias of a page class for an item, in the file of a resource. */
  readonly pageAlias: (plan: TypescriptMethod) => Declaration | undefined;
  readonly examples: (plan: TypescriptMethod) => readonly string[];
}

/** The method in its class: uses `this._client`, or `this` if the class is the client. */
export function viewMethod(scope: FileScope, plan: TypescriptMethod, context: MethodContext): MethodView {
  const receiver = plan.resource.path.length === 0 ? code`this` : code`this._client`;
  const call = planCall(plan, context);
  return {
    doc: docComment(
      methodDoc(plan.method, context.examples(plan), [
        ...statusLines(scope, plan),
        ...paramLines(positionalNames(context.names, plan)),
        ...throwsLines(plan.method),
      ]),
    ),
    name: identifier(plan.layout.name),
    overloads: overloads(plan).map((overload) => ({
      arguments: argumentsCode(scope, plan, context, overload),
      returns: returnsCode(scope, plan, context, overload),
    })),
    arguments: argumentsCode(scope, plan, context, {}),
    returns: returnsCode(scope, plan, context, {}),
    destructure: scope.print(call.destructure, { receiver }),
    call: callCode(scope, plan, call, { context, receiver }),
  };
}

/** Lists the body for each status, if successes have different bodies. */
function statusLines(scope: FileScope, { result }: TypescriptMethod): readonly string[] {
  if (result.kind !== 'value') return [];
  const [, ...others] = result.byStatus.filter((statusBody) => statusBody.type !== expr.nullType);
  return others.map(
    ({ status, type }) =>
      `Status ${status} returns \`${scope.print(type)}\`; use \`withResponse()\` to get the status.`,
  );
}

interface Overload {
  readonly argument?: expr.TypeExpression;
  readonly result?: 'plain' | 'stream';
}

export function overloads(plan: TypescriptMethod): readonly Overload[] {
  if (!plan.overloads || plan.result.kind !== 'stream' || !plan.result.plain) return [];
  return [
    { argument: plan.overloads.plain, result: 'plain' },
    { argument: plan.overloads.streaming, result: 'stream' },
    { argument: plan.overloads.base },
  ];
}

export function argumentsCode(
  scope: FileScope,
  plan: TypescriptMethod,
  context: CallContext,
  overload: Overload,
): Code {
  const list = positionalNames(context.names, plan).map(
    (positionalName) => code`${identifier(positionalName.variable)}: ${scope.print(positionalName.type)}`,
  );
  const { kind, optional } = plan.arguments;
  const type = overload.argument ?? plan.params;
  if (kind !== 'none' && type) {
    const views = scope.print(type);
    // An overload has no body, so its optional argument cannot have a default.
    const isSignature =
      overload.argument !== undefined || plan.arguments.isAbsent || isRawBody(plan.arguments.body);
    list.push(
      optional
        ? isSignature
          ? code`${identifier(kind)}?: ${views} | null`
          : code`${identifier(kind)}: ${views} | null | undefined = {}`
        : code`${identifier(kind)}: ${views}`,
    );
  }
  list.push(code`options?: ${scope.print(expr.runtimeType('RequestOptions', 'internal/request-options'))}`);
  return join(list, ', ');
}

/** The result inside the promise. */
export function valueType(
  plan: TypescriptMethod,
  context: MethodContext,
  overload: Overload = {},
): expr.TypeExpression {
  const { result } = plan;
  switch (result.kind) {
    case 'void':
      return expr.text(code`void`);
    case 'binary':
      return expr.globalType('Response');
    case 'value':
      return result.type;
    case 'page': {
      const alias = context.pageAlias(plan);
      return alias ? expr.declared(alias) : expr.unknownType;
    }
    case 'stream': {
      const stream = expr.generic(expr.runtimeType('Stream', 'streaming'), result.event);
      if (!result.plain || overload.result === 'stream') return stream;
      return overload.result === 'plain' ? result.plain.type : expr.unionOf([stream, result.plain.type]);
    }
    default:
      return result satisfies never;
  }
}

export const errorHole = (plan: TypescriptMethod): readonly expr.TypeExpression[] =>
  plan.errors ? [expr.declared(plan.errors)] : [];

/**
 * Type arguments for errors by status, and for bodies by status if successes have different bodies. A range
 * of statuses does not distinguish bodies.
 */
function statusHole(plan: TypescriptMethod): readonly expr.TypeExpression[] {
  const bodies = plan.result.kind === 'value' ? plan.result.byStatus : [];
  if (bodies.length === 0 || !bodies.every((body) => /^\d{3}$/.test(body.status))) return errorHole(plan);
  const members = bodies.map(({ status, type }) => [
    ...expr.text(code`${numberLiteral(Number(status))}: `),
    ...type,
  ]);
  const map = [...expr.text(code`{ `), ...expr.separated(members, code`; `), ...expr.text(code` }`)];
  return [plan.errors ? expr.declared(plan.errors) : expr.unknownType, map];
}

export function returnsCode(
  scope: FileScope,
  plan: TypescriptMethod,
  context: MethodContext,
  overload: Overload,
): Code {
  const value = valueType(plan, context, overload);
  return scope.print(
    plan.result.kind === 'page'
      ? expr.generic(
          expr.runtimeType('PagePromise', 'pagination'),
          value,
          plan.result.item,
          ...errorHole(plan),
        )
      : expr.generic(expr.runtimeType('APIPromise', 'api-promise'), value, ...statusHole(plan)),
  );
}

export function callCode(
  scope: FileScope,
  plan: TypescriptMethod,
  call: CallPlan,
  where: { readonly context: MethodContext; readonly receiver: Code },
): Code {
  const { receiver, context } = where;
  const print = (typeExpression: expr.TypeExpression): Code => scope.print(typeExpression, { receiver });
  const path = print(call.path);
  const options = print(call.options);
  const verb = stringLiteral(call.verb);
  const merged = options === '' ? code`...options` : code`...${options}`;
  if (plan.result.kind === 'page') {
    const page = pageOf(context.pages, plan.result.scheme);
    const pageClass = page
      ? print(expr.generic(expr.runtimeValue(page.className, PAGES_MODULE), plan.result.item))
      : empty;
    return call.verb === 'get'
      ? code`${receiver}.getAPIList(${join([path, pageClass, options === '' ? code`options` : options], ', ')})`
      : code`${receiver}.requestAPIList(${pageClass}, { method: ${verb}, path: ${path}, ${merged} })`;
  }
  const request = call.hasVerb
    ? code`${receiver}.${identifier(call.verb)}(${join([path, options === '' ? code`options` : options], ', ')})`
    : code`${receiver}.request({ method: ${verb}, path: ${path}, ${merged} })`;
  if (plan.result.kind === 'stream' && plan.result.plain)
    return code`${request} as ${returnsCode(scope, plan, context, {})}`;
  if (plan.result.kind !== 'value' || plan.result.unwrap.length === 0) return request;
  const wrapped = plan.result.unwrap.reduceRight<Code>(
    (inner, name) => code`{ ${propertyKey(name)}: ${inner} }`,
    print(plan.result.type),
  );
  const returned = scope.print(
    expr.generic(expr.runtimeType('APIPromise', 'api-promise'), expr.text(wrapped), ...errorHole(plan)),
  );
  return code`(${request} as ${returned})._thenUnwrap((whole) => whole${join(plan.result.unwrap.map(access), '')})`;
}
