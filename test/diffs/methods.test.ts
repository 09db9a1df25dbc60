/** What a comparison of the methods of two APIs writes down about the methods themselves. */
import { describe, expect, it } from 'vitest';
import { matchSchemas } from '../../generator/diff/compare/match-schemas.ts';
import { compareMethods } from '../../generator/diff/compare/methods.ts';
import type { Findings } from '../../generator/diff/compare/place.ts';
import { startWalk } from '../../generator/diff/compare/types.ts';
import { plainNames } from '../../generator/diff/names.ts';
import type { DiffOptions } from '../../generator/diff/types.ts';
import type { Api, Method, Resource } from '../../generator/ir/types.ts';
import { told } from './walk-support.ts';
import { apiOf } from './support.ts';

type Operation = Readonly<Record<string, unknown>>;

/** Path with verb → operation. The key of a method in the SDK is its `id`: `pets.list`. */
type Calls = Readonly<Record<string, Operation & { readonly id: string }>>;

async function api(calls: Calls, server = 'https://api.example.com'): Promise<Api> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [call, { id: _id, ...operation }] of Object.entries(calls)) {
    const [verb = '', path = ''] = call.split(' ');
    const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      ...{ name, in: 'path', required: true, schema: { type: 'string' } },
    }));
    paths[path] = {
      ...paths[path],
      [verb]: { parameters, responses: { 204: { description: 'ok' } }, ...operation },
    };
  }
  const text = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    servers: [{ url: server }],
    paths,
  });
  const found = await apiOf(text);
  return { ...found, root: treeOf(calls, methodsOf(found.root), found.root) };
}

const methodsOf = ({ methods, children }: Resource): readonly Method[] => [
  ...methods,
  ...children.flatMap(methodsOf),
];

function treeOf(calls: Calls, methods: readonly Method[], root: Resource): Resource {
  const children = new Map<string, Method[]>();
  for (const [call, { id }] of Object.entries(calls)) {
    const [resource = '', key = ''] = id.split('.');
    const method = methods.find(({ verb, path }) => `${verb} ${path}` === call);
    if (method === undefined) throw new Error(call);
    children.set(resource, [...(children.get(resource) ?? []), { ...method, key }]);
  }
  return {
    ...root,
    methods: [],
    children: [...children].map(([key, own]) => ({ ...root, key, methods: own, children: [] })),
  };
}

async function compare(
  before: Calls,
  after: Calls,
  { servers = [], ...more }: Partial<DiffOptions> & { readonly servers?: readonly string[] } = {},
) {
  const [base, revision] = [await api(before, servers[0]), await api(after, servers[1] ?? servers[0])];
  const match = matchSchemas(base, revision);
  const options = { today: '2026-11-24', naming: plainNames, ...more };
  const findings: Findings = { own: [], places: [] };
  const walk = startWalk(base, revision, match, options);
  const isMoved = compareMethods(walk, { base, revision, match, options }, findings);
  return {
    isMoved,
    own: findings.own.map(
      ({ user, where, fact }): Readonly<Record<string, unknown>> => ({ ...told(fact), user, where }),
    ),
    rules: findings.own.map(({ fact }) => fact.rule),
  };
}

const body = (type: string) => ({
  requestBody: {
    required: true,
    content: {
      'application/json': { schema: { type: 'object', required: ['a'], properties: { a: { type } } } },
    },
  },
});
const LIST = { 'get /pets': { id: 'pets.list', operationId: 'list', tags: ['pets'] } };
const place = (call: string): string =>
  `/paths/~1${call.split('/').slice(1).join('~1')}/${call.split(' ')[0]}`;

describe('a method', () => {
  it('that is equal is not mentioned', async () => {
    expect((await compare(LIST, LIST)).own).toEqual([]);
  });

  it('that goes', async () => {
    const { own } = await compare({ ...LIST, 'get /toys': { id: 'toys.all' } }, LIST);
    expect(own).toEqual([
      {
        ...{
          rule: 'operation-removed',
          subject: 'client.toys.all()',
          message: 'was removed',
          before: 'GET /toys',
        },
        ...{ anchor: 'base', mask: 3, top: true, places: `${place('get /toys')} -` },
        user: { operation: 'GET /toys', symbol: 'client.toys.all', unstable: false },
      },
    ]);
  });

  it.each([
    [
      'deprecated',
      { deprecated: true },
      'operation-removed-after-sunset',
      'was removed after its deprecation',
    ],
    [
      'deprecated until yesterday',
      { deprecated: true, 'x-sunset': '2026-11-23' },
      'operation-removed-after-sunset',
      'was removed after its deprecation',
    ],
    [
      'deprecated until tomorrow',
      { deprecated: true, 'x-sunset': '2026-11-25' },
      'operation-removed-before-sunset',
      'was removed before its sunset date 2026-11-25',
    ],
    ['a draft', { 'x-stability-level': 'draft' }, 'operation-removed', 'was removed'],
  ])('that was %s goes', async (_title, more, rule, message) => {
    const { own } = await compare({ ...LIST, 'get /toys': { id: 'toys.all', ...more } }, LIST);
    expect(own).toMatchObject([{ rule, message, user: { unstable: false } }]);
  });

  it('that comes', async () => {
    const { own } = await compare(LIST, {
      ...LIST,
      'get /toys': { id: 'toys.all', summary: 'All toys.', description: 'More.' },
    });
    expect(own).toEqual([
      {
        ...{
          rule: 'operation-added',
          subject: 'client.toys.all()',
          message: 'was added',
          after: 'GET /toys',
        },
        ...{ anchor: 'revision', mask: 3, top: true, places: `- ${place('get /toys')}`, words: 'All toys.' },
        user: { operation: 'GET /toys', symbol: 'client.toys.all', unstable: false },
      },
    ]);
  });

  it.each([
    ['its description', { description: 'More.' }, { words: 'More.' }],
    ['no words', {}, { words: undefined }],
  ])('that comes has %s', async (_title, more, expected) => {
    const { own } = await compare(LIST, { ...LIST, 'get /toys': { id: 'toys.all', ...more } });
    expect(own[0]?.words).toBe(expected.words);
  });

  it.each([
    ['beta', {}, false],
    ['alpha', {}, true],
    ['beta', { stability: 'stable' as const }, true],
  ])('is not promised where both sides are %s, with %j: %s', async (level, options, unstable) => {
    const more = { 'x-stability-level': level };
    const { own } = await compare(
      { 'get /pets': { ...LIST['get /pets'], ...more } },
      { 'get /pets': { ...LIST['get /pets'], ...more, summary: 'Words.' } },
      options,
    );
    expect(own).toMatchObject([{ rule: 'docs-changed', user: { unstable, operation: 'GET /pets' } }]);
    const [mixed] = (
      await compare(LIST, { 'get /pets': { ...LIST['get /pets'], ...more, summary: 'Words.' } }, options)
    ).own.filter(({ rule }) => rule === 'docs-changed');
    expect(mixed).toMatchObject({ user: { unstable: false } });
  });

  it.each([
    ['summary', 'docs-changed'],
    ['description', 'docs-changed'],
  ])('has another %s', async (key, rule) => {
    const { own } = await compare(LIST, { 'get /pets': { ...LIST['get /pets'], [key]: 'Words.' } });
    expect(own).toMatchObject([
      {
        rule,
        message: 'is documented otherwise',
        subject: 'client.pets.list()',
        places: '/paths/~1pets/get /paths/~1pets/get',
      },
    ]);
  });

  it('is deprecated, also where it is not promised', async () => {
    const draft = { ...LIST['get /pets'], 'x-stability-level': 'draft' };
    const { own } = await compare({ 'get /pets': draft }, { 'get /pets': { ...draft, deprecated: true } });
    expect(own).toMatchObject([
      { rule: 'deprecated', subject: 'client.pets.list()', user: { unstable: false } },
    ]);
  });

  it.each<[string, Operation, string]>([
    [
      'parameters',
      { parameters: [{ name: 'q', in: 'query', required: true, schema: { type: 'string' } }] },
      'parameter-added-required',
    ],
    ['a server', { servers: [{ url: 'https://other.example.com' }] }, 'operation-server-changed'],
    ['credentials', { security: [] }, ''],
    ['a verb', {}, 'verb-changed'],
  ])('has its %s compared', async (title, more, rule) => {
    const call = title === 'a verb' ? 'put /pets' : 'get /pets';
    const { rules } = await compare(LIST, { [call]: { ...LIST['get /pets'], ...more } });
    expect(rules).toEqual(rule === '' ? [] : [rule]);
  });

  it('has its body and its answers compared', async () => {
    const of = (status: string, more: Operation = {}) => ({
      'post /pets': { id: 'pets.create', responses: { [status]: { description: 'ok' } }, ...more },
    });
    expect((await compare(of('204'), of('204', body('string')))).rules).toEqual(['body-added-required']);
    expect((await compare(of('204'), of('202'))).rules).not.toEqual([]);
  });
});

describe('a name', () => {
  it('that is new', async () => {
    const { own } = await compare(LIST, {
      'get /pets': { ...LIST['get /pets'], id: 'pets.all', operationId: 'all' },
    });
    expect(own).toMatchObject([
      {
        ...{ rule: 'operation-renamed', subject: 'client.pets.list()', message: 'is now client.pets.all()' },
        ...{ before: 'client.pets.list()', after: 'client.pets.all()' },
        user: { symbol: 'client.pets.all', operation: 'GET /pets' },
      },
    ]);
    expect(own[0]).not.toHaveProperty('adjust');
  });

  it('in another resource', async () => {
    const { own } = await compare(LIST, { 'get /pets': { ...LIST['get /pets'], id: 'animals.list' } });
    expect(own).toMatchObject([{ rule: 'operation-moved', message: 'is now client.animals.list()' }]);
  });

  const call = (id: string, more: Operation = {}) => ({ id, ...more });
  it.each<[string, Operation, Operation, object]>([
    ['is called alike', {}, {}, { source: [], runtime: 'silent' }],
    ['is called otherwise', {}, body('string'), { source: ['call'], runtime: 'same' }],
  ])('that belongs to another method now, which %s', async (_title, old, fresh, adjust) => {
    const { own } = await compare(
      { 'get /pets': call('pets.list'), 'post /toys': call('toys.make', old) },
      { 'get /pets': call('pets.find'), 'post /toys': call('pets.list', fresh) },
    );
    expect(own.filter(({ rule }) => String(rule).startsWith('operation-'))).toMatchObject([
      {
        ...{ rule: 'operation-renamed', subject: 'client.pets.list()', adjust },
        message: 'is now client.pets.find(), and its name belongs to POST /toys now',
      },
      { rule: 'operation-moved', message: 'is now client.pets.list()' },
    ]);
  });

  it.each<[string, Operation, object]>([
    ['is called alike', {}, { source: [], runtime: 'silent' }],
    ['is called otherwise', body('string'), { source: ['call'], runtime: 'rejected' }],
  ])('of a removed method belongs to another method, which %s', async (_title, more, adjust) => {
    const { own } = await compare(
      { 'get /pets': call('pets.list'), 'post /toys': call('toys.make', more) },
      { 'post /toys': call('pets.list', more) },
    );
    expect(own.filter(({ rule }) => rule === 'operation-removed')).toMatchObject([
      { message: 'was removed, and its name belongs to POST /toys now', adjust },
    ]);
  });

  it.each([
    ['list', 'all', { before: 'list', after: 'all' }],
    [undefined, 'all', { after: 'all' }],
    ['list', undefined, { before: 'list' }],
  ])('in the document: %s → %s', async (before, after, expected) => {
    const of = (operationId: string | undefined) => ({
      'get /pets': { id: 'pets.list', ...(operationId && { operationId }) },
    });
    const { own } = await compare(of(before), of(after));
    expect(own).toMatchObject([
      {
        rule: 'operation-id-changed',
        subject: 'client.pets.list()',
        message: 'has another operationId',
        ...expected,
      },
    ]);
    expect(Object.keys(own[0] ?? {}).filter((key) => ['before', 'after'].includes(key))).toEqual(
      Object.keys(expected),
    );
  });

  it('of tags', async () => {
    const { own } = await compare(LIST, { 'get /pets': { ...LIST['get /pets'], tags: ['pets', 'animals'] } });
    expect(own).toMatchObject([
      {
        rule: 'tags-changed',
        message: 'has other tags',
        before: 'pets',
        after: 'pets, animals',
        subject: 'client.pets.list()',
      },
    ]);
    const swapped = (
      await compare(
        { 'get /pets': { id: 'pets.list', tags: ['a', 'b'] } },
        { 'get /pets': { id: 'pets.list', tags: ['ab'] } },
      )
    ).own;
    expect(swapped).toMatchObject([{ rule: 'tags-changed' }]);
  });

  it('that changed says nothing of operationId and tags', async () => {
    const { rules } = await compare(LIST, { 'get /pets': { id: 'pets.all', operationId: 'all', tags: [] } });
    expect(rules).toEqual(['operation-renamed']);
  });
});

describe('a part of the path that moves to the server', () => {
  const [V1, PLAIN] = ['https://api.example.com/v1', 'https://api.example.com'];
  const of = (...paths: readonly string[]): Calls =>
    Object.fromEntries(
      paths.map((path) => [`get ${path}`, { id: `x.${path.replaceAll(/\W/g, '').replace(/v\d/, '')}` }]),
    );
  it.each<[string, Calls, Calls, readonly string[], boolean]>([
    ['is seen', of('/v1/pets', '/v1/toys'), of('/pets', '/toys'), [PLAIN, V1], true],
    ['is not, where the server stays', of('/pets'), of('/pets'), [V1, V1], false],
    [
      'is not, where one path is another',
      of('/v1/pets', '/v1/toys'),
      of('/pets', '/v2/toys'),
      [PLAIN, V1],
      false,
    ],
    ['is not, where the paths stay', of('/pets'), of('/pets'), [PLAIN, V1], false],
    ['is not, without methods', of('/v1/pets'), {}, [PLAIN, V1], false],
  ])('%s', async (_title, before, after, servers, expected) => {
    expect((await compare(before, after, { servers })).isMoved).toBe(expected);
  });
});
