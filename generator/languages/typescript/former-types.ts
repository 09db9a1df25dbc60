/** Types that moved to another resource also remain importable from their former module, under an alias. */
import type { ModelPlan } from '../../plan/sdk.ts';
import { type Declaration, createDeclaration } from './types/declaration.ts';
import * as expr from './types/expr.ts';

export interface FormerPlace {
  readonly module: string;
  readonly isTaken: (name: string) => boolean;
  readonly add: (declaration: Declaration) => void;
}

/** `placeOf` is undefined if the resource no longer exists. */
export function keepFormerTypes(
  models: readonly ModelPlan[],
  declaredAs: (schema: string) => readonly Declaration[],
  placeOf: (resource: readonly string[]) => FormerPlace | undefined,
): void {
  for (const { schema, formerly } of models)
    for (const resource of formerly) {
      const place = placeOf(resource);
      for (const declaration of place ? declaredAs(schema.id) : []) {
        if (place === undefined || place.module === declaration.module || place.isTaken(declaration.name))
          continue;
        const kept = keptAs(declaration, { module: place.module });
        kept.doc = ['Kept for existing imports; the type has moved to another file.'];
        place.add(kept);
      }
    }
}

/** An alias for the type, and for the types in its namespace. */
function keptAs(
  declaration: Declaration,
  where: { readonly module: string; readonly parent?: Declaration },
): Declaration {
  const kept = createDeclaration({ name: declaration.name, ...where });
  kept.body = { kind: 'alias', type: expr.declared(declaration) };
  kept.nested.push(...declaration.nested.map((item) => keptAs(item, { module: where.module, parent: kept })));
  return kept;
}
