/**
 * Resources for templates: a synchronous and an asynchronous class with the same methods, and the classes for
 * raw responses.
 */
import {
  type Code,
  code,
  docstring,
  empty,
  filePath,
  identifier,
  join,
  lineText,
  stringLiteral,
} from '../code.ts';
import { verificationAdvice } from '../../prose.ts';
import { deprecationLines, proseLines } from '../docs.ts';
import type { FileFilter } from '../../language.ts';
import type { ResourceLayout } from '../layout.ts';
import type { CallContext, Colour } from '../methods/returns.ts';
import { optionName } from '../layout.ts';
import type { PythonMethod } from '../methods/method.ts';
import { wrapperArgument } from '../reserved.ts';
import { byModule } from '../imports.ts';
import { type FileScope, createFileScope, relativeModule } from '../file-scope.ts';
import type { PythonSdk } from '../sdk.ts';
import * as expr from '../types/expr.ts';
import type { UnwrapMember } from '../webhooks.ts';
import { type MethodView, methodView } from './method.ts';
import { namesOfClasses } from './required-names.ts';

export interface ResourceView {
  readonly file: Code;
  readonly imports: Code;
  /** Attribute in the parent: `servers`. */
  readonly property: Code;
  /** Attribute of wrapper classes for the resource: `_servers`. */
  readonly slot: Code;
  readonly classes: readonly ClassView[];
  readonly children: readonly ChildView[];
  readonly hasChildren: boolean;
  /** In the order of their modules. */
  readonly childImports: readonly ChildView[];
  /** Quoted names for `__all__`. */
  readonly all: Code;
  readonly hasDeprecated: boolean;
}

export interface ClassView {
  readonly name: Code;
  readonly isAsync: boolean;
  readonly base: Code;
  readonly hasDoc: boolean;
  readonly doc: Code;
  readonly methods: readonly MethodView[];
  readonly unwraps: readonly UnwrapView[];
  readonly children: readonly ChildView[];
  readonly wrappers: readonly WrapperView[];
  readonly isEmpty: boolean;
}

export interface ChildView {
  readonly property: Code;
  readonly className: Code;
  readonly rawName: Code;
  readonly streamingName: Code;
  readonly syncName: Code;
  readonly asyncName: Code;
  readonly module: Code;
  readonly hasDoc: boolean;
  readonly doc: Code;
}

export interface WrapperView {
  readonly name: Code;
  readonly isRaw: boolean;
  /** The wrapped class, and the name of the argument. */
  readonly owner: Code;
  readonly parent: Code;
  readonly methods: readonly {
    readonly name: Code;
    readonly isDeprecated: boolean;
    readonly wrapper: Code;
    readonly isCustom: boolean;
    /** Class of a binary response. */
    readonly custom: Code;
  }[];
  readonly children: readonly { readonly property: Code; readonly className: Code; readonly module: Code }[];
  readonly isEmpty: boolean;
}

export interface UnwrapView {
  readonly name: Code;
  readonly returns: Code;
  readonly event: Code;
  /** The type that a type checker should assume for the event. */
  readonly quoted: Code;
  readonly cast: Code;
  /** The runtime function that parses the event. */
  readonly unwrap: Code;
  readonly verifies: boolean;
  /** How to check that a request is genuine, for a method that does not verify it. */
  readonly advice: Code;
  /** `Mapping` and `Sequence` under the names used in the file. */
  readonly mapping: Code;
  readonly sequence: Code;
  readonly hasOption: boolean;
  /** For example `self._client.webhook_key`. */
  readonly option: Code;
  /** Key of the option in error messages. */
  readonly optionText: Code;
}

export function resourceViews(
  sdk: PythonSdk,
  packagePath: string,
  isWanted: FileFilter,
): readonly ResourceView[] {
  return sdk.layout.all
    .filter((resource) => isWanted(fileOf(resource, packagePath)))
    .map((resource) => resourceView(sdk, resource, packagePath));
}

const fileOf = ({ module }: ResourceLayout, packagePath: string): Code =>
  filePath(`src/${packagePath}/${module.replaceAll('.', '/')}.py`);

function resourceView(sdk: PythonSdk, resource: ResourceLayout, packagePath: string): ResourceView {
  const methods = sdk.methodsOf.get(resource) ?? [];
  const scope = createFileScope({
    module: resource.module,
    taken: takenBy(resource),
    shadowed: argumentNames(methods),
    required: namesOfClasses(resource.children.length > 0),
  });
  const classes = (['sync', 'async'] as const).map((colour) =>
    classView(sdk, resource, { colour, printer: scope }),
  );
  const children = resource.children.map((child) => childView(child, resource.module, 'sync'));
  return {
    file: fileOf(resource, packagePath),
    property: identifier(resource.property),
    slot: identifier(`_${resource.property}`),
    classes,
    children,
    hasChildren: children.length > 0,
    childImports: inModuleOrder(children),
    all: join(
      classes.map((item) => stringLiteral(item.name)),
      ', ',
    ),
    hasDeprecated: methods.some((method) => method.method.deprecated !== undefined),
    imports: scope.imports(),
  };
}

export const inModuleOrder = (children: readonly ChildView[]): readonly ChildView[] =>
  [...children].sort((a, b) => byModule(a.module, b.module));

/** Names in the file and in the scope of its classes. */
const takenBy = (resource: ResourceLayout): ReadonlySet<string> =>
  new Set([
    ...[resource, ...resource.children].flatMap((resourceLayout) =>
      [resourceLayout.className, resourceLayout.asyncClassName].flatMap((name) => [
        name,
        `${name}WithRawResponse`,
        `${name}WithStreamingResponse`,
      ]),
    ),
    ...resource.children.map((child) => child.property),
    ...resource.methods.map((method) => method.name),
  ]);

export const argumentNames = (methods: readonly PythonMethod[]): ReadonlySet<string> =>
  new Set(
    methods.flatMap(({ arguments: args }) =>
      [...args.positional, ...args.keywords].map((argument) => argument.name),
    ),
  );

export const contextOf = (sdk: PythonSdk, colour: Colour, isClient: boolean): CallContext => {
  const options = new Map(
    sdk.api.client.options.map((option) => [option.key, optionName(sdk.names, option.key)]),
  );
  return {
    colour,
    pages: sdk.pages.classes,
    isClient,
    optionOf: (key) => options.get(key),
  };
};

function classView(
  sdk: PythonSdk,
  resource: ResourceLayout,
  { colour, printer: scope }: { readonly colour: Colour; readonly printer: FileScope },
): ClassView {
  const isAsync = colour === 'async';
  const name = isAsync ? resource.asyncClassName : resource.className;
  const methods = sdk.methodsOf.get(resource) ?? [];
  const context = { ...contextOf(sdk, colour, false), printer: scope };
  const views = methods.map((method) => methodView(method, context));
  const doc = [
    ...proseLines(resource.resource.description),
    ...deprecationLines(resource.resource.deprecated),
  ];
  const unwraps = unwrapsOf(sdk, resource, { printer: scope, receiver: code`self._client` });
  const children = resource.children.map((child) => childView(child, resource.module, colour));
  return {
    name: identifier(name),
    isAsync,
    base: scope.use(expr.runtime('_resource', isAsync ? 'AsyncAPIResource' : 'SyncAPIResource')),
    hasDoc: doc.length > 0,
    doc: docstring(doc, '    '),
    methods: views,
    unwraps,
    children,
    wrappers: wrappersOf(name, { views, children, colour, printer: scope, parent: resource.property }),
    isEmpty: views.length + unwraps.length + children.length === 0,
  };
}

export function childView(resourceLayout: ResourceLayout, from: string, colour: Colour): ChildView {
  const className = colour === 'async' ? resourceLayout.asyncClassName : resourceLayout.className;
  const doc = proseLines(resourceLayout.resource.description);
  return {
    property: identifier(resourceLayout.property),
    className: identifier(className),
    rawName: identifier(`${className}WithRawResponse`),
    streamingName: identifier(`${className}WithStreamingResponse`),
    syncName: identifier(resourceLayout.className),
    asyncName: identifier(resourceLayout.asyncClassName),
    module: relativeModule(from, resourceLayout.module),
    hasDoc: doc.length > 0,
    doc: docstring(doc, '        '),
  };
}

export function wrappersOf(
  owner: string,
  parts: {
    readonly views: readonly MethodView[];
    readonly children: readonly ChildView[];
    readonly colour: Colour;
    readonly printer: FileScope;
    /** The argument of wrapper classes. */
    readonly parent: string;
    readonly endings?: readonly [raw: string, streamed: string];
  },
): readonly WrapperView[] {
  const { views, children, colour, printer: scope } = parts;
  const prefix = colour === 'async' ? 'async_' : '';
  const [rawEnding, streamedEnding] = parts.endings ?? ['WithRawResponse', 'WithStreamingResponse'];
  return (['raw', 'streamed'] as const).map((kind): WrapperView => {
    const isRaw = kind === 'raw';
    return {
      name: identifier(`${owner}${isRaw ? rawEnding : streamedEnding}`),
      isRaw,
      owner: identifier(owner),
      parent: identifier(wrapperArgument(parts.parent)),
      methods: views.map((view) => {
        const isCustom = view.isBinary;
        const custom = `${colour === 'async' ? 'Async' : ''}${isRaw ? '' : 'Streamed'}BinaryAPIResponse`;
        return {
          name: view.name,
          isDeprecated: view.isDeprecated,
          isCustom,
          wrapper: scope.use(
            expr.runtime('_response', `${prefix}to_${isCustom ? 'custom_' : ''}${kind}_response_wrapper`),
          ),
          custom: isCustom ? scope.use(expr.runtime('_response', custom)) : view.name,
        };
      }),
      children: children.map((child) => ({
        property: child.property,
        className: isRaw ? child.rawName : child.streamingName,
        module: child.module,
      })),
      isEmpty: views.length + children.length === 0,
    };
  });
}

interface UnwrapContext {
  readonly printer: FileScope;
  /** The client as an expression in the method. */
  readonly receiver: Code;
}

/** Methods of a class that parse webhooks. */
export const unwrapsOf = (
  sdk: PythonSdk,
  { path }: Pick<ResourceLayout, 'path'>,
  context: UnwrapContext,
): readonly UnwrapView[] =>
  sdk.unwraps
    .filter((unwrap) => unwrap.resource.join('.') === path.join('.'))
    .map((unwrap) => unwrapView(sdk, unwrap, context));

function unwrapView(
  sdk: PythonSdk,
  { name, event, signing }: UnwrapMember,
  { printer: scope, receiver }: UnwrapContext,
): UnwrapView {
  const option = signing.kind === 'option' ? signing.option : '';
  const verifies = signing.kind !== 'none';
  return {
    name: identifier(name),
    returns: scope.annotation(event),
    event: scope.fragment([{ kind: 'value', type: event }]),
    quoted: scope.fragment([{ kind: 'spelt', type: event }]),
    cast: scope.use(expr.typing('cast')),
    unwrap: scope.use(expr.runtime('_webhooks', verifies ? 'unwrap' : 'unsafe_unwrap')),
    verifies,
    advice: signing.kind === 'none' ? lineText(verificationAdvice(signing.headers)) : empty,
    mapping: verifies ? scope.use(expr.typing('Mapping')) : empty,
    sequence: verifies ? scope.use(expr.typing('Sequence')) : empty,
    hasOption: signing.kind === 'option',
    option: code`${receiver}.${identifier(optionName(sdk.names, option || 'key'))}`,
    optionText: identifier(optionName(sdk.names, option || 'key')),
  };
}
