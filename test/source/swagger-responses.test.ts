/** Responses of OpenAPI 2.0 in the shape of 3.1. */
import { expect, it } from 'vitest';
import { read } from './support.ts';

/** The document names no media type. */
const ASSUMED = { 'x-assumed-media-type': true };

const schema = { type: 'string' };

/** The responses of an operation of a document that produces these types, after they are converted. */
async function converted(responses: object, more: object = {}, root: object = {}): Promise<unknown> {
  const documents = await read(
    JSON.stringify({
      swagger: '2.0',
      info: { title: 'T', version: '1' },
      paths: { '/a': { get: { responses, ...more } } },
      ...root,
    }),
  );
  const { paths } = documents.root as { paths: Record<string, { get: { responses: unknown } }> };
  return paths['/a']?.get.responses;
}

const json = (content: object) => ({ 'application/json': content });

it.each<[string, object, object, object, object]>([
  [
    'without a schema',
    { 200: { description: 'ok', 'x-a': 1 } },
    {},
    {},
    { 200: { description: 'ok', 'x-a': 1 } },
  ],
  ['that is no object', { 200: 'ok', 'x-note': 5 }, {}, {}, { 200: 'ok', 'x-note': 5 }],
  [
    'with a schema',
    { 200: { description: 'ok', schema } },
    {},
    {},
    { 200: { description: 'ok', content: json({ schema, ...ASSUMED }) } },
  ],
  [
    'with a file',
    { 200: { schema: { type: 'file' } } },
    {},
    {},
    {
      200: {
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' }, ...ASSUMED } },
      },
    },
  ],
  [
    'with a file of a type',
    { 200: { schema: { type: 'file' } } },
    { produces: ['image/png'] },
    {},
    { 200: { content: { 'image/png': { schema: { type: 'string', format: 'binary' } } } } },
  ],
  [
    'with a schema that is no object',
    { 200: { schema: true } },
    {},
    {},
    { 200: { content: json({ schema: true, ...ASSUMED }) } },
  ],
  [
    'of the types of the document',
    { 200: { schema } },
    {},
    { produces: ['a/b', 'c/d'] },
    { 200: { content: { 'a/b': { schema }, 'c/d': { schema } } } },
  ],
  [
    'of the types of the operation',
    { 200: { schema } },
    { produces: ['e/f'] },
    { produces: ['a/b'] },
    { 200: { content: { 'e/f': { schema } } } },
  ],
  [
    'with examples',
    { 200: { schema, examples: { 'a/b': null, 'c/d': 'x', 'g/h': 1 } } },
    { produces: ['a/b', 'c/d', 'e/f'] },
    {},
    {
      200: {
        content: { 'a/b': { schema, example: null }, 'c/d': { schema, example: 'x' }, 'e/f': { schema } },
      },
    },
  ],
  [
    'with examples that are no object',
    { 200: { schema, examples: 'x' } },
    {},
    {},
    { 200: { content: json({ schema, ...ASSUMED }) } },
  ],
  [
    'with headers',
    {
      200: {
        headers: {
          A: { type: 'integer', description: 'An A.', minimum: 1 },
          B: { type: 'array', items: { type: 'string' }, collectionFormat: 'csv' },
          C: { schema: { type: 'string' }, type: 'x' },
          D: { $ref: '#/x-headers/D' },
          E: 'text',
          F: { description: 'Nothing else.' },
        },
      },
    },
    {},
    { 'x-headers': { D: { type: 'string' } } },
    {
      200: {
        headers: {
          A: { description: 'An A.', schema: { type: 'integer', minimum: 1 } },
          B: { schema: { type: 'array', items: { type: 'string' } } },
          C: { schema: { type: 'string' }, type: 'x' },
          D: { $ref: '#/x-headers/D' },
          E: 'text',
          F: { description: 'Nothing else.', schema: {} },
        },
      },
    },
  ],
  ['with headers that are no object', { 200: { headers: [1] } }, {}, {}, { 200: {} }],
  [
    'of the document',
    { 200: { $ref: '#/responses/R' } },
    {},
    { responses: { R: { description: 'r', schema } } },
    { 200: { $ref: '#/responses/R' } },
  ],
])('a response %s', async (_, responses, more, root, expected) =>
  expect(await converted(responses, more, root)).toEqual(expected),
);

it('converts those of the document with the types of the document', async () => {
  const documents = await read(
    JSON.stringify({
      swagger: '2.0',
      info: { title: 'T', version: '1' },
      produces: ['a/b'],
      paths: { '/a': { get: { produces: ['c/d'], responses: { 200: { $ref: '#/responses/R' } } } } },
      responses: { R: { description: 'r', schema } },
    }),
  );
  expect((documents.root as { components?: unknown }).components).toEqual({
    responses: { R: { description: 'r', content: { 'a/b': { schema } } } },
  });
});
