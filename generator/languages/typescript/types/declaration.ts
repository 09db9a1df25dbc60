/** A named type of the SDK: an interface or alias, with nested types in its namespace. */
import type { TypeNode } from '../../../ir/types.ts';
import type { JsonValue } from '../../../lib/json.ts';
import type { Code } from '../code.ts';

/** A type before printing; built with `expr.ts`. */
export type TypeExpression = readonly TypePart[];

export type TypePart =
  | { readonly kind: 'code'; readonly code: Code }
  /** A declaration in this or another file. */
  | { readonly kind: 'declaration'; readonly declaration: Declaration }
  /** A type of the SDK runtime, imported from `module`; `value` if it is needed at run time. */
  | { readonly kind: 'runtime'; readonly name: string; readonly module: string; readonly value?: true }
  /** The client inside a method or function: `this._client`, `client`. */
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
  /** Information for the documentation: limits, default, example. */
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
  /** The file without extension, relative to `src/`: `resources/servers/servers`. */
  readonly module: string;
  readonly parent: Declaration | undefined;
  /** The object for which the nested type was declared. */
  readonly source?: TypeNode;
  /** Set after creation, because declarations may refer to themselves. */
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

/** From the outermost declaration to the given one. */
export function lineage(declaration: Declaration): readonly Declaration[] {
  const chain: Declaration[] = [];
  for (let item: Declaration | undefined = declaration; item; item = item.parent) chain.unshift(item);
  return chain;
}

/** The types of a module, by purpose. */
export interface ModuleTypes {
  readonly models: Declaration[];
  readonly responses: Declaration[];
  readonly params: Declaration[];
  readonly errors: Declaration[];
  /** Aliases for models that moved elsewhere. */
  readonly former: Declaration[];
}
