import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { type JsonValue, isJsonObject } from '../lib/json.ts';
import { type Origin, at } from '../lib/origin.ts';
import {
  type ConfigEntry,
  type Section,
  defined,
  entriesOf,
  flagAt,
  hasSection,
  itemsAt,
  millisecondsAt,
  numberAt,
  sectionAt,
  sectionOf,
  textAt,
  textsAt,
  valueAt,
} from './node.ts';
import { ENDPOINT } from './schema/parts.ts';
import type {
  AgentsConfig,
  AliasMethodConfig,
  DeprecatedConfig,
  EndpointConfig,
  HttpMethodConfig,
  MethodConfig,
  MethodStreamingConfig,
  ModelConfig,
  ModelTarget,
  ResourceConfig,
} from './types.ts';

/** What reading a part of the config needs from the whole. */
export interface ResourceReader {
  /** Names with which `skip` and `only` may address this target. */
  readonly targets: ReadonlySet<string>;
  readonly say: (diagnostic: Diagnostic) => void;
}

export function readResources(reading: ResourceReader, tree: Section): readonly ResourceConfig[] {
  return entriesOf(tree).map((entry) => readResource(reading, entry, { path: [], skipped: false }));
}

function readResource(
  reading: ResourceReader,
  entry: ConfigEntry,
  around: { readonly path: readonly string[]; readonly skipped: boolean },
): ResourceConfig {
  const { key, origin } = entry;
  const section = sectionOf(entry);
  const special =
    around.path.length > 0
      ? undefined
      : key === '$client'
        ? ('client' as const)
        : key === '$shared'
          ? ('shared' as const)
          : undefined;
  const path = special === 'client' ? [] : [...around.path, key];
  const skipped = around.skipped || isSkipped(reading, section);
  const inside = { path, skipped };
  return {
    key,
    path,
    methods: entriesOf(sectionAt(section, 'methods')).flatMap(
      (method) => readMethod(reading, method, inside) ?? [],
    ),
    models: readModels(reading, sectionAt(section, 'models'), inside),
    subresources: entriesOf(sectionAt(section, 'subresources')).map((sub) =>
      readResource(reading, sub, inside),
    ),
    skipped,
    origin,
    ...defined({
      special,
      description: textAt(section, 'description'),
      deprecated: deprecatedAt(reading, section),
      agents: agentsAt(section),
      hasOwnPackage: flagAt(section, 'standalone_api'),
    }),
  };
}

interface ResourcePosition {
  readonly path: readonly string[];
  readonly skipped: boolean;
}

function readMethod(
  reading: ResourceReader,
  entry: ConfigEntry,
  place: ResourcePosition,
): MethodConfig | undefined {
  if (typeof entry.value === 'string') {
    const endpoint = readEndpoint(entry.value, entry.origin);
    return (
      endpoint && {
        kind: 'http',
        key: entry.key,
        resource: place.path,
        endpoint,
        skipped: place.skipped,
        origin: entry.origin,
      }
    );
  }
  if (!isJsonObject(entry.value)) return undefined;
  const section = sectionOf(entry);
  const type = textAt(section, 'type') ?? 'http';
  const isSkippedHere = place.skipped || isSkipped(reading, section);
  const isUnspoken = type === 'websocket';
  if (isUnspoken && !isSkippedHere)
    reading.say(
      diagnostic(
        'method-websocket',
        { method: [...place.path, entry.key].join('.') },
        { origin: at(entry.origin, 'type') },
      ),
    );
  const base = {
    key: entry.key,
    resource: place.path,
    skipped: isSkippedHere || isUnspoken,
    origin: entry.origin,
    ...defined({
      deprecated: deprecatedAt(reading, section),
      description: textAt(section, 'description'),
      agents: agentsAt(section),
    }),
  };
  if (type === 'webhook_unwrap')
    return {
      ...base,
      kind: 'webhook_unwrap',
      ...defined({
        eventModel: textAt(section, 'event_model') ?? textAt(section, 'event_type'),
        keyOption: textAt(section, 'webhook_key_opt'),
      }),
    };
  if (type === 'alias') {
    const to = textAt(section, 'to');
    return to === undefined
      ? undefined
      : ({
          ...base,
          kind: 'alias',
          to: aliasTarget(to, place, at(entry.origin, 'to')),
        } satisfies AliasMethodConfig);
  }
  const written = textAt(section, 'endpoint');
  const endpoint = written === undefined ? undefined : readEndpoint(written, at(entry.origin, 'endpoint'));
  if (endpoint === undefined) return undefined;
  return { ...base, kind: 'http', endpoint, ...httpFields(reading, section) };
}

/** A sibling's key, a dotted method path, or an endpoint. */
function aliasTarget(to: string, place: ResourcePosition, origin: Origin): AliasMethodConfig['to'] {
  const endpoint = readEndpoint(to, origin);
  if (endpoint !== undefined) return { kind: 'endpoint', endpoint };
  return { kind: 'method', path: to.includes('.') ? to : [...place.path, to].join('.') };
}

function httpFields(
  reading: ResourceReader,
  section: Section,
): Partial<Omit<HttpMethodConfig, 'kind' | 'endpoint'>> {
  const paginated = valueAt(section, 'paginated');
  const options = sectionAt(section, 'default_request_options');
  return defined({
    paginated: typeof paginated === 'boolean' || typeof paginated === 'string' ? paginated : undefined,
    bodyParamName: textAt(section, 'body_param_name'),
    streaming: streamingAt(section),
    positionalParams: positionalAt(section, 'positional_params'),
    unwrapResponse: unwrapAt(section),
    skipTestReason: messageAt(reading, section, 'skip_test_reason'),
    idempotent: flagAt(section, 'idempotent'),
    timeoutMs: millisecondsAt(options, 'timeout'),
    maxRetries: numberAt(options, 'max_retries'),
  });
}

function streamingAt(section: Section): MethodStreamingConfig | undefined {
  if (flagAt(section, 'streaming') === true) return { origin: at(section.origin, 'streaming') };
  if (!hasSection(section, 'streaming')) return undefined;
  const streaming = sectionAt(section, 'streaming');
  return {
    origin: streaming.origin,
    ...(streaming.value['param_discriminator'] === null && { paramDiscriminator: null }),
    ...defined({
      paramDiscriminator: textAt(streaming, 'param_discriminator'),
      streamEventModel: textAt(streaming, 'stream_event_model'),
      paramsTypeName: textAt(streaming, 'params_type_name'),
    }),
  };
}

function positionalAt(section: Section, key: string): HttpMethodConfig['positionalParams'] {
  const value = valueAt(section, key);
  if (Array.isArray(value)) return textsAt(section, key);
  if (value === false || value === 'none') return 'none';
  if (value === 'all' || value === 'last') return value;
  return typeof value === 'string' ? [value] : undefined;
}

function unwrapAt(section: Section): HttpMethodConfig['unwrapResponse'] {
  const value = valueAt(section, 'unwrap_response');
  if (value === false) return false;
  if (Array.isArray(value)) return textsAt(section, 'unwrap_response');
  return typeof value === 'string' ? value.split('.') : undefined;
}

/** An alias refers to the target of the model that it repeats. */
function readModels(
  reading: ResourceReader,
  models: Section,
  place: ResourcePosition,
): readonly ModelConfig[] {
  return entriesOf(models).flatMap((entry) => {
    const skipped = place.skipped || (isJsonObject(entry.value) && isSkipped(reading, sectionOf(entry)));
    const to = isJsonObject(entry.value) ? textAt(sectionOf(entry), 'to') : undefined;
    const written = to === undefined ? entry.value : valueAt(models, to);
    const uri =
      typeof written === 'string'
        ? written
        : isJsonObject(written)
          ? textAt({ value: written, origin: entry.origin }, 'openapi_uri')
          : undefined;
    const resource = place.path.length === 0 ? ['$client'] : place.path;
    if (to !== undefined && uri === undefined)
      reading.say(
        diagnostic(
          'config-name-unknown',
          { kind: 'model', name: to, nearest: 'the name of a model beside it that is no alias' },
          { origin: at(entry.origin, 'to') },
        ),
      );
    return uri === undefined
      ? []
      : [{ name: entry.key, resource, target: targetOf(uri), skipped, origin: entry.origin }];
  });
}

/**
 * `Book`, `#/components/schemas/Book`, `parts/book.yml#/Book`, `$.components…`, or a dotted path
 * as in JMESPath (`components.schemas.Book.properties.author`).
 */
export function targetOf(written: string): ModelTarget {
  const text = written.trim();
  if (text.startsWith('#/')) return { kind: 'pointer', pointer: text.slice(1) };
  if (/^[^#]*[./][^#]*#/.test(text)) return { kind: 'reference', ref: text };
  if (text.startsWith('$.') || text.startsWith('$[')) return { kind: 'path', path: text };
  if (/^(?:components|paths|definitions|webhooks)\./.test(text))
    return {
      kind: 'path',
      path: `$.${text.replace(/\."((?:[^"\\]|\\.)*)"/g, (_whole, name: string) => `[${JSON.stringify(name)}]`)}`,
    };
  return { kind: 'schema', name: text };
}

export function readEndpoint(written: string, origin: Origin): EndpointConfig | undefined {
  const parts = ENDPOINT.exec(written.replace(/\s+/g, ' '));
  const [, verb, path] = parts ?? [];
  return verb === undefined || path === undefined ? undefined : { verb: verb.toLowerCase(), path, origin };
}

export const endpointsAt = (section: Section, key: string): readonly EndpointConfig[] =>
  itemsAt(section, key).flatMap(({ value, origin }) =>
    typeof value === 'string' ? (readEndpoint(value, origin) ?? []) : [],
  );

/** True for `skip: true`, if `skip` names this target, or if `only` does not name it. */
export function isSkipped(reading: ResourceReader, section: Section): boolean {
  const names = (value: JsonValue | undefined): readonly string[] =>
    Array.isArray(value)
      ? value.filter((item) => typeof item === 'string')
      : typeof value === 'string'
        ? [value]
        : [];
  const skip = valueAt(section, 'skip');
  if (skip === true || names(skip).some((name) => reading.targets.has(name))) return true;
  const only = valueAt(section, 'only');
  return only !== undefined && !names(only).some((name) => reading.targets.has(name));
}

/** `mcp`: true, false, or an object with details. Only a boolean decides whether the method is offered. */
function agentsAt(section: Section): AgentsConfig | undefined {
  const value = valueAt(section, 'mcp');
  if (typeof value === 'boolean') return { isOffered: value };
  if (!isJsonObject(value)) return undefined;
  const own = sectionAt(section, 'mcp');
  const tags = valueAt(own, 'tags') === undefined ? undefined : textsAt(own, 'tags');
  return defined({
    toolName: textAt(own, 'tool_name'),
    description: textAt(own, 'description'),
    tags,
  });
}

function deprecatedAt(reading: ResourceReader, section: Section): DeprecatedConfig | undefined {
  const value = valueAt(section, 'deprecated');
  if (value === undefined || value === false) return undefined;
  const message = messageAt(reading, section, 'deprecated');
  return message === undefined ? (value === true ? {} : undefined) : { message };
}

/** A text, or the text for this target in an object. */
function messageAt(reading: ResourceReader, section: Section, key: string): string | undefined {
  const text = textAt(section, key);
  if (text !== undefined) return text;
  const per = entriesOf(sectionAt(section, key)).find(
    (entry) => reading.targets.has(entry.key) || entry.key === 'default',
  );
  return typeof per?.value === 'string' ? per.value : undefined;
}
