/**
 * Small documents that ask for much: time and size stay in proportion, and nothing but what is excessive is
 * refused.
 */
import { describe, expect, test } from 'vitest';
import { isUnwieldy } from '../../generator/emit/unwieldy.ts';
import type { JsonValue } from '../../generator/lib/json.ts';
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

test('prose of people is laid out', () => {
  expect(isUnwieldy('* a\n  * b\n    * c `d` [e](f) **g** > 5 --- \n\n> > quoted\n\n1. one\n   2. two')).toBe(
    false,
  );
  expect(
    isUnwieldy(
      [
        '| a | b |',
        '| --- | --- |',
        ...Array.from({ length: 1000 }, () => '| [a](b) `c` | *d* [e](f) |'),
      ].join('\n'),
    ),
  ).toBe(false);
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
