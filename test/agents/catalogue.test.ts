/** Names, words, effects and schemas of tools, as data: a piece of a document, and what becomes of it. */
import { describe, expect, test } from 'vitest';
import { type CatalogueEntry, planCatalogue } from '../../generator/plan/catalogue.ts';
import { effectsOf } from '../../generator/plan/effects.ts';
import { toolNames } from '../../generator/plan/tool-names.ts';
import { sdkOf } from '../support/sdk.ts';
import { lintTool } from './lint.ts';

async function entryOf(operation: string, components = ''): Promise<CatalogueEntry> {
  const sdk = await sdkOf(`
openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers: [{ url: https://shop.example }]
paths:
  /books/{book}:
    post:
      operationId: createBook
      parameters: [{ name: book, in: path, required: true, schema: { type: string } }]
      responses: { '204': { description: Nothing } }
${operation}
${components}`);
  const entry = sdk.generation && planCatalogue(sdk.generation.plan)[0]?.entry;
  if (!entry) throw new Error('no entry');
  return entry;
}

/** The schema of a body's property `it`. */
async function propertyOf(schema: string, components = ''): Promise<unknown> {
  const entry = await entryOf(
    `      requestBody: { content: { application/json: { schema: { type: object, properties: { it: ${schema} } } } } }`,
    components,
  );
  expect(lintTool(entry)).toEqual([]);
  return (entry.input['properties'] as Record<string, unknown>)['it'];
}

test('an argument that a header repeats says so, where its type can stand in one', async () => {
  const sdk = await sdkOf(`
openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers: [{ url: https://shop.example }]
paths:
  /books:
    get:
      operationId: listBooks
      parameters:
        - { name: region, in: query, x-mcp-header: Region, schema: { type: string, enum: [eu, us] } }
        - { name: at, in: query, x-mcp-header: At, schema: { $ref: '#/components/schemas/Point' } }
      responses: { '204': { description: Nothing } }
components: { schemas: { Point: { type: object, properties: { x: { type: integer } } } } }`);
  const entry = sdk.generation && planCatalogue(sdk.generation.plan)[0]?.entry;
  const schemas = Object.values(entry?.input['properties'] as Record<string, Record<string, unknown>>);
  expect(schemas.map((schema) => schema['x-mcp-header'])).toEqual([undefined, 'Region']);
});

describe('effects', () => {
  test.each([
    ['get', 'list', 'read', true],
    ['get', 'get_archive', 'read', true],
    ['get', 'reset', 'destroy', false],
    ['get', 'resetPassword', 'destroy', false],
    ['head', 'check', 'read', true],
    ['query', 'find', 'read', true],
    ['post', 'search', 'write', false],
    ['post', 'cancelOrder', 'destroy', false],
    ['post', 'mark_as_removed', 'write', false],
    ['put', 'set', 'write', true],
    ['patch', 'update', 'write', false],
    ['delete', 'leave', 'destroy', true],
  ])('%s %s', (verb, key, effect, isRepeatable) => {
    expect(effectsOf({ verb, key })).toEqual({ effect, isRepeatable });
  });

  test('a hint of the document wins', () => {
    expect(effectsOf({ verb: 'post', key: 'pay', idempotent: true }).isRepeatable).toBe(true);
  });
});

test('names of tools are short, plain and never alike', () => {
  const long = ['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot', 'golf', 'hotel', 'india'].join('.');
  const ids = [
    'servers.list',
    'serversList',
    'search_docs',
    'execute',
    '日本.list',
    '日本',
    `${long}.${long}.list`,
  ];
  const names = [...toolNames(ids).values()];
  expect(new Set(names).size).toBe(ids.length);
  for (const name of names) expect(name).toMatch(/^[a-z0-9_]{1,64}$/);
  expect(names[0]).not.toBe(names[1]);
  expect(names[4]).toMatch(/^list_\w+$|^list$/);
  expect(names[6]).toMatch(/^alpha_.*_list_\w{4,6}$/);
  expect(toolNames(['servers.releases.list']).get('servers.releases.list')).toBe('servers_releases_list');
});

test.each([
  ['{ const: a }', { type: 'string', enum: ['a'] }],
  ['{ const: 3 }', { type: 'integer', description: 'Always 3' }],
  ['{ type: [string, "null"] }', { type: 'string' }],
  ['{ type: [string, integer] }', { anyOf: [{ type: 'string' }, { type: 'integer' }] }],
  ['{ enum: [1, 2] }', { type: 'integer', description: 'One of 1, 2' }],
  ['{ enum: [a, b, null] }', { type: 'string', enum: ['a', 'b'] }],
  [
    '{ type: array, items: { type: integer, minimum: 1 } }',
    { type: 'array', items: { type: 'integer', minimum: 1 } },
  ],
  ['{ oneOf: [{ const: a }, { const: b }, { enum: [b, c] }] }', { type: 'string', enum: ['a', 'b', 'c'] }],
  ['{ oneOf: [{ type: integer }, { type: number }] }', { type: 'number' }],
  [
    '{ type: object, additionalProperties: { type: string } }',
    { type: 'object', additionalProperties: { type: 'string' } },
  ],
  ['{ $ref: "#/components/schemas/Missing" }', expect.anything()],
  [
    '{ allOf: [{ type: object, required: [a], properties: { a: { type: string } } }, { type: object, properties: { b: { type: string } } }] }',
    {
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'string' } },
      required: ['a'],
    },
  ],
])('%s', async (schema, expected) => {
  expect(await propertyOf(schema)).toEqual(expected);
});

test('what recurses has the names of its fields', async () => {
  const found = await propertyOf(
    '{ $ref: "#/components/schemas/Node" }',
    `components:
  schemas:
    Node:
      type: object
      properties:
        name: { type: string }
        children: { type: array, items: { $ref: '#/components/schemas/Node' } }`,
  );
  expect(found).toEqual({
    type: 'object',
    properties: {
      name: { type: 'string' },
      children: { type: 'array', items: { type: 'object', description: 'Fields: name, children' } },
    },
  });
});

test('alternatives of a body are one argument, and names that clients refuse are given others', async () => {
  const entry = await entryOf(`      requestBody:
        required: true
        content:
          application/json:
            schema:
              oneOf:
                - { type: object, required: [a], properties: { a: { type: string } } }
                - { type: object, required: [b], properties: { b: { type: string } } }`);
  expect(entry.arguments.map(({ name, as }) => [name, as])).toEqual([
    ['book', 'positional'],
    ['body', 'spread'],
  ]);
  const odd =
    await entryOf(`      requestBody: { content: { application/json: { schema: { type: object, properties: {
        'filter[name]': { type: string }, book: { type: string }, __proto__: { type: string }, 'd d': { type: string }, d_d: { type: string } } } } } }`);
  const names = odd.arguments.map(({ name, key }) => [name, key]);
  expect(names).toContainEqual(['filter_name', 'filter[name]']);
  expect(names).toContainEqual(['d_d', undefined]);
  expect(names).toContainEqual(['d_d_2', 'd d']);
  expect(new Set(names.map(([name]) => name)).size).toBe(names.length);
  expect(lintTool(odd)).toEqual([]);
});

test('a credential is never an argument, however the document declares it', async () => {
  const sdk = await sdkOf(`
openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers: [{ url: https://shop.example }]
security: [{ key: [], inQuery: [] }]
paths:
  /books:
    get:
      operationId: listBooks
      parameters:
        - { name: x-Shop-Key, in: header, required: true, schema: { type: string } }
        - { name: api_key, in: query, schema: { type: string } }
        - { name: Cookie, in: header, schema: { type: string } }
        - { name: Authorization, in: header, schema: { type: string } }
        - { name: X-Account, in: header, schema: { type: string } }
        - { name: q, in: query, schema: { type: string } }
      responses: { '204': { description: Nothing } }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Shop-Key }
    inQuery: { type: apiKey, in: query, name: api_key }
`);
  const [found] = sdk.generation ? planCatalogue(sdk.generation.plan) : [];
  expect(found?.entry.arguments.map(({ name }) => name)).toEqual(['q', 'X-Account']);
  expect(found?.entry.input['required']).toBeUndefined();
});

test('hostile words stay short, on a line, and show what they hold', async () => {
  const words = `Nice.\\u202e\\u200b\\u0007 <b>bold</b> ${'\\U000E0041'.repeat(3)} [text](https://evil.example/x) ${'long '.repeat(200)}`;
  const entry = await entryOf(`      description: "${words}"`);
  expect(entry.description).toMatch(/^Nice\. bold text long[a-z …]*$/);
  expect(entry.description.length).toBeLessThanOrEqual(300);
});

test('what is deep and wide costs no time and stays small', async () => {
  const layer = (index: number): string =>
    `    L${index}: { oneOf: [{ $ref: '#/components/schemas/A${index}' }, { $ref: '#/components/schemas/B${index}' }] }
    A${index}: { type: object, properties: { a: { $ref: '#/components/schemas/L${index + 1}' } } }
    B${index}: { type: object, properties: { b: { $ref: '#/components/schemas/L${index + 1}' } } }`;
  const layers = Array.from({ length: 40 }, (_, index) => layer(index)).join('\n');
  const started = performance.now();
  const found = await propertyOf(
    '{ $ref: "#/components/schemas/L0" }',
    `components:\n  schemas:\n${layers}\n    L40: { type: string }`,
  );
  expect(JSON.stringify(found).length).toBeLessThan(4000);
  expect(performance.now() - started).toBeLessThan(5000);
});

describe('mcp of a config binds', () => {
  const spec = `
openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers: [{ url: https://shop.example }]
paths:
  /books: { get: { operationId: listBooks, tags: [a], responses: { '204': { description: Nothing } } } }
  /books/all: { delete: { operationId: deleteBooks, responses: { '204': { description: Nothing } } } }
  /ping: { get: { operationId: ping, responses: { '204': { description: Nothing } } } }
`;
  const config = (client: string, books: string, list: string, remove: string): string => `
resources:
  $client: { mcp: ${client}, methods: { ping: get /ping } }
  books:
    mcp: ${books}
    methods:
      list: { endpoint: get /books, mcp: ${list} }
      clear: { endpoint: delete /books/all, mcp: ${remove} }
`;
  test.each([
    ['true', 'true', 'true', 'true', ['ping', 'books_list', 'books_clear']],
    ['true', 'true', 'true', 'false', ['ping', 'books_list']],
    ['true', 'false', 'null', 'null', ['ping']],
    ['true', 'false', 'true', 'null', ['ping', 'books_list']],
    ['false', 'true', 'null', 'null', ['books_list', 'books_clear']],
    ['false', 'false', '{ tool_name: all }', '{ tags: [x] }', []],
    [
      'true',
      'true',
      '{ tool_name: find_books, description: Finds., tags: [x] }',
      'false',
      ['ping', 'find_books'],
    ],
    ['true', 'true', '{ tool_name: execute }', '{ tool_name: ping }', 4],
  ])('client %s, books %s, list %s, clear %s', async (client, books, list, remove, expected) => {
    const sdk = await sdkOf(spec, { config: config(client, books, list, remove) });
    expect(sdk.diagnostics.filter((each) => each.code.startsWith('config'))).toEqual([]);
    const entries = sdk.generation ? planCatalogue(sdk.generation.plan).map(({ entry }) => entry) : [];
    const names = entries.map(({ tool }) => tool);
    if (Array.isArray(expected)) expect(names).toEqual(expected);
    else {
      // A wish for a name that is taken gets another one, and never that of a tool of the server.
      expect(new Set(names).size).toBe(3);
      expect(names).not.toContain('execute');
    }
    const found = entries.find(({ tool }) => tool === 'find_books');
    if (found) expect([found.description, found.tags]).toEqual(['Finds.', ['x']]);
  });
});

test('what a document says of tools holds, and a config has the last word', async () => {
  const operation = (id: string, more: string): string =>
    `{ operationId: ${id}, tags: [books], ${more} responses: { '204': { description: Nothing } } }`;
  const spec = `
openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers: [{ url: https://shop.example }]
paths:
  /books:
    get: ${operation('listBooks', 'x-speakeasy-mcp: { name: find-books, description: Finds., scopes: [read, shop] },')}
    post: ${operation('createBook', 'x-speakeasy-mcp: { disabled: true },')}
    put: ${operation('replaceBooks', 'x-mcp: false,')}
    delete: ${operation('clearBooks', 'x-speakeasy-mcp: { disabled: 7, name: [1], scopes: all }, x-mcp: true,')}
  /stock:
    x-mcp: false
    get: ${operation('getStock', '')}
    post: ${operation('setStock', 'x-mcp: true,')}
`;
  const toolsOf = async (options?: { readonly config: string }) => {
    const sdk = await sdkOf(spec, options);
    if (!sdk.generation) throw new Error('refused');
    return planCatalogue(sdk.generation.plan).map(({ entry }) => [entry.tool, entry.description, entry.tags]);
  };
  const found = await toolsOf();
  expect(found.map(([tool]) => tool)).toEqual(['find_books', 'books_clear', 'stock_create']);
  expect(found[0]).toEqual(['find_books', 'Finds.', ['read', 'shop']]);
  const config = `
resources:
  books:
    methods:
      list: { endpoint: get /books, mcp: { tool_name: list_books } }
      create: { endpoint: post /books, mcp: true }
      replace: put /books
`;
  expect((await toolsOf({ config })).map(([tool, description]) => [tool, description])).toEqual([
    ['books_create', expect.any(String)],
    ['list_books', 'Finds.'],
  ]);
});
