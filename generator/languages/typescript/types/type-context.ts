/** What type planning knows about the whole SDK while it works through the schemas. */
import type { Direction, Shapes } from '../../../plan/shapes.ts';
import type { Names } from '../casing.ts';
import type { Declaration } from './declaration.ts';

export interface TypeContext extends Shapes {
  readonly names: Names;
  /** Declarations of models by schema id. */
  readonly models: ReadonlyMap<string, Declaration>;
  /** The same as they are sent, of those that hold what only one direction has. */
  readonly sentModels: ReadonlyMap<string, Declaration>;
  /** Schemas that reach themselves without passing a model: inlining them needs a name. */
  readonly recursive: ReadonlySet<string>;
}

/** The declaration of a model for one direction. */
export const modelFor = (
  context: Pick<TypeContext, 'models' | 'sentModels'>,
  id: string,
  direction: Direction,
): Declaration | undefined =>
  (direction === 'request' ? context.sentModels.get(id) : undefined) ?? context.models.get(id);
