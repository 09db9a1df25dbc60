/** One operation in the SDK: the common source of its class method, function, docs and tests. */
import type { Method, Parameter } from '../../../ir/types.ts';
import type { Arguments } from '../../../plan/arguments.ts';
import type { PlannedMethod } from '../../../plan/methods.ts';
import type { MethodLayout, ResourceLayout } from '../layout.ts';
import { declare, expression } from '../types/declare.ts';
import { type Declaration, createDeclaration } from '../types/declaration.ts';
import * as expr from '../types/expr.ts';
import type { TypeContext } from '../types/type-context.ts';
import { declareErrors } from './errors-type.ts';
import { declareParams } from './params-type.ts';
import type { MethodValues, ValueCode } from '../values/code.ts';
import { type NewType, type TypescriptResult, declareResult } from './result.ts';

export interface TypescriptMethod {
  /** Its behaviour, independent of the language. */
  readonly planned: PlannedMethod;
  readonly resource: ResourceLayout;
  readonly layout: MethodLayout;
  readonly method: Method;
  /** Prefix of its types: `ServerList`. */
  readonly prefix: string;
  readonly arguments: Arguments;
  /** Type of the argument after the positional arguments. */
  readonly params: expr.TypeExpression | undefined;
  /** Types of the argument in each overload, for a method whose body has a streaming flag. */
  readonly overloads:
    | {
        readonly plain: expr.TypeExpression;
        readonly streaming: expr.TypeExpression;
        readonly base: expr.TypeExpression;
      }
    | undefined;
  readonly positional: readonly { readonly parameter: Parameter; readonly type: expr.TypeExpression }[];
  readonly result: TypescriptResult;
  /** Bodies of documented errors by status. */
  readonly errors: Declaration | undefined;
  /** Converts scalars of bodies and events; undefined if the SDK converts none. */
  readonly values: MethodValues | undefined;
}

/** Create new types in the file of a resource, by purpose. */
export interface Openers {
  readonly response: NewType;
  readonly params: NewType;
  readonly errors: NewType;
}

export function declareMethod(
  contexts: {
    readonly context: TypeContext;
    readonly errorContext: TypeContext;
    readonly values: ValueCode | undefined;
  },
  place: {
    readonly resource: ResourceLayout;
    readonly layout: MethodLayout;
    readonly planned: PlannedMethod;
  },
  openers: Openers,
): TypescriptMethod {
  const { context, errorContext, values } = contexts;
  const { method, arguments: args } = place.planned;
  const resourceName =
    place.resource.path.length === 0 ? '' : context.names.pascalSingular(place.resource.resource.key);
  const prefix = `${resourceName}${context.names.pascal(method.key)}`;
  const result = declareResult(context, place.planned.result, {
    name: `${prefix}Response`,
    newType: openers.response,
  });
  const params =
    args.kind === 'none'
      ? undefined
      : declareParams(context, method, { prefix, args, newType: openers.params });
  return {
    ...place,
    method,
    prefix,
    arguments: args,
    params: params?.type,
    overloads: params?.overloads,
    positional: args.positional.map((parameter) => ({
      parameter,
      type: positionalType(context, parameter, {
        prefix,
        module: place.resource.module,
        newType: openers.params,
      }),
    })),
    result,
    values: values?.ofMethod(method, place.planned.result),
    errors: declareErrors(errorContext, place.planned.errors, {
      name: `${prefix}Errors`,
      newType: openers.errors,
    }),
  };
}

/** Usually a scalar, printed inline; a type with nested types gets a name. */
function positionalType(
  context: TypeContext,
  parameter: Parameter,
  options: { readonly prefix: string; readonly module: string; readonly newType: NewType },
): expr.TypeExpression {
  const trial = createDeclaration({ name: options.prefix, module: options.module });
  const inline = expression(context, parameter.type, {
    owner: trial,
    hint: 'Value',
    direction: 'request',
    within: new Map(),
  });
  if (trial.nested.length === 0) return inline;
  const declaration = options.newType(`${options.prefix}${context.names.pascal(parameter.name)}`);
  declare(context, declaration, { node: parameter.type, direction: 'request' });
  return expr.declared(declaration);
}
