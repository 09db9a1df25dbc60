/**
 * Schemas that lead to each other thousands of times end no run: everything that looks through them does so
 * without recursion, or not far.
 */
import { expect, it } from 'vitest';
import { sdkOf } from '../support/sdk.ts';

const LENGTH = 6_000;

it.each<readonly [string, (next: object) => object]>([
  ['properties', (next) => ({ type: 'object', required: ['next'], properties: { next } })],
  ['unions', (next) => ({ oneOf: [{ type: 'string' }, { type: 'object', properties: { next } }] })],
  ['arrays', (next) => ({ type: 'object', properties: { next: { type: 'array', items: next } } })],
])('a request body and a response of a long chain of %s', async (_kind, link) => {
  const schemas = Object.fromEntries(
    Array.from({ length: LENGTH }, (_unused, index) => [
      `Link${index}`,
      index === LENGTH - 1
        ? { type: 'object', properties: { end: { type: 'string' } } }
        : link({ $ref: `#/components/schemas/Link${index + 1}` }),
    ]),
  );
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Link0' } } };
  const document = {
    openapi: '3.1.0',
    info: { title: 'Chain', version: '1' },
    paths: {
      '/links': { post: { requestBody: { content }, responses: { 200: { description: 'x', content } } } },
    },
    components: { schemas },
  };
  const { files } = await sdkOf(JSON.stringify(document));
  expect(files.some((file) => file.path === 'src/resources/links.ts')).toBe(true);
});
