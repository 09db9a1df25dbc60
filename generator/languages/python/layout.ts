/** Class, attribute and module names of all resources. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Api, Method, Resource } from '../../ir/types.ts';
import { fileStem } from '../../lib/file-names.ts';
import { resourcesOf } from '../../plan/tree.ts';
import { memberNamer } from '../member-names.ts';
import type { Names } from './names.ts';
import { isReservedMember, moduleName } from './reserved.ts';

export interface ResourceLayout {
  readonly resource: Resource;
  /** Keys from the root, for example `['servers', 'releases']`; empty for the client itself. */
  readonly path: readonly string[];
  /** `ServersResource`; for the root, the class of the client. */
  readonly className: string;
  /** For example `AsyncServersResource`. */
  readonly asyncClassName: string;
  /** Name of its attribute in the parent. */
  readonly property: string;
  /** Attributes from the client to the resource. */
  readonly properties: readonly string[];
  /**
   * Dotted path of the module below the package: `resources.servers`, `resources.cards.cards`; `_client` for
   * the root.
   */
  readonly module: string;
  /** The package of a resource with children: `resources.cards`. */
  readonly package: string | undefined;
  /** The package with the types of its methods and models: `types`, `types.cards`. */
  readonly types: string;
  readonly children: readonly ResourceLayout[];
  readonly methods: readonly MethodLayout[];
}

export interface MethodLayout {
  readonly method: Method;
  readonly name: string;
}

export interface Layout {
  readonly root: ResourceLayout;
  /** Parents before children, without the root. */
  readonly all: readonly ResourceLayout[];
  readonly byPath: ReadonlyMap<string, ResourceLayout>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The attribute of the client and the argument of its constructor. */
export function optionName(names: Names, key: string): string {
  const name = names.snake(key);
  return isReservedMember(name, 'client') ? `${name}_` : name;
}

/** Leaves space for the extension and for the folders above `resources` and `types`. */
const LONGEST_MODULE = 200;

/** The file name of a module, shortened to the remaining space in the folder. */
export const stem = (name: string, folder: string): string =>
  moduleName(fileStem(name, LONGEST_MODULE - folder.length).replace(/[^\p{ID_Continue}]/gu, '_'));

export function layOut(
  api: Api,
  names: Names,
  client: { readonly className: string; readonly asyncClassName: string },
): Layout {
  const diagnostics: Diagnostic[] = [];
  const members = memberNamer(names.snake, isReservedMember, diagnostics);
  const all: ResourceLayout[] = [];
  const methods = new Map(resourcesOf(api).map((resource) => [resource.path.join('.'), resource.methods]));
  const methodsAt = (path: readonly string[]): readonly Method[] => methods.get(path.join('.')) ?? [];
  const taken = new Set<string>();

  const place = (resource: Resource, parent: Parent): ResourceLayout => {
    const path = [...parent.path, resource.key];
    const property = members.free(names.snake(resource.key), parent, resource);
    const properties = [...parent.properties, property];
    const base = names.pascal(resource.key);
    const name = unused(base, parent.classes);
    const own = unusedModule(`${parent.package}.${stem(property, parent.package)}`, taken);
    const hasChildren = resource.children.length > 0;
    const last = own.slice(own.lastIndexOf('.') + 1);
    // The module of a resource with children is in its package, under the same name.
    if (hasChildren) taken.add(`${own}.${last}`.toLowerCase());
    const slot = all.length;
    const types = `${parent.types}.${last}`;
    const attributes = new Set<string>();
    const classes = new Set([name]);
    const below: Parent = {
      path,
      properties,
      package: own,
      types,
      classes,
      taken: attributes,
      kind: 'resource',
    };
    const children = resource.children.map((child) => place(child, below));
    const layout: ResourceLayout = {
      resource,
      path,
      className: `${name}Resource`,
      asyncClassName: `Async${name}Resource`,
      property,
      properties,
      module: hasChildren ? `${own}.${last}` : own,
      package: hasChildren ? own : undefined,
      types: resource.hasOwnPackage ? types : parent.types,
      children,
      methods: members.placeMethods(methodsAt(path), { kind: 'resource', taken: attributes }),
    };
    all.splice(slot, 0, layout);
    return layout;
  };

  // Options of the client are also attributes of the client and take precedence.
  const attributes = new Set(api.client.options.map((option) => optionName(names, option.key)));
  const children = api.root.children.map((child) =>
    place(child, {
      path: [],
      properties: [],
      package: 'resources',
      types: 'types',
      classes: new Set(),
      taken: attributes,
      kind: 'client',
    }),
  );
  const root: ResourceLayout = {
    resource: api.root,
    path: [],
    ...client,
    property: '',
    properties: [],
    module: '_client',
    package: undefined,
    types: 'types',
    children,
    methods: members.placeMethods(methodsAt([]), { kind: 'client', taken: attributes }),
  };
  const byPath = new Map(
    [root, ...all].map((resourceLayout) => [resourceLayout.path.join('.'), resourceLayout]),
  );
  return { root, all, byPath, diagnostics };
}

interface Parent {
  readonly path: readonly string[];
  readonly properties: readonly string[];
  readonly package: string;
  readonly types: string;
  /** Class names in the package, without their suffixes. */
  readonly classes: Set<string>;
  readonly taken: Set<string>;
  readonly kind: 'client' | 'resource';
}

function unused(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted}${count}`;
  taken.add(name);
  return name;
}

/** Some file systems ignore case in names. */
function unusedModule(wanted: string, taken: Set<string>): string {
  let name = wanted;
  while (taken.has(name.toLowerCase())) name = `${name}_`;
  taken.add(name.toLowerCase());
  return name;
}
