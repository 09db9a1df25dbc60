/** How a member of a union is named that has no declaration of its own, by nodes alone. */
import { describe, expect, it } from 'vitest';
import type { ObjectType, TypeNode } from '../../generator/ir/types.ts';
import { memberName, unnamedMember } from '../../generator/plan/member-name.ts';
import {
  list,
  literal,
  needed,
  nullable,
  object,
  oneOf,
  property,
  ref,
  scalar,
  shape,
  text,
} from '../diffs/walk-support.ts';
import { shapesOf } from './support.ts';

const SCHEMAS: Readonly<Record<string, TypeNode>> = {
  Pet: shape('name'),
  Same: shape('name'),
  Base: shape('id'),
  '2': shape('two'),
  Kind: literal('of schema'),
};
const hinted = (hint: string, node: TypeNode = shape('a')): TypeNode => ({ ...node, nameHints: [hint] });
const having = (...types: readonly (TypeNode | undefined)[]): ObjectType =>
  object(types.flatMap((type, index) => (type ? [property(`p${index}`, type)] : [])));
const extending = (id: string): ObjectType => object([], { bases: [ref(id)] });

const LONG = 'x'.repeat(40);

/** The names of all members, or of the first if it alone has a tag. */
function names(
  members: readonly TypeNode[],
  tag?: string,
  edition?: string,
): readonly (string | undefined)[] {
  const shapes = shapesOf(SCHEMAS, edition);
  const place = { siblings: members };
  return tag === undefined
    ? members.map((member) => memberName(shapes, member, place))
    : members.slice(0, 1).map((member) => memberName(shapes, member, { ...place, tag }));
}

const none = undefined;

describe('the name of a member', () => {
  it.each<[string, readonly TypeNode[], readonly (string | undefined)[], string?]>([
    ['a schema', [ref('Pet')], ['Pet']],
    ['a nullable schema', [nullable(ref('Pet'))], ['Pet']],
    ['no schema', [ref('Gone')], [none]],
    ['a title', [hinted('Own')], ['Own']],
    ['a title before a tag', [hinted('Own')], ['Own'], 'tag'],
    ['a number as title', [hinted('1')], ['tag'], 'tag'],
    ['a number as schema', [ref('2'), ref('Pet')], ['two', 'Pet']],
    ['a tag', [shape('a'), shape('b')], ['tag'], 'tag'],
    ['a number as tag', [shape('a'), shape('b')], ['a'], '1'],
    ['alone', [shape('a')], [none]],
    ['constants', [shape('a', 'cat'), shape('a', 'dog')], ['cat', 'dog']],
    ['a constant of a schema', [having(ref('Kind')), having(text)], ['of schema', 'p0']],
    ['a constant that another has', [shape('a', 'cat'), shape('a b', 'cat')], ['other', 'b']],
    [
      'the same constant of another property',
      [having(literal('cat')), having(none, literal('cat'))],
      ['cat', 'cat'],
    ],
    ['constants of numbers', [having(literal(1)), having(literal(2))], ['p0', 'p0']],
    ['constants without letters', [having(literal('1')), having(literal('2'))], ['p0', 'p0']],
    ['constants of forty letters', [having(literal(LONG)), having(text)], [LONG, 'p0']],
    ['longer constants', [having(literal(`${LONG}x`)), having(literal(`${LONG}y`))], ['p0', 'p0']],
    [
      'a needed constant first',
      [object([property('a', literal('x')), needed('b', literal('y'))]), shape('a b')],
      ['y', 'other'],
    ],
    ['properties', [shape('a b'), shape('a c')], ['b', 'c']],
    ['a needed property first', [object([property('b'), needed('c')]), shape('a')], ['c', 'a']],
    ['a property without letters', [shape('1 b'), shape('a')], ['b', 'a']],
    ['a property in a nullable member', [nullable(shape('a')), shape('b')], ['a', 'b']],
    ['the same property', [shape('a'), shape('a')], ['a', 'a']],
    ['the same two properties', [shape('a b'), shape('b a')], ['other', 'other']],
    ['no properties', [object([]), shape('a')], ['empty', 'a']],
    ['no objects', [text, list(text)], [none, none]],
    ['values', [having(oneOf('cat', 'kitten')), having(oneOf('dog', 'puppy'))], ['cat', 'dog']],
    ['the shortest value', [having(oneOf('kitten', 'cow', 'cat')), having(oneOf('dog'))], ['cat', 'dog']],
    ['values of two members', [having(oneOf('a', 'both')), having(oneOf('both', 'bb'))], ['a', 'bb']],
    ['the same values', [having(oneOf('a', 'b')), having(oneOf('a', 'b'))], ['p0', 'p0']],
    ['values with a number', [having(oneOf('a', 1)), having(oneOf('a', 2))], ['p0', 'p0']],
    ['values without letters', [having(oneOf('1', '2')), having(oneOf('3', '4'))], ['p0', 'p0']],
    ['long values', [having(oneOf(`${LONG}x`, `${LONG}y`)), having(oneOf('a', 'b'))], ['p0', 'a']],
    ['a value twice', [having(oneOf('a', 'a')), having(oneOf('b', 'c'))], ['a', 'b']],
    ['any text', [having(oneOf('a', 'b')), having(oneOf('c', 'd')), having(text)], ['a', 'c', 'other']],
    [
      'any number',
      [having(oneOf('a', 'b')), having(oneOf('c', 'd')), having(scalar('integer'))],
      ['a', 'c', 'p0'],
    ],
    ['any text beside values of one', [having(oneOf('a', 'b')), having(text)], ['a', 'p0']],
    ['a base', [extending('Base'), extending('Base')], ['Base extension', 'Base extension']],
    ['no base', [object([], { bases: [ref('Gone')] }), shape('a')], ['empty', 'a']],
    ['a base of a schema', [ref('Base'), extending('Base')], ['Base', 'Base extension']],
    ['as a schema', [ref('Pet'), shape('name')], ['Pet', 'name']],
    ['as two schemas', [ref('Pet'), ref('Same'), shape('name')], ['Pet', 'Same', 'name']],
    ['as a title, with more', [hinted('Own', shape('a b')), shape('a b')], ['Own', 'a']],
    ['as another, with more', [shape('a b'), shape('b a'), ref('Pet')], ['other', 'other', 'Pet']],
  ])('%s', (_, members, expected, tag) => expect(names(members, tag)).toEqual(expected));
});

describe('the name of a member in a published edition', () => {
  it.each<[string, string, readonly TypeNode[], readonly (string | undefined)[], string?]>([
    ['a tag before a title', '2025-01-01', [hinted('Own')], ['tag'], 'tag'],
    ['a title without a tag', '2025-01-01', [hinted('Own')], ['Own']],
    ['a title before a tag', '2025-10-10', [hinted('Own')], ['Own'], 'tag'],
    ['a constant', '2025-10-10', [shape('a', 'cat'), shape('a', 'dog')], ['cat', 'dog']],
    ['values', '2025-10-10', [having(oneOf('a', 'b')), having(oneOf('c', 'd'))], [none, none]],
    ['no properties', '2025-10-10', [object([]), shape('a')], [none, 'a']],
  ])('%s', (_, edition, members, expected, tag) => expect(names(members, tag, edition)).toEqual(expected));
});

it.each<[string | undefined, TypeNode, string]>([
  [undefined, list(text), 'Item'],
  [undefined, text, 'Variant'],
  ['2025-10-10', list(text), 'UnionMember7'],
  ['2025-10-10', text, 'UnionMember7'],
])('without a name, in edition %s', (edition, member, expected) =>
  expect(unnamedMember(shapesOf(SCHEMAS, edition), member, 7)).toBe(expected),
);
