/**
 * Small documents that ask for much: time and size stay in proportion, and nothing but what is excessive is
 * refused.
 */
import { format } from '../../generator/emit/format.ts';
import { proseLines } from '../../generator/languages/prose.ts';
import { describe, expect, test } from 'vitest';
import { diffApis } from '../../generator/diff/diff-apis.ts';
import type { JsonValue } from '../../generator/lib/json.ts';
import { literalOf, unionOf } from '../../generator/languages/python/types/expr.ts';
import { splitWords } from '../../generator/lib/words.ts';
import { apiOf } from '../diffs/support.ts';
import { sdkOf } from '../support/sdk.ts';

const described = (text: string): string =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'T', version: '1', description: text },
    servers: [{ url: 'https://x.example' }],
    paths: {
      '/a': {
        get: {
          operationId: 'getA',
          summary: text.slice(0, 300),
          description: text,
          responses: {
            200: {
              description: text,
              content: {
                'application/json': {
                  schema: {
                    type: 'object',
                    description: text,
                    properties: { a: { type: 'string', description: text } },
                  },
                },
              },
            },
          },
        },
      },
    },
  });

/**
 * Milliseconds that a text of this length may take, on a machine that has other work too. An SDK of one
 * method takes some 500.
 */
const MOST = 6000;

describe('a description of 20,000 characters', () => {
  test.each([
    '[',
    '{',
    '*',
    '_',
    '`',
    '<',
    '![',
    '**a',
    '*a ',
    'a]',
    '\\',
    '</',
    '<!--',
    '<a ',
    '[a](',
    '~',
    '> ',
    '>',
    '1. ',
    '- ',
    '&#',
    '|a',
    '\n- ',
    '(',
    ':',
    'http://',
    '<b>',
    '{{',
    '${',
    '*/',
    ' ',
  ])('of %j', async (piece) => {
    const text = piece.repeat(Math.floor(20_000 / piece.length));
    const from = performance.now();
    const { files, diagnostics } = await sdkOf(described(text), { formatted: true });
    expect(performance.now() - from).toBeLessThan(MOST);
    expect(diagnostics.filter((one) => one.severity === 'error')).toEqual([]);
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['src/resources/a.ts', 'README.md', 'docs/sdks/a/README.md']),
    );
  });
});

test('quotes 700 deep stay as they are', async () => {
  const { files, diagnostics } = await sdkOf(described('>'.repeat(700)), { formatted: true });
  expect(diagnostics).toEqual([]);
  expect(files.find(({ path }) => path === 'docs/sdks/a/README.md')?.text).toContain('getA');
});

test('a path of 10,000 halves of templates is left out, and said', async () => {
  const from = performance.now();
  const path = `/${'{a}{'.repeat(10_000)}`;
  const { files, diagnostics } = await sdkOf(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'T', version: '1' },
      servers: [{ url: 'https://x.example' }],
      paths: {
        [path]: { get: { operationId: 'bad', responses: { 204: { description: 'None' } } } },
        '/good': { get: { operationId: 'good', responses: { 204: { description: 'None' } } } },
      },
    }),
    { formatted: true },
  );
  expect(performance.now() - from).toBeLessThan(MOST);
  expect(diagnostics.map((one) => one.code)).toContain('path-too-long');
  expect(files.map((one) => one.path)).toContain('src/resources/good.ts');
});

test('a description of more lines than a call takes arguments', async () => {
  const lines = proseLines('word '.repeat(4_000_000));
  expect(lines).toHaveLength(250_000);
  const text = `${lines.join('\n')}\n`;
  const { value, faults } = await format([{ path: 'a.md', text }]);
  expect(faults).toEqual([]);
  expect(value.map((one) => one.text === text)).toEqual([true]);
});

describe('aliases', () => {
  const layers = (depth: number, width: number, first: string): string =>
    [
      'openapi: 3.1.0',
      'info: { title: T, version: "1" }',
      'servers: [{ url: https://x.example }]',
      "paths: { /a: { get: { operationId: getA, responses: { '200': { description: One, content: { application/json: { schema: { $ref: '#/components/schemas/Last' } } } } } } } }",
      'components:',
      '  schemas:',
      `    A0: &a0 ${first}`,
      ...Array.from(
        { length: depth },
        (_unused, at) =>
          `    ${at === depth - 1 ? 'Last' : `A${at + 1}`}: &a${at + 1} { type: object, properties: { ${Array.from({ length: width }, (_none, field) => `f${field}: *a${at}`).join(', ')} } }`,
      ),
    ].join('\n');

  test.each([
    ['that multiply values', layers(6, 7, '{ type: object, properties: { p: { type: string } } }')],
    ['that multiply text', layers(4, 8, `{ type: string, description: ${'x'.repeat(2000)} }`)],
  ])('%s are refused', async (_title, text) => {
    const from = performance.now();
    const { files, diagnostics } = await sdkOf(text);
    expect(diagnostics.map((one) => one.code)).toEqual(['alias-growth']);
    expect(files).toEqual([]);
    expect(performance.now() - from).toBeLessThan(MOST);
  });

  test('as people write them pass', async () => {
    const { diagnostics } = await sdkOf(layers(3, 8, '{ type: string, description: Some text. }'));
    expect(diagnostics.filter((one) => one.severity === 'error')).toEqual([]);
  });
});

describe('types that unfold without end', () => {
  const wide = (required: readonly string[], of: (next: JsonValue) => JsonValue): string => {
    const schemas = Object.fromEntries(
      Array.from({ length: 10 }, (_unused, at) => [
        `S${at}`,
        {
          type: 'object',
          required,
          properties: Object.fromEntries(
            ['a', 'b', 'c', 'd'].map((name) => [name, of({ $ref: `#/components/schemas/S${at + 1}` })]),
          ),
        },
      ]),
    );
    const content = { 'application/json': { schema: { $ref: '#/components/schemas/S0' } } };
    return JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'T', version: '1' },
      servers: [{ url: 'https://x.example' }],
      paths: {
        '/x': {
          post: {
            operationId: 'makeX',
            requestBody: { required: true, content },
            responses: { 200: { description: 'One', content } },
          },
        },
      },
      components: { schemas: { ...schemas, S10: { type: 'string' } } },
    });
  };

  test.each<readonly [string, string]>([
    ['required properties', wide(['a', 'b', 'c', 'd'], (next) => next)],
    ['optional properties', wide([], (next) => next)],
    ['lists', wide(['a', 'b', 'c', 'd'], (items) => ({ type: 'array', minItems: 10, items }))],
    ['unions', wide(['a', 'b', 'c', 'd'], (next) => ({ oneOf: [next, { type: 'object' }] }))],
    [
      'dictionaries',
      wide(['a'], (next) => ({ type: 'object', minProperties: 1, additionalProperties: next })),
    ],
  ])('of %s have a short sample or none', async (_title, text) => {
    const from = performance.now();
    const { files, diagnostics } = await sdkOf(text, { formatted: true });
    expect(performance.now() - from).toBeLessThan(MOST);
    expect(diagnostics.filter((one) => one.severity === 'error')).toEqual([]);
    expect(files.reduce((sum, one) => sum + one.text.length, 0)).toBeLessThan(2_000_000);
  });
});

/** A document with one method that returns the schema. */
const returning = (schema: JsonValue, schemas: JsonValue = {}, title = 'T'): string =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title, version: '1' },
    servers: [{ url: 'https://x.example' }],
    paths: {
      '/x': {
        get: {
          operationId: 'getX',
          responses: { 200: { description: 'Ok', content: { 'application/json': { schema } } } },
        },
      },
    },
    components: { schemas },
  });

describe('many values and long names, which took minutes or did not end', () => {
  const values = Array.from({ length: 100_000 }, (_none, at) => `v${at}`);

  test('a list of 100,000 values has all of them', async () => {
    const { files, diagnostics } = await sdkOf(
      returning({ $ref: '#/components/schemas/E' }, { E: { type: 'string', enum: values } }),
    );
    expect(diagnostics).toEqual([]);
    expect(files.some((one) => one.path.startsWith('src/') && one.text.includes("'v99999'"))).toBe(true);
  });

  test('a union of 100,000 literals in Python', () => {
    const union = unionOf(values.map((value) => literalOf([value])));
    expect(union.kind === 'literal' && union.values.length).toBe(100_000);
  });

  test.each(['A', 'IDs', 'aB', 'a ', '<b>', '-', "a'", '1'])('names of a megabyte, of %j', async (piece) => {
    const name = piece.repeat(Math.floor(1_000_000 / piece.length));
    const { files, diagnostics } = await sdkOf(
      returning(
        { title: name, type: 'object', properties: { [name]: { title: name, type: 'object' } } },
        {},
        name,
      ),
    );
    expect(diagnostics.filter((one) => one.severity === 'error')).toEqual([]);
    expect(files.map((one) => one.path)).toContain('src/resources/x.ts');
  });

  test('words of a name as before', () => {
    expect(splitWords('routeIDsAndHTTPServerURLs2xABs')).toEqual([
      'route',
      'IDs',
      'And',
      'HTTP',
      'Server',
      'URLs',
      '2x',
      'ABs',
    ]);
    expect(splitWords('aB'.repeat(500_000))).toHaveLength(501);
  });
});

describe('chains of allOf', () => {
  const ref = (at: number): JsonValue => ({ $ref: `#/components/schemas/S${at}` });
  const part = (at: number): JsonValue => ({
    type: 'object',
    properties: { [`p${at}`]: { type: 'string' } },
  });
  const named = (count: number, of: (at: number) => JsonValue): JsonValue =>
    Object.fromEntries(Array.from({ length: count }, (_none, at) => [`S${at}`, of(at)]));

  test.each<readonly [string, string]>([
    [
      'deep',
      returning(
        ref(0),
        named(1500, (at) => (at === 1499 ? part(at) : { allOf: [ref(at + 1), part(at)] })),
      ),
    ],
    [
      'twice at each step',
      returning(
        ref(0),
        named(25, (at) => (at === 24 ? part(at) : { allOf: [ref(at + 1), ref(at + 1), part(at)] })),
      ),
    ],
    ['wide', returning({ allOf: Array.from({ length: 3000 }, (_none, at) => ref(at)) }, named(3000, part))],
  ])('%s keep their properties', async (_title, text) => {
    const start = Date.now();
    const { files, diagnostics } = await sdkOf(text);
    expect(Date.now() - start).toBeLessThan(MOST);
    expect(diagnostics.filter((one) => one.severity === 'error')).toEqual([]);
    const code = files
      .filter((one) => one.path.startsWith('src/resources/'))
      .map((one) => one.text)
      .join('\n');
    expect(new Set(code.match(/\bp\d+\??:/g)).size).toBeGreaterThanOrEqual(25);
  });
});

test('a text with more merge keys than are copied is refused before it is read', async () => {
  const text = `openapi: 3.1.0\nx-base: &b {k: 1}\nx-all:\n${'  - {<<: *b, name: item, other: text}\n'.repeat(400_000)}`;
  const { files, diagnostics } = await sdkOf(text);
  expect(diagnostics.map((one) => one.code)).toEqual(['merge-growth']);
  expect(files).toEqual([]);
});

describe('many operations whose paths have other words', () => {
  const described = (word: string, count: number, properties: (at: number) => JsonValue): string =>
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'T', version: '1' },
      servers: [{ url: 'https://x.example' }],
      paths: Object.fromEntries(
        Array.from({ length: count }, (_none, at) => {
          const schema = { type: 'object', properties: properties(at) };
          const responses = { 200: { description: 'Ok', content: { 'application/json': { schema } } } };
          const parameters = [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }];
          return [
            [`/api/${word}${at}`, { get: { responses } }],
            [`/api/${word}${at}/{id}`, { get: { parameters, responses } }],
          ];
        }).flat(),
      ),
    });
  const counts = async (of: (at: number) => JsonValue): Promise<Readonly<Record<string, number>>> => {
    const [base, revision] = await Promise.all([
      apiOf(described('x', 1000, of)),
      apiOf(described('y', 1000, of)),
    ]);
    const changes = diffApis(base, revision);
    return Object.fromEntries(
      ['operation-moved', 'operation-removed', 'operation-added'].map((rule) => [
        rule,
        changes.filter((one) => one.rule === rule).length,
      ]),
    );
  };

  test('are found by what they answer', async () => {
    expect(await counts((at) => ({ [`own${at}`]: { type: 'string' } }))).toEqual({
      'operation-moved': 2000,
      'operation-removed': 0,
      'operation-added': 0,
    });
  });

  test('are gone and new where all answer alike', async () => {
    expect(await counts(() => ({ same: { type: 'string' } }))).toEqual({
      'operation-moved': 0,
      'operation-removed': 2000,
      'operation-added': 2000,
    });
  });
});
