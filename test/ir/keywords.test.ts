/**
 * Fields of OpenAPI 2.0 to 3.2 and keywords of JSON Schema 2020-12: each changes the SDK, or is said to have
 * had no effect.
 * Not here, because what they do needs another place or document: `$self`, `$id` and `$anchor` (where
 * references lead),
 * `title` (names what needs a name), `writeOnly` (leaves responses that no request shares), a tag's `parent`,
 * the text of a
 * response (tells an error from a result), styles of parts (forms only).
 */
import { describe, expect, it } from 'vitest';
import { sdkOf } from '../support/sdk.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
/** Keys to the object that gets the field, the field, and a value that says something. */
type Row = readonly [place: string, field: string, value: Json];

const text = { type: 'string' } as const;
const ok = {
  '200': {
    description: 'ok',
    headers: { 'X-Count': { schema: text } },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
  },
};
const modern: Json = {
  openapi: '3.2.0',
  info: { title: 'Things', version: '1.0.0' },
  servers: [{ url: 'https://{region}.things.example' }, { url: 'https://other.things.example' }],
  tags: [{ name: 'things' }],
  security: [{ key: [] }],
  paths: {
    '/things/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
      get: {
        tags: ['things'],
        parameters: [{ name: 'q', in: 'query', schema: { type: 'array', items: text } }],
        responses: ok,
      },
      post: {
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
        responses: { '200': { description: 'ok' } },
      },
      put: {
        requestBody: {
          content: {
            'multipart/form-data': {
              schema: { type: 'object', properties: { part: { type: 'object', properties: { a: text } } } },
              encoding: { part: {} },
            },
          },
        },
        responses: { '200': { description: 'ok' } },
      },
    },
  },
  components: {
    securitySchemes: {
      key: { type: 'apiKey', in: 'header', name: 'X-Key' },
      flow: {
        type: 'oauth2',
        flows: { clientCredentials: { tokenUrl: 'https://things.example/t', scopes: {} } },
      },
    },
    schemas: {
      Thing: {
        type: 'object',
        properties: {
          s: text,
          n: { type: 'number' },
          a: { type: 'array', items: text },
          o: { type: 'object', properties: { x: text } },
          e: {},
          v: {
            oneOf: [{ $ref: '#/components/schemas/One' }, { $ref: '#/components/schemas/Two' }],
            discriminator: { propertyName: 'kind' },
          },
        },
      },
      One: { type: 'object', properties: { kind: { const: 'one' } } },
      Two: { type: 'object', properties: { kind: { const: 'two' } } },
    },
  },
};

const OPERATION = 'paths//things/{id}/get';
const QUERY = `${OPERATION}/parameters/0`;
const BODY = 'paths//things/{id}/post/requestBody';
const MEDIA = `${BODY}/content/application\\json`;
const RESPONSE = `${OPERATION}/responses/200`;
const ANSWER = `${RESPONSE}/content/application\\json`;
const HEADER = `${RESPONSE}/headers/X-Count`;
const PART = 'paths//things/{id}/put/requestBody/content/multipart\\form-data/encoding/part';
const SCHEMA = 'components/schemas/Thing/properties';
const docs = { url: 'https://things.example/docs', description: 'More' };
const example = { one: { summary: 'One', value: { s: 'abc' } } };
const operation = { responses: { '204': { description: 'none' } } };

const OBJECTS: readonly Row[] = [
  ['', 'jsonSchemaDialect', 'https://json-schema.org/draft/2020-12/schema'],
  ['', 'externalDocs', docs],
  [
    '',
    'webhooks',
    {
      made: {
        post: {
          requestBody: { content: { 'application/json': { schema: text } } },
          responses: { '200': { description: 'ok' } },
        },
      },
    },
  ],
  ['info', 'summary', 'All things'],
  ['info', 'description', 'About things.'],
  ['info', 'termsOfService', 'https://things.example/terms'],
  ['info', 'contact', { name: 'Ann', url: 'https://things.example', email: 'ann@things.example' }],
  ['info', 'license', { name: 'MIT', identifier: 'MIT' }],
  ['servers/1', 'description', 'Sandbox'],
  ['servers/1', 'name', 'sandbox'],
  ['servers/0', 'variables', { region: { default: 'eu' } }],
  ['tags/0', 'summary', 'The things'],
  ['tags/0', 'description', 'Things of all kinds.'],
  ['tags/0', 'externalDocs', docs],
  ['tags/0', 'kind', 'nav'],
  ['paths//things/{id}', 'summary', 'A thing'],
  ['paths//things/{id}', 'description', 'One of the things.'],
  ['paths//things/{id}', 'servers', [{ url: 'https://other.example' }]],
  ...['delete', 'patch', 'head', 'options', 'trace', 'query'].map(
    (verb): Row => ['paths//things/{id}', verb, operation],
  ),
  ['paths//things/{id}', 'additionalOperations', { COPY: operation }],
  [OPERATION, 'summary', 'Gets it'],
  [OPERATION, 'description', 'Gets the thing.'],
  [OPERATION, 'externalDocs', docs],
  [OPERATION, 'callbacks', { done: { '{$request.body#/url}': { post: operation } } }],
  [OPERATION, 'deprecated', true],
  [OPERATION, 'security', []],
  [OPERATION, 'servers', [{ url: 'https://other.example' }]],
  [QUERY, 'description', 'What to look for.'],
  [QUERY, 'required', true],
  [QUERY, 'deprecated', true],
  [QUERY, 'allowEmptyValue', true],
  [QUERY, 'example', ['abc']],
  [QUERY, 'style', 'pipeDelimited'],
  [QUERY, 'explode', false],
  [QUERY, 'allowReserved', true],
  [BODY, 'description', 'The thing.'],
  [BODY, 'required', true],
  [MEDIA, 'example', { s: 'abc' }],
  [MEDIA, 'examples', example],
  [MEDIA, 'prefixEncoding', [{ contentType: 'text/plain' }]],
  [MEDIA, 'itemEncoding', { contentType: 'text/plain' }],
  [MEDIA, 'itemSchema', text],
  [ANSWER, 'example', { s: 'abc' }],
  [ANSWER, 'examples', example],
  [ANSWER, 'itemSchema', text],
  [PART, 'contentType', 'application/json'],
  [PART, 'headers', { 'X-A': { schema: text } }],
  [PART, 'encoding', { a: { contentType: 'text/plain' } }],
  [PART, 'prefixEncoding', [{}]],
  [PART, 'itemEncoding', {}],
  [RESPONSE, 'links', { self: { operationId: 'x' } }],
  [
    `${OPERATION}/responses`,
    'default',
    {
      description: 'bad',
      content: { 'application/json': { schema: { type: 'object', properties: { why: text } } } },
    },
  ],
  [
    `${OPERATION}/responses`,
    '4XX',
    { description: 'bad', content: { 'application/json': { schema: text } } },
  ],
  [HEADER, 'description', 'How many.'],
  [HEADER, 'required', true],
  [HEADER, 'deprecated', true],
  [HEADER, 'example', 'abc'],
  [HEADER, 'style', 'simple'],
  [HEADER, 'explode', true],
  ['components/securitySchemes/key', 'description', 'Ask Ann for it.'],
  ['components/securitySchemes/key', 'deprecated', true],
  ['components/securitySchemes/flow', 'oauth2MetadataUrl', 'https://things.example/m'],
  ...['authorizationCode', 'implicit', 'password', 'deviceAuthorization'].map(
    (flow): Row => [
      'components/securitySchemes/flow/flows',
      flow,
      {
        authorizationUrl: 'https://things.example/a',
        deviceAuthorizationUrl: 'https://things.example/d',
        tokenUrl: 'https://things.example/t',
        scopes: {},
      },
    ],
  ),
  ['components/securitySchemes/flow/flows/clientCredentials', 'refreshUrl', 'https://things.example/r'],
];

const KEYWORDS: readonly Row[] = [
  ['s', 'description', 'Its name.'],
  ['s', 'default', 'abc'],
  ['s', 'example', 'abc'],
  ['s', 'examples', ['abc']],
  ['s', 'deprecated', true],
  ['s', 'readOnly', true],
  ['s', 'enum', ['a', 'b']],
  ['s', 'const', 'a'],
  ['s', 'format', 'email'],
  ['s', 'pattern', '^a'],
  ['s', 'minLength', 2],
  ['s', 'maxLength', 3],
  ['s', 'contentEncoding', 'base64'],
  ['s', 'contentMediaType', 'application/json'],
  ['s', 'contentSchema', { type: 'number' }],
  ['s', 'externalDocs', docs],
  ['s', 'xml', { name: 'S' }],
  ['s', 'nullable', true],
  ['s', 'not', { const: 'x' }],
  ['s', 'type', ['string', 'null']],
  ['s', '$ref', '#/components/schemas/One'],
  ['n', 'minimum', 1],
  ['n', 'maximum', 9],
  ['n', 'exclusiveMinimum', 1],
  ['n', 'exclusiveMaximum', 9],
  ['n', 'multipleOf', 2],
  ['a', 'items', { type: 'number' }],
  ['a', 'prefixItems', [text]],
  ['a', 'minItems', 1],
  ['a', 'maxItems', 2],
  ['a', 'uniqueItems', true],
  ['a', 'contains', text],
  ['a', 'minContains', 1],
  ['a', 'maxContains', 2],
  ['a', 'unevaluatedItems', false],
  ['o', 'properties', { y: text }],
  ['o', 'required', ['x']],
  ['o', 'additionalProperties', { type: 'string' }],
  ['o', 'patternProperties', { '^x-': text }],
  ['o', 'propertyNames', { enum: ['x'] }],
  ['o', 'minProperties', 1],
  ['o', 'maxProperties', 2],
  ['o', 'dependentRequired', { x: ['y'] }],
  ['o', 'dependentSchemas', { x: { required: ['x'] } }],
  ['o', 'unevaluatedProperties', { type: 'number' }],
  ['o', 'if', { required: ['x'] }],
  ['o', 'then', { required: ['x'] }],
  ['o', 'else', { required: ['x'] }],
  ['o', 'allOf', [{ properties: { z: text } }]],
  ['e', 'anyOf', [text, { type: 'number' }]],
  ['e', 'oneOf', [text, { type: 'number' }]],
  ['e', '$dynamicRef', '#nothing'],
  ['v/discriminator', 'mapping', { uno: '#/components/schemas/One' }],
  ['v/discriminator', 'defaultMapping', 'One'],
].map(([place, field, value]): Row => [`${SCHEMA}/${String(place)}`, String(field), value as Json]);

const old: Json = {
  swagger: '2.0',
  info: { title: 'Things', version: '1.0.0' },
  host: 'things.example',
  paths: {
    '/things': {
      post: {
        tags: ['things'],
        parameters: [
          { name: 'q', in: 'query', type: 'array', items: { type: 'string' } },
          { name: 'body', in: 'body', schema: { $ref: '#/definitions/Thing' } },
        ],
        responses: {
          '200': {
            description: 'ok',
            schema: { $ref: '#/definitions/Child' },
            headers: { 'X-Count': { type: 'string' } },
          },
        },
      },
    },
  },
  definitions: {
    Thing: { type: 'object', properties: { s: text, kind: text } },
    Child: { allOf: [{ $ref: '#/definitions/Thing' }, { properties: { x: text } }] },
  },
};
const OLD_OPERATION = 'paths//things/post';
const SWAGGER: readonly Row[] = [
  ['', 'basePath', '/v1'],
  ['', 'schemes', ['http']],
  ['', 'consumes', ['application/x-www-form-urlencoded']],
  ['', 'produces', ['text/plain']],
  ['', 'securityDefinitions', { key: { type: 'apiKey', in: 'header', name: 'X-Key' } }],
  ['', 'tags', [{ name: 'things', description: 'Things.' }]],
  ['', 'externalDocs', docs],
  [OLD_OPERATION, 'consumes', ['application/x-www-form-urlencoded']],
  [OLD_OPERATION, 'produces', ['text/plain']],
  [OLD_OPERATION, 'schemes', ['http']],
  [OLD_OPERATION, 'deprecated', true],
  [OLD_OPERATION, 'externalDocs', docs],
  [`${OLD_OPERATION}/parameters/0`, 'collectionFormat', 'pipes'],
  [`${OLD_OPERATION}/parameters/0`, 'allowEmptyValue', true],
  [`${OLD_OPERATION}/parameters/0`, 'required', true],
  [`${OLD_OPERATION}/parameters/0`, 'default', ['a']],
  [`${OLD_OPERATION}/parameters/0`, 'maxItems', 3],
  [`${OLD_OPERATION}/parameters/0/items`, 'enum', ['a', 'b']],
  [`${OLD_OPERATION}/responses/200/headers/X-Count`, 'description', 'How many.'],
  ['definitions/Thing', 'discriminator', 'kind'],
  ['definitions/Thing/properties/s', 'readOnly', true],
  ['definitions/Thing/properties/s', 'x-nullable', true],
  ['definitions/Thing/properties/s', 'example', 'abc'],
  ['definitions/Thing/properties/s', 'xml', { name: 'S' }],
];

/**
 * A backslash in a place stands for a slash in a key; `paths/` is followed by a path with slashes of its own.
 */
const keysOf = (place: string): readonly string[] =>
  place === ''
    ? []
    : place
        .replace('paths//things/{id}', 'paths/\\things\\{id}')
        .replace('paths//things', 'paths/\\things')
        .split('/')
        .map((key) => key.replaceAll('\\', '/'));

function put(node: Json, [first, ...rest]: readonly string[], field: string, value: Json): Json {
  if (Array.isArray(node))
    return node.map((item, index) => (String(index) === first ? put(item, rest, field, value) : item));
  const table = node as { readonly [key: string]: Json };
  if (first === undefined) return { ...table, [field]: value };
  if (table[first] === undefined) throw new Error(`no ${first} in the document`);
  return { ...table, [first]: put(table[first], rest, field, value) };
}

/** All that a user sees: the tree and what is said. */
async function resultOf(document: Json): Promise<string> {
  const sdk = await sdkOf(JSON.stringify(document), { name: 'openapi.json' });
  const files = sdk.files.filter((one) => !one.path.startsWith('.sdkwright') && !/openapi/.test(one.path));
  return [
    ...files.map((one) => `${one.path}\n${one.text}`),
    ...sdk.diagnostics.map((one) => `${one.code} ${one.message}`),
  ].join('\n');
}

describe.each([
  ['objects', modern, OBJECTS],
  ['schemas', modern, KEYWORDS],
  ['Swagger 2.0', old, SWAGGER],
] as const)('%s', (_name, document, rows) => {
  const before = resultOf(document);
  it.each(rows)('%s %s', async (place, field, value) => {
    expect(
      (await resultOf(put(document, keysOf(place), field, value))) === (await before),
      'it changes nothing, and nothing is said',
    ).toBe(false);
  });
});
