/** Which arguments a method takes before its options. */
import { expect, it } from 'vitest';
import { schemasOf } from '../../generator/diff/compare/shape.ts';
import { plainNames } from '../../generator/diff/names.ts';
import { surfaceOf } from '../../generator/diff/surface.ts';
import type { Api } from '../../generator/ir/types.ts';
import { NEWEST_EDITION } from '../../generator/lib/editions.ts';
import { literal, object, property, ref, text, union } from './walk-support.ts';

type Given = Readonly<Record<string, unknown>>;
const api = (methods: readonly Given[], more: Given = {}, client: Given = {}): Api =>
  ({
    client: { name: 'Acme', options: [], ...client },
    schemas: [
      { id: 'Pet', name: 'Pet', type: object([property('id', text, { required: true })]) },
      { id: 'Toy', name: 'Toy', type: object([property('id')]) },
    ],
    root: { key: '', methods, children: [], ...more },
  }) as unknown as Api;
const surface = (given: Api) => surfaceOf(given, schemasOf(given, plainNames(given)));

const path = (name: string, more: Given = {}): Given => ({
  in: 'path',
  name,
  required: true,
  type: text,
  ...more,
});
const query = (more: Given = {}): Given => ({ in: 'query', name: 'q', required: false, type: text, ...more });
const option = { clientOption: 'account' };
const body = (type: unknown, more: Given = {}): Given => ({
  body: { required: false, contents: [{ type: text }, { type }], chosen: 1, ...more },
});
const needing = object([property('a', text, { required: true })]);

it.each<[string, readonly Given[], Given, readonly [string, string, string]]>([
  ['nothing', [], {}, ['', '', 'none']],
  ['a position', [path('a')], {}, ['a', '', 'none']],
  ['a position and a name', [path('a'), path('b')], {}, ['b', 'a', 'required']],
  ['two positions', [path('a'), path('b')], { positional: ['a', 'b'] }, ['a b', '', 'none']],
  ['a name', [path('a')], { positional: [] }, ['', 'a', 'required']],
  ['an option of the client', [path('a', option), path('b')], {}, ['b', '', 'optional']],
  ['a position that the client fills', [path('a', option)], {}, ['a', '', 'optional']],
  ['a query', [query()], {}, ['', '', 'optional']],
  ['a needed query', [query({ required: true })], {}, ['', '', 'required']],
  ['a constant', [query({ required: true, type: literal('x') })], {}, ['', '', 'optional']],
  ['a query that the client fills', [query({ required: true, ...option })], {}, ['', '', 'optional']],
  ['two queries', [query(), query({ required: true })], {}, ['', '', 'required']],
  ['a needed body', [], body(text, { required: true }), ['', '', 'required']],
  ['a body of text', [], body(text), ['', '', 'optional']],
  ['a body without needs', [], body(object([property('a')])), ['', '', 'optional']],
  ['a body of nothing', [], body(object([])), ['', '', 'optional']],
  ['a body with needs', [], body(needing), ['', '', 'required']],
  [
    'a body with one need of two',
    [],
    body(object([property('a'), property('b', text, { required: true })])),
    ['', '', 'required'],
  ],
  [
    'a body that needs what is only read',
    [],
    body(object([property('a', text, { required: true, readOnly: true })])),
    ['', '', 'optional'],
  ],
  ['a body of several kinds', [], body(union([text])), ['', '', 'required']],
  ['a named body', [], body(ref('Pet')), ['', '', 'required']],
  ['a named body without needs', [], body(ref('Toy')), ['', '', 'optional']],
  ['a body of no content', [], body(needing, { chosen: 7 }), ['', '', 'optional']],
])('%s', (_name, parameters, more, [positional, named, slot]) => {
  const [found] = surface(api([{ key: 'get', parameters, ...more }], {}, { edition: '2026-01-01' }));
  expect([found?.positional.join(' '), found?.named.join(' '), found?.slot]).toEqual([
    positional,
    named,
    slot,
  ]);
});

it.each<[string, readonly Given[], Given, 'optional' | 'required']>([
  ['alone', [], {}, 'optional'],
  ['that is required', [], body(needing, { required: true }), 'required'],
  ['beside a query', [query()], {}, 'required'],
  ['beside a name', [path('a'), path('b')], {}, 'required'],
  ['beside a position', [path('a')], {}, 'optional'],
  ['beside an option of the client', [path('a', option)], {}, 'required'],
  ['with a name', [], { bodyName: 'pet' }, 'required'],
])('in later editions a body with needs may be left out %s', (_name, parameters, more, slot) => {
  const [found] = surface(
    api([{ key: 'get', parameters, ...body(needing), ...more }], {}, { edition: NEWEST_EDITION }),
  );
  expect(found?.slot).toBe(slot);
});

it('methods come in the order of the tree', () => {
  const methods = (...keys: readonly string[]): readonly Given[] =>
    keys.map((key) => ({ key, parameters: [] }));
  const resource = (key: string, own: readonly Given[], ...children: readonly Given[]): Given => ({
    ...{ key, methods: own, children },
  });
  const given = api(methods('ping', 'echo'), {
    children: [
      resource(
        'pets',
        methods('list', 'get'),
        resource('toys', methods('list')),
        resource('vets', methods('list')),
      ),
      resource('shops', methods('list')),
    ],
  });
  const expected = [
    'ping',
    'echo',
    'pets.list',
    'pets.get',
    'pets.toys.list',
    'pets.vets.list',
    'shops.list',
  ];
  expect(surface(given).map(({ symbol }) => symbol)).toEqual(expected.map((name) => `client.${name}`));
  expect(surface(given).map(({ resource: keys }) => keys.join('.'))).toEqual([
    ...['', '', 'pets', 'pets', 'pets.toys', 'pets.vets', 'shops'],
  ]);
  expect(surfaceOf(given, new Map()).map(({ symbol }) => symbol)).toEqual(
    surface(given).map((each) => each.symbol),
  );
});
