/** Data about the whole SDK that the design of types needs. */
import type { IntersectionType, ObjectType } from '../../../ir/types.ts';
import type { Direction, Shapes } from '../../../plan/shapes.ts';
import type { Names } from '../names.ts';
import type { Declaration } from './declaration.ts';
import type { TypeExpression } from './expr.ts';

/** Received as a model, sent as a dictionary. */
export type Way = Extract<Direction, 'request' | 'response'>;

export interface TypeContext extends Shapes {
  readonly names: Names;
  /** The declaration of a named schema; undefined if it is inlined. */
  readonly modelFor: (id: string, way: Way) => Declaration | undefined;
  /** Schemas that refer to themselves without a model in between: they need a name to be inlined. */
  readonly recursive: ReadonlySet<string>;
  /** Types already declared for unnamed objects, by file, direction and name. */
  readonly twins: Map<string, readonly Twin[]>;
  /** Records an intersection whose type is less precise than the document. */
  readonly widened: (node: IntersectionType) => void;
}

export interface Twin {
  readonly node: ObjectType;
  readonly type: TypeExpression;
}

/** A file of types under construction. */
export interface Scope {
  readonly module: string;
  /** Creates a declaration under the first free name. */
  readonly open: (wanted: string) => Declaration;
}

export interface TypeSite {
  readonly scope: Scope;
  /** Joined property names from the root of the file: the name of the next type. */
  readonly path: string;
  readonly way: Way;
  /** Enclosing inlined schemas, with their declarations. */
  readonly within: ReadonlyMap<string, Declaration>;
}
