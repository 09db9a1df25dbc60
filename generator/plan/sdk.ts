/** The whole SDK as every target makes it: no names in a language's casing, no files, no code. */
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
  unverifiedWebhooks,
  withWebhooks,
} from './webhooks.ts';

export interface SdkPlan {
  /** As the target sees it, with a place for the method that reads webhooks. */
  readonly api: Api;
  readonly shapes: Shapes;
  readonly client: ClientPlan;
  /**
   * By the keys of their resource, the root first, each with its methods in the order that readers expect.
   */
  readonly resources: readonly ResourcePlan[];
  readonly models: readonly ModelPlan[];
  /** Bodies of errors that the document names and the config does not. */
  readonly errorModels: readonly Schema[];
  /** Schemas that reach themselves without passing a model: inlining them needs a name. */
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

/** A schema with a name of its own. */
export interface ModelPlan {
  readonly schema: Schema;
  readonly model: NonNullable<Schema['model']>;
  /** What it declares: what is received, sent, or all of it. */
  readonly direction: Direction;
  /** It is sent otherwise than it is received, so there are two. */
  readonly isSplit: boolean;
  /** Resources that it was in before, by their paths: who imports it from there goes on. */
  readonly formerly: readonly (readonly string[])[];
}

/** Name of a model that no config places → paths of resources with dots, as `placesOf` notes them. */
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

/** What the next run is to know: where each model is that no config places, and where it was. */
export const placesOf = ({ models }: Pick<SdkPlan, 'models'>): Places =>
  new Map(
    models
      .filter(({ model }) => !isPlaced(model))
      .map(({ model, formerly }) => [model.name, [model.resource, ...formerly].map((row) => row.join('.'))]),
  );
