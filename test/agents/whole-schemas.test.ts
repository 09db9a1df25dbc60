/** `targets.mcp.schemas: full`: what a tool says of its arguments, from pieces of documents. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { type Entry } from '../../generated/smithery-mcp/src/catalogue-types.ts';
import { toolOf } from '../../generated/smithery-mcp/src/tools.ts';
import { planCatalogue } from '../../generator/plan/catalogue.ts';
import type { JsonSchema } from '../../generator/plan/json-schema/types.ts';
import { viewMcp } from '../../generator/languages/typescript/views/mcp.ts';
import { sdkOf } from '../support/sdk.ts';

const ajv = new Ajv2020({ strict: false });

async function wholeOf(body: string, components = ''): Promise<JsonSchema> {
  const sdk = await sdkOf(`
openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers: [{ url: https://shop.example }]
paths:
  /books/{book}:
    post:
      operationId: createBook
      parameters: [{ name: book, in: path, required: true, schema: { type: string } }]
      requestBody: { content: { application/json: { schema: ${body} } } }
      responses: { '204': { description: Nothing } }
components: { schemas: { ${components} } }`);
  const entry = sdk.generation && planCatalogue(sdk.generation.plan, 'full')[0]?.entry;
  if (!entry?.whole) throw new Error('no entry');
  ajv.compile(entry.whole);
  return entry.whole;
}

const PROPERTIES = 'type: object, properties: { a: { type: string }, b: { type: string } }';

describe('conditions of a body', () => {
  test.each([
    ['not', '{ required: [a, b] }', [{ a: '' }, {}], [{ a: '', b: '' }]],
    ['dependentRequired', '{ a: [b] }', [{ b: '' }, {}], [{ a: '' }]],
    ['oneOf', '[{ required: [a] }, { required: [b] }]', [{ a: '' }, { b: '' }], [{}, { a: '', b: '' }]],
    ['allOf', '[{ anyOf: [{ required: [a] }, { required: [b] }] }]', [{ a: '' }, { b: '' }], [{}]],
    [
      'allOf',
      '[{ anyOf: [{ required: [a] }, { required: [b] }] }, { anyOf: [{ required: [b] }, { maxProperties: 9 }] }]',
      [{ a: '' }],
      [],
    ],
    [
      'if',
      '{ required: [a] }, then: { required: [b] }, else: { not: { required: [b] } }',
      [{}, { a: '', b: '' }],
      [{ a: '' }, { b: '' }],
    ],
    ['then', '{ required: [b] }', [{}, { a: '' }], []],
  ])('%s: %s', async (keyword, condition, good, bad) => {
    const takes = ajv.compile(await wholeOf(`{ ${PROPERTIES}, ${keyword}: ${condition} }`));
    for (const value of good) expect([value, takes({ book: 'x', ...value })]).toEqual([value, true]);
    for (const value of bad) expect([value, takes({ book: 'x', ...value })]).toEqual([value, false]);
  });

  test.each([
    ['counts properties, of which a tool has more', '{ maxProperties: 1 }'],
    ['leads to another place of the document', "{ $ref: '#/components/schemas/Other' }"],
    ['is about what is never sent', '{ required: [seen] }'],
    ['has an expression of another language', '{ properties: { a: { pattern: "(?<!a" } } }'],
  ])('one that %s is left out', async (_why, condition) => {
    const body = `{ type: object, properties: { a: { type: string }, seen: { type: string, readOnly: true } }, not: ${condition} }`;
    expect(await wholeOf(body, 'Other: { type: object }')).not.toHaveProperty('not');
  });
});

test('references, anchors, null and closed objects are as in the document', async () => {
  const whole = await wholeOf(
    '{ type: object, properties: { to: { $ref: "#/components/schemas/place" }, size: { type: [integer, "null"], minimum: 1 } }, required: [to], additionalProperties: false }',
    'place: { $anchor: spot, type: object, properties: { up: { $ref: "#/components/schemas/place" } }, additionalProperties: false }',
  );
  expect(whole).toEqual({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {
      book: { type: 'string' },
      to: { $ref: '#/$defs/place' },
      size: { anyOf: [{ type: 'integer', minimum: 1 }, { type: 'null' }] },
    },
    required: ['book', 'to'],
    additionalProperties: false,
    $defs: {
      place: {
        $anchor: 'spot',
        type: 'object',
        properties: { up: { $ref: '#/$defs/place' } },
        additionalProperties: false,
      },
    },
  });
});

const LONG = `
openapi: 3.1.0
info: { title: ${'Very long title of an API. '.repeat(400)}, version: 1.0.0 }
servers: [{ url: https://shop.example }]
paths:
  /books: { post: { operationId: createBook, requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } }, responses: { '204': { description: Nothing } } } }
components: { schemas: { Book: { type: object, properties: { of: { $ref: '#/components/schemas/Book' } } } } }`;

test.each([
  ['', false],
  [', schemas: agents', false],
  [', schemas: full', true],
])('the package has them where the config asks: %j', async (key, isWhole) => {
  const sdk = await sdkOf(LONG, {
    config: `targets: { typescript: { package_name: shop }, mcp: { read_only: false${key} } }`,
  });
  const { mcp } = sdk.generation?.views.forTemplates() as { mcp: ReturnType<typeof viewMcp> };
  expect(String(mcp.title).length).toBeLessThan(90);
  const text = String(mcp.entries[0]?.json);
  expect(text.includes('"whole":')).toBe(isWhole);
  expect(text.includes('$ref')).toBe(isWhole);
  const entry = JSON.parse(text.slice(1, -1).replaceAll("\\'", "'")) as Entry;
  expect(toolOf(entry, false).inputSchema['$schema'] !== undefined).toBe(isWhole);
});
