/** Class, property and file names of all resources. */
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Api, Method, Resource } from '../../ir/types.ts';
import { fileStem } from '../../lib/file-names.ts';
import { resourcesOf } from '../../plan/tree.ts';
import { memberNamer } from '../member-names.ts';
import type { Names } from './casing.ts';
import { clientClassName, wantedClassName } from './client-name.ts';
import { isReservedMember, isWord } from './reserved.ts';

export interface ResourceLayout {
  readonly resource: Resource;
  /** Keys from the root, for example `['servers', 'releases']`; empty for the client itself. */
  readonly path: readonly string[];
  readonly className: string;
  /** Name of its property in the parent. */
  readonly property: string;
  /** Property names from the client to the resource. */
  readonly properties: readonly string[];
  /** The file without extension, relative to `src/`. */
  readonly module: string;
  /** The folder of a resource with children, otherwise undefined. */
  readonly folder: string | undefined;
  /** The name for namespace imports of its module, unique in the SDK: `ServersAPI`. */
  readonly alias: string;
  readonly children: readonly ResourceLayout[];
  readonly methods: readonly MethodLayout[];
}

export interface MethodLayout {
  readonly method: Method;
  readonly name: string;
}

export const SHARED_MODULE = 'resources/shared';

export interface Layout {
  readonly root: ResourceLayout;
  /** Parents before children, without the root. */
  readonly all: readonly ResourceLayout[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The property of a client option in the options and the client; the constructor has a variable with this
 * name.
 */
export function optionName(names: Names, key: string): string {
  const name = names.camel(key);
  return isReservedMember(name, 'client') || isWord(name) ? `${name}_` : name;
}

/**
 * `reservedClasses` lists static members of the client, which classes of the first level cannot be named
 * after.
 */
export function layOut(
  api: Api,
  names: Names,
  options: {
    readonly modelNames: ReadonlyMap<string, ReadonlySet<string>>;
    readonly reservedClasses: readonly string[];
  },
): Layout {
  const { modelNames, reservedClasses } = options;
  const diagnostics: Diagnostic[] = [];
  const members = memberNamer(names.camel, isReservedMember, diagnostics);
  const clientName = clientClassName(names, api.client);
  const wantedName = wantedClassName(names, api.client);
  if (clientName !== wantedName)
    diagnostics.push(diagnostic('client-name-taken', { name: wantedName, renamed: clientName }));
  const aliases = new Set(['Shared', 'Core', 'API']);
  const files = new Set(['resources/index', SHARED_MODULE]);
  const all: ResourceLayout[] = [];
  const methods = new Map(resourcesOf(api).map((resource) => [resource.path.join('.'), resource.methods]));
  const methodsAt = (path: readonly string[]): readonly Method[] => methods.get(path.join('.')) ?? [];

  const place = (
    resource: Resource,
    parent: {
      readonly path: readonly string[];
      readonly folder: string;
      readonly classes: readonly string[];
      readonly properties: readonly string[];
      readonly kind: 'client' | 'resource';
      readonly taken: Set<string>;
      readonly siblings: Set<string>;
    },
  ): ResourceLayout => {
    const path = [...parent.path, resource.key];
    const className = classNameOf(resource, path, {
      names,
      modelNames,
      clientName,
      siblings: parent.siblings,
    });
    parent.siblings.add(className);
    const property = members.free(names.camel(resource.key), parent, resource);
    const properties = [...parent.properties, property];
    const slug = slugOf(resource, parent.folder, names);
    const folder = resource.children.length > 0 ? unused(`${parent.folder}/${slug}`, files) : undefined;
    const module = unused(folder === undefined ? `${parent.folder}/${slug}` : `${folder}/${slug}`, files);
    if (folder !== undefined) files.add(`${folder}/index`);
    const slot = all.length;
    const alias = aliasFor([...parent.classes, className], aliases);
    const own = new Set<string>();
    const siblings = new Set([className]);
    const children = resource.children.map((child) =>
      place(child, {
        path,
        folder: folder ?? parent.folder,
        classes: [...parent.classes, className],
        properties,
        kind: 'resource',
        taken: own,
        siblings,
      }),
    );
    const layout: ResourceLayout = {
      resource,
      path,
      className,
      property,
      properties,
      module,
      folder,
      alias,
      children,
      methods: members.placeMethods(methodsAt(path), { kind: 'resource', taken: own }),
    };
    all.splice(slot, 0, layout);
    return layout;
  };

  // Options of the client are also properties of the client and take precedence.
  const own = new Set(api.client.options.map((option) => optionName(names, option.key)));
  const siblings = new Set(reservedClasses);
  const children = api.root.children.map((child) =>
    place(child, {
      path: [],
      folder: 'resources',
      classes: [],
      properties: [],
      kind: 'client',
      taken: own,
      siblings,
    }),
  );
  const root: ResourceLayout = {
    resource: api.root,
    path: [],
    className: clientName,
    property: '',
    properties: [],
    module: 'client',
    folder: undefined,
    alias: 'ClientAPI',
    children,
    methods: members.placeMethods(methodsAt([]), { kind: 'client', taken: own }),
  };
  return { root, all, diagnostics };
}

/**
 * Maximum length of a module path, so that its test (`tests/api-resources/… .test.ts`) stays within the
 * limit. A module with children is in a folder of the same name.
 */
const LONGEST_MODULE = 220;

function slugOf(resource: Resource, folder: string, names: Names): string {
  const room = LONGEST_MODULE - folder.length;
  const slug = fileStem(
    names.kebab(resource.key),
    resource.children.length > 0 ? Math.floor(room / 2) : room,
  );
  return slug === 'index' ? 'index_' : slug;
}

/** Names that files with a class need with another meaning. */
const RESERVED_CLASSES = new Set([
  'Array',
  'Response',
  'Omit',
  'Promise',
  'Record',
  'SDKClientOptions',
  'SDKRequestOptions',
  'Object',
  'Symbol',
]);

/**
 * A model keeps its name, because users know it. The class gets another name, also in the namespace of its
 * parent.
 */
function classNameOf(
  resource: Resource,
  path: readonly string[],
  options: {
    readonly names: Names;
    readonly modelNames: ReadonlyMap<string, ReadonlySet<string>>;
    readonly clientName: string;
    readonly siblings: ReadonlySet<string>;
  },
): string {
  const { modelNames, clientName, siblings } = options;
  const isTaken = (name: string): boolean =>
    [path, path.length === 1 ? ['$client'] : path.slice(0, -1)].some((row) =>
      modelNames.get(row.join('.'))?.has(name),
    ) ||
    name === clientName ||
    name === `${clientName}Core` ||
    RESERVED_CLASSES.has(name) ||
    siblings.has(name);
  let name = options.names.pascal(resource.key);
  for (let tries = 0; isTaken(name); tries++) name = tries === 0 ? `${name}Resource` : `${name}_`;
  return name;
}

function unused(path: string, taken: Set<string>): string {
  let free = path;
  while (taken.has(free.toLowerCase())) free = `${free}_`;
  taken.add(free.toLowerCase());
  return free;
}

function aliasFor(classes: readonly string[], taken: Set<string>): string {
  for (let from = classes.length - 1; from >= 0; from--) {
    const alias = `${classes.slice(from).join('')}API`;
    if (!taken.has(alias)) {
      taken.add(alias);
      return alias;
    }
  }
  let alias = `${classes.join('')}API_`;
  while (taken.has(alias)) alias = `${alias}_`;
  taken.add(alias);
  return alias;
}
