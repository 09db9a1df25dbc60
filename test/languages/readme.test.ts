/** What README, docs and classes of a TypeScript SDK show, one thing at a time. */
import { describe, expect, it } from 'vitest';
import type { RootView } from '../../generator/languages/typescript/views/index.ts';
import { viewsOf } from './views-of.ts';

type Json = Readonly<Record<string, unknown>>;
const text = { type: 'string' };
const object = (properties: Json, more: Json = {}): Json => ({ type: 'object', properties, ...more });
const content = (schema: Json, media = 'application/json'): Json => ({
  description: '',
  content: { [media]: { schema } },
});
const answer = (schema: Json, media?: string): Json => ({ responses: { 200: content(schema, media) } });
const withErrors = (...statuses: readonly string[]): Json => ({
  responses: {
    200: content(object({ a: text })),
    ...Object.fromEntries(statuses.map((status) => [status, content(object({ why: text }))])),
  },
});
const WEBHOOKS = {
  said: {
    post: {
      requestBody: { content: { 'application/json': { schema: object({ a: text }) } } },
      responses: { 204: { description: '' } },
    },
  },
};

interface Given {
  readonly config?: Json;
  readonly edition?: string;
  readonly paths?: Json;
  readonly more?: Json;
}

const viewOf = async ({ config = {}, edition = '2026-11-23', paths, more = {} }: Given): Promise<RootView> =>
  (
    await viewsOf(
      JSON.stringify({
        ...{ openapi: '3.1.0', info: { title: 'Zoo', version: '1' }, servers: [{ url: 'https://zoo.test' }] },
        paths: paths ?? { '/cats': { get: answer(object({ a: text })) } },
        ...more,
      }),
      JSON.stringify({ edition, ...config }),
    )
  ).forTemplates();

const opts = (options: Json): Json => ({ client_settings: { opts: options } });
const secured = (scheme: Json, option: Json = {}): Given => ({
  more: { security: [{ key: [] }], components: { securitySchemes: { key: scheme } } },
  config: opts({ secret: { type: 'string', auth: { security_scheme: 'key' }, ...option } }),
});
const withServer = (url: string, options: Json): Given => ({
  more: {
    servers: [
      { url, variables: Object.fromEntries([...url.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, {}])) },
    ],
  },
  config: opts(options),
});

describe('the README', () => {
  it.each<[string, Given, Partial<RootView['readme']> | Json]>([
    [
      'of little',
      {},
      {
        ...{
          maxRetries: '2',
          timeout: '60000',
          timeoutSeconds: '60',
          browsers:
            'current versions, with `dangerouslyAllowBrowser: true`; visitors can read the credentials',
        },
        ...{
          deadline: 'none',
          hasEnvironments: false,
          needsURL: false,
          hasPlaceholders: false,
          hasAuth: false,
        },
        ...{ hasUsage: true, hasPagination: false, hasErrors: true, hasUploads: false, hasStreaming: false },
        ...{ hasEvents: false, hasStandalone: true, hasWebhooks: false, hasVerified: false, hasTypes: true },
      },
    ],
    [
      'of nothing',
      { paths: {} },
      { hasUsage: false, hasStandalone: false, hasErrors: false, usage: '', rawResponse: '', types: '' },
    ],
    ['without functions', { config: { functions: false } }, { hasUsage: true, hasStandalone: false }],
    ['without a server', { more: { servers: [] } }, { needsURL: true, hasEnvironments: false }],
    [
      'with settings',
      { config: { client_settings: { default_timeout: 2500, default_retries: { max_retries: 5 } } } },
      { timeout: '2500', timeoutSeconds: '2.5', maxRetries: '5' },
    ],
    [
      'with a deadline',
      {
        more: {
          'x-retry': 1,
          'x-speakeasy-retries': {
            strategy: 'backoff',
            backoff: { maxElapsedTime: 90000 },
            statusCodes: ['5XX'],
          },
        },
      },
      { deadline: '`90000`' },
    ],
    [
      'with events',
      { paths: { '/live': { get: answer(text, 'text/event-stream') } } },
      { hasStreaming: true, hasEvents: true },
    ],
    [
      'with lines',
      { paths: { '/live': { get: answer(text, 'application/jsonl') } } },
      { hasStreaming: true, hasEvents: false },
    ],
    ['with webhooks', { more: { webhooks: WEBHOOKS } }, { hasWebhooks: true, hasVerified: false }],
    [
      'with signed webhooks',
      {
        more: { webhooks: WEBHOOKS },
        config: { ...opts({ key: text }), webhooks: { signing_key_option: 'key' } },
      },
      { hasWebhooks: true, hasVerified: true },
    ],
    [
      'with parts of a URL',
      withServer('https://{zone}.{b}.{left}.test/{b}', {
        zone: { type: 'string', default: 'eu', server_variable: 'b' },
        own: { type: 'string', nullable: true, server_variable: 'zone' },
        left: { type: 'string', nullable: true },
      }),
      {
        hasPlaceholders: true,
        placeholders: [
          { name: '`{zone}`', option: '`own`', hasDefault: false, default: '``' },
          { name: '`{b}`', option: '`zone`', hasDefault: true, default: '`eu`' },
        ],
      },
    ],
    ...(
      [
        [{ type: 'http', scheme: 'bearer' }, '`Authorization: Bearer …`'],
        [{ type: 'http', scheme: 'basic' }, '`Authorization: Basic …`'],
        [{ type: 'http', scheme: 'digest' }, '`Authorization` header'],
        [{ type: 'openIdConnect', openIdConnectUrl: 'https://zoo.test/o' }, '`Authorization: Bearer …`'],
        [{ type: 'mutualTLS' }, 'as described by the API'],
        [{ type: 'apiKey', in: 'header', name: 'X-Key' }, 'header `X-Key`'],
        [{ type: 'apiKey', in: 'query', name: 'k' }, 'query parameter `k`'],
        [{ type: 'apiKey', in: 'cookie', name: 'k' }, 'cookie `k`'],
        [
          { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/t', scopes: {} } } },
          '`Authorization: Bearer …`',
        ],
      ] as const
    ).map(([scheme, sent]): [string, Given, Json] => [
      `signed by ${JSON.stringify(scheme)}`,
      secured(scheme),
      { hasAuth: true, auth: [{ option: '`secret`', variable: 'none', sent }] },
    ]),
    [
      'signed by no scheme, from the environment',
      secured({ type: 'nothing' }, { read_env: 'ZOO_KEY' }),
      { auth: [{ option: '`secret`', variable: '`ZOO_KEY`', sent: 'as described by the API' }] },
    ],
  ])('%s', async (_, given, expected) => {
    const { readme } = await viewOf(given);
    const keys = Object.keys(expected) as (keyof RootView['readme'])[];
    expect(Object.fromEntries(keys.map((key) => [key, readme[key]]))).toEqual(expected);
  });

  it.each<[string, Json, string | undefined]>([
    ['none', withErrors(), undefined],
    ['a class', withErrors('4XX', 'default'), undefined],
    ['the first', withErrors('400', '409'), '400'],
    ['not found', withErrors('400', '404', '409'), '404'],
    ['of a server', withErrors('500'), '500'],
  ])('shows an error: %s', async (_, get, expected) => {
    const { readme } = await viewOf({ paths: { '/cats': { get } } });
    expect(/isErrorOf\(client\.cats\.list, error, (\d+)\)/.exec(readme.errors)?.[1]).toBe(expected);
    expect(readme.errors.includes('{ isErrorOf }')).toBe(expected !== undefined);
  });

  it('shows an error of a call that gives no stream', async () => {
    const { readme } = await viewOf({
      paths: {
        '/cats': {
          get: {
            responses: { 200: content(text, 'text/event-stream'), 404: content(object({ why: text })) },
          },
        },
        '/dogs': { get: withErrors('409') },
      },
    });
    expect(readme.errors).toContain('client.dogs.list, error, 409');
  });

  it.each<[string, Given, RegExp]>([
    [
      'of a model',
      {
        more: { components: { schemas: { Cat: object({ id: text }) } } },
        paths: {
          '/cats/{id}': {
            get: {
              parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
              ...answer({ $ref: '#/components/schemas/Cat' }),
            },
          },
        },
      },
      /const cat: Zoo\.Cat = await client\.cats\.retrieve\('id'\);\s+console\.log\(cat\.id\)/,
    ],
    ['of no object', { paths: { '/cats': { get: answer(text) } } }, /^$/],
    ['of none', { paths: { '/cats': { get: { responses: { 204: { description: '' } } } } } }, /^$/],
    [
      'of two of one name',
      {
        config: {
          resources: {
            cats: { models: { cat: 'Cat' }, methods: { list: 'get /cats' } },
            dogs: { models: { cat: 'Dog' }, methods: { list: 'get /dogs' } },
          },
        },
        more: { components: { schemas: { Cat: object({ id: text }), Dog: object({ a: text }) } } },
        paths: {
          '/cats': { get: answer({ $ref: '#/components/schemas/Cat' }) },
          '/dogs': { get: answer({ $ref: '#/components/schemas/Dog' }) },
        },
      },
      /^$/,
    ],
  ])('shows a type: %s', async (_, given, expected) =>
    expect((await viewOf(given)).readme.types).toMatch(expected),
  );
});

describe('tests with a mocked call', () => {
  const get = (schema: Json, ...parameters: readonly string[]): Json => ({
    parameters: parameters.map((name) => ({ name, in: 'query', required: true, schema: text })),
    ...answer(schema),
  });
  const cat = object({ id: text }, { required: ['id'] });
  const path = { parameters: [{ name: 'id', in: 'path', required: true, schema: text }] };
  it.each<[string, Given, string | undefined]>([
    [
      'the shortest',
      { paths: { '/cats': { get: get(cat, 'a', 'b') }, '/dogs': { get: get(cat, 'a') } } },
      "client.dogs.list({ a: 'a' })",
    ],
    [
      'the shortest answer',
      {
        paths: {
          '/cats': { get: get(object({ name: text, id: text }, { required: ['id', 'name'] })) },
          '/dogs': { get: get(cat) },
        },
      },
      'client.dogs.list()',
    ],
    [
      'of a single item',
      {
        paths: {
          '/cats': { get: get(cat), post: answer(cat) },
          '/cats/{id}': { get: { ...path, ...answer(cat) } },
        },
      },
      "client.cats.retrieve('id')",
    ],
    [
      'that reads',
      { paths: { '/cats': { post: answer(cat) }, '/dogs': { get: get(cat, 'some', 'more') } } },
      "client.dogs.list({ more: 'more', some: 'some' })",
    ],
    [
      'of JSON',
      { paths: { '/cats': { get: answer(cat, 'application/xml') }, '/dogs': { get: get(cat, 'a') } } },
      "client.dogs.list({ a: 'a' })",
    ],
    [
      'of what is whole',
      { config: { settings: { unwrap_response_fields: ['id'] } }, paths: { '/cats': { get: answer(cat) } } },
      undefined,
    ],
    ['of an object', { paths: { '/cats': { get: answer(text) } } }, undefined],
    ['of an empty object', { paths: { '/cats': { get: answer(object({ id: text })) } } }, undefined],
    [
      'without files',
      {
        paths: {
          '/cats': {
            post: { requestBody: { required: true, content: { 'image/png': {} } }, ...answer(cat) },
          },
        },
      },
      undefined,
    ],
    [
      'that can be',
      {
        paths: {
          '/cats': {
            get: {
              parameters: [
                { name: 'a', in: 'query', required: true, schema: { $ref: '#/components/schemas/Self' } },
              ],
              ...answer(cat),
            },
          },
        },
        more: {
          components: {
            schemas: {
              Self: object({ self: { $ref: '#/components/schemas/Self' } }, { required: ['self'] }),
            },
          },
        },
      },
      undefined,
    ],
  ])('%s', async (_, given, expected) => {
    const { testing } = await viewOf(given);
    expect(/const answer = await (.*);/.exec(testing.fetch)?.[1]).toBe(expected);
  });
  it.each([
    ['a server', undefined, false],
    ['no server', [], true],
  ])('of an API with %s', async (_, servers, expected) => {
    const { testing } = await viewOf({
      paths: { '/cats': { get: answer(cat) } },
      ...(servers && { more: { servers } }),
    });
    expect(testing.fetch.includes('baseURL: ')).toBe(expected);
  });
});

describe('classes of resources', () => {
  const READ = {
    config: { ...opts({ secret: text }), webhooks: { signing_key_option: 'secret' } },
    more: { webhooks: WEBHOOKS },
  };
  const unwrapIn = (resources: Json): Given => ({ ...READ, config: { ...READ.config, resources } });
  const unwrap = { unwrap: { type: 'webhook_unwrap' } };
  const list = { list: 'get /cats' };
  it.each<[string, Given, Json]>([
    ['that read nothing', {}, { Cats: 'APIResource' }],
    [
      'that verify webhooks',
      unwrapIn({ cats: { methods: { ...list, ...unwrap } }, dogs: { methods: { list: 'get /cats' } } }),
      { Cats: 'APIResource<ZooCore>', Dogs: 'APIResource' },
    ],
    [
      'whose children verify webhooks',
      unwrapIn({
        cats: { methods: list, subresources: { toys: { methods: unwrap } } },
        dogs: { methods: { list: 'get /cats' } },
      }),
      { Cats: 'APIResource<ZooCore>', Toys: 'APIResource<ZooCore>', Dogs: 'APIResource' },
    ],
    [
      'that only parse webhooks',
      { more: { webhooks: WEBHOOKS }, config: { resources: { cats: { methods: { ...list, ...unwrap } } } } },
      { Cats: 'APIResource' },
    ],
  ])('%s', async (_, given, expected) => {
    const { resources } = await viewOf(given);
    expect(Object.fromEntries(resources.map(({ className, base }) => [className, base]))).toEqual(expected);
  });

  it('hand the key over', async () => {
    const view = await viewOf(
      unwrapIn({
        $client: { methods: { top: { type: 'webhook_unwrap' } } },
        cats: { methods: { ...list, ...unwrap }, subresources: { toys: { methods: unwrap } } },
      }),
    );
    const handed = [view.client, ...view.resources].map(({ unwraps }) =>
      unwraps.map(({ name, handed }) => `${name} ${handed}`),
    );
    expect(handed).toEqual([
      ['top { key: this.secret, ...options }'],
      ['unwrap { key: this._client.secret, ...options }'],
      ['unwrap { key: this._client.secret, ...options }'],
    ]);
    expect(view.resources[0]?.unwraps[0]).toMatchObject({
      event: 'UnwrapWebhookEvent',
      verify: 'unwrapWebhook',
      convert: '',
    });
    expect(view.readme.webhooks.map(({ call }) => call)).toEqual([
      '`client.top`',
      '`client.cats.unwrap`',
      '`client.cats.toys.unwrap`',
    ]);
  });

  it('export what their children have, unless they have it themselves', async () => {
    const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` });
    const { resources } = await viewOf({
      paths: { '/cats': { get: answer(schema('Cat')) }, '/toys': { get: answer(schema('Toy')) } },
      more: {
        components: {
          schemas: {
            Cat: object({ id: text }),
            Toy: object({ a: schema('Cat') }),
            Ball: object({ b: text }),
            Own: object({ c: text }),
          },
        },
      },
      config: {
        resources: {
          cats: {
            models: { cat: 'Cat', ball: 'Ball' },
            methods: list,
            subresources: {
              toys: { models: { ball: 'Toy', own: 'Own' }, methods: { list: 'get /toys' } },
              Cats: { methods: { list: 'get /toys' } },
            },
          },
        },
      },
    });
    expect(
      resources.map(({ className, hasChildren, hasExports, children, exports, imports }) => ({
        ...{ className, hasChildren, hasExports, exports, imports: imports.length },
        children: children.map((child) => [child.property, child.reference, child.types.join(' ')]),
      })),
    ).toEqual([
      {
        ...{ className: 'Cats', hasChildren: true, hasExports: true, exports: ['Ball', 'Cat'], imports: 5 },
        children: [
          ['toys', 'ToysAPI.Toys', 'Own'],
          ['cats', 'CatsResourceAPI.CatsResource', ''],
        ],
      },
      ...[
        {
          className: 'Toys',
          hasChildren: false,
          hasExports: true,
          exports: ['Own', 'Ball'],
          imports: 4,
          children: [],
        },
        {
          className: 'CatsResource',
          hasChildren: false,
          hasExports: false,
          exports: [],
          imports: 4,
          children: [],
        },
      ],
    ]);
  });
});
