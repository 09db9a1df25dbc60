/**
 * Types that moved to another resource: a module at the former place exports them, so that imports continue
 * to work.
 */
import type { ModelPlan } from '../../plan/sdk.ts';
import { type Layout, stem } from './layout.ts';
import type { Names } from './names.ts';
import type { Declaration, TypeModule } from './types/declaration.ts';
import type { Way } from './types/type-context.ts';

export interface FormerModule {
  readonly name: string;
  /** The export of its package. */
  readonly root: FormerName;
  /** The root, and other types in its file. */
  readonly names: readonly FormerName[];
}

export interface FormerName {
  readonly name: string;
  readonly declaration: Declaration;
}

/** Packages of types that do not belong to a resource. */
const SHARED: Readonly<Record<Way, string>> = {
  response: 'types.shared',
  request: 'types.shared_params',
};

/** Types below `$shared` and the client have the same name in both directions. */
export function formerModules(
  models: readonly ModelPlan[],
  sdk: {
    readonly layout: Layout;
    readonly names: Names;
    readonly types: readonly TypeModule[];
    /** Declarations of a model by direction. */
    readonly declaredAs: (model: ModelPlan) => readonly (readonly [Way, Declaration])[];
  },
): readonly FormerModule[] {
  const { layout, names } = sdk;
  const files = new Map(sdk.types.map((typeModule) => [typeModule.name, typeModule]));
  const isTaken = takenIn(sdk);
  const placeOf = (resource: readonly string[], way: Way): string | undefined =>
    resource.join('.') === '$shared' ? SHARED[way] : layout.byPath.get(resource.join('.'))?.types;
  const former: FormerModule[] = [];
  for (const model of models)
    for (const resource of model.formerly)
      for (const [way, declaration] of sdk.declaredAs(model)) {
        const place = placeOf(resource, way);
        if (place === undefined) continue;
        const own = names.pascal(model.model.name);
        const name = way === 'request' && place !== SHARED.request ? `${own}Param` : own;
        const module = `${place}.${stem(names.snake(name), place)}`;
        if (isTaken(module, place, name)) continue;
        const others = (files.get(declaration.module)?.declarations ?? []).filter(
          (item) => item !== declaration,
        );
        const root = { name, declaration };
        former.push({
          name: module,
          root,
          names: [root, ...others.map((item) => ({ name: item.name, declaration: item }))],
        });
      }
  return former;
}

/** Whether the file, or the export of its package, already exists. */
function takenIn({
  layout,
  types,
}: {
  readonly layout: Layout;
  readonly types: readonly TypeModule[];
}): (module: string, place: string, name: string) => boolean {
  const paths = new Set([
    ...types.map((typeModule) => typeModule.name.toLowerCase()),
    ...layout.all.map((resourceLayout) => `${resourceLayout.types}.${resourceLayout.property}`.toLowerCase()),
  ]);
  const exported = new Set(
    types.map(
      (typeModule) =>
        `${typeModule.name.slice(0, typeModule.name.lastIndexOf('.'))} ${typeModule.root?.name ?? ''}`,
    ),
  );
  return (module, place, name) => paths.has(module.toLowerCase()) || exported.has(`${place} ${name}`);
}
