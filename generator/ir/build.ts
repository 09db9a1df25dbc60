/**
 * Builds the API from the documents and the config: the stage that turns OpenAPI
 * into resources, methods and schemas.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Config } from '../config/types.ts';
import { type Diagnostic, distinctDiagnostics } from '../diagnostics/diagnostic.ts';
import type { LanguageSelector } from '../lib/language-selector.ts';
import { byCodeUnit } from '../lib/order.ts';
import type { Result } from '../lib/result.ts';
import { snake } from '../lib/words.ts';
import type { Documents } from '../source/types.ts';
import type { BuildOptions } from './build-options.ts';
import { placeBytes } from './bytes.ts';
import { readClient, readInfo } from './client.ts';
import { configuredModels } from './configured-models.ts';
import { type ReportContext, report } from './context.ts';
import { buildOptionsOf } from './from-config.ts';
import { withHintedModels } from './hinted-models.ts';
import { assignModels } from './models.ts';
import { type NamedOperation, nameOperations } from './naming/assign.ts';
import { type PlacedMethod, buildTree } from './naming/tree.ts';
import { narrowTags } from './narrow-tags.ts';
import { finishMethod } from './operations/finish.ts';
import { type Draft, documentRoot } from './operations/method.ts';
import { shapeReader } from './operations/shape.ts';
import { readStreaming } from './operations/streaming.ts';
import { type Paging, decidePagination } from './pagination/decide.ts';
import { type DocumentContent, readDocument } from './read-document.ts';
import { objectAt, textAt } from './read.ts';
import { allTypes } from './references.ts';
import type { Api, Streaming } from './types.ts';
import { requestedUnwraps, unwrapMethods } from './webhooks/unwrap.ts';

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

/** Reads the documents, names the operations, paginates the lists, finishes the methods, assembles the API. */
function buildWith(documents: Documents, given: BuildOptions): Result<Api> {
  const requested = withHintedModels(documents, given);
  const content = readDocument(documents, requested);
  // `modelTypes` is keyed by the models of the reading, which may be an earlier one with equal options.
  const options = { ...requested, models: content.models };
  const diagnostics: Diagnostic[] = [...content.diagnostics];
  const context: BuildContext = {
    documents,
    audience: options.audience,
    report: report(diagnostics),
    content,
    options,
  };
  reportMissingTitle(context);
  const named = nameMethods(context);
  const paging = paginate(context, named);
  const methods = finish(context, named, paging);
  const api = assemble(context, { methods, paginationSchemes: paging.schemes });
  return { value: api, diagnostics: sorted(diagnostics) };
}

interface BuildContext extends ReportContext {
  readonly content: DocumentContent;
  readonly options: BuildOptions;
}

interface NamedMethod {
  readonly placement: NamedOperation;
  readonly draft: Draft;
  readonly streaming: Streaming | undefined;
}

function reportMissingTitle(context: BuildContext): void {
  const { documents, options } = context;
  const info = objectAt(documents.root, 'info');
  const { clientName, organization } = options;
  if (
    textAt(info ?? {}, 'title') !== undefined ||
    clientName !== undefined ||
    organization.name !== undefined
  )
    return;
  context.report(
    'info-missing',
    { field: info === undefined ? 'info' : 'info.title', instead: readInfo(context, options).title },
    documentRoot(context).origin,
  );
}

function nameMethods(context: BuildContext): readonly NamedMethod[] {
  const { operations, samples, drafts, types } = context.content;
  const named = nameOperations(context, {
    operations,
    samples,
    options: context.options,
    shapeOf: shapeReader(types, drafts),
  });
  return named.flatMap((placement) => {
    const draft = drafts.get(placement.operation.id);
    return draft === undefined
      ? []
      : [{ placement, draft, streaming: streamingOf(context, placement, draft) }];
  });
}

function paginate(context: BuildContext, named: readonly NamedMethod[]): Paging {
  const { documents, content, options } = context;
  return decidePagination(context, {
    types: content.types,
    methods: named.map(({ placement, draft, streaming }) => ({
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
}

const finish = (
  context: BuildContext,
  named: readonly NamedMethod[],
  { byPlacement }: Paging,
): readonly PlacedMethod[] =>
  named.map(({ placement, draft, streaming }) => ({
    resource: placement.resource,
    method: finishMethod(context, {
      types: context.content.types,
      placement,
      draft,
      options: context.options,
      streaming,
      pagination: byPlacement.get(placement),
    }),
  }));

function assemble(
  context: BuildContext,
  finished: Pick<Api, 'paginationSchemes'> & { readonly methods: readonly PlacedMethod[] },
): Api {
  const { content, options } = context;
  const { drafts, samples, schemes, security, modelTypes } = content;
  const { schemas, methods, webhooks } = placeBytes(context, {
    schemas: content.schemas,
    methods: finished.methods,
    webhooks: content.webhooks,
  });
  const root = buildTree(methods, options.resources);
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
  const unwraps = requestedUnwraps(options, webhooks);
  return {
    kind: 'api',
    info,
    client,
    root,
    schemas: assignModels(narrowTags(schemas, allTypes(root, webhooks)), {
      root,
      webhooks,
      configured: configuredModels(context, options, modelTypes, content.schemas),
      say: ({ name, origin }, { resource }) =>
        context.report('model-written-out', { name, resource: resource.join('.'), key: snake(name) }, origin),
    }),
    securitySchemes: schemes,
    security,
    paginationSchemes: finished.paginationSchemes,
    webhooks,
    ...(unwraps.length > 0 && {
      unwrapMethods: unwrapMethods(context, {
        configured: unwraps,
        models: modelTypes,
        options: client.options,
      }),
    }),
    perEndpointSecurity: options.perEndpointSecurity,
    serialization: options.serialization,
    tags: content.tags,
  };
}

function streamingOf(context: BuildContext, placement: NamedOperation, draft: Draft): Streaming | undefined {
  const { types, events, modelTypes } = context.content;
  const configured = placement.configured?.streaming;
  const event =
    configured?.eventModel === undefined
      ? events.get(placement.operation.id)
      : modelTypes.byName.get(configured.eventModel);
  const response = draft.success === undefined ? undefined : draft.responses[draft.success];
  return readStreaming(context, types, {
    parameters: draft.parameters,
    hints: placement.operation.hints,
    options: {
      onEvent: context.options.onEvent,
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
