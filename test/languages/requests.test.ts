/** Sample requests of operations, as files for HTTP clients have them. What is false or empty is left out. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { RootView } from '../../generator/languages/typescript/views/index.ts';
import { expectStored } from '../support/stored.ts';
import { viewsOf } from './views-of.ts';

const SELF = { $ref: '#/components/schemas/Self' };
const ok = { 200: { description: '', content: { 'application/json': { schema: { type: 'string' } } } } };
const none = { 204: { description: '' } };
const body = (schema: object, media = 'application/json', more: object = {}): object => ({
  requestBody: { required: true, content: { [media]: { schema, ...more } } },
});
const object = (properties: object, required: readonly string[] = Object.keys(properties)): object => ({
  type: 'object',
  properties,
  required,
});
const text = { type: 'string' };
const parameter = (where: string, name: string, more: object = {}): object => ({
  ...{ name, in: where, required: true, schema: text },
  ...more,
});
const PAIR = { schema: { ...object({ 'a b': text, c: { type: 'integer' } }) } };
const LIST = { schema: { type: 'array', items: text, minItems: 2 } };

const DOCUMENT = {
  openapi: '3.2.0',
  info: { title: 'Zoo', version: '1' },
  servers: [
    {
      url: '{scheme}://{region}.zoo.test/{base}/{base}',
      variables: { scheme: { default: 'https' }, region: { default: 'eu' }, base: { default: 'v1' } },
    },
  ],
  security: [{ token: [] }],
  components: {
    schemas: { Self: object({ self: SELF }) },
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer' },
      login: { type: 'http', scheme: 'basic' },
      digest: { type: 'http', scheme: 'digest' },
      tls: { type: 'mutualTLS' },
      open: { type: 'openIdConnect', openIdConnectUrl: 'https://zoo.test/o' },
      flows: { type: 'oauth2', flows: {} },
      head: { type: 'apiKey', in: 'header', name: 'X-Key' },
      'q one': { type: 'apiKey', in: 'query', name: 'key one' },
      two: { type: 'apiKey', in: 'query', name: 'two' },
      jar: { type: 'apiKey', in: 'cookie', name: 'jar' },
    },
  },
  paths: {
    '/top': { get: { summary: '# @Top  of {{all}}', deprecated: true, responses: ok } },
    '/cats': {
      get: { operationId: 'list_cats', security: [{ login: [] }], responses: ok },
      post: {
        ...{ tags: ['cats'], security: [{ 'q one': [], two: [], head: [] }], responses: none },
        ...body(object({ name: { type: 'string', example: '{{x}}' }, age: { type: 'integer' } })),
      },
      put: {
        ...{ security: [{ jar: [], digest: [], tls: [], open: [], flows: [] }], responses: none },
        parameters: [parameter('query', 'q')],
        ...body(
          object({ 'a b': text, 'c&': { type: 'array', items: text } }),
          'application/x-www-form-urlencoded',
        ),
      },
      patch: {
        ...{ security: [{ 'q one': [] }], responses: none, parameters: [parameter('query', 'q')] },
        ...body(
          object({ 'say "a"': text, file: { type: 'string', format: 'binary' }, b: object({ c: text }) }),
          'multipart/form-data',
        ),
      },
      delete: {
        security: [],
        responses: none,
        requestBody: { content: { 'application/json': { schema: SELF } } },
      },
    },
    '/cats/self': { post: { responses: none, ...body(SELF) } },
    '/cats/self/{id}': { get: { responses: none, parameters: [parameter('path', 'id', { schema: SELF })] } },
    '/cats/bytes': { post: { responses: none, ...body({}, 'image/png') } },
    '/cats/text': { post: { responses: none, ...body(text, 'text/plain', { example: 'a\nb' }) } },
    '/cats/xml': { post: { responses: none, ...body(object({ a: text }), 'application/xml') } },
    '/cats/lines': {
      post: { responses: none, ...body(object({ a: { type: 'null' } }), 'application/jsonl') },
    },
    '/cats/events': { post: { responses: none, ...body(text, 'text/event-stream') } },
    '/toys/{plain}/{label}/{matrix}/{list}/{maybe}': {
      get: {
        tags: ['toys'],
        parameters: [
          parameter('path', 'plain', { example: 'a b' }),
          parameter('path', 'label', { style: 'label' }),
          parameter('path', 'matrix', { style: 'matrix' }),
          parameter('path', 'list', LIST),
          parameter('query', 'plain', { example: '\ud83d\ude00 \ud800 \udc00a \ude00\ud83d' }),
          parameter('query', 'left', { required: false }),
          parameter('query', 'list', LIST),
          parameter('query', 'joined', { ...LIST, explode: false }),
          parameter('query', 'deep', { ...PAIR, style: 'deepObject' }),
          parameter('query', 'pair', PAIR),
          parameter('query', 'one', { ...PAIR, explode: false }),
          parameter('query', 'json', { schema: undefined, content: { 'application/json': PAIR } }),
          parameter('query', 'none', { schema: { type: 'null' } }),
          parameter('header', 'X-One', LIST),
          parameter('cookie', 'jar', { example: 'a;b' }),
        ],
        responses: ok,
      },
    },
    '/cats/search?kind=a b&sort=c': {
      query: {
        operationId: 'search',
        parameters: [parameter('query', 'q')],
        responses: { 200: { description: '' } },
      },
    },
  },
};

const RESOURCES = {
  $client: { methods: { top: 'get /top' } },
  cats: {
    methods: {
      ...{
        list: 'get /cats',
        create: 'post /cats',
        update: 'put /cats',
        patch: 'patch /cats',
        delete: 'delete /cats',
      },
      ...{ self: 'post /cats/self', 'self-get': 'get /cats/self/{id}', bytes: 'post /cats/bytes' },
      ...{
        text: 'post /cats/text',
        xml: 'post /cats/xml',
        lines: 'post /cats/lines',
        events: 'post /cats/events',
      },
    },
    subresources: {
      toys: {
        methods: {
          get: 'get /toys/{plain}/{label}/{matrix}/{list}/{maybe}',
          '9th': 'query /cats/search?kind=a b&sort=c',
        },
      },
      empty: { methods: {} },
    },
  },
};

const OPTIONS = {
  ...{ token: { type: 'string', read_env: 'TOKEN', auth: { security_scheme: 'token' } } },
  ...{ user: { type: 'string', nullable: true, auth: { security_scheme: 'login', role: 'username' } } },
  ...{
    pass: {
      type: 'string',
      nullable: true,
      read_env: 'PASS',
      auth: { security_scheme: 'login', role: 'password' },
    },
  },
};

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(
    ([, each]) => each !== false && each !== '' && !(Array.isArray(each) && each.length === 0),
  );
  return Object.fromEntries(kept.map(([key, each]) => [key, withoutEmpty(each)]));
}

const viewOf = async (config: object, document: object = DOCUMENT): Promise<RootView> =>
  (
    await viewsOf(JSON.stringify(document), JSON.stringify({ edition: '2026-11-23', ...config }))
  ).forTemplates();

it('requests of all kinds', async () => {
  const named = await viewOf({ resources: RESOURCES, client_settings: { opts: OPTIONS } });
  const plain = await viewOf({ resources: RESOURCES });
  expectStored(join(import.meta.dirname, 'requests.expected.json'), {
    requests: withoutEmpty(named.requests),
    // Without options, credentials are named after their schemes.
    variables: withoutEmpty(plain.requests.map(({ variables }) => variables)),
  });
});

it.each<[string, object | undefined, string]>([
  ['a server with variables', DOCUMENT.servers[0], 'https://eu.zoo.test/v1/v1'],
  ['the first value', { url: 'http://{a}.test', variables: { a: { enum: ['x', 'y'] } } }, 'http://x.test'],
  ['a variable without a value', { url: 'https://{a}.test', variables: { a: {} } }, 'https://a.test'],
  ['a path', { url: '/v1' }, 'http://localhost/v1'],
  ['a path with a URL', { url: '/v1/https://x' }, 'http://localhost/v1/https://x'],
  ['no server', undefined, 'http://localhost'],
])('%s', async (_, server, expected) => {
  const servers = server === undefined ? [] : [server];
  expect((await viewOf({ resources: RESOURCES }, { ...DOCUMENT, servers })).server).toEqual({
    url: expected,
  });
});
