/** `__init__` files: names that are imported when they are asked for. */
import { type Code, filePath, identifier, stringLiteral } from '../code.ts';
import type { Layout, ResourceLayout } from '../layout.ts';
import { relativeModule } from '../print.ts';
import type { TypeModule } from '../types/declaration.ts';

export interface PackageView {
  readonly file: Code;
  /** Runtime module of lazy names, as the package sees it. */
  readonly lazy: Code;
  readonly names: readonly LazyNameView[];
  readonly hasNames: boolean;
}

export interface LazyNameView {
  readonly name: Code;
  readonly quoted: Code;
  /** `.card`, in quotes. */
  readonly place: Code;
  /** `.card`, for an import. */
  readonly module: Code;
}

/** Of types: each main type of the package, and in `types` itself the shared ones too. */
export function typePackages(modules: readonly TypeModule[], packagePath: string): readonly PackageView[] {
  const packages = new Map<string, TypeModule[]>([['types', []]]);
  for (const module of modules) {
    const place = module.name.slice(0, module.name.lastIndexOf('.'));
    for (let at = place; at.includes('.'); at = at.slice(0, at.lastIndexOf('.')))
      packages.set(at, packages.get(at) ?? []);
    packages.set(place, [...(packages.get(place) ?? []), module]);
  }
  const own = new Set((packages.get('types') ?? []).map((one) => one.root?.name));
  const shared = (packages.get('types.shared') ?? []).filter((one) => !own.has(one.root?.name));
  return [...packages].map(([place, members]) => {
    const all = place === 'types' ? [...shared, ...members] : members;
    return packageView(
      place,
      all.flatMap(({ name, root }) => (root ? [{ name: root.name, module: name }] : [])),
      packagePath,
    );
  });
}

/** Of resources: six classes each. */
export function resourcePackages(layout: Layout, packagePath: string): readonly PackageView[] {
  const of = (place: string, resources: readonly ResourceLayout[]): PackageView =>
    packageView(
      place,
      resources.flatMap((one) => classesOf(one).map((name) => ({ name, module: one.package ?? one.module }))),
      packagePath,
    );
  return [
    of('resources', layout.root.children),
    ...layout.all.flatMap((one) =>
      one.package === undefined
        ? []
        : [
            packageView(
              one.package,
              [
                ...one.children.flatMap((child) =>
                  classesOf(child).map((name) => ({ name, module: child.package ?? child.module })),
                ),
                ...classesOf(one).map((name) => ({ name, module: one.module })),
              ],
              packagePath,
            ),
          ],
    ),
  ];
}

const classesOf = ({ className, asyncClassName }: ResourceLayout): readonly string[] =>
  [className, asyncClassName].flatMap((one) => [one, `${one}WithRawResponse`, `${one}WithStreamingResponse`]);

function packageView(
  place: string,
  names: readonly { readonly name: string; readonly module: string }[],
  packagePath: string,
): PackageView {
  const from = `${place}.__init__`;
  return {
    file: filePath(`src/${packagePath}/${place.replaceAll('.', '/')}/__init__.py`),
    lazy: relativeModule(from, '_lazy'),
    names: names.map(({ name, module }) => {
      const relative = relativeModule(from, module);
      return {
        name: identifier(name),
        quoted: stringLiteral(name),
        place: stringLiteral(relative),
        module: relative,
      };
    }),
    hasNames: names.length > 0,
  };
}
