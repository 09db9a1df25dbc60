/**
 * What the types of an SDK are as the design builds them: expressions, and the declarations that they name.
 */
import type { Property, TypeNode } from '../../../ir/types.ts';
import type { JsonValue } from '../../../lib/json.ts';

/** A type, printed only when every name in the file is known. */
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
  /** `str`, `object`: a name of Python itself. */
  | { readonly kind: 'builtin'; readonly name: string }
  | ImportedName
  | { readonly kind: 'declaration'; readonly declaration: Declaration }
  /** A name of the file itself: a type variable. */
  | { readonly kind: 'local'; readonly name: string };

export interface ImportedName {
  /** Of the standard library or a package, or of the SDK's runtime: `from .._types import Omit`. */
  readonly kind: 'library' | 'runtime';
  readonly module: string;
  readonly name: string;
}

/**
 * What is said of a value beside its type: how it is called and written on the wire, how members are told
 * apart.
 */
export interface PropertyInfo {
  readonly alias?: string;
  readonly format?: 'iso8601' | 'base64';
  readonly discriminator?: string;
}

export interface Member {
  /** In Python. */
  readonly name: string;
  readonly wireName: string;
  readonly required: boolean;
  readonly type: TypeExpression;
  readonly doc: readonly string[];
  /** What the API says of the value, for the documentation. */
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
  /** Below the package, with dots: `types.cards.balance`. */
  readonly module: string;
  /** Filled once its contents are known: declarations may refer to themselves. */
  body: DeclarationBody;
  doc: readonly string[];
}

export type DeclarationBody =
  | { readonly kind: 'pending' }
  | { readonly kind: 'alias'; readonly type: TypeExpression }
  /** A class whose instances are received. */
  | {
      readonly kind: 'model';
      readonly bases: readonly Declaration[];
      readonly members: readonly Member[];
      /** Type of undeclared properties. */
      readonly extra?: TypeExpression;
    }
  /** A dictionary that is sent. */
  | {
      readonly kind: 'dictionary';
      readonly bases: readonly Declaration[];
      readonly members: readonly Member[];
      readonly extra?: TypeExpression;
    }
  /** A page of a list: generic in its items. */
  | {
      readonly kind: 'page';
      readonly base: NameExpression;
      readonly members: readonly Member[];
    };

/** A file of types: its declarations, what they need before them. */
export interface TypeModule {
  readonly name: string;
  readonly declarations: Declaration[];
  /** What it is made for, exported under its own name; the last of its declarations. */
  readonly root: Declaration | undefined;
}
