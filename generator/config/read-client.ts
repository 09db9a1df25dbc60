import { isJsonObject } from '../lib/json.ts';
import { PAGINATION_TYPES } from './schema/client.ts';
import {
  type Section,
  choiceAt,
  defined,
  entriesOf,
  flagAt,
  hasSection,
  itemsAt,
  millisecondsAt,
  numberAt,
  scalarAt,
  sectionAt,
  sectionOf,
  textAt,
  textsAt,
  valueAt,
} from './node.ts';
import { type ResourceReader, isSkipped } from './read-resources.ts';
import type {
  ClientConfig,
  ClientOptionConfig,
  EnvironmentConfig,
  PaginationConfig,
  StreamRuleConfig,
} from './types.ts';

export function readClient(reading: ResourceReader, section: Section): ClientConfig {
  const retries = sectionAt(section, 'default_retries');
  return {
    origin: section.origin,
    // Names of headers often begin with `x-`, so these keys are not extensions.
    defaultHeaders: Object.entries(sectionAt(section, 'default_headers').value).flatMap(([name, value]) =>
      typeof value === 'object' ? [] : [{ name, value: String(value) }],
    ),
    ...defined({
      name: textAt(section, 'client_name') ?? textAt(section, 'default_client_name'),
      envPrefix: textAt(section, 'default_env_prefix'),
      options: hasSection(section, 'opts')
        ? entriesOf(sectionAt(section, 'opts')).map((entry) =>
            readOption(reading, entry.key, sectionOf(entry)),
          )
        : undefined,
      timeoutMs: millisecondsAt(section, 'default_timeout'),
      maxRetries: numberAt(section, 'default_retries') ?? numberAt(retries, 'max_retries'),
      retryInitialMs: inMs(numberAt(retries, 'initial_delay_seconds')),
      retryMaxMs: inMs(numberAt(retries, 'max_delay_seconds')),
      idempotencyHeader: textAt(sectionAt(section, 'idempotency'), 'header'),
    }),
  };
}

const inMs = (seconds: number | undefined): number | undefined =>
  seconds === undefined ? undefined : seconds * 1000;

/** The locations in which a value can be sent, and the key for each. */
const SENDING = [
  ['send_in_header', 'header'],
  ['send_as_query_param', 'query'],
  ['send_as_path_param', 'path'],
  ['send_as_body_param', 'body'],
  ['send_in_cookie', 'cookie'],
  ['server_variable', 'server_variable'],
] as const;

function readOption(reading: ResourceReader, key: string, section: Section): ClientOptionConfig {
  const auth = sectionAt(section, 'auth');
  const scheme = textAt(auth, 'security_scheme');
  const value = valueAt(section, 'default');
  const sending = SENDING.find(([name]) => textAt(section, name) !== undefined);
  const sent = sending && textAt(section, sending[0]);
  const type = textAt(section, 'type');
  return {
    key,
    type: type === 'boolean' ? 'boolean' : type === 'number' || type === 'integer' ? 'number' : 'string',
    nullable: flagAt(section, 'nullable') ?? type === 'null',
    skipped: isSkipped(reading, section),
    origin: section.origin,
    ...(scheme !== undefined && {
      auth: {
        scheme,
        role:
          choiceAt(auth, 'role', ['value', 'username', 'password', 'client_id', 'client_secret']) ??
          ('value' as const),
      },
    }),
    ...(sending !== undefined && sent !== undefined && { send: { in: sending[1], name: sent } }),
    ...defined({
      default:
        typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
          ? value
          : undefined,
      readEnv: textAt(section, 'read_env'),
      description: textAt(section, 'description')?.trim(),
      example: scalarAt(section, 'example'),
    }),
  };
}

export function readEnvironments(section: Section): readonly EnvironmentConfig[] {
  return entriesOf(section).flatMap((entry) => {
    const inner = sectionOf(entry);
    const url = typeof entry.value === 'string' ? entry.value : textAt(inner, 'url');
    if (url === undefined) return [];
    const variables = entriesOf(sectionAt(inner, 'variables')).map((variable) => {
      const about = sectionOf(variable);
      const values = textsAt(about, 'enum');
      return {
        name: variable.key,
        ...(values.length > 0 && { enum: values }),
        ...defined({
          default: typeof variable.value === 'string' ? variable.value : textAt(about, 'default'),
          description: textAt(about, 'description'),
        }),
      };
    });
    return [{ name: entry.key, url: url.trim().replace(/\/+$/, ''), variables, origin: entry.origin }];
  });
}

/** A list of schemes, or a single scheme without a name. */
export function readPagination(reading: ResourceReader, root: Section): readonly PaginationConfig[] {
  const single = valueAt(root, 'pagination');
  const sections = isJsonObject(single)
    ? [sectionAt(root, 'pagination')]
    : itemsAt(root, 'pagination').map(sectionOf);
  return sections.flatMap((section) => {
    const type = choiceAt(section, 'type', PAGINATION_TYPES);
    if (type === undefined) return [];
    const [request, response] = [sectionAt(section, 'request'), sectionAt(section, 'response')];
    return [
      {
        name: textAt(section, 'name') ?? (type === 'fake_page' ? type : `${type}_page`),
        type,
        request: { value: request.value, origin: request.origin },
        response: { value: response.value, origin: response.origin },
        paramLocation: choiceAt(section, 'param_location', ['query', 'body']) ?? ('query' as const),
        continueOnEmptyItems: flagAt(section, 'continue_on_empty_items') ?? false,
        skipped: isSkipped(reading, section),
        origin: section.origin,
      },
    ];
  });
}

/** A rule for several event types becomes a rule for each type. */
export function readStreamRules(section: Section): readonly StreamRuleConfig[] {
  return itemsAt(section, 'on_event').flatMap((entry) => {
    const rule = sectionOf(entry);
    const handle = choiceAt(rule, 'handle', ['done', 'yield', 'error', 'ignore', 'continue']);
    if (handle === undefined) return [];
    const base = {
      handle: handle === 'continue' ? ('ignore' as const) : handle,
      origin: rule.origin,
      ...defined({
        dataPrefix: textAt(rule, 'data_starts_with'),
        errorProperty: textAt(rule, 'error_property'),
      }),
    };
    if (!Object.hasOwn(rule.value, 'event_type')) return [base];
    const types = rule.value['event_type'];
    const all = Array.isArray(types) ? types : [types];
    return all.flatMap((eventType) =>
      typeof eventType === 'string' || eventType === null ? [{ ...base, eventType }] : [],
    );
  });
}
