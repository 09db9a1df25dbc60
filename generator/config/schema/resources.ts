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
  description: 'true, or a list of targets that exclude it.',
};
const only: Schema = {
  type: ['array', 'string', 'null'],
  items: { type: 'string' },
  description: 'Targets that include it; all others exclude it.',
};
const deprecated: Schema = {
  type: ['string', 'boolean', 'object', 'null'],
  additionalProperties: { type: ['string', 'boolean'] },
  description: 'true, a message that says what to use instead, or a message for each target.',
};
const mcp = shortOr(
  ['boolean', 'null'],
  section(
    {
      tool_name: text('Name of the tool: `find_books`.'),
      description: text('Description of the tool, instead of that of the method.'),
      tags: {
        type: ['array', 'null'],
        items: { type: 'string' },
        description: 'Words by which agents find the tool.',
      },
    },
    'How agents can call it.',
  ),
);
const terraform = ignored('language', 'For Terraform providers.');

const streaming = shortOr(
  ['boolean', 'null'],
  section(
    {
      param_discriminator: textOrNull(
        'Property of the request that selects a stream or a plain result. null: the method always streams.',
      ),
      stream_event_model: text('Model of an event, as a dotted path: `chat.completion_chunk`.'),
      params_type_name: text('Base name of the two parameter types, in languages that have two.'),
    },
    'How the method streams.',
  ),
);

const method = shortOr(
  ['string'],
  section(
    {
      type: choice(['http', 'alias', 'webhook_unwrap', 'websocket'], 'Kind of method. Default: `http`.'),
      endpoint: endpoint('The operation: verb and path, `get /books/{book_id}`.'),
      to: text('Only for an alias: the method of the same resource to call.'),
      paginated: {
        type: ['boolean', 'string', 'null'],
        description: 'true, false, or the name of a pagination scheme.',
      },
      body_param_name: text('Name of the argument for a body that is not an object.'),
      streaming,
      positional_params: {
        type: ['array', 'boolean', 'string', 'null'],
        items: { type: 'string' },
        description: 'Path parameters that are positional arguments, in order. false: none.',
      },
      unwrap_response: {
        type: ['string', 'array', 'boolean', 'null'],
        items: { type: 'string' },
        description:
          'Property that is returned instead of the whole response. false: none, whatever `settings` contains.',
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
          timeout: duration('Milliseconds, or an ISO 8601 duration: `PT60S`.'),
          max_retries: count('Maximum number of retries.'),
        },
        'Options of the client with other values for this method.',
      ),
      idempotent: flag(
        'true: the request can safely be repeated, so a POST or PATCH is retried if its response is cut off.',
      ),
      event_model: text('Only for `webhook_unwrap`: the model of all events, as a dotted path.'),
      event_type: text('Only for `webhook_unwrap`: the model of all events, as a dotted path.'),
      webhook_key_opt: text('Only for `webhook_unwrap`: the client option that contains the signing secret.'),
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
      type: choice(['model', 'alias'], 'Kind of entry.'),
      openapi_uri: text('The schema: its name in components, `#/components/schemas/Book`, or a JSONPath.'),
      to: text('Only for an alias: the model of the same resource that it stands for.'),
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
        'Puts its types into a separate package, `types.books`, in languages that have such packages.',
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
