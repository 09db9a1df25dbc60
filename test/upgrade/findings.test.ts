/** Which finding explains a place in code: the names at the place, and the changes that speak of them. */
import { describe, expect, it } from 'vitest';
import { memoryWorkshop } from '../../bench/upgrade/workshop.ts';
import { type RuleId, ruleCatalogue } from '../../generator/diff/rules/catalogue.ts';
import type { Change } from '../../generator/diff/types.ts';
import {
  ADVICE,
  findingFor,
  findingOf,
  subjectsAt,
  tokenAt,
} from '../../generator/upgrade/project/findings.ts';
import type { Scene } from '../../generator/upgrade/project/scene.ts';
import { sdkProgram } from '../../generator/upgrade/project/sdk-program.ts';
import type { Path } from '../../generator/upgrade/types.ts';

const change = (subject: string, more: Partial<Change> = {}): Change =>
  ({
    ...{ rule: 'type-changed', subject, message: `${subject} is another`, source: ['call'], runtime: 'same' },
    ...{ reach: [], ...more },
  }) as unknown as Change;
const reaching = (...symbols: readonly (string | undefined)[]): Partial<Change> => ({
  reach: symbols.map((symbol) => ({ operation: 'x', where: [], ...(symbol !== undefined && { symbol }) })),
});

describe('the finding', () => {
  const found = (changes: readonly Change[], subjects: readonly string[], reason = ''): string | undefined =>
    findingFor(changes, subjects, reason)?.message.replace(/ is another$/, '');
  const quiet: Partial<Change> = { source: [] };
  it.each<[string, string | undefined, string | undefined]>([
    ['of nothing', found([], ['Pet']), undefined],
    ['about nothing', found([change('Pet')], []), undefined],
    ['about the subject', found([change('Pet')], ['Pet']), 'Pet'],
    ['about another', found([change('Pets')], ['Pet']), undefined],
    ['about a member', found([change('Pet.name')], ['Pet']), 'Pet.name'],
    ['about an item', found([change('Pet[].name')], ['Pet']), 'Pet[].name'],
    ['about the nearest', found([change('Pet'), change('Toy')], ['Toy', 'Pet']), 'Toy'],
    ['about a further one', found([change('Pet')], ['Toy', 'Pet']), 'Pet'],
    ['that is quiet', found([change('Pet', quiet)], ['Pet']), undefined],
    ['that is silent', found([change('Pet', { ...quiet, runtime: 'silent' })], ['Pet']), 'Pet'],
    ['that changes results', found([change('Pet', { ...quiet, runtime: 'changed' })], ['Pet']), 'Pet'],
    ['that is refused', found([change('Pet', { ...quiet, runtime: 'rejected' })], ['Pet']), undefined],
    ['of several', found([change('Pet.a'), change('Pet.b')], ['Pet']), undefined],
    ['of several, about all', found([change('Pet.a'), change('Pet')], ['Pet']), 'Pet'],
    ['that the reason names', found([change('Pet.a'), change('Pet.b')], ['Pet'], "'b' is missing"), 'Pet.b'],
    ['that the reason names before all', found([change('Pet'), change('Pet.b')], ['Pet'], "no 'b'"), 'Pet.b'],
    [
      'that the message names',
      found([change('Pet.a'), { ...change('Pet.c'), message: 'has $b_1 now' }], ['Pet'], "'$b_1'"),
      'has $b_1 now',
    ],
    [
      'that a word of the reason names',
      found([change('Pet.a'), change('Pet.b')], ['Pet'], 'b is missing'),
      undefined,
    ],
    ['about a method', found([change('client.pets.list()')], ['client.pets.list']), 'client.pets.list()'],
    [
      'about what is in a method',
      found([change('client.pets.list().a')], ['client.pets.list']),
      'client.pets.list().a',
    ],
    [
      'about the result of a method',
      found([change('response of client.pets.list()')], ['client.pets.list']),
      'response of client.pets.list()',
    ],
    ['about a longer method', found([change('client.pets.listAll()')], ['client.pets.list']), undefined],
    [
      'about another client',
      found([change('response ofclient.pets.list()')], ['client.pets.list']),
      undefined,
    ],
    [
      'that had the name before',
      found([change('x', { before: 'client.pets.list()' })], ['client.pets.list']),
      'x',
    ],
    [
      'that had another name before',
      found([change('x', { before: 'client.pets.list' })], ['client.pets.list']),
      undefined,
    ],
    [
      'that reaches a method',
      found([change('Pet', reaching(undefined, 'client.pets.list'))], ['client.pets.list']),
      'Pet',
    ],
    [
      'that reaches another',
      found([change('Pet', reaching('client.pets.get'))], ['client.pets.list']),
      undefined,
    ],
    [
      'about all of a method',
      found([change('client.a()'), change('client.a().b')], ['client.a']),
      'client.a()',
    ],
    [
      'about all that was a method',
      found([change('client.a().b'), change('c', { before: 'client.a()' })], ['client.a']),
      'c',
    ],
    ['about a property', found([change('Pet.name')], ['.name', 'Pet']), 'Pet.name'],
    ['about a property below', found([change('Pet.name.first')], ['.name', 'Pet']), 'Pet.name.first'],
    ['about a property with more letters', found([change('Pet.names')], ['.name', 'Toy']), undefined],
    ['about a property of another type', found([change('Pet.name')], ['.name', 'Toy']), undefined],
    ['about a property of a part', found([change('Pet.name')], ['.name', 'Pet.owner']), 'Pet.name'],
    ['about a property of an item', found([change('Pet[].name')], ['.name', 'Pet']), 'Pet[].name'],
    [
      'about a property, named by the reason',
      found([change('Pet.name'), change('Pet.b.name')], ['.name', 'Pet'], "'b'"),
      'Pet.b.name',
    ],
    [
      'about two properties',
      found([change('Pet.name'), change('Toy.name')], ['.name', '.x', 'Pet.a', 'Toy.b']),
      undefined,
    ],
    [
      'about a property of a body',
      found([change('request body of x.name', reaching('client.pets.list'))], ['.name']),
      'request body of x.name',
    ],
    [
      'about a property of the body of the method',
      found([change('request body of x.name', reaching('client.pets.list'))], ['.name', 'client.pets.list']),
      'request body of x.name',
    ],
    [
      'about a property of a body that reaches several',
      found(
        [change('request body of x.name', reaching(undefined, 'client.pets.list', 'client.pets.get'))],
        ['.name', 'client.pets.list'],
      ),
      'request body of x.name',
    ],
    [
      'about a property whose name begins alike',
      found([change('Pet.name2.x')], ['.name', 'Pet.owner']),
      undefined,
    ],
    [
      'about a property of the body of another',
      found(
        [change('request body of x.name', reaching('client.pets.get', undefined))],
        ['.name', 'client.pets.list'],
      ),
      undefined,
    ],
  ])('%s', (_name, actual, expected) => expect(actual).toBe(expected));
});

describe('advice', () => {
  it('is for rules that there are', () => {
    const rules = Object.keys(ruleCatalogue);
    for (const [start] of ADVICE)
      expect(
        rules.some((rule) => rule.startsWith(start)),
        start,
      ).toBe(true);
  });

  it.each<[RuleId, string]>([
    ['operation-removed', 'Nothing took its place. Take the call out, or stay with the old version.'],
    [
      'operation-removed-before-sunset',
      'Nothing took its place. Take the call out, or stay with the old version.',
    ],
    ['model-removed', 'Write the type down yourself, or take it from the method: Awaited<ReturnType<…>>.'],
    ['property-removed', 'Take it out. Where the value is now, the changelog of the API has to say.'],
    ['property-renamed', 'Write the new name.'],
    ['parameter-renamed', 'Write the new name.'],
    ['property-added-required', 'Give it a value.'],
    ['property-became-required', 'Give it a value.'],
    ['property-became-optional', 'Say what happens when it is not there.'],
    ['became-nullable', 'Say what happens when it is null.'],
    ['parameter-removed', 'Take it out: the API takes it no longer.'],
    ['parameter-added-required', 'Give it a value.'],
    ['parameter-became-required', 'Give it a value.'],
    ['enum-value-removed', 'The value no longer occurs and is no longer taken. Choose another one.'],
    ['union-member-added', 'Handle the kinds that there are now.'],
    ['list-shortened', 'If all items are needed, ask for the further parts.'],
    ['pagination-removed', 'Read the list from the result; there are no further pages.'],
    ['pagination-added', 'Loop over the page with for await, or read its fields.'],
    ['result-may-be-empty', 'Say what happens when it is null.'],
    ['no-longer-nullable', 'Adapt the code to what the new SDK says.'],
  ])('for %s', (rule, advice) => {
    expect(findingOf(change('Pet', { rule }))).toEqual({
      ...{ rule, advice, message: 'Pet is another', text: `${rule}: Pet is another` },
    });
  });
});

const SDK = {
  name: '@acme/api',
  files: [
    {
      path: 'src/index.ts',
      text: `export class Pets {
  list(...all: any[]): Promise<Pet> { return null as any; }
  toys: Toys = null as any;
}
export class Toys { add(...all: any[]): void {} }
export interface Pet { name: string; owner: Owner }
export interface Owner { id: string }
export default class Acme { pets: Pets = null as any; constructor(...all: any[]) {} }
`,
    },
  ],
};
const HEAD = "import Acme, { type Pet, type Owner } from '@acme/api';\ndeclare const client: Acme;\n";
const WORKSHOP = { ...memoryWorkshop(), options: { ...memoryWorkshop().options, lib: ['lib.es2022.d.ts'] } };

function sceneOf(code: string): Scene {
  const found = sdkProgram(WORKSHOP, new Map([['/app/code.ts', HEAD + code]]), SDK);
  const file = found.program.getSourceFile('/app/code.ts');
  const classes = new Map<string, Path>([
    ['index#Acme', []],
    ['index#Pets', ['pets']],
    ['index#Toys', ['pets', 'toys']],
  ]);
  return { file, checker: found.checker, index: { classes } } as unknown as Scene;
}

it.each<[string, string, readonly string[]]>([
  ['client.pets.list(1);', 'list', ['client.pets.list']],
  ['client.pets.list(1);', '1', ['client.pets.list']],
  ['client.pets.toys.add({ a: 1 });', 'add', ['client.pets.toys.add']],
  ['client.pets.toys.add({ a: 1 });', 'a:', ['client.pets.toys.add']],
  ['client.pets.list(1);', 'client', ['client.pets.list', 'client.pets']],
  ['client.pets.list(1);', 'pets', ['client.pets.list', 'client.pets']],
  ['void (client.pets.toys);', 'client', ['client.pets.toys', 'client.pets']],
  ["import '@acme/api';", 'import', []],
  ["import Other from '@acme/api';", 'import', []],
  ['client.pets;', 'pets', ['client.pets']],
  ['(await client.pets.list()).name;', 'name', ['Pet.name', '.name', 'client.pets.list']],
  ['(await client.pets.list())!.owner.id;', 'id', ['Owner.id', '.id']],
  ["const pet: Pet = { name: 'a', owner: null as any };", 'pet', ['Pet']],
  ["const pet: Pet = { name: 'a', owner: null as any };", 'name', ['Pet']],
  ['class A { pet: Pet = null as any; }', 'pet', ['Pet']],
  ['class A { pet: string = null as any; }', 'pet', []],
  ['const pet: Pet[] = [];', 'pet', []],
  ["export { type Pet, type Owner } from '@acme/api';", 'export', ['Pet', 'Owner']],
  ["export * from '@acme/api';", 'export', []],
  ["import * as all from '@acme/api';", 'import', []],
  ["import { type Owner as O } from '@acme/api';", 'import', ['Owner']],
  ['const one = 1;', 'one', []],
  ['function f(pet: Pet) { return pet.owner["id"]; }', '"id"', ['Owner.id', '.id']],
])('names at a place: %s at %s', (code, at, expected) => {
  const scene = sceneOf(code);
  expect(subjectsAt(scene, HEAD.length + code.indexOf(at))).toEqual(expected);
});

it('at the end of a file there are none', () => {
  const scene = sceneOf('client;');
  expect(subjectsAt(scene, HEAD.length + 'client;'.length)).toEqual([]);
  expect(subjectsAt(scene, 9_999)).toEqual([]);
});

it.each([
  ['const a = 1; b;', 'a =', 'a'],
  ['const a = 1; b;', '1', '1'],
  ['const a = 1; b;', 'b', 'b'],
  ['const a = 1; b;', '= 1', 'a = 1'],
  ['const a = 1; b;', ';', 'const a = 1;'],
])('the smallest part of %s at %s', (code, at, expected) => {
  const { file } = sceneOf(code);
  expect(tokenAt(file, HEAD.length + code.indexOf(at))?.getText(file)).toBe(expected);
});
