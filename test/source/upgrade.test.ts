import { describe, expect, test } from 'vitest';
import { follow, nodeAt, read, valueAt } from './support.ts';

const schema = async (version: string, text: string): Promise<unknown> =>
  valueAt(
    (
      await read(
        `openapi: ${version}\npaths: {}\ncomponents:\n  schemas:\n    A: ${text}\n    B: {type: object}`,
      )
    ).root,
    'components',
    'schemas',
    'A',
  );

describe('schemas of 3.0', () => {
  test.each([
    ['{type: string, nullable: true}', { type: ['string', 'null'] }],
    ['{type: string, nullable: false}', { type: 'string' }],
    ['{type: string, enum: [a], nullable: true}', { type: ['string', 'null'], enum: ['a', null] }],
    ['{enum: [a, null], nullable: true}', { enum: ['a', null] }],
    [
      '{properties: {x: {type: string}}, nullable: true}',
      { type: ['object', 'null'], properties: { x: { type: 'string' } } },
    ],
    // Alone it means null as a branch of a union, and nothing elsewhere: the reader sees which.
    ['{nullable: true}', { nullable: true }],
    [
      '{$ref: "#/components/schemas/B", nullable: true, description: d}',
      { description: 'd', anyOf: [{ $ref: '#/components/schemas/B' }, { type: 'null' }] },
    ],
    [
      '{allOf: [{$ref: "#/components/schemas/B"}], nullable: true, readOnly: true}',
      { readOnly: true, anyOf: [{ allOf: [{ $ref: '#/components/schemas/B' }] }, { type: 'null' }] },
    ],
    [
      '{anyOf: [{$ref: "#/components/schemas/B"}], nullable: true}',
      { anyOf: [{ $ref: '#/components/schemas/B' }, { type: 'null' }] },
    ],
    [
      '{oneOf: [{type: string}, {type: "null"}], nullable: true}',
      { oneOf: [{ type: 'string' }, { type: 'null' }] },
    ],
    [
      '{type: object, allOf: [{type: object}], x-a: 1, nullable: true}',
      { 'x-a': 1, anyOf: [{ type: 'object', allOf: [{ type: 'object' }] }, { type: 'null' }] },
    ],
    [
      '{type: integer, minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false}',
      { type: 'integer', exclusiveMinimum: 0, maximum: 9 },
    ],
    ['{type: string, example: a}', { type: 'string', examples: ['a'] }],
    ['{type: string, format: byte}', { type: 'string', format: 'byte', contentEncoding: 'base64' }],
    ['{type: string, format: binary}', { type: 'string', format: 'binary' }],
    [
      '{type: array, items: [{type: string, nullable: true}], additionalItems: false}',
      { type: 'array', prefixItems: [{ type: ['string', 'null'] }], items: false },
    ],
    [
      '{dependencies: {a: [b], c: {type: object}}}',
      { dependentRequired: { a: ['b'] }, dependentSchemas: { c: { type: 'object' } } },
    ],
    [
      '{properties: {nullable: {type: string}, example: {type: boolean, nullable: true}}}',
      { properties: { nullable: { type: 'string' }, example: { type: ['boolean', 'null'] } } },
    ],
    [
      '{default: {nullable: true}, enum: [{nullable: true}]}',
      { default: { nullable: true }, enum: [{ nullable: true }] },
    ],
  ])('%s', async (text, expected) => expect(await schema('3.0.3', text)).toEqual(expected));

  test('a left-over nullable of 3.1 counts', async () => {
    expect(await schema('3.1.0', '{type: string, nullable: true}')).toEqual({ type: ['string', 'null'] });
  });

  test('what needs no change is the same object, what is new has the origin of its source', async () => {
    const documents = await read(
      'openapi: 3.0.0\npaths: {}\ncomponents:\n  schemas:\n    A: {type: object, properties: {x: {type: string, nullable: true}, y: {type: string}}}\n    N: {allOf: [{type: object}], nullable: true}',
    );
    const [x, y] = ['x', 'y'].map((key) =>
      nodeAt(documents.root, 'components', 'schemas', 'A', 'properties', key),
    );
    expect([x, y].map((node) => documents.originOf(node ?? {}).pointer)).toEqual([
      '/components/schemas/A/properties/x',
      '/components/schemas/A/properties/y',
    ]);
    const wrapped = nodeAt(documents.root, 'components', 'schemas', 'N', 'anyOf', 0);
    expect(documents.originOf(wrapped).pointer).toBe('/components/schemas/N');
    expect(documents.originOf(nodeAt(wrapped, 'allOf', 0)).pointer).toBe('/components/schemas/N/allOf/0');
  });
});

const swagger = `
swagger: 2.0
host: api.example.com
basePath: /v1/
schemes: [http, https]
consumes: [application/json]
produces: [application/json, text/plain]
parameters:
  limit: {name: limit, in: query, type: integer, maximum: 10, description: How many}
  book: {name: book, in: body, required: true, schema: {$ref: '#/definitions/Book'}}
responses:
  Gone: {description: gone, schema: {$ref: '#/definitions/Error'}}
securityDefinitions:
  basic: {type: basic}
  oauth: {type: oauth2, flow: accessCode, authorizationUrl: https://a, tokenUrl: https://t, scopes: {read: r}}
definitions:
  Book: {type: object, discriminator: kind, required: [kind], properties: {kind: {type: string}, note: {type: string, x-nullable: true}}}
  Error: {type: object}
paths:
  /books:
    parameters: [{$ref: '#/parameters/limit'}]
    get:
      parameters:
        - {name: tags, in: query, type: array, items: {type: string}}
        - {name: ids, in: query, type: array, items: {type: string}, collectionFormat: multi}
        - {name: X-Ids, in: header, type: array, items: {type: string}}
      responses:
        200: {description: ok, schema: {type: array, items: {$ref: '#/definitions/Book'}}, examples: {application/json: []}, headers: {X-Total: {type: integer, description: all}}}
        410: {$ref: '#/responses/Gone'}
    post:
      parameters: [{$ref: '#/parameters/book'}]
      produces: [application/xml]
      responses:
        204: {description: ok}
        410: {$ref: '#/responses/Gone'}
  /files:
    post:
      consumes: [multipart/form-data, application/x-www-form-urlencoded]
      parameters:
        - {name: file, in: formData, type: file, required: true, description: the file}
        - {name: tags, in: formData, type: array, items: {type: string}, collectionFormat: csv}
      responses: {200: {description: ok, schema: {type: file}}}
`;

describe('2.0', () => {
  test('the host', async () => {
    expect(valueAt((await read(swagger)).root, 'servers')).toEqual([
      { url: 'https://api.example.com/v1' },
      { url: 'http://api.example.com/v1' },
    ]);
  });

  test('parameters', async () => {
    const documents = await read(swagger);
    expect(valueAt(documents.root, 'paths', '/books', 'get', 'parameters')).toEqual([
      {
        name: 'tags',
        in: 'query',
        style: 'form',
        explode: false,
        schema: { type: 'array', items: { type: 'string' } },
      },
      {
        name: 'ids',
        in: 'query',
        style: 'form',
        explode: true,
        schema: { type: 'array', items: { type: 'string' } },
      },
      { name: 'X-Ids', in: 'header', schema: { type: 'array', items: { type: 'string' } } },
    ]);
    expect(follow(documents, 'paths', '/books', 'parameters', 0)).toEqual({
      value: {
        name: 'limit',
        in: 'query',
        description: 'How many',
        schema: { type: 'integer', maximum: 10 },
      },
      id: 'openapi.yml#/components/parameters/limit',
      origin: { document: 'openapi.yml', pointer: '/parameters/limit' },
      codes: [],
    });
  });

  test('bodies and forms', async () => {
    const { root } = await read(swagger);
    expect(valueAt(root, 'paths', '/books', 'post', 'requestBody')).toEqual({
      required: true,
      content: { 'application/json': { schema: { $ref: '#/definitions/Book' } } },
    });
    expect(valueAt(root, 'paths', '/books', 'post', 'parameters')).toEqual([]);
    expect(valueAt(root, 'paths', '/files', 'post', 'requestBody')).toEqual({
      required: true,
      content: {
        'multipart/form-data': {
          schema: {
            type: 'object',
            required: ['file'],
            properties: {
              file: { type: 'string', format: 'binary', description: 'the file' },
              tags: { type: 'array', items: { type: 'string' } },
            },
          },
          encoding: { tags: { style: 'form', explode: false } },
        },
      },
    });
  });

  test('responses', async () => {
    const documents = await read(swagger);
    const { root } = documents;
    expect(valueAt(root, 'paths', '/books', 'get', 'responses', '200')).toEqual({
      description: 'ok',
      headers: { 'X-Total': { description: 'all', schema: { type: 'integer' } } },
      content: {
        'application/json': { schema: { type: 'array', items: { $ref: '#/definitions/Book' } }, example: [] },
        'text/plain': { schema: { type: 'array', items: { $ref: '#/definitions/Book' } } },
      },
    });
    expect(
      Object.keys(nodeAt(follow(documents, 'paths', '/books', 'get', 'responses', '410').value, 'content')),
    ).toEqual(['application/json', 'text/plain']);
    expect(valueAt(root, 'paths', '/books', 'post', 'responses', '410', 'content')).toEqual({
      'application/xml': { schema: { $ref: '#/definitions/Error' } },
    });
    expect(valueAt(root, 'paths', '/files', 'post', 'responses', '200', 'content')).toEqual({
      'application/json': { schema: { type: 'string', format: 'binary' } },
      'text/plain': { schema: { type: 'string', format: 'binary' } },
    });
  });

  test('schemas and their references, in the old and in the new place', async () => {
    const documents = await read(swagger);
    expect(valueAt(documents.root, 'components', 'schemas', 'Book')).toMatchObject({
      discriminator: { propertyName: 'kind' },
      properties: { note: { type: ['string', 'null'] } },
    });
    const from = nodeAt(
      documents.root,
      'paths',
      '/books',
      'post',
      'requestBody',
      'content',
      'application/json',
      'schema',
    );
    const old = documents.resolve('#/definitions/Book', from).value;
    expect(old).toEqual(documents.resolve('#/components/schemas/Book', from).value);
    expect(old?.id).toBe('openapi.yml#/components/schemas/Book');
    expect(old?.origin.pointer).toBe('/definitions/Book');
    expect(old?.value).toBe(valueAt(documents.root, 'components', 'schemas', 'Book'));
  });

  test('security', async () => {
    expect(valueAt((await read(swagger)).root, 'components', 'securitySchemes')).toEqual({
      basic: { type: 'http', scheme: 'basic' },
      oauth: {
        type: 'oauth2',
        flows: {
          authorizationCode: { authorizationUrl: 'https://a', tokenUrl: 'https://t', scopes: { read: 'r' } },
        },
      },
    });
  });

  test('every object has the origin of what it was made from', async () => {
    const documents = await read(swagger);
    const from = nodeAt(
      documents.root,
      'paths',
      '/files',
      'post',
      'requestBody',
      'content',
      'multipart/form-data',
      'schema',
      'properties',
      'file',
    );
    expect(documents.originOf(from).pointer).toBe('/paths/~1files/post/parameters/0');
    expect(documents.originOf(nodeAt(documents.root, 'paths', '/books', 'post', 'requestBody')).pointer).toBe(
      '/parameters/book',
    );
  });

  test('parts in other files', async () => {
    const documents = await read({
      'openapi.yml': 'swagger: "2.0"\npaths:\n  /a: {$ref: "a.yml"}',
      'a.yml':
        'post:\n  parameters: [{$ref: "parts.yml#/id"}, {$ref: "parts.yml#/body"}]\n  responses: {200: {$ref: "parts.yml#/ok"}}',
      'parts.yml':
        'id: {name: id, in: query, type: string}\nbody: {name: b, in: body, schema: {type: file}}\nok: {description: ok, schema: {type: string, x-nullable: true}}',
    });
    const item = follow(documents, 'paths', '/a').value;
    expect(valueAt(item, 'post', 'requestBody', 'content', 'application/json', 'schema')).toEqual({
      type: 'string',
      format: 'binary',
    });
    expect(documents.resolve('parts.yml#/id', nodeAt(item, 'post', 'parameters', 0)).value?.value).toEqual({
      name: 'id',
      in: 'query',
      schema: { type: 'string' },
    });
    expect(documents.resolve('parts.yml#/ok', nodeAt(item, 'post', 'responses', '200')).value?.value).toEqual(
      {
        description: 'ok',
        content: {
          'application/json': { schema: { type: ['string', 'null'] }, 'x-assumed-media-type': true },
        },
      },
    );
    expect(documents.diagnostics).toEqual([]);
  });
});

describe('3.2', () => {
  test('its words are kept, and schemas in them upgraded', async () => {
    const { root, version } = await read(
      'openapi: 3.2.0\ntags: [{name: a, parent: b}]\npaths:\n  /a:\n    query: {requestBody: {content: {application/jsonl: {itemSchema: {type: string, example: x}}}}}\n    additionalOperations: {COPY: {responses: {}}}',
    );
    expect(version).toBe('3.2.0');
    expect(valueAt(root, 'paths', '/a')).toEqual({
      query: {
        requestBody: {
          content: { 'application/jsonl': { itemSchema: { type: 'string', examples: ['x'] } } },
        },
      },
      additionalOperations: { COPY: { responses: {} } },
    });
  });
});

test.each([
  ['openapi: 3.1', '3.1'],
  ['swagger: 2', '2.0'],
  ['openapi: 3.0.4', '3.0.4'],
  ['swagger: "2.0"', '2.0'],
])('%s is version %s', async (line, version) =>
  expect((await read(`${line}\npaths: {}`)).version).toBe(version),
);

test('a document of webhooks alone is fine', async () => {
  expect((await read('openapi: 3.1.0\nwebhooks:\n  sold: {post: {responses: {}}}')).diagnostics).toEqual([]);
});
