/** Data about the whole SDK that planning of types needs. */
import type { Direction, Shapes } from '../../../plan/shapes.ts';
import type { Names } from '../casing.ts';
import type { ValueOptions } from '../../../ir/values.ts';
import type { Declaration } from './declaration.ts';

export interface TypeContext extends Shapes {
  readonly names: Names;
  readonly values: ValueOptions;
  /** Declarations of models by schema id. */
  readonly models: ReadonlyMap<string, Declaration>;
  /** Declarations for requests, for models whose request and response types differ. */
  readonly sentModels: ReadonlyMap<string, Declaration>;
  /** Schemas that refer to themselves without a model in between: they need a name to be inlined. */
  readonly recursive: ReadonlySet<string>;
}

/** The declaration of a model for one direction. */
export const modelFor = (
  context: Pick<TypeContext, 'models' | 'sentModels'>,
  id: string,
  direction: Direction,
): Declaration | undefined =>
  (direction === 'request' ? context.sentModels.get(id) : undefined) ?? context.models.get(id);
