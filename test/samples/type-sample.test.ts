/** Example values of types, without a document. */
import { describe, expect, it } from 'vitest';
import type { ObjectType, Property, TypeNode, UnionType } from '../../generator/ir/types.ts';
import type { SampleSite } from '../../generator/plan/samples/site.ts';
import {
  hasExample,
  isExampleObject,
  sampleType,
  sampleUnion,
} from '../../generator/plan/samples/type-sample.ts';
import { DEFAULT_STYLE, type SampleValue } from '../../generator/plan/samples/value.ts';
import {
  list,
  literal,
  nullable,
  object,
  property,
  record,
  ref,
  scalar,
  text,
  union,
} from '../diffs/walk-support.ts';

type Schemas = Readonly<Record<string, TypeNode>>;
const none: TypeNode = { kind: 'never', origin: text.origin };
const unknown: TypeNode = { kind: 'unknown', reason: 'any', origin: text.origin };
const integer = scalar('integer');

const siteOf = (more: Partial<SampleSite> = {}, schemas: Schemas = {}): SampleSite =>
  ({
    shapes: {
      schemas: new Map(Object.entries(schemas).map(([id, type]) => [id, { id, name: id, type }])),
      sortProperties: false,
      edition: {},
    },
    ...{
      style: DEFAULT_STYLE,
      extent: 'required',
      name: 'it',
      within: new Set(),
      depth: 0,
      budget: { left: 100 },
    },
    ...more,
  }) as unknown as SampleSite;

/** The value as JSON with files as text; undefined if there is none. */
const plain = (value: SampleValue | undefined): unknown =>
  value === undefined
    ? undefined
    : value.kind === 'literal'
      ? value.value
      : value.kind === 'file'
        ? 'FILE'
        : value.kind === 'array'
          ? value.items.map(plain)
          : value.kind === 'object' &&
            Object.fromEntries(value.entries.map((entry) => [entry.name, plain(entry.value)]));
const sample = (node: TypeNode, more: Partial<SampleSite> = {}, schemas: Schemas = {}): unknown =>
  plain(sampleType(node, siteOf(more, schemas)));

const needed = (name: string, type: TypeNode = text, more: object = {}): Property =>
  property(name, type, { required: true, ...more });
const tuple = (required: number, ...items: readonly TypeNode[]): TypeNode =>
  ({ kind: 'tuple', items, required, origin: text.origin }) as TypeNode;
const both = (...members: readonly TypeNode[]): TypeNode =>
  ({ kind: 'intersection', members, origin: text.origin }) as TypeNode;
const all = { extent: 'all' as const };
const limits = (constraints: object, node: TypeNode): TypeNode => ({ ...node, constraints }) as TypeNode;

describe('a sample', () => {
  it.each<[string, TypeNode, unknown, Partial<SampleSite>?, Schemas?]>([
    ['of a text', text, 'it'],
    ['of a date', scalar('string', { format: 'date' }), '2026-01-31'],
    ['of a text with limits', limits({ maxLength: 1 }, text), 'i'],
    ['of a text in another style', text, '<value>', { style: { ...DEFAULT_STYLE, placeholders: 'angle' } }],
    ['of a whole number', limits({ minimum: 1.5 }, integer), 2],
    ['of a number', limits({ minimum: 1.5 }, scalar('number')), 1.5],
    ['of a yes or no', scalar('boolean'), true],
    ['of null', scalar('null'), null],
    ['of a file', scalar('binary'), 'FILE'],
    ['of a constant', literal('x'), 'x'],
    ['of anything', unknown, {}],
    ['of nothing', none, undefined],
    ['of a list', list(text), ['it']],
    ['of a list of nothing', list(none), []],
    ['of a list of at least three', limits({ minItems: 3 }, list(text)), ['it', 'it', 'it']],
    ['of a list of at least no item', limits({ minItems: 0 }, list(text)), ['it']],
    ['of a list of very many', limits({ minItems: 11 }, list(text)), Array.from({ length: 10 }, () => 'it')],
    ['of a list of no item', limits({ maxItems: 0 }, list(text)), []],
    ['of a list of one', limits({ maxItems: 1 }, list(text)), ['it']],
    ['of a list without repetition', limits({ minItems: 3, uniqueItems: true }, list(text)), ['it']],
    ['of a tuple', tuple(1, text, integer), ['it']],
    ['of a tuple with all that it may have', tuple(1, text, integer), ['it', 1], all],
    ['of a tuple with what cannot be', tuple(2, text, none), undefined],
    ['of a map', record(text), {}],
    ['of a map with all', record(text), { key: 'value' }, all],
    ['of a map that must hold something', limits({ minProperties: 1 }, record(text)), { key: 'value' }],
    ['of a map with keys', { ...record(text), keys: literal('a') } as TypeNode, { a: 'value' }, all],
    [
      'of a map with keys of null',
      { ...record(text), keys: literal(null) } as TypeNode,
      { key: 'value' },
      all,
    ],
    [
      'of a map with keys of no text',
      { ...record(text), keys: list(text) } as TypeNode,
      { key: 'value' },
      all,
    ],
    ['of a map with named keys', { ...record(text), keys: text } as TypeNode, { key: 'value' }, all],
    ['of a map of nothing', record(none), {}, all],
    ['of parts', both(object([needed('a')]), object([needed('b'), needed('a', integer)])), { a: 1, b: 'b' }],
    ['of parts that are no objects', both(text, object([needed('b')])), { b: 'b' }],
    ['of parts of which one cannot be', both(none, object([needed('b')])), undefined],
    ['of what may be null', nullable(text), 'it'],
    ['of null alone', nullable(none), null],
    ['of a named type', ref('T'), 'it', {}, { T: text }],
    ['of a name of nothing', ref('T'), undefined],
    ['of a type inside itself', ref('T'), undefined, { within: new Set(['T']) }, { T: text }],
    ['of a type that needs itself', ref('T'), undefined, {}, { T: object([needed('a', ref('T'))]) }],
    ['of a list of itself', ref('T'), { a: [] }, {}, { T: object([needed('a', list(ref('T')))]) }],
  ])('%s', (_title, node, expected, more, schemas) => expect(sample(node, more, schemas)).toEqual(expected));

  it.each([
    ['steps', { depth: 24 }, 'it'],
    ['steps', { depth: 25 }, undefined],
    ['values', { budget: { left: 1 } }, 'it'],
    ['values', { budget: { left: 0 } }, undefined],
    ['values', { budget: { left: -1 } }, undefined],
  ])('has a limit of %s: %j', (_title, more, expected) => expect(sample(text, more)).toBe(expected));

  it('of a list costs what its items cost', () => {
    const cost = (constraints: object, items: TypeNode = text): number => {
      const budget = { left: 100 };
      sampleType(limits(constraints, list(items)), siteOf({ budget }));
      return 100 - budget.left;
    };
    expect([
      cost({}),
      cost({ minItems: 3 }),
      cost({ minItems: 3 }, list(text)),
      cost({ maxItems: 0 }),
    ]).toEqual([2, 4, 7, 2]);
    expect(sample(limits({ minItems: 9 }, list(text)), { budget: { left: 10 } })).toHaveLength(9);
    expect(sample(limits({ minItems: 9 }, list(text)), { budget: { left: 9 } })).toBeUndefined();
    expect(sample(list(text), { budget: { left: 1 } })).toBeUndefined();
    expect(sample(list(text), { budget: { left: 2 } })).toEqual(['it']);
  });
});

describe('the depth', () => {
  it.each<[string, (inner: TypeNode) => TypeNode, number]>([
    ['a list', list, 1],
    ['a tuple', (inner) => tuple(1, inner), 1],
    ['a map', (inner) => limits({ minProperties: 1 }, record(inner)), 1],
    ['an object', (inner) => object([needed('a', inner)]), 1],
    ['parts', (inner) => both(inner), 1],
    ['what may be null', nullable, 1],
  ])('is one step further in %s', (_title, around) => {
    const deep = around(object([needed('b')]));
    expect(JSON.stringify(sample(deep, { depth: 22 }))).toContain('"b"');
    const cut = JSON.stringify(sample(deep, { depth: 23 })) ?? 'undefined';
    expect(cut).not.toContain('"b"');
  });
});

describe('an object', () => {
  const optional = object([needed('a'), property('b'), property('c', text, { deprecated: {} })]);
  it.each<[string, TypeNode, unknown, Partial<SampleSite>?]>([
    ['has what it needs', optional, { a: 'a' }],
    ['has all that is not deprecated', optional, { a: 'a', b: 'b' }, all],
    ['has at least so many', limits({ minProperties: 2 }, optional), { a: 'a', b: 'b' }],
    ['has at least one, which it needs', limits({ minProperties: 1 }, optional), { a: 'a' }],
    ['cannot be without what it needs', object([needed('a', none)]), undefined],
    ['can be without what it does not need', object([needed('a'), property('b', none)]), { a: 'a' }, all],
    ['has what is expected', object([property('a', text, { expected: true }), property('b')]), { a: 'a' }],
    [
      'has not what is expected but deprecated',
      object([property('a', text, { expected: true, deprecated: {} })]),
      {},
    ],
    ['sends nothing that only the server sets', object([needed('a', text, { readOnly: true })]), {}],
    [
      'gets what only the server sets',
      object([needed('a', text, { readOnly: true }), needed('b', text, { writeOnly: true })]),
      { a: 'a' },
      { direction: 'response' },
    ],
    ['has an example of the property', object([needed('a', text, { example: 'x' })]), { a: 'x' }],
    ['has the default of the property', object([needed('a', text, { default: 'x' })]), { a: 'x' }],
    [
      'has the example before the default',
      object([needed('a', text, { default: 'x', example: 'y' })]),
      { a: 'y' },
    ],
  ])('%s', (_title, node, expected, more) => expect(sample(node, more)).toEqual(expected));

  const nested = (levels: number, last: TypeNode): TypeNode =>
    levels === 0 ? last : object([property('o', nested(levels - 1, last))]);
  it.each<[string, TypeNode, unknown]>([
    ['a text in three levels', nested(2, object([property('a')])), { o: { o: { a: 'a' } } }],
    [
      'no text in four levels',
      nested(3, object([property('a'), needed('n')])),
      { o: { o: { o: { n: 'n' } } } },
    ],
    ['no object that would be empty', nested(3, object([property('a')])), { o: { o: {} } }],
    [
      'no list of objects that would be empty',
      nested(2, object([property('l', list(object([property('a')])))])),
      { o: { o: {} } },
    ],
    ['an empty object in the second level', nested(2, object([])), { o: { o: {} } }],
    [
      'an empty list, which is not cut',
      nested(2, object([property('l', list(none))])),
      { o: { o: { l: [] } } },
    ],
    ['a list of texts', nested(2, object([property('l', list(text))])), { o: { o: { l: ['l'] } } }],
    [
      'a map as a level',
      nested(1, record(object([property('o', object([property('a')]))]))),
      { o: { key: {} } },
    ],
  ])('has all in three levels: %s', (_title, node, expected) => expect(sample(node, all)).toEqual(expected));

  it.each<[string, TypeNode, unknown]>([
    ['needs it', nested(2, object([needed('e', object([property('a')]))])), { o: { o: { e: {} } } }],
    [
      'needs so many',
      nested(2, limits({ minProperties: 1 }, object([property('e', object([property('a')]))]))),
      { o: { o: { e: {} } } },
    ],
  ])('keeps an empty object where it %s', (_title, node, expected) =>
    expect(sample(node, all)).toEqual(expected),
  );

  it('cuts nothing short where only what is needed is shown', () => {
    const deep = object([property('e', object([]), { expected: true })]);
    expect(sample(deep, { level: 5 })).toEqual({ e: {} });
  });
});

describe('examples of the document', () => {
  const given = (examples: readonly unknown[], more: object = {}, node: TypeNode = text): TypeNode =>
    ({ ...node, examples, ...more }) as TypeNode;
  it.each<[string, TypeNode, unknown, Partial<SampleSite>?]>([
    ['are taken', given(['x', 'y']), 'x'],
    ['that do not fit are passed over', given([1, 'y']), 'y'],
    ['come before the default', given(['x'], { default: 'd' }), 'x'],
    ['that do not fit give way to the default', given([1], { default: 'd' }), 'd'],
    ['of an object are taken', given([{ a: 'x' }], {}, object([needed('a')])), { a: 'x' }],
    [
      'of an object are not taken where all is shown',
      given([{ a: 'x' }], {}, object([needed('a')])),
      { a: 'a' },
      all,
    ],
    ['of a list are taken where all is shown', given([['x']], {}, list(text)), ['x'], all],
    ['of null are taken where all is shown', given([null], {}, nullable(text)), null, all],
    ['of a text are taken where all is shown', given(['x']), 'x', all],
    ['are not taken where members are chosen', given(['x']), 'it', { member: () => 0 }],
  ])('%s', (_title, node, expected, more) => expect(sample(node, more)).toEqual(expected));

  it('of the place come first', () => {
    expect(plain(sampleType(given(['x']), siteOf(), 'own'))).toBe('own');
    expect(plain(sampleType(given(['x']), siteOf(), 1))).toBe('x');
  });

  const style = { style: { ...DEFAULT_STYLE, optional: 'with-example' as const } };
  it.each<[string, Property, unknown]>([
    ['its own example', property('a', text, { example: 'x' }), { a: 'x' }],
    ['an example of its type', property('a', given(['x'])), { a: 'x' }],
    ['no example', property('a'), {}],
  ])('show an optional property with %s', (_title, own, expected) => {
    expect(sample(object([own]), style)).toEqual(expected);
    expect(sample(object([own]))).toEqual({});
  });

  const T = { P: text, T: given(['x']), O: object([property('a', given(['x'])), property('b')]) };
  it.each<[string, TypeNode, boolean]>([
    ['of the type', given(['x']), true],
    ['an empty list of the type', given([]), false],
    ['behind a name', ref('T'), true],
    ['beside a name', ref('P', { examples: ['x'] }), true],
    ['of a property', object([property('b'), property('a', text, { example: 'x' })]), true],
    ['of the type of a property', ref('O'), true],
    ['of nothing', object([property('a'), property('b')]), false],
    ['of a text', text, false],
  ])('are known: %s', (_title, node, expected) => {
    const { shapes } = siteOf({}, T);
    expect(hasExample(shapes, node, undefined)).toBe(expected);
    expect(hasExample(shapes, node, null)).toBe(true);
  });

  it.each([
    [{}, true],
    [[], false],
    [null, false],
    [undefined, false],
    ['x', false],
  ])('as an object: %j is %s', (value, expected) => expect(isExampleObject(value)).toBe(expected));
});

describe('a union', () => {
  const of = (node: UnionType, more: Partial<SampleSite> = {}, schemas: Schemas = {}): unknown =>
    plain(sampleUnion(node, siteOf(more, schemas)));
  const tagged = (name: string, type: TypeNode = text): ObjectType =>
    object([needed(name, type), needed('a')]);
  const by = (property: string, ...values: readonly string[]): object => ({
    discriminator: { property, mapping: values.map((value, member) => ({ value, member })) },
  });
  it.each<[string, UnionType, unknown, Partial<SampleSite>?]>([
    ['has its first member', union([text, integer], { mode: 'anyOf' }), 'it'],
    ['has the first that can be', union([none, integer], { mode: 'anyOf' }), 1],
    ['of what cannot be', union([none, none], { mode: 'anyOf' }), undefined],
    ['of no member', union([], { mode: 'anyOf' }), undefined],
    ['has no null', union([scalar('null'), integer], { mode: 'anyOf' }), 1],
    ['of null alone', union([scalar('null')], { mode: 'anyOf' }), null],
    [
      'has what fits no other member',
      union([object([needed('a')]), object([needed('a'), needed('b')])]),
      { a: 'a' },
    ],
    [
      'has what fits no other member, wherever it stands',
      union([object([needed('a')]), object([needed('a'), property('c')]), object([needed('d')])]),
      { d: 'd' },
    ],
    ['has the member that is chosen', union([text, integer], { mode: 'anyOf' }), 1, { member: () => 1 }],
    [
      'has its first member where none is chosen',
      union([text, integer], { mode: 'anyOf' }),
      'it',
      { member: () => undefined },
    ],
    [
      'has the first where the chosen one cannot be',
      union([text, none], { mode: 'anyOf' }),
      'it',
      { member: () => 1 },
    ],
    [
      'has its tag',
      union([tagged('kind'), tagged('kind')], by('kind', 'dog', 'cat')),
      { kind: 'dog', a: 'a' },
    ],
    [
      'has the tag of its member',
      union([none, tagged('kind')], by('kind', 'dog', 'cat')),
      { kind: 'cat', a: 'a' },
    ],
    [
      'has a tag that is not needed',
      union([object([property('kind'), needed('a')])], by('kind', 'dog')),
      { kind: 'dog', a: 'a' },
    ],
    [
      'has a tag among other properties',
      union([object([needed('a')], { additional: text })], by('kind', 'dog')),
      { kind: 'dog', a: 'a' },
    ],
    ['has no tag that nothing declares', union([object([needed('a')])], by('kind', 'dog')), { a: 'a' }],
    [
      'has no tag that is forbidden',
      union([object([needed('a')], { additional: false })], by('kind', 'dog')),
      { a: 'a' },
    ],
    ['has no tag that is not mapped', union([tagged('kind')], by('kind')), { kind: 'kind', a: 'a' }],
    ['has no tag in a text', union([text], by('kind', 'dog')), 'it'],
    ['has a tag in a map', union([record(text)], by('kind', 'dog')), { kind: 'dog' }],
  ])('%s', (_title, node, expected, more) => expect(of(node, more)).toEqual(expected));

  it('inside another type is a step further', () => {
    expect(sample(union([text], { mode: 'anyOf' }), { depth: 23 })).toBe('it');
    expect(sample(union([text], { mode: 'anyOf' }), { depth: 24 })).toBeUndefined();
  });
});
