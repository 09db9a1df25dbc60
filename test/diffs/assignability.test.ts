/** Assignability, type by type: what TypeScript says of the same two types is written beside each row. */
import { describe, expect, test } from 'vitest';
import { fits, fitsOnWire, readsAs } from '../../generator/diff/compare/assignability.ts';
import type { Schema, TypeNode } from '../../generator/ir/types.ts';

const origin = { document: 'a', pointer: '' };
const scalar = (kind: 'string' | 'number' | 'integer' | 'boolean' | 'null', more: object = {}): TypeNode =>
  ({ kind: 'scalar', scalar: kind, origin, ...more }) as TypeNode;
const [text, number, integer, boolean, nothing] = [
  scalar('string'),
  scalar('number'),
  scalar('integer'),
  scalar('boolean'),
  scalar('null'),
];
const literal = (value: string | number | boolean | null): TypeNode => ({ kind: 'literal', value, origin });
const unknown: TypeNode = { kind: 'unknown', reason: 'empty', origin };
const never = { kind: 'never', origin } as TypeNode;
const nullable = (type: TypeNode): TypeNode => ({ kind: 'nullable', type, origin }) as TypeNode;
const union = (...members: readonly TypeNode[]): TypeNode =>
  ({ kind: 'union', mode: 'any', members, origin }) as unknown as TypeNode;
const open = (kind: 'string' | 'number', ...members: readonly TypeNode[]): TypeNode =>
  ({ kind: 'union', mode: 'enum', members, open: kind, origin }) as TypeNode;
const both = (...members: readonly TypeNode[]): TypeNode =>
  ({ kind: 'intersection', members, origin }) as unknown as TypeNode;
const list = (items: TypeNode): TypeNode => ({ kind: 'array', items, origin });
const tuple = (items: readonly TypeNode[], more: object = {}): TypeNode =>
  ({ kind: 'tuple', items, required: items.length, rest: false, origin, ...more }) as unknown as TypeNode;
const record = (values: TypeNode): TypeNode => ({ kind: 'record', values, origin }) as unknown as TypeNode;
const ref = (id: string): TypeNode => ({ kind: 'ref', id, origin }) as TypeNode;

/** `{ a: text }`; a name with a question mark is optional. */
function object(properties: Readonly<Record<string, TypeNode>>, more: object = {}): TypeNode {
  const list = Object.entries(properties).map(([name, type]) => ({
    name: name.replace('?', ''),
    type,
    required: !name.endsWith('?'),
    origin,
  }));
  return { kind: 'object', properties: list, bases: [], origin, ...more } as unknown as TypeNode;
}

const schemas = (all: Readonly<Record<string, TypeNode>>): ReadonlyMap<string, Schema> =>
  new Map(Object.entries(all).map(([id, type]) => [id, { id, type } as unknown as Schema]));
const NONE = { base: schemas({}), revision: schemas({}) };

const ROWS: readonly (readonly [title: string, a: TypeNode, b: TypeNode, expected: boolean])[] = [
  ['string → string', text, text, true],
  ['string → number', text, number, false],
  ['integer → number', integer, number, true],
  ['number → integer, which is number in TypeScript', number, integer, true],
  ['boolean → string', boolean, text, false],
  ['anything → unknown', list(text), unknown, true],
  ['unknown → string', unknown, text, false],
  ['unknown → unknown', unknown, unknown, true],
  ['never → string', never, text, true],
  ['string → never', text, never, false],
  ['never → never', never, never, true],
  ["'a' → string", literal('a'), text, true],
  ["'a' → number", literal('a'), number, false],
  ['1 → integer', literal(1), integer, true],
  ['true → boolean', literal(true), boolean, true],
  ["'a' → 'a'", literal('a'), literal('a'), true],
  ["'a' → 'b'", literal('a'), literal('b'), false],
  ["string → 'a'", text, literal('a'), false],
  ['null → null as scalar', literal(null), nothing, true],
  ['null → string', literal(null), text, false],
  ['string → string | null', text, nullable(text), true],
  ['string | null → string', nullable(text), text, false],
  ['string | null → string | null', nullable(text), nullable(text), true],
  ['number | null → string | null', nullable(number), nullable(text), false],
  ['null → string | null', literal(null), nullable(text), true],
  ['null as scalar → string | null', nothing, nullable(text), true],
  ['string | null → string | null as union', nullable(text), union(text, nothing), true],
  ['false → string | null', literal(false), nullable(text), false],
  ['string → string | number', text, union(text, number), true],
  ['boolean → string | number', boolean, union(text, number), false],
  ['string | number → string', union(text, number), text, false],
  ['string | number → number | string', union(text, number), union(number, text), true],
  ["'a' | 'b' → string", union(literal('a'), literal('b')), text, true],
  ["open 'a' → 'a' | 'b'", open('string', literal('a')), union(literal('a'), literal('b')), false],
  ["open 'a' → string", open('string', literal('a')), text, true],
  ["open 'a' → open 'b'", open('string', literal('a')), open('string', literal('b')), true],
  ["string → open 'b'", text, open('string', literal('b')), true],
  ["number → open 'b'", number, open('string', literal('b')), false],
  ['integer → open 1', integer, open('number', literal(1)), true],
  ['list → open', list(text), open('string', literal('a')), false],
  ['A & B → A', both(object({ a: text }), object({ b: text })), object({ a: text }), true],
  ['A & B → C', both(object({ a: text }), object({ b: text })), object({ c: text }), false],
  [
    'AB → A & B of open objects',
    object({ a: text }),
    both(object({ 'a?': text }), object({ 'a?': text })),
    true,
  ],
  ['A → A & B', object({ a: text }), both(object({ a: text }), object({ b: text })), false],
  ['string[] → string[]', list(text), list(text), true],
  ['string[] → number[]', list(text), list(number), false],
  ['string[] → string', list(text), text, false],
  ['string → string[]', text, list(text), false],
  ['object → string[]', object({}), list(text), false],
  ['string[] → object', list(text), object({}), false],
  ['[string] → string[]', tuple([text]), list(text), true],
  ['[string, number] → string[]', tuple([text, number]), list(text), false],
  ['[string, ...string[]] → string[]', tuple([text], { rest: text }), list(text), true],
  ['[string, ...number[]] → string[]', tuple([text], { rest: number }), list(text), false],
  ['[string, ...unknown[]] → string[]', tuple([text], { rest: undefined }), list(text), false],
  ['[string] → [string]', tuple([text]), tuple([text]), true],
  ['[string] → [number]', tuple([text]), tuple([number]), false],
  ['[string, string] → [string]', tuple([text, text]), tuple([text]), false],
  ['[string] → [string, string]', tuple([text]), tuple([text, text]), false],
  ['[string?] → [string]', tuple([text], { required: 0 }), tuple([text]), false],
  ['[string] → [string?]', tuple([text]), tuple([text], { required: 0 }), true],
  ['[string, ...] → [string]', tuple([text], { rest: text }), tuple([text]), false],
  ['[string] → [string, ...]', tuple([text]), tuple([text], { rest: text }), false],
  ['[string] → string', tuple([text]), text, false],
  ['{ a } → { a }', object({ a: text }), object({ a: text }), true],
  ['{ a: string } → { a: number }', object({ a: text }), object({ a: number }), false],
  ['{ a? } → { a }', object({ 'a?': text }), object({ a: text }), false],
  ['{ a } → { a? }', object({ a: text }), object({ 'a?': text }), true],
  ['{} → { a? }', object({}), object({ 'a?': text }), true],
  ['{} → { a }', object({}), object({ a: text }), false],
  ['{ a, b } as a literal → { a }', object({ a: text, b: text }), object({ a: text }), false],
  [
    '{ a, b } → { a, [key]: string }',
    object({ a: text, b: text }),
    object({ a: text }, { additional: text }),
    true,
  ],
  [
    '{ a, b: number } → { a, [key]: string }',
    object({ a: text, b: number }),
    object({ a: text }, { additional: text }),
    false,
  ],
  ['{ a } → {}, which is anything', object({ a: text }), object({}), true],
  ['{ a } → {} and nothing else', object({ a: text }), object({}, { additional: false }), false],
  ['{ [key]: string } → record of string', object({}, { additional: text }), record(text), true],
  ['record of string → record of string', record(text), record(text), true],
  ['record of string → record of number', record(text), record(number), false],
  ['record of string → { a? }', record(text), object({ 'a?': text }), false],
  ['{ a } → record of string', object({ a: text }), record(text), true],
  ['{ a: number } → record of string', object({ a: number }), record(text), false],
  ['string → record of string', text, record(text), false],
];

describe.each([
  ['fits', fits],
  ['fitsOnWire', fitsOnWire],
] as const)('%s', (_name, check) => {
  test.each(ROWS)('%s', (_title, a, b, expected) => expect(check(a, b, NONE)).toBe(expected));

  test('looks through references, each side in its own document', () => {
    const sides = { base: schemas({ X: text, Y: number }), revision: schemas({ X: number, Y: text }) };
    expect([
      check(ref('X'), ref('Y'), sides),
      check(ref('X'), ref('X'), sides),
      check(text, ref('Y'), sides),
      check(ref('X'), text, sides),
    ]).toEqual([true, false, true, true]);
    expect([check(text, ref('Gone'), sides), check(ref('Gone'), text, sides)]).toEqual([true, false]);
  });

  test('takes two types that refer to themselves for the same when nothing else speaks against it', () => {
    const tree = (value: TypeNode): TypeNode => object({ value, children: list(ref('Tree')) });
    expect(
      check(ref('Tree'), ref('Tree'), {
        base: schemas({ Tree: tree(text) }),
        revision: schemas({ Tree: tree(text) }),
      }),
    ).toBe(true);
    expect(
      check(ref('Tree'), ref('Tree'), {
        base: schemas({ Tree: tree(text) }),
        revision: schemas({ Tree: tree(number) }),
      }),
    ).toBe(false);
  });

  test('does not remember what it assumed of a pair that did not fit', () => {
    const inner = object({ a: text });
    const other = object({ a: number });
    // The pair is met twice; the first answer must not make the second one.
    expect(
      check(object({ x: inner }), union(object({ x: other, 'y?': text }), object({ x: other })), NONE),
    ).toBe(false);
  });

  test('says no where it would take too long', () => {
    const deep = (depth: number): TypeNode => (depth === 0 ? text : list(deep(depth - 1)));
    expect([check(deep(40), deep(40), NONE), check(deep(41), deep(41), NONE)]).toEqual([true, false]);
    const wide = (count: number): TypeNode =>
      object(Object.fromEntries(Array.from({ length: count }, (_unused, at) => [`p${at}`, text])));
    expect([check(wide(4_999), wide(4_999), NONE), check(wide(5_000), wide(5_000), NONE)]).toEqual([
      true,
      false,
    ]);
  });

  test('knows no rules for names', () => {
    expect(check(object({ a: text }), object({}, { patterns: [{ pattern: '^a', type: text }] }), NONE)).toBe(
      false,
    );
  });
});

describe('limits and formats', () => {
  const limited = (maxLength: number): TypeNode => scalar('string', { constraints: { maxLength } });
  const date = scalar('string', { format: 'date' });
  test.each<[string, TypeNode, TypeNode, boolean]>([
    ['the same limit', limited(3), limited(3), true],
    ['another limit', limited(3), limited(4), false],
    ['a limit that was not there', text, limited(3), false],
    ['no limit any more', limited(3), text, true],
    ['the same format', date, date, true],
    ['another format', scalar('string', { format: 'uuid' }), date, false],
    ['a format that was not there', text, date, false],
    ['no format any more', date, text, true],
    ['a format of every member', union(date), date, true],
    ['a format of no member', union(text), date, false],
    ['a literal where there is a format', literal('2020-01-01'), date, false],
  ])('%s', (_title, a, b, expected) => {
    expect(fitsOnWire(a, b, NONE)).toBe(expected);
    expect(fits(a, b, NONE)).toBe(true);
  });
});

describe('what a reader of the second needs, the first has', () => {
  /** By kinds of values, and by the values. */
  type Row = readonly [title: string, a: TypeNode, b: TypeNode, kinds: boolean, values: boolean];
  const none = { additional: false };
  const patterns = { patterns: [{ pattern: '^a', type: text }] };
  test.each<Row>([
    ['more properties', object({ a: text, b: text }), object({ a: text }), true, true],
    ['more properties than are allowed', object({ a: text, b: text }), object({ a: text }, none), true, true],
    ['a property less', object({ a: text }), object({ a: text, b: text }), false, false],
    ['an optional property less', object({ a: text }), object({ a: text, 'b?': text }), false, false],
    ['what was required is optional', object({ 'a?': text }), object({ a: text }), false, false],
    ['what was optional is required', object({ a: text }), object({ 'a?': text }), true, true],
    ['a property of another kind', object({ a: number }), object({ a: text }), false, false],
    ['a constant for a text', object({ a: literal('x') }), object({ a: text }), true, true],
    ['another constant', object({ a: literal('x') }), object({ a: literal('y') }), true, false],
    ['a constant of another kind', object({ a: literal(1) }), object({ a: literal('y') }), false, false],
    ['a text for a constant', object({ a: text }), object({ a: literal('y') }), true, false],
    ['a list for a text', list(text), text, false, false],
    ['a list for a constant', list(text), literal('y'), false, false],
    ['an integer for a number', integer, number, true, true],
    ['null for a text', nothing, text, false, false],
    ['null beside', nullable(text), text, false, false],
    ['null no more', text, nullable(text), true, true],
    ['fewer of several', literal('x'), union(literal('x'), literal('y')), true, true],
    ['others of several', literal('z'), union(literal('x'), literal('y')), true, false],
    ['in a list', list(object({ a: text, b: text })), list(object({ a: text })), true, true],
    ['any names', object({}), object({}, { additional: text }), false, false],
    ['the same names', object({}, { additional: text }), object({}, { additional: text }), true, true],
    [
      'names of another kind',
      object({}, { additional: number }),
      object({}, { additional: text }),
      false,
      false,
    ],
    ['names that nothing is known of', object({}, none), object({}, { additional: true }), true, true],
    ['rules for names', object({ a: text }), object({}, patterns), false, false],
    ['both of two', object({ a: text, b: text }), both(object({ a: text }), object({ b: text })), true, true],
    [
      'another limit',
      scalar('string', { constraints: { maxLength: 9 } }),
      scalar('string', { constraints: { maxLength: 3 } }),
      true,
      true,
    ],
    ['names of any kind', object({}), object({}, { additional: unknown }), false, false],
    ['a record for an object', record(text), object({ a: text }), false, false],
  ])('%s', (_title, a, b, kinds, values) => {
    expect([readsAs(a, b, { ...NONE, what: 'kinds' }), readsAs(a, b, { ...NONE, what: 'values' })]).toEqual([
      kinds,
      values,
    ]);
  });
});
