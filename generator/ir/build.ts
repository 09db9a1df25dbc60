/**
 * Builds the API from the documents and the config: the stage that turns OpenAPI
 * into resources, methods and schemas.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Config } from '../config/types.ts';
import { type Diagnostic, distinctDiagnostics } from '../diagnostics/diagnostic.ts';
import type { LanguageSelector } from '../lib/language-selector.ts';
import { byCodeUnit } from '../lib/order.ts';
import { snake } from '../lib/words.ts';
import type { Result } from '../lib/result.ts';
import type { Documents } from '../source/types.ts';
import { placeBytes } from './bytes.ts';
import { readClient, readInfo } from './client.ts';
import { type Context, originAt, report } from './context.ts';
import { buildOptionsOf } from './from-config.ts';
import { type ModelTypes, configuredModels, readModelTypes, schemasToName } from './configured-models.ts';
import { withHintedModels } from './hinted-models.ts';
import { assignModels } from './models.ts';
import { narrowTags } from './narrow-tags.ts';
import { type NamedOperation, nameOperations } from './naming/assign.ts';
import { readSamples } from './naming/named.ts';
import { buildTree } from './naming/tree.ts';
import { collectOperations } from './operations/collect.ts';
import { createFieldCoverage } from './operations/fields.ts';
import { type ClientContext, type Draft, documentRoot, readMethod } from './operations/method.ts';
import { shapeReader } from './operations/shape.ts';
import { readStreaming } from './operations/streaming.ts';
import { clientParameters, finishMethod } from './operations/finish.ts';
import { decidePagination } from './pagination/decide.ts';
import type { TypesById } from './pagination/view.ts';
import { objectAt, textAt } from './read.ts';
import { allTypes } from './references.ts';
import { createSchemaReader } from './schema/reader.ts';
import { readRequirements, readSchemes, requirementsOf } from './security/schemes.ts';
import { readTags } from './tags.ts';
import type { Api, SecurityRequirement, SecurityScheme, Streaming, TypeNode } from './types.ts';
import { unwrapMethods } from './webhooks/unwrap.ts';
import { readWebhooks } from './webhooks/webhooks.ts';
import type { BuildOptions } from './build-options.ts';

export type ApiBuilder = (config: Config) => Result<Api>;

export const buildApi = (input: { readonly documents: Documents; readonly config: Config }): Result<Api> =>
  createApiBuilder(input.documents)(input.config);

/**
 * Builds the API once for all languages to which neither the config nor the
 * documents apply settings of their own.
 */
export function createApiBuilder(documents: Documents): ApiBuilder {
  const shared: { readonly options: BuildOptions; readonly built: Result<Api> }[] = [];
  return (config) => {
    const options = buildOptionsOf(config);
    const known = shared.find((item) =>
      isDeepStrictEqual({ ...item.options, audience: undefined }, { ...options, audience: undefined }),
    );
    if (known) return known.built;
    let isForAll = true;
    const audience: LanguageSelector = { ...options.audience, onAddressed: () => void (isForAll = false) };
    const built = buildWith(documents, { ...options, audience });
    if (isForAll) shared.push({ options, built });
    return built;
  };
}

function buildWith(documents: Documents, given: BuildOptions): Result<Api> {
  const options = withHintedModels(documents, given);
  const diagnostics: Diagnostic[] = [];
  const fields = createFieldCoverage();
  const reader = createSchemaReader(documents, options.audience, schemasToName(documents, options));
  const context: Context = {
    documents,
    audience: options.audience,
    readType: reader.read,
    report: report(diagnostics),
    visit: fields.visit,
  };
  const root = documentRoot(context);
  context.visit('OpenAPI Object', root.node, root.origin);
  const reported = objectAt(root.node, 'info');
  if (reported !== undefined) context.visit('Info Object', reported, originAt(context, root, 'info'));

  if (
    textAt(reported ?? {}, 'title') === undefined &&
    options.clientName === undefined &&
    options.organization.name === undefined
  ) {
    context.report(
      'info-missing',
      { field: reported === undefined ? 'info' : 'info.title', instead: readInfo(context, options).title },
      root.origin,
    );
  }
  const operations = collectOperations(
    context,
    new Set(options.methods.map((method) => `${method.verb} ${method.path}`)),
  );
  const samples = new Map(operations.map((operation) => [operation.id, readSamples(operation)]));
  const schemes = securitySchemes(context, options);
  const security = defaultSecurity(context, options, schemes);
  const facts: ClientContext = { parameters: clientParameters(options, schemes), schemes };
  const drafts = new Map<string, Draft>(
    operations.map((operation) => [operation.id, readMethod(context, operation, facts)]),
  );
  const events = new Map(
    operations.flatMap(({ id, hints, place }) =>
      hints.streaming?.event === undefined
        ? []
        : [[id, context.readType(hints.streaming.event, place.origin)] as const],
    ),
  );
  const incoming = readWebhooks(context, operations);
  const modelTypes = readModelTypes(context, options);

  const read = reader.finish();
  const types: TypesById = new Map(read.schemas.map((schema) => [schema.id, schema.type]));
  const named = nameOperations(context, {
    operations,
    samples,
    options,
    shapeOf: shapeReader(types, drafts),
  });
  const placed = named.flatMap((placement) => {
    const draft = drafts.get(placement.operation.id);
    return draft === undefined
      ? []
      : [
          {
            placement,
            draft,
            streaming: streamingOf(context, { types, events, models: modelTypes, options }, placement, draft),
          },
        ];
  });
  const paging = decidePagination(context, {
    types,
    methods: placed.map(({ placement, draft, streaming }) => ({
      placement,
      method: draft,
      streams: streaming !== undefined,
    })),
    schemes: options.paginationSchemes,
    marked: [...documents.sources.values()].some((source) =>
      source.text.includes('x-stainless-pagination-property'),
    ),
    derive: options.paginationSchemes.length === 0 && options.methods.length === 0,
  });
  const finished = placed.map(({ placement, draft, streaming }) => ({
    resource: placement.resource,
    method: finishMethod(context, {
      types,
      placement,
      draft,
      options,
      streaming,
      pagination: paging.byPlacement.get(placement),
    }),
  }));
  const { schemas, methods, webhooks } = placeBytes(context, {
    schemas: read.schemas,
    methods: finished,
    webhooks: incoming,
  });
  const tree = buildTree(methods, options.resources);
  const info = readInfo(context, options);
  const own = [...drafts.values()].flatMap((draft) => (draft.security === undefined ? [] : [draft.security]));
  const client = readClient(context, {
    options,
    samples: [...samples.values()].flat(),
    schemes,
    requirements: [security, ...own],
    headers: methods.flatMap(({ method }) =>
      method.parameters.flatMap((parameter) => (parameter.in === 'header' ? [parameter.name] : [])),
    ),
    title: info.title,
  });

  const api: Api = {
    kind: 'api',
    info,
    client,
    root: tree,
    schemas: assignModels(narrowTags(schemas, allTypes(tree, webhooks)), {
      root: tree,
      webhooks,
      configured: configuredModels(context, options, modelTypes, read.schemas),
      say: ({ name, origin }, { resource }) =>
        context.report('model-written-out', { name, resource: resource.join('.'), key: snake(name) }, origin),
    }),
    securitySchemes: schemes,
    security,
    paginationSchemes: paging.schemes,
    webhooks,
    ...(options.unwrapMethods.length > 0 && {
      unwrapMethods: unwrapMethods(context, {
        configured: options.unwrapMethods,
        models: modelTypes,
        options: client.options,
      }),
    }),
    perEndpointSecurity: options.perEndpointSecurity,
    serialization: options.serialization,
    tags: readTags(context),
  };
  return { value: api, diagnostics: sorted([...diagnostics, ...fields.notes(), ...read.diagnostics]) };
}

function securitySchemes(context: Context, options: BuildOptions): readonly SecurityScheme[] {
  if (options.securitySchemes !== undefined)
    return readSchemes(context, options.securitySchemes.map, options.securitySchemes.origin);
  const components = objectAt(context.documents.root, 'components') ?? {};
  const map = objectAt(components, 'securitySchemes');
  return readSchemes(
    context,
    map,
    map === undefined ? documentRoot(context).origin : context.documents.originOf(map),
  );
}

/**
 * Security schemes that no operation requires stay available: a credential is sent when the
 * user sets it, and never required.
 */
function defaultSecurity(
  context: Context,
  options: BuildOptions,
  schemes: readonly SecurityScheme[],
): readonly SecurityRequirement[] {
  const configured =
    options.security && requirementsOf(context, options.security.list, options.security.origin, schemes);
  const declared = configured ?? readRequirements(context, documentRoot(context), schemes);
  if (declared !== undefined) return declared;
  const usable = schemes.filter((scheme) => scheme.kind !== 'unknown' && scheme.kind !== 'mutual_tls');
  return usable.length === 0
    ? []
    : [...usable.map((scheme) => ({ schemes: [{ name: scheme.name, scopes: [] }] })), { schemes: [] }];
}

interface StreamingContext {
  readonly types: TypesById;
  /** Event type of each operation, from the document's hints. */
  readonly events: ReadonlyMap<string, TypeNode>;
  readonly models: ModelTypes;
  readonly options: BuildOptions;
}

function streamingOf(
  context: Context,
  { types, events, models, options }: StreamingContext,
  placement: NamedOperation,
  draft: Draft,
): Streaming | undefined {
  const configured = placement.configured?.streaming;
  const event =
    configured?.eventModel === undefined
      ? events.get(placement.operation.id)
      : models.byName.get(configured.eventModel);
  const response = draft.success === undefined ? undefined : draft.responses[draft.success];
  return readStreaming(context, types, {
    parameters: draft.parameters,
    hints: placement.operation.hints,
    options: {
      onEvent: options.onEvent,
      ...(configured?.discriminator !== undefined && { discriminator: configured.discriminator }),
      ...(event !== undefined && { event }),
      ...(configured?.paramsTypeName !== undefined && { paramsTypeName: configured.paramsTypeName }),
      ...(placement.configured !== undefined && { origin: placement.configured.origin }),
    },
    ...(draft.body !== undefined && { body: draft.body }),
    ...(response !== undefined && { response }),
  });
}

/** Removes diagnostics that repeat the same code and origin. */
function sorted(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...distinctDiagnostics(diagnostics)].sort(
    (a, b) => byCodeUnit(a.code, b.code) || byCodeUnit(a.origin?.pointer ?? '', b.origin?.pointer ?? ''),
  );
}
