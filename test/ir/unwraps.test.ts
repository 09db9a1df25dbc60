/** Which method reads webhooks, and whether it may claim to verify them. */
import { describe, expect, test } from 'vitest';
import { signatureHeaders, unwrapsIn } from '../../generator/ir/unwraps.ts';
import { planEvents, planUnwraps, unverifiedWebhooks, withWebhooks } from '../../generator/plan/webhooks.ts';
import type { Api, UnwrapMethod } from '../../generator/ir/types.ts';
import { build } from './support.ts';

const header = (name: string, location = 'header') => ({ name, in: location, schema: { type: 'string' } });
const event = (name: string, parameters: readonly object[] = []) => ({
  post: {
    parameters,
    requestBody: {
      content: {
        'application/json': { schema: { type: 'object', properties: { [name]: { type: 'string' } } } },
      },
    },
    responses: { 200: { description: 'ok' } },
  },
});
const STANDARD = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => header(name));

const api = async (webhooks: object, more: object = {}): Promise<Api> =>
  (await build({ paths: {}, webhooks, ...more })).api;
const methods = (built: Api): readonly string[] =>
  unwrapsIn(built).map(({ resource, key }) => [...resource, key].join('.'));

describe('without a config', () => {
  test('no webhooks, no method', async () => {
    const built = await api({});
    expect([unwrapsIn(built), planUnwraps(built), unverifiedWebhooks(built), planEvents(built)]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect(withWebhooks(built)).toBe(built);
  });

  test('the headers of Standard Webhooks are verified, in any case', async () => {
    for (const parameters of [STANDARD, [header('Webhook-Signature')]]) {
      const built = await api({ made: event('a'), gone: event('b', parameters) });
      expect(methods(built)).toEqual(['webhooks.unwrap']);
      expect(planUnwraps(built)).toEqual([
        { resource: ['webhooks'], key: 'unwrap', signing: { kind: 'given' } },
      ]);
      expect(unverifiedWebhooks(built)).toEqual([]);
    }
  });

  test.each([
    ['no headers', [], []],
    ['another signature', [header('X-Acme-Signature'), header('X-Id')], ['X-Acme-Signature']],
    [
      'headers of other names',
      [header('X-Hub-Digest'), header('X-HMAC-256')],
      ['X-Hub-Digest', 'X-HMAC-256'],
    ],
    ['a name that holds theirs', [header('x-webhook-signature-old')], ['x-webhook-signature-old']],
    ['their name in the query', [header('webhook-signature', 'query')], []],
    ['their other headers alone', [header('webhook-id'), header('webhook-timestamp')], []],
  ])('%s: nothing is verified, and that is told', async (_name, parameters, headers) => {
    const built = await api({ made: event('a', parameters), gone: event('b', parameters) });
    expect(methods(built)).toEqual(['webhooks.unsafe_unwrap']);
    expect(signatureHeaders(built)).toEqual(headers);
    expect(planUnwraps(built)).toEqual([
      { resource: ['webhooks'], key: 'unsafe_unwrap', signing: { kind: 'none', headers } },
    ]);
    const found = unverifiedWebhooks(built);
    expect(found.map(({ code }) => code)).toEqual(['webhook-signature-unknown']);
    expect(found[0]?.origin?.pointer).toBe('/webhooks/gone/post');
  });

  test('webhooks without a body, and callbacks of operations, are no events', async () => {
    const callback = { '{$request.body#/url}': event('c', STANDARD) };
    const built = await api(
      { empty: { post: { responses: { 200: { description: 'ok' } } } } },
      {
        paths: {
          '/jobs': {
            post: {
              operationId: 'make',
              callbacks: { done: callback },
              responses: { 204: { description: 'ok' } },
            },
          },
        },
      },
    );
    expect(built.webhooks).toHaveLength(2);
    expect([unwrapsIn(built), planEvents(built), signatureHeaders(built)]).toEqual([[], [], []]);
    expect(withWebhooks(built)).toBe(built);
  });

  test('each event has its name and type', async () => {
    const built = await api({ made: event('a'), gone: event('b') });
    expect(planEvents(built).map(({ webhook, type }) => [webhook, type.kind])).toEqual([
      ['gone', expect.any(String)],
      ['made', expect.any(String)],
    ]);
  });

  test('there is one resource for the method', async () => {
    const built = await api({ made: event('a') });
    const placed = withWebhooks(built);
    expect(placed.root.children.map(({ key, methods: own, children }) => [key, own, children])).toEqual([
      ['webhooks', [], []],
    ]);
    expect(withWebhooks(placed)).toBe(placed);
    // An API that has the resource already keeps it.
    const own = await api(
      { made: event('a') },
      { paths: { '/webhooks': { get: { tags: ['webhooks'], responses: { 204: { description: 'ok' } } } } } },
    );
    expect(own.root.children.map(({ key }) => key)).toEqual(['webhooks']);
    expect(withWebhooks(own)).toBe(own);
    const other = await api(
      { made: event('a') },
      { paths: { '/pets': { get: { tags: ['pets'], responses: { 204: { description: 'ok' } } } } } },
    );
    expect(withWebhooks(other).root.children.map(({ key }) => key)).toEqual(['pets', 'webhooks']);
  });
});

describe('as configured', () => {
  const configured = async (...unwrapMethods: readonly UnwrapMethod[]): Promise<Api> => ({
    ...(await api({ made: event('a', [header('X-Acme-Signature')]) })),
    unwrapMethods,
  });
  const method = (more: Partial<UnwrapMethod>): UnwrapMethod =>
    ({ resource: ['events'], key: 'unwrap', ...more }) as UnwrapMethod;

  test('a key of the client verifies; without one nothing does, whatever the method is called', async () => {
    const built = await configured(
      method({ keyOption: 'webhookKey' }),
      method({ key: 'parse' }),
      method({ event: { kind: 'unknown' } as never }),
    );
    expect(planUnwraps(built)).toEqual([
      { resource: ['events'], key: 'unwrap', signing: { kind: 'option', option: 'webhookKey' } },
      { resource: ['events'], key: 'parse', signing: { kind: 'none', headers: ['X-Acme-Signature'] } },
      {
        resource: ['events'],
        key: 'unwrap',
        event: { kind: 'unknown' },
        signing: { kind: 'none', headers: ['X-Acme-Signature'] },
      },
    ]);
  });

  test('nothing is added, and nothing told: the config knows', async () => {
    for (const built of [await configured(), await configured(method({}))]) {
      expect(unverifiedWebhooks(built)).toEqual([]);
      expect(withWebhooks(built)).toBe(built);
    }
    expect(unwrapsIn(await configured())).toEqual([]);
  });
});
