/** Reads the documents: operations, schemas, security and webhooks, before anything gets a name in the SDK. */
import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { LanguageSelector } from '../lib/language-selector.ts';
import type { Documents } from '../source/types.ts';
import type { BuildOptions, RequestedModel } from './build-options.ts';
import { type ModelTypes, readModelTypes, schemasToName } from './configured-models.ts';
import { type Context, originAt, report } from './context.ts';
import { type ReadSample, readSamples } from './naming/named.ts';
import { type Operation, collectOperations } from './operations/collect.ts';
import { createFieldCoverage } from './operations/fields.ts';
import { clientParameters } from './operations/finish.ts';
import { type ClientContext, type Draft, documentRoot, readMethod } from './operations/method.ts';
import type { TypesById } from './type-walk.ts';
import { defined, objectAt } from './read.ts';
import { createSchemaReader } from './schema/reader.ts';
import { readRequirements, readSchemes, requirementsOf } from './security/schemes.ts';
import { readTags } from './tags.ts';
import type { Api, Schema, SecurityRequirement, SecurityScheme, TypeNode, Webhook } from './types.ts';
import { readWebhooks } from './webhooks/webhooks.ts';

/** The options that affect reading. Names of resources and methods are not among them. */
interface ReadOptions
  extends Pick<
    BuildOptions,
    'models' | 'openEnums' | 'options' | 'serialization' | 'security' | 'securitySchemes'
  > {
  /** Operations that the config names: `get /pets`. */
  readonly operations: ReadonlySet<string>;
  readonly eventModels: readonly string[];
}

/** The content of the documents. Names are decided later. */
export interface DocumentContent {
  /** The models that were read, for lookups in `modelTypes`. */
  readonly models: readonly RequestedModel[];
  readonly modelTypes: ModelTypes;
  readonly operations: readonly Operation[];
  /** By operation id. */
  readonly samples: ReadonlyMap<string, readonly ReadSample[]>;
  /** By operation id. */
  readonly drafts: ReadonlyMap<string, Draft>;
  /** Event types that hints of the document name, by operation id. */
  readonly events: ReadonlyMap<string, TypeNode>;
  readonly schemes: readonly SecurityScheme[];
  readonly security: readonly SecurityRequirement[];
  readonly webhooks: readonly Webhook[];
  readonly tags: Api['tags'];
  readonly schemas: readonly Schema[];
  readonly types: TypesById;
  readonly diagnostics: readonly Diagnostic[];
}

interface Reading {
  readonly options: ReadOptions;
  readonly language: string;
  /** Hints of the document address specific languages. */
  readonly isAddressed: boolean;
  readonly content: DocumentContent;
}

/** Readings of the same documents, the latest last: a change of names does not read them again. */
const readings = new WeakMap<Documents, Reading[]>();
const MOST_READINGS = 3;

export function readDocument(documents: Documents, build: BuildOptions): DocumentContent {
  const options = readOptionsOf(build);
  const known = readings.get(documents) ?? [];
  const found = known.find(
    (reading) =>
      (!reading.isAddressed || reading.language === build.audience.language) &&
      isDeepStrictEqual(reading.options, options),
  );
  const reading = found ?? read(documents, build.audience, options);
  if (found === undefined) readings.set(documents, [...known, reading].slice(-MOST_READINGS));
  if (reading.isAddressed) build.audience.onAddressed?.();
  return reading.content;
}

const readOptionsOf = (build: BuildOptions): ReadOptions => ({
  models: build.models,
  openEnums: build.openEnums,
  serialization: build.serialization,
  ...defined({
    options: build.options,
    security: build.security,
    securitySchemes: build.securitySchemes,
  }),
  operations: new Set(build.methods.map((method) => `${method.verb} ${method.path}`)),
  eventModels: build.methods.flatMap((method) => method.streaming?.eventModel ?? []),
});

function read(documents: Documents, selector: LanguageSelector, options: ReadOptions): Reading {
  let isAddressed = false;
  const audience: LanguageSelector = { ...selector, onAddressed: () => void (isAddressed = true) };
  const diagnostics: Diagnostic[] = [];
  const fields = createFieldCoverage();
  const reader = createSchemaReader(documents, audience, {
    nameable: schemasToName(documents, options),
    opensEnums: options.openEnums,
  });
  const context: Context = {
    documents,
    audience,
    readType: reader.read,
    report: report(diagnostics),
    visit: fields.visit,
  };
  visitRoot(context);
  const operations = collectOperations(context, options.operations);
  const schemes = securitySchemes(context, options);
  const security = defaultSecurity(context, options, schemes);
  const client: ClientContext = { parameters: clientParameters(options, schemes), schemes };
  const drafts = new Map(
    operations.map((operation) => [operation.id, readMethod(context, operation, client)]),
  );
  const events = new Map(
    operations.flatMap(({ id, hints, place }) =>
      hints.streaming?.event === undefined
        ? []
        : [[id, context.readType(hints.streaming.event, place.origin)] as const],
    ),
  );
  const webhooks = readWebhooks(context, operations);
  const modelTypes = readModelTypes(context, options);
  const tags = readTags(context);
  const { schemas, diagnostics: ofSchemas } = reader.finish();
  return {
    options,
    language: selector.language,
    isAddressed,
    content: {
      models: options.models,
      modelTypes,
      operations,
      samples: new Map(operations.map((operation) => [operation.id, readSamples(operation)])),
      drafts,
      events,
      schemes,
      security,
      webhooks,
      tags,
      schemas,
      types: new Map(schemas.map((schema) => [schema.id, schema.type])),
      diagnostics: [...diagnostics, ...fields.notes(), ...ofSchemas],
    },
  };
}

function visitRoot(context: Context): void {
  const root = documentRoot(context);
  context.visit('OpenAPI Object', root.node, root.origin);
  const info = objectAt(root.node, 'info');
  if (info !== undefined) context.visit('Info Object', info, originAt(context, root, 'info'));
}

function securitySchemes(context: Context, options: ReadOptions): readonly SecurityScheme[] {
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
  options: ReadOptions,
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
