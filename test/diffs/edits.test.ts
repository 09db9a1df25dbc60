/** Edits that are equal wherever their shape is written out, and what users notice of new members. */
import { expect, it } from 'vitest';
import { editsOf } from '../../generator/diff/compare/edits.ts';
import type { Fact } from '../../generator/diff/compare/fact.ts';
import { noticed } from '../../generator/diff/compare/noticed.ts';
import type { TypeNode } from '../../generator/ir/types.ts';
import { list, literal, object, property, ref, scalar, shape, text, union, walkOf } from './walk-support.ts';

const values = (...all: readonly string[]): TypeNode => union(all.map((value) => literal(value)));

it('an edit is known by both shapes and its name', () => {
  const walk = walkOf({ Pet: shape('id') });
  const edit = (a: TypeNode, b: TypeNode, name = 'x'): string | undefined =>
    editsOf(walk)({ edited: { a, b, name } } as unknown as Fact);
  const first = edit(shape('a b c'), shape('a b d'));
  expect(first).toMatch(/^[0-9a-f]{64} [0-9a-f]{64} x$/);
  expect(edit(shape('c b a'), shape('d b a'))).toBe(first);
  expect(edit(shape('a b c'), shape('a b d'), 'y')).toBe(first?.replace(/x$/, 'y'));
  expect(edit(shape('a b c'), shape('a b e'))).not.toBe(first);
  expect(edit(shape('a b e'), shape('a b d'))).not.toBe(first);
  expect(edit(object([property('a', ref('Pet')), property('b'), property('c')]), shape('a b d'))).not.toBe(
    first,
  );
  expect(edit(values('a', 'b'), values('a', 'b', 'c'))).toMatch(/ x$/);
  expect(editsOf(walk)({} as Fact)).toBeUndefined();
});

it.each<[string, TypeNode, TypeNode]>([
  ['two properties', shape('a b'), shape('a b c')],
  ['two properties then', shape('a b c'), shape('a b')],
  ['one value', values('a'), values('a', 'b')],
  ['one value then', values('a', 'b'), values('a')],
  ['text', text, text],
])('an edit of %s stands alone', (_name, a, b) => {
  expect(editsOf(walkOf())({ edited: { a, b, name: 'x' } } as unknown as Fact)).toBeUndefined();
});

it('a shape is read once', () => {
  const walk = walkOf();
  let reads = 0;
  const counted = (names: string): TypeNode => {
    const node = shape(names);
    return {
      ...node,
      get bases() {
        reads += 1;
        return [];
      },
    } as TypeNode;
  };
  const [a, b] = [counted('a b c'), counted('a b d')];
  const editOf = editsOf(walk);
  expect(editOf({ edited: { a, b, name: 'x' } } as unknown as Fact)).toBe(
    editOf({ edited: { a, b, name: 'x' } } as unknown as Fact),
  );
  expect(reads).toBe(2);
});

const kinds = (...all: readonly string[]): TypeNode =>
  object([property('kind', values(...all), { required: true })]);
const ROW = { type: object([property('kind', values('a', 'b'), { required: true })]) };

it.each<[string, TypeNode, readonly TypeNode[], readonly string[], readonly string[]]>([
  ['the same', shape('a'), [shape('a')], ['type-level'], ['type-level']],
  ['further properties', shape('a'), [shape('a b')], ['type-level'], ['type-level']],
  ['fewer properties', shape('a b'), [shape('a')], ['read', 'exhaust'], ['type-level']],
  [
    'another type',
    object([property('a')]),
    [object([property('a', scalar('integer'))])],
    ['read', 'exhaust'],
    ['type-level'],
  ],
  [
    'a required property that is gone',
    object([property('a', text, { required: true })]),
    [shape('b')],
    ['read', 'exhaust'],
    ['type-level'],
  ],
  ['new values', kinds('a', 'b'), [kinds('a', 'b', 'c')], ['exhaust'], ['exhaust', 'type-level']],
  [
    'new values in another member',
    kinds('a', 'b'),
    [kinds('a'), kinds('c')],
    ['exhaust'],
    ['exhaust', 'type-level'],
  ],
  ['fewer values', kinds('a', 'b'), [kinds('a')], ['type-level'], ['type-level']],
  [
    'values of another type',
    kinds('a', 'b'),
    [object([property('kind', scalar('integer'), { required: true })])],
    ['read', 'exhaust'],
    ['type-level'],
  ],
  [
    'new values within a union',
    kinds('a', 'b'),
    [union([kinds('a'), union([kinds('c')])])],
    ['exhaust'],
    ['exhaust', 'type-level'],
  ],
  ['new values within a name', kinds('a', 'b'), [ref('New')], ['exhaust'], ['exhaust', 'type-level']],
  ['a union of itself', kinds('a', 'b'), [ref('Loop')], ['exhaust'], ['exhaust', 'type-level']],
  ['text', kinds('a', 'b'), [text], ['read', 'exhaust'], ['type-level']],
  ['a list', kinds('a', 'b'), [list(text)], ['read', 'exhaust'], ['type-level']],
  ['members of a name', ref('Row'), [kinds('a', 'c')], ['exhaust'], ['exhaust', 'type-level']],
  ['members of text', text, [kinds('a')], ['read', 'exhaust'], ['type-level']],
  ['members of nothing', ref('None'), [kinds('a', 'c')], ['type-level'], ['type-level']],
  [
    'a member that is nothing',
    kinds('a', 'b'),
    [ref('None'), kinds('c')],
    ['read', 'exhaust'],
    ['exhaust', 'type-level'],
  ],
  [
    'other and new values',
    kinds('a', 'b'),
    [kinds('c'), text],
    ['read', 'exhaust'],
    ['exhaust', 'type-level'],
  ],
])('users notice of %s', (_name, a, members, response, request) => {
  const loop = union([kinds('a', 'd')]);
  (loop.members as TypeNode[]).push(ref('Loop'));
  const walk = walkOf({ Row: ROW.type }, { Row: ROW.type, New: kinds('c'), Loop: loop });
  expect(noticed(walk, a, members)).toEqual({
    response: { source: response },
    request: { source: request },
  });
});
