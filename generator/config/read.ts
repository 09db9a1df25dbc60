/** Reads a config's text into the typed `Config`. */
import { closest } from 'fastest-levenshtein';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { defaultLanguage } from '../languages/data.ts';
import type { LanguageSelector } from '../lib/language-selector.ts';
import { type JsonObject, isJsonObject } from '../lib/json.ts';
import { type Origin, at } from '../lib/origin.ts';
import { type Result, ok } from '../lib/result.ts';
import { joinFolder, joinTarget } from '../source/reference.ts';
import type { SourceDocument } from '../source/types.ts';
import { isPublished } from '../lib/editions.ts';
import { editionOf } from './edition.ts';
import {
  type Section,
  choiceAt,
  defined,
  entriesOf,
  flagAt,
  hasSection,
  itemsAt,
  scalarAt,
  sectionAt,
  sectionOf,
  textAt,
  valueAt,
} from './node.ts';
import { readClient, readEnvironments, readPagination, readStreamRules } from './read-client.ts';
import { type ResourceReader, endpointsAt, readEndpoint, readResources } from './read-resources.ts';
import { readAgentTargets } from './read-agent-targets.ts';
import { locatedSet, readExtraTargets, readTarget, targetNames } from './read-targets.ts';
import type {
  CasingConfig,
  Config,
  HttpMethodConfig,
  IgnoredDiagnostic,
  Located,
  MethodConfig,
  OutputConfig,
  PaginationConfig,
  ReadmeExample,
  ResourceConfig,
  TransformConfig,
  WebhooksConfig,
} from './types.ts';
import { purposeFaults } from './pagination-purposes.ts';
import { readKeys } from './schema/keys.ts';
import { DOCS, ORGANIZATION, OUTPUT, SETTINGS, SPELLINGS } from './schema/tables.ts';

/**
 * Never undefined: a fault in a section is reported, and the rest is read. `check.ts`
 * reports violations of the schema.
 */
export function readConfig(
  { name, root }: SourceDocument,
  audience: LanguageSelector = defaultLanguage,
): Result<Config> {
  if (root === null || isJsonObject(root)) return readSections(name, root ?? {}, audience);
  const fault = diagnostic(
    'config-not-an-object',
    { file: name, found: Array.isArray(root) ? 'a list' : 'a single value' },
    { origin: { document: name, pointer: '' } },
  );
  return ok(readSections(name, {}, audience).value, [fault]);
}

/** `root`: the keys of the file. */
export function readSections(name: string, root: JsonObject, audience: LanguageSelector): Result<Config> {
  const origin: Origin = { document: name, pointer: '' };
  const diagnostics: Diagnostic[] = [];
  const top: Section = { value: root, origin };
  const reading: ResourceReader = {
    targets: targetNames(top, audience),
    say: (item) => void diagnostics.push(item),
  };
  const organization = sectionAt(top, 'organization');
  const pagination = readPagination(reading, top);
  const resources = readResources(reading, sectionAt(top, 'resources'));
  const query = sectionAt(top, 'query_settings');
  const openapi = sectionAt(top, 'openapi');
  const file = (section: Section, key: string): Located<string> | undefined => located(section, key, name);
  // An empty config counts as no config.
  const isEmpty = Object.keys(root).length === 0;
  const target = readTarget(top, name, audience);
  const edition = isEmpty ? undefined : editionOf([target.edition, scalarAt(top, 'edition')]);
  const published = isPublished(edition);
  const config: Config = {
    kind: 'config',
    audience,
    file: name,
    organization: {
      origin: organization.origin,
      ...readKeys(ORGANIZATION, organization),
    },
    client: readClient(reading, sectionAt(top, 'client_settings')),
    resources,
    pagination,
    querySettings: {
      arrayFormat:
        choiceAt(query, 'array_format', ['comma', 'repeat', 'indices', 'brackets']) ??
        (published ? 'comma' : 'repeat'),
      nestedFormat: choiceAt(query, 'nested_format', ['brackets', 'dots']) ?? 'brackets',
      formLists: published ? 'brackets' : 'repeat',
    },
    settings: {
      ...readKeys(SETTINGS, sectionAt(top, 'settings')),
      ...(isEmpty && { perEndpointSecurity: true }),
    },
    casings: readCasings(sectionAt(top, 'custom_casings')),
    streaming: { onEvent: readStreamRules(sectionAt(top, 'streaming')) },
    webhooks: readWebhooks(sectionAt(top, 'webhooks')),
    readme: { examples: readExamples(sectionAt(sectionAt(top, 'readme'), 'example_requests')) },
    transforms: [...readTransforms(openapi, 'transforms'), ...readTransforms(openapi, 'transformations')],
    overlays: itemsAt(openapi, 'overlays').flatMap((item) =>
      typeof item.value === 'string' ? [{ value: joinTarget(name, item.value), origin: item.origin }] : [],
    ),
    target,
    targets: readExtraTargets(top, name),
    agents: readAgentTargets(top, reading.say),
    unspecifiedEndpoints: {
      mode: valueAt(top, 'unspecified_endpoints') === 'generate' ? 'generate' : 'omit',
      silenced: endpointsAt(top, 'unspecified_endpoints'),
    },
    diagnosticsIgnored: readIgnored(sectionAt(top, 'diagnostics')),
    output: readOutput(top, {
      out: locatedFolder(top, 'out', name),
      templates: locatedSet(top, name).at(0) ?? target.templates,
    }),
    ...defined({
      edition,
      written: isEmpty ? undefined : root,
      spec: file(top, 'spec'),
      environments: hasSection(top, 'environments')
        ? readEnvironments(sectionAt(top, 'environments'))
        : undefined,
      security: Array.isArray(valueAt(top, 'security'))
        ? { value: itemsAt(top, 'security').map((item) => item.value), origin: at(origin, 'security') }
        : undefined,
      securitySchemes: hasSection(top, 'security_schemes')
        ? { value: sectionAt(top, 'security_schemes').value, origin: at(origin, 'security_schemes') }
        : undefined,
      codeSamples: textAt(openapi, 'code_samples'),
    }),
  };
  return ok(config, [...diagnostics, ...purposeFaults(pagination), ...nameFaults(pagination, resources)]);
}

function readWebhooks(section: Section): WebhooksConfig {
  const key = 'signing_key_option';
  const value = textAt(section, key);
  return value === undefined ? {} : { signingKeyOption: { value, origin: at(section.origin, key) } };
}

/** Resolves a path relative to the config against the folder to which the config's own name is relative. */
function located(section: Section, key: string, base: string): Located<string> | undefined {
  const text = textAt(section, key);
  return text === undefined ? undefined : { value: joinTarget(base, text), origin: at(section.origin, key) };
}

const locatedFolder = (section: Section, key: string, base: string): Located<string> | undefined => {
  const text = textAt(section, key);
  return text === undefined ? undefined : { value: joinFolder(base, text), origin: at(section.origin, key) };
};

const readCasings = (section: Section): readonly CasingConfig[] =>
  entriesOf(section).map((entry) => {
    const inner = sectionOf(entry);
    const spelled = hasSection(inner, 'singular') ? sectionAt(inner, 'singular') : inner;
    return {
      word: entry.key,
      origin: entry.origin,
      ...defined({
        initialism: flagAt(inner, 'initialism'),
      }),
      ...readKeys(SPELLINGS, spelled),
    };
  });

const readExamples = (section: Section): readonly ReadmeExample[] =>
  entriesOf(section).flatMap((entry) => {
    const inner = sectionOf(entry);
    const written = textAt(inner, 'endpoint');
    const endpoint = written === undefined ? undefined : readEndpoint(written, at(entry.origin, 'endpoint'));
    return endpoint === undefined
      ? []
      : [
          {
            name: entry.key,
            endpoint,
            params: sectionAt(inner, 'params').value,
            origin: entry.origin,
            ...defined({ assign: textAt(inner, 'assign_to') }),
          },
        ];
  });

const readTransforms = (openapi: Section, key: string): readonly TransformConfig[] =>
  itemsAt(openapi, key).flatMap((entry) => {
    const inner = sectionOf(entry);
    const command = textAt(inner, 'command');
    return command === undefined
      ? []
      : [
          {
            command,
            args: sectionAt(inner, 'args').value,
            origin: entry.origin,
            ...defined({ reason: textAt(inner, 'reason') }),
          },
        ];
  });

/** `{ Code: true | [place, { location, reason }] }`, or a list of codes. */
function readIgnored(diagnostics: Section): readonly IgnoredDiagnostic[] {
  const codes = itemsAt(diagnostics, 'ignored').flatMap(({ value, origin }) =>
    typeof value === 'string' ? [{ code: value, at: [], origin }] : [],
  );
  const mapped = entriesOf(sectionAt(diagnostics, 'ignored')).flatMap(
    (entry): readonly IgnoredDiagnostic[] => {
      if (entry.value === false) return [];
      const items = Array.isArray(entry.value)
        ? itemsAt({ value: { list: entry.value }, origin: entry.origin }, 'list')
        : [];
      const places = items.flatMap((item) =>
        typeof item.value === 'string' ? [item.value] : (textAt(sectionOf(item), 'location') ?? []),
      );
      const reason = items
        .map((item) => textAt(sectionOf(item), 'reason'))
        .find((name) => name !== undefined);
      return [{ code: entry.key, at: places, origin: entry.origin, ...defined({ reason }) }];
    },
  );
  return [...codes, ...mapped];
}

function readOutput(
  top: Section,
  {
    out,
    templates,
  }: { readonly out: Located<string> | undefined; readonly templates: Located<string> | undefined },
): OutputConfig {
  const format = valueAt(top, 'format');
  const docs = readKeys(DOCS, sectionAt(top, 'docs'));
  return {
    ...readKeys(OUTPUT, top),
    format: format !== false && format !== 'none',
    docs: { ...docs, enabled: flagAt(top, 'docs') ?? docs.enabled },
    ...defined({
      repository: choiceAt(sectionAt(top, 'output'), 'repository', ['github', 'github-package']),
      out,
      templates,
    }),
  };
}

/**
 * Reports duplicate names and references to missing names. The build checks
 * whatever must exist in the document.
 */
function nameFaults(
  pagination: readonly PaginationConfig[],
  resources: readonly ResourceConfig[],
): readonly Diagnostic[] {
  const schemes = pagination.map((item) => item.name);
  const twice = pagination
    .filter((item, index) => schemes.indexOf(item.name) !== index)
    .map((item) =>
      diagnostic(
        'config-name-twice',
        { kind: 'pagination schemes', name: item.name },
        { origin: at(item.origin, 'name') },
      ),
    );
  const methods = flatten(resources).flatMap((resource) =>
    resource.methods.map((method) => ({ method, resource })),
  );
  const wrong = methods.flatMap(({ method, resource }): readonly Diagnostic[] => {
    if (method.kind === 'http') return schemeFault(method, schemes);
    if (method.kind === 'alias')
      return aliasFault(method, resource, new Set(methods.map((item) => dotted(item.method))));
    return [];
  });
  return [...twice, ...wrong];
}

function schemeFault(
  { paginated, origin }: HttpMethodConfig,
  schemes: readonly string[],
): readonly Diagnostic[] {
  if (typeof paginated !== 'string' || schemes.includes(paginated)) return [];
  return [
    diagnostic(
      'config-name-unknown',
      { kind: 'pagination scheme', name: paginated, nearest: nearestOf(paginated, schemes) },
      { origin: at(origin, 'paginated') },
    ),
  ];
}

function aliasFault(
  method: MethodConfig,
  resource: ResourceConfig,
  all: ReadonlySet<string>,
): readonly Diagnostic[] {
  if (method.kind !== 'alias' || method.to.kind !== 'method' || all.has(method.to.path)) return [];
  const nearest = nearestOf(
    method.key,
    resource.methods.filter((item) => item.kind === 'http').map((httpMethod) => httpMethod.key),
  );
  return [
    diagnostic(
      'config-name-unknown',
      { kind: 'method', name: method.to.path, nearest },
      { origin: at(method.origin, 'to') },
    ),
  ];
}

const dotted = (method: MethodConfig): string => [...method.resource, method.key].join('.');
const nearestOf = (name: string, names: readonly string[]): string =>
  names.length === 0 ? 'another name' : closest(name, names);

function flatten(resources: readonly ResourceConfig[]): readonly ResourceConfig[] {
  return resources.flatMap((resource) => [resource, ...flatten(resource.subresources)]);
}
