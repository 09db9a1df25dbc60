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
    default: scalar('Value when none is given.'),
    nullable: flag('true: the client can be made without it.'),
    read_env: textOrNull('Environment variable that gives the value.'),
    auth: section(
      {
        security_scheme: text('Name of the security scheme that the value is for.'),
        role: choice(
          ['value', 'username', 'password', 'client_id', 'client_secret'],
          'Which part of the credential it is; `value` when absent.',
        ),
      },
      'Makes the option a credential.',
    ),
    send_in_header: text('Header that carries the value on every request.'),
    send_as_query_param: text('Query parameter that carries the value.'),
    send_as_path_param: text('Path parameter that the value is the default of.'),
    send_as_body_param: text('Body property that the value is the default of.'),
    send_in_cookie: text('Cookie that carries the value.'),
    server_variable: text("Variable in the environments' URLs that the value fills."),
    required_in_tests: ignored('service', 'Whether tests need the option.'),
    skip: {
      type: ['boolean', 'array'],
      items: { type: 'string' },
      description: 'true, or the targets that leave it out.',
    },
    only: { type: 'array', items: { type: 'string' }, description: 'The only targets that get it.' },
    hidden: ignored('service', 'Whether docs leave the option out.'),
    format: text('Format of the value, for documentation.'),
    title: text('Title of the option, for documentation.'),
  },
  'One option of the client.',
);

export const clientSettings: Schema = section(
  {
    opts: map(opt, 'Options of the client by name, `api_key`.'),
    client_name: text("Name of the client class; the organization's name when absent."),
    default_client_name: text('Older name of `client_name`.'),
    default_client_example_name: ignored('service', 'Variable name in examples.'),
    default_env_prefix: text('Prefix of environment variables, `BOOKSHOP`.'),
    default_timeout: duration('Per attempt: milliseconds, or ISO 8601 (`PT60S`).'),
    default_retries: shortOr(
      ['integer', 'null'],
      section(
        {
          max_retries: count('How often a failed call is tried again.'),
          initial_delay_seconds: amount('Wait before the first retry.'),
          max_delay_seconds: amount('Longest wait between two tries.'),
        },
        'How failed calls are tried again.',
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
      default: text('Value when none is given.'),
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
        url: text('Base URL, may hold `{variables}`.'),
        variables: map(variable, 'Variables of the URL.'),
        description: text('A remark for readers of this file.'),
      },
      'Base URL.',
      { required: ['url'] },
    ),
  ),
  'Base URLs by name. The first is the default.',
);

/** How the next page is asked for. */
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
    name: text('Name of the scheme; the page class is named for it.'),
    description: text('A remark for readers of this file.'),
    type: choice(PAGINATION_TYPES, 'How the next page is asked for.'),
    request: map(
      anything('A schema.'),
      'Parameters of such a request: name → schema with `x-stainless-pagination-property`. `default: 0` on the number of a page: pages are counted from 0.',
    ),
    response: map(
      anything('A schema.'),
      'Properties of such a response: name → schema with `x-stainless-pagination-property`; `is_last_page` is the opposite of `has_next_page`.',
    ),
    param_location: choice(['query', 'body'], 'Where the parameters are sent; query when absent.'),
    continue_on_empty_items: flag('true: a page without items is not the last one.'),
    skip: {
      type: ['boolean', 'array'],
      items: { type: 'string' },
      description: 'true, or the targets that leave it out.',
    },
    only: { type: 'array', items: { type: 'string' }, description: 'The only targets that get it.' },
  },
  'One way to page through lists.',
  { required: ['type'] },
);

export const pagination: Schema = {
  ...pageScheme,
  type: ['array', 'object', 'null'],
  required: [],
  items: pageScheme,
  description: 'Pagination schemes. Each applies by itself to every list whose request and response fit.',
};

export const querySettings: Schema = section(
  {
    array_format: choice(
      ['comma', 'repeat', 'indices', 'brackets'],
      'How lists are written where the document is silent.',
    ),
    nested_format: choice(['brackets', 'dots'], 'How objects are written where the document is silent.'),
  },
  'How query parameters are written where the document does not say.',
);

export const streaming: Schema = section(
  {
    on_event: list(
      section(
        {
          kind: choice(
            ['fallthrough', 'event_type', 'data'],
            'fallthrough: for every event that no rule above took.',
          ),
          data_starts_with: text('Takes events whose data begins so.'),
          event_type: {
            type: ['string', 'array', 'null'],
            items: { type: ['string', 'null'] },
            description: 'Takes events of this type; null: events without a type.',
          },
          handle: choice(['done', 'yield', 'error', 'ignore', 'continue'], 'What becomes of the event.'),
          error_property: textOrNull('Property of the data that, when there, makes the event an error.'),
        },
        'One rule.',
        { required: ['handle'] },
      ),
      'Rules in order; the first that takes an event decides.',
    ),
  },
  'Streams of server-sent events.',
);
