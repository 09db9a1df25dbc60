/** A list that came whole and is divided now. */
import { expect, it } from 'vitest';
import { plainNames } from '../../generator/diff/names.ts';
import { schemasOf } from '../../generator/diff/compare/shape.ts';
import { compareListLength } from '../../generator/diff/compare/shortened-lists.ts';
import type { Findings } from '../../generator/diff/compare/place.ts';
import type { Walk } from '../../generator/diff/compare/walk.ts';
import type { Api, TypeNode } from '../../generator/ir/types.ts';
import { list, nullable, object, property, ref, scalar, text } from './walk-support.ts';

type Given = Readonly<Record<string, unknown>>;

interface Side {
  readonly parameters?: readonly Given[];
  readonly body?: TypeNode;
  readonly result?: TypeNode;
  readonly kind?: string;
  readonly scheme?: string;
}

const user = { operation: 'GET /pets', symbol: 'client.pets.list', unstable: false };
const origin = { document: 'a.yml', pointer: '/limit' };
const query = (name: string, value?: unknown, more: Given = {}): Given => ({
  ...{ in: 'query', name, required: false, type: scalar('integer', { default: value }), origin },
  ...more,
});
const named: Readonly<Record<string, TypeNode>> = {
  Pets: list(text),
  Page: object([property('total', scalar('integer')), property('items', ref('Pets'))]),
  Size: scalar('integer', { default: 7 }),
  Nullable: nullable(scalar('integer', { default: 8 })),
};

function api(scheme: string | undefined): Api {
  const paginationSchemes = scheme === undefined ? [] : [{ name: 'p', type: scheme }];
  return {
    client: { name: 'Acme', options: [], casings: [] },
    paginationSchemes,
    schemas: Object.entries(named).map(([id, type]) => ({ id, name: id, type })),
    root: { methods: [], children: [] },
  } as unknown as Api;
}

const surface = ({ parameters = [], body, result = list(text), kind = 'json', scheme }: Side) => ({
  symbol: 'client.pets.list',
  method: {
    parameters,
    ...(body && { body: { contents: [{ type: text }, { type: body }], chosen: 1 } }),
    ...{ responses: [{ contents: [{ kind, type: result }], chosen: 0 }], success: 0 },
    ...(scheme !== undefined && { pagination: { scheme: 'p' } }),
  },
});

function found(before: Side, after: Side): unknown {
  const apis = { base: api(before.scheme), revision: api(after.scheme) };
  const findings: Findings = { own: [], places: [] };
  const walk = {
    base: schemasOf(apis.base, plainNames(apis.base)),
    revision: schemasOf(apis.revision, plainNames(apis.revision)),
  } as unknown as Walk;
  const [a, b] = [surface(before), surface(after)] as never[];
  compareListLength(apis, walk, { a, b, user, findings } as never);
  expect(findings.places).toEqual([]);
  return findings.own;
}

const cut = (value: number): string =>
  `is new and ${value} where it is not sent: the list that came whole may be cut off`;
const finding = (subject: unknown, value: number | undefined, where = 'query'): unknown => [
  {
    ...{ user, where },
    fact: {
      ...{ rule: 'list-shortened', anchor: 'revision', mask: 3, top: true, revision: origin, subject },
      ...(value === undefined
        ? {
            message: 'is new, and the list that came whole is divided into pages',
            adjust: { wire: 'depends' },
          }
        : { message: cut(value), after: String(value) }),
    },
  },
];
const limited = (name: string, value: number | undefined): unknown =>
  finding({ kind: 'parameter', location: 'query', name, path: [] }, value);
const limit = [query('limit', 5)];

it.each<[string, unknown, unknown]>([
  ['a size', found({}, { parameters: limit }), limited('limit', 5)],
  [
    'a size among others',
    found({}, { parameters: [query('kind', 1), query('page', 2), ...limit] }),
    limited('limit', 5),
  ],
  [
    'a page',
    found({}, { parameters: [query('cursor', 3), query('pageNumber', 2)] }),
    limited('pageNumber', 2),
  ],
  [
    'a page that is no size',
    found({}, { parameters: [query('limit'), query('page', 1)] }),
    limited('page', 1),
  ],
  ['an offset', found({}, { parameters: [query('offset', 0)] }), []],
  ['a cursor', found({}, { parameters: [query('cursor', 0)] }), []],
  ['a filter', found({}, { parameters: [query('kind', 5)] }), []],
  ['no default', found({}, { parameters: [query('limit')] }), []],
  ['a default of text', found({}, { parameters: [query('limit', '5')] }), []],
  ['a required size', found({}, { parameters: [query('limit', 5, { required: true })] }), []],
  ['a header', found({}, { parameters: [query('limit', 5, { in: 'header' })] }), []],
  [
    'a default of a name',
    found({}, { parameters: [query('limit', 0, { type: ref('Size') })] }),
    limited('limit', 7),
  ],
  [
    'a default below null',
    found({}, { parameters: [query('limit', 0, { type: ref('Nullable') })] }),
    limited('limit', 8),
  ],
  ['a default of nothing', found({}, { parameters: [query('limit', 0, { type: ref('None') })] }), []],
  ['a default of null', found({}, { parameters: [query('limit', 0, { type: scalar('null') })] }), []],
  ...['limit', 'page', 'offset', 'cursor', 'iterator'].map((name): [string, unknown, unknown] => [
    `where ${name} was there`,
    found({ parameters: [query(name)] }, { parameters: [query(name), ...limit] }),
    [],
  ]),
  [
    'where a filter was there',
    found({ parameters: [query('kind')] }, { parameters: limit }),
    limited('limit', 5),
  ],
  [
    'pages, by an offset',
    found({}, { parameters: [query('kind'), query('offset', 0)], scheme: 'offset' }),
    limited('offset', 0),
  ],
  [
    'pages, by a cursor',
    found({}, { parameters: [query('cursor')], scheme: 'cursor' }),
    limited('cursor', undefined),
  ],
  [
    'pages, by another cursor',
    found({}, { parameters: [query('scrollId')], scheme: 'cursor' }),
    limited('scrollId', undefined),
  ],
  ['pages of one part', found({}, { parameters: [query('cursor')], scheme: 'fake_page' }), []],
  ['pages, without arguments', found({}, { scheme: 'cursor' }), []],
  ['that was in pages', found({ scheme: 'cursor' }, { parameters: limit, scheme: 'cursor' }), []],
  [
    'that was in pages of one part',
    found({ scheme: 'fake_page' }, { parameters: limit }),
    limited('limit', 5),
  ],
  ['of text', found({ result: text }, { parameters: limit }), []],
  ['of text now', found({}, { parameters: limit, result: text }), []],
  ['of bytes', found({ kind: 'binary' }, { parameters: limit }), []],
  ['of bytes now', found({}, { parameters: limit, kind: 'binary' }), []],
  ['in a name', found({ result: ref('Pets') }, { parameters: limit }), limited('limit', 5)],
  [
    'in an object',
    found({ result: ref('Page') }, { parameters: limit, result: ref('Page') }),
    limited('limit', 5),
  ],
  ['below null', found({ result: nullable(ref('Pets')) }, { parameters: limit }), limited('limit', 5)],
  ['in an object without a list', found({ result: object([property('a')]) }, { parameters: limit }), []],
  ['of null', found({ result: scalar('null') }, { parameters: limit }), []],
  ['of nothing', found({ result: ref('None') }, { parameters: limit }), []],
  [
    'by a property of the body',
    found(
      {},
      { body: object([property('kind'), property('limit', scalar('integer', { default: 4 }), { origin })]) },
    ),
    finding({ kind: 'text', text: 'request body property limit', path: [] }, 4, 'body'),
  ],
  ['by a body of text', found({}, { body: text }), []],
  ['by a body of null', found({}, { body: scalar('null') }), []],
  [
    'where the body had it',
    found({ body: nullable(object([property('limit')])) }, { parameters: limit }),
    [],
  ],
])('%s', (_name, actual, expected) => expect(actual).toEqual(expected));

it('an argument is called as the SDK calls it', () => {
  const apis = { base: api(undefined), revision: api(undefined) };
  const names = {
    argument: (name: string, alias?: string) => `${name}-${alias}`,
    property: (name: string) => `p-${name}`,
  };
  const subjects = [names, undefined].flatMap((own) =>
    [
      { parameters: [query('limit', 5, { alias: 'l' })] },
      { body: object([property('limit', scalar('x', { default: 4 }))]) },
    ].map((after) => {
      const findings: Findings = { own: [], places: [] };
      const schemas = Object.assign(new Map(), own && { names: own });
      compareListLength(
        apis,
        { base: schemas, revision: schemas } as never,
        {
          ...{ a: surface({}), b: surface(after), user, findings },
        } as never,
      );
      const { subject } = findings.own[0]?.fact ?? {};
      return subject?.kind === 'parameter' ? subject.name : subject?.kind === 'text' ? subject.text : '';
    }),
  );
  expect(subjects).toEqual([
    ...['limit-l', 'request body property p-limit', 'limit', 'request body property limit'],
  ]);
});
