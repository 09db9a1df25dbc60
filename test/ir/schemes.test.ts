/** Security schemes and requirements of a document, as the IR has them. */
import { describe, expect, it } from 'vitest';
import { build, method, paths } from './support.ts';

const PLACE = '/components/securitySchemes/s';

async function schemesOf(securitySchemes: object) {
  const { api, diagnostics } = await build({
    ...paths({ 'get /cats': {} }),
    components: { securitySchemes },
  });
  return {
    schemes: api.securitySchemes.map(({ origin, ...scheme }) => scheme),
    problems: diagnostics.flatMap(({ code, message, origin }) =>
      code.startsWith('security-scheme') ? [`${code} ${origin?.pointer ?? ''}: ${message}`] : [],
    ),
  };
}

describe('a scheme', () => {
  const flow = (key: string, flow: string) =>
    [
      {
        type: 'oauth2',
        flows: { [key]: { tokenUrl: 'https://t', authorizationUrl: 'https://a', scopes: {} } },
      },
      {
        kind: 'oauth2',
        flows: [{ flow, scopes: [], tokenURL: 'https://t', authorizationURL: 'https://a' }],
      },
    ] as const;

  it.each<readonly [object, object]>([
    [{ type: 'http', scheme: 'bearer' }, { kind: 'bearer' }],
    [
      { type: 'http', scheme: 'Bearer', bearerFormat: 'JWT' },
      { kind: 'bearer', format: 'JWT' },
    ],
    [{ type: 'http', scheme: 'BASIC', bearerFormat: 'JWT' }, { kind: 'basic' }],
    [
      { type: 'http', scheme: 'Digest' },
      { kind: 'http', scheme: 'Digest' },
    ],
    [{ type: 'http' }, { kind: 'http', scheme: '' }],
    [
      { type: 'apiKey', in: 'header', name: 'X-Key', description: 'Of the account.' },
      { kind: 'api_key', in: 'header', parameter: 'X-Key', description: 'Of the account.' },
    ],
    [
      { type: 'apiKey', in: 'query', name: 'key' },
      { kind: 'api_key', in: 'query', parameter: 'key' },
    ],
    [
      { type: 'apiKey', in: 'cookie', name: 'sid' },
      { kind: 'api_key', in: 'cookie', parameter: 'sid' },
    ],
    [{ type: 'mutualTLS' }, { kind: 'mutual_tls' }],
    [
      { type: 'openIdConnect', openIdConnectUrl: 'https://id' },
      { kind: 'open_id_connect', url: 'https://id' },
    ],
    [{ type: 'openIdConnect' }, { kind: 'open_id_connect', url: '' }],
    [{ type: 'oauth2' }, { kind: 'oauth2', flows: [] }],
    [
      { type: 'oauth2', flows: { other: { scopes: {} } } },
      { kind: 'oauth2', flows: [] },
    ],
    flow('clientCredentials', 'client_credentials'),
    flow('application', 'client_credentials'),
    flow('password', 'password'),
    flow('implicit', 'implicit'),
    flow('authorizationCode', 'authorization_code'),
    flow('accessCode', 'authorization_code'),
    flow('deviceAuthorization', 'device_authorization'),
    [
      {
        type: 'oauth2',
        flows: {
          password: { scopes: { write: 'Write all', read: 1 } },
          implicit: {},
        },
      },
      {
        kind: 'oauth2',
        flows: [
          { flow: 'implicit', scopes: [] },
          {
            flow: 'password',
            scopes: [
              { name: 'read', description: '' },
              { name: 'write', description: 'Write all' },
            ],
          },
        ],
      },
    ],
  ])('%j is %j', async (written, scheme) => {
    const found = await schemesOf({ s: written });
    expect(found).toStrictEqual({ schemes: [{ name: 's', ...scheme }], problems: [] });
  });

  it.each<readonly [object, string]>([
    [{ type: 'apiKey', name: 'key' }, `security-scheme-place ${PLACE}: … s … it says no place`],
    [
      { type: 'apiKey', in: 'body', name: 'key' },
      `security-scheme-place ${PLACE}/in: … s … there is no place body`,
    ],
    [{ type: 'apiKey', in: 'header' }, `security-scheme-place ${PLACE}: … s … it has no name there`],
    [{ type: 'magic' }, `security-scheme-unknown ${PLACE}: … s … magic`],
    [{}, `security-scheme-unknown ${PLACE}: … s … none`],
  ])('%j is not known, and that is reported', async (written, problem) => {
    const { schemes, problems } = await schemesOf({ s: written });
    expect(schemes).toStrictEqual([{ name: 's', kind: 'unknown' }]);
    expect(problems).toHaveLength(1);
    for (const part of problem.split(' … ')) expect(problems[0]).toContain(part.replace(' …', ''));
  });

  it('may have a name that begins as extensions do', async () => {
    const { schemes, problems } = await schemesOf({
      'x-key': { type: 'apiKey', in: 'header', name: 'X-Key' },
      'x-ref': { $ref: '#/components/securitySchemes/a-x-' },
      'x-note': { note: 'nothing' },
      'x-text': 'text',
      'x-null': null,
      'a-x-': { type: 'mutualTLS' },
    });
    expect(schemes.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'a-x- mutual_tls',
      'x-key api_key',
      'x-ref mutual_tls',
    ]);
    expect(problems).toEqual([]);
  });

  it('is known by its name where nothing else is there', async () => {
    expect((await build(paths({ 'get /cats': {} }))).api.securitySchemes).toEqual([]);
  });
});

describe('requirements', () => {
  const components = {
    securitySchemes: {
      k: { type: 'apiKey', in: 'header', name: 'K' },
      o: { type: 'oauth2', flows: { implicit: { authorizationUrl: 'https://a', scopes: { read: '' } } } },
    },
  };

  it.each<readonly [string, unknown, unknown, readonly string[]]>([
    ['none is written', undefined, undefined, []],
    ['it is no list', {}, undefined, []],
    ['nothing is required', [], [], []],
    ['alternatives', [{ k: [] }, {}], [{ schemes: [{ name: 'k', scopes: [] }] }, { schemes: [] }], []],
    [
      'two together, with scopes',
      [{ o: ['read', 1, 'write'], k: 'x' }],
      [
        {
          schemes: [
            { name: 'k', scopes: [] },
            { name: 'o', scopes: ['read', 'write'] },
          ],
        },
      ],
      [],
    ],
    ['an alternative that is none', ['k', { k: [] }, null], [{ schemes: [{ name: 'k', scopes: [] }] }], []],
    ['only alternatives that are none', ['k'], [], []],
    [
      'an unknown scheme',
      [{ k: [], nope: [] }, { k: [] }],
      [{ schemes: [{ name: 'k', scopes: [] }] }],
      ['/paths/~1cats/get/security/0/nope'],
    ],
    [
      'unknown schemes alone',
      [{ a: [] }, { b: [] }],
      undefined,
      ['/paths/~1cats/get/security/0/a', '/paths/~1cats/get/security/1/b'],
    ],
  ])('%s', async (_title, security, expected, places) => {
    const operation = security === undefined ? {} : { security };
    const built = await build({ ...paths({ 'get /cats': operation }), components });
    expect(method(built, 'cats.list').security).toEqual(expected);
    const told = built.diagnostics.filter(({ code }) => code === 'security-scheme-undefined');
    expect(told.map(({ origin }) => origin?.pointer)).toEqual(places);
  });

  it('of a hint win over those that are written, and have its place', async () => {
    const hinted = { security: [{ k: [] }], 'x-stainless-auth': [{ nope: [] }, 'o'] };
    const built = await build({ ...paths({ 'get /cats': hinted }), components });
    expect(method(built, 'cats.list').security).toEqual([{ schemes: [{ name: 'o', scopes: [] }] }]);
    expect(built.diagnostics.map(({ origin }) => origin?.pointer)).toContain(
      '/paths/~1cats/get/x-stainless-auth/0/nope',
    );
  });
});
