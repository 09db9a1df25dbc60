/**
 * Schemas in schemas, thousands of times or two at each level, by every keyword that takes some: a clear word
 * or a result, soon.
 */
import { describe, expect, it } from 'vitest';
import { codes, load } from '../source/support.ts';
import { sdkOf } from '../support/sdk.ts';

const string = { type: 'string' };
const KEYWORDS: readonly (readonly [string, (inner: unknown) => object])[] = [
  ['allOf', (inner) => ({ allOf: [inner, { description: 'x' }] })],
  ['anyOf', (inner) => ({ anyOf: [inner, string] })],
  ['oneOf', (inner) => ({ oneOf: [inner, string] })],
  ['not', (inner) => ({ type: 'object', not: inner })],
  ['items', (inner) => ({ type: 'array', items: inner })],
  ['prefixItems', (inner) => ({ type: 'array', prefixItems: [inner, string] })],
  ['properties', (inner) => ({ type: 'object', properties: { inner } })],
  ['additionalProperties', (inner) => ({ type: 'object', additionalProperties: inner })],
  ['patternProperties', (inner) => ({ type: 'object', patternProperties: { '^x': inner } })],
  ['propertyNames', (inner) => ({ type: 'object', propertyNames: inner })],
  ['if', (inner) => ({ type: 'object', if: inner, then: {} })],
  ['then', (inner) => ({ type: 'object', if: {}, then: inner })],
  ['else', (inner) => ({ type: 'object', if: {}, else: inner })],
  ['dependentSchemas', (inner) => ({ type: 'object', dependentSchemas: { a: inner } })],
  ['contains', (inner) => ({ type: 'array', contains: inner })],
  ['unevaluatedItems', (inner) => ({ type: 'array', unevaluatedItems: inner })],
  ['unevaluatedProperties', (inner) => ({ type: 'object', unevaluatedProperties: inner })],
  [
    'contentSchema',
    (inner) => ({ type: 'string', contentMediaType: 'application/json', contentSchema: inner }),
  ],
  ['$defs', (inner) => ({ type: 'object', $defs: { inner } })],
];

const MARK = '"<inner>"';

/** `levels` of the keyword in each other, as text: no recursion here either. */
function nested(make: (inner: unknown) => object, levels: number): string {
  const [before = '', after = ''] = JSON.stringify(make('<inner>')).split(MARK);
  return `${before.repeat(levels)}{"type":"string"}${after.repeat(levels)}`;
}

const withSchemas = (schemas: string): string =>
  `{"openapi":"3.1.0","info":{"title":"Deep","version":"1"},"paths":{"/a":{"post":{"requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/S0"}}}},"responses":{"200":{"description":"x","content":{"application/json":{"schema":{"$ref":"#/components/schemas/S0"}}}}}}}},"components":{"schemas":{${schemas}}}}`;

/** Each schema leads to the next, by a reference at each place. */
const chain = (make: (inner: unknown) => object, length: number): string =>
  withSchemas(
    [
      ...Array.from(
        { length },
        (_, index) => `"S${index}":${JSON.stringify(make({ $ref: `#/components/schemas/S${index + 1}` }))}`,
      ),
      `"S${length}":{"type":"object","properties":{"end":{"type":"string"}}}`,
    ].join(','),
  );

async function generates(document: string): Promise<void> {
  const { files } = await sdkOf(document, { name: 'openapi.json' });
  expect(files.some((file) => file.path.startsWith('src/resources/'))).toBe(true);
}

describe.each(KEYWORDS)('%s', (_keyword, make) => {
  it('10,000 levels deep is refused with a word', async () => {
    expect(
      new Set(codes(await load({ 'openapi.json': withSchemas(`"S0":${nested(make, 10_000)}`) }))),
    ).toEqual(new Set(['nested-too-deep']));
  });

  it('as deep as a document may be gives a result', { timeout: 60_000 }, () =>
    generates(withSchemas(`"S0":${nested(make, 180)}`)),
  );

  it('through a chain of 2,000 references gives a result', { timeout: 60_000 }, () =>
    generates(chain(make, 2_000)),
  );

  it('twice at each of 60 levels takes no time that doubles', { timeout: 60_000 }, () =>
    generates(
      chain(
        (inner) => ({
          ...make(inner),
          ...('allOf' in make(inner) ? { oneOf: [inner, inner] } : { allOf: [make(inner), make(inner)] }),
        }),
        60,
      ),
    ),
  );
});
