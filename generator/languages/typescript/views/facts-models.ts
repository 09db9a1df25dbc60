/** Named types as data, each with a unique name, so that templates can generate one file per model. */
import type { Schema } from '../../../ir/types.ts';
import { recursiveSchemas } from '../../../plan/models.ts';
import type { Direction } from '../../../plan/shapes.ts';
import { type Code, code, filePath, identifier } from '../code.ts';
import { createFileScope } from '../file-scope.ts';
import type { TypescriptSdk } from '../sdk.ts';
import * as expr from '../types/expr.ts';
import { modelFor } from '../types/type-context.ts';
import { freeName } from './facts-names.ts';
import { type FactsContext, type TypeFacts, typeFacts } from './facts-types.ts';
import type { ViewContext } from './resource.ts';

export interface SchemaRef {
  readonly id: Code;
  readonly name: Code;
}

export interface ModelFacts {
  /** Unique in the SDK, and the stem of a file: `book-param`. */
  readonly id: Code;
  /** The same as an identifier: `bookParam`. */
  readonly name: Code;
  /** Its type in the SDK; `unknown` if the SDK only inlines it. */
  readonly declared: Code;
  /** Imports for `declared` in a file of a folder directly below `src/`. */
  readonly imports: readonly Code[];
  /** The request type, if it is different from the response type. */
  readonly isSent: boolean;
  /** It contains itself at any depth. */
  readonly isRecursive: boolean;
  readonly type: TypeFacts;
  /** Models that `type` refers to, each once, without itself. */
  readonly refs: readonly SchemaRef[];
}

interface NamedModel {
  readonly ref: { readonly id: string; readonly name: string };
  readonly schema: Schema;
  readonly direction: Direction;
  readonly isSent: boolean;
}

/** Names by schema id, for responses and requests. */
export interface ModelNames {
  readonly received: ReadonlyMap<string, NamedModel>;
  readonly sent: ReadonlyMap<string, NamedModel>;
}

export function modelNames({ plan, names }: TypescriptSdk): ModelNames {
  const taken = new Set<string>();
  const received = new Map<string, NamedModel>();
  const sent = new Map<string, NamedModel>();
  for (const { schema, model, direction } of plan.models)
    received.set(schema.id, {
      ref: freeName({ names }, model.name, taken),
      schema,
      direction,
      isSent: false,
    });
  // Recursive schemas need a name here; the SDK's types name them inside the types that use them.
  for (const schema of plan.api.schemas) {
    if (!plan.recursive.has(schema.id)) continue;
    const ref = freeName({ names }, schema.name, taken);
    received.set(schema.id, { ref, schema, direction: 'both', isSent: false });
  }
  for (const { schema, model, isSplit } of plan.models) {
    if (!isSplit) continue;
    const ref = freeName({ names }, `${model.name}_param`, taken);
    sent.set(schema.id, { ref, schema, direction: 'request', isSent: true });
  }
  return { received, sent };
}

export function typeContext(sdk: TypescriptSdk, names: ModelNames, direction: Direction): FactsContext {
  return {
    shapes: sdk.context,
    direction,
    refOf: (id, asked) => {
      const found = (asked === 'request' ? names.sent.get(id) : undefined) ?? names.received.get(id);
      return found && viewRef(found);
    },
  };
}

const viewRef = ({ ref }: Pick<NamedModel, 'ref'>): SchemaRef => ({
  id: filePath(ref.id),
  name: identifier(ref.name),
});

export function viewModelFacts(view: ViewContext, names: ModelNames): readonly ModelFacts[] {
  const { sdk } = view;
  const recursive = recursiveSchemas(sdk.context.schemas, () => false);
  return [...names.received.values(), ...names.sent.values()].map((model) => {
    const { schema, direction, isSent } = model;
    const declaration = modelFor(sdk.context, schema.id, direction);
    const scope = createFileScope({
      module: `facts/${model.ref.id}`,
      declarations: [],
      names: [],
      aliasOf: view.aliasOf,
    });
    const type = typeFacts(typeContext(sdk, names, direction), schema.type);
    const own = viewRef(model);
    return {
      ...own,
      declared: declaration ? scope.print(expr.declared(declaration)) : code`unknown`,
      imports: scope.imports(),
      isSent,
      isRecursive: recursive.has(schema.id),
      type,
      refs: refsOf(type).filter((ref) => ref.id !== own.id),
    };
  });
}

/** All references in a type, each once, in the order of their names. */
export function refsOf(type: TypeFacts): readonly SchemaRef[] {
  const found = new Map<string, SchemaRef>();
  const visit = (item: TypeFacts): void => {
    if (item.isRef) found.set(item.ref.id, item.ref);
    for (const property of item.properties) visit(property.type);
    for (const part of [...item.parts, ...item.rest]) visit(part);
  };
  visit(type);
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
