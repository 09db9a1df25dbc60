/** `__init__` files with lazy imports. */
import { type Code, filePath, identifier, stringLiteral } from '../code.ts';
import type { Layout, ResourceLayout } from '../layout.ts';
import { importStatements } from '../imports.ts';
import { relativeModule } from '../file-scope.ts';
import type { FormerName } from '../former-types.ts';
import type { PythonSdk } from '../sdk.ts';
import type { TypeModule } from '../types/declaration.ts';

export interface PackageView {
  readonly file: Code;
  /** The runtime module for lazy names, relative to the package. */
  readonly lazy: Code;
  /** One statement each, for type checkers. */
  readonly imports: readonly Code[];
  readonly names: readonly LazyNameView[];
  /** Those that have another name in their module. */
  readonly renamed: readonly LazyNameView[];
  readonly hasNames: boolean;
}

export interface LazyNameView {
  readonly name: Code;
  readonly quoted: Code;
  /** The name of the import, if necessary with an alias. */
  readonly local: Code;
  /** `.card` in quotes; `.card:Other` if it has another name there. */
  readonly place: Code;
}

/** A name that a package exports, and its module. */
interface Exported {
  readonly name: string;
  /** The name in the module, if it is different. */
  readonly own?: string;
  readonly module: string;
}

/**
 * Packages of types: each main type of the package. `types` also exports shared types and former places of
 * types.
 */
export function typePackages(
  { types: modules, formerTypes }: Pick<PythonSdk, 'types' | 'formerTypes'>,
  packagePath: string,
): readonly PackageView[] {
  const packages = new Map<string, TypeModule[]>([['types', []]]);
  for (const module of modules) {
    const place = module.name.slice(0, module.name.lastIndexOf('.'));
    for (let at = place; at.includes('.'); at = at.slice(0, at.lastIndexOf('.')))
      packages.set(at, packages.get(at) ?? []);
    packages.set(place, [...(packages.get(place) ?? []), module]);
  }
  const own = new Set((packages.get('types') ?? []).map((typeModule) => typeModule.root?.name));
  const shared = (packages.get('types.shared') ?? []).filter((typeModule) => !own.has(typeModule.root?.name));
  const before = new Map<string, Exported[]>();
  for (const { name, root } of formerTypes) {
    const place = name.slice(0, name.lastIndexOf('.'));
    before.set(place, [...(before.get(place) ?? []), exportedAs(root)]);
    packages.set(place, packages.get(place) ?? []);
  }
  const views = [...packages].map(([place, members]) => {
    const all = (place === 'types' ? [...shared, ...members] : members).flatMap(
      ({ name, root }): readonly Exported[] => (root ? [{ name: root.name, module: name }] : []),
    );
    const known = new Set(all.map((exported) => exported.name));
    const kept = (before.get(place) ?? []).filter((exported) => !known.has(exported.name));
    return packageView(`${place}.__init__`, [...all, ...kept], packagePath);
  });
  return [
    ...views,
    ...formerTypes.map(({ name, names }) => packageView(name, names.map(exportedAs), packagePath)),
  ];
}

const exportedAs = ({ name, declaration }: FormerName): Exported => ({
  name,
  module: declaration.module,
  ...(declaration.name !== name && { own: declaration.name }),
});

/** Packages of resources: six classes each. */
export function resourcePackages(layout: Layout, packagePath: string): readonly PackageView[] {
  const of = (place: string, resources: readonly ResourceLayout[]): PackageView =>
    packageView(
      `${place}.__init__`,
      resources.flatMap((resource) =>
        classesOf(resource).map((name) => ({ name, module: resource.package ?? resource.module })),
      ),
      packagePath,
    );
  return [
    of('resources', layout.root.children),
    ...layout.all.flatMap((resourceLayout) =>
      resourceLayout.package === undefined
        ? []
        : [
            packageView(
              `${resourceLayout.package}.__init__`,
              [
                ...resourceLayout.children.flatMap((child) =>
                  classesOf(child).map((name) => ({ name, module: child.package ?? child.module })),
                ),
                ...classesOf(resourceLayout).map((name) => ({ name, module: resourceLayout.module })),
              ],
              packagePath,
            ),
          ],
    ),
  ];
}

const classesOf = ({ className, asyncClassName }: ResourceLayout): readonly string[] =>
  [className, asyncClassName].flatMap((name) => [
    name,
    `${name}WithRawResponse`,
    `${name}WithStreamingResponse`,
  ]);

/** `file` is the module with the exports. */
function packageView(file: string, exported: readonly Exported[], packagePath: string): PackageView {
  const names = exported.map((item) => lazyName(file, item));
  return {
    file: filePath(`src/${packagePath}/${file.replaceAll('.', '/')}.py`),
    lazy: relativeModule(file, '_lazy'),
    imports: importStatements(
      exported.map(({ name, own = name, module }) => ({
        module: relativeModule(file, module),
        name: own,
        local: localOf(name, own),
        isExported: true,
      })),
    ),
    names,
    renamed: names.filter((name) => name.name !== name.local),
    hasNames: names.length > 0,
  };
}

function lazyName(file: string, { name, own, module }: Exported): LazyNameView {
  const relative = relativeModule(file, module);
  return {
    name: identifier(name),
    quoted: stringLiteral(name),
    local: identifier(localOf(name, own)),
    place: stringLiteral(own === undefined ? relative : `${relative}:${own}`),
  };
}

/** A name that differs is bound explicitly. */
const localOf = (name: string, own = name): string => (own === name ? name : `_${name}`);
