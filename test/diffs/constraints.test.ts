/** Differences in what a schema asserts beside its type: which is stricter, and by which rule it is told. */
import { describe, expect, test } from 'vitest';
import { compareConstraints } from '../../generator/diff/compare/constraints.ts';
import type { Constraints } from '../../generator/ir/types.ts';

describe('limits', () => {
  const facts = (before: Constraints, after: Constraints): readonly string[] =>
    compareConstraints(before, after).map(
      (one) => `${one.rule} ${one.keyword} ${one.before ?? '-'} ${one.after ?? '-'}`,
    );
  const UPPER = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];
  const LOWER = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];

  test.each([
    ...UPPER.map((keyword) => [keyword, 1] as const),
    ...LOWER.map((keyword) => [keyword, -1] as const),
  ])('%s', (keyword, side) => {
    const [wider, tighter] = side > 0 ? ['relaxed', 'tightened'] : ['tightened', 'relaxed'];
    expect(facts({ [keyword]: 3 }, { [keyword]: 4 })).toEqual([`limit-${wider} ${keyword} 3 4`]);
    expect(facts({ [keyword]: 4 }, { [keyword]: 3 })).toEqual([`limit-${tighter} ${keyword} 4 3`]);
    expect(facts({}, { [keyword]: 3 })).toEqual([`limit-set ${keyword} - 3`]);
    expect(facts({ [keyword]: 3 }, {})).toEqual([`limit-removed ${keyword} 3 -`]);
    expect(facts({ [keyword]: 3 }, { [keyword]: 3 })).toEqual([]);
  });

  test('zero asks for nothing of a length, and for something of a number', () => {
    for (const keyword of ['minLength', 'minItems', 'minProperties']) {
      expect([facts({}, { [keyword]: 0 }), facts({ [keyword]: 0 }, {})]).toEqual([[], []]);
      expect(facts({ [keyword]: 0 }, { [keyword]: 1 })).toEqual([`limit-set ${keyword} 0 1`]);
      expect(facts({ [keyword]: 1 }, { [keyword]: 0 })).toEqual([`limit-removed ${keyword} 1 0`]);
    }
    expect([facts({}, { minimum: 0 }), facts({ maxLength: 0 }, {})]).toEqual([
      ['limit-set minimum - 0'],
      ['limit-removed maxLength 0 -'],
    ]);
  });

  test('of nothing', () =>
    expect([compareConstraints(undefined, undefined), facts({}, {})]).toEqual([[], []]));

  test('multiples: of a multiple is stricter', () => {
    expect(facts({ multipleOf: 2 }, { multipleOf: 6 })).toEqual(['limit-tightened multipleOf 2 6']);
    expect(facts({ multipleOf: 6 }, { multipleOf: 2 })).toEqual(['limit-relaxed multipleOf 6 2']);
    expect(facts({ multipleOf: 6 }, { multipleOf: 4 })).toEqual(['assertion-changed multipleOf 6 4']);
    expect(facts({}, { multipleOf: 4 })).toEqual(['limit-set multipleOf - 4']);
    expect(facts({ multipleOf: 4 }, {})).toEqual(['limit-removed multipleOf 4 -']);
    expect(facts({ multipleOf: 4 }, { multipleOf: 4 })).toEqual([]);
  });

  test('distinct items', () => {
    expect(facts({}, { uniqueItems: true })).toEqual(['assertion-added uniqueItems - true']);
    expect(facts({ uniqueItems: true }, { uniqueItems: false })).toEqual([
      'assertion-removed uniqueItems true -',
    ]);
    expect([facts({ uniqueItems: false }, {}), facts({}, { uniqueItems: false })]).toEqual([[], []]);
  });

  test.each(['.*', '^.*$', '^.*', '.*$', ''])('the pattern %j asks for nothing', (any) => {
    expect([facts({}, { pattern: any }), facts({ pattern: any }, {})]).toEqual([[], []]);
    expect(facts({ pattern: any }, { pattern: 'a' })).toEqual([`pattern-added pattern ${any} a`]);
    expect(facts({ pattern: 'a' }, { pattern: any })).toEqual([`pattern-generalized pattern a ${any}`]);
  });

  test('patterns', () => {
    expect(facts({}, { pattern: 'a' })).toEqual(['pattern-added pattern - a']);
    expect(facts({ pattern: 'a' }, {})).toEqual(['pattern-removed pattern a -']);
    expect(facts({ pattern: 'a' }, { pattern: 'b' })).toEqual(['pattern-changed pattern a b']);
    expect(facts({ pattern: 'a' }, { pattern: 'a' })).toEqual([]);
  });

  test('encodings', () => {
    for (const keyword of ['contentEncoding', 'contentMediaType'])
      expect(facts({ [keyword]: 'a' }, { [keyword]: 'b' })).toEqual([`encoding-changed ${keyword} a b`]);
    expect(facts({ contentEncoding: 'a' }, { contentEncoding: 'a' })).toEqual([]);
  });

  describe('other assertions', () => {
    const of = (all: object): Constraints => ({
      assertions: Object.entries(all).map(([keyword, value]) => ({ keyword, value })),
    });
    const rows: readonly (readonly [string, object, object, readonly string[]])[] = [
      ['one more', {}, { not: { type: 'null' } }, ['assertion-added not - {"type":"null"}']],
      ['one less', { not: { type: 'null' } }, {}, ['assertion-removed not {"type":"null"} -']],
      [
        'another',
        { not: { type: 'null' } },
        { not: { type: 'string' } },
        ['assertion-changed not {"type":"null"} {"type":"string"}'],
      ],
      ['the same', { not: { type: 'null' } }, { not: { type: 'null' } }, []],
      [
        'in the order of their names',
        {},
        { propertyNames: { a: 1 }, contains: { b: 1 } },
        ['assertion-added contains - {"b":1}', 'assertion-added propertyNames - {"a":1}'],
      ],
      ['minContains', { minContains: 1 }, { minContains: 2 }, ['limit-tightened minContains 1 2']],
      ['maxContains', { maxContains: 1 }, { maxContains: 2 }, ['limit-relaxed maxContains 1 2']],
      ['a new maxContains', {}, { maxContains: 2 }, ['limit-set maxContains - 2']],
      ['no minContains', { minContains: 2 }, {}, ['limit-removed minContains 2 -']],
      [
        'minContains that was no number',
        { minContains: 'a' },
        { minContains: 2 },
        ['assertion-changed minContains "a" 2'],
      ],
      [
        'minContains that is no number',
        { minContains: 2 },
        { minContains: 'a' },
        ['assertion-changed minContains 2 "a"'],
      ],
      ['true, which asks for nothing', {}, { unevaluatedProperties: true }, []],
      [
        'false, which asks for much',
        { unevaluatedProperties: true },
        { unevaluatedProperties: false },
        ['assertion-added unevaluatedProperties - false'],
      ],
      [
        'one key of a map more',
        { dependentRequired: { a: ['b'] } },
        { dependentRequired: { a: ['b'], c: ['d'] } },
        ['assertion-added dependentRequired/c - ["d"]'],
      ],
      [
        'one key of a map less',
        { dependentSchemas: { a: { x: 1 }, c: { x: 1 } } },
        { dependentSchemas: { a: { x: 1 } } },
        ['assertion-removed dependentSchemas/c {"x":1} -'],
      ],
      [
        'a map that is none',
        {},
        { dependentRequired: ['a'], dependentSchemas: null },
        ['assertion-added dependentRequired - ["a"]', 'assertion-added dependentSchemas - null'],
      ],
      [
        'words about a condition',
        { not: { type: 'null', description: 'a' } },
        {
          not: {
            type: 'null',
            description: 'b',
            title: 'T',
            $comment: 'c',
            examples: [1],
            example: 1,
            default: 1,
            deprecated: true,
          },
        },
        [],
      ],
      [
        'words deep in a condition',
        { not: { allOf: [{ description: 'a', a: 1 }] } },
        { not: { allOf: [{ description: 'b', a: 1 }] } },
        [],
      ],
      ['a number that is no limit', { base: 1 }, { base: 2 }, ['assertion-changed base 1 2']],
      [
        'a text where a map should be',
        {},
        { dependentRequired: 'ab' },
        ['assertion-added dependentRequired - "ab"'],
      ],
      ['distinct items among them', {}, { uniqueItems: true }, ['assertion-added uniqueItems - true']],
      ['a list in another order', { not: { enum: [1, 2] } }, { not: { enum: [2, 1] } }, []],
    ];
    test.each(rows)('%s', (_title, before, after, expected) =>
      expect(facts(of(before), of(after))).toEqual(expected),
    );
  });
});

describe('conditions by their direction', () => {
  const rows: readonly (readonly [string, object, object, string])[] = [
    ['contains', { contains: { minimum: 5 } }, { contains: { minimum: 3 } }, 'relaxed'],
    ['contains', { contains: { minimum: 3 } }, { contains: { minimum: 5 } }, 'tightened'],
    [
      'contains, counted',
      { contains: { minimum: 5 }, maxContains: 2 },
      { contains: { minimum: 3 }, maxContains: 2 },
      'changed',
    ],
    [
      'then',
      { if: { minimum: 1 }, then: { maximum: 5 } },
      { if: { minimum: 1 }, then: { maximum: 9 } },
      'relaxed',
    ],
    [
      'if, which then follows',
      { if: { minimum: 9 }, then: { maximum: 50 } },
      { if: { minimum: 5 }, then: { maximum: 50 } },
      'tightened',
    ],
    [
      'if, which else follows',
      { if: { minimum: 9 }, else: { maximum: 5 } },
      { if: { minimum: 5 }, else: { maximum: 5 } },
      'relaxed',
    ],
    [
      'if, which both follow',
      { if: { minimum: 9 }, then: { maximum: 9 }, else: { maximum: 5 } },
      { if: { minimum: 5 }, then: { maximum: 9 }, else: { maximum: 5 } },
      'changed',
    ],
    ['not', { not: { minimum: 9 } }, { not: { minimum: 5 } }, 'tightened'],
    ['not not', { not: { not: { minimum: 9 } } }, { not: { not: { minimum: 5 } } }, 'relaxed'],
    ['required', { then: { required: ['a', 'b'] } }, { then: { required: ['a'] } }, 'relaxed'],
    ['enum', { then: { enum: [1] } }, { then: { enum: [1, 2] } }, 'relaxed'],
    ['type', { then: { type: 'integer' } }, { then: { type: ['number', 'string'] } }, 'relaxed'],
    ['const', { then: { const: 1 } }, { then: { const: 2 } }, 'changed'],
    ['pattern', { then: { pattern: 'a' } }, { then: {} }, 'relaxed'],
    ['both ways', { then: { minimum: 1, maximum: 5 } }, { then: { minimum: 0, maximum: 4 } }, 'changed'],
    ['anyOf', { then: { anyOf: [{ a: 1 }] } }, { then: { anyOf: [{ a: 1 }, { b: 1 }] } }, 'relaxed'],
    ['allOf', { then: { allOf: [{ a: 1 }] } }, { then: { allOf: [{ a: 1 }, { b: 1 }] } }, 'tightened'],
    ['oneOf', { then: { oneOf: [{ a: 1 }] } }, { then: { oneOf: [{ a: 1 }, { b: 1 }] } }, 'changed'],
    [
      'properties',
      { then: { properties: { a: { maxLength: 3 } } } },
      { then: { properties: { a: { maxLength: 4 } } } },
      'relaxed',
    ],
    [
      'properties, of no others',
      { then: { properties: { a: {} }, additionalProperties: false } },
      { then: { properties: { a: {}, b: { type: 'null' } }, additionalProperties: false } },
      'changed',
    ],
    [
      'dependentRequired',
      { dependentRequired: { a: ['b', 'c'] } },
      { dependentRequired: { a: ['b'] } },
      'relaxed',
    ],
    ['a reference', { then: { $ref: '#/a' } }, { then: { $ref: '#/b' } }, 'changed'],
    ['nothing more', { then: false }, { then: {} }, 'relaxed'],
  ];
  const of = (all: object): Constraints => ({
    assertions: Object.entries(all).map(([keyword, value]) => ({ keyword, value })),
  });
  test.each(rows)('%s', (_title, before, after, expected) =>
    expect(compareConstraints(of(before), of(after)).map((one) => one.rule)).toEqual([
      `assertion-${expected}`,
    ]),
  );
});
