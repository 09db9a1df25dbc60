/** The file of a resource: class, page types, models, responses and parameter types. */
import { type Code, access, code, docComment, empty, filePath, identifier, lineText } from '../code.ts';
import { verificationAdvice } from '../../prose.ts';
import { deprecationLines, proseLines } from '../docs.ts';
import type { ClientClass } from '../client.ts';
import { type ResourceLayout, optionName } from '../layout.ts';
import { variablesOf } from '../methods/variables.ts';
import type { TypescriptMethod } from '../methods/method.ts';
import { type FileScope, createFileScope, relativeModule } from '../file-scope.ts';
import type { TypescriptSdk } from '../sdk.ts';
import type { ModuleTypes } from '../types/declaration.ts';
import type { Declaration } from '../types/declaration.ts';
import type { UnwrapMember } from '../webhooks.ts';
import { type DeclarationView, viewDeclaration } from './declaration.ts';
import { type MethodContext, type MethodView, viewMethod } from './method.ts';
import * as expr from '../types/expr.ts';
import { converted } from '../values/code.ts';

export interface ResourceView {
  /** Path below the output folder. */
  readonly file: Code;
  readonly imports: readonly Code[];
  readonly doc: Code;
  readonly className: Code;
  readonly base: Code;
  readonly children: readonly ChildView[];
  readonly hasChildren: boolean;
  readonly methods: readonly MethodView[];
  /** Methods that verify and parse webhooks: `webhooks.unwrap`. */
  readonly unwraps: readonly UnwrapView[];
  /** Methods that only parse webhooks: `webhooks.unsafeUnwrap`. */
  readonly unsafeUnwraps: readonly UnsafeUnwrapView[];
  readonly pages: readonly { readonly name: Code; readonly type: Code }[];
  readonly types: readonly DeclarationView[];
  /** Types that the class's namespace exports. */
  readonly exports: readonly Code[];
  readonly hasExports: boolean;
}

export interface UnwrapView {
  readonly name: Code;
  readonly event: Code;
  /** The second argument with its default ` = {…}`, and how the method passes it on. */
  readonly options: Code;
  readonly handed: Code;
  readonly verify: Code;
  /** Converts the variable `event`; empty if it is returned as it was parsed. */
  readonly convert: Code;
}

export type UnsafeUnwrapView = Pick<UnwrapView, 'name' | 'event' | 'convert'> & {
  readonly parse: Code;
  /** How to check that the request is genuine. */
  readonly advice: Code;
};

export interface ChildView {
  readonly property: Code;
  readonly className: Code;
  /** For example `ReleasesAPI.Releases`. */
  readonly reference: Code;
  /** Types of the child that the parent's namespace also exports. */
  readonly types: readonly Code[];
  /** For example `./releases.ts`. */
  readonly from: Code;
}

/** A file with types only. */
export interface TypesView {
  readonly file: Code;
  readonly imports: readonly Code[];
  readonly types: readonly DeclarationView[];
}

export interface ViewContext {
  readonly sdk: TypescriptSdk;
  readonly client: ClientClass;
  readonly aliasOf: (module: string) => string;
  readonly context: MethodContext;
}

const NO_TYPES: ModuleTypes = { models: [], responses: [], params: [], errors: [], former: [] };

export const typesOf = (sdk: TypescriptSdk, module: string): readonly Declaration[] => {
  const own = sdk.types.get(module) ?? NO_TYPES;
  return [...own.models, ...own.responses, ...own.params, ...own.errors, ...own.former];
};

/**
 * Types listed in indexes, namespaces and `api.md`. Maps of errors are not listed, because `ErrorsOf` gives
 * them.
 */
export const listedTypes = (sdk: TypescriptSdk, module: string): readonly Declaration[] => {
  const errors = new Set(sdk.context.edition.isPublished ? [] : sdk.types.get(module)?.errors);
  return typesOf(sdk, module).filter((declaration) => !errors.has(declaration));
};

/**
 * Page aliases of a module: one per item and page class, in the file of the item's type, otherwise of the
 * first method that uses it.
 */
const aliasesOf = (sdk: TypescriptSdk, module: string): readonly Declaration[] =>
  sdk.pageAliases.declarations.get(module) ?? [];

/** All exports of a module except its class. */
export const exportedTypes = (sdk: TypescriptSdk, module: string): readonly Declaration[] => [
  ...typesOf(sdk, module),
  ...aliasesOf(sdk, module),
];

/** Exports of a module listed in indexes, namespaces and `api.md`. */
export const listedExports = (sdk: TypescriptSdk, module: string): readonly Declaration[] => [
  ...listedTypes(sdk, module),
  ...aliasesOf(sdk, module),
];

export function viewResource(view: ViewContext, layout: ResourceLayout): ResourceView {
  const { sdk } = view;
  const plans = sdk.methodsOf.get(layout) ?? [];
  const pages = aliasesOf(sdk, layout.module);
  const types = typesOf(sdk, layout.module);
  const listed = [...listedTypes(sdk, layout.module), ...pages];
  const childNames = layout.children.flatMap((child) => [
    child.className,
    ...exportedTypes(sdk, child.module).map((exportedType) => exportedType.name),
  ]);
  const scope = createFileScope({
    module: layout.module,
    declarations: [...pages, ...types],
    names: [layout.className, ...childNames, ...variablesOf(sdk.names, plans)],
    aliasOf: view.aliasOf,
  });
  const { context } = view;
  const own = new Set([
    layout.className,
    ...types.map((declaration) => declaration.name),
    ...pages.map((page) => page.name),
  ]);
  const children = viewChildren(sdk, scope, { children: layout.children, module: layout.module, own });
  const base = baseClass(view, scope, layout);
  const methods = plans.map((plan) => viewMethod(scope, plan, context));
  const typeViews = types.map((declaration) => viewDeclaration(scope, declaration));
  const pageViews = pages.map((page) => ({
    name: identifier(page.name),
    type: page.body.kind === 'alias' ? scope.print(page.body.type) : code`unknown`,
  }));
  const unwraps = viewUnwraps(sdk, scope, layout.path);
  const unsafeUnwraps = viewUnsafeUnwraps(sdk, scope, layout.path);
  return {
    file: fileOf(layout.module),
    imports: scope.imports(),
    unwraps,
    unsafeUnwraps,
    doc: docComment([
      ...proseLines(layout.resource.description),
      ...deprecationLines(layout.resource.deprecated),
    ]),
    className: identifier(layout.className),
    base,
    children,
    hasChildren: children.length > 0,
    methods,
    pages: pageViews,
    types: typeViews,
    exports: listed.map((declaration) => identifier(declaration.name)),
    hasExports: listed.length + children.length > 0,
  };
}

export const viewUnwraps = (
  sdk: TypescriptSdk,
  scope: FileScope,
  resource: readonly string[],
): readonly UnwrapView[] =>
  sdk.unwraps
    .filter((unwrap) => unwrap.resource.join('.') === resource.join('.'))
    .flatMap(({ key, event, signing, shape }) =>
      signing.kind === 'none'
        ? []
        : [
            {
              name: identifier(sdk.names.camel(key)),
              event: scope.print(event),
              ...signature(sdk, scope, { resource, signing }),
              verify: scope.print(expr.runtimeValue('unwrapWebhook', 'webhooks')),
              convert: conversion(scope, shape),
            },
          ],
    );

const conversion = (scope: FileScope, shape: UnwrapMember['shape']): Code =>
  shape ? scope.print(converted(expr.text(code`event`), shape)) : empty;

export const viewUnsafeUnwraps = (
  sdk: TypescriptSdk,
  scope: FileScope,
  resource: readonly string[],
): readonly UnsafeUnwrapView[] =>
  sdk.unwraps
    .filter((unwrap) => unwrap.resource.join('.') === resource.join('.'))
    .flatMap(({ key, event, signing, shape }) =>
      signing.kind === 'none'
        ? [
            {
              name: identifier(sdk.names.camel(key)),
              event: scope.print(event),
              parse: scope.print(expr.runtimeValue('parseWebhook', 'webhooks')),
              advice: lineText(verificationAdvice(signing.headers)),
              convert: conversion(scope, shape),
            },
          ]
        : [],
    );

function baseClass({ sdk, client }: ViewContext, scope: FileScope, layout: ResourceLayout): Code {
  const base = expr.runtimeValue('APIResource', 'resource');
  return scope.print(
    usesOptions(sdk, layout) ? expr.generic(base, expr.runtimeType(client.coreName, 'core')) : base,
  );
}

/** The argument after the body, and the part of it that is passed to the verification. */
function signature(
  sdk: TypescriptSdk,
  scope: FileScope,
  {
    resource,
    signing,
  }: {
    readonly resource: readonly string[];
    readonly signing: Exclude<UnwrapMember['signing'], { readonly kind: 'none' }>;
  },
): Pick<UnwrapView, 'options' | 'handed'> {
  const headers = scope.print(expr.runtimeType('HeadersLike', 'internal/headers'));
  const keys = code`string | readonly string[]`;
  switch (signing.kind) {
    case 'given':
      return { options: code`options: { headers: ${headers}; key: ${keys} }`, handed: code`options` };
    case 'option': {
      const property = optionName(sdk.names, signing.option);
      return {
        options: code`options: { headers: ${headers}; key?: ${keys} }`,
        handed: code`{ key: ${resource.length === 0 ? code`this` : code`this._client`}${access(property)}, ...options }`,
      };
    }
    default:
      return signing satisfies never;
  }
}

/**
 * Whether a method of the resource or its children reads a client option. Children get the client from their
 * parents.
 */
const usesOptions = (sdk: TypescriptSdk, layout: ResourceLayout): boolean =>
  (sdk.methodsOf.get(layout) ?? []).some(readsOptions) ||
  sdk.unwraps.some(
    (unwrap) => unwrap.signing.kind === 'option' && unwrap.resource.join('.') === layout.path.join('.'),
  ) ||
  layout.children.some((child) => usesOptions(sdk, child));

const readsOptions = ({ arguments: { fields, body } }: TypescriptMethod): boolean =>
  [...fields, ...(body.kind === 'object' ? body.fields : [])].some(
    (field) => field.clientOption !== undefined,
  );

/** If parent and child export the same name, the child's type is only available from its own file. */
export function viewChildren(
  sdk: TypescriptSdk,
  scope: FileScope,
  options: {
    readonly children: readonly ResourceLayout[];
    readonly module: string;
    readonly own: Set<string>;
  },
): readonly ChildView[] {
  for (const child of options.children) options.own.add(child.className);
  return options.children.map((child) => {
    const className = identifier(child.className);
    const names = listedExports(sdk, child.module);
    const free = names.filter((name) => !options.own.has(name.name));
    for (const declaration of free) options.own.add(declaration.name);
    return {
      property: identifier(child.property),
      className,
      reference: code`${scope.namespace(child.module, 'value')}.${className}`,
      types: free.map((declaration) => identifier(declaration.name)),
      from: modulePath(options.module, child.module),
    };
  });
}

export function viewTypes(view: ViewContext, module: string): TypesView | undefined {
  const types = exportedTypes(view.sdk, module);
  if (types.length === 0) return undefined;
  const scope = createFileScope({ module, declarations: types, names: [], aliasOf: view.aliasOf });
  const views = types.map((declaration) => viewDeclaration(scope, declaration));
  return { file: fileOf(module), imports: scope.imports(), types: views };
}

/** Modules consist of kebab-case words, so they are safe in a path and in a literal. */
export const fileOf = (module: string): Code => filePath(`src/${module}.ts`);
export const modulePath = (from: string, to: string): Code => code`'${filePath(relativeModule(from, to))}'`;
