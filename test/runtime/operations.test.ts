/** What a call belongs to: operations by request, bodies by status. */
import { describe, expect, it, test } from 'vitest';
import { typecheckTree } from '../../generator/verify/typecheck.ts';
import { createOperationFinder } from '../../templates/typescript/runtime/internal/operations.ts';
import { importSdk } from '../support/import-sdk.ts';
import { isSource, sdkOf } from '../support/sdk.ts';

const find = createOperationFinder([
  ['GET', '/users/{id}', 'users.retrieve'],
  ['GET', '/users/me', 'users.me'],
  ['POST', '/users/{id}', 'users.update'],
  ['GET', '/users/{id}/keys', 'users.keys.list'],
  ['GET', '/keys', 'keys.list'],
  ['GET', '/files/{name}.{format}', 'files.read'],
  ['GET', '/search?type=user', 'search.users'],
  ['GET', '/search', 'search.all'],
  ['PURGE', '/cache', 'cache.purge'],
]);
const named = (method: string, path: string): string | undefined =>
  find({ options: { method: method as 'get', path } })?.name;

describe('the operation of a request', () => {
  it.each([
    ['get', '/users/u%2F1', 'users.retrieve'],
    ['get', '/users/me', 'users.me'],
    ['post', '/users/me', 'users.update'],
    ['get', '/users/me/keys', 'users.keys.list'],
    ['get', '/files/a.b.json', 'files.read'],
    ['get', '/search', 'search.all'],
    ['get', '/search?type=user', 'search.users'],
    ['get', '/search?type=group', 'search.all'],
    ['PURGE', '/cache', 'cache.purge'],
  ])('%s %s', (method, path, name) => expect(named(method, path)).toBe(name));

  it.each([
    ['https://api.test/v1/users/1/keys?after=2', 'users.keys.list'],
    ['https://api.test/v1/keys', 'keys.list'],
    ['https://api.test/keys', 'keys.list'],
  ])('that follows the link %s', (url, name) => expect(named('get', url)).toBe(name));

  it.each([
    ['delete', '/users/1'],
    ['get', '/users/1/'],
    ['get', '/'],
    ['get', '/xkeys'],
    ['get', 'https://api.test/v1/lists'],
  ])('%s %s: none', (method, path) => expect(named(method, path)).toBeUndefined());
});

const answer = (properties: object): object => ({
  description: 'ok',
  content: {
    'application/json': { schema: { type: 'object', required: Object.keys(properties), properties } },
  },
});
const DOCUMENT = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'Zoo', version: '1' },
  servers: [{ url: 'https://zoo.example/v1' }],
  paths: {
    '/animals/{id}': {
      post: {
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: {
          200: answer({ name: { type: 'string' } }),
          202: answer({ job: { type: 'string' } }),
          204: { description: 'Nothing' },
        },
      },
      get: {
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: { 200: answer({ name: { type: 'string' } }), 204: { description: 'Nothing' } },
      },
    },
  },
});

test('the status tells which body came, to the compiler too', async () => {
  const sdk = await sdkOf(DOCUMENT, { only: isSource });
  const use = `import Zoo from './index.ts';
export async function use(client: Zoo): Promise<string> {
  const answer = await client.animals.update('1').withResponse();
  if (answer.status === 202) return answer.data.job;
  if (answer.status === 204) { const nothing: null = answer.data; return String(nothing); }
  // @ts-expect-error the body of another status
  answer.data.job;
  const one = await client.animals.retrieve('1').withResponse();
  const status: number = one.status;
  const animal: { name: string } | null = one.data;
  return answer.data.name + status + animal?.name;
}
`;
  expect(typecheckTree([...sdk.files, { path: 'src/use.ts', text: use }])).toEqual([]);

  const { default: Zoo } = (await importSdk(sdk.files)) as {
    readonly default: new (
      options: object,
    ) => { readonly animals: { update(id: string): { withResponse(): Promise<object> } } };
  };
  const client = new Zoo({
    fetch: async () => Response.json({ job: 'j' }, { status: 202, headers: { 'x-request-id': 'r' } }),
  });
  expect(await client.animals.update('1').withResponse()).toMatchObject({
    status: 202,
    data: { job: 'j' },
    request_id: 'r',
  });
});

test('middleware sees the name of the call and the path with names', async () => {
  const sdk = await sdkOf(DOCUMENT, { only: isSource });
  const files = sdk.files.map((one) =>
    one.path === 'src/index.ts'
      ? { ...one, text: `${one.text}\nexport { operationOf } from './operations.ts';\n` }
      : one,
  );
  const { default: Zoo, operationOf } = (await importSdk(files)) as {
    readonly default: new (
      options: object,
    ) => {
      use(middleware: (request: never, next: (request: never) => unknown) => unknown): {
        readonly animals: { retrieve(id: string): Promise<unknown> };
      };
    };
    readonly operationOf: (request: never) => unknown;
  };
  const seen: unknown[] = [];
  const client = new Zoo({ fetch: async () => Response.json({}) }).use((request, next) => {
    seen.push(operationOf(request));
    return next(request);
  });
  await client.animals.retrieve('a/b');
  expect(seen).toEqual([{ name: 'animals.retrieve', method: 'GET', path: '/animals/{id}' }]);
});
