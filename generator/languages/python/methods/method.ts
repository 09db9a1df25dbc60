/**
 * One operation in the SDK: the source of its synchronous and asynchronous methods, its docs and its tests.
 */
import type { Method } from '../../../ir/types.ts';
import type { PlannedMethod } from '../../../plan/methods.ts';
import type { MethodLayout, ResourceLayout } from '../layout.ts';
import type { OpenModule, TypeModules } from '../modules.ts';
import { declare } from '../types/declare.ts';
import type { Declaration, DeclarationBody, Member } from '../types/declaration.ts';
import * as expr from '../types/expr.ts';
import { STATUS_NAMES } from '../../status-names.ts';
import type { TypeContext } from '../types/type-context.ts';
import { type Argument, type Arguments, declareArguments, memberOf } from './arguments.ts';
import { type Overload, withoutCovered } from './overloads.ts';
import { type PythonResult, declareResult } from './result.ts';

export interface PythonMethod {
  readonly planned: PlannedMethod;
  readonly resource: ResourceLayout;
  readonly layout: MethodLayout;
  readonly method: Method;
  readonly arguments: Arguments;
  /** The dictionary type of the keyword arguments; undefined if there are none. */
  readonly params: Declaration | undefined;
  /** Types with and without the streaming flag. */
  readonly streamParams: { readonly plain: Declaration; readonly streaming: Declaration } | undefined;
  /** The argument that requests a stream. */
  readonly streamFlag: Argument | undefined;
  readonly overloads: readonly Overload[];
  readonly result: PythonResult;
  /** Bodies of documented errors by status. */
  readonly errors: readonly { readonly status: string; readonly type: expr.TypeExpression }[];
}

/** Package of error bodies that are not models. */
const ERRORS_PACKAGE = 'types.errors';

export function declareMethod(
  context: TypeContext,
  place: {
    readonly resource: ResourceLayout;
    readonly layout: MethodLayout;
    readonly planned: PlannedMethod;
  },
  modules: TypeModules,
): PythonMethod {
  const { resource, planned } = place;
  const { method } = planned;
  const owner = resource.path.length === 0 ? 'Client' : context.names.pascalSingular(resource.resource.key);
  const prefix = `${owner}${context.names.pascal(method.key)}`;
  const result = declareResult(context, planned.result, {
    name: `${prefix}Response`,
    open: (name) => modules.open(resource.types, name),
  });
  let file: OpenModule | undefined;
  // Published Python SDKs name the params type after the method, whatever `params_type_name` is.
  const params = (): OpenModule => (file ??= modules.open(resource.types, `${prefix}Params`));
  const args = declareArguments(context, planned, params);
  const hasParams = args.keywords.length > 0;
  const option = streamFlagOf(planned, args);
  const whole = hasParams ? params().root : undefined;
  const requested =
    option && whole && args.variants.length === 0 ? declareStreamParams(params(), args, option) : undefined;
  if (whole && !requested)
    whole.body =
      args.variants.length > 0
        ? {
            kind: 'alias',
            type: expr.unionOf(args.variants.map((variant) => expr.declared(variant.declaration))),
          }
        : { kind: 'dictionary', bases: [], members: args.keywords.map(memberOf) };
  return {
    ...place,
    method,
    arguments: planned.arguments.isAbsent ? { ...args, keywords: args.keywords.map(leftOut) } : args,
    params: whole,
    streamParams: requested,
    streamFlag: option,
    overloads: overloadsOf(planned, args, option),
    result,
    errors: planned.errors.map(({ status, type }) => ({
      status,
      type: errorType(context, type, () => modules.open(ERRORS_PACKAGE, `${prefix}${statusName(status)}`)),
    })),
  };
}

function streamFlagOf({ result, method }: PlannedMethod, args: Arguments): Argument | undefined {
  const tag = method.streaming?.discriminator;
  return result.kind === 'stream' && result.plain && tag
    ? args.keywords.find((keyword) => keyword.wireName === tag.property && keyword.group === tag.in)
    : undefined;
}

/** `XParams = Union[XParamsNonStreaming, XParamsStreaming]`, both based on `XParamsBase`. */
function declareStreamParams(
  file: OpenModule,
  args: Arguments,
  option: Argument,
): NonNullable<PythonMethod['streamParams']> {
  const { root } = file;
  const base = file.open(`${root.name}Base`);
  const plain = file.open(`${root.name}NonStreaming`);
  const streaming = file.open(`${root.name}Streaming`);
  const others = args.keywords.filter((keyword) => keyword !== option).map(memberOf);
  base.body = { kind: 'dictionary', bases: [], members: others };
  const own = (pick: Pick<Member, 'type' | 'required'>): DeclarationBody => ({
    kind: 'dictionary',
    bases: [base],
    members: [{ ...memberOf(option), ...pick }],
  });
  plain.body = own({ type: flagType(option, false), required: false });
  streaming.body = own({ type: flagType(option, true), required: true });
  root.body = {
    kind: 'alias',
    type: expr.unionOf([expr.declared(plain), expr.declared(streaming)]),
  };
  return { plain, streaming };
}

const leftOut = (argument: Argument): Argument =>
  argument.group === 'body' ? { ...argument, required: false } : argument;

/**
 * Overloads for a body that may be omitted as a whole but not in part. For a single argument, its default is
 * sufficient.
 */
function withOrWithoutBody(args: Arguments): readonly Overload[] {
  const { positional, keywords, variants } = args;
  if (keywords.filter((keyword) => keyword.group === 'body').length < 2) return [];
  const without = keywords.filter((keyword) => keyword.group !== 'body');
  const withBody = variants.length > 0 ? variants.map((variant) => variant.keywords) : [keywords];
  const all = [...withBody, without].map(
    (own): Overload => ({ positional, keywords: own, gives: 'all', required: requiredOf(own) }),
  );
  // No argument is required at run time.
  return withoutCovered(all).map((overload) => ({ ...overload, required: [] }));
}

const requiredOf = (keywords: readonly Argument[]): readonly string[] =>
  keywords.filter((keyword) => keyword.required).map((keyword) => keyword.name);

const flagType = (option: Argument, value: boolean): expr.TypeExpression => {
  const type = expr.literalOf([value]);
  return !value && expr.isOptional(option.type) ? expr.optional(type) : type;
};

function overloadsOf(
  planned: PlannedMethod,
  args: Arguments,
  option: Argument | undefined,
): readonly Overload[] {
  // Methods that return pages can be awaited but are not coroutines, and pyright cannot resolve several such
  // signatures in a wrapper.
  if (planned.result.kind === 'page') return [];
  return planned.arguments.isAbsent && !option ? withOrWithoutBody(args) : overloadsOfBody(args, option);
}

function overloadsOfBody(args: Arguments, option: Argument | undefined): readonly Overload[] {
  if (args.variants.length > 1)
    return withoutCovered(
      args.variants.map(({ positional, keywords }) => ({
        positional,
        keywords,
        gives: 'all' as const,
        required: requiredOf(keywords),
      })),
    );
  if (!option) return [];
  const { positional } = args;
  const withFlag = (type: expr.TypeExpression, isRequired: boolean): readonly Argument[] => {
    const own = { ...option, type, required: isRequired };
    const others = args.keywords.filter((keyword) => keyword !== option);
    if (!isRequired) return args.keywords.map((keyword) => (keyword === option ? own : keyword));
    // At the position of its name among the required arguments of its group.
    const at = others.findIndex(
      (argument) =>
        !argument.required || (argument.group === option.group && isBehind(argument.name, option.name)),
    );
    return at < 0 ? [...others, own] : [...others.slice(0, at), own, ...others.slice(at)];
  };
  const plain = withFlag(flagType(option, false), false);
  const streaming = withFlag(flagType(option, true), true);
  const either = withFlag(expr.builtin('bool'), true);
  return [
    { positional, keywords: plain, gives: 'plain', required: requiredOf(plain) },
    { positional, keywords: streaming, gives: 'stream', required: requiredOf(streaming) },
    { positional, keywords: either, gives: 'all', required: requiredOf(either) },
  ];
}

const isBehind = (name: string, other: string): boolean => name !== 'id' && name !== 'token' && name > other;

/** A string if the body is not JSON, a model, or a new type. */
function errorType(context: TypeContext, node: TypeNodeOf, open: () => OpenModule): expr.TypeExpression {
  if (node.kind === 'scalar') return expr.text;
  if (node.kind === 'unknown') return expr.anything;
  if (node.kind === 'ref') {
    const model = context.modelFor(node.id, 'response');
    if (model) return expr.declared(model);
  }
  const module = open();
  declare(context, module.root, node, { scope: module, path: '', way: 'response', within: new Map() });
  return expr.declared(module.root);
}

type TypeNodeOf = PlannedMethod['errors'][number]['type'];

const statusName = (status: string): string =>
  `${STATUS_NAMES.get(status) ?? (/^\d/.test(status) ? `Status${status}` : 'Other')}Error`;
