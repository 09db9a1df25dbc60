import {
  VERB_AND_PATH,
  anything,
  choice,
  count,
  duration,
  endpoint,
  flag,
  ignored,
  map,
  matching,
  needs,
  ref,
  section,
  shortOr,
  text,
  textOrNull,
} from './parts.ts';
import type { Schema } from './parts.ts';

const skip: Schema = {
  type: ['boolean', 'array', 'null'],
  items: { type: 'string' },
  description: 'true, or the targets that leave it out.',
};
const only: Schema = {
  type: ['array', 'string', 'null'],
  items: { type: 'string' },
  description: 'The only targets that get it.',
};
const deprecated: Schema = {
  type: ['string', 'boolean', 'object', 'null'],
  additionalProperties: { type: ['string', 'boolean'] },
  description: 'What to use instead: true, a message, or a message per target.',
};
const mcp = shortOr(
  ['boolean', 'null'],
  section(
    {
      tool_name: text('Name of the tool: `find_books`.'),
      description: text('Description of the tool, in place of that of the method.'),
      tags: {
        type: ['array', 'null'],
        items: { type: 'string' },
        description: 'Words that the tool is found by.',
      },
    },
    'How it is offered to agents.',
  ),
);
const terraform = ignored('language', 'For Terraform providers.');

const streaming = shortOr(
  ['boolean', 'null'],
  section(
    {
      param_discriminator: textOrNull(
        'Request property that chooses between stream and plain result; null: always a stream.',
      ),
      stream_event_model: text('Model of one event, in dots: `chat.completion_chunk`.'),
      params_type_name: text('Base name of the two parameter types, where the language has two.'),
    },
    'How the method streams.',
  ),
);

const method = shortOr(
  ['string'],
  section(
    {
      type: choice(
        ['http', 'alias', 'webhook_unwrap', 'websocket'],
        'What kind of method it is; `http` when absent.',
      ),
      endpoint: endpoint('The operation: verb and path, `get /books/{book_id}`.'),
      to: text('For an alias: the method of the same resource that it repeats.'),
      paginated: {
        type: ['boolean', 'string', 'null'],
        description: 'true, false, or the name of a pagination scheme.',
      },
      body_param_name: text('Name of the property that holds a body which is no object.'),
      streaming,
      positional_params: {
        type: ['array', 'boolean', 'string', 'null'],
        items: { type: 'string' },
        description: 'Path parameters that become arguments of their own, in order; false for none.',
      },
      unwrap_response: {
        type: ['string', 'array', 'boolean', 'null'],
        items: { type: 'string' },
        description:
          'Property that is returned in place of the whole response; false: none, whatever the settings say.',
      },
      deprecated,
      description: text('Replaces the description in the document.'),
      skip_test_reason: {
        type: ['string', 'object', 'boolean', 'null'],
        additionalProperties: { type: 'string' },
        description: 'Why the generated test of this method is skipped.',
      },
      default_request_options: section(
        {
          timeout: duration('Milliseconds, or ISO 8601: `PT60S`.'),
          max_retries: count('How often a failed call is tried again.'),
        },
        'Overrides of the client for this method.',
      ),
      idempotent: flag('Sent twice it does no harm: a POST or PATCH whose answer is cut off is sent again.'),
      event_model: text('For webhook_unwrap: the model of all events, in dots.'),
      event_type: text('For webhook_unwrap: the model of all events, in dots.'),
      webhook_key_opt: text('For webhook_unwrap: the client option that holds the signing secret.'),
      discriminator: ignored('service', 'Events are told apart by their schemas.'),
      docs: section(
        { response_property: anything('Property that examples print.') },
        'How examples show the method.',
      ),
      skip,
      only,
      mcp,
      terraform,
      cli: ignored('language', 'For command line tools.'),
      tests: ignored('service', 'Settings of tests.'),
      custom: ignored('service', 'Hand-written code of the hosted service.'),
      hidden: ignored('service', 'Whether docs leave the method out.'),
      params: ignored('service', 'Overrides of parameters.'),
      spec: ignored('service', 'Overrides of the document.'),
    },
    'A method: `verb /path`, or an object.',
    needs('endpoint'),
  ),
  matching('^\\s*[A-Za-z]+\\s+\\S', VERB_AND_PATH),
);

const model = shortOr(
  ['string'],
  section(
    {
      type: choice(['model', 'alias'], 'What kind of entry it is.'),
      openapi_uri: text('The schema: its name in components, `#/components/schemas/Book`, or a JSONPath.'),
      to: text('For an alias: the model of the same resource that it repeats.'),
      deprecated,
      no_params_suffix: ignored('language', 'For languages with separate parameter types.'),
      param_model: ignored('language', 'For languages with separate parameter types.'),
      name: ignored('language', 'Names per language.'),
      skip,
      only,
      terraform,
    },
    'A named type: the name of a schema, a pointer to it, or an object.',
    needs('openapi_uri'),
  ),
);

export const resourceDefs: Readonly<Record<string, Schema>> = {
  method,
  model,
  resource: section(
    {
      methods: map(ref('method'), 'Methods by name.'),
      models: map(ref('model'), 'Named types by name.'),
      subresources: map(ref('resource'), 'Resources inside this one.'),
      description: text('Documentation of the resource.'),
      deprecated,
      skip,
      only,
      standalone_api: flag(
        'Gives its types a package of their own, `types.books`, in languages that have such packages.',
      ),
      mcp,
      terraform,
      custom: ignored('service', 'Hand-written code of the hosted service.'),
      sort: ignored('service', 'Order in hosted docs.'),
      title: ignored('service', 'Title in hosted docs.'),
      mixin: ignored('service', 'Shared methods of the hosted service.'),
      methods_order: ignored('service', 'Order in hosted docs.'),
      positional_params: ignored('service', 'Methods and `settings` have the key.'),
    },
    'A group of methods and types, `client.books`.',
  ),
};
