/**
 * The plan as other programs get it: JSON, versioned, with the words of names and every schema it speaks of.
 */
import type { Api, Deprecation, Method, PaginationScheme, Schema, SecurityRequirement } from '../ir/types.ts';
import { splitWords } from '../lib/words.ts';
import type { Arguments } from '../plan/arguments.ts';
import type { ClientPlan } from '../plan/client.ts';
import { type Effect, effectsOf } from '../plan/effects.ts';
import type { ErrorBody } from '../plan/errors.ts';
import type { PlannedMethod } from '../plan/methods.ts';
import type { PageField } from '../plan/pages.ts';
import type { MethodResult } from '../plan/result.ts';
import type { SdkPlan } from '../plan/sdk.ts';
import type { Direction } from '../plan/shapes.ts';
import type { EventPlan, UnwrapPlan } from '../plan/webhooks.ts';
import type { Request } from '../plan/wire.ts';

/** Raised when a property changes its meaning or goes; new properties raise nothing. */
export const PLAN_VERSION = 1;

/** What an SDK is, in any language. */
export interface PlanContract {
  /** Always `sdkwright.plan`. */
  readonly format: 'sdkwright.plan';
  /** Version of the contract. */
  readonly version: number;
  /** Title, version and description of the API. */
  readonly info: Api['info'];
  /** The client: its name, options, credentials and servers. */
  readonly client: ClientContract;
  /** The root first, parents before children. */
  readonly resources: readonly ResourceContract[];
  /** Schemas with a type of their own. */
  readonly models: readonly ModelContract[];
  /** Ids of schemas that errors have as bodies and that are no models: worth declaring once. */
  readonly errorModels: readonly string[];
  /**
   * Ids of schemas that reach themselves without passing a model: they need a name where they are inlined.
   */
  readonly recursive: readonly string[];
  /** Every schema that a type refers to, by id. */
  readonly schemas: readonly Schema[];
  /** How pages are gone through, by scheme. */
  readonly pages: readonly PageContract[];
  /** Methods that verify and read what the API sends. */
  readonly unwraps: readonly UnwrapPlan[];
  /** The events that the API sends. */
  readonly events: readonly EventPlan[];
  /** Requirements of methods that have none of their own. */
  readonly security: readonly SecurityRequirement[];
  /** How lists and objects stand in queries and forms where a parameter does not say. */
  readonly serialization: Api['serialization'];
}

/** A name as the API spells it, and its words, for a language to join. */
export interface NameContract {
  /** As the document or the config spells it: `phone_numbers`. */
  readonly key: string;
  /** In lower and upper case as they come: `['phone', 'numbers']`. */
  readonly words: readonly string[];
}

/** The client. */
export interface ClientContract extends ClientPlan {
  /** What it is called. */
  readonly name: NameContract;
  /** Prefix of its variables of the environment. */
  readonly envPrefix: string;
  /** Milliseconds that a call may take; absent: the SDK's own default. */
  readonly timeoutMs?: number;
  /** How often a call is tried again; absent: the SDK's own default. */
  readonly maxRetries?: number;
  /** Header for keys that make a repetition harmless. */
  readonly idempotencyHeader?: string;
  /** Headers that every request has. */
  readonly defaultHeaders: Api['client']['defaultHeaders'];
  /** Words that keep a spelling in names. */
  readonly casings: Api['client']['casings'];
}

/** A resource. */
export interface ResourceContract {
  /** Unique: its keys with dots; empty for the client itself. */
  readonly id: string;
  /** From the root. */
  readonly path: readonly NameContract[];
  /** What the document or the config says of it. */
  readonly description?: string;
  /** That it should not be used any more. */
  readonly deprecated?: Deprecation;
  /** In the order that readers expect. */
  readonly methods: readonly MethodContract[];
}

/** A call. */
export interface MethodContract {
  /** Unique: its resource and its key with dots. */
  readonly id: string;
  /** What it is called. */
  readonly name: NameContract;
  /** Lower-case HTTP method. */
  readonly verb: string;
  /** The template of the path as written. */
  readonly path: string;
  /** The operation's own id. */
  readonly operationId?: string;
  /** One line. */
  readonly summary?: string;
  /** Markdown. */
  readonly description?: string;
  /** That it should not be used any more. */
  readonly deprecated?: Deprecation;
  /** How finished it is: `beta`. */
  readonly stability?: string;
  /** What it does to the data behind the API. */
  readonly effect: Effect;
  /** What the caller passes. */
  readonly arguments: Arguments;
  /** What goes over the wire. */
  readonly request: Request;
  /** What comes back. */
  readonly result: MethodResult;
  /** Bodies of documented errors. */
  readonly errors: readonly ErrorBody[];
  /** Where the operation stands. */
  readonly origin: Method['origin'];
}

/** A schema with a type of its own. */
export interface ModelContract {
  /** Of the schema. */
  readonly schema: string;
  /** What the type is called. */
  readonly name: NameContract;
  /** Keys of the resource that it belongs to; `$shared` and `$client` are no resources. */
  readonly resource: readonly string[];
  /** What it holds: what is received, sent, or both. */
  readonly direction: Direction;
  /** It is sent otherwise than it is received, so there are two. */
  readonly isSplit: boolean;
}

/** Pages of one scheme. */
export interface PageContract {
  /** The scheme as configured or derived. */
  readonly scheme: PaginationScheme;
  /** Path of the items; empty where the response is the list. */
  readonly items: readonly string[];
  /** What the response says, by role. */
  readonly fields: Readonly<Record<string, PageField>>;
  /** Names of the request's parameters, by role. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Path of an item's identifier, inside of the item. */
  readonly itemId?: readonly string[];
}

export function planContract(plan: SdkPlan): PlanContract {
  const { api } = plan;
  return {
    format: 'sdkwright.plan',
    version: PLAN_VERSION,
    info: api.info,
    client: clientContract(plan),
    resources: plan.resources.map(({ path, resource, methods }) => ({
      id: path.join('.'),
      path: path.map(nameOf),
      ...(resource.description !== undefined && { description: resource.description }),
      ...(resource.deprecated && { deprecated: resource.deprecated }),
      methods: methods.map(methodContract),
    })),
    models: plan.models.map(({ schema, model, direction, isSplit }) => ({
      schema: schema.id,
      name: nameOf(model.name),
      resource: model.resource,
      direction,
      isSplit,
    })),
    errorModels: plan.errorModels.map((errorModel) => errorModel.id),
    recursive: [...plan.recursive].sort(),
    schemas: api.schemas,
    pages: plan.pages.map(({ scheme, items, fields, parameters, itemId }) => ({
      scheme,
      items,
      fields,
      parameters,
      ...(itemId && { itemId }),
    })),
    unwraps: plan.unwraps,
    events: plan.events,
    security: api.security,
    serialization: api.serialization,
  };
}

const nameOf = (key: string): NameContract => ({ key, words: splitWords(key) });

function clientContract({ api: { client }, client: plan }: SdkPlan): ClientContract {
  const { timeoutMs, maxRetries, idempotencyHeader } = client;
  return {
    ...plan,
    name: nameOf(client.name),
    envPrefix: client.envPrefix,
    defaultHeaders: client.defaultHeaders,
    casings: client.casings,
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(maxRetries !== undefined && { maxRetries }),
    ...(idempotencyHeader !== undefined && { idempotencyHeader }),
  };
}

function methodContract({ resource, method, ...planned }: PlannedMethod): MethodContract {
  const { key, verb, path, operationId, summary, description, deprecated, stability, origin } = method;
  return {
    id: [...resource, key].join('.'),
    name: nameOf(key),
    verb,
    path,
    ...(operationId !== undefined && { operationId }),
    ...(summary !== undefined && { summary }),
    ...(description !== undefined && { description }),
    ...(deprecated && { deprecated }),
    ...(stability !== undefined && { stability }),
    effect: effectsOf(method).effect,
    arguments: planned.arguments,
    request: planned.request,
    result: planned.result,
    errors: planned.errors,
    origin,
  };
}
