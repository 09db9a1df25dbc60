/** Finds the models that the config names in the document. */
import { distance } from 'fastest-levenshtein';
import { type JSONValue, jsonpath } from 'json-p3';
import { type JsonObject, isJsonObject } from '../lib/json.ts';
import { type Origin, escapeToken } from '../lib/origin.ts';
import { byCodeUnit } from '../lib/order.ts';
import type { Documents } from '../source/types.ts';
import type { Context, ReportContext } from './context.ts';
import { documentRoot } from './operations/method.ts';
import type { ConfiguredModel } from './models.ts';
import { objectAt } from './read.ts';
import { inlineId } from './schema/names.ts';
import type { Provenance, Schema, TypeNode } from './types.ts';
import type { RequestedModel, BuildOptions } from './build-options.ts';

export interface ModelTypes {
  /**
   * Type of each model by the names that the config may use: `responses.response_object`,
   * `response_object`, or the schema's name.
   */
  readonly byName: ReadonlyMap<string, TypeNode>;
  readonly read: ReadonlyMap<RequestedModel, TypeNode>;
}

/**
 * Schemas that only the config names; the document names them neither as a component nor by an inline `id`.
 * The reader must know them before it reads anything.
 */
export function schemasToName(
  documents: Documents,
  options: Pick<BuildOptions, 'models'>,
): readonly { readonly node: JsonObject; readonly origin: Origin }[] {
  return options.models.flatMap((model) => {
    const ref = model.target.kind === 'schema' ? undefined : referenceOf(documents, model);
    const target = ref === undefined ? undefined : documents.resolve(ref, documents.root).value;
    return target !== undefined &&
      isJsonObject(target.value) &&
      !Object.hasOwn(target.value, '$ref') &&
      inlineId(target.value) === undefined
      ? [{ node: target.value, origin: target.origin }]
      : [];
  });
}

/**
 * Reads the schemas of the configured models, so that the reader knows them even if no operation uses them.
 */
export function readModelTypes(
  context: Context,
  options: Pick<BuildOptions, 'models'> & { readonly eventModels: readonly string[] },
): ModelTypes {
  const byName = new Map<string, TypeNode>();
  const read = new Map<RequestedModel, TypeNode>();
  const root = documentRoot(context);
  for (const model of options.models) {
    const ref = referenceOf(context.documents, model);
    const target = ref === undefined ? undefined : context.documents.resolve(ref, root.node).value;
    if (target === undefined || ref === undefined) {
      if (model.skipped !== true)
        context.report(
          'config-model-unknown',
          {
            model: [...model.resource, model.name].join('.'),
            target: describe(model),
            nearest: nearest(context, model),
          },
          model.origin,
        );
      continue;
    }
    const type = context.readType(target.value, target.origin);
    read.set(model, type);
    for (const name of [model.name, [...model.resource, model.name].join('.')])
      if (!byName.has(name)) byName.set(name, type);
  }
  for (const name of options.eventModels) {
    const target = byName.has(name)
      ? undefined
      : context.documents.resolve(`#/components/schemas/${escapeToken(name)}`, root.node).value;
    if (target !== undefined) byName.set(name, context.readType(target.value, target.origin));
  }
  return { byName, read };
}

/**
 * Ids of the configured models. Undefined if there is no `models` configuration and nothing
 * else decides which types are public.
 */
export function configuredModels(
  context: ReportContext,
  options: BuildOptions,
  types: ModelTypes,
  schemas: readonly Schema[],
): readonly ConfiguredModel[] | undefined {
  if (options.models.length === 0)
    return options.methods.length > 0 && options.unspecified === 'omit' ? [] : undefined;
  const known = new Set(schemas.map((schema) => schema.id));
  const models: ConfiguredModel[] = [];
  for (const model of options.models) {
    const type = types.read.get(model);
    if (type === undefined || model.skipped === true) continue;
    if (type.kind !== 'ref' || !known.has(type.id)) {
      context.report(
        'config-model-inline',
        { model: [...model.resource, model.name].join('.'), target: describe(model) },
        model.origin,
      );
      continue;
    }
    const first = models.find((configuredModel) => configuredModel.id === type.id);
    if (first !== undefined) {
      if (model.hinted !== true)
        context.report(
          'config-model-twice',
          {
            model: [...model.resource, model.name].join('.'),
            other: [...first.resource, first.name].join('.'),
          },
          model.origin,
        );
      continue;
    }
    const path = [...model.resource, 'models', model.name].join('.');
    const provenance: Provenance =
      model.hinted === true
        ? { rule: 'x-stainless', detail: 'x-stainless-model', origin: model.origin }
        : { rule: 'config', detail: `resources.${path}`, origin: model.origin };
    models.push({ id: type.id, name: model.name, resource: model.resource, provenance });
  }
  return models;
}

/**
 * Reference to the model's schema as the entry document would write it. Undefined
 * if its JSONPath selects nothing.
 */
function referenceOf(documents: Documents, model: RequestedModel): string | undefined {
  switch (model.target.kind) {
    case 'schema':
      return `#/components/schemas/${escapeToken(model.target.name)}`;
    case 'pointer':
      return `#${model.target.pointer}`;
    case 'reference':
      return model.target.ref;
    case 'path': {
      const found = jsonpath.query(model.target.path, documents.root as JSONValue).pointers()[0];
      return found && `#${found.toString()}`;
    }
    default:
      return model.target satisfies never;
  }
}

const describe = ({ target }: RequestedModel): string =>
  target.kind === 'schema'
    ? target.name
    : target.kind === 'pointer'
      ? `#${target.pointer}`
      : target.kind === 'reference'
        ? target.ref
        : target.path;

function nearest(context: ReportContext, model: RequestedModel): string {
  const wanted = describe(model).split('/').at(-1) ?? '';
  const names = Object.keys(objectAt(objectAt(context.documents.root, 'components') ?? {}, 'schemas') ?? {});
  return (
    names
      .map((name) => ({ name, far: distance(wanted, name) }))
      .sort((a, b) => a.far - b.far || byCodeUnit(a.name, b.name))[0]?.name ?? 'none'
  );
}
