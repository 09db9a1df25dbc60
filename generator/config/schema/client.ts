import {
  anything,
  choice,
  amount,
  count,
  duration,
  flag,
  ignored,
  list,
  map,
  scalar,
  section,
  shortOr,
  text,
  textOrNull,
} from './parts.ts';
import type { Schema } from './parts.ts';

const opt = section(
  {
    type: choice(['string', 'number', 'integer', 'boolean', 'null'], 'Type of the value.'),
    description: text('Documentation of the option.'),
    example: scalar('Value that examples and tests use.'),
    default: scalar('Default value.'),
    nullable: flag('true: the option is not required, and may be null.'),
    read_env: textOrNull('Environment variable that contains the value.'),
    auth: section(
      {
        security_scheme: text('Name of the security scheme to which the value belongs.'),
        role: choice(
          ['value', 'username', 'password', 'client_id', 'client_secret'],
          'Part of the credential. Default: `value`.',
        ),
      },
      'Makes the option a credential.',
    ),
    send_in_header: text('Header that carries the value on every request.'),
    send_as_query_param: text('Query parameter that carries the value.'),
    send_as_path_param: text('Path parameter for which the value is the default.'),
    send_as_body_param: text('Body property for which the value is the default.'),
    send_in_cookie: text('Cookie that carries the value.'),
    server_variable: text('Variable in the URLs of `environments` that has this value.'),
    required_in_tests: ignored('service', 'Whether tests need the option.'),
    skip: {
      type: ['boolean', 'array'],
      items: { type: 'string' },
      description: 'true, or a list of targets that exclude it.',
    },
    only: {
      type: 'array',
      items: { type: 'string' },
      description: 'Targets that include it; all others exclude it.',
    },
    hidden: ignored('service', 'Whether docs leave the option out.'),
    format: text('Format of the value, for documentation.'),
    title: text('Title of the option, for documentation.'),
  },
  'One option of the client.',
);

export const clientSettings: Schema = section(
  {
    opts: map(opt, 'Options of the client by name, such as `api_key`.'),
    client_name: text('Name of the client class. Default: the name of the organization.'),
    default_client_name: text('Older name of `client_name`.'),
    default_client_example_name: ignored('service', 'Variable name in examples.'),
    default_env_prefix: text('Prefix of environment variables, `BOOKSHOP`.'),
    default_timeout: duration(
      'Timeout of each attempt, in milliseconds or as an ISO 8601 duration (`PT60S`).',
    ),
    default_retries: shortOr(
      ['integer', 'null'],
      section(
        {
          max_retries: count('Maximum number of retries.'),
          initial_delay_seconds: amount('Delay before the first retry.'),
          max_delay_seconds: amount('Longest delay between two attempts.'),
        },
        'How failed calls are retried.',
      ),
    ),
    default_headers: map(scalar('Value of the header.'), 'Headers of every request.'),
    idempotency: section(
      { header: text('Header that carries the key.') },
      'Idempotency keys for calls that change something.',
    ),
    response_headers: ignored('service', 'Response headers that other languages expose.'),
    omit_stainless_headers: ignored('service', 'Vendor headers are never sent.'),
    omit_platform_headers: ignored('service', 'Platform headers are never sent.'),
    opt_in_new_security_behaviour: ignored('service', 'Older switch of the hosted service.'),
    opt_in_new_security_behavior: ignored('service', 'Older switch of the hosted service.'),
    http: ignored('language', 'Settings of other HTTP clients.'),
    websocket: ignored('service', 'WebSocket clients.'),
    query_settings: ignored('service', 'Use the section of that name at the top.'),
  },
  'The client class: its options, retries and time limits.',
);

const variable = shortOr(
  ['string'],
  section(
    {
      default: text('Default value.'),
      enum: list({ type: 'string' }, 'All values.'),
      description: text('Documentation.'),
    },
    'A variable of the URL.',
  ),
);

export const environments: Schema = map(
  shortOr(
    ['string'],
    section(
      {
        url: text('Base URL. It may contain `{variables}`.'),
        variables: map(variable, 'Variables of the URL.'),
        description: text('A remark for readers of this file.'),
      },
      'Base URL.',
      { required: ['url'] },
    ),
  ),
  'Base URLs by name. The first is the default.',
);

/** How the next page is requested. */
export const PAGINATION_TYPES = [
  'page_number',
  'offset',
  'cursor',
  'cursor_id',
  'cursor_url',
  'fake_page',
] as const;

const pageScheme = section(
  {
    name: text('Name of the scheme. The page class is named after it.'),
    description: text('A remark for readers of this file.'),
    type: choice(PAGINATION_TYPES, 'How the next page is requested.'),
    request: map(
      anything('A schema.'),
      'Parameters of the request by name. Each is a schema with `x-stainless-pagination-property`. `default: 0` for the page number means that the first page is 0.',
    ),
    response: map(
      anything('A schema.'),
      'Properties of the response by name. Each is a schema with `x-stainless-pagination-property`. `is_last_page` is the opposite of `has_next_page`.',
    ),
    param_location: choice(['query', 'body'], 'Where the parameters are sent. Default: `query`.'),
    continue_on_empty_items: flag('true: a page without items need not be the last.'),
    skip: {
      type: ['boolean', 'array'],
      items: { type: 'string' },
      description: 'true, or a list of targets that exclude it.',
    },
    only: {
      type: 'array',
      items: { type: 'string' },
      description: 'Targets that include it; all others exclude it.',
    },
  },
  'One way to page through lists.',
  { required: ['type'] },
);

export const pagination: Schema = {
  ...pageScheme,
  type: ['array', 'object', 'null'],
  required: [],
  items: pageScheme,
  description: 'Pagination schemes. Each applies to every list whose request and response match it.',
};

export const querySettings: Schema = section(
  {
    array_format: choice(['comma', 'repeat', 'indices', 'brackets'], 'How lists are written.'),
    nested_format: choice(['brackets', 'dots'], 'How objects are written.'),
  },
  'How query parameters are written if the document does not specify it.',
);

export const streaming: Schema = section(
  {
    on_event: list(
      section(
        {
          kind: choice(
            ['fallthrough', 'event_type', 'data'],
            '`fallthrough`: matches every event that no earlier rule matches.',
          ),
          data_starts_with: text('Matches events whose data begins with this text.'),
          event_type: {
            type: ['string', 'array', 'null'],
            items: { type: ['string', 'null'] },
            description: 'Matches events of this type. null: events without a type.',
          },
          handle: choice(['done', 'yield', 'error', 'ignore', 'continue'], 'What happens with the event.'),
          error_property: textOrNull('If the data has this property, the event is an error.'),
        },
        'One rule.',
        { required: ['handle'] },
      ),
      'Rules in order. The first that matches an event decides.',
    ),
  },
  'Streams of server-sent events.',
);
