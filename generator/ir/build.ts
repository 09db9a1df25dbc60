/** Documents and config → Api: the stage that turns OpenAPI into what an API offers. */
import { isDeepStrictEqual } from 'node:util';
import type { Config } from '../config/types.ts';
import { type Diagnostic, distinctDiagnostics } from '../diagnostics/diagnostic.ts';
import type { Audience } from '../lib/audience.ts';
import { byCodeUnit } from '../lib/order.ts';
import { snake } from '../lib/words.ts';
import type { Result } from '../lib/result.ts';
import type { Documents } from '../source/types.ts';
import { placeBytes } from './bytes.ts';
import { readClient, readInfo } from './client.ts';
import { type Context, originAt, report } from './context.ts';
import { wishesOf } from './from-config.ts';
import { type ModelTypes, configuredModels, readModelTypes, schemasToName } from './configured-models.ts';
import { withHintedModels } from './hinted-models.ts';
import { assignModels } from './models.ts';
import { narrowTags } from './narrow-tags.ts';
import { type NamedOperation, nameOperations } from './naming/assign.ts';
import { readSamples } from './naming/named.ts';
import { buildTree } from './naming/tree.ts';
import { collectOperations } from './operations/collect.ts';
import { createFieldCoverage } from './operations/fields.ts';
import { type ClientFacts, type Draft, documentRoot, readMethod } from './operations/method.ts';
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
import type { Wishes } from './wishes.ts';

export type ApiBuilder = (config: Config) => Result<Api>;

export const buildApi = (input: { readonly documents: Documents; readonly config: Config }): Result<Api> =>
  createApiBuilder(input.documents)(input.config);

/** Builds once for all languages of which neither the config nor the documents say anything of their own. */
export function createApiBuilder(documents: Documents): ApiBuilder {
  const shared: { readonly wishes: Wishes; readonly built: Result<Api> }[] = [];
  return (config) => {
    const wishes = wishesOf(config);
    const known = shared.find((item) =>
      isDeepStrictEqual({ ...item.wishes, audience: undefined }, { ...wishes, audience: undefined }),
    );
    if (known) return known.built;
    let isForAll = true;
    const audience: Audience = { ...wishes.audience, onAddressed: () => void (isForAll = false) };
    const built = buildWith(documents, { ...wishes, audience });
    if (isForAll) shared.push({ wishes, built });
    return built;
  };
}

function buildWith(documents: Documents, given: Wishes): Result<Api> {
  const wishes = withHintedModels(documents, given);
  const diagnostics: Diagnostic[] = [];
  const fields = createFieldCoverage();
  const reader = createSchemaReader(documents, wishes.audience, schemasToName(documents, wishes));
  const context: Context = {
    documents,
    audience: wishes.audience,
    readType: reader.read,
    report: report(diagnostics),
    visit: fields.visit,
  };
  const root = documentRoot(context);
  context.visit('OpenAPI Object', root.node, root.origin);
  const told = objectAt(root.node, 'info');
  if (told !== undefined) context.visit('Info Object', told, originAt(context, root, 'info'));

  if (
    textAt(told ?? {}, 'title') === undefined &&
    wishes.clientName === undefined &&
    wishes.organization.name === undefined
  ) {
    context.report(
      'info-missing',
      { field: told === undefined ? 'info' : 'info.title', instead: readInfo(context, wishes).title },
      root.origin,
    );
  }
  const operations = collectOperations(
    context,
    new Set(wishes.methods.map((method) => `${method.verb} ${method.path}`)),
  );
  const samples = new Map(operations.map((operation) => [operation.id, readSamples(operation)]));
  const schemes = securitySchemes(context, wishes);
  const security = defaultSecurity(context, wishes, schemes);
  const facts: ClientFacts = { parameters: clientParameters(wishes, schemes), schemes };
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
  const modelTypes = readModelTypes(context, wishes);

  const read = reader.finish();
  const types: TypesById = new Map(read.schemas.map((schema) => [schema.id, schema.type]));
  const named = nameOperations(context, { operations, samples, wishes, shapeOf: shapeReader(types, drafts) });
  const placed = named.flatMap((placement) => {
    const draft = drafts.get(placement.operation.id);
    return draft === undefined
      ? []
      : [
          {
            placement,
            draft,
            streaming: streamingOf(context, { types, events, models: modelTypes, wishes }, placement, draft),
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
    schemes: wishes.paginationSchemes,
    marked: [...documents.sources.values()].some((source) =>
      source.text.includes('x-stainless-pagination-property'),
    ),
    derive: wishes.paginationSchemes.length === 0 && wishes.methods.length === 0,
  });
  const finished = placed.map(({ placement, draft, streaming }) => ({
    resource: placement.resource,
    method: finishMethod(context, {
      types,
      placement,
      draft,
      wishes,
      streaming,
      pagination: paging.byPlacement.get(placement),
    }),
  }));
  const { schemas, methods, webhooks } = placeBytes(context, {
    schemas: read.schemas,
    methods: finished,
    webhooks: incoming,
  });
  const tree = buildTree(methods, wishes.resources);
  const info = readInfo(context, wishes);
  const own = [...drafts.values()].flatMap((draft) => (draft.security === undefined ? [] : [draft.security]));
  const client = readClient(context, {
    wishes,
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
      configured: configuredModels(context, wishes, modelTypes, read.schemas),
      say: ({ name, origin }, { resource }) =>
        context.report('model-written-out', { name, resource: resource.join('.'), key: snake(name) }, origin),
    }),
    securitySchemes: schemes,
    security,
    paginationSchemes: paging.schemes,
    webhooks,
    ...(wishes.unwrapMethods.length > 0 && {
      unwrapMethods: unwrapMethods(context, {
        wished: wishes.unwrapMethods,
        models: modelTypes,
        options: client.options,
      }),
    }),
    perEndpointSecurity: wishes.perEndpointSecurity,
    serialization: wishes.serialization,
    tags: readTags(context),
  };
  return { value: api, diagnostics: sorted([...diagnostics, ...fields.notes(), ...read.diagnostics]) };
}

function securitySchemes(context: Context, wishes: Wishes): readonly SecurityScheme[] {
  if (wishes.securitySchemes !== undefined)
    return readSchemes(context, wishes.securitySchemes.map, wishes.securitySchemes.origin);
  const components = objectAt(context.documents.root, 'components') ?? {};
  const map = objectAt(components, 'securitySchemes');
  return readSchemes(
    context,
    map,
    map === undefined ? documentRoot(context).origin : context.documents.originOf(map),
  );
}

/** Schemes that nothing requires are still offered: sent when the user gives a credential, never demanded. */
function defaultSecurity(
  context: Context,
  wishes: Wishes,
  schemes: readonly SecurityScheme[],
): readonly SecurityRequirement[] {
  const configured =
    wishes.security && requirementsOf(context, wishes.security.list, wishes.security.origin, schemes);
  const declared = configured ?? readRequirements(context, documentRoot(context), schemes);
  if (declared !== undefined) return declared;
  const usable = schemes.filter((scheme) => scheme.kind !== 'unknown' && scheme.kind !== 'mutual_tls');
  return usable.length === 0
    ? []
    : [...usable.map((scheme) => ({ schemes: [{ name: scheme.name, scopes: [] }] })), { schemes: [] }];
}

interface StreamingFacts {
  readonly types: TypesById;
  /** What hints say that an event is, by operation. */
  readonly events: ReadonlyMap<string, TypeNode>;
  readonly models: ModelTypes;
  readonly wishes: Wishes;
}

function streamingOf(
  context: Context,
  { types, events, models, wishes }: StreamingFacts,
  placement: NamedOperation,
  draft: Draft,
): Streaming | undefined {
  const wished = placement.wished?.streaming;
  const event =
    wished?.eventModel === undefined
      ? events.get(placement.operation.id)
      : models.byName.get(wished.eventModel);
  const response = draft.success === undefined ? undefined : draft.responses[draft.success];
  return readStreaming(context, types, {
    parameters: draft.parameters,
    hints: placement.operation.hints,
    wishes: {
      onEvent: wishes.onEvent,
      ...(wished?.discriminator !== undefined && { discriminator: wished.discriminator }),
      ...(event !== undefined && { event }),
      ...(wished?.paramsTypeName !== undefined && { paramsTypeName: wished.paramsTypeName }),
      ...(placement.wished !== undefined && { origin: placement.wished.origin }),
    },
    ...(draft.body !== undefined && { body: draft.body }),
    ...(response !== undefined && { response }),
  });
}

/** Without repetitions, by code and place. */
function sorted(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...distinctDiagnostics(diagnostics)].sort(
    (a, b) => byCodeUnit(a.code, b.code) || byCodeUnit(a.origin?.pointer ?? '', b.origin?.pointer ?? ''),
  );
}
