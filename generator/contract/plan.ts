/**
 * The plan as a contract for other programs: JSON with a version, the words of names, and all referenced
 * schemas.
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

/** Increased when a property changes its meaning or is removed, but not for new properties. */
export const PLAN_VERSION = 1;

/** The plan of an SDK in any language. */
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
  /** Ids of schemas that are error bodies but not models; each should be declared once. */
  readonly errorModels: readonly string[];
  /** Ids of schemas that refer to themselves without a model in between: they need a name to be inlined. */
  readonly recursive: readonly string[];
  /** Every schema that a type refers to, by id. */
  readonly schemas: readonly Schema[];
  /** How pages are iterated, by scheme. */
  readonly pages: readonly PageContract[];
  /** Methods that verify and parse webhooks. */
  readonly unwraps: readonly UnwrapPlan[];
  /** The webhook events. */
  readonly events: readonly EventPlan[];
  /** Default security requirements of methods. */
  readonly security: readonly SecurityRequirement[];
  /** Default serialization of lists and objects in queries and forms. */
  readonly serialization: Api['serialization'];
}

/** A name as the API spells it, and its words for languages to join. */
export interface NameContract {
  /** As the document or the config spells it: `phone_numbers`. */
  readonly key: string;
  /** The words with their original case: `['phone', 'numbers']`. */
  readonly words: readonly string[];
}

/** The client. */
export interface ClientContract extends ClientPlan {
  /** Its name. */
  readonly name: NameContract;
  /** Prefix of its environment variables. */
  readonly envPrefix: string;
  /** Time limit of a call in milliseconds; absent: the SDK's default. */
  readonly timeoutMs?: number;
  /** Number of retries; absent: the SDK's default. */
  readonly maxRetries?: number;
  /** Header for idempotency keys. */
  readonly idempotencyHeader?: string;
  /** Headers of every request. */
  readonly defaultHeaders: Api['client']['defaultHeaders'];
  /** Words with a fixed spelling in names. */
  readonly casings: Api['client']['casings'];
}

/** A resource. */
export interface ResourceContract {
  /** Unique: its dotted keys; empty for the client itself. */
  readonly id: string;
  /** From the root. */
  readonly path: readonly NameContract[];
  /** Description from the document or the config. */
  readonly description?: string;
  /** Deprecation. */
  readonly deprecated?: Deprecation;
  /** In the order for readers. */
  readonly methods: readonly MethodContract[];
}

/** A call. */
export interface MethodContract {
  /** Unique: the dotted keys of its resource, and its key. */
  readonly id: string;
  /** Its name. */
  readonly name: NameContract;
  /** The HTTP method in lowercase. */
  readonly verb: string;
  /** The path template as written. */
  readonly path: string;
  /** The operationId. */
  readonly operationId?: string;
  /** One line. */
  readonly summary?: string;
  /** Markdown. */
  readonly description?: string;
  /** Deprecation. */
  readonly deprecated?: Deprecation;
  /** Stability: `beta`. */
  readonly stability?: string;
  /** Its effect on data behind the API. */
  readonly effect: Effect;
  /** The caller's arguments. */
  readonly arguments: Arguments;
  /** The HTTP request. */
  readonly request: Request;
  /** The result. */
  readonly result: MethodResult;
  /** Bodies of documented errors. */
  readonly errors: readonly ErrorBody[];
  /** Location of the operation. */
  readonly origin: Method['origin'];
}

/** A named schema. */
export interface ModelContract {
  /** Id of the schema. */
  readonly schema: string;
  /** Name of the type. */
  readonly name: NameContract;
  /** Keys of its resource; `$shared` and `$client` are not resources. */
  readonly resource: readonly string[];
  /** Direction of the values: received, sent or both. */
  readonly direction: Direction;
  /** There are two types, because request and response differ. */
  readonly isSplit: boolean;
}

/** Pages of one scheme. */
export interface PageContract {
  /** The scheme as configured or derived. */
  readonly scheme: PaginationScheme;
  /** Path of the items; empty if the response is the list. */
  readonly items: readonly string[];
  /** Fields of the response by role. */
  readonly fields: Readonly<Record<string, PageField>>;
  /** Parameters of the request by role. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Path of the identifier in an item. */
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
