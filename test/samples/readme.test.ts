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
