/** A named type of the SDK: an interface or an alias, with the types nested in its namespace. */
import type { TypeNode } from '../../../ir/types.ts';
import type { JsonValue } from '../../../lib/json.ts';
import type { Code } from '../code.ts';
import type { TypeExpression } from './expr.ts';

export interface Member {
  readonly name: string;
  readonly key: Code;
  readonly optional: boolean;
  readonly type: TypeExpression;
  readonly doc: readonly string[];
  /** What the API says of the value, for the documentation: limits, default, example. */
  readonly about?: About;
}

export interface About {
  readonly type: TypeNode;
  readonly default?: JsonValue;
  readonly example?: JsonValue;
}

export interface Declaration {
  /** Unique in the SDK: `resources/servers#Server.Tool`. */
  readonly key: string;
  readonly name: string;
  /** File without extension, relative to `src/`: `resources/servers/servers`. */
  readonly module: string;
  readonly parent: Declaration | undefined;
  /** Filled once its contents are known: declarations may refer to themselves. */
  body: DeclarationBody;
  doc: readonly string[];
  readonly nested: Declaration[];
}

export type DeclarationBody =
  | { readonly kind: 'pending' }
  | { readonly kind: 'alias'; readonly type: TypeExpression }
  | {
      readonly kind: 'interface';
      readonly bases: readonly TypeExpression[];
      readonly members: readonly Member[];
      readonly index?: TypeExpression;
    };

export function createDeclaration(where: {
  readonly name: string;
  readonly module: string;
  readonly parent?: Declaration;
}): Declaration {
  const { name, module, parent } = where;
  return {
    key: parent ? `${parent.key}.${name}` : `${module}#${name}`,
    name,
    module,
    parent,
    body: { kind: 'pending' },
    doc: [],
    nested: [],
  };
}

/** From the outermost to the declaration itself. */
export function lineage(declaration: Declaration): readonly Declaration[] {
  const chain: Declaration[] = [];
  for (let one: Declaration | undefined = declaration; one; one = one.parent) chain.unshift(one);
  return chain;
}
