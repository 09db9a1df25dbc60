/** What the result of a sample call is called in TypeScript. */
import { expect, it } from 'vitest';
import { namedSample, planSample } from '../../generator/languages/typescript/samples/call.ts';
import { PAGINATION, PATHS, type Json, chat, object, paged, text } from './variable-paths.ts';
import { sdkAndViews } from './views-of.ts';

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
