/** The types of TypeScript that nodes become, without a document. */
import { describe, expect, it } from 'vitest';
import type { TypeNode } from '../../generator/ir/types.ts';
import type { Direction } from '../../generator/plan/shapes.ts';
import { createDeclaration, lineage } from '../../generator/languages/typescript/types/declaration.ts';
import { aboutProperty, declare, orInherited } from '../../generator/languages/typescript/types/declare.ts';
import {
  bare,
  both,
  list,
  literal,
  needed,
  node,
  nullable,
  object,
  oneOf,
  open,
  property,
  record,
  ref,
  scalar,
  shape,
  text,
  union,
  unknown,
} from '../diffs/walk-support.ts';
import { type World, declarationText, printed, typeContext } from './printed-types.ts';

const binary = scalar('binary');
const time = scalar('string', { format: 'date-time' });
const tuple = (required: number, items: readonly TypeNode[], more: object = {}): TypeNode =>
  node('tuple', { items, required, ...more });
/** An object with these bases. */
const extending = (
  bases: string,
  properties: readonly ReturnType<typeof property>[] = [],
  more: object = {},
) => object(properties, { bases: bases.split(' ').map((id) => ref(id)), ...more });

const schemas: Readonly<Record<string, TypeNode>> = {
  Pet: shape('name'),
  Dog: shape('name bark'),
  Open: open(text),
  Maybe: nullable(ref('Pet')),
  Text: text,
  Tree: object([property('below', ref('Tree'))]),
  Loop: list(ref('Loop')),
  Named: ref('Pet'),
};
const world: World = { schemas, models: ['Pet', 'Dog', 'Open'] };

function declared(
  type: TypeNode,
  { direction = 'response', ...given }: World & { readonly direction?: Direction } = {},
): string {
  const declaration = createDeclaration({ name: 'T', module: 'm' });
  declare(typeContext({ ...world, ...given }), declaration, { node: type, direction });
  return declarationText(declaration);
}

describe('the type of', () => {
  it.each<[string, TypeNode, string, Parameters<typeof declared>[1]?]>([
    ['a text', text, 'T = string'],
    ['a number', scalar('number'), 'T = number'],
    ['a whole number', scalar('integer'), 'T = number'],
    ['yes or no', scalar('boolean'), 'T = boolean'],
    ['null', scalar('null'), 'T = null'],
    ['bytes that come', binary, 'T = string'],
    ['bytes that go', binary, 'T = Uploadable', { direction: 'request' }],
    ['a time', time, 'T = string'],
    ['a converted time', time, 'T = Date', { values: { dates: true, int64: false } }],
    [
      'a converted time that goes',
      time,
      'T = Date | string',
      { values: { dates: true, int64: false }, direction: 'request' },
    ],
    [
      'a converted number that goes',
      scalar('integer', { format: 'int64' }),
      'T = bigint | number',
      { values: { dates: false, int64: true }, direction: 'request' },
    ],
    ['a constant', literal('a'), "T = 'a'"],
    ['a constant number', literal(1), 'T = 1'],
    ['true', node('literal', { value: true }), 'T = true'],
    ['false', node('literal', { value: false }), 'T = false'],
    ['a constant null', literal(null), 'T = null'],
    ['anything', unknown, 'T = unknown'],
    ['nothing', node('never', {}), 'T = never'],
    ['a list', list(text), 'T = Array<string>'],
    ['a list of objects', list(shape('a')), 'T = Array<T.TItem> + T.TItem { a?: string }'],
    ['a tuple', tuple(1, [text, scalar('number')], { rest: false }), 'T = [string, (number)?]'],
    ['a tuple with more', tuple(1, [text], { rest: literal('a') }), "T = [string, ...Array<'a'>]"],
    ['a tuple with anything', tuple(0, []), 'T = [...Array<unknown>]'],
    [
      'a tuple of objects',
      tuple(2, [shape('a'), shape('b')], { rest: shape('c') }),
      'T = [T.TItem0, T.TItem1, ...Array<T.TItem>] + T.TItem0 { a?: string } + T.TItem1 { b?: string } + T.TItem { c?: string }',
    ],
    ['a map', record(text), 'T = { [key: string]: string }'],
    ['a map of objects', record(shape('a')), 'T = { [key: string]: T.TItem } + T.TItem { a?: string }'],
    [
      'a map with keys',
      node('record', { values: text, keys: oneOf('a', 'b') }),
      "T = { [Key in 'a' | 'b']?: string }",
    ],
    [
      'a map with keys of objects',
      node('record', { values: text, keys: shape('a') }),
      'T = { [Key in T.TItemKey]?: string } + T.TItemKey { a?: string }',
    ],
    ['a bare object', bare, 'T = { [key: string]: unknown }'],
    ['a bare object of old', bare, 'T = unknown', { edition: '2025-01-01' }],
    [
      'a map of anything of old',
      record(unknown),
      'T = { [key: string]: unknown }',
      { edition: '2025-01-01' },
    ],
    ['a map of texts of old', record(text), 'T = { [key: string]: string }', { edition: '2025-01-01' }],
    [
      'a map with keys of old',
      { ...bare, keys: text } as TypeNode,
      'T = { [Key in string]?: unknown }',
      { edition: '2025-01-01' },
    ],
    ['a nullable text', nullable(text), 'T = string | null'],
    ['a model', ref('Pet'), 'T = Pet'],
    ['a model that has two types', ref('Pet'), 'T = Pet', { sent: ['Pet'] }],
    ['a model that has another type', ref('Pet'), 'T = PetParam', { sent: ['Pet'], direction: 'request' }],
    ['a schema', ref('Text'), 'T = string'],
    ['a schema of a model', ref('Named'), 'T = Pet'],
    ['no schema', ref('Gone'), 'T = unknown'],
    ['a list of no schema', list(ref('Gone')), 'T = Array<unknown>'],
    ['a schema that is an object', ref('Tree'), 'T { below?: T }'],
    ['a schema of itself', ref('Loop'), 'T = Array<T>'],
    [
      'a list of a schema of itself',
      list(ref('Tree')),
      'T = Array<T.TItem> + T.TItem { below?: T.TItem }',
      { recursive: ['Tree'] },
    ],
    ['parts', both(ref('Pet'), ref('Dog')), 'T = (Pet) & (Dog)'],
    ['parts without a name', both(shape('a'), shape('a')), 'T = (T.A) & (T.A) + T.A { a?: string }'],
    [
      'parts that are lists',
      both(list(text), list(shape('a'))),
      'T = (Array<string>) & (Array<T.Item>) + T.Item { a?: string }',
    ],
    [
      'parts of a published edition',
      both(shape('a'), shape('a')),
      'T = (T.T) & (T.UnionMember1) + T.T { a?: string } + T.UnionMember1 { a?: string }',
      { edition: '2025-10-10' },
    ],
    ['choices', union([text, scalar('null'), text]), 'T = string | null'],
    ['choices with more texts', union([literal('a')], { open: 'string' }), "T = 'a' | (string & {})"],
    ['choices with more numbers', union([literal(1)], { open: 'number' }), 'T = 1 | (number & {})'],
    [
      'choices with tags',
      union([shape('a'), shape('b')], {
        discriminator: {
          property: 'kind',
          mapping: [
            { value: 'second', member: 1 },
            { value: 'first', member: 0 },
          ],
        },
      }),
      'T = T.First | T.Second + T.First { a?: string } + T.Second { b?: string }',
    ],
    [
      'choices with a tag',
      union([shape('a'), shape('b')], {
        discriminator: { property: 'kind', mapping: [{ value: 'second', member: 1 }] },
      }),
      'T = T.A | T.Second + T.A { a?: string } + T.Second { b?: string }',
    ],
    [
      'choices of lists',
      union([list(shape('a')), text]),
      'T = Array<T.Item> | string + T.Item { a?: string }',
    ],
    [
      'choices of lists in a property',
      object([property('toys', union([list(shape('a')), shape('b'), record(shape('c'))]))]),
      'T { toys?: Array<T.Toy> | T.B | { [key: string]: T.Variant } } + T.Toy { a?: string } + T.B { b?: string } + T.Variant { c?: string }',
    ],
    [
      'choices of lists in a property of a published edition',
      object([property('toys', union([list(shape('a')), text]))]),
      'T { toys?: Array<T.UnionMember0> | string } + T.UnionMember0 { a?: string }',
      { edition: '2025-10-10' },
    ],
    ['an empty object', object([]), 'T {  }'],
    ['an object', object([needed('b'), property('a-b')]), "T { b: string; 'a-b'?: string }"],
    [
      'an object in a property',
      object([
        property('toy', shape('a')),
        property('toys', list(shape('a'))),
        property('more_toys', shape('b')),
      ]),
      'T { toy?: T.Toy; toys?: Array<T.Toy>; more_toys?: T.MoreToys } + T.Toy { a?: string } + T.MoreToys { b?: string }',
    ],
    [
      'two objects of one name',
      object([property('toy', shape('a')), property('toys', list(shape('b')))]),
      'T { toy?: T.Toy; toys?: Array<T.Toy2> } + T.Toy { a?: string } + T.Toy2 { b?: string }',
    ],
    [
      'the same object twice, in a published edition',
      object([property('toy', shape('a')), property('toys', list(shape('a')))]),
      'T { toy?: T.Toy; toys?: Array<T.Toy2> } + T.Toy { a?: string } + T.Toy2 { a?: string }',
      { edition: '2025-10-10' },
    ],
    [
      'the same object under another name',
      object([property('x', shape('a')), property('y', shape('a'))]),
      'T { x?: T.X; y?: T.Y } + T.X { a?: string } + T.Y { a?: string }',
    ],
    [
      'an object with a name of its own',
      object([property('x', shape('a', undefined, { typeName: 'own_name' }))]),
      'T { x?: T.OwnName } + T.OwnName { a?: string }',
    ],
    [
      'an object with the name of a type of the language',
      object([property('array', shape('a')), property('promise', shape('b'))]),
      'T { array?: T.Array; promise?: T.Promise2 } + T.Array { a?: string } + T.Promise2 { b?: string }',
    ],
    [
      'an alias',
      object([property('x', shape('a'), { alias: 'own' })]),
      'T { x?: T.Own } + T.Own { a?: string }',
    ],
    [
      'what is only sent',
      object([property('a', text, { writeOnly: true }), property('b')]),
      'T { b?: string }',
    ],
    [
      'what is only read',
      object([property('a', text, { readOnly: true }), property('b')]),
      'T { b?: string }',
      { direction: 'request' },
    ],
    [
      'a name that objects have',
      object([property('constructor'), property('valueOf')]),
      "T { constructor?: string | Object['constructor']; valueOf?: string | Object['valueOf'] }",
    ],
    ['a needed name that objects have', object([needed('toString')]), 'T { toString: string }'],
    [
      'items that are items',
      object([property('item', list(shape('a')))]),
      'T { item?: Array<T.Item> } + T.Item { a?: string }',
    ],
    ['a base', extending('Pet', [property('a')]), 'T extends Pet { a?: string }'],
    [
      'a base that goes',
      extending('Pet', [property('a')]),
      'T extends PetParam { a?: string }',
      { sent: ['Pet'], direction: 'request' },
    ],
    ['two bases', extending('Pet Dog'), "T extends Omit<Pet, 'name'>, Dog {  }"],
    [
      'a base with the same names',
      extending('Dog', [property('bark', list(text)), property('name', list(text))]),
      "T extends Omit<Dog, 'bark' | 'name'> { bark?: Array<string>; name?: Array<string> }",
    ],
    [
      'two bases with the same names',
      extending('Dog Pet', [property('bark')]),
      "T extends Omit<Dog, 'bark' | 'name'>, Pet { bark?: string }",
    ],
    [
      'a base that is open',
      extending('Open', [property('a')]),
      'T { a?: string; [key]: string | undefined }',
    ],
    [
      'a base of what is open',
      extending('Pet', [], { additional: text }),
      'T { name?: string; [key]: string | undefined }',
    ],
    [
      'a base of what is closed',
      extending('Pet', [property('a')], { additional: false }),
      'T extends Pet { a?: string }',
    ],
    [
      'a base that is no model',
      extending('Tree', [property('a')]),
      'T { below?: T.Below; a?: string } + T.Below { below?: T.Below }',
      { recursive: ['Tree'] },
    ],
    [
      'bases of which one is no model',
      extending('Pet Tree', [property('a')]),
      'T extends Pet { below?: T.Below; a?: string } + T.Below { below?: T.Below }',
      { recursive: ['Tree'] },
    ],
    [
      'a base that may be null',
      extending('Maybe', [property('a')]),
      'T { name?: string; a?: string }',
      { models: ['Maybe', 'Pet'] },
    ],
    ['an object with one base alone', object([property('x', extending('Pet'))]), 'T { x?: Pet }'],
    ['an open object', open(text), 'T = { [key: string]: string }'],
    [
      'an open object of objects',
      open(shape('a')),
      'T = { [key: string]: T.TValue } + T.TValue { a?: string }',
    ],
    ['an open object of anything', open(unknown, property('a')), 'T { a?: string; [key]: unknown }'],
    ['an open object with needed texts', open(text, needed('a')), 'T { a: string; [key]: string }'],
    [
      'an open object with other texts',
      open(scalar('number'), property('a')),
      'T { a?: string; [key]: number | string | undefined }',
    ],
    [
      'an open object with constants',
      open(text, needed('a', literal(1)), needed('b', oneOf('x', 'y'))),
      "T { a: 1; b: 'x' | 'y'; [key]: string | 1 | 'x' | 'y' }",
    ],
    [
      'an open object with null',
      open(text, needed('a', nullable(literal(1)))),
      'T { a: 1 | null; [key]: string | 1 | null }',
    ],
    [
      'an open object with bytes',
      open(text, needed('a', binary), needed('b')),
      'T { a: string; b: string; [key]: unknown }',
    ],
    [
      'an open object with lists',
      open(text, needed('a', list(text))),
      'T { a: Array<string>; [key]: unknown }',
    ],
    [
      'an open object with a nullable list',
      open(text, needed('a', nullable(list(text)))),
      'T { a: Array<string> | null; [key]: unknown }',
    ],
    [
      'an open object with choices',
      open(text, needed('a', union([text]))),
      'T { a: string; [key]: unknown }',
    ],
    [
      'an open object with open choices',
      open(text, needed('a', union([literal('x')], { mode: 'enum', open: 'string' }))),
      "T { a: 'x' | (string & {}); [key]: unknown }",
    ],
    [
      'an open object with a time',
      open(text, needed('a', time)),
      'T { a: Date; [key]: string | Date }',
      { values: { dates: true, int64: false } },
    ],
    [
      'an open object with what is only sent',
      open(text, needed('a', list(text), { writeOnly: true }), needed('b')),
      'T { b: string; [key]: string }',
    ],
    [
      'patterns',
      object([], {
        patterns: [
          { pattern: 'a', type: text },
          { pattern: 'b', type: shape('b') },
        ],
      }),
      'T = { [key: string]: string | T.Pattern1 } + T.Pattern1 { b?: string }',
    ],
    [
      'patterns and more',
      object([], { patterns: [{ pattern: 'a', type: text }], additional: literal(1) }),
      'T = { [key: string]: 1 | string }',
    ],
    ['no patterns', object([needed('a')], { patterns: [] }), 'T { a: string }'],
  ])('%s', (_, type, expected, more) => expect(declared(type, more)).toBe(expected));
});

it('a declaration says where it is', () => {
  const outer = createDeclaration({ name: 'A', module: 'm' });
  const inner = createDeclaration({ name: 'B', module: 'm', parent: outer, source: text });
  expect(outer).toEqual({
    ...{
      key: 'm#A',
      name: 'A',
      module: 'm',
      parent: undefined,
      body: { kind: 'pending' },
      doc: [],
      nested: [],
    },
  });
  expect([inner.key, inner.source, 'source' in outer]).toEqual(['m#A.B', text, false]);
  expect(lineage(inner)).toEqual([outer, inner]);
});

it.each<[object, object]>([
  [{}, {}],
  [
    { default: null, example: 0 },
    { default: null, example: 0 },
  ],
])('what pages say about a property with %j', (more, expected) =>
  expect(aboutProperty(property('a', text, more))).toStrictEqual({ type: text, ...expected }),
);

it.each([
  ['toLocaleString', false, "a | Object['toLocaleString']"],
  ['hasOwnProperty', true, 'a'],
  ['other', false, 'a'],
])('what objects have as %s', (name, required, expected) =>
  expect(printed(orInherited({ name, required }, [{ kind: 'code', code: 'a' as never }]))).toBe(expected),
);
