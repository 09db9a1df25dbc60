/** What is known of moves at a place in code. */
import { describe, expect, it } from 'vitest';
import { type MoveIndex, indexMoves } from '../../generator/upgrade/project/scene.ts';
import type { Move, Path } from '../../generator/upgrade/types.ts';

const slots = { positional: 1, params: 'none' } as const;
const method = (before: string, after: string): Move => ({
  ...{ kind: 'method', before: before.split('.'), after: after.split('.') },
});
const resource = (before: string, after: string): Move => ({
  ...{ kind: 'resource', before: before.split('.'), after: after.split('.') },
});
const member = (owner: string, before: string, after: string): Move => ({
  ...{ kind: 'member', owner, before, after, because: 'declared' },
});
const declaration = (before: string, after: string): Move => ({ kind: 'declaration', before, after });
const value = (before: string, after: string): Move => ({ kind: 'value', list: ['a', 'b'], before, after });
const args = (more: object = {}): Move => ({
  ...{ kind: 'arguments', method: ['pets', 'get'], before: slots, after: slots, positional: [], named: [] },
  ...more,
});
const RESULT: Move = { kind: 'result', method: ['pets', 'get'], before: [], after: ['data'] };

const type = (key: string, members: readonly string[], nested: readonly object[] = []): object => ({
  ...{ key, nested },
  body: { kind: 'interface', members: members.map((name) => ({ name })) },
});
const plan = {
  types: new Map([
    [
      'pets',
      {
        models: [type('pets#Pet', ['name', 'kind'], [type('pets#Pet.Owner', ['age'])])],
        responses: [type('pets#List', ['items'])],
        params: [type('pets#Params', ['limit'])],
        errors: [type('pets#Fault', ['code'])],
      },
    ],
  ]),
  pages: [{ declaration: type('pagination#Page', ['data']) }],
};
plan.types.get('pets')?.models.push({ key: 'pets#Kind', nested: [], body: { kind: 'alias' } });

const named = (names: readonly string[]): ReadonlyMap<string, object> =>
  new Map(names.map((name) => [name, {}]));
const FUNCTION = { resource: { properties: ['pets'] }, layout: { name: 'get' } };

function index(all: readonly Move[] = []): MoveIndex {
  return indexMoves({
    all,
    base: {
      plan,
      paths: new Map<string, Path>([['pets#Pets', ['pets']]]),
      methods: named(['pets.get', 'pets.list', 'pets.removed', 'pets.taken']),
      resources: named(['pets', 'shop', 'shop.parts']),
      functions: new Map([[FUNCTION, 'funcs/get#get']]),
    },
    revision: { methods: named(['pets.taken', 'pets.get']), resources: named(['pets', 'shop']) },
    paths: new Map([
      ['pets.get', ['pets', 'retrieve']],
      ['pets.list', ['pets', 'list']],
    ]),
  } as unknown as Parameters<typeof indexMoves>[0]);
}

const ALL = [
  method('pets.get', 'pets.retrieve'),
  resource('shop', 'store'),
  member('pets#Pet', 'name', 'title'),
  declaration('pets#Pet', 'pets#Animal'),
  value('a', 'c'),
  args(),
  RESULT,
] as const;

describe('moves', () => {
  it('are found by what they are about', () => {
    const found = index(ALL);
    expect([...found.members]).toEqual([['pets#Pet/name', ALL[2]]]);
    expect([...found.declarations]).toEqual([['pets#Pet', ALL[3]]]);
    expect(found.values).toEqual([ALL[4]]);
    expect([...found.arguments]).toEqual([['pets.get', ALL[5]]]);
    expect([...found.results]).toEqual([['pets.get', ALL[6]]]);
    expect([...found.classes]).toEqual([['pets#Pets', ['pets']]]);
    expect([...found.functions]).toEqual([['funcs/get#get', ['pets', 'get']]]);
  });

  it.each<[string, Move | undefined]>([
    ['pets.get', ALL[0]],
    ['shop', ALL[1]],
    ['pets', undefined],
    ['get', undefined],
  ])('of the path %s are found', (path, expected) => {
    expect(index(ALL).moveOf(path.split('.'))).toBe(expected);
  });
});

describe('new paths', () => {
  it.each([
    ['pets.get', 'pets.retrieve'],
    ['pets.list', 'pets.list'],
    ['pets.removed', undefined],
    ['pets', undefined],
    ['pets.unwrap', 'pets.unwrap'],
    ['shop.unwrap', 'store.unwrap'],
    ['shop.parts.unwrap', undefined],
    ['unwrap', 'unwrap'],
  ])('of the method %s: %s', (path, expected) => {
    expect(index(ALL).whereMethod(path.split('.'))?.join('.')).toBe(expected);
  });

  it.each([
    ['pets', 'pets'],
    ['shop', 'store'],
    ['shop.parts', undefined],
    ['', ''],
  ])('of the resource %j: %j', (path, expected) => {
    expect(
      index(ALL)
        .whereResource(path === '' ? [] : path.split('.'))
        ?.join('.'),
    ).toBe(expected);
  });

  it.each([
    ['pets.taken', true],
    ['pets.removed', false],
    ['pets.get', false],
    ['pets.other', false],
  ])('%s is that of another method: %s', (path, expected) => {
    expect(index(ALL).isTaken(path.split('.'))).toBe(expected);
  });
});

const fewer = args({ after: { ...slots, positional: 2 } });
const more = args({ after: { ...slots, params: 'optional' } });
const byName = args({ named: [{ name: 'id', index: 0 }] });

describe('a name that meant something else before', () => {
  it.each<[Move, boolean]>([
    [method('pets.get', 'pets.list'), true],
    [method('pets.get', 'shop.parts'), true],
    [method('pets.get', 'pets.retrieve'), false],
    [resource('pets', 'shop'), true],
    [resource('pets', 'animals'), false],
    [member('pets#Pet', 'name', 'kind'), true],
    [member('pets#Pet', 'name', 'title'), false],
    [member('pets#Pet.Owner', 'years', 'age'), true],
    [member('pets#List', 'data', 'items'), true],
    [member('pets#Params', 'size', 'limit'), true],
    [member('pets#Fault', 'type', 'code'), true],
    [member('pagination#Page', 'items', 'data'), true],
    [member('pets#None', 'a', 'name'), false],
    [member('pets#Kind', 'a', 'Stryker was here'), false],
    [declaration('pets#Pet', 'pets#List'), true],
    [declaration('pets#Pet', 'pets#Kind'), true],
    [declaration('pets#Pet', 'pets#Pets'), true],
    [declaration('pets#Pet', 'pets#Animal'), false],
    [value('a', 'b'), true],
    [value('a', 'c'), false],
    [args(), true],
    [fewer, false],
    [more, false],
    [byName, false],
    [RESULT, true],
  ])('%# %j: %s', (move, expected) => {
    expect(index([move]).isAmbiguous(move)).toBe(expected);
  });
});

describe('a name that is the new name of something else', () => {
  it.each<[Move, readonly Move[], boolean]>([
    [method('pets.get', 'pets.retrieve'), [], false],
    [method('pets.get', 'pets.list'), [method('pets.list', 'pets.get')], true],
    [method('pets.get', 'pets.list'), [method('pets.list', 'pets.all')], false],
    [method('pets.get', 'pets.list'), [resource('shop', 'pets.get')], true],
    [method('petsget', 'all'), [method('all', 'pets.get')], false],
    [resource('pets', 'animals'), [resource('shop', 'pets')], true],
    [resource('pets', 'pets'), [], false],
    [member('pets#Pet', 'name', 'kind'), [member('pets#Pet', 'kind', 'name')], true],
    [member('pets#Pet', 'name', 'kind'), [member('pets#List', 'kind', 'name')], false],
    [declaration('pets#Pet', 'pets#Animal'), [declaration('pets#List', 'pets#Pet')], true],
    [declaration('pets#Pet', 'pets#Animal'), [declaration('pets#List', 'pets#Lists')], false],
    [declaration('pets#Pet', 'pets#Animal'), [member('pets#Pet', 'a', 'b'), value('a', 'pets#Pet')], false],
    [value('a', 'b'), [value('b', 'a')], false],
    [args(), [], true],
    [fewer, [], false],
    [RESULT, [], true],
  ])('%# %j beside %j: %s', (move, others, expected) => {
    expect(index([move, ...others]).isTarget(move)).toBe(expected);
  });
});
