/** What the design of types knows about the whole SDK while it works through the schemas. */
import type { IntersectionType, ObjectType } from '../../../ir/types.ts';
import type { Direction, Shapes } from '../../../plan/shapes.ts';
import type { Names } from '../names.ts';
import type { Declaration } from './declaration.ts';
import type { TypeExpression } from './expr.ts';

/** Received as a model, sent as a dictionary. */
export type Way = Extract<Direction, 'request' | 'response'>;

export interface TypeContext extends Shapes {
  readonly names: Names;
  /** The declaration of a schema with a name of its own; undefined where it is inlined. */
  readonly modelFor: (id: string, way: Way) => Declaration | undefined;
  /** Schemas that reach themselves without passing a model: inlining them needs a name. */
  readonly recursive: ReadonlySet<string>;
  /** Objects without a name of their own that have a type already, by file, way and name. */
  readonly twins: Map<string, readonly Twin[]>;
  /** Notes an intersection of which the type says less than the document. */
  readonly widened: (node: IntersectionType) => void;
}

export interface Twin {
  readonly node: ObjectType;
  readonly type: TypeExpression;
}

/** A type file that is being filled. */
export interface Scope {
  readonly module: string;
  /** Opens a declaration under the first free name. */
  readonly open: (wanted: string) => Declaration;
}

export interface TypeSite {
  readonly scope: Scope;
  /** Names of properties from the root of the file, joined: what the next type here is called. */
  readonly path: string;
  readonly way: Way;
  /** Inlined schemas that enclose this place, with what they became. */
  readonly within: ReadonlyMap<string, Declaration>;
}
