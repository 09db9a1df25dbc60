/** Types that moved to another resource: a module at the old place hands them out, so that imports go on. */
import type { ModelPlan } from '../../plan/sdk.ts';
import { type Layout, stem } from './layout.ts';
import type { Names } from './names.ts';
import type { Declaration, TypeModule } from './types/declaration.ts';
import type { Way } from './types/type-context.ts';

export interface FormerModule {
  readonly name: string;
  /** What its package hands out. */
  readonly root: FormerName;
  /** The root, and what else stands in its file. */
  readonly names: readonly FormerName[];
}

export interface FormerName {
  readonly name: string;
  readonly declaration: Declaration;
}

/** Packages of types that no resource has as its own. */
const SHARED: Readonly<Record<Way, string>> = {
  response: 'types.shared',
  request: 'types.shared_params',
};

/** Names of types below `$shared` and the client are not marked by their direction. */
export function formerModules(
  models: readonly ModelPlan[],
  sdk: {
    readonly layout: Layout;
    readonly names: Names;
    readonly types: readonly TypeModule[];
    /** What a model is declared as, by direction. */
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

/** Whether a file, or an export of its package, is there already. */
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
