/** A named type of the SDK: a model, a dictionary or an alias, in a module of its own or of its owner. */
import type { Property, TypeNode } from '../../../ir/types.ts';
import type { JsonValue } from '../../../lib/json.ts';
import type { NameExpression, TypeExpression } from './expr.ts';

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

export function createDeclaration(module: string, name: string): Declaration {
  return { key: `${module}#${name}`, name, module, body: { kind: 'pending' }, doc: [] };
}
