/** One value of each key against another one, and the languages whose SDK it changes. */
import type { JsonValue } from '../../generator/lib/json.ts';

export interface Case {
  /** As `docs/config.md` has it, behind its section. */
  readonly key: string;
  /** Where the value stands, with slashes. */
  readonly path: string;
  readonly from: JsonValue | undefined;
  readonly to: JsonValue | undefined;
  /** Languages with another SDK then. */
  readonly does: string;
  /** What must be there for the key to mean something. */
  readonly beside?: readonly (readonly [path: string, value: JsonValue])[];
}

const BOTH = 'typescript and python';
const TYPESCRIPT = 'typescript';
const PYTHON = 'python';
/** Means something to the program, and nothing to the texts of an SDK; or says what the SDK says anyway. */
const NEITHER = '';

type Row = readonly [
  key: string,
  path: string,
  from: JsonValue | undefined,
  to: JsonValue | undefined,
  does?: string,
  beside?: Case['beside'],
];

const none = undefined;
const rows = (sets: readonly Row[]): readonly Case[] =>
  sets.map(([key, path, from, to, does = BOTH, beside]) => ({
    key,
    path,
    from,
    to,
    does,
    ...(beside && { beside }),
  }));

const OPTION = 'client_settings/opts/house';
const option = (key: string, from: JsonValue | undefined, to: JsonValue | undefined, does = BOTH): Row => [
  `client_settings.opts.<name>.${key}`,
  `${OPTION}/${key.replaceAll('.', '/')}`,
  from,
  to,
  does,
];
const LIST = 'resources/animals/methods/list';
const TALK = 'resources/animals/methods/talk';
const UNWRAP = 'resources/animals/methods/unwrap';
const method = (
  key: string,
  from: JsonValue | undefined,
  to: JsonValue | undefined,
  more: { readonly at?: string; readonly does?: string; readonly beside?: Case['beside'] } = {},
): Row => [
  `A method ${key}`,
  `${more.at ?? LIST}/${key.replaceAll('.', '/')}`,
  from,
  to,
  more.does ?? BOTH,
  more.beside,
];
const skipping: JsonValue = ['typescript', 'python'];

const scheme = (more: object): JsonValue => [
  {
    name: 'herd',
    type: 'cursor',
    request: {
      after: { type: 'string', 'x-stainless-pagination-property': { purpose: 'next_cursor_param' } },
    },
    response: {
      data: { type: 'array', 'x-stainless-pagination-property': { purpose: 'items' } },
      next: { type: 'string', 'x-stainless-pagination-property': { purpose: 'next_cursor_field' } },
    },
    ...more,
  },
];
const page = (key: string, from: object, to: object, does = BOTH): Row => [
  `pagination.${key}`,
  'pagination',
  scheme(from),
  scheme(to),
  does,
];
const transform = (more: object): JsonValue => [
  { command: 'update', args: { target: '$.info', value: { title: 'Park' } }, ...more },
];
const rule = (key: string, from: object, to: object, does = BOTH): Row => [
  key === '' ? 'streaming.on_event' : `streaming.on_event[].${key}`,
  'streaming/on_event',
  [{ kind: 'fallthrough', handle: 'yield', ...from }],
  [{ kind: 'fallthrough', handle: 'yield', ...to }],
  does,
  [[`${TALK}/streaming`, { param_discriminator: 'live' }]],
];
const example = (key: string, from: JsonValue | undefined, to: JsonValue | undefined, does = BOTH): Row => [
  `readme.example_requests.<name>.${key}`,
  `readme/example_requests/headline/${key}`,
  from,
  to,
  does,
  [['readme/example_requests/headline', { type: 'request', endpoint: 'get /cpu' }]],
];
const word = (key: string, to: JsonValue, does = BOTH): Row => [
  `custom_casings.<name>.${key}`,
  `custom_casings/animal/${key}`,
  none,
  to,
  does,
];

export const CASES: readonly Case[] = rows([
  ['edition', 'edition', '2026-11-23', '2025-01-01'],
  ['organization.name', 'organization/name', 'zoo', 'park'],
  ['organization.docs', 'organization/docs', none, 'https://docs.example'],
  [
    'organization.contact',
    'organization/contact',
    none,
    'a@zoo.example',
    BOTH,
    [['output/repository', 'github']],
  ],
  ['environments.<name>', 'environments/test', none, 'https://test.example'],
  ['environments.<name>.url', 'environments/production/url', 'https://a.example', 'https://b.example'],
  ['environments.<name>.variables.<name>', 'environments/production/variables/region', 'eu', 'us'],
  [
    'environments.<name>.variables.<name>.default',
    'environments/production/variables/region/default',
    'eu',
    'us',
  ],
  [
    'environments.<name>.variables.<name>.enum',
    'environments/production/variables/region/enum',
    none,
    ['eu', 'us'],
    NEITHER,
  ],
  [
    'environments.<name>.variables.<name>.description',
    'environments/production/variables/region/description',
    none,
    'Where.',
    NEITHER,
  ],
  ['environments.<name>.description', 'environments/production/description', none, 'The real one.', NEITHER],
  ['settings.license', 'settings/license', 'MIT', 'Apache-2.0'],
  ['settings.license.name', 'settings/license/name', 'MIT', 'Apache-2.0'],
  ['settings.disable_mock_tests', 'settings/disable_mock_tests', none, true],
  ['settings.unwrap_response_fields', 'settings/unwrap_response_fields', none, ['data']],
  ['settings.file_header', 'settings/file_header', none, 'Made.'],
  ['settings.sort_schema_properties', 'settings/sort_schema_properties', none, false],
  ['settings.open_enums', 'settings/open_enums', none, true],
  ['settings.positional_params', 'settings/positional_params', none, false],
  ['settings.per_endpoint_security', 'settings/per_endpoint_security', true, false],
  option('type', 'string', 'number'),
  option('description', none, 'Which house.'),
  [
    'client_settings.opts.<name>.example',
    'client_settings/opts/api_key/example',
    none,
    'blue',
    BOTH,
    [['client_settings/opts/api_key', { type: 'string', auth: { security_scheme: 'key' } }]],
  ],
  option('default', none, 'blue'),
  option('nullable', true, none),
  option('read_env', none, 'HOUSE'),
  option('auth.security_scheme', none, 'other'),
  [
    'client_settings.opts.<name>.auth.role',
    `${OPTION}/auth/role`,
    'username',
    'password',
    BOTH,
    [
      [OPTION, { type: 'string', auth: { security_scheme: 'pair' } }],
      ['client_settings/opts/word', { type: 'string', auth: { security_scheme: 'pair', role: 'password' } }],
    ],
  ],
  option('send_in_header', none, 'X-House'),
  option('send_as_query_param', none, 'after'),
  option('send_as_path_param', none, 'house'),
  option('send_as_body_param', none, 'words'),
  option('send_in_cookie', none, 'house'),
  option('server_variable', none, 'region'),
  option('skip', none, true),
  option('only', none, ['go']),
  option('format', none, 'uuid', NEITHER),
  option('title', none, 'House', NEITHER),
  ['client_settings.client_name', 'client_settings/client_name', none, 'Park'],
  ['client_settings.default_client_name', 'client_settings/default_client_name', none, 'Park'],
  ['client_settings.default_env_prefix', 'client_settings/default_env_prefix', none, 'PARK'],
  ['client_settings.default_timeout', 'client_settings/default_timeout', none, 'PT7S'],
  ['client_settings.default_retries', 'client_settings/default_retries', none, 7],
  ['client_settings.default_retries.max_retries', 'client_settings/default_retries/max_retries', 1, 7],
  [
    'client_settings.default_retries.initial_delay_seconds',
    'client_settings/default_retries/initial_delay_seconds',
    1,
    2,
  ],
  [
    'client_settings.default_retries.max_delay_seconds',
    'client_settings/default_retries/max_delay_seconds',
    3,
    4,
  ],
  ['client_settings.default_headers.<name>', 'client_settings/default_headers/X-A', none, 'b'],
  ['client_settings.idempotency.header', 'client_settings/idempotency/header', none, 'Idempotency-Key'],
  ['security', 'security', none, [{ other: [] }]],
  ['security_schemes.<name>', 'security_schemes/key', none, { type: 'apiKey', in: 'header', name: 'K' }],
  page('name', { name: 'herd' }, { name: 'flock' }),
  page('description', {}, { description: 'By herd.' }, NEITHER),
  page('type', { type: 'cursor' }, { type: 'fake_page' }),
  page('request.<name>', {}, { request: {} }),
  page('response.<name>', {}, { response: {} }),
  page('param_location', {}, { param_location: 'body' }),
  page('continue_on_empty_items', {}, { continue_on_empty_items: true }),
  page('skip', {}, { skip: true }),
  page('only', {}, { only: ['go'] }),
  ['query_settings.array_format', 'query_settings/array_format', 'comma', 'brackets'],
  ['query_settings.nested_format', 'query_settings/nested_format', 'brackets', 'dots'],
  example('type', 'request', none, NEITHER),
  example('endpoint', 'get /cpu', 'post /animals'),
  example('response_property', none, 'x', NEITHER),
  example('assign_to', none, 'result', NEITHER),
  example('example_properties', none, ['x'], NEITHER),
  example('file_param', none, 'photo', NEITHER),
  example('file_path', none, 'a.png', NEITHER),
  [
    'readme.example_requests.<name>.params',
    'readme/example_requests/headline/params',
    none,
    { words: 'Hello zoo' },
    BOTH,
    [['readme/example_requests/headline', { type: 'request', endpoint: 'post /talk' }]],
  ],
  ['openapi.transforms', 'openapi/transforms', none, transform({})],
  [
    'openapi.transforms[].command',
    'openapi/transforms',
    transform({}),
    transform({ command: 'merge' }),
    BOTH,
  ],
  ['openapi.transforms[].reason', 'openapi/transforms', transform({}), transform({ reason: 'So.' }), NEITHER],
  [
    'openapi.transforms[].args',
    'openapi/transforms',
    transform({}),
    transform({ args: { target: '$.info', value: { title: 'Farm' } } }),
  ],
  ['openapi.transformations', 'openapi/transformations', none, transform({})],
  ['openapi.code_samples', 'openapi/code_samples', none, 'readme'],
  rule('kind', { kind: 'data', data_starts_with: '[DONE]', handle: 'done' }, {}),
  rule('data_starts_with', { kind: 'data', data_starts_with: 'a' }, { kind: 'data', data_starts_with: 'b' }),
  rule('event_type', { kind: 'event_type', event_type: 'a' }, { kind: 'event_type', event_type: 'b' }),
  rule('handle', {}, { handle: 'error' }),
  rule('error_property', {}, { error_property: 'error' }),
  [
    'streaming.on_event',
    'streaming/on_event',
    none,
    [{ kind: 'fallthrough', handle: 'error' }],
    BOTH,
    [[`${TALK}/streaming`, { param_discriminator: 'live' }]],
  ],
  ['webhooks.signing_key_option', 'webhooks/signing_key_option', none, 'hook'],
  ['custom_casings.<name>.initialism', 'custom_casings/animal/initialism', none, true],
  word('snake', 'beast', PYTHON),
  // In Python of the pages' names alone.
  word('camel', 'beast'),
  word('pascal', 'Beast'),
  word('capital', 'Beast', NEITHER),
  word('kebab', 'beast', NEITHER),
  word('singular', { pascal: 'Beast' }),
  word('plural', { pascal: 'Beasts' }, NEITHER),
  ['unspecified_endpoints', 'unspecified_endpoints', none, 'generate', BOTH, [['resources/$client', {}]]],
  ['diagnostics.ignored', 'diagnostics/ignored', none, ['no-summary'], NEITHER],
  ['output.repository', 'output/repository', none, 'github'],
  ['docs.enabled', 'docs/enabled', none, false],
  ['docs.reference', 'docs/reference', none, true],
  ['docs.samples', 'docs/samples', none, 'placeholders'],
  ['docs.layout', 'docs/layout', none, 'other', NEITHER],
  ['docs.models', 'docs/models', none, false, TYPESCRIPT],
  ['functions', 'functions', none, false, TYPESCRIPT],
  ['compat', 'compat', none, 'stainless', TYPESCRIPT],
  ['tests', 'tests', none, false],
  method('type', none, 'webhook_unwrap', { at: 'resources/animals/methods/photo' }),
  method('endpoint', 'get /animals', 'get /cpu'),
  [
    'A method to',
    'resources/animals/methods/again',
    { type: 'alias', to: 'animals.list' },
    { type: 'alias', to: 'animals.photo' },
  ],
  method('paginated', none, false, { beside: [['pagination', scheme({})]] }),
  method('body_param_name', 'names', 'words', { at: 'resources/animals/methods/name' }),
  method('streaming', { param_discriminator: 'live' }, false, { at: TALK }),
  method('streaming.param_discriminator', none, 'live', { at: TALK }),
  method('streaming.stream_event_model', none, 'animals.animal', {
    at: TALK,
    beside: [[`${TALK}/streaming/param_discriminator`, 'live']],
  }),
  method('streaming.params_type_name', none, 'words', {
    at: TALK,
    does: TYPESCRIPT,
    beside: [[`${TALK}/streaming/param_discriminator`, 'live']],
  }),
  method('positional_params', none, false, { at: 'resources/animals/methods/get' }),
  method('unwrap_response', none, 'data', { at: 'resources/animals/methods/create' }),
  method('deprecated', none, 'Ask again.'),
  method('description', none, 'Each of them.'),
  method('skip_test_reason', none, 'Not now.'),
  method('default_request_options.timeout', none, 'PT7S'),
  method('default_request_options.max_retries', none, 7),
  method('idempotent', none, true, { at: 'resources/animals/methods/create' }),
  method('event_model', none, 'animals.event', { at: UNWRAP }),
  method('event_type', none, 'animals.event', { at: UNWRAP }),
  method('webhook_key_opt', none, 'hook', { at: UNWRAP }),
  method('docs.response_property', none, 'data', { does: NEITHER }),
  method('skip', none, skipping),
  method('only', none, ['go']),
  ['A model type', 'resources/animals/models/event', 'Event', { type: 'alias', to: 'animal' }],
  [
    'A model openapi_uri',
    'resources/animals/models/event',
    { openapi_uri: 'Event' },
    { openapi_uri: 'Animal' },
  ],
  [
    'A model to',
    'resources/animals/models/event',
    { type: 'alias', to: 'animal' },
    { type: 'alias', to: 'other' },
    NEITHER,
  ],
  [
    'A model deprecated',
    'resources/animals/models/event',
    'Event',
    { openapi_uri: 'Event', deprecated: true },
    NEITHER,
  ],
  ['A model skip', 'resources/animals/models/event', 'Event', { openapi_uri: 'Event', skip: true }],
  ['A model only', 'resources/animals/models/event', 'Event', { openapi_uri: 'Event', only: ['go'] }],
  ['A resource description', 'resources/animals/description', none, 'Who lives here.'],
  ['A resource deprecated', 'resources/animals/deprecated', none, 'Gone.'],
  ['A resource standalone_api', 'resources/animals/standalone_api', none, true, PYTHON],
  ['A resource skip', 'resources/animals/skip', none, true],
  ['A resource only', 'resources/animals/only', none, ['go']],
  ['The Python target package_name', 'targets/python/package_name', 'zoo', 'park', PYTHON],
  ['The Python target project_name', 'targets/python/project_name', none, 'park', PYTHON],
  ['The Python target edition', 'targets/python/edition', none, 'python.2025-01-01', PYTHON],
  ['The Python target production_repo', 'targets/python/production_repo', none, 'zoo/py', PYTHON],
  [
    'The Python target publish.pypi',
    'targets/python/publish/pypi',
    true,
    false,
    PYTHON,
    [['output/repository', 'github']],
  ],
  ['The Python target version', 'targets/python/version', none, '3.1.4', PYTHON],
]);

/** Of the program, not of an SDK: which files are read, where texts go, what becomes of edits. */
export const OF_THE_PROGRAM: readonly string[] = [
  // Of the package for agents, which `test/agents` tries.
  ...['A method', 'A resource'].flatMap((part) =>
    ['mcp', 'mcp.tool_name', 'mcp.description', 'mcp.tags'].map((key) => `${part} ${key}`),
  ),
  ...[
    'package_name',
    'mode',
    'instructions',
    'schemas',
    'tools',
    'read_only',
    'budget',
    'out',
    'templates',
    'command',
    'cloudflare_worker',
  ].map((key) => `targets.mcp.${key}`),
  ...['package_name', 'binary_name', 'out', 'templates', 'command'].map((key) => `targets.cli.${key}`),
  'targets.<name>.out',
  'targets.<name>.templates',
  'targets.<name>.command',
  // The same as a transform, from a file.
  'openapi.overlays',
  'openapi.transformations[].command',
  'openapi.transformations[].reason',
  'openapi.transformations[].args',
  'spec',
  'out',
  'templates',
  'command',
  'format',
  'custom_code',
  'The Python target skip',
  'The Python target out',
  'The Python target templates',
  'The Python target command',
];
