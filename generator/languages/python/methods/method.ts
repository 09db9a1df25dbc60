/** One operation as the SDK offers it: what is behind its methods, sync and async, its docs and its tests. */
import type { Method } from '../../../ir/types.ts';
import type { PlannedMethod } from '../../../plan/methods.ts';
import type { MethodLayout, ResourceLayout } from '../layout.ts';
import type { OpenModule, TypeModules } from '../modules.ts';
import { declare } from '../types/declare.ts';
import type { Declaration, DeclarationBody, Member } from '../types/declaration.ts';
import * as expr from '../types/expr.ts';
import { STATUS_NAMES } from '../../status-names.ts';
import type { World } from '../types/world.ts';
import { type Argument, type Arguments, declareArguments, memberOf } from './arguments.ts';
import { type Overload, withoutCovered } from './overloads.ts';
import { type Result, declareResult } from './result.ts';

export interface MethodDesign {
  readonly planned: PlannedMethod;
  readonly resource: ResourceLayout;
  readonly layout: MethodLayout;
  readonly method: Method;
  readonly arguments: Arguments;
  /** The dictionary of the arguments that go by name; undefined where there are none. */
  readonly params: Declaration | undefined;
  /** With and without the wish for a stream. */
  readonly wished: { readonly plain: Declaration; readonly streaming: Declaration } | undefined;
  /** The argument that wishes for a stream. */
  readonly wish: Argument | undefined;
  readonly overloads: readonly Overload[];
  readonly result: Result;
  /** Bodies of documented errors by status. */
  readonly errors: readonly { readonly status: string; readonly type: expr.TypeExpression }[];
}

/** Package of error bodies that are no models. */
const ERRORS_PACKAGE = 'types.errors';

export function declareMethod(
  world: World,
  place: {
    readonly resource: ResourceLayout;
    readonly layout: MethodLayout;
    readonly planned: PlannedMethod;
  },
  modules: TypeModules,
): MethodDesign {
  const { resource, planned } = place;
  const { method } = planned;
  const owner = resource.path.length === 0 ? 'Client' : world.names.pascalSingular(resource.resource.key);
  const prefix = `${owner}${world.names.pascal(method.key)}`;
  const result = declareResult(world, planned.result, {
    name: `${prefix}Response`,
    open: (name) => modules.open(resource.types, name),
  });
  let file: OpenModule | undefined;
  // Published Python SDKs call the arguments after the method, whatever `params_type_name` is.
  const params = (): OpenModule => (file ??= modules.open(resource.types, `${prefix}Params`));
  const args = declareArguments(world, planned, params);
  const hasParams = args.keywords.length > 0;
  const wish = wishOf(planned, args);
  const whole = hasParams ? params().root : undefined;
  const wished =
    wish && whole && args.variants.length === 0 ? declareWished(params(), args, wish) : undefined;
  if (whole && !wished)
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
    wished,
    wish,
    overloads: overloadsOf(planned, args, wish),
    result,
    errors: planned.errors.map(({ status, type }) => ({
      status,
      type: errorType(world, type, () => modules.open(ERRORS_PACKAGE, `${prefix}${statusName(status)}`)),
    })),
  };
}

function wishOf({ result, method }: PlannedMethod, args: Arguments): Argument | undefined {
  const tag = method.streaming?.discriminator;
  return result.kind === 'stream' && result.plain && tag
    ? args.keywords.find((keyword) => keyword.wireName === tag.property && keyword.group === tag.in)
    : undefined;
}

/** `XParams = Union[XParamsNonStreaming, XParamsStreaming]`, both over `XParamsBase`. */
function declareWished(
  file: OpenModule,
  args: Arguments,
  wish: Argument,
): NonNullable<MethodDesign['wished']> {
  const { root } = file;
  const base = file.open(`${root.name}Base`);
  const plain = file.open(`${root.name}NonStreaming`);
  const streaming = file.open(`${root.name}Streaming`);
  const others = args.keywords.filter((keyword) => keyword !== wish).map(memberOf);
  base.body = { kind: 'dictionary', bases: [], members: others };
  const own = (pick: Pick<Member, 'type' | 'required'>): DeclarationBody => ({
    kind: 'dictionary',
    bases: [base],
    members: [{ ...memberOf(wish), ...pick }],
  });
  plain.body = own({ type: wishType(wish, false), required: false });
  streaming.body = own({ type: wishType(wish, true), required: true });
  root.body = {
    kind: 'alias',
    type: expr.unionOf([expr.declared(plain), expr.declared(streaming)]),
  };
  return { plain, streaming };
}

const leftOut = (argument: Argument): Argument =>
  argument.group === 'body' ? { ...argument, required: false } : argument;

/** A body that may be left out as a whole, but not in parts: of a single argument its default says so. */
function withOrWithoutBody(args: Arguments): readonly Overload[] {
  const { positional, keywords, variants } = args;
  if (keywords.filter((keyword) => keyword.group === 'body').length < 2) return [];
  const without = keywords.filter((keyword) => keyword.group !== 'body');
  const withBody = variants.length > 0 ? variants.map((variant) => variant.keywords) : [keywords];
  const all = [...withBody, without].map(
    (own): Overload => ({ positional, keywords: own, gives: 'all', required: requiredOf(own) }),
  );
  // Nothing of it must be there at run time.
  return withoutCovered(all).map((overload) => ({ ...overload, required: [] }));
}

const requiredOf = (keywords: readonly Argument[]): readonly string[] =>
  keywords.filter((keyword) => keyword.required).map((keyword) => keyword.name);

const wishType = (wish: Argument, value: boolean): expr.TypeExpression => {
  const type = expr.literalOf([value]);
  return !value && expr.isOptional(wish.type) ? expr.optional(type) : type;
};

function overloadsOf(
  planned: PlannedMethod,
  args: Arguments,
  wish: Argument | undefined,
): readonly Overload[] {
  // Lists can be awaited without being coroutines, and pyright finds none of several such signatures in a
  // wrapper.
  if (planned.result.kind === 'page') return [];
  return planned.arguments.isAbsent && !wish ? withOrWithoutBody(args) : overloadsOfBody(args, wish);
}

function overloadsOfBody(args: Arguments, wish: Argument | undefined): readonly Overload[] {
  if (args.variants.length > 1)
    return withoutCovered(
      args.variants.map(({ positional, keywords }) => ({
        positional,
        keywords,
        gives: 'all' as const,
        required: requiredOf(keywords),
      })),
    );
  if (!wish) return [];
  const { positional } = args;
  const withWish = (type: expr.TypeExpression, isRequired: boolean): readonly Argument[] => {
    const own = { ...wish, type, required: isRequired };
    const others = args.keywords.filter((keyword) => keyword !== wish);
    if (!isRequired) return args.keywords.map((keyword) => (keyword === wish ? own : keyword));
    // Among the required ones of its group, at the place that its name has.
    const at = others.findIndex(
      (argument) =>
        !argument.required || (argument.group === wish.group && isBehind(argument.name, wish.name)),
    );
    return at < 0 ? [...others, own] : [...others.slice(0, at), own, ...others.slice(at)];
  };
  const plain = withWish(wishType(wish, false), false);
  const streaming = withWish(wishType(wish, true), true);
  const either = withWish(expr.builtin('bool'), true);
  return [
    { positional, keywords: plain, gives: 'plain', required: requiredOf(plain) },
    { positional, keywords: streaming, gives: 'stream', required: requiredOf(streaming) },
    { positional, keywords: either, gives: 'all', required: requiredOf(either) },
  ];
}

const isBehind = (name: string, other: string): boolean => name !== 'id' && name !== 'token' && name > other;

/** A text where the body is no JSON; a model; else a type of its own. */
function errorType(world: World, node: TypeNodeOf, open: () => OpenModule): expr.TypeExpression {
  if (node.kind === 'scalar') return expr.text;
  if (node.kind === 'unknown') return expr.anything;
  if (node.kind === 'ref') {
    const model = world.modelFor(node.id, 'response');
    if (model) return expr.declared(model);
  }
  const module = open();
  declare(world, module.root, node, { scope: module, path: '', way: 'response', within: new Map() });
  return expr.declared(module.root);
}

type TypeNodeOf = PlannedMethod['errors'][number]['type'];

const statusName = (status: string): string =>
  `${STATUS_NAMES.get(status) ?? (/^\d/.test(status) ? `Status${status}` : 'Other')}Error`;
