/** What a comparison writes down about a place: the fact, with what the place knows. */
import { describe, expect, it } from 'vitest';
import { BOTH, type Fact, type Pair, REQUEST } from '../../generator/diff/compare/fact.ts';
import {
  type Task,
  UNDECLARED,
  type Walk,
  childPath,
  itemPath,
  meet,
  part,
  quoteName,
  say,
  sayTypes,
} from '../../generator/diff/compare/walk.ts';
import { type Subject, typeSubject, within } from '../../generator/diff/subject.ts';
import type { Schema, TypeNode } from '../../generator/ir/types.ts';

const at = (pointer: string) => ({ document: 'a.yml', pointer });
const scalar = { kind: 'scalar', scalar: 'string', origin: at('/a') } as TypeNode;
const other = { kind: 'scalar', scalar: 'integer', origin: at('/b') } as TypeNode;
const object = { kind: 'object', properties: [], bases: [], origin: at('/o') } as unknown as TypeNode;
const list = {
  kind: 'union',
  members: [
    { kind: 'literal', value: 'x', origin: at('/x') },
    { kind: 'literal', value: 'y', origin: at('/y') },
  ],
  origin: at('/l'),
} as unknown as TypeNode;

const pairOf = (more: Partial<Pair> = {}): Pair => ({
  ...{ key: 'k', subject: typeSubject('Pet'), model: true, facts: [], edges: [] },
  ...more,
});
const taskOf = (more: Partial<Task> = {}): Task => ({
  ...{ a: scalar, b: other, pair: pairOf(), path: ['.name'], mask: BOTH, top: false },
  ...more,
});
const said = (task: Task, detail: Partial<Parameters<typeof say>[2]> = {}): Fact | undefined => {
  say(task, 'type-changed', { message: 'changed type', ...detail });
  return task.pair.facts[0];
};

describe('a fact', () => {
  it('has the place of both sides, and nothing that is not known', () => {
    expect(said(taskOf())).toStrictEqual({
      ...{ rule: 'type-changed', message: 'changed type', mask: BOTH, top: false, anchor: 'both' },
      ...{ base: at('/a'), revision: at('/b'), subject: within(typeSubject('Pet'), ['.name']) },
    });
  });

  it.each<[string, Parameters<typeof said>[1], Fact['anchor']]>([
    ['neither side', {}, 'both'],
    ['both sides', { base: at('/1'), revision: at('/2') }, 'both'],
    ['the base alone', { base: at('/1') }, 'base'],
    ['the revision alone', { revision: at('/2') }, 'revision'],
  ])('that names %s', (_title, detail, anchor) => {
    expect(said(taskOf(), detail)).toMatchObject({
      ...{ anchor, base: detail?.base ?? at('/a'), revision: detail?.revision ?? at('/b') },
    });
  });

  it('that concerns no direction is none', () => {
    expect(said(taskOf({ mask: 0 }))).toBeUndefined();
    expect(said(taskOf(), { mask: 0 })).toBeUndefined();
    expect(said(taskOf({ mask: 0 }), { mask: REQUEST })).toMatchObject({ mask: REQUEST });
  });

  it.each<[readonly string[], boolean | undefined, boolean | undefined]>([
    [['.name'], undefined, undefined],
    [[UNDECLARED], undefined, true],
    [['.name', UNDECLARED], undefined, true],
    [[UNDECLARED, '.name'], undefined, undefined],
    [['.name'], true, true],
  ])('at %j with %s is of what is not declared: %s', (path, given, expected) => {
    const fact = said(taskOf({ path }), given === undefined ? {} : { isUndeclared: true });
    expect(fact?.isUndeclared).toBe(expected);
    expect(fact !== undefined && 'isUndeclared' in fact).toBe(expected !== undefined);
  });

  it('has what its place knows', () => {
    const known = {
      unseen: { x: 1 },
      omittable: { before: true, after: false },
      covered: true,
    } as unknown as Partial<Task>;
    const pair = pairOf({ apart: true } as unknown as Partial<Pair>);
    expect(said(taskOf({ ...known, pair, top: true }))).toMatchObject({
      ...{
        unseen: { x: 1 },
        omittable: { before: true, after: false },
        covered: true,
        apart: true,
        top: true,
      },
    });
  });
});

describe('the object or list that was edited', () => {
  const holder = { a: object, b: object, name: '.held' };
  const below = (...path: readonly string[]): Subject => within(typeSubject('Pet'), ['.name', ...path]);

  it.each<[string, Partial<Task>, Parameters<typeof said>[1], Fact['edited']]>([
    ['none', {}, {}, undefined],
    ['the object that holds it', { holder }, {}, holder],
    ['a list itself', { a: list, b: list, holder }, {}, { a: list, b: list, name: '' }],
    ['no list on one side', { a: list, holder }, {}, holder],
    ['no list on the other', { b: list, holder }, {}, holder],
    [
      'an object, for its parts',
      { a: object, b: object, holder },
      { subject: below('.x', '[]') },
      { a: object, b: object, name: '.x[]' },
    ],
    ['no object, for itself', { a: object, b: object, holder }, {}, holder],
    ['no object on one side', { a: object, holder }, { subject: below('.x') }, holder],
    ['no object on the other', { b: object, holder }, { subject: below('.x') }, holder],
  ])('is %s', (_title, task, detail, edited) => {
    const fact = said(taskOf(task), detail);
    expect(fact?.edited).toEqual(edited);
    expect(fact !== undefined && 'edited' in fact).toBe(edited !== undefined);
  });
});

it('a part has the place of its whole, below it', () => {
  const unseen = { x: 1 } as unknown as NonNullable<Task['unseen']>;
  const holder = { a: object, b: object, name: '.held' };
  const whole = taskOf({ top: true, nullJudged: true, mask: REQUEST });
  expect(part(whole, other, scalar, ['.x'])).toStrictEqual({
    ...{ a: other, b: scalar, pair: whole.pair, path: ['.x'], mask: REQUEST, top: false },
  });
  expect(part({ ...whole, unseen, holder }, other, scalar, [])).toMatchObject({ unseen, holder });
});

it('two types are described', () => {
  const side = { names: { typeOf: () => undefined }, get: () => undefined };
  const walk = { base: side, revision: side } as unknown as Walk;
  const task = taskOf();
  sayTypes(walk, task, { rule: 'type-changed', message: 'changed type' });
  sayTypes(walk, task, {
    rule: 'type-changed',
    message: 'changed type',
    more: { before: 'mine', isScalar: true },
  });
  expect(task.pair.facts.map(({ before, after, isScalar }) => [before, after, isScalar])).toEqual([
    ['string', 'integer', undefined],
    ['mine', 'integer', true],
  ]);
});

it.each([
  ['name', 'name'],
  ['$a-b_1', '$a-b_1'],
  ['a b', '"a b"'],
  [' a', '" a"'],
  ['a ', '"a "'],
  ['', '""'],
])('the name %j is written %s', (name, written) => {
  expect(quoteName(name)).toBe(written);
  expect(childPath(['.x'], name)).toEqual(['.x', `.${written}`]);
  expect(itemPath(['.x'])).toEqual(['.x', '[]']);
});

describe('types without a counterpart', () => {
  const [x, y] = ['X', 'Y'].map((id) => ({ id }) as Schema);
  const meetings = (known: readonly string[], ...pair: readonly (Schema | undefined)[]): number => {
    const has = { has: (id: string) => known.includes(id) };
    const walk = { match: { toRevision: has, toBase: has }, meetings: [] } as unknown as Walk;
    meet(walk, pair[0], pair[1]);
    return walk.meetings.length;
  };

  it('meet', () => {
    expect(meetings([], x, y)).toBe(1);
    expect([meetings(['X'], x, y), meetings(['Y'], x, y)]).toEqual([0, 0]);
    expect([meetings([], undefined, y), meetings([], x, undefined)]).toEqual([0, 0]);
  });
});
