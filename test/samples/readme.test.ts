/** Which call the README of an SDK shows first. */
import { expect, it } from 'vitest';
import { sdkOf } from '../support/sdk.ts';

const document = (mark: string): string => `
openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
paths:
  /authors:
    post:
      requestBody: { required: true, content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string } } } } } }
      responses: { '200': { description: Done, content: { application/json: { schema: { type: object } } } } }
  /books/{id}:
    get:
      ${mark}
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: Done, content: { application/json: { schema: { type: object } } } } }
`;

const readme = async (mark: string): Promise<string> =>
  (await sdkOf(document(mark), { only: (path) => path === 'README.md' })).files[0]?.text ?? '';

it.each([
  ['x-hidden: false', 'await client.authors.create('],
  ['x-speakeasy-usage-example: true', 'await client.books.retrieve('],
  ['x-speakeasy-usage-example: { title: Look a book up, position: 1 }', 'await client.books.retrieve('],
])('%s', async (mark, call) => {
  const calls = (await readme(mark)).match(/await client\.[^\n]*/g) ?? [];
  expect(calls[0]).toContain(call);
});

const flow = (name: string): object => ({
  type: 'oauth2',
  flows: {
    [name]: { authorizationUrl: 'https://a.example/a', tokenUrl: 'https://a.example/t', scopes: {} },
  },
});
const BEARER = '`Authorization: Bearer …`';
const REQUESTS = `used to request a token, sent as ${BEARER}`;

it.each([
  ['bearer', { type: 'http', scheme: 'bearer' }, [BEARER]],
  ['basic', { type: 'http', scheme: 'basic' }, Array(2).fill('`Authorization: Basic …`')],
  ['digest', { type: 'http', scheme: 'digest' }, ['`Authorization` header']],
  ['header', { type: 'apiKey', in: 'header', name: 'X-Key' }, ['header `X-Key`']],
  ['query', { type: 'apiKey', in: 'query', name: 'key' }, ['query parameter `key`']],
  ['cookie', { type: 'apiKey', in: 'cookie', name: 'key' }, ['cookie `key`']],
  ['openid', { type: 'openIdConnect', openIdConnectUrl: 'https://a.example/o' }, [BEARER]],
  ['code', flow('authorizationCode'), [BEARER]],
  ['client', flow('clientCredentials'), [REQUESTS, REQUESTS, BEARER]],
])('how a credential is sent: %s', async (_, scheme, sent) => {
  const spec = `${document('x-hidden: false')}
security: [{ auth: [] }]
components: { securitySchemes: { auth: ${JSON.stringify(scheme)} } }
`;
  const text = (await sdkOf(spec, { only: (path) => path === 'README.md' })).files[0]?.text ?? '';
  const table = /## Authentication\n\n((?:\|.*\n)+)/.exec(text)?.[1] ?? '';
  const rows = table.trim().split('\n').slice(2);
  expect(rows.map((row) => row.split('|')[3]?.trim())).toEqual(sent);
});
