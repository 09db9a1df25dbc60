/** What the design of types knows about the whole SDK while it works through the schemas. */
import type { IntersectionType } from '../../../ir/types.ts';
import type { Direction, Shapes } from '../../../plan/shapes.ts';
import type { Names } from '../names.ts';
import type { Declaration } from './declaration.ts';

/** Received as a model, sent as a dictionary. */
export type Way = Extract<Direction, 'request' | 'response'>;

export interface World extends Shapes {
  readonly names: Names;
  /** The declaration of a schema with a name of its own; undefined where it is inlined. */
  readonly modelFor: (id: string, way: Way) => Declaration | undefined;
  /** Schemas that reach themselves without passing a model: inlining them needs a name. */
  readonly recursive: ReadonlySet<string>;
  /** Notes an intersection of which the type says less than the document. */
  readonly widened: (node: IntersectionType) => void;
}

/** A type file that is being filled. */
export interface Scope {
  readonly module: string;
  /** Opens a declaration under the first free name. */
  readonly open: (wanted: string) => Declaration;
}

export interface Site {
  readonly scope: Scope;
  /** Names of properties from the root of the file, joined: what the next type here is called. */
  readonly path: string;
  readonly way: Way;
  /** Inlined schemas that enclose this place, with what they became. */
  readonly within: ReadonlyMap<string, Declaration>;
}
