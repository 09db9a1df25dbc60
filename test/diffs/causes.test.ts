/** One cause is told once, wherever the same edit was made; what belongs to one place stays its own. */
import { describe, expect, it } from 'vitest';
import { diffApis } from '../../generator/diff/diff-apis.ts';
import { applyExceptions } from '../../generator/diff/exceptions.ts';
import { renderChangelog } from '../../generator/diff/report/changelog.ts';
import { buildReport } from '../../generator/diff/report/report.ts';
import { sdkNames } from '../../generator/languages/typescript/sdk-names.ts';
import { apiOf } from './support.ts';

const reportOf = async (
  before: object,
  after: object,
  accept: readonly { fingerprint: string; reason: string }[] = [],
) => {
  const [base, revision] = await Promise.all([before, after].map((one) => apiOf(JSON.stringify(one))));
  if (base === undefined || revision === undefined) throw new Error('Two documents make two APIs.');
  const changes = diffApis(base, revision, { today: '2026-11-22', naming: sdkNames });
  const { changes: marked } = applyExceptions(changes, { accept, severities: new Map() }, '2026-11-22');
  return buildReport({ base: 'a', revision: 'b', changes: marked, failOn: 'major', locate: () => undefined });
};

const json = (schema: object): object => ({ content: { 'application/json': { schema } } });
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const NAMES = ['pets', 'owners', 'toys', 'shops'];

const document = (responses: (name: string) => object, schemas: object = {}) => ({
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1.0.0' },
  servers: [{ url: 'https://api.example.com' }],
  paths: Object.fromEntries(
    NAMES.map((name) => [`/${name}`, { get: { operationId: `list_${name}`, responses: responses(name) } }]),
  ),
  components: { schemas },
});

describe('one cause', () => {
  const errors = {
    Old: { type: 'object', required: ['code'], properties: { code: { type: 'integer' } } },
    New: { type: 'object', required: ['kind'], properties: { kind: { type: 'string' } } },
    Both: { type: 'object', properties: { old: ref('Old'), new: ref('New') } },
  };
  const withError = (name: string): object =>
    document(
      () => ({
        200: { description: 'ok', ...json(ref('Both')) },
        400: { description: 'no', ...json(ref(name)) },
      }),
      errors,
    );

  it('is an error that is another one in every operation', async () => {
    const { changes } = await reportOf(withError('Old'), withError('New'));
    expect(changes.map((one) => [one.rule, one.message, one.places?.length, one.reach.length])).toEqual([
      [
        'property-removed',
        'response 400 of client.owners.list().code was removed, and so at 3 further places',
        4,
        4,
      ],
      [
        'property-added-required',
        'response 400 of client.owners.list().kind was added and is required, and so at 3 further places',
        4,
        4,
      ],
    ]);
    expect(new Set(changes[0]?.places?.map((one) => one.subject)).size).toBe(4);
  });

  it('is accepted at all places at once, and not by the fingerprint of one of them', async () => {
    const { changes } = await reportOf(withError('Old'), withError('New'));
    const [first] = changes;
    const accepted = await reportOf(withError('Old'), withError('New'), [
      { fingerprint: first?.fingerprint ?? '', reason: 'known' },
    ]);
    expect(accepted.accepted.map((one) => [one.rule, one.places?.length])).toEqual([['property-removed', 4]]);
    expect(accepted.changes.map((one) => one.rule)).toEqual(['property-added-required']);
  });

  it.each([
    [
      '/…',
      '/v1/…',
      'client.owners.list() has another path, and so at 3 further places',
      (path: string) => `/v1${path}`,
    ],
    [
      '/…',
      '/…/',
      'client.owners.list() ends with a slash now, and so at 3 further places',
      (path: string) => `${path}/`,
    ],
  ])('is what comes before or after all paths: %s is %s', async (before, after, message, moved) => {
    const base = document(() => ({ 200: { description: 'ok', ...json({ type: 'integer' }) } }));
    const paths = Object.fromEntries(
      Object.entries({ ...base }.paths).map(([path, item]) => [moved(path), item]),
    );
    const { changes } = await reportOf(base, { ...base, paths });
    expect(changes).toMatchObject([{ rule: 'path-changed', message, before, after }]);
    expect(changes[0]?.places?.map((one) => one.reach[0]?.operation)).toContain(`GET ${moved('/pets')}`);
    // Two paths with two words exchanged are two causes.
    const others = Object.fromEntries(
      Object.entries(base.paths).map(([path, item], index) => [
        index > 1 ? moved(path) : `/x${index}${path}`,
        item,
      ]),
    );
    const apart = (await reportOf(base, { ...base, paths: others })).changes;
    expect(apart.filter((one) => one.rule === 'path-changed')).toHaveLength(3);
  });

  it('is a value that joins a list wherever it is written out', async () => {
    const withValues = (values: readonly string[]): object =>
      document((name) => ({
        200: {
          description: 'ok',
          ...json({ type: 'object', properties: { id: { const: name }, tier: { enum: values } } }),
        },
      }));
    const { changes } = await reportOf(withValues(['a', 'b']), withValues(['a', 'b', 'c']));
    expect(changes.map((one) => [one.rule, one.places?.length])).toEqual([['enum-value-added', 4]]);
  });

  it('is a status that every operation answers with now', async () => {
    const withStatus = (status: number): object =>
      document((name) => ({
        [status]: { description: 'ok', ...json({ type: 'object', properties: { id: { const: name } } }) },
      }));
    const { changes } = await reportOf(withStatus(200), withStatus(201));
    expect(changes.map((one) => [one.rule, one.places?.length])).toEqual([['success-status-changed', 4]]);
  });
});

describe('several causes', () => {
  it('are methods that go, and properties of another name or kind', async () => {
    const before = document((name) => ({
      200: {
        description: 'ok',
        ...json({
          type: 'object',
          properties: { a: { type: name === 'pets' ? 'integer' : 'string' }, b: { type: 'string' } },
        }),
      },
    }));
    const after = document(() => ({
      200: { description: 'ok', ...json({ type: 'object', properties: { c: { const: 1 } } }) },
    }));
    const { changes } = await reportOf(before, after);
    expect(changes.map((one) => [one.rule, one.before ?? one.after, one.places?.length ?? 1])).toEqual([
      ['property-removed', 'string', 3],
      ['property-removed', 'string', 4],
      ['property-removed', 'integer', 1],
      ['property-added-optional', '1', 4],
    ]);
  });

  it('are properties of named types that have the same name by chance', async () => {
    const schemas = (more: object): object => ({
      Pet: { type: 'object', properties: { pet: { type: 'string' }, ...more } },
      Shop: { type: 'object', properties: { shop: { type: 'string' }, ...more } },
    });
    const get = (name: string): object => ({
      200: { description: 'ok', ...json(ref(name === 'pets' ? 'Pet' : 'Shop')) },
    });
    const plain = await reportOf(
      document(get, schemas({})),
      document(get, schemas({ note: { type: 'string' } })),
    );
    expect(plain.changes.map((one) => one.subject)).toEqual(['Pet.note', 'Shop.note']);
    const listed = await reportOf(
      document(get, schemas({})),
      document(get, schemas({ note: { enum: ['short', 'long'] } })),
    );
    expect(listed.changes.map((one) => [one.subject, one.places?.length])).toEqual([['Pet.note', 2]]);
  });

  it('of one kind are told once in a changelog, with the methods of all', async () => {
    const withValues = (values: readonly string[]): object =>
      document((name) => ({
        200: {
          description: 'ok',
          ...json({ type: 'object', properties: { id: { const: name }, tier: { enum: values } } }),
        },
      }));
    const text = renderChangelog(
      await reportOf(withValues(['a', 'b']), withValues(['a', 'b', 'c'])),
      '1.0.0',
    );
    for (const name of NAMES) expect(text).toContain(`client.${name}.list()`);
    expect(text).not.toContain('further place');
    expect(text.split('\n').filter((line) => line.includes('can now be'))).toHaveLength(1);
    expect(text).toContain('- **Several resources**: ');
  });
});

describe('a shape that is written out', () => {
  /** As a parameter, in a body, in a result, and in a list. */
  const written = (shape: object, list: object): object => ({
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1.0.0' },
    servers: [{ url: 'https://api.example.com' }],
    paths: {
      '/pets': {
        get: {
          operationId: 'list_pets',
          parameters: [{ name: 'size', in: 'query', schema: list }],
          responses: {
            200: {
              description: 'ok',
              ...json({ type: 'object', properties: { rows: { type: 'array', items: shape } } }),
            },
          },
        },
        post: {
          operationId: 'create_pet',
          requestBody: { required: true, ...json(shape) },
          responses: { 201: { description: 'ok', ...json(shape) } },
        },
      },
    },
  });
  const object = (properties: object): object => ({ type: 'object', properties });
  const text = { type: 'string' };
  const large = (list: object, more: object): object => object({ a: text, b: text, c: text, list, ...more });

  it('is one edit, with the worst of its answers and those of each place', async () => {
    const [old, now] = [{ enum: ['s', 'm'] }, { enum: ['s', 'm', 'l'] }];
    const { changes, verdict } = await reportOf(
      written(large(old, {}), old),
      written(large(now, { d: text, e: text }), now),
    );
    expect(changes.map((change) => [change.rule, change.bump, change.places?.length])).toEqual([
      ['enum-value-added', 'major', 4],
      ['property-added-optional', 'minor', 3],
      ['property-added-optional', 'minor', 3],
    ]);
    const [list] = changes;
    expect(list).toMatchObject({
      directions: ['request', 'response'],
      byDirection: { request: { wire: 'ok', bump: 'minor' }, response: { wire: 'depends', bump: 'major' } },
    });
    expect(list?.reach.map((use) => use.symbol)).toEqual(['client.pets.list', 'client.pets.create']);
    expect(
      Object.fromEntries((list?.places ?? []).map((place) => [place.subject, place.answers?.bump])),
    ).toEqual({
      'response 201 of client.pets.create().list': undefined,
      'response 200 of client.pets.list().rows[].list': undefined,
      'request body of client.pets.create().list': 'minor',
      'query parameter size': 'minor',
    });
    expect(verdict.bump).toBe('major');
    expect(changes.some((change) => 'edit' in change)).toBe(false);
  });

  it('is accepted as one', async () => {
    const [old, now] = [{ enum: ['s', 'm'] }, { enum: ['s', 'm', 'l'] }];
    const sides = [written(large(old, {}), old), written(large(now, {}), now)] as const;
    const { changes } = await reportOf(...sides);
    const accept = [{ fingerprint: changes[0]?.fingerprint ?? '', reason: 'known' }];
    expect((await reportOf(...sides, accept)).changes).toEqual([]);
  });

  it.each([
    ['small objects', object({ a: text }), object({ a: text, d: text }), 3],
    ['objects that differ before', undefined, undefined, 2],
  ])('are %s, which are alike by chance', async (_name, before, after, count) => {
    const other = (more: object): object => object({ x: text, y: text, z: text, ...more });
    const sides =
      before === undefined || after === undefined
        ? ([
            document((name) => ({
              200: {
                description: 'ok',
                ...json(name === 'pets' ? large(text, {}) : object({ rows: other({}) })),
              },
            })),
            document((name) => ({
              200: {
                description: 'ok',
                ...json(name === 'pets' ? large(text, { d: text }) : object({ rows: other({ d: text }) })),
              },
            })),
          ] as const)
        : ([written(before, text), written(after, text)] as const);
    const { changes } = await reportOf(...sides);
    expect(changes).toHaveLength(count);
  });
});

describe('parameters of one method', () => {
  const query = (name: string, schema: object = { type: 'string' }, required = false): object => ({
    name,
    in: 'query',
    required,
    schema,
  });
  const listing = (parameters: readonly object[]): object => ({
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1.0.0' },
    servers: [{ url: 'https://api.example.com' }],
    paths: {
      '/pets': { get: { operationId: 'list_pets', parameters, responses: { 204: { description: 'ok' } } } },
    },
  });
  const before = listing([query('limit'), query('old', { type: 'integer' }), query('older')]);
  const after = listing([
    query('limit', { type: 'string' }, true),
    query('a', { type: 'boolean' }),
    query('b', { type: 'number' }),
    query('c', { type: 'array', items: { type: 'number' } }),
    query('d', { type: 'boolean' }, true),
    query('e', { type: 'boolean' }, true),
  ]);

  it('are one line as far as the same happened to them', async () => {
    const { changes } = await reportOf(before, after);
    expect(changes.map((one) => [one.message, one.places?.length ?? 1, one.after])).toEqual([
      ['client.pets.list() needs 2 new query parameters: d, e', 2, 'boolean'],
      ['query parameter limit became required', 1, undefined],
      ['client.pets.list() no longer takes 2 query parameters: old, older', 2, undefined],
      ['client.pets.list() takes 3 new optional query parameters: a, b, c', 3, undefined],
    ]);
  });

  it('are accepted by their names: a third that goes is another cause', async () => {
    const removed = (one: object) => reportOf(before, one);
    const { changes } = await removed(listing([query('limit')]));
    const fingerprint = changes[0]?.fingerprint ?? '';
    expect(changes.map((one) => one.places?.length)).toEqual([2]);
    const accept = [{ fingerprint, reason: 'agreed' }];
    expect((await reportOf(before, listing([query('limit')]), accept)).changes).toEqual([]);
    const more = listing([query('limit'), query('old'), query('older'), query('oldest')]);
    expect((await reportOf(more, listing([query('limit')]), accept)).changes).toHaveLength(1);
  });

  it('stand in a changelog by their names', async () => {
    expect(renderChangelog(await reportOf(before, after), '2.0.0')).toContain(
      '`client.pets.list()` now needs `d` and `e`.',
    );
  });
});
