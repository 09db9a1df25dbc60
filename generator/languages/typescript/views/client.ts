/** The two files of the client: `core.ts` with the options and `client.ts` with the resources. */
import {
  type Code,
  code,
  docComment,
  empty,
  identifier,
  join,
  stringLiteral,
  valueLiteral,
} from '../code.ts';
import { variablesOf } from '../methods/variables.ts';
import { proseLines } from '../docs.ts';
import { createFileScope } from '../file-scope.ts';
import { type ClientMember, type ClientClass, clientStatics } from '../client.ts';
import { SHARED_MODULE } from '../layout.ts';
import { TOP_LEVEL_MODULE } from '../sdk.ts';
import * as expr from '../types/expr.ts';
import type { MethodView } from './method.ts';
import { viewMethod } from './method.ts';
import {
  type ChildView,
  type ViewContext,
  type UnsafeUnwrapView,
  type UnwrapView,
  exportedTypes,
  listedExports,
  typesOf,
  viewChildren,
  viewUnsafeUnwraps,
  viewUnwraps,
} from './resource.ts';
import { literalKey } from '../code.ts';

export interface CoreView {
  readonly imports: readonly Code[];
  readonly coreName: Code;
  readonly className: Code;
  readonly doc: Code;
  readonly options: readonly {
    readonly doc: Code;
    readonly key: Code;
    readonly type: Code;
    readonly property: Code;
    readonly fieldType: Code;
    readonly fallback: Code;
    readonly hasFallback: boolean;
    readonly isRequired: boolean;
    readonly missing: Code;
  }[];
  readonly hasOptions: boolean;
  /** Options that are hidden from logs and JSON, most of them credentials. */
  readonly hidden: Code;
  /** Destructured options with their defaults. `null` counts as passed. */
  readonly bindings: Code;
  /** Arguments of the base class. */
  readonly given: Code;
  /** `baseURL` is required, because the document has no URL. */
  readonly needsURL: boolean;
  readonly urlFallback: Code;
  readonly urlMissing: Code;
  readonly hasEnvironments: boolean;
  readonly environmentType: Code;
  readonly settings: Code;
  readonly auth: readonly { readonly key: Code; readonly value: Code }[];
  readonly hasAuth: boolean;
  readonly headers: Code;
  readonly query: Code;
  readonly hasHeaders: boolean;
  readonly hasQuery: boolean;
}

export function viewCore(view: ViewContext, client: ClientClass): CoreView {
  const names = [client.coreName, 'ClientOptions'];
  const scope = createFileScope({ module: 'core', declarations: [], names, aliasOf: view.aliasOf });
  const use = (name: string, module: string): void => void scope.print(expr.runtimeType(name, module));
  scope.print(expr.runtimeValue('BaseClient', 'internal/base-client'));
  use('BaseClientOptions', 'internal/client-options');
  const options = client.options.map((clientMember) => {
    const { option } = clientMember;
    const type = scope.print(clientMember.type);
    const isRequired = option.required && !option.nullable;
    if (isRequired) scope.print(expr.runtimeValue('SDKError', 'error'));
    const env =
      option.readEnv === undefined ? [] : [`Defaults to the environment variable \`${option.readEnv}\`.`];
    const { isCredential: credential } = clientMember;
    return {
      doc: docComment([...proseLines(option.description), ...env]),
      key: code`${identifier(clientMember.property)}?`,
      type: code`${type}${option.nullable && !credential ? code` | null` : empty} | undefined`,
      property: identifier(clientMember.property),
      fieldType: credential
        ? type
        : code`${type}${option.nullable ? code` | null` : empty}${isRequired || option.default !== undefined || option.nullable ? empty : code` | undefined`}`,
      fallback: scope.print(clientMember.fallback),
      hasFallback: clientMember.fallback.length > 0,
      isRequired,
      missing: stringLiteral(missingMessage(client.className, clientMember)),
    };
  });
  const redirects =
    client.redirects === undefined
      ? []
      : [
          code`redirects: ${scope.print(expr.runtimeValue('followRedirects', 'internal/redirects'))}(${client.redirects.length === 0 ? empty : valueLiteral(client.redirects)})`,
        ];
  const { missingURL } = client;
  if (missingURL) scope.print(expr.runtimeValue('SDKError', 'error'));
  const urlFallback = missingURL
    ? code`${scope.print(expr.runtimeValue('readEnv', 'internal/env'))}(${stringLiteral(missingURL.readEnv)})`
    : empty;
  const baseURL = missingURL
    ? [code`baseURL`]
    : client.baseURLEnv === undefined
      ? []
      : [
          code`baseURL: options.baseURL ?? (options.environment ? undefined : ${scope.print(expr.runtimeValue('readEnv', 'internal/env'))}(${stringLiteral(client.baseURLEnv)}))`,
        ];
  const auth = client.auth.map((item) => ({
    key: literalKey(item.scheme),
    value: scope.print(item.value, { receiver: code`this` }),
  }));
  if (options.length > 0) scope.print(expr.runtimeValue('hide', 'internal/inspect'));
  if (auth.length > 0) use('AuthSchemes', 'internal/auth');
  if (client.headers.length > 0) use('HeadersLike', 'internal/headers');
  return {
    imports: scope.imports(),
    coreName: identifier(client.coreName),
    className: identifier(client.className),
    doc: docComment(proseLines(view.sdk.api.info.description)),
    options,
    given:
      options.length + baseURL.length === 0
        ? code`options`
        : code`{ ${join([code`...options`, ...options.map((option) => option.property), ...baseURL], ', ')} }`,
    bindings: join(
      options.map((option) =>
        option.hasFallback ? code`${option.property} = ${option.fallback}` : option.property,
      ),
      ', ',
    ),
    hasOptions: options.length > 0,
    hidden: join(
      client.options.map((option) => stringLiteral(option.property)),
      ', ',
    ),
    needsURL: missingURL !== undefined,
    urlFallback,
    urlMissing: stringLiteral(missingURL?.message ?? ''),
    hasEnvironments: client.environments.length > 0,
    environmentType: join(client.environments.map(stringLiteral), ' | '),
    settings: code`{ ${join([...client.settings, ...redirects], ', ')} }`,
    auth,
    hasAuth: auth.length > 0,
    headers: join(client.headers, ', '),
    query: join(client.query, ', '),
    hasHeaders: client.headers.length > 0,
    hasQuery: client.query.length > 0,
  };
}

const missingMessage = (className: string, { property, option: { readEnv } }: ClientMember): string =>
  `Missing ${property}: ${readEnv === undefined ? '' : `set ${readEnv} or `}pass new ${className}({ ${property} })`;

export interface ClientView {
  readonly imports: readonly Code[];
  readonly className: Code;
  readonly coreName: Code;
  /** Redirects are followed manually, because `fetch` would forward the credentials. */
  readonly followsRedirects: boolean;
  readonly errorName: Code;
  /** The runtime's modules under the names used in the file. */
  readonly errors: Code;
  readonly uploads: Code;
  readonly doc: Code;
  readonly children: readonly ChildView[];
  readonly methods: readonly MethodView[];
  readonly unwraps: readonly UnwrapView[];
  readonly unsafeUnwraps: readonly UnsafeUnwrapView[];
  /** Types of methods on the client itself. */
  readonly types: readonly Code[];
  readonly pages: readonly Code[];
  readonly hasPages: boolean;
  readonly hasTypes: boolean;
  /** Types that several resources share. */
  readonly shared: readonly Code[];
  readonly hasShared: boolean;
}

export function viewClient(view: ViewContext, client: ClientClass): ClientView {
  const { sdk } = view;
  const root = sdk.layout.root;
  const plans = sdk.methodsOf.get(root) ?? [];
  const types = exportedTypes(sdk, TOP_LEVEL_MODULE);
  const listed = listedExports(sdk, TOP_LEVEL_MODULE);
  const childNames = root.children.flatMap((child) => [
    child.className,
    ...exportedTypes(sdk, child.module).map((exportedType) => exportedType.name),
  ]);
  const scope = createFileScope({
    module: 'client',
    declarations: [],
    names: [
      client.className,
      'SDKClientOptions',
      'SDKRequestOptions',
      ...sdk.pages.map((page) => page.className),
      ...childNames,
      ...types.map((declaration) => declaration.name),
      ...typesOf(sdk, SHARED_MODULE).map((declaration) => declaration.name),
      ...variablesOf(sdk.names, plans),
    ],
    aliasOf: view.aliasOf,
  });
  scope.print(expr.runtimeValue(client.coreName, 'core'));
  const { context } = view;
  const own = new Set([
    ...clientStatics(client.className),
    'SDKClientOptions',
    'SDKRequestOptions',
    ...sdk.pages.map((page) => page.className),
    ...types.map((declaration) => declaration.name),
  ]);
  const shared = typesOf(sdk, SHARED_MODULE).filter(
    (declaration) => !own.has(declaration.name) && !childNames.includes(declaration.name),
  );
  const children = viewChildren(sdk, scope, { children: root.children, module: 'client', own });
  const methods = plans.map((plan) => viewMethod(scope, plan, context));
  const unwraps = viewUnwraps(sdk, scope, []);
  const unsafeUnwraps = viewUnsafeUnwraps(sdk, scope, []);
  const [errors, uploads] = [scope.namespace('error', 'value'), scope.namespace('uploads', 'value')];
  return {
    imports: scope.imports(),
    className: identifier(client.className),
    coreName: identifier(client.coreName),
    errorName: identifier(client.errorName),
    followsRedirects: client.redirects !== undefined,
    errors,
    uploads,
    doc: docComment([...proseLines(sdk.api.info.description ?? sdk.api.info.title).slice(0, 12)]),
    children,
    methods,
    unwraps,
    unsafeUnwraps,
    types: listed.map((declaration) => identifier(declaration.name)),
    shared: shared.map((declaration) => identifier(declaration.name)),
    pages: sdk.pages.map((page) => identifier(page.className)),
    hasPages: sdk.pages.length > 0,
    hasTypes: listed.length > 0,
    hasShared: shared.length > 0,
  };
}
