/** Which members of two unions are the same, and what is reported of the others. */
import { describe, expect, it } from 'vitest';
import { compareUnions, sayReplaced, tagOf } from '../../generator/diff/compare/unions.ts';
import type { Task } from '../../generator/diff/compare/walk.ts';
import type { TypeNode } from '../../generator/ir/types.ts';
import {
  type Schemas,
  list,
  literal,
  object,
  property,
  record,
  ref,
  scalar,
  shape,
  taskOf,
  text,
  told,
  union,
  walkOf,
} from './walk-support.ts';

/** The node with a place that names it. */
const as = (name: string, node: TypeNode): TypeNode => ({
  ...node,
  origin: { document: 'a.yml', pointer: name },
});

interface Sides {
  readonly base?: Schemas;
  readonly revision?: Schemas;
  readonly unmatched?: readonly string[];
}

const OVERLAP = 'union-members-overlap';

function run(a: TypeNode, b: TypeNode, sides: Sides = {}, more: Partial<Task> = {}) {
  const walk = walkOf(sides.base, sides.revision ?? sides.base, sides.unmatched);
  const task = taskOf(a, b, more);
  compareUnions(walk, task);
  const { facts: all } = task.pair;
  const facts = all.filter(({ rule }) => rule !== OVERLAP);
  const name = ({ kind, origin: { pointer } }: TypeNode): string =>
    pointer === '/union' ? kind : pointer.replace(/^\/(ref\/)?/, '');
  return {
    pending: walk.pending,
    pairs: walk.pending.map(({ a: x, b: y }) => `${name(x)} ${name(y)}`),
    overlaps: all.filter(({ rule }) => rule === OVERLAP).length,
    facts: facts.map(told),
    rules: facts.map(({ rule, base, revision, before, after }) =>
      [rule, rule.endsWith('removed') ? base?.pointer : revision?.pointer, before ?? '', after ?? ''].join(
        ' ',
      ),
    ),
  };
}

const integer = scalar('integer');
const number = scalar('number');
const boolean = scalar('boolean');
const PET = { Dog: shape('bark tail'), Cat: shape('purr tail') };
const BOTH_SIDES = { base: PET };
const tuple = (...items: readonly TypeNode[]): TypeNode =>
  ({
    kind: 'tuple',
    items,
    required: items.length,
    origin: { document: 'a.yml', pointer: '/tuple' },
  }) as TypeNode;

describe('members are matched', () => {
  it.each<[string, readonly TypeNode[], readonly TypeNode[], Sides, readonly string[], readonly string[]]>([
    ['by name', [ref('Dog'), ref('Cat')], [ref('Cat'), ref('Dog')], BOTH_SIDES, ['Dog Dog', 'Cat Cat'], []],
    [
      'by name before shape',
      [ref('Dog'), ref('Cat')],
      [ref('Cat'), ref('Dog')],
      { base: PET, revision: { Dog: PET.Cat, Cat: PET.Dog } },
      ['Dog Dog', 'Cat Cat'],
      [],
    ],
    [
      'by shape, not by a name of one side',
      [ref('Dog'), ref('Cat')],
      [ref('Hound'), ref('Lion')],
      { base: PET, revision: { Hound: PET.Cat, Lion: PET.Dog } },
      ['Dog Lion', 'Cat Hound'],
      [],
    ],
    [
      'by shape, through a reference of one side',
      [as('x', shape('bark tail')), as('y', shape('a b'))],
      [as('z', shape('a b c d')), ref('Hound')],
      { base: {}, revision: { Hound: PET.Dog } },
      ['x Hound', 'y z'],
      [],
    ],
    [
      'by tag',
      [as('x', shape('a b', 'cat')), as('y', shape('a b', 'dog'))],
      [as('v', shape('c d', 'dog')), as('w', shape('c d', 'cat'))],
      {},
      ['x w', 'y v'],
      [],
    ],
    [
      'by title',
      [
        as('x', shape('a', undefined, { nameHints: ['X', 'Y'] })),
        as('y', shape('b', undefined, { nameHints: ['Y'] })),
      ],
      [
        as('v', shape('c', undefined, { nameHints: ['Y'] })),
        as('w', shape('d', undefined, { nameHints: ['X'] })),
      ],
      {},
      ['x w', 'y v'],
      [],
    ],
    [
      'by the names of properties',
      [as('x', object([property('a'), property('b')])), as('y', object([property('c'), property('d')]))],
      [
        as('v', object([property('d', integer), property('c')])),
        as('w', object([property('b', integer), property('a')])),
      ],
      {},
      ['x w', 'y v'],
      [],
    ],
    [
      'not by the name of one property',
      [as('x', object([property('a')])), as('s', text)],
      [as('v', object([property('a', integer), property('b'), property('c')])), as('t', text)],
      {},
      ['s t'],
      ['union-member-removed x object ', 'union-member-added v  object'],
    ],
    [
      'by kind',
      [as('s', scalar('string', { format: 'date' })), as('n', number), as('b', boolean)],
      [as('B', scalar('boolean', { format: 'x' })), as('N', integer), as('S', text)],
      {},
      ['s S', 'n N', 'b B'],
      [],
    ],
    [
      'by kind, lists and maps',
      [as('l', list(text)), as('m', record(text))],
      [as('M', record(integer)), as('L', list(integer))],
      {},
      ['l L', 'm M'],
      [],
    ],
    [
      'by kind, a tuple and a list',
      [as('l', tuple(text)), as('s', text)],
      [as('L', list(integer)), as('S', text)],
      {},
      ['s S', 'l L'],
      [],
    ],
    [
      'by the kind of an enum',
      [as('e', union([literal('a'), literal('b')])), as('n', boolean)],
      [as('N', boolean), as('s', text)],
      {},
      ['n N', 'union s'],
      [],
    ],
    [
      'enums with enums',
      [as('e', union([literal(1), literal(2)], { mode: 'enum' })), as('f', shape('a b'))],
      [as('F', shape('a b')), as('E', union([literal('x'), literal('y')], { mode: 'enum' }))],
      {},
      ['f F', 'union union'],
      [],
    ],
    [
      'by likeness, the most similar first',
      [as('x', shape('a b c d')), as('y', shape('a b e f'))],
      [as('v', shape('a b c e')), as('w', shape('a b c d z'))],
      {},
      ['x w', 'y v'],
      [],
    ],
    [
      'not with less than half of the properties',
      [as('x', shape('a b c')), as('s', text)],
      [as('v', shape('a b d e')), as('t', text)],
      {},
      ['s t'],
      ['union-member-removed x object ', 'union-member-added v  object'],
    ],
    [
      'with half of the properties',
      [as('x', shape('a b')), as('s', text)],
      [as('v', shape('a')), as('t', text)],
      {},
      ['s t', 'x v'],
      [],
    ],
    [
      'not by likeness with another tag',
      [as('x', shape('a b', 'dog')), as('s', text)],
      [as('v', shape('a b c', 'cat')), as('t', text)],
      {},
      ['s t'],
      ['union-member-removed x object ', 'union-member-added v  object'],
    ],
    [
      'named members not with another tag, although the properties are the same',
      [ref('Dog'), as('s', text)],
      [ref('Hound'), as('t', text)],
      { base: { Dog: shape('a b', 'dog') }, revision: { Hound: shape('a b', 'cat') } },
      ['s t'],
      ['union-member-removed /ref/Dog Dog ', 'union-member-added /ref/Hound  Hound'],
    ],
    [
      'named members by their properties',
      [ref('Dog'), as('s', text)],
      [ref('Hound'), as('t', text)],
      {
        base: { Dog: object([property('a'), property('b')]) },
        revision: { Hound: object([property('b', integer), property('a')]) },
      },
      ['s t', 'Dog Hound'],
      [],
    ],
    [
      'not named members by likeness',
      [ref('Dog'), as('s', text)],
      [ref('Hound'), as('t', text)],
      { base: { Dog: shape('a b c') }, revision: { Hound: shape('a b c d') } },
      ['s t'],
      ['union-member-removed /ref/Dog Dog ', 'union-member-added /ref/Hound  Hound'],
    ],
    [
      'by title, objects alone',
      [as('x', { ...list(text), nameHints: ['X'] }), as('y', { ...list(integer), nameHints: ['Y'] })],
      [as('v', { ...list(boolean), nameHints: ['Y'] }), as('w', { ...list(number), nameHints: ['X'] })],
      {},
      ['x v', 'y w'],
      [],
    ],
    [
      'by the kind behind a name',
      [ref('Id'), as('b', boolean)],
      [as('t', text), as('B', boolean)],
      { base: { Id: scalar('string', { constraints: { maxLength: 3 } }) }, revision: {} },
      ['b B', 'Id t'],
      [],
    ],
    [
      'by the kind of an enum behind a name',
      [ref('Kind'), as('b', boolean)],
      [as('t', scalar('string', { format: 'x' })), as('B', boolean)],
      { base: { Kind: union([literal('a'), literal('b')], { mode: 'enum' }) }, revision: {} },
      ['b B', 'Kind t'],
      [],
    ],
    [
      'not by likeness where the old one is named',
      [ref('Dog'), as('s', text)],
      [as('v', shape('a b c d')), as('t', text)],
      { base: { Dog: shape('a b c') } },
      ['s t'],
      ['union-member-removed /ref/Dog Dog ', 'union-member-added v  object'],
    ],
    [
      'not by likeness where the new one is named',
      [as('v', shape('a b c d')), as('s', text)],
      [ref('Dog'), as('t', text)],
      { base: { Dog: shape('a b c') } },
      ['s t'],
      ['union-member-removed v object ', 'union-member-added /ref/Dog  Dog'],
    ],
    [
      'not named members by the name of one property',
      [ref('Dog'), as('s', text)],
      [ref('Hound'), as('t', text)],
      { base: { Dog: object([property('a')]) }, revision: { Hound: object([property('a', integer)]) } },
      ['s t'],
      ['union-member-removed /ref/Dog Dog ', 'union-member-added /ref/Hound  Hound'],
    ],
    [
      'not named members by no name',
      [ref('Dog'), as('s', text)],
      [ref('Hound'), as('t', text)],
      { base: { Dog: object([property('a')]) }, revision: { Hound: object([property('b')]) } },
      ['s t'],
      ['union-member-removed /ref/Dog Dog ', 'union-member-added /ref/Hound  Hound'],
    ],
    [
      'unnamed members by their properties, although the tag is another',
      [as('x', shape('a b', 'dog')), as('s', text)],
      [as('v', shape('a b', 'cat')), as('t', text)],
      {},
      ['s t', 'x v'],
      [],
    ],
    [
      'by each name as a whole',
      [as('x', shape('ab c')), as('s', text)],
      [as('v', shape('a bc')), as('t', text)],
      {},
      ['s t'],
      ['union-member-removed x object ', 'union-member-added v  object'],
    ],
    [
      'names of nothing, with nothing',
      [ref('No'), as('s', text)],
      [ref('Nor'), as('t', text)],
      {},
      ['No Nor', 's t'],
      [],
    ],
    [
      'once each',
      [as('x', shape('a b')), as('y', shape('a b'))],
      [as('v', shape('a b')), as('w', shape('a b')), as('u', shape('a b'))],
      {},
      ['x v', 'y w'],
      ['union-member-added u  object'],
    ],
  ])('%s', (_title, before, after, sides, pairs, rules) => {
    const found = run(union(before), union(after), sides);
    expect(found.pairs).toEqual(pairs);
    expect(found.rules).toEqual(rules);
  });
});

describe('a matched pair', () => {
  it('is left to compare, with the path of its tag', () => {
    const [x, y] = [shape('a', 'dog'), shape('b', 'dog')];
    const whole = { path: ['.pet'], omittable: { before: true, after: true } };
    const { pending } = run(union([x, text]), union([y, text]), {}, whole);
    expect(pending).toHaveLength(2);
    expect(pending).toContainEqual(expect.objectContaining({ ...whole, a: text, b: text, nullJudged: true }));
    const path = ['.pet', '[kind="dog"]'];
    expect(pending).toContainEqual(expect.objectContaining({ ...whole, a: x, b: y, path, nullJudged: true }));
  });

  const twoTags = object([
    property('z', literal('1')),
    property('kind', literal('dog')),
    property('b c', literal(2)),
  ]);
  it.each<[string, object, string]>([
    ['the discriminator', { discriminator: { property: 'kind', mapping: [] } }, '[kind="dog"]'],
    ['else the first name', {}, '["b c"=2]'],
    [
      'not a discriminator that is not there',
      { discriminator: { property: 'no', mapping: [] } },
      '["b c"=2]',
    ],
  ])('has the path of %s', (_title, more, path) => {
    const { pending } = run(union([twoTags, text], more), union([twoTags, text], more));
    expect(pending.map((task) => task.path.join(''))).toContain(path);
  });

  it('has the path of the discriminator, wherever it stands', () => {
    const other = object([...twoTags.properties].reverse());
    const more = { discriminator: { property: 'kind', mapping: [] } };
    const { pending } = run(union([other, text], more), union([other, text], more));
    expect(pending.map((task) => task.path.join(''))).toContain('[kind="dog"]');
  });

  it.each([
    ['no constant', shape('a b')],
    ['a name and a tag', ref('Tagged')],
    ['a name', ref('Dog')],
  ])('with %s has the path of the union', (_title, member) => {
    const sides = { base: { ...PET, Tagged: shape('a', 'x') } };
    const { pending } = run(union([member, text]), union([member, text]), sides, { path: ['.pet'] });
    expect(pending.map(({ path }) => path)).toEqual([['.pet'], ['.pet']]);
  });

  it('of a type that became a union has the path of the type', () => {
    const dog = shape('a', 'dog');
    const { pending } = run(dog, union([dog, shape('b', 'cat')]));
    expect(pending.map(({ path }) => path)).toEqual([[]]);
  });

  it.each<[string, TypeNode, TypeNode, ReadonlySet<string> | undefined, readonly string[] | undefined]>([
    ['on both sides', union([text, literal('x')]), union([text, integer]), undefined, ['string']],
    ['on one side', union([text, integer]), union([list(text), integer]), undefined, ['number']],
    [
      'around it',
      union([shape('a b'), boolean]),
      union([shape('a b'), boolean]),
      new Set(['string']),
      ['boolean', 'string'],
    ],
    ['nowhere', union([shape('a b'), list(text)]), union([shape('a b'), list(text)]), undefined, undefined],
  ])('knows of which kinds any value is accepted: %s', (_title, before, after, around, free) => {
    const { pending } = run(before, after, {}, around === undefined ? {} : { free: around });
    const [first] = pending;
    expect(first?.free === undefined ? undefined : [...first.free]).toEqual(free);
    expect(first !== undefined && 'free' in first).toBe(free !== undefined);
  });
});

describe('members of plain types', () => {
  it.each<[string, TypeNode, TypeNode, readonly string[]]>([
    ['goes', union([text, integer]), union([text]), ['type-narrowed /union string | integer string']],
    ['comes', union([text]), union([text, integer]), ['type-widened /union string string | integer']],
    [
      'is another',
      union([text, integer]),
      union([text, boolean]),
      ['type-changed /union string | integer string | boolean'],
    ],
    [
      'beside an enum goes',
      union([union([literal(1), literal(2)], { mode: 'enum' }), text, boolean]),
      union([union([literal(1), literal(2)], { mode: 'enum' }), text]),
      ['type-narrowed /union 1 | 2 | string | boolean 1 | 2 | string'],
    ],
    [
      'of a list comes',
      union([text]),
      union([text, list(text)]),
      ['type-widened /union string string | array of string'],
    ],
    [
      'of a list of objects comes',
      union([text]),
      union([text, list(shape('a'))]),
      ['union-member-added /list  array of object'],
    ],
    [
      'of a type list comes',
      union([text], { mode: 'types' }),
      union([text, shape('a')]),
      ['type-widened /union string string | object'],
    ],
    [
      'of a type list goes',
      union([text, shape('a')]),
      union([text], { mode: 'types' }),
      ['type-narrowed /union string | object string'],
    ],
    [
      'comes beside a list of types',
      text,
      union([text, shape('a')], { mode: 'types' }),
      ['type-widened /union string string | object'],
    ],
    [
      'stays alone of a list of types',
      union([text, shape('a')], { mode: 'types' }),
      text,
      ['type-narrowed /string string | object string'],
    ],
  ])('%s', (_title, before, after, rules) => {
    const found = run(before, after);
    expect(found.rules).toEqual(rules);
    expect(found.facts.map(({ message }) => message)).toEqual(
      rules.map((rule) =>
        rule.startsWith('type-narrowed')
          ? 'accepts fewer types'
          : rule.startsWith('type-widened')
            ? 'accepts more types'
            : rule.startsWith('type-changed')
              ? 'changed type'
              : 'can now also be array of object',
      ),
    );
  });
});

describe('a member', () => {
  const pet = (...members: readonly TypeNode[]): TypeNode => union(members);
  it('goes', () => {
    const { facts } = run(pet(ref('Dog'), ref('Cat'), text), pet(ref('Dog'), text), BOTH_SIDES);
    expect(facts).toEqual([
      expect.objectContaining({
        ...{ rule: 'union-member-removed', message: 'can no longer be Cat', before: 'Cat', isUnion: true },
        places: '/ref/Cat /union',
      }),
    ]);
    expect(facts[0]).not.toHaveProperty('adjust');
  });

  it('comes', () => {
    const { facts } = run(pet(ref('Dog'), text), pet(ref('Dog'), ref('Cat'), text), BOTH_SIDES);
    expect(facts).toEqual([
      expect.objectContaining({
        ...{ rule: 'union-member-added', message: 'can now also be Cat', after: 'Cat', isUnion: true },
        places: '/union /ref/Cat',
      }),
    ]);
    expect(facts[0]).not.toHaveProperty('adjustIn');
  });

  it.each<[string, TypeNode, TypeNode, boolean]>([
    ['of two unions', pet(ref('Dog'), text), pet(ref('Dog'), ref('Cat')), true],
    ['of a single member before', pet(ref('Dog')), pet(ref('Dog'), ref('Cat')), false],
    ['of a single member now', pet(ref('Dog'), ref('Cat')), pet(ref('Dog')), false],
    ['of a type that becomes a union', ref('Dog'), pet(ref('Dog'), ref('Cat')), false],
  ])('%s: both are unions: %#', (_title, before, after, isUnion) => {
    const { facts } = run(before, after, BOTH_SIDES);
    expect(facts.length).toBeGreaterThan(0);
    for (const fact of facts) expect(fact).toMatchObject({ isUnion });
  });

  it('of a new kind is read otherwise', () => {
    const { facts } = run(pet(ref('Dog')), pet(ref('Dog'), list(shape('a')), text), BOTH_SIDES);
    expect(facts.map(({ after, adjustIn }) => [after, adjustIn])).toEqual([
      ['array of object', undefined],
      ['string', { response: { source: ['read', 'exhaust'] } }],
    ]);
  });

  it('beside a type that was no union is noticed as far as it differs', () => {
    const { facts } = run(ref('Dog'), pet(ref('Dog'), ref('Cat')), BOTH_SIDES);
    expect(facts[0]).toMatchObject({
      rule: 'union-member-added',
      adjustIn: { response: { source: ['read', 'exhaust'] }, request: { source: ['type-level'] } },
    });
  });

  it.each<[string, TypeNode, TypeNode, Sides, object | undefined]>([
    [
      'that another one takes on the wire goes',
      pet(ref('Dog'), integer, number),
      pet(ref('Dog'), number),
      BOTH_SIDES,
      { wire: 'ok', source: [], runtime: 'same', bump: 'minor' },
    ],
    [
      'with a name that another one takes goes',
      pet(ref('Dog'), ref('Cat')),
      pet(ref('Dog'), ref('Any')),
      { base: PET, revision: { Dog: PET.Dog, Any: shape('purr tail more') } },
      { source: [], bump: 'minor' },
    ],
    [
      'that another one takes in code alone goes',
      pet(ref('Dog'), text, scalar('string', { format: 'date' })),
      pet(ref('Dog'), scalar('string', { constraints: { maxLength: 3 } })),
      BOTH_SIDES,
      { source: [], bump: 'minor' },
    ],
    [
      'that no other one takes goes',
      pet(ref('Dog'), text, integer),
      pet(ref('Dog'), text),
      BOTH_SIDES,
      undefined,
    ],
  ])('%s', (_title, before, after, sides, adjust) => {
    const { facts } = run(before, after, sides);
    const gone = facts.filter(({ rule }) => rule === 'union-member-removed');
    expect(gone.length).toBe(1);
    expect(gone[0]?.['adjust']).toEqual(adjust);
  });

  it.each([
    [
      'both are unions',
      union([ref('Dog'), ref('Cat')], { discriminator: { property: 'a', mapping: [] } }),
      ['discriminator-changed'],
    ],
    ['one is none', ref('Dog'), []],
  ])('has its discriminator compared where %s', (_title, before, rules) => {
    const single = run(before, ref('Dog'), BOTH_SIDES).facts;
    expect(single.filter(({ rule }) => rule === 'discriminator-changed')).toEqual([]);
    const after = union([ref('Dog'), ref('Cat')], {
      discriminator: { property: 'b', mapping: [] },
      mode: 'anyOf',
    });
    const { facts } = run(before, after, BOTH_SIDES);
    expect(facts.map(({ rule }) => rule).filter((rule) => String(rule).startsWith('discr'))).toEqual(rules);
  });

  it('may fit what another one fits now', () => {
    const tagged = (tag: string) =>
      object([property('kind', literal(tag), { required: true }), property('a')]);
    const open = object([property('kind', text, { required: true }), property('a')]);
    expect(run(union([tagged('x'), tagged('y')]), union([open, tagged('y')])).overlaps).toBe(1);
    expect(run(union([tagged('x'), tagged('y')]), union([tagged('x'), tagged('y')])).overlaps).toBe(0);
  });
});

describe('values of a named enum', () => {
  const KIND = { Kind: union([literal('a'), literal('b')], { mode: 'enum' }) };
  const open = (...members: readonly TypeNode[]): TypeNode => union([...members, text]);
  it.each<[string, TypeNode, TypeNode, Sides, readonly string[]]>([
    [
      'are looked through',
      open(ref('Kind')),
      open(literal('a')),
      { base: KIND, revision: {} },
      ['enum enum'],
    ],
    [
      'are looked through where one side alone names it',
      open(ref('Kind')),
      open(literal('a')),
      { base: KIND },
      ['enum enum'],
    ],
    [
      'are looked through where the other side alone names it',
      open(literal('a')),
      open(ref('Kind')),
      { base: KIND },
      ['enum enum'],
    ],
    [
      'are not, where both sides have it',
      open(ref('Kind')),
      open(ref('Kind')),
      { base: KIND },
      ['Kind Kind', 'string string'],
    ],
    [
      'are looked through where the enums have no counterpart',
      open(ref('Kind')),
      open(ref('Kind')),
      { base: KIND, unmatched: ['Kind'] },
      ['enum enum'],
    ],
  ])('%s', (_title, before, after, sides, pairs) => {
    expect(run(before, after, sides).pairs.map((pair) => pair.replaceAll('union', 'enum'))).toEqual(pairs);
  });
});

describe('types with nothing in common', () => {
  const replaced = (a: TypeNode, b: TypeNode, sides: Sides = {}) => {
    const walk = walkOf(sides.base, sides.revision ?? sides.base);
    const task = taskOf(a, b);
    sayReplaced(walk, task);
    return task.pair.facts.map(told);
  };

  it('are reported by a union without a match', () => {
    expect(run(union([text, integer]), union([shape('a'), list(text)])).facts).toMatchObject([
      {
        rule: 'type-changed',
        message: 'changed type',
        before: 'string | integer',
        after: 'object | array of string',
      },
    ]);
  });

  it.each<[string, TypeNode, TypeNode, object]>([
    [
      'are changed',
      text,
      integer,
      { rule: 'type-changed', message: 'changed type', adjustIn: { response: {} } },
    ],
    [
      'are changed, and every new value is an old one',
      union([text, shape('a')]),
      shape('a'),
      { rule: 'type-changed', adjustIn: { response: { wire: 'ok', runtime: 'same' } } },
    ],
    [
      'are widened',
      shape('a'),
      union([list(text), shape('a')]),
      {
        rule: 'type-widened',
        message: 'accepts more types',
        adjustIn: { request: {}, response: { source: ['read', 'exhaust'] } },
      },
    ],
    [
      'are widened, but for a limit',
      scalar('string'),
      union([scalar('string', { constraints: { maxLength: 3 } }), integer]),
      { rule: 'type-widened', adjustIn: { request: { wire: 'depends' }, response: {} } },
    ],
    [
      'are an object and another union',
      shape('a'),
      union([list(text), shape('b')]),
      { rule: 'type-changed', adjustIn: { response: { source: ['read', 'exhaust', 'fake'] } } },
    ],
    [
      'are an object and an open list',
      shape('a'),
      union([literal('x')], { open: 'string' }),
      { rule: 'type-changed', adjustIn: { response: {} } },
    ],
    ['are an object and a text', shape('a'), text, { rule: 'type-changed', adjustIn: { response: {} } }],
    [
      'are a name of nothing and a text',
      ref('No'),
      text,
      { rule: 'type-changed', adjustIn: { response: { wire: 'ok', runtime: 'same' } } },
    ],
    [
      'are an object and a name of nothing',
      shape('a'),
      ref('No'),
      { rule: 'type-widened', adjustIn: { request: {}, response: {} } },
    ],
    [
      'are a list and a union',
      list(text),
      union([shape('a'), integer]),
      { rule: 'type-changed', adjustIn: { response: {} } },
    ],
    [
      'are named',
      ref('Dog'),
      ref('Pets'),
      {
        rule: 'type-changed',
        before: 'Dog',
        after: 'Pets',
        adjustIn: { response: { source: ['read', 'exhaust', 'fake'] } },
      },
    ],
  ])('%s', (_title, a, b, expected) => {
    const [fact, ...more] = replaced(a, b, {
      base: { Dog: shape('a'), Pets: union([list(text), shape('b')]) },
    });
    expect(more).toEqual([]);
    for (const [key, value] of Object.entries(expected))
      expect({ [key]: fact?.[key] }).toEqual({ [key]: value });
  });
});

describe('a tag', () => {
  const { base } = walkOf({ Dog: shape('a', 'dog') });
  it.each<[string, TypeNode, string | undefined]>([
    ['is a constant', shape('a', 'dog'), 'kind=dog'],
    ['is behind a name', ref('Dog'), 'kind=dog'],
    [
      'has many parts, in order',
      object([property('z', literal(1)), property('b', literal(null)), property('c')]),
      'b=null&z=1',
    ],
    ['is not in an object without constants', shape('a b'), undefined],
    ['is not in a text', text, undefined],
    ['is not behind a name of nothing', ref('No'), undefined],
  ])('%s', (_title, node, expected) => expect(tagOf(node, base)).toBe(expected));
});
