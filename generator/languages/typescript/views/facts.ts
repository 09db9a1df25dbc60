/**
 * The API as data, for template sets that generate one file per resource or model instead of classes. Types
 * and imports are printed for a file in a folder directly below `src/`.
 */
import type { SecurityScheme } from '../../../ir/types.ts';
import { once } from '../../../lib/once.ts';
import { type Code, code, filePath, identifier, join, stringLiteral } from '../code.ts';
import type { ResourceLayout } from '../layout.ts';
import { planCall } from '../methods/call.ts';
import { positionalNames, variablesOf } from '../methods/variables.ts';
import type { TypescriptMethod } from '../methods/method.ts';
import { type FileScope, createFileScope } from '../file-scope.ts';
import * as expr from '../types/expr.ts';
import { type ErrorsFacts, viewErrors } from './facts-errors.ts';
import { type ModelFacts, modelNames, viewModelFacts } from './facts-models.ts';
import { freeName } from './facts-names.ts';
import { type MockFacts, viewMock } from './facts-mocks.ts';
import { type OperationFacts, viewOperationFacts } from './facts-operations.ts';
import { nameFunctions } from './function.ts';
import { argumentsCode, callCode, overloads, returnsCode, valueType } from './method.ts';
import type { ViewContext } from './resource.ts';

export interface FactsView {
  /** All resources with methods, including the client itself. */
  readonly resources: readonly ResourceFacts[];
  /** All named types, as received and, if different, as sent. */
  readonly models: readonly ModelFacts[];
  /** JSON requests and responses of each operation that has any. */
  readonly operations: readonly OperationFacts[];
  /** OAuth 2.0 flows in which a user signs in (authorization code). */
  readonly signIns: readonly SignInFacts[];
  /** The kinds of errors that the API documents; computed only for template sets that print them. */
  readonly errors: ErrorsFacts;
}

/** All fields are literals. */
export interface SignInFacts {
  /** Name of the security scheme. */
  readonly name: Code;
  readonly authorizationURL: Code;
  readonly tokenURL: Code;
  readonly scopes: readonly Code[];
}

export interface ResourceFacts {
  /** Unique in the SDK, and the stem of a file: `emails-receiving`. */
  readonly id: Code;
  /** The same as an identifier: `emailsReceiving`. */
  readonly name: Code;
  /** For example `client.emails.receiving`. */
  readonly accessor: Code;
  /** The parts of the accessor as literals: `'emails'`, `'receiving'`; none for the client itself. */
  readonly names: readonly Code[];
  readonly className: Code;
  /** For example `'../resources/emails/receiving.ts'`. */
  readonly from: Code;
  /**
   * Imports for the types of arguments and pages. All are needed, because the compiler reports unused
   * imports.
   */
  readonly imports: readonly Code[];
  /** The type of the client, imported by `imports`. */
  readonly client: Code;
  readonly methods: readonly MethodFacts[];
  /** What a mock server answers for each method; computed only for template sets that print it. */
  readonly mocks: ResourceMocks;
  /** The same methods as functions; computed only for template sets that print them. */
  readonly calls: ResourceCalls;
  /** Whether any method is of the kind: `isRead`, `isPaged`, `isAction`. */
  readonly hasReads: boolean;
  readonly hasPages: boolean;
  readonly hasActions: boolean;
}

/**
 * The requests of the methods as functions of the client without resources, for files that are not to pull in
 * the classes of other operations.
 */
export interface ResourceCalls {
  readonly imports: readonly Code[];
  /** Type of the client without resources, imported by `imports`. */
  readonly client: Code;
  readonly methods: readonly CallFacts[];
}

export interface CallFacts extends MethodFacts {
  readonly overloads: readonly { readonly parameters: Code; readonly returns: Code }[];
  /** After the client, with `options` as the last. */
  readonly parameters: Code;
  readonly returns: Code;
  readonly destructure: Code;
  readonly call: Code;
}

export interface ResourceMocks {
  /** What the types of answers need. */
  readonly imports: readonly Code[];
  readonly methods: readonly MockFacts[];
}

export interface MethodFacts {
  /** Unique in the SDK: `emailsReceivingList`. */
  readonly id: Code;
  /** The name in its class: `list`. */
  readonly name: Code;
  /** For example `client.emails.receiving.list`. */
  readonly accessor: Code;
  /** The parts of the accessor as literals: `'emails'`, `'receiving'`, `'list'`. */
  readonly names: readonly Code[];
  /** Literals: `'GET'`, `'/emails/{id}'`. */
  readonly verb: Code;
  readonly path: Code;
  /** A literal: `'void'`, `'binary'`, `'value'`, `'page'` or `'stream'`. */
  readonly resultKind: Code;
  /** A read-only call (GET, HEAD, QUERY) that does not return a stream. */
  readonly isRead: boolean;
  readonly isPaged: boolean;
  readonly isStream: boolean;
  /** Neither read nor paged: it changes data or returns a stream. */
  readonly isAction: boolean;
  readonly isVoid: boolean;
  readonly isBinary: boolean;
  readonly isDeprecated: boolean;
  readonly hasBody: boolean;
  /** In the order of the call, without the options at the end. No name starts with an underscore. */
  readonly arguments: readonly ArgumentFacts[];
  readonly hasArguments: boolean;
  /** The result of the promise; `item` is the type of a page's items, otherwise the same. */
  readonly result: Code;
  readonly item: Code;
}

export interface ArgumentFacts {
  readonly name: Code;
  readonly type: Code;
  readonly isOptional: boolean;
  readonly isPositional: boolean;
}

export function viewFacts(view: ViewContext): FactsView {
  const { sdk } = view;
  const names = modelNames(sdk);
  const methodNames = nameFunctions(sdk);
  const errors = once(() => viewErrors(sdk, view.aliasOf));
  return {
    resources: viewResources(view, methodNames),
    models: viewModelFacts(view, names),
    operations: viewOperationFacts(view, { names, methodNames }),
    signIns: sdk.api.securitySchemes.flatMap((scheme) => (scheme.kind === 'oauth2' ? signInsOf(scheme) : [])),
    get errors() {
      return errors();
    },
  };
}

const signInsOf = ({ name, flows }: SecurityScheme & { readonly kind: 'oauth2' }): readonly SignInFacts[] =>
  flows.flatMap(({ flow, authorizationURL, tokenURL, scopes }) =>
    flow === 'authorization_code' && authorizationURL !== undefined && tokenURL !== undefined
      ? [
          {
            name: stringLiteral(name),
            authorizationURL: stringLiteral(authorizationURL),
            tokenURL: stringLiteral(tokenURL),
            scopes: scopes.map((scope) => stringLiteral(scope.name)),
          },
        ]
      : [],
  );

type MethodNames = ReturnType<typeof nameFunctions>;

function viewResources(view: ViewContext, methodNames: MethodNames): readonly ResourceFacts[] {
  const { sdk } = view;
  const taken = new Set<string>();
  return [sdk.layout.root, ...sdk.layout.all].flatMap((layout) => {
    const plans = sdk.methodsOf.get(layout) ?? [];
    return plans.length === 0 ? [] : [viewResourceFacts(view, { layout, plans, taken, methodNames })];
  });
}

function viewResourceFacts(
  view: ViewContext,
  place: {
    readonly layout: ResourceLayout;
    readonly plans: readonly TypescriptMethod[];
    readonly taken: Set<string>;
    readonly methodNames: MethodNames;
  },
): ResourceFacts {
  const { sdk, client } = view;
  const { layout } = place;
  const words = layout.path.length === 0 ? 'client' : layout.path.join('_');
  const { id, name } = freeName(sdk, words, place.taken);
  const scope = createFileScope({
    module: `facts/${id}`,
    declarations: [],
    names: [],
    aliasOf: view.aliasOf,
  });
  const clientType = scope.print(expr.runtimeType(client.className, 'client'));
  const methods = place.plans.map((plan) =>
    viewMethodFacts(view, scope, { plan, client: clientType, ...place }),
  );
  let mocks: ResourceMocks | undefined;
  let calls: ResourceCalls | undefined;
  return {
    id: filePath(id),
    name: identifier(name),
    accessor: join([code`client`, ...layout.properties.map(identifier)], '.'),
    names: layout.properties.map(stringLiteral),
    className: identifier(layout.path.length === 0 ? client.className : layout.className),
    from: stringLiteral(`../${layout.path.length === 0 ? 'client' : layout.module}.ts`),
    imports: scope.imports(),
    client: clientType,
    methods,
    get mocks() {
      return (mocks ??= viewResourceMocks(view, { layout, plans: place.plans, id }));
    },
    get calls() {
      return (calls ??= viewResourceCalls(view, { ...place, id }));
    },
    hasReads: methods.some((method) => method.isRead),
    hasPages: methods.some((method) => method.isPaged),
    hasActions: methods.some((method) => method.isAction),
  };
}

function viewResourceCalls(
  view: ViewContext,
  place: {
    readonly layout: ResourceLayout;
    readonly plans: readonly TypescriptMethod[];
    readonly methodNames: MethodNames;
    readonly id: string;
  },
): ResourceCalls {
  const { context } = view;
  const idOf = (plan: TypescriptMethod): string => place.methodNames.get(plan)?.name ?? plan.layout.name;
  const scope = createFileScope({
    module: `calls/${place.id}`,
    declarations: [],
    names: [...place.plans.map((plan) => `_${idOf(plan)}`), ...variablesOf(context.names, place.plans)],
    aliasOf: view.aliasOf,
  });
  const client = scope.print(expr.runtimeType(view.client.coreName, 'core'));
  const receiver = code`client`;
  const methods = place.plans.map((plan): CallFacts => {
    const call = planCall(plan, context);
    return {
      ...viewMethodFacts(view, scope, { ...place, plan, client }),
      overloads: overloads(plan).map((overload) => ({
        parameters: argumentsCode(scope, plan, context, overload),
        returns: returnsCode(scope, plan, context, overload),
      })),
      parameters: argumentsCode(scope, plan, context, {}),
      returns: returnsCode(scope, plan, context, {}),
      destructure: scope.print(call.destructure, { receiver }),
      call: callCode(scope, plan, call, { context, receiver }),
    };
  });
  return { imports: scope.imports(), client, methods };
}

function viewResourceMocks(
  view: ViewContext,
  place: {
    readonly layout: ResourceLayout;
    readonly plans: readonly TypescriptMethod[];
    readonly id: string;
  },
): ResourceMocks {
  const scope = createFileScope({
    module: `mocks/${place.id}`,
    declarations: [],
    names: [],
    aliasOf: view.aliasOf,
  });
  const methods = place.plans.map((plan) =>
    viewMock(view.sdk, scope, { plan, names: [...place.layout.properties, plan.layout.name] }),
  );
  return { imports: scope.imports(), methods };
}

function viewMethodFacts(
  view: ViewContext,
  scope: FileScope,
  place: {
    readonly plan: TypescriptMethod;
    readonly layout: ResourceLayout;
    readonly methodNames: MethodNames;
    readonly client: Code;
  },
): MethodFacts {
  const { plan, layout } = place;
  const { method, result } = plan;
  const names = [...layout.properties, plan.layout.name];
  const verb = method.sentVerb ?? method.verb.toUpperCase();
  const isStream = result.kind === 'stream';
  const isPaged = result.kind === 'page';
  const isRead = !isStream && ['GET', 'HEAD', 'QUERY'].includes(verb);
  const args = argumentFacts(view, scope, plan);
  // Only pages need a name; other types are derived from the method without an import.
  const views = isPaged ? scope.print(valueType(plan, view.context)) : resultOf(place.client, names);
  return {
    id: identifier(place.methodNames.get(plan)?.name ?? plan.layout.name),
    name: identifier(plan.layout.name),
    accessor: join([code`client`, ...names.map(identifier)], '.'),
    names: names.map(stringLiteral),
    verb: stringLiteral(verb),
    path: stringLiteral(method.path),
    resultKind: stringLiteral(result.kind),
    isRead,
    isPaged,
    isStream,
    isAction: !isPaged && !isRead,
    isVoid: result.kind === 'void',
    isBinary: result.kind === 'binary',
    isDeprecated: method.deprecated !== undefined,
    hasBody: plan.arguments.body.kind !== 'none',
    arguments: args,
    hasArguments: args.length > 0,
    result: views,
    item: result.kind === 'page' ? scope.print(result.item) : views,
  };
}

/** For example `Awaited<ReturnType<Client['emails']['send']>>`. */
const resultOf = (client: Code, names: readonly string[]): Code =>
  code`Awaited<ReturnType<${client}${join(
    names.map((name) => code`[${stringLiteral(name)}]`),
    '',
  )}>>`;

function argumentFacts(
  view: ViewContext,
  scope: FileScope,
  plan: TypescriptMethod,
): readonly ArgumentFacts[] {
  const positional = positionalNames(view.context.names, plan).map(({ variable, type }) => ({
    name: identifier(variable.startsWith('_') ? `arg${variable}` : variable),
    type: scope.print(type),
    isOptional: false,
    isPositional: true,
  }));
  const { kind, optional } = plan.arguments;
  if (kind === 'none' || !plan.params) return positional;
  const type = scope.print(plan.params);
  return [...positional, { name: identifier(kind), type, isOptional: optional, isPositional: false }];
}
