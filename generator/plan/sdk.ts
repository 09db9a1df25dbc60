/** The whole SDK as every target generates it, without language-specific names, files and code. */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Api, Resource, Schema } from '../ir/types.ts';
import { byCodeUnit } from '../lib/order.ts';
import { type ClientPlan, planClient } from './client.ts';
import { type EditionRules, editionRules } from './edition.ts';
import { errorSchemas } from './errors.ts';
import { type PlannedMethod, planMethod } from './methods.ts';
import { modelDirection, oneWaySchemas, recursiveSchemas } from './models.ts';
import { type PagePlan, planPages } from './pages.ts';
import type { Direction, Shapes } from './shapes.ts';
import { resourcesOf } from './tree.ts';
import {
  type EventPlan,
  type UnwrapPlan,
  planEvents,
  planUnwraps,
  unusableKeys,
  unverifiedWebhooks,
  withWebhooks,
} from './webhooks.ts';

export interface SdkPlan {
  /** The API of the target, including a place for the method that reads webhooks. */
  readonly api: Api;
  readonly shapes: Shapes;
  readonly client: ClientPlan;
  /** All resources, the root first, each with its methods in the usual order. */
  readonly resources: readonly ResourcePlan[];
  readonly models: readonly ModelPlan[];
  /** Error bodies that have a name in the document but not in the config. */
  readonly errorModels: readonly Schema[];
  /** Schemas that reach themselves without passing a model, so inlining them needs a name. */
  readonly recursive: ReadonlySet<string>;
  readonly pages: readonly PagePlan[];
  readonly unwraps: readonly UnwrapPlan[];
  readonly events: readonly EventPlan[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface ResourcePlan {
  /** Keys from the root. */
  readonly path: readonly string[];
  readonly resource: Resource;
  readonly methods: readonly PlannedMethod[];
}

/** A schema that the target declares as a named type. */
export interface ModelPlan {
  readonly schema: Schema;
  readonly model: NonNullable<Schema['model']>;
  /** The declared direction: responses, requests or both. */
  readonly direction: Direction;
  /** True if requests and responses differ, so that there are two types. */
  readonly isSplit: boolean;
  /** Paths of resources it used to belong to; imports from there keep working. */
  readonly formerly: readonly (readonly string[])[];
}

/** Name of a model that the config does not place → dotted paths of resources, as `placesOf` records them. */
export type Places = ReadonlyMap<string, readonly string[]>;

export function planSdk(input: Api, former: Places = new Map()): SdkPlan {
  const api = withWebhooks({
    ...input,
    schemas: [...input.schemas].sort((a, b) => byCodeUnit(a.name, b.name) || byCodeUnit(a.id, b.id)),
  });
  const schemas = new Map(api.schemas.map((schema) => [schema.id, schema]));
  const shapes: Shapes = {
    schemas,
    sortProperties: api.client.sortProperties,
    edition: editionRules(api.client.edition),
  };
  const client = planClient(api);
  const oneWay = oneWaySchemas(schemas);
  return {
    api,
    shapes,
    client,
    resources: planResources(shapes, api),
    models: api.schemas.flatMap((schema) =>
      schema.model
        ? [
            {
              schema,
              model: schema.model,
              ...waysOf(schema, shapes.edition, oneWay),
              formerly: formerPlaces(schema.model, former),
            },
          ]
        : [],
    ),
    errorModels: errorSchemas(api),
    recursive: recursiveSchemas(schemas, (id) => schemas.get(id)?.model !== undefined),
    pages: planPages(api),
    unwraps: planUnwraps(api),
    events: planEvents(api),
    diagnostics: [
      ...(client.hasServers ? [] : [diagnostic('server-missing', {})]),
      ...unverifiedWebhooks(api),
      ...unusableKeys(api),
    ],
  };
}

function waysOf(
  schema: Schema,
  { isPublished }: EditionRules,
  oneWay: ReadonlySet<string>,
): Pick<ModelPlan, 'direction' | 'isSplit'> {
  const hasTwoForms = schema.usedIn === 'both' && oneWay.has(schema.id);
  return hasTwoForms && isPublished
    ? { direction: 'both', isSplit: false }
    : { direction: modelDirection(schema), isSplit: hasTwoForms };
}

function planResources(shapes: Shapes, api: Api): readonly ResourcePlan[] {
  const facts = {
    security: api.security,
    perEndpoint: api.perEndpointSecurity,
    idempotencyHeader: api.client.idempotencyHeader,
  };
  return resourcesOf(api).map(({ path, resource, methods }) => ({
    path,
    resource,
    methods: methods.map((method) => planMethod(shapes, { resource: path, method }, facts)),
  }));
}

const isPlaced = ({ provenance }: ModelPlan['model']): boolean => provenance.rule === 'config';

function formerPlaces(model: ModelPlan['model'], former: Places): readonly (readonly string[])[] {
  const here = model.resource.join('.');
  return isPlaced(model)
    ? []
    : (former.get(model.name) ?? []).filter((name) => name !== here).map((name) => name.split('.'));
}

/**
 * What the next run needs: the current and earlier resources of each model that the config does not place.
 */
export const placesOf = ({ models }: Pick<SdkPlan, 'models'>): Places =>
  new Map(
    models
      .filter(({ model }) => !isPlaced(model))
      .map(({ model, formerly }) => [model.name, [model.resource, ...formerly].map((row) => row.join('.'))]),
  );
