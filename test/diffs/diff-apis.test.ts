/** Whole results of small pairs of documents. `UPDATE_EXPECTED=1` rewrites what is expected; then read it. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { diffApis, verdictOf } from '../../generator/diff/diff-apis.ts';
import type { Change, DiffOptions } from '../../generator/diff/types.ts';
import { matches } from '../errors/matches.ts';
import { configOf } from './cases.ts';
import { apiOf } from './support.ts';

type Given = Readonly<Record<string, unknown>>;
const json = (schema: unknown): Given => ({ content: { 'application/json': { schema } } });
const ref = (name: string): Given => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Given, more: Given = {}): Given => ({ type: 'object', properties, ...more });
const text = { type: 'string' };
const operation = (id: string, response?: unknown, more: Given = {}): Given => ({
  operationId: id,
  responses: { 200: { description: 'ok', ...(response === undefined ? {} : json(response)) } },
  ...more,
});
const given = (name: string, more: Given = {}): Given => ({ name, in: 'query', schema: text, ...more });

const document = (paths: Given, schemas: Given = {}, info: Given = {}, more: Given = {}): Given => ({
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1.0.0', ...info },
  servers: [{ url: 'https://api.example.com' }],
  ...{ paths, components: { schemas }, ...more },
});

/** With the types that a config names, also those that no method uses. */
const config = configOf(
  JSON.stringify({
    config: {
      resources: {
        $shared: { models: { loose: 'Loose', tight: 'Tight' } },
        pets: { methods: { list: 'get /pets' } },
      },
    },
  }),
);
const diff = async (before: Given, after: Given, options: DiffOptions = {}): Promise<readonly Change[]> => {
  const [a, b] = [before, after].map((each) =>
    apiOf(
      JSON.stringify(each),
      'Loose' in (each['components'] as { schemas: object }).schemas ? config : undefined,
    ),
  );
  if (a === undefined || b === undefined) throw new Error('two documents are two APIs');
  return diffApis(await a, await b, options);
};

const pets = (response: unknown, more: Given = {}): Given => ({
  '/pets': { get: operation('listPets', response, more) },
});
const list = (more: Given = {}, info: Given = {}): Given => document(pets(undefined, more), {}, info);
const needed = { parameters: [given('q', { required: true })] };

const both = (pet: Given): Given =>
  document(
    {
      '/pets': {
        get: operation('listPets', ref('Pet')),
        post: operation('createPet', undefined, { requestBody: json(ref('Pet')) }),
      },
      '/pets/{id}': {
        get: operation('getPet', object({ pet: ref('Pet'), best: ref('Pet') }), {
          parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
        }),
      },
    },
    { Pet: pet },
  );
const loose = (kind: Given, isNeeded = true): Given =>
  document(pets(text), {
    Loose: object({ kind, size: { enum: ['a', 'b'] } }, isNeeded ? { required: ['kind'] } : {}),
    Tight: object({ loose: ref('Loose') }),
  });
const scopes = (...names: readonly string[]): Given =>
  document(
    pets(text, { security: [{ auth: names }] }),
    {},
    {},
    {
      components: {
        schemas: {},
        securitySchemes: {
          auth: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: 'https://a.com', scopes: {} } } },
        },
      },
    },
  );

const PAIRS: readonly (readonly [name: string, before: Given, after: Given, options?: DiffOptions])[] = [
  ['nothing', list(), list()],
  ['the title', list(), list({}, { title: 'Animals' })],
  ['the description', list(), list({}, { description: 'All pets.' })],
  [
    'a type of both directions',
    both(object({ id: text, nick: text, size: { enum: ['a', 'b'] } })),
    both(object({ id: text, size: { enum: ['a', 'b', 'c'] }, name: { ...text, description: 'Its name.' } })),
  ],
  ['a type that nobody uses', loose({ enum: ['a', 'b'] }), loose({ enum: ['a', 'b', 'c'] })],
  ['a type that nobody uses, of another kind', loose(text), loose({ type: 'integer' })],
  ['a type that nobody uses, no longer needed', loose(text), loose(text, false)],
  ['a type that nobody uses, needed now', loose(text, false), loose(text)],
  [
    'a type that has another name',
    loose(text),
    document(pets(text), { Other: object({ kind: text, size: { enum: ['a', 'b'] } }) }),
  ],
  ...(
    [
      ['values', { enum: ['a', 'b'] }, { enum: ['a', 'b', 'c'] }],
      ['type', text, { type: 'integer' }],
      ['needs', text, undefined],
    ] as const
  ).map(([name, old, now]): readonly [string, Given, Given] => {
    const other = (kind: Given | undefined): Given =>
      document(
        {
          '/pets': {
            get: {
              operationId: 'a',
              responses: {
                200: {
                  description: 'ok',
                  content: {
                    'application/json': { schema: text },
                    'application/xml': { schema: ref('Pet') },
                  },
                },
              },
            },
          },
        },
        { Pet: object(kind === undefined ? { id: text } : { id: text, kind }) },
      );
    return [`a type that the SDK does not return: ${name}`, other(old), other(now)];
  }),
  ['scopes', scopes('b', 'a'), scopes('d', 'c')],
  [
    'a limit',
    list({ parameters: [given('b', { schema: { ...text, maxLength: 5 } })] }),
    list({ parameters: [given('b', { schema: { ...text, maxLength: 4 } })] }),
  ],
  [
    'a type in an argument and a body',
    document(
      {
        '/pets': {
          post: operation('a', ref('Size'), {
            parameters: [given('q', { schema: ref('Size') })],
            requestBody: json(object({ size: ref('Size') })),
          }),
        },
      },
      { Size: { type: 'string', enum: ['a', 'b'] } },
    ),
    document(
      {
        '/pets': {
          post: operation('a', ref('Size'), {
            parameters: [given('q', { schema: ref('Size') })],
            requestBody: json(object({ size: ref('Size') })),
          }),
        },
      },
      { Size: { type: 'string', enum: ['a', 'c'] } },
    ),
  ],
  [
    'weights of what could be avoided',
    document(pets(object({ a: text, b: text }))),
    document(pets(object({ b: { type: 'integer' } }))),
    {
      severities: new Map([
        ['property-removed', 'patch'],
        ['type-changed', 'none'],
      ]),
    },
  ],
  [
    'draft methods alone',
    document(pets(text, { 'x-stability-level': 'draft' })),
    document(pets({ type: 'integer' }, { 'x-stability-level': 'draft', ...needed })),
  ],
  [
    'draft methods beside others',
    document(
      {
        ...pets(ref('Pet'), { 'x-stability-level': 'draft' }),
        '/all': { get: operation('all', ref('Pet')) },
      },
      { Pet: object({ id: text }) },
    ),
    document(
      {
        ...pets(ref('Pet'), { 'x-stability-level': 'draft' }),
        '/all': { get: operation('all', ref('Pet')) },
      },
      { Pet: object({ id: { type: 'integer' } }) },
    ),
  ],
  [
    'other weights',
    list({ parameters: [given('a'), given('b', { schema: { ...text, maxLength: 5 } })], summary: 'A' }),
    list({ parameters: [given('b', { schema: { ...text, maxLength: 4 } })], summary: 'B' }),
    {
      severities: new Map([
        ['parameter-removed', 'patch'],
        ['docs-changed', 'off'],
        ['limit-tightened', 'major'],
      ]),
    },
  ],
  [
    'names that were exchanged',
    document(
      { '/a': { get: operation('getA', ref('A')) }, '/b': { get: operation('getB', ref('B')) } },
      { A: object({ a: text, b: text, c: text }), B: object({ x: text, y: text, z: text }) },
    ),
    document(
      { '/a': { get: operation('getA', ref('B')) }, '/b': { get: operation('getB', ref('A')) } },
      { B: object({ a: text, b: text, c: text, d: text }), A: object({ x: text, y: text, z: text }) },
    ),
  ],
  [
    'one edit of one shape in two methods',
    document({
      '/a': { get: operation('getA', object({ a: text, b: text, c: text })) },
      '/b': { get: operation('getB', object({ a: text, b: text, c: text })) },
    }),
    document({
      '/a': { get: operation('getA', object({ a: text, b: text })) },
      '/b': { get: operation('getB', object({ a: text, b: text })) },
    }),
  ],
  [
    'the same rule at many places',
    document({
      '/b': { get: operation('getB', object({ b: text }), { parameters: [given('b'), given('a')] }) },
      '/a': { get: operation('getA', object({ a: text }), { deprecated: true }) },
    }),
    document(
      {
        '/b': { get: operation('getB', object({ b: { type: 'integer' } }), { deprecated: true }) },
        '/a': { get: operation('getA', object({ a: { type: 'integer' } })), post: operation('postA') },
        '/z': { get: operation('getZ') },
      },
      {},
      {},
      { servers: [{ url: 'https://b.example.com' }] },
    ),
  ],
];

it('changes of small documents are these', async () => {
  const parts = [];
  for (const [name, ...pair] of PAIRS) {
    const found = (await diff(...pair)).map((change) =>
      JSON.stringify(change, (_key, value: unknown) => (value === undefined ? 'none' : value), 1).replace(
        /\n */g,
        ' ',
      ),
    );
    parts.push([`## ${name}`, '', ...found, ''].join('\n'));
  }
  matches(fileURLToPath(new URL('./formats/changes.txt', import.meta.url)), parts.join('\n'));
});

describe('the version of the document', () => {
  const weights = (weight: string): DiffOptions => ({
    severities: new Map([['version-not-raised', weight as 'off']]),
  });
  it.each<[string, string, string | undefined, DiffOptions?]>([
    ['1.0.0', '2.0.0', undefined],
    ['1.0.0', '1.9.0', 'was not raised to the next major although something breaks'],
    ['1.0.0', '1.0.0', 'was not raised although something breaks'],
    ['1.0.0', '0.9.0', 'was lowered although something breaks'],
    ['1.0.0', '2.0.0-beta', undefined],
    ['2.0.0-beta', '2.0.0', 'was not raised to the next major although something breaks'],
    ['0.1.0', '0.2.0', undefined],
    ['0.1.5', '0.1.6', 'was not raised to the next major although something breaks'],
    ['0.1.0', '1.0.0', undefined],
    ['1.1.0', '1.2.0', 'was not raised to the next major although something breaks'],
    ['one', '1.0.0', undefined],
    ['1.0.0', 'one', undefined],
    ['1.0.0', '1.0.0', undefined, weights('off')],
    ['1.0.0', '1.0.0', 'was not raised although something breaks', weights('major')],
  ])('%s → %s', async (from, to, sentence, options) => {
    const changes = await diff(list({}, { version: from }), list(needed, { version: to }), options);
    const found = changes.find(({ rule }) => rule === 'version-not-raised');
    expect(found?.message).toBe(sentence === undefined ? undefined : `info.version ${sentence}`);
    expect([found?.before, found?.after]).toEqual(
      sentence === undefined ? [undefined, undefined] : [from, to],
    );
    if (found !== undefined && options !== undefined) expect(found.bump).toBe('major');
  });

  it('need not be raised if nothing breaks', async () => {
    const changes = await diff(list(), list({ parameters: [given('q')] }));
    expect(changes.map(({ rule }) => rule)).toEqual(['parameter-added-first']);
  });
});

/** A type with a name whose only method goes: users can only read or make values of their own. */
describe('a named type that no method has any more', () => {
  const kinds = configOf(
    JSON.stringify({
      config: {
        resources: {
          $shared: { models: { kind: 'Kind' } },
          pets: { methods: { list: 'get /pets', kinds: 'get /kinds', add: 'post /kinds' } },
        },
      },
    }),
  );
  const sized = (...sizes: readonly string[]): Given => object({ size: { ...text, enum: sizes } });
  const needs = (...required: readonly string[]): Given => object({ size: text }, { required });
  const of = (type: Given, more: Given): Promise<Awaited<ReturnType<typeof apiOf>>> =>
    apiOf(JSON.stringify(document({ ...pets(text), ...more }, { Kind: type })), kinds);
  const received = { '/kinds': { get: operation('listKinds', ref('Kind')) } };
  const sent = { '/kinds': { post: operation('addKind', undefined, { requestBody: json(ref('Kind')) }) } };
  it.each<[string, Given, Given, Given, string]>([
    ['a value', received, sized('a'), sized('a', 'b'), 'enum-value-added minor exhaust'],
    [
      'a kind',
      received,
      object({ size: text }),
      object({ size: { type: 'integer' } }),
      'type-changed major read fake',
    ],
    ['an optional value', received, needs('size'), needs(), 'property-became-optional major read'],
    ['a needed value', sent, needs(), needs('size'), 'property-became-required major call'],
    ['a value that is sent', sent, sized('a', 'b'), sized('a'), 'enum-value-removed major call'],
  ])('%s', async (_, method, before, after, expected) => {
    const [a, b] = [await of(before, method), await of(after, {})];
    const changes = diffApis(a, b).filter(({ reach }) => reach.length === 0);
    expect(changes.map(({ rule, bump, source }) => [rule, bump, ...source].join(' '))).toContain(expected);
  });
});

it('the verdict of no changes is none', () => {
  expect(verdictOf([])).toEqual({ wire: 'ok', source: [], runtime: 'same', bump: 'none' });
});

it('names are those of the reader', async () => {
  const naming: DiffOptions['naming'] = () =>
    ({
      ...{ call: () => 'NAMED', argument: (name: string) => name, property: (name: string) => name },
      ...{ type: (name: string) => name, option: (name: string) => name },
    }) as never;
  const changes = await diff(list(), list({ 'x-stability-level': 'beta', deprecated: true }), { naming });
  expect(changes.map(({ subject }) => subject)).toContain('NAMED()');
});
