/** A wrong entry of a config is left out: the SDK is the same as if it was not there, and the fault is told once. */
import { expect, it } from 'vitest';
import type { JsonObject } from '../../generator/lib/json.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { makeSdk } from '../support/sdk.ts';

const list = (name: string): object => ({
  get: {
    tags: [name],
    operationId: `list_${name}`,
    parameters: [{ name: 'offset', in: 'query', schema: { type: 'integer' } }],
    responses: {
      200: {
        description: 'ok',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: { items: { type: 'array', items: { $ref: '#/components/schemas/Book' } } },
            },
          },
        },
      },
    },
  },
});
const DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  servers: [{ url: 'https://shop.example' }],
  paths: { '/books': list('books'), '/copies': list('copies') },
  components: { schemas: { Book: { type: 'object', properties: { id: { type: 'string' } } } } },
};

const resources = (methods: object, more: object = {}): JsonObject =>
  ({ resources: { books: { methods: { list: 'get /books', ...methods }, ...more } } }) as JsonObject;
const scheme = {
  name: 'offset',
  type: 'offset',
  request: {
    offset: { type: 'integer', 'x-stainless-pagination-property': { purpose: 'offset_count_param' } },
  },
  response: { items: { type: 'array', items: {}, 'x-stainless-pagination-property': { purpose: 'items' } } },
};

const CASES: readonly (readonly [what: string, wrong: JsonObject, without: JsonObject])[] = [
  ['a method', resources({ bad: 5 }), resources({})],
  ['a method with two faults', resources({ bad: { endpoint: 5, paginated: [] } }), resources({})],
  ['a model', resources({}, { models: { book: 7 } }), resources({})],
  [
    'a method of a subresource',
    resources({}, { subresources: { copies: { methods: { list: 'get /copies', bad: [] } } } }),
    resources({}, { subresources: { copies: { methods: { list: 'get /copies' } } } }),
  ],
  [
    'a pagination scheme, the first of two',
    { pagination: [{ name: 'x', type: 'offzet', request: {}, response: {} }, scheme], ...resources({}) },
    { pagination: [scheme], ...resources({}) },
  ],
  [
    'an example of the README',
    { readme: { example_requests: { default: 5 } }, ...resources({}) },
    resources({}),
  ],
];

async function make(
  config: JsonObject,
): Promise<{ readonly texts: object; readonly codes: readonly string[] }> {
  const sdk = await makeSdk({
    io: memoryIo({ 'openapi.json': JSON.stringify(DOCUMENT), 'sdkwright.yml': JSON.stringify(config) }),
    spec: 'openapi.json',
    config: 'sdkwright.yml',
  });
  return {
    texts: Object.fromEntries(sdk.files.map((file) => [file.path, file.text])),
    codes: sdk.diagnostics.map((diagnostic) => diagnostic.code),
  };
}

it.each(CASES)('%s', async (_what, wrong, without) => {
  const [made, expected] = [await make(wrong), await make(without)];
  expect(made.texts).toEqual(expected.texts);
  expect(made.codes.filter((code) => !expected.codes.includes(code))).toEqual(['config-entry-invalid']);
});
