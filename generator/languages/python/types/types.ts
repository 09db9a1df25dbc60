/** Types during the design: expressions, and the declarations that they refer to. */
import type { Property, TypeNode } from '../../../ir/types.ts';
import type { JsonValue } from '../../../lib/json.ts';

/** A type; it is printed once every name in the file is known. */
export type TypeExpression =
  | NameExpression
  | { readonly kind: 'none' }
  | {
      readonly kind: 'generic';
      readonly head: NameExpression;
      readonly arguments: readonly TypeExpression[];
    }
  | { readonly kind: 'union'; readonly members: readonly TypeExpression[] }
  | { readonly kind: 'literal'; readonly values: readonly LiteralValue[] }
  | { readonly kind: 'annotated'; readonly type: TypeExpression; readonly info: PropertyInfo };

export type LiteralValue = string | number | boolean;

export type NameExpression =
  /** A builtin name of Python: `str`, `object`. */
  | { readonly kind: 'builtin'; readonly name: string }
  | ImportedName
  | { readonly kind: 'declaration'; readonly declaration: Declaration }
  /** A name of the file itself, such as a type variable. */
  | { readonly kind: 'local'; readonly name: string };

export interface ImportedName {
  /** From the standard library or a package, or from the SDK's runtime: `from .._types import Omit`. */
  readonly kind: 'library' | 'runtime';
  readonly module: string;
  readonly name: string;
}

/** Information about a value besides its type: its name and format on the wire, and the discriminator. */
export interface PropertyInfo {
  readonly alias?: string;
  readonly format?: 'iso8601' | 'base64' | 'base64url';
  readonly discriminator?: string;
}

export interface Member {
  /** The name in Python. */
  readonly name: string;
  readonly wireName: string;
  readonly required: boolean;
  readonly type: TypeExpression;
  readonly doc: readonly string[];
  /** Information of the document about the value, for documentation. */
  readonly about: About;
}

export interface About {
  readonly type: TypeNode;
  readonly default?: JsonValue;
  readonly example?: JsonValue;
  readonly property?: Property;
}

export interface Declaration {
  /** Unique in the SDK: `types.server#Server`. */
  readonly key: string;
  readonly name: string;
  /** Dotted path below the package: `types.cards.balance`. */
  readonly module: string;
  /** Set after creation, because declarations may refer to themselves. */
  body: DeclarationBody;
  doc: readonly string[];
}

export type DeclarationBody =
  | { readonly kind: 'pending' }
  | { readonly kind: 'alias'; readonly type: TypeExpression }
  /** A class for received values. */
  | {
      readonly kind: 'model';
      readonly bases: readonly Declaration[];
      readonly members: readonly Member[];
      /** Type of undeclared properties. */
      readonly extra?: TypeExpression;
    }
  /** A dictionary for sent values. */
  | {
      readonly kind: 'dictionary';
      readonly bases: readonly Declaration[];
      readonly members: readonly Member[];
      readonly extra?: TypeExpression;
    }
  /** A page of a list, generic in its items. */
  | {
      readonly kind: 'page';
      readonly base: NameExpression;
      readonly members: readonly Member[];
    };

/** A file of types: its declarations in order of definition. */
export interface TypeModule {
  readonly name: string;
  readonly declarations: Declaration[];
  /** The main type of the file, exported under its name; the last of its declarations. */
  readonly root: Declaration | undefined;
}
