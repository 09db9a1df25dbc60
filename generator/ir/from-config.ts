/** Converts the config to build options. */
import type {
  Config,
  HttpMethodConfig,
  MethodConfig,
  ModelConfig,
  ResourceConfig,
  TargetConfig,
} from '../config/types.ts';
import { schemeOf } from './pagination/configured.ts';
import { defined } from './read.ts';
import type { ValueOptions } from './values.ts';
import type { ConfiguredResource } from './naming/tree.ts';
import type { ClientOption, StreamRule } from './types.ts';
import type { RequestedMethod, RequestedModel, RequestedUnwrap, BuildOptions } from './build-options.ts';

/** Undefined if nothing is converted. */
function valuesOf({ options }: TargetConfig): ValueOptions | undefined {
  const values = { dates: options['dates'] === 'date', int64: options['int64'] === 'bigint' };
  return values.dates || values.int64 ? values : undefined;
}

export function buildOptionsOf(config: Config): BuildOptions {
  const resources = flatten(config.resources);
  const methods = resources.flatMap((resource) => resource.methods);
  const { client, organization, settings } = config;
  // Every client has this option already.
  const baseURL = client.options?.find(
    (option) => option.key === 'base_url' && option.auth === undefined && option.send === undefined,
  );
  return {
    audience: config.audience,
    organization: defined({
      name: organization.name,
      docs: organization.docs,
      contact: organization.contact,
    }),
    client: {
      defaultHeaders: client.defaultHeaders,
      browser: config.target.browser,
      sortProperties: settings.sortSchemaProperties,
      ...defined({
        timeoutMs: client.timeoutMs,
        maxRetries: client.maxRetries,
        idempotencyHeader: client.idempotencyHeader,
        edition: config.edition,
        fileHeader: settings.fileHeader,
        values: valuesOf(config.target),
      }),
      ...((client.retryInitialMs !== undefined || client.retryMaxMs !== undefined) && {
        retryPolicy: {
          statuses: [],
          ...defined({ initialMs: client.retryInitialMs, maxMs: client.retryMaxMs }),
        },
      }),
    },
    casings: config.casings.map(({ word, camel, pascal, snake, initialism }) => ({
      word,
      ...defined({ initialism, camel, pascal, snake }),
    })),
    serialization: config.querySettings,
    onEvent: config.streaming.onEvent.map(
      (rule): StreamRule => ({
        handle: rule.handle,
        ...defined({
          eventType: rule.eventType,
          dataPrefix: rule.dataPrefix,
          errorProperty: rule.errorProperty,
        }),
      }),
    ),
    unwrapFields: settings.unwrapResponseFields,
    openEnums: settings.openEnums,
    perEndpointSecurity: settings.perEndpointSecurity,
    paginationSchemes: config.pagination.filter((pagination) => !pagination.skipped).map(schemeOf),
    resources: resources
      .filter((resource) => !resource.skipped)
      .flatMap((resource) => {
        if (resource.special === undefined) return [factsOf(resource)];
        // Of the settings of the client itself, only `agents` is used.
        const { agents, ...facts } = factsOf(resource);
        const { path, provenance } = facts;
        return resource.special === 'client' && agents ? [{ path, provenance, agents }] : [];
      }),
    methods: methods.flatMap((method) => requestedMethods(method, methods)),
    unwrapMethods: methods.flatMap((method): readonly RequestedUnwrap[] =>
      method.kind === 'webhook_unwrap' && !method.skipped
        ? [
            {
              resource: method.resource,
              key: method.key,
              origin: method.origin,
              ...defined({
                eventModel: method.eventModel,
                keyOption: method.keyOption ?? config.webhooks.signingKeyOption?.value,
              }),
            },
          ]
        : [],
    ),
    ...defined({ webhookKey: config.webhooks.signingKeyOption }),
    models: resources.flatMap((resource) => resource.models).map(requestedModel),
    unspecified: config.unspecifiedEndpoints.mode,
    silenced: new Set(
      config.unspecifiedEndpoints.silenced.map((endpoint) => `${endpoint.verb} ${endpoint.path}`),
    ),
    ...defined({
      clientName: client.name,
      envPrefix: client.envPrefix,
      baseURL: baseURL && defined({ default: baseURL.default, readEnv: baseURL.readEnv }),
      options: client.options
        ?.filter((option) => !option.skipped && option !== baseURL)
        .map(
          (option): ClientOption => ({
            key: option.key,
            type: option.type,
            nullable: option.nullable,
            required: !option.nullable && option.default === undefined,
            origin: option.origin,
            ...defined({
              default: option.default,
              readEnv: option.readEnv,
              description: option.description,
              example: option.example,
              auth: option.auth,
              send: option.send,
            }),
          }),
        ),
      environments: config.environments?.map(({ name, url, variables }) => ({
        name,
        url: url.replace(/\/+$/, ''),
        variables,
      })),
      license: settings.license,
      security: config.security && { list: config.security.value, origin: config.security.origin },
      securitySchemes: config.securitySchemes && {
        map: config.securitySchemes.value,
        origin: config.securitySchemes.origin,
      },
      positionalParams: settings.positionalParams,
    }),
  };
}

/** All resources of the tree, parents before children. */
function flatten(resources: readonly ResourceConfig[]): readonly ResourceConfig[] {
  const found: ResourceConfig[] = [];
  const waiting = [...resources].reverse();
  for (let resource = waiting.pop(); resource !== undefined; resource = waiting.pop()) {
    found.push(resource);
    for (const child of [...resource.subresources].reverse()) waiting.push(child);
  }
  return found;
}

const factsOf = (resource: ResourceConfig): ConfiguredResource => ({
  path: resource.path,
  provenance: {
    rule: 'config',
    detail: `resources.${resource.path.join('.subresources.')}`,
    origin: resource.origin,
  },
  ...defined({
    description: resource.description,
    deprecated: resource.deprecated,
    agents: resource.agents,
    hasOwnPackage: resource.hasOwnPackage,
  }),
});

/**
 * An HTTP method stays as it is, an alias becomes its target under another
 * name, and a webhook yields nothing.
 */
function requestedMethods(method: MethodConfig, all: readonly MethodConfig[]): readonly RequestedMethod[] {
  if (method.kind === 'webhook_unwrap') return [];
  if (method.kind === 'http') return [requestedMethod(method, method)];
  const { to } = method;
  if (to.kind === 'endpoint') {
    return [
      {
        resource: method.resource,
        key: method.key,
        verb: to.endpoint.verb,
        path: to.endpoint.path,
        origin: method.origin,
        ...defined({
          deprecated: method.deprecated,
          description: method.description,
          agents: method.agents,
        }),
        ...(method.skipped && { skipped: true }),
      },
    ];
  }
  const target = all.find(
    (item): item is HttpMethodConfig => item.kind === 'http' && pathOf(item) === to.path,
  );
  return target === undefined ? [] : [requestedMethod(target, method)];
}

const pathOf = (method: MethodConfig): string => [...method.resource, method.key].join('.');

/** The settings of `method` under the name of `named`. */
function requestedMethod(method: HttpMethodConfig, named: MethodConfig): RequestedMethod {
  const { streaming } = method;
  return {
    resource: named.resource,
    key: named.key,
    verb: method.endpoint.verb,
    path: method.endpoint.path,
    origin: method.endpoint.origin,
    ...(named.skipped && { skipped: true }),
    ...defined({
      paginated: method.paginated,
      bodyName: method.bodyParamName,
      positional: method.positionalParams,
      unwrap: method.unwrapResponse,
      deprecated: named.deprecated ?? method.deprecated,
      description: named.description ?? method.description,
      skipTest: method.skipTestReason,
      agents: named.agents ?? method.agents,
      idempotent: method.idempotent,
      timeoutMs: method.timeoutMs,
      maxRetries: method.maxRetries,
      streaming:
        streaming &&
        defined({
          discriminator: streaming.paramDiscriminator,
          eventModel: streaming.streamEventModel,
          paramsTypeName: streaming.paramsTypeName,
        }),
    }),
  };
}

const requestedModel = (model: ModelConfig): RequestedModel => ({
  resource: model.resource,
  name: model.name,
  target: model.target,
  origin: model.origin,
  ...(model.skipped && { skipped: true }),
});
