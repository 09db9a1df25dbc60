/** A named type of the SDK: an interface or an alias, with the types nested in its namespace. */
import type { TypeNode } from '../../../ir/types.ts';
import type { JsonValue } from '../../../lib/json.ts';
import type { Code } from '../code.ts';

/** A type as the plan builds it; `expr.ts` makes them. */
export type TypeExpression = readonly TypePart[];

export type TypePart =
  | { readonly kind: 'code'; readonly code: Code }
  /** A declaration of this file or of another one. */
  | { readonly kind: 'declaration'; readonly declaration: Declaration }
  /** A type of the SDK runtime, imported from `module`; `value` when it is needed when the code runs. */
  | { readonly kind: 'runtime'; readonly name: string; readonly module: string; readonly value?: true }
  /** The client in the body of a method or function: `this._client`, `client`. */
  | { readonly kind: 'receiver' }
  /** A type of the JavaScript environment. */
  | { readonly kind: 'global'; readonly name: GlobalName };

export type GlobalName = 'Array' | 'Response' | 'Blob' | 'Date' | 'Object';

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
  /** The object that a nested type declares. */
  readonly source?: TypeNode;
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
  readonly source?: TypeNode;
}): Declaration {
  const { name, module, parent, source } = where;
  return {
    key: parent ? `${parent.key}.${name}` : `${module}#${name}`,
    name,
    module,
    parent,
    ...(source && { source }),
    body: { kind: 'pending' },
    doc: [],
    nested: [],
  };
}

/** From the outermost to the declaration itself. */
export function lineage(declaration: Declaration): readonly Declaration[] {
  const chain: Declaration[] = [];
  for (let item: Declaration | undefined = declaration; item; item = item.parent) chain.unshift(item);
  return chain;
}

/** The types of a module, by what they are for. */
export interface ModuleTypes {
  readonly models: Declaration[];
  readonly responses: Declaration[];
  readonly params: Declaration[];
  readonly errors: Declaration[];
  /** Models that live elsewhere now, for those who import them from here. */
  readonly former: Declaration[];
}
