/** What the result of a sample call is called in TypeScript. */
import { expect, it } from 'vitest';
import { namedSample, planSample } from '../../generator/languages/typescript/samples/call.ts';
import { sdkAndViews } from './views-of.ts';

type Json = Readonly<Record<string, unknown>>;
const text = { type: 'string' };
const answer = (schema: Json, media = 'application/json'): Json => ({
  responses: { 200: { description: '', content: { [media]: { schema } } } },
});
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Json): Json => ({ type: 'object', properties });
const events = { 'text/event-stream': { schema: text } };

const PATHS = {
  '/text': { get: answer(text) },
  '/cat': { get: answer(ref('Cat')) },
  '/none': { get: { responses: { 204: { description: '' } } } },
  '/file': { get: answer({ type: 'string', format: 'binary' }, 'image/png') },
  '/live': { get: { responses: { 200: { description: '', content: events } } } },
  '/chat': {
    post: {
      requestBody: { content: { 'application/json': { schema: object({ stream: { type: 'boolean' } }) } } },
      responses: {
        200: { description: '', content: { 'application/json': { schema: ref('Cat') }, ...events } },
      },
    },
  },
  '/page': {
    get: {
      parameters: [{ name: 'cursor', in: 'query', schema: text }],
      ...answer(object({ data: { type: 'array', items: ref('Cat') }, next: text })),
    },
  },
  '/any': {
    get: {
      parameters: [{ name: 'cursor', in: 'query', schema: text }],
      ...answer(
        object({ data: { type: 'array', items: { anyOf: [ref('Cat'), { type: 'null' }] } }, next: text }),
      ),
    },
  },
};
const use = (type: string, purpose: string): Json => ({
  type,
  'x-stainless-pagination-property': { purpose },
});
const PAGINATION = [
  {
    ...{ name: 'p', type: 'cursor', request: { cursor: use('string', 'next_cursor_param') } },
    response: { data: { ...use('array', 'items'), items: {} }, next: use('string', 'next_cursor_field') },
  },
];
const paged = (path: string): Json => ({ endpoint: `get ${path}`, paginated: 'p' });
const chat = { endpoint: 'post /chat', streaming: { param_discriminator: 'stream' } };

/** Resource, method, endpoint, variable. */
const ROWS: readonly (readonly [resource: string, key: string, endpoint: unknown, variable: string])[] = [
  ['$client', 'list', 'get /text', 'response'],
  ['$client', 'create', 'get /cat', 'cat'],
  ['$client', 'get', 'get /file', 'response'],
  ['$client', 'retrieve', chat, 'response'],
  ['$client', 'any', paged('/any'), 'item'],
  ['cats', 'list', 'get /text', 'cats'],
  ['cats', 'create', 'get /text', 'cat'],
  ['cats', 'retrieve', 'get /file', 'cat'],
  ['cats', 'download', 'get /file', 'response'],
  ['cats', 'get', chat, 'cat'],
  ['cats', 'chat', chat, 'response'],
  ['cats', 'live', 'get /live', 'stream'],
  ['cats', 'update', 'get /none', 'response'],
  ['cats', 'text', 'get /text', 'response'],
  ['cats', 'own', 'get /cat', 'cat'],
  ['cats', 'pages', paged('/page'), 'cat'],
  ['cats', 'list_toys', paged('/page'), 'toy'],
  ...['clients', 'consoles', 'processes', 'results', 'contents', 'runs'].map(
    (name) => [name, 'get', 'get /text', `${name.replace(/(?<=ss)es$|s$/, '')}_`] as const,
  ),
  ['fs', 'list', 'get /text', 'fs_'],
  ['classes', 'get', 'get /text', 'class_'],
];

it('variables', async () => {
  const resources: Record<string, { models: Json; methods: Record<string, unknown> }> = {};
  for (const [resource, key, endpoint] of ROWS) {
    resources[resource] ??= { models: resource === 'cats' ? { cat: 'Cat' } : {}, methods: {} };
    resources[resource].methods[key] = endpoint;
  }
  const document = {
    ...{ openapi: '3.1.0', info: { title: 'Zoo', version: '1' }, servers: [{ url: 'https://zoo.test' }] },
    ...{ paths: PATHS, components: { schemas: { Cat: object({ id: text }) } } },
  };
  const config = { edition: '2026-11-23', pagination: PAGINATION, resources };
  const { sdk } = await sdkAndViews(JSON.stringify(document), JSON.stringify(config));
  const found = sdk.methods.map((method) => {
    const sample = planSample(sdk, method, { extent: 'required' });
    expect(planSample(sdk, method, { extent: 'required' })).toBe(sample);
    expect(namedSample(sdk, sample)?.variable).toBe(sample?.variable);
    return [method.resource.path[0] ?? '$client', method.method.key, sample?.variable].join(' ');
  });
  expect(found.toSorted()).toEqual(
    ROWS.map(([resource, key, , variable]) => `${resource} ${key} ${variable}`).toSorted(),
  );
  expect(namedSample(sdk, undefined)).toBeUndefined();
  const [chatting] = sdk.methods.filter(({ method }) => method.key === 'chat');
  expect(chatting && planSample(sdk, chatting, { extent: 'required', streams: true })?.variable).toBe(
    'stream',
  );
});
