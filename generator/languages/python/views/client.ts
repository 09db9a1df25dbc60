/** The client's file for templates. */
import {
  type ClientMember,
  authEntries,
  clientMembers,
  environmentsOf,
  fallbackOf,
  headerDefaults,
  mustBeGiven,
  optionType,
  sentAs,
  settings,
  urlCode,
  urlText,
} from '../client.ts';
import { rootErrorName } from '../client-name.ts';
import { type Code, code, docstring, empty, identifier, join, stringLiteral, valueLiteral } from '../code.ts';
import { proseLines, wrap } from '../docs.ts';
import { withoutArticle } from '../../package-data.ts';
import * as part from '../fragment.ts';
import type { Colour } from '../methods/returns.ts';
import { inImportOrder } from '../imports.ts';
import { type FileScope, createFileScope } from '../file-scope.ts';
import type { PythonSdk } from '../sdk.ts';
import * as expr from '../types/expr.ts';
import { type MethodView, methodView } from './method.ts';
import { namesOfClient } from './required-names.ts';
import {
  type ChildView,
  type UnwrapView,
  type WrapperView,
  argumentNames,
  childView,
  contextOf,
  inModuleOrder,
  unwrapsOf,
  wrappersOf,
} from './resource.ts';

export interface ClientView {
  readonly name: Code;
  readonly asyncName: Code;
  readonly errorName: Code;
  readonly envPrefix: Code;
  readonly baseURLEnv: Code;
  readonly imports: Code;
  readonly classes: readonly ClientClassView[];
  readonly children: readonly ChildView[];
  readonly hasChildren: boolean;
  readonly childImports: readonly ChildView[];
  readonly hasEnvironments: boolean;
  readonly environments: readonly {
    readonly name: Code;
    /** With client options filled in. */
    readonly url: Code;
    readonly text: Code;
  }[];
  readonly environmentType: Code;
  readonly firstEnvironment: Code;
  readonly hasServers: boolean;
  readonly hasTimeout: boolean;
  readonly hasMaxRetries: boolean;
  readonly timeout: Code;
  readonly maxRetries: Code;
  /** Exports of the package from this file. */
  readonly exported: readonly Code[];
}

export interface ClientClassView {
  readonly name: Code;
  readonly isAsync: boolean;
  readonly base: Code;
  readonly httpClient: Code;
  readonly doc: Code;
  readonly options: readonly OptionView[];
  readonly hasOptions: boolean;
  readonly settings: readonly Code[];
  readonly baseURL: Code;
  readonly hasAuth: boolean;
  /** Decorators under the names used in the file, because a resource may have the name of a decorator. */
  readonly property: Code;
  readonly override: Code;
  readonly auth: Code;
  readonly hasHeaders: boolean;
  readonly headers: Code;
  readonly hasQuery: boolean;
  readonly query: Code;
  readonly children: readonly ChildView[];
  readonly methods: readonly MethodView[];
  readonly unwraps: readonly UnwrapView[];
  readonly wrappers: readonly WrapperView[];
}

export interface OptionView {
  readonly name: Code;
  readonly type: Code;
  /** Type of the argument, including its absence. */
  readonly argument: Code;
  readonly isRequired: boolean;
  /** Expressions that are tried in turn. */
  readonly fallbacks: readonly Code[];
  /** The error message if no value is found. */
  readonly missing: Code;
  readonly hasDoc: boolean;
  readonly doc: Code;
}

export function clientView(sdk: PythonSdk): ClientView {
  const { plan, layout } = sdk;
  const { api, client } = plan;
  const members = clientMembers(sdk.names, client);
  const { className, asyncClassName } = layout.root;
  const scope = createFileScope({
    module: '_client',
    taken: takenBy(sdk, members),
    shadowed: argumentNames(sdk.methodsOf.get(layout.root) ?? []),
    required: namesOfClient(sdk, members),
  });
  const classes = (['sync', 'async'] as const).map((colour) =>
    classView(sdk, { colour, printer: scope, members }),
  );
  const environments = environmentsOf(client);
  const [first] = environments;
  const children = layout.root.children.map((child) => childView(child, '_client', 'sync'));
  return {
    name: identifier(className),
    asyncName: identifier(asyncClassName),
    errorName: identifier(rootErrorName(className)),
    envPrefix: stringLiteral(api.client.envPrefix),
    baseURLEnv: stringLiteral(client.baseURLEnv),
    classes,
    children,
    hasChildren: children.length > 0,
    childImports: inModuleOrder(children),
    hasEnvironments: environments.length > 0,
    environments: environments.map((environment) => ({
      name: stringLiteral(environment.name),
      url: urlCode(environment, members),
      text: urlText(environment),
    })),
    environmentType:
      environments.length === 0
        ? empty
        : scope.annotation(expr.literalOf(environments.map((environment) => environment.name))),
    firstEnvironment: first ? stringLiteral(first.name) : empty,
    hasServers: client.servers.length > 0,
    hasTimeout: api.client.timeoutMs !== undefined,
    hasMaxRetries: api.client.maxRetries !== undefined,
    timeout: valueLiteral((api.client.timeoutMs ?? 60_000) / 1000),
    maxRetries: valueLiteral(api.client.maxRetries ?? 2),
    exported: inImportOrder([
      ...(environments.length > 0 ? ['ENVIRONMENTS'] : []),
      ...['Client', className, 'AsyncClient', asyncClassName],
    ]).map(identifier),
    imports: scope.imports(),
  };
}

const takenBy = (sdk: PythonSdk, members: readonly ClientMember[]): ReadonlySet<string> => {
  const { root } = sdk.layout;
  return new Set([
    ...[root.className, root.asyncClassName, 'Client', 'AsyncClient', 'ENVIRONMENTS', 'types', 'resources'],
    ...root.children.map((child) => child.property),
    ...root.methods.map((method) => method.name),
    ...members.map((member) => member.name),
    ...['copy', 'with_options'],
  ]);
};

/** One `Cookie` header for all options sent as cookies. */
function cookieEntries(members: readonly ClientMember[], scope: FileScope): readonly Code[] {
  const cookies = sentAs(members, 'cookie').map(([key, value]) => code`${key}: ${value}`);
  const helper = expr.runtime('_params', 'cookie_headers');
  return cookies.length === 0 ? [] : [code`**${scope.use(helper)}({${join(cookies, ', ')}})`];
}

function classView(
  sdk: PythonSdk,
  {
    colour,
    printer: scope,
    members,
  }: { readonly colour: Colour; readonly printer: FileScope; readonly members: readonly ClientMember[] },
): ClientClassView {
  const { plan, layout } = sdk;
  const isAsync = colour === 'async';
  const name = isAsync ? layout.root.asyncClassName : layout.root.className;
  const context = { ...contextOf(sdk, colour, true), printer: scope };
  const own = sdk.methodsOf.get(layout.root) ?? [];
  const methods = own.map((method) => methodView(method, context));
  const children = layout.root.children.map((child) => childView(child, '_client', colour));
  const [server] = plan.client.servers;
  const auth = authEntries(plan.client, members);
  const defaults = headerDefaults(plan);
  const headers = [
    ...(defaults === empty ? [] : [code`**${defaults}`]),
    ...sentAs(members, 'header').map(([key, value]) => code`${key}: ${value}`),
    ...cookieEntries(members, scope),
  ];
  const query = sentAs(members, 'query').map(([key, value]) => code`${key}: ${value}`);
  return {
    name: identifier(name),
    isAsync,
    base: identifier(isAsync ? 'AsyncAPIClient' : 'SyncAPIClient'),
    property: scope.use(expr.builtin('property')),
    override: plan.client.auth.length > 0 ? scope.use(expr.extensions('override')) : empty,
    httpClient: identifier(isAsync ? 'AsyncClient' : 'Client'),
    doc: docstring(clientDoc(sdk, isAsync), '    '),
    options: members.map((member) => optionView(member, { colour, printer: scope, className: name })),
    hasOptions: members.length > 0,
    settings: settings(plan, members, scope.use),
    baseURL: server ? urlCode(server, members) : empty,
    hasAuth: auth.length > 0,
    auth: scope.fragment(part.dictionary(auth)),
    hasHeaders: headers.length > 0,
    headers: code`{${join(headers, ', ')}}`,
    hasQuery: query.length > 0,
    query: code`{${join(query, ', ')}}`,
    children,
    methods,
    unwraps: unwrapsOf(sdk, layout.root, { printer: scope, receiver: code`self` }),
    wrappers: wrappersOf(name, {
      views: methods,
      parent: 'client',
      children,
      colour,
      printer: scope,
      endings: ['WithRawResponse', 'WithStreamedResponse'],
    }),
  };
}

const clientDoc = ({ api }: PythonSdk, isAsync: boolean): readonly string[] => [
  `${isAsync ? 'Asynchronous client' : 'Client'} of the ${withoutArticle(api.info.title).replace(/\s+/g, ' ')}.`,
  '',
  'Create one client and reuse it: it is safe to share between threads. Close it with `close()` or a `with` block.',
];

function optionView(
  member: ClientMember,
  {
    colour,
    printer: scope,
    className,
  }: { readonly colour: Colour; readonly printer: FileScope; readonly className: string },
): OptionView {
  const { option, name } = member;
  const type = scope.annotation(optionType(member, colour));
  const how =
    option.readEnv === undefined
      ? `pass ${name} to ${className}`
      : `set ${option.readEnv} or pass ${name} to ${className}`;
  const doc = proseLines(option.description);
  return {
    name: identifier(name),
    type,
    argument: member.isCredential ? type : scope.annotation(expr.optional(optionType(member, colour))),
    isRequired: mustBeGiven(member),
    fallbacks: fallbackOf(member).map((fragment) => scope.fragment(fragment)),
    missing: stringLiteral(`Missing ${name}: ${how}`),
    hasDoc: doc.length > 0,
    doc: docstring(
      doc.flatMap((line) => wrap(line, 100)),
      '    ',
    ),
  };
}
