/** The types of Python that nodes become, received and sent, without a document. */
import { describe, expect, it } from 'vitest';
import type { TypeNode } from '../../generator/ir/types.ts';
import { createDeclaration } from '../../generator/languages/python/types/declaration.ts';
import { declare, memberNameIn, propertyType } from '../../generator/languages/python/types/declare.ts';
import type { Declaration } from '../../generator/languages/python/types/types.ts';
import type { TypeSite } from '../../generator/languages/python/types/type-context.ts';
import type { World } from '../languages/printed-types.ts';
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
import { declarationText, printed, typeContext } from './printed.ts';

const tuple = (items: readonly TypeNode[], more: object = {}): TypeNode =>
  node('tuple', { items, required: 0, ...more });
const extending = (bases: string, ...properties: readonly ReturnType<typeof property>[]) =>
  object(properties, { bases: bases.split(' ').map((id) => ref(id)) });

const schemas: Readonly<Record<string, TypeNode>> = {
  Pet: shape('name'),
  Dog: shape('bark'),
  Text: text,
  Tree: object([property('below', ref('Tree'))]),
  Loop: list(ref('Loop')),
  Named: ref('Pet'),
  Either: union([ref('Pet'), ref('Dog')]),
  Ring: union([ref('Pet'), list(ref('Ring'))]),
};
const world: World = { schemas, models: ['Pet', 'Dog'] };

interface More extends World {
  readonly way?: 'request' | 'response';
  readonly path?: string;
}

/** The declaration, those beside it, and what is less precise than the document. */
function declared(type: TypeNode, { way = 'response', path = '', ...given }: More = {}): readonly string[] {
  const own = createDeclaration('types.t', 'T');
  const nested: Declaration[] = [];
  const { context, widened } = typeContext({ ...world, ...given });
  const opened = (wanted: string): Declaration => {
    const same = nested.filter(({ name }) => name.replace(/\d+$/, '') === wanted).length;
    const declaration = createDeclaration('types.t', same === 0 ? wanted : `${wanted}${same + 1}`);
    nested.push(declaration);
    return declaration;
  };
  const site: TypeSite = { scope: { module: 'types.t', open: opened }, path, way, within: new Map() };
  declare(context, own, type, site);
  return [...[own, ...nested].map(declarationText), ...widened.map((each) => `wider: ${each}`)];
}

const tagged = (property: string, ...tags: readonly [string, number][]) => ({
  discriminator: { property, mapping: tags.map(([value, member]) => ({ value, member })) },
});

describe('the type of', () => {
  it.each<[string, TypeNode, readonly string[], More?]>([
    ['a text', text, ['T = str']],
    ['a number', scalar('number'), ['T = float']],
    ['yes or no', scalar('boolean'), ['T = bool']],
    ['null', scalar('null'), ['T = None']],
    ['a constant', literal('a'), ['T = Literal["a"]']],
    ['a constant null', literal(null), ['T = None']],
    ['anything', unknown, ['T = object']],
    ['nothing', node('never', {}), ['T = None']],
    ['a list', list(text), ['T = list[str]']],
    ['a list that is sent', list(text), ['T = SequenceNotStr[str]'], { way: 'request' }],
    ['a list of objects', list(shape('a')), ['T = list[TItem]', 'TItem() { a?: str }']],
    ['a list of lists', list(list(shape('a'))), ['T = list[list[TItem]]', 'TItem() { a?: str }']],
    ['a nullable list', nullable(list(shape('a'))), ['T = list[TItem] | None', 'TItem() { a?: str }']],
    [
      'a tuple',
      tuple([text, shape('a'), shape('b')], { rest: false }),
      ['T = list[str | TItem1 | TItem2]', 'TItem1() { a?: str }', 'TItem2() { b?: str }'],
    ],
    [
      'a tuple with more',
      tuple([text], { rest: shape('c') }),
      ['T = list[str | TItem1]', 'TItem1() { c?: str }'],
    ],
    ['a tuple with anything', tuple([text]), ['T = list[object]']],
    ['an empty tuple', tuple([], { rest: false }), ['T = list[object]']],
    ['a map', record(text), ['T = dict[str, str]']],
    ['a map of objects', record(shape('a')), ['T = dict[str, TItem]', 'TItem() { a?: str }']],
    ['a bare object', bare, ['T = dict[str, object]']],
    ['a bare object of old', bare, ['T = object'], { edition: '2025-01-01' }],
    [
      'a bare object with keys of old',
      { ...bare, keys: text } as TypeNode,
      ['T = dict[str, object]'],
      { edition: '2025-01-01' },
    ],
    ['a map of anything of old', record(unknown), ['T = dict[str, object]'], { edition: '2025-01-01' }],
    ['a map of texts of old', record(text), ['T = dict[str, str]'], { edition: '2025-01-01' }],
    ['a model', ref('Pet'), ['T = Pet']],
    ['a model that is sent', ref('Pet'), ['T = PetParam'], { way: 'request', sent: ['Pet'] }],
    ['a schema', ref('Text'), ['T = str']],
    ['a schema of a model', ref('Named'), ['T = Pet']],
    ['no schema', ref('Gone'), ['T = object']],
    ['a list of no schema', list(ref('Gone')), ['T = list[object]']],
    ['a schema of itself', ref('Tree'), ['T() { below?: T }']],
    ['a list of itself', ref('Loop'), ['T = list[T]']],
    [
      'a list of a schema of itself',
      list(ref('Tree')),
      ['T = list[TItem]', 'TItem() { below?: TItem }'],
      { recursive: ['Tree'] },
    ],
    ['an empty object', object([]), ['T = dict[str, object]']],
    ['an empty model', object([], { isModel: true }), ['T() {  }']],
    [
      'an empty object in a property',
      object([needed('a', object([])), needed('b', object([], { isModel: true }))]),
      ['T() { a: dict[str, object]; b: B }', 'B() {  }'],
    ],
    ['an object', object([needed('b'), property('a-b')]), ['T() { b: str; a_b? as a-b: str }']],
    [
      'an object that is sent',
      object([needed('b'), property('model_x')]),
      ['T<> { b: str; model_x?: str }'],
      { way: 'request' },
    ],
    [
      'names of pydantic',
      object([needed('model_x'), needed('copy'), needed('class')]),
      ['T() { api_model_x as model_x: str; copy_ as copy: str; class_ as class: str }'],
    ],
    [
      'names that are sent',
      object([needed('copy'), needed('class')]),
      ['T<> { copy: str; class_ as class: str }'],
      { way: 'request' },
    ],
    [
      'two names that become equal',
      object([needed('a-b'), needed('a_b'), needed('aB')]),
      ['T() { a_b as a-b: str; a_b_2 as a_b: str; a_b_3 as aB: str }'],
    ],
    [
      'an alias',
      object([property('x', shape('a'), { alias: 'own' })]),
      ['T() { own? as x: Own }', 'Own() { a?: str }'],
    ],
    [
      'an object in a property',
      object([
        property('toy', shape('a')),
        property('toys', list(shape('a'))),
        property('more', object([property('deep', shape('b'))])),
      ]),
      [
        'T() { toy?: Toy; toys?: list[Toy]; more?: More }',
        'Toy() { a?: str }',
        'More() { deep?: MoreDeep }',
        'MoreDeep() { b?: str }',
      ],
    ],
    [
      'an object in a property of a place',
      object([property('toy', shape('a'))]),
      ['T() { toy?: PToy }', 'PToy() { a?: str }'],
      { path: 'P' },
    ],
    [
      'another object of one name',
      object([property('toy', shape('a')), property('toys', list(shape('b')))]),
      ['T() { toy?: Toy; toys?: list[Toy2] }', 'Toy() { a?: str }', 'Toy2() { b?: str }'],
    ],
    [
      'the same object twice, in a published edition',
      object([property('toy', shape('a')), property('toys', list(shape('a')))]),
      ['T() { toy?: Toy; toys?: list[Toy2] }', 'Toy() { a?: str }', 'Toy2() { a?: str }'],
      { edition: '2025-10-10' },
    ],
    [
      'an object with a name of its own',
      object([property('x', shape('a', undefined, { typeName: 'own_name' }))]),
      ['T() { x?: OwnName }', 'OwnName() { a?: str }'],
    ],
    [
      'what is only sent',
      object([property('a', text, { writeOnly: true }), property('b')]),
      ['T() { b?: str }'],
    ],
    [
      'what is only read',
      object([property('a', text, { readOnly: true }), property('b')]),
      ['T<> { b?: str }'],
      { way: 'request' },
    ],
    [
      'an object with nothing to send',
      object([property('a', text, { readOnly: true })]),
      ['T = dict[str, object]'],
      { way: 'request' },
    ],
    ['a base', extending('Pet', property('a')), ['T(Pet) { a?: str }']],
    [
      'a base and an object',
      extending('Pet', property('toy', shape('a'))),
      ['T(Pet) { toy?: TToy }', 'TToy() { a?: str }'],
    ],
    [
      'a base and an object in a place',
      extending('Pet', property('toy', shape('a'))),
      ['T(Pet) { toy?: PToy }', 'PToy() { a?: str }'],
      { path: 'P' },
    ],
    [
      'a base that is no model',
      extending('Tree', property('a')),
      ['T() { below?: Below; a?: str }', 'Below() { below?: Below }'],
      { recursive: ['Tree'] },
    ],
    ['a base alone in a property', object([property('x', extending('Pet'))]), ['T() { x?: Pet }']],
    ['an open object', open(text), ['T = dict[str, str]']],
    [
      'an open object in a property',
      object([property('x', open(shape('a')))]),
      ['T() { x?: dict[str, XValue] }', 'XValue() { a?: str }'],
    ],
    [
      'an open object in a list',
      list(open(shape('a'))),
      ['T = list[dict[str, TItemValue]]', 'TItemValue() { a?: str }'],
    ],
    [
      'an open object of objects',
      open(shape('a')),
      ['T = dict[str, ValueValue]', 'ValueValue() { a?: str }'],
    ],
    [
      'an open object with properties',
      open(scalar('integer'), property('a')),
      ['T() { a?: str; [more]: int }'],
    ],
    ['a closed object', object([property('a')], { additional: false }), ['T() { a?: str }']],
    [
      'patterns',
      object([], {
        patterns: [
          { pattern: 'a', type: text },
          { pattern: 'b', type: scalar('integer') },
        ],
      }),
      ['T = dict[str, str | int]'],
    ],
    [
      'patterns and properties',
      object([property('a')], { patterns: [{ pattern: 'a', type: text }], additional: scalar('integer') }),
      ['T() { a?: str; [more]: int | str }'],
    ],
    ['no patterns', object([property('a')], { patterns: [] }), ['T() { a?: str }']],
    ['choices', union([text, scalar('null'), text]), ['T = str | None']],
    ['choices of constants', oneOf('a', 'b', 1), ['T = Literal["a","b",1]']],
    [
      'choices of objects',
      union([shape('a'), shape('b')]),
      ['T = A | B', 'A() { a?: str }', 'B() { b?: str }'],
    ],
    [
      'choices of objects in a place',
      union([shape('a'), shape('b')]),
      ['T = PA | PB', 'PA() { a?: str }', 'PB() { b?: str }'],
      { path: 'P' },
    ],
    [
      'choices of models with a tag',
      union([ref('Pet'), ref('Dog')], tagged('kind-of', ['p', 0])),
      ['T = Pet | Dog@{"discriminator":"kind_of"}'],
    ],
    [
      'choices with a tag that are sent',
      union([ref('Pet'), ref('Dog')], tagged('kind')),
      ['T = Pet | Dog'],
      { way: 'request' },
    ],
    ['one choice with a tag', union([ref('Pet')], tagged('kind')), ['T = Pet']],
    [
      'tags that name',
      union([shape('a'), shape('a'), shape('a')], tagged('kind', ['third', 2], ['first', 0])),
      [
        'T = First | A | Third@{"discriminator":"kind"}',
        'First() { a?: str }',
        'A() { a?: str }',
        'Third() { a?: str }',
      ],
    ],
    [
      'choices of lists',
      union([list(shape('a')), list(list(shape('a')))]),
      ['T = list[Item] | list[list[Item]]', 'Item() { a?: str }'],
    ],
    [
      'choices without a name',
      union([record(shape('a')), text]),
      ['T = dict[str, Variant] | str', 'Variant() { a?: str }'],
    ],
    ['choices that are open', union([literal('a')], { open: 'string' }), ['T = str | Literal["a"]']],
    [
      'choices in choices',
      union([union([text, ref('Pet')]), ref('Either'), oneOf('x')]),
      ['T = str | Pet | Dog | Literal["x"]'],
    ],
    ['choices that are models', union([ref('Either'), text]), ['T = Either | str'], { models: ['Either'] }],
    ['choices of themselves', ref('Ring'), ['T = Pet | list[T]']],
    ['choices of no schema', union([ref('Gone'), text]), ['T = object']],
    [
      'choices of recursive schemas',
      union([ref('Ring'), text]),
      ['T = Ring | str', 'Ring = Pet | list[Ring]'],
      { recursive: ['Ring'] },
    ],
    [
      'choices of objects in a property',
      object([property('x', union([shape('a'), shape('b')]))]),
      ['T() { x?: X }', 'X = XA | XB', 'XA() { a?: str }', 'XB() { b?: str }'],
    ],
    [
      'one choice in a property',
      object([property('x', union([shape('a')]))]),
      ['T() { x?: X }', 'X() { a?: str }'],
    ],
    [
      'choices of texts in a property',
      object([property('x', union([text, scalar('integer')]))]),
      ['T() { x?: str | int }'],
    ],
    ['choices of constants in a property', object([property('x', oneOf('a'))]), ['T() { x?: Literal["a"] }']],
    [
      'choices of empty objects in a property',
      object([property('x', union([object([]), text]))]),
      ['T() { x?: dict[str, object] | str }'],
    ],
    [
      'choices of empty models in a property',
      object([property('x', union([object([], { isModel: true }), text]))]),
      ['T() { x?: X }', 'X = XEmpty | str', 'XEmpty() {  }'],
    ],
    [
      'choices of nullable objects in a property',
      object([property('x', union([nullable(shape('a')), text]))]),
      ['T() { x?: X }', 'X = XA | str | None', 'XA() { a?: str }'],
    ],
    [
      'choices of choices in a property',
      object([property('x', union([union([text, ref('Pet')]), text]))]),
      ['T() { x?: X }', 'X = str | Pet'],
    ],
    [
      'choices of parts in a property',
      object([property('x', union([both(ref('Pet'), ref('Dog')), text]))]),
      ['T() { x?: X }', 'X = XVariant | str', 'XVariant() { name?: str; bark?: str }'],
    ],
    [
      'choices in a list',
      list(union([shape('a'), shape('b')])),
      ['T = list[TItem]', 'TItem = TItemA | TItemB', 'TItemA() { a?: str }', 'TItemB() { b?: str }'],
    ],
    ['parts', both(ref('Pet'), shape('a')), ['T() { name?: str; a?: str }']],
    [
      'parts in a property',
      object([property('x', both(ref('Pet'), shape('a')))]),
      ['T() { x?: X }', 'X() { name?: str; a?: str }'],
    ],
    [
      'parts of choices',
      both(union([shape('a'), shape('b')]), shape('c')),
      ['T = A | B', 'A() { a?: str; c?: str }', 'B() { b?: str; c?: str }'],
    ],
    ['parts that cannot be joined', both(text, list(text)), ['T = object', 'wider: scalar & array']],
  ])('%s', (_, type, expected, more) => expect(declared(type, more)).toEqual(expected));
});

it('two members of one name', () => {
  const taken = new Set<string>();
  expect(['a', 'b', 'a', 'a'].map((name) => memberNameIn(taken, name))).toEqual(['a', 'b', 'a_2', 'a_3']);
});

it.each<[string, TypeNode, 'request' | 'response', string]>([
  [
    'a time that is sent',
    scalar('string', { format: 'date-time' }),
    'request',
    'str | datetime@{"format":"iso8601"}',
  ],
  ['a time', scalar('string', { format: 'date-time' }), 'response', 'datetime'],
  ['a text that is sent', text, 'request', 'str'],
])('the format of %s', (_, type, way, expected) => {
  const open = (): Declaration => createDeclaration('types.t', 'X');
  const { context } = typeContext(world);
  const site: TypeSite = { scope: { module: 'types.t', open }, path: '', way, within: new Map() };
  expect(printed(propertyType(context, type, site))).toBe(expected);
});

it.each<[object, object]>([
  [{}, {}],
  [
    { default: null, example: 0, description: 'What it is.' },
    { default: null, example: 0 },
  ],
])('what pages say about a member with %j', (more, expected) => {
  const own = createDeclaration('types.t', 'T');
  const a = property('a', text, more);
  const site: TypeSite = {
    scope: { module: 'types.t', open: () => own },
    path: '',
    way: 'response',
    within: new Map(),
  };
  declare(typeContext(world).context, own, object([a]), site);
  const [member] = own.body.kind === 'model' ? own.body.members : [];
  expect(member?.about).toStrictEqual({ type: text, property: a, ...expected });
});
