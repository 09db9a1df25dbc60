/** What a difference of two values tells the tables of languages, beside its sentence. */
import { NO_VALUES } from '../../generator/ir/values.ts';
import { describe, expect, test } from 'vitest';
import { BOTH, type Fact, type Pair } from '../../generator/diff/compare/fact.ts';
import { typeSubject } from '../../generator/diff/subject.ts';
import type { Choices } from '../../generator/diff/compare/shape.ts';
import {
  compareChoices,
  compareLiteralToScalar,
  compareNodeFacts,
  compareScalars,
} from '../../generator/diff/compare/values.ts';
import type { Task, Walk } from '../../generator/diff/compare/walk.ts';
import type { LiteralType, ScalarType, TypeNode } from '../../generator/ir/types.ts';
import type { JsonValue } from '../../generator/lib/json.ts';

const side = { schemas: new Map(), names: { typeOf: () => undefined } };
const walkWith = (tags: Readonly<Record<string, string>> = {}): Walk =>
  ({
    base: side,
    revision: side,
    values: NO_VALUES,
    tagged: () => new Map([['Cat', new Map(Object.entries(tags))]]),
  }) as unknown as Walk;

const scalar = (kind: ScalarType['scalar'], format?: string): ScalarType =>
  ({ kind: 'scalar', scalar: kind, ...(format !== undefined && { format }) }) as ScalarType;
const choices = (values: readonly JsonValue[], open = false): Choices =>
  ({ values: values.map((value) => ({ kind: 'literal', value }) as LiteralType), open }) as Choices;

function facts(compare: (task: Task) => void, more: Partial<Task> = {}, schema?: string): readonly Fact[] {
  const pair: Pair = {
    key: 'k',
    subject: typeSubject('Cat'),
    model: true,
    facts: [],
    edges: [],
    ...(schema !== undefined && { schema }),
  };
  const text = scalar('string');
  compare({ a: text, b: text, pair, path: ['kind'], mask: BOTH, top: false, ...more } as Task);
  return pair.facts;
}
const short = (all: readonly Fact[]) => all.map(({ rule, message }) => `${rule}: ${message}`);

describe('scalars', () => {
  const compared = (a: ScalarType, b: ScalarType): Fact | undefined =>
    facts((task) => compareScalars(walkWith(), task, a, b), { a, b })[0];

  test.each([
    ['integer', 'number', 'integer-became-number'],
    ['number', 'integer', 'number-became-integer'],
    ['string', 'integer', 'type-changed'],
    ['integer', 'string', 'type-changed'],
    ['boolean', 'number', 'type-changed'],
    ['number', 'boolean', 'type-changed'],
  ] as const)('%s and %s are named', (from, to, rule) => {
    expect(compared(scalar(from), scalar(to))).toMatchObject({ rule, scalars: { from, to } });
  });

  test.each([
    [undefined, 'date', 'format-added', { from: '', to: 'date' }],
    ['date', undefined, 'format-removed', { from: 'date', to: '' }],
    ['date', 'date-time', 'format-changed', { from: 'date', to: 'date-time' }],
  ])('formats %s and %s are named', (from, to, rule, formats) => {
    expect(compared(scalar('string', from), scalar('string', to))).toMatchObject({ rule, formats });
  });

  test('a number of another size is told as one', () => {
    expect(compared(scalar('integer', 'int32'), scalar('integer', 'int64'))?.rule).toBe(
      'integer-became-number',
    );
    expect(compared(scalar('integer', 'int64'), scalar('integer', 'int32'))?.rule).toBe(
      'number-became-integer',
    );
  });
});

describe('a list of values beside any value', () => {
  const compared = (a: Choices | ScalarType, b: Choices | ScalarType): readonly Fact[] => {
    const isScalar = (item: Choices | ScalarType): item is ScalarType => 'scalar' in item;
    const listed = { kind: 'union', members: [] } as unknown as TypeNode;
    return facts(
      (task) =>
        compareLiteralToScalar(walkWith(), task, isScalar(a) ? undefined : a, isScalar(b) ? undefined : b),
      { a: isScalar(a) ? a : listed, b: isScalar(b) ? b : listed },
    );
  };

  test.each([
    ['string', ['a'], 'string'],
    ['number', [1, 2.5], 'number'],
    ['integer', [1, 2], 'number'],
    ['boolean', [true], 'boolean'],
  ] as const)('%s fits its own', (kind, values, listKind) => {
    expect(short(compared(scalar(kind), choices(values)))).toEqual([
      values.length === 1
        ? 'constant-added: now has a fixed value'
        : 'became-enum: is now restricted to a list of values',
    ]);
    expect(short(compared(choices(values), scalar(kind)))).toEqual([
      values.length === 1
        ? 'constant-removed: no longer has a fixed value'
        : 'no-longer-enum: is no longer restricted to a list of values',
    ]);
    const other = kind === 'string' ? 'boolean' : 'string';
    expect(compared(scalar(other), choices(values))[0]).toMatchObject({
      rule: 'type-changed',
      scalars: { from: other, to: listKind },
    });
    expect(compared(choices(values), scalar(other))[0]).toMatchObject({
      rule: 'type-changed',
      scalars: { from: listKind, to: other },
    });
  });

  test('fractions are no integers', () => {
    expect(compared(scalar('integer'), choices([1, 2.5]))[0]?.rule).toBe('type-changed');
    expect(compared(scalar('integer'), choices(['1', '2']))[0]?.rule).toBe('type-changed');
  });

  test('an open list changes no type', () => {
    expect(compared(scalar('string'), choices(['a', 'b'], true))[0]).toMatchObject({
      rule: 'became-enum',
      adjust: { wire: 'ok', source: ['type-level'], runtime: 'same', bump: 'minor' },
    });
    expect(compared(choices(['a'], true), scalar('string'))[0]?.rule).toBe('no-longer-enum');
  });

  test('anything else is not compared here', () => {
    const object = { kind: 'object', properties: [] } as unknown as TypeNode;
    expect(facts((task) => compareLiteralToScalar(walkWith(), task, undefined, undefined))).toEqual([]);
    expect(
      facts((task) => compareLiteralToScalar(walkWith(), task, undefined, choices(['a'])), { a: object }),
    ).toEqual([]);
    expect(
      facts((task) => compareLiteralToScalar(walkWith(), task, choices(['a']), undefined), { b: object }),
    ).toEqual([]);
  });
});

describe('lists of values', () => {
  const compared = (
    a: Choices,
    b: Choices,
    { free, tags, schema }: { free?: string; tags?: Record<string, string>; schema?: string } = {},
  ): readonly Fact[] =>
    facts(
      (task) => compareChoices(walkWith(tags), task, a, b),
      free === undefined ? {} : { free: new Set([free]) },
      schema,
    );

  test('a constant that a union knows its member by is told as that', () => {
    const change = [choices(['a']), choices(['b'])] as const;
    expect(compared(...change, { schema: 'Cat', tags: { kind: 'Pet' } })[0]).toMatchObject({
      rule: 'discriminator-value-changed',
      message: 'has another value, by which Pet knows it',
      before: '"a"',
      after: '"b"',
    });
    expect(compared(...change, { schema: 'Cat', tags: { kind: '' } })[0]?.message).toBe(
      'has another value, by which a union knows it',
    );
    for (const more of [
      { schema: 'Dog', tags: { kind: 'Pet' } },
      { tags: { kind: 'Pet' } },
      { schema: 'Cat', tags: { name: 'Pet' } },
    ])
      expect(short(compared(...change, more))).toEqual(['constant-changed: has another fixed value']);
  });

  test('the same constant is no change, and two values are no constant', () => {
    expect(compared(choices(['a']), choices(['a']))).toEqual([]);
    expect(compared(choices(['a', 'b']), choices(['c'])).map(({ rule }) => rule)).toEqual([
      'enum-value-removed',
      'enum-value-added',
    ]);
    expect(compared(choices(['a']), choices(['b', 'c'])).map(({ rule }) => rule)).toEqual([
      'enum-value-removed',
      'enum-value-added',
    ]);
    expect(compared(choices(['a'], true), choices(['b'], true)).map(({ rule }) => rule)).toEqual([
      'enum-value-removed',
      'enum-value-added',
    ]);
  });

  test('a further value of another kind is told as that', () => {
    const kinds = (a: readonly JsonValue[], b: readonly JsonValue[]): unknown =>
      compared(choices(a), choices(b)).find(({ rule }) => rule === 'enum-value-added')?.otherKind;
    expect(kinds(['a', 'b'], ['a', 'b', 1])).toBe(true);
    expect(kinds(['a', 'b'], ['a', 'b', 'c', 1])).toBe(true);
    expect(kinds(['a', 'b'], ['a', 'b', 'c'])).toBeUndefined();
    expect(kinds(['a', 1], ['a', 1, 2, 'b'])).toBeUndefined();
  });

  test('where any value may stand, values come and go without harm', () => {
    const adjusted = (...args: Parameters<typeof compared>): readonly unknown[] =>
      compared(...args).map(({ adjust }) => adjust);
    const [was, is] = [
      ['a', 'b'],
      ['a', 'c'],
    ];
    const harmless = [
      { source: [], bump: 'minor' },
      { wire: 'ok', source: [], runtime: 'same', bump: 'minor' },
    ];
    expect(adjusted(choices(was), choices(is))).toEqual([undefined, undefined]);
    expect(adjusted(choices(was, true), choices(is, true))).toEqual(harmless);
    expect(adjusted(choices(was), choices(is), { free: 'string' })).toEqual(harmless);
    expect(adjusted(choices(was), choices(is), { free: 'number' })).toEqual([undefined, undefined]);
    // Opened: the third of the facts is that it opened.
    expect(adjusted(choices(was), choices(is, true)).slice(1)).toEqual(harmless);
    expect(compared(choices(was, true), choices(is)).map(({ rule }) => rule)).toEqual(['enum-closed']);
    for (const [values, kind] of [
      [[1, 2], 'number'],
      [[true], 'boolean'],
    ] as const)
      expect(adjusted(choices([...values, 'x']), choices(values), { free: kind })).toEqual([harmless[0]]);
    expect(adjusted(choices([]), choices(['a']), { free: 'string' })).toEqual([harmless[1]]);
  });
});

describe('what stands beside a type', () => {
  const node = (more: object, kind = 'scalar'): TypeNode =>
    ({ ...scalar('string'), ...more, kind }) as unknown as TypeNode;
  const compared = (a: TypeNode, b: TypeNode, scalars = true): readonly string[] =>
    short(facts((task) => compareNodeFacts(task, { scalars }), { a, b }));

  test('examples that are equal are the same', () => {
    expect(compared(node({ examples: ['a'] }), node({ examples: ['a'] }))).toEqual([]);
    expect(compared(node({ examples: [] }), node({ default: undefined }))).toEqual([]);
    expect(compared(node({ examples: ['a'] }), node({}))).toEqual(['examples-changed: has another example']);
    expect(compared(node({}), node({ examples: ['a'] }))).toEqual(['examples-changed: has another example']);
  });

  test('words that only one side has are told', () => {
    expect(compared(node({ description: 'a' }), node({}))).toEqual(['docs-changed: is documented otherwise']);
    expect(compared(node({}), node({ description: 'a' }))).toEqual(['docs-changed: is documented otherwise']);
  });

  test('limits of another kind of node are not compared', () => {
    const limited = node({ constraints: { minLength: 3 } });
    const array = node({ constraints: { minItems: 3 } }, 'array');
    expect(compared(limited, array, false)).toEqual([]);
    expect(compared(node({}), limited, false)).toEqual([expect.stringContaining('minLength: 3')]);
    expect(compared(node({}, 'array'), limited, true)).toEqual([expect.stringContaining('minLength: 3')]);
  });

  test('what closes an object is told of the object alone', () => {
    const object = (additional: unknown, constraints: object): TypeNode =>
      node({ properties: [], additional, constraints }, 'object');
    const limits = { assertions: [{ keyword: 'unevaluatedProperties', value: false }] };
    expect(compared(object(true, {}), object(false, limits))).toEqual([]);
    expect(compared(object(true, {}), object(true, limits))).toHaveLength(1);
    expect(compared(object(false, {}), object(false, limits))).toHaveLength(1);
    expect(compared(node({ additional: false }, 'record'), object(true, limits))).toHaveLength(1);
    expect(compared(object(false, {}), node({ constraints: limits }, 'record'))).toHaveLength(1);
  });
});
