/**
 * Which credentials a generated client sends, and where; what it does where they are refused, switched off,
 * or absent.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { failure, fakeFetch, json } from '../runtime/support.ts';
import { importSdk } from './sdk.ts';
import { host, sendJSON, told } from './hosts.ts';

const SPEC = `
openapi: 3.1.0
info: { title: T, version: '1' }
servers: [{ url: https://x.test }]
security: [{ bearer: [] }]
paths:
  /items/{item-id}:
    parameters: [{ name: item-id, in: path, required: true, schema: { type: string } }]
    delete: { operationId: deleteItem, security: [{ key: [] }], responses: { '204': { description: ok } } }
  /items: { get: { operationId: listItems, responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } } } } }
components:
  securitySchemes:
    bearer: { type: http, scheme: bearer }
    key: { type: apiKey, in: header, name: X-Acme-Id }
    staff: { type: http, scheme: basic }
`;
const config = (settings: string, name = 'ImageKit'): string => `
organization: { name: ${name} }
settings: ${settings}
client_settings:
  opts:
    base_url: { type: string, read_env: KIT_URL }
    bearer: { type: string, nullable: true, read_env: T_BEARER, auth: { security_scheme: bearer } }
    api_key: { type: string, nullable: true, read_env: T_KEY, auth: { security_scheme: key } }
resources: { items: { methods: { list: get /items, delete: "delete /items/{item-id}" } } }
`;

afterEach(() => {
  delete process.env['T_BEARER'];
  delete process.env['T_KEY'];
  delete process.env['KIT_URL'];
  delete process.env['IMAGE_KIT_BASE_URL'];
});

describe('without per_endpoint_security', () => {
  it('every credential that is set is sent, whatever an operation asks for', async () => {
    const { Client } = await importSdk('every', SPEC, config('{}'));
    const { fetch, requests } = fakeFetch(json({}));
    await new Client({ fetch, bearer: 'b' }).items.delete('1');
    await new Client({ fetch, bearer: 'b', apiKey: 'k' }).items.list();
    expect(requests.map(({ headers }) => [headers.get('authorization'), headers.get('x-acme-id')])).toEqual([
      ['Bearer b', null],
      ['Bearer b', 'k'],
    ]);
  });
});

describe('with per_endpoint_security', () => {
  it('the operation chooses, and an error names the options of the client', async () => {
    const { Client } = await importSdk('chosen', SPEC, config('{ per_endpoint_security: true }'));
    const { fetch, requests } = fakeFetch(json({}));
    expect(await failure(new Client({ fetch, bearer: 'b' }).items.delete('1'))).toMatchObject({
      message: 'Missing credentials for this request: apiKey',
    });
    await new Client({ fetch, bearer: 'b', apiKey: 'k' }).items.delete('1');
    expect(requests.map(({ headers }) => [headers.get('authorization'), headers.get('x-acme-id')])).toEqual([
      [null, 'k'],
    ]);
  });

  it('is the rule without a config', async () => {
    const { text } = await importSdk('none', SPEC);
    expect(text('src/core.ts')).toContain('security: [{ bearer: true }]');
    expect(text('src/resources/items.ts')).toContain('security: [{ key: true }]');
  });
});

describe('null', () => {
  it('switches a credential off, against the environment and in withOptions', async () => {
    process.env['T_BEARER'] = 'from the environment';
    const { Client } = await importSdk('null', SPEC, config('{}'));
    const { fetch, requests } = fakeFetch(json({}));
    const client = new Client({ fetch, apiKey: 'k' });
    await client.items.list();
    await client.withOptions({ bearer: null }).items.list();
    await client.withOptions({ bearer: null }).withOptions({ apiKey: null }).items.list();
    await new Client({ fetch, bearer: null }).items.list();
    expect(requests.map(({ headers }) => [headers.get('authorization'), headers.get('x-acme-id')])).toEqual([
      ['Bearer from the environment', 'k'],
      [null, 'k'],
      [null, null],
      [null, null],
    ]);
  });
});

describe('the base URL', () => {
  it('is the built-in option, also where the config lists it, with its variable', async () => {
    process.env['KIT_URL'] = 'http://kit.test';
    const { Client, text } = await importSdk('base', SPEC, config('{}'));
    const { fetch, requests } = fakeFetch(json({}));
    await new Client({ fetch }).items.list();
    await new Client({ fetch, baseURL: 'http://own.test' }).items.list();
    expect(requests.map(({ url }) => url)).toEqual(['http://kit.test/items', 'http://own.test/items']);
    expect(text('src/core.ts')).not.toContain('baseURL_');
  });

  it('has a variable after the words of the organization', async () => {
    process.env['IMAGE_KIT_BASE_URL'] = 'http://words.test';
    const { Client } = await importSdk('words', SPEC, config('{}').replace(/^.*base_url.*\n/m, ''));
    const { fetch, requests } = fakeFetch(json({}));
    await new Client({ fetch }).items.list();
    expect(requests[0]?.url).toBe('http://words.test/items');
  });
});

it('a key in a header of its own does not follow a redirect', async () => {
  const { Client } = await importSdk('redirect', SPEC, config('{}'));
  const thief = await host((_request, response) => sendJSON(response, {}));
  const api = await host((_request, response) =>
    response.writeHead(307, { location: `${thief.url}/x` }).end(),
  );
  await new Client({ baseURL: api.url, apiKey: 'SECRET', bearer: 'SECRET' }).items.list();
  expect(told(api)).toContain('SECRET');
  expect(thief.received).toHaveLength(1);
  expect(told(thief)).not.toContain('SECRET');
});

it('an empty path parameter deletes nothing else, and is named', async () => {
  const { Client } = await importSdk('empty', SPEC, config('{}'));
  const api = await host((_request, response) => response.writeHead(204).end());
  const client = new Client({ baseURL: api.url });
  for (const [value, word] of [
    ['', 'empty'],
    [null, 'null'],
    [undefined, 'undefined'],
  ] as const) {
    expect(() => client.items.delete(value)).toThrow(`Path parameter itemID is ${word}`);
  }
  expect(api.received).toEqual([]);
});

describe('client credentials', () => {
  const OAUTH = `
openapi: 3.1.0
info: { title: T, version: '1' }
servers: [{ url: https://x.test }]
security: [{ machine: [] }]
paths: { /items: { post: { operationId: makeItem, responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } } } } } }
components: { securitySchemes: { machine: { type: oauth2, flows: { clientCredentials: { tokenUrl: https://login.test/token, scopes: {} } } } } }
`;

  it('renew a token that is refused, once, for all who hold it', async () => {
    const { Client } = await importSdk('renew', OAUTH);
    let [tokens, valid] = [0, 'T1'];
    const { fetch, requests } = fakeFetch((request) => {
      if (request.url.endsWith('/token')) return json({ access_token: `T${++tokens}` });
      return request.headers.get('authorization') === `Bearer ${valid}`
        ? json({ ok: 1 })
        : json({}, { status: 401 });
    });
    const client = new Client({ fetch, clientID: 'i', clientSecret: 's', maxRetries: 0 });
    await client.items.create();
    valid = 'T2';
    await Promise.all([client.items.create(), client.items.create(), client.items.create()]);
    expect(tokens).toBe(2);
    valid = 'none';
    requests.length = 0;
    expect(await failure(client.items.create())).toMatchObject({ status: 401 });
    expect(requests.map(({ url }) => new URL(url).pathname)).toEqual(['/items', '/token', '/items']);
  });
});
