import { describe, expect, it } from 'vitest';
import { emptyConfig } from '../../generator/config/empty.ts';
import { build, method, paths } from './support.ts';

const cats = paths({ 'get /cats': {} });
const options = async (securitySchemes: object, security?: object[]) =>
  (
    await build({ ...cats, components: { securitySchemes }, ...(security && { security }) })
  ).api.client.options.map((one) => [one.key, one.required, one.readEnv, one.auth?.role]);

describe('client options from security schemes', () => {
  it.each<[string, object, object[] | undefined, unknown[]]>([
    [
      'a bearer token',
      { BearerAuth: { type: 'http', scheme: 'bearer' } },
      [{ BearerAuth: [] }],
      [['api_key', true, 'ZOO_API_KEY', 'value']],
    ],
    [
      'a JWT',
      { auth: { type: 'http', scheme: 'Bearer', bearerFormat: 'JWT' } },
      [{ auth: [] }],
      [['bearer_token', true, 'ZOO_BEARER_TOKEN', 'value']],
    ],
    [
      'basic',
      { b: { type: 'http', scheme: 'basic' } },
      [{ b: [] }],
      [
        ['username', true, 'ZOO_USERNAME', 'username'],
        ['password', true, 'ZOO_PASSWORD', 'password'],
      ],
    ],
    [
      'two keys together',
      {
        appId: { type: 'apiKey', in: 'header', name: 'X-App' },
        appKey: { type: 'apiKey', in: 'header', name: 'X-Key' },
      },
      [{ appId: [], appKey: [] }],
      [
        ['app_id', true, 'ZOO_APP_ID', 'value'],
        ['app_key', true, 'ZOO_APP_KEY', 'value'],
      ],
    ],
    [
      'alternatives are optional',
      { a: { type: 'http', scheme: 'basic' }, k: { type: 'apiKey', in: 'query', name: 'key' } },
      [{ a: [] }, { k: [] }],
      [
        ['username', false, 'ZOO_USERNAME', 'username'],
        ['password', false, 'ZOO_PASSWORD', 'password'],
        ['api_key', false, 'ZOO_API_KEY', 'value'],
      ],
    ],
    [
      'optional security',
      { k: { type: 'apiKey', in: 'cookie', name: 'sid' } },
      [{}, { k: [] }],
      [['api_key', false, 'ZOO_API_KEY', 'value']],
    ],
    [
      'client credentials',
      { o: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: 'https://x/token', scopes: {} } } } },
      [{ o: [] }],
      [
        ['client_id', false, 'ZOO_CLIENT_ID', 'client_id'],
        ['client_secret', false, 'ZOO_CLIENT_SECRET', 'client_secret'],
        ['access_token', false, 'ZOO_ACCESS_TOKEN', 'value'],
      ],
    ],
    [
      'schemes that nothing requires',
      { k: { type: 'apiKey', in: 'header', name: 'X' } },
      undefined,
      [['api_key', false, 'ZOO_API_KEY', 'value']],
    ],
    [
      'unused schemes are none',
      { k: { type: 'apiKey', in: 'header', name: 'X' }, other: { type: 'http', scheme: 'basic' } },
      [{ k: [] }],
      [['api_key', true, 'ZOO_API_KEY', 'value']],
    ],
  ])('%s', async (_, schemes, security, expected) =>
    expect(await options(schemes, security)).toEqual(expected),
  );

  it('a requirement of an unknown scheme is reported and left out', async () => {
    const built = await build({
      ...cats,
      components: { securitySchemes: { k: { type: 'apiKey', in: 'header', name: 'X' } } },
      security: [{ nope: [] }, { k: [] }],
    });
    expect(built.api.security).toEqual([{ schemes: [{ name: 'k', scopes: [] }] }]);
    expect(built.diagnostics.map((one) => [one.code, one.origin?.pointer])).toEqual([
      ['security-scheme-undefined', '/security/0/nope'],
    ]);
  });

  it('methods keep their own requirements', async () => {
    const built = await build({
      ...paths({ 'get /cats': { security: [] }, 'get /dogs': {} }),
      components: { securitySchemes: { k: { type: 'http', scheme: 'bearer' } } },
      security: [{ k: [] }],
    });
    expect(method(built, 'cats.list').security).toEqual([]);
    expect(method(built, 'dogs.list').security).toBeUndefined();
    expect(built.api.client.options).toMatchObject([{ required: true }]);
  });
});

describe('the name of the client', () => {
  it.each([
    ['The Smithery Platform API', 'Smithery', 'SMITHERY'],
    ['Spotify Web API with fixes', 'Spotify', 'SPOTIFY'],
    ['GitHub v3 REST API', 'GitHub', 'GITHUB'],
    ['eBird API 2.0', 'eBird', 'EBIRD'],
    ['Swagger Petstore - OpenAPI 3.0', 'Petstore', 'PETSTORE'],
    ['API', 'API', 'API'],
    ["Netlify's API documentation", 'Netlify', 'NETLIFY'],
    ['🎉', 'Client', 'CLIENT'],
  ])('%s → %s', async (title, name, envPrefix) =>
    expect((await build({ info: { title, version: '1' }, ...cats })).api.client).toMatchObject({
      name,
      envPrefix,
    }),
  );

  it('is the config’s, if it has one', async () => {
    const built = await build(cats, { organization: { name: 'llama-stack' } });
    expect(built.api.client).toMatchObject({ name: 'llama-stack', envPrefix: 'LLAMA_STACK' });
    expect(
      (
        await build(cats, {
          organization: { name: 'x' },
          client: { ...emptyConfig().client, name: 'Y', envPrefix: 'Z' },
        })
      ).api.client,
    ).toMatchObject({ name: 'Y', envPrefix: 'Z' });
  });
});

describe('environments', () => {
  const environments = async (servers: object[]) => {
    const built = await build({ ...cats, servers });
    return { environments: built.api.client.environments, codes: built.codes };
  };

  it('come from servers, named by hints, descriptions or hosts', async () => {
    expect(
      (
        await environments([
          { url: 'https://api.zoo.com/', description: 'Production server' },
          { url: 'https://sandbox.zoo.com', description: 'A place to try things out without harm.' },
          { url: 'https://x.zoo.com', 'x-speakeasy-server-id': 'eu-1' },
        ])
      ).environments,
    ).toEqual([
      { name: 'production', url: 'https://api.zoo.com', variables: [] },
      { name: 'sandbox', url: 'https://sandbox.zoo.com', variables: [] },
      { name: 'eu_1', url: 'https://x.zoo.com', variables: [] },
    ]);
  });

  it('keep their variables; an undeclared one has no default', async () => {
    expect(
      await environments([
        {
          url: 'https://{region}.zoo.com/{base}',
          variables: { region: { default: 'eu', enum: ['eu', 'us'] } },
        },
      ]),
    ).toEqual({
      environments: [
        {
          name: 'production',
          url: 'https://{region}.zoo.com/{base}',
          variables: [{ name: 'region', default: 'eu', enum: ['eu', 'us'] }, { name: 'base' }],
        },
      ],
      codes: ['server-variable-undeclared'],
    });
  });

  it('relative URLs are reported', async () =>
    expect((await environments([{ url: '/api/v1' }])).codes).toEqual(['server-relative']));
  it('there may be none', async () => expect((await environments([])).environments).toEqual([]));

  it('a method may have its own', async () => {
    const built = await build(paths({ 'get /cats': { servers: [{ url: 'https://files.zoo.com' }] } }));
    expect(method(built, 'cats.list').servers).toMatchObject([{ url: 'https://files.zoo.com' }]);
  });
});
