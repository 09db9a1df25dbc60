import { typescript as TYPESCRIPT } from '../../../generator/languages/typescript/data.ts';
import { describe, expect, it } from 'vitest';
import { createSchemaReader } from '../../../generator/ir/schema/reader.ts';
import { isJsonObject } from '../../../generator/lib/json.ts';
import { collect, documentsOf, readOne, readSchemas, show } from './notation.ts';

const text = { type: 'string' };

describe('inline ids', () => {
  it('names a schema like a component, once for equal shapes', async () => {
    const { types, said } = await readSchemas({
      X: {
        type: 'object',
        properties: {
          a: { id: 'Part', type: 'object', properties: { n: text } },
          b: {
            id: 'Part',
            type: 'object',
            properties: { n: { ...text, description: 'Words do not matter.' } },
          },
        },
      },
    });
    expect(types).toEqual({ X: '{ a?: @Part; b?: @Part }', Part: '{ n?: string }' });
    expect(said).toEqual([]);
  });

  it('means the component of that name when the shapes are equal', async () => {
    const part = { type: 'object', properties: { n: text } };
    const { types } = await readSchemas({
      Part: { ...part, id: 'Part' },
      X: { type: 'array', items: { ...part, id: 'Part' } },
    });
    expect(types).toEqual({ Part: '{ n?: string }', X: '[@Part]' });
  });

  it('says that two different schemas have one id; the first keeps it', async () => {
    const { types, said } = await readSchemas({
      X: {
        type: 'object',
        properties: {
          a: { id: 'Part', type: 'object', properties: { n: text } },
          b: { id: 'Part', type: 'object', properties: { n: { type: 'number' } } },
        },
      },
    });
    expect(types).toEqual({ X: '{ a?: @Part; b?: { n?: number } }', Part: '{ n?: string }' });
    expect(said).toEqual(['schema-id-conflict @ /components/schemas/X/properties/b']);
  });

  it('ignores URIs, and ids of plain strings', async () => {
    expect(
      await readOne({
        type: 'object',
        properties: {
          a: { id: 'http://x.test/a', type: 'object', properties: {} },
          b: { id: 'B', type: 'string' },
        },
      }),
    ).toBe('{ a?: {[]: unknown:empty}; b?: string }');
  });
});

describe('$defs', () => {
  it('are named schemas when something refers to them', async () => {
    const { types } = await readSchemas({
      X: {
        type: 'object',
        properties: { a: { $ref: '#/components/schemas/X/$defs/Part' } },
        $defs: { Part: { type: 'object', properties: { n: text } }, Unused: text },
      },
    });
    expect(types).toEqual({ X: '{ a?: @Part }', Part: '{ n?: string }' });
  });
});

describe('hints', () => {
  it.each([
    [{ 'x-stainless-any': true, type: 'string' }, 'unknown:any'],
    [{ 'x-speakeasy-type-override': 'any', type: 'string' }, 'unknown:any'],
    [{ 'x-stainless-empty-object': true, type: 'object' }, '{  }'],
    [{ type: 'string', 'x-stainless-override-schema': { type: 'array', items: text } }, '[string]'],
    [
      {
        type: 'object',
        properties: {
          a: { ...text, 'x-stainless-skip': true },
          b: { ...text, 'x-stainless-skip': ['go'] },
          c: { ...text, 'x-stainless-only': ['go'] },
          d: { ...text, 'x-fern-ignore': true },
        },
      },
      '{ b?: string }',
    ],
    [
      {
        type: 'object',
        properties: {
          a: { ...text, 'x-stainless-naming': { typescript: { property_name: 'alpha' } } },
          b: { ...text, 'x-fern-property-name': 'beta' },
        },
      },
      '{ a as alpha?: string; b as beta?: string }',
    ],
  ])('%j is %s', async (schema, expected) => {
    expect(await readOne(schema)).toBe(expected);
  });

  it('offers names for types, best first', async () => {
    const { schemas } = await readSchemas({
      X: {
        type: 'object',
        properties: {},
        title: 'A title',
        'x-stainless-variantName': 'variant',
        'x-stainless-naming': 'Naming',
      },
    });
    expect(schemas.get('X')?.type.nameHints).toEqual(['variant', 'Naming', 'A title']);
  });

  it('reads why something is deprecated', async () => {
    const { schemas } = await readSchemas({
      X: { ...text, deprecated: true, 'x-stainless-deprecation-message': 'Use Y.', 'x-sunset': '2027-01-01' },
    });
    expect(schemas.get('X')?.type.deprecated).toEqual({ message: 'Use Y.', sunset: '2027-01-01' });
  });
});

describe('dynamic references', () => {
  const page = {
    type: 'object',
    properties: { data: { type: 'array', items: { $dynamicRef: '#item' } } },
    $defs: { item: { $dynamicAnchor: 'item', not: {} } },
  };

  it('bind the type parameter of a generic', async () => {
    const { types, said } = await readSchemas({
      Page: page,
      Planet: { type: 'object', properties: { n: text } },
      Planets: {
        $ref: '#/components/schemas/Page',
        $defs: { item: { $dynamicAnchor: 'item', $ref: '#/components/schemas/Planet' } },
      },
    });
    expect(types).toMatchObject({ Page: '{ data?: [unknown:any] }', Planets: '{ data?: [@Planet] }' });
    expect(said).toEqual([]);
  });

  it('takes $recursiveRef to be the schema that holds it', async () => {
    expect(
      await readOne({
        $recursiveAnchor: true,
        type: 'object',
        properties: { children: { type: 'array', items: { $recursiveRef: '#' } } },
      }),
    ).toBe('{ children?: [@X] }');
  });

  it('says when nothing is bound', async () => {
    expect((await readSchemas({ X: { $dynamicRef: '#nowhere' } })).said).toEqual([
      'dynamic-ref @ /components/schemas/X/$dynamicRef',
    ]);
  });
});

describe('what had no effect', () => {
  it('is counted by keyword and said once', async () => {
    const { said, coverage } = await readSchemas({
      X: { type: 'string', properties: {}, xml: {} },
      Y: { type: 'string', xml: {}, 'x-other': 1 },
    });
    expect(coverage.map(({ keyword, count }) => [keyword, count])).toEqual([
      ['properties', 1],
      ['x-other', 1],
      ['xml', 2],
    ]);
    expect(said).toEqual([
      'keyword-ignored @ /components/schemas/X/properties',
      'keyword-ignored @ /components/schemas/X/xml',
    ]);
  });

  it('is told apart from an empty schema', async () => {
    const { types, said } = await readSchemas({ X: { vendor: 'zod' }, Y: { description: 'Anything.' } });
    expect(types).toEqual({ X: 'unknown:empty', Y: 'unknown:empty' });
    expect(said).toEqual(['schema-without-type @ /components/schemas/X/vendor']);
  });
});

describe('hostile documents', () => {
  const nested = (levels: number): string =>
    '{"type":"array","items":'.repeat(levels) + '{"type":"string"}' + '}'.repeat(levels);

  it('gives up on nesting that nobody can read', async () => {
    const { said } = await readSchemas({ X: JSON.parse(nested(300)) });
    expect(said).toEqual(['schema-too-deep @ /components/schemas/X' + '/items'.repeat(100)]);
  });

  it('does not overflow on long chains of references, allOf and conditions', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [
        `S${index}`,
        {
          allOf: [
            { $ref: `#/components/schemas/S${index + 1}` },
            { type: 'object', properties: { [`p${index}`]: text }, required: ['p999'] },
          ],
        },
      ]),
    );
    const { schemas } = await readSchemas({ ...chain, S1000: { type: 'object', properties: {} } });
    expect(schemas.size).toBe(1001);
  });

  it('is not exponential in diamonds', async () => {
    const diamond = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `S${index}`,
        {
          allOf: [
            { $ref: `#/components/schemas/S${index + 1}` },
            { $ref: `#/components/schemas/S${index + 1}` },
            {
              properties: {
                [`p${index}`]: {
                  anyOf: [
                    { $ref: `#/components/schemas/S${index + 1}` },
                    { $ref: `#/components/schemas/S${index + 2}` },
                  ],
                },
              },
              required: ['nope'],
            },
          ],
        },
      ]),
    );
    const { schemas } = await readSchemas({ ...diamond, S60: { type: 'object' }, S61: text });
    expect(schemas.size).toBe(62);
  });
});

describe('read', () => {
  it('gives one type per node, and a reference for a component itself', async () => {
    const documents = await documentsOf({
      openapi: '3.1.0',
      info: { title: 'T', version: '1' },
      paths: {
        '/a': {
          get: {
            responses: {
              200: {
                description: '',
                content: {
                  'application/json': {
                    schema: { type: 'array', items: { $ref: '#/components/schemas/A' } },
                  },
                },
              },
            },
          },
        },
      },
      components: { schemas: { A: text } },
    });
    const resolved = documents.resolve(
      '#/paths/~1a/get/responses/200/content/application~1json/schema',
      documents.root,
    ).value;
    const component = documents.resolve('#/components/schemas/A', documents.root).value;
    const reader = createSchemaReader(documents, TYPESCRIPT);
    if (resolved === undefined || component === undefined || !isJsonObject(resolved.value))
      throw new Error('not found');
    expect(show(reader.read(resolved.value, resolved.origin))).toBe('[@A]');
    expect(reader.read(resolved.value, resolved.origin)).toBe(reader.read(resolved.value, resolved.origin));
    expect(show(reader.read(component.value, component.origin))).toBe('@A');
    expect(collect(reader).types).toEqual({ A: 'string' });
  });
});
