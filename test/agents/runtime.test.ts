/** Parts of the server's runtime, as data: what is given, and what comes of it. */
import { describe, expect, test } from 'vitest';
import type { Catalogue, Entry } from '../../generated/smithery-mcp/src/catalogue-types.ts';
import { checkArguments } from '../../generated/smithery-mcp/src/check.ts';
import { argumentsOf } from '../../generated/smithery-mcp/src/call.ts';
import { filesBelow } from '../../generated/smithery-mcp/src/files.ts';
import { failureOf } from '../../generated/smithery-mcp/src/failures.ts';
import { type FilterOptions, idlePatterns, offerOf } from '../../generated/smithery-mcp/src/filter.ts';
import { nearest } from '../../generated/smithery-mcp/src/near.ts';
import { readOptions } from '../../generated/smithery-mcp/src/options.ts';
import { createRedactor } from '../../generated/smithery-mcp/src/redact.ts';
import { watchingFetch } from '../../generated/smithery-mcp/src/secrets.ts';
import { select } from '../../generated/smithery-mcp/src/select.ts';
import { signatureOf } from '../../generated/smithery-mcp/src/signature.ts';

const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  id,
  tool: id.replaceAll('.', '_'),
  title: id,
  description: id,
  verb: 'GET',
  path: '/',
  effect: 'read',
  isRepeatable: true,
  tags: [],
  arguments: [],
  input: { type: 'object', properties: {}, additionalProperties: false },
  isCut: false,
  result: 'value',
  own: { select: 'select', limit: 'limit' },
  accessor: id.split('.'),
  ...more,
});

const argument = (name: string, as: Entry['arguments'][number]['as'] = 'field', more: object = {}) => ({
  name,
  required: false,
  in: 'query' as const,
  as,
  files: [],
  ...more,
});

test.each([
  [{ a: 1, b: 2 }, 'a', { a: 1 }],
  [{ a: { b: 1, c: 2 }, d: 3 }, 'a.b', { a: { b: 1 } }],
  [[{ a: 1, b: 2 }, { a: 3 }], 'a', [{ a: 1 }, { a: 3 }]],
  [{ items: [{ a: 1, b: 2 }] }, 'items.a', { items: [{ a: 1 }] }],
  [{ a: 1 }, 'missing', {}],
  [{ a: 1 }, ' , ', { a: 1 }],
  [{ a: { b: 1 } }, 'a,a.b', { a: { b: 1 } }],
  [{ a: 1 }, '__proto__,constructor', {}],
  ['text', 'a', 'text'],
])('select %j by %s', (value, fields, expected) => {
  expect(select(value, fields)).toEqual(expected);
});

test('nearest names, and no time spent on a megabyte', () => {
  expect(nearest('querry', ['query', 'limit'])).toEqual(['query']);
  expect(nearest('server.lst', ['servers.list', 'connect.list'])).toEqual(['servers.list']);
  expect(nearest('xyz', ['query'])).toEqual([]);
  expect(nearest('q'.repeat(1e6), ['query'])).toEqual([]);
});

describe('arguments', () => {
  const input = {
    type: 'object',
    additionalProperties: false,
    properties: {
      kind: { type: 'string', enum: ['small', 'large'] },
      size: { type: 'integer', minimum: 1, maximum: 9 },
      list: {
        type: 'array',
        items: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
      },
      either: {
        anyOf: [
          { type: 'string' },
          { type: 'object', required: ['a'], properties: { a: { type: 'number' } } },
        ],
      },
    },
  };
  const call = entry('a.b', {
    input,
    arguments: Object.keys(input.properties).map((name) => argument(name)),
  });
  test.each([
    [{ kind: 'smal' }, 'kind: "smal" is not allowed; did you mean small?'],
    [{ size: 0 }, 'size: is 0, but must be at least 1'],
    [{ size: 1.5 }, 'size: is 1.5, but must be a whole number'],
    [{ list: [{ id: 'a' }, {}] }, 'list[1].id: missing'],
    [{ list: [{ id: 3 }] }, 'list[0].id: is 3, but must be text'],
    [{ either: 3 }, 'either: is 3, but must be text or an object with a'],
    [{ lst: [] }, 'lst: unknown, did you mean list'],
    [JSON.parse('{"__proto__": {}}'), '__proto__: not a name'],
  ])('%j', (args, message) => {
    expect(() => checkArguments(call, args as Record<string, unknown>, [])).toThrow(message);
  });

  test('null is left out, and what is right passes', () => {
    expect(() => checkArguments(call, { kind: null, size: 3, either: { a: 1 } }, [])).not.toThrow();
  });

  test('reach the method of the SDK as it takes them', async () => {
    const given = entry('a.b', {
      arguments: [
        argument('id', 'positional'),
        argument('filter_x', 'field', { key: 'filter[x]' }),
        argument('body', 'spread'),
      ],
    });
    expect(
      await argumentsOf(given, { id: 'i', filter_x: 1, body: { a: 2 } }, { files: filesBelow(undefined) }),
    ).toEqual(['i', { 'filter[x]': 1, a: 2 }]);
    expect(await argumentsOf(given, { id: 'i', filter_x: null }, { files: filesBelow(undefined) })).toEqual([
      'i',
      undefined,
    ]);
    const whole = entry('a.c', { arguments: [argument('body', 'whole')] });
    expect(await argumentsOf(whole, { body: 'text' }, { files: filesBelow(undefined) })).toEqual(['text']);
    const spread = (
      await argumentsOf(
        given,
        { id: 'i', body: JSON.parse('{"__proto__": {"x": 1}}') },
        { files: filesBelow(undefined) },
      )
    )[1];
    expect((spread as { x?: number }).x).toBeUndefined();
  });
});

test('every form of a secret is black, and short texts are no secrets', () => {
  const redactor = createRedactor();
  const secret = 'sk_live/canary+42 "q"';
  redactor.add(secret);
  redactor.add('abc');
  const forms = [
    secret,
    secret.toUpperCase(),
    encodeURIComponent(secret),
    JSON.stringify({ secret }),
    Buffer.from(secret).toString('hex'),
    Buffer.from(secret).toString('base64url'),
    ...[1, 2, 3, 4].map((pad) => Buffer.from(`${'x'.repeat(pad)}${secret}yy`).toString('base64')),
  ];
  for (const form of forms) expect(redactor.text(`a ${form} b`)).toContain('[redacted]');
  expect(JSON.stringify(redactor.value({ [secret]: [secret, 1, null] }))).not.toContain('canary');
  expect(redactor.text('abc')).toBe('abc');
});

test('what is sent as a credential is noted, wherever it stands', async () => {
  const redactor = createRedactor();
  const send = watchingFetch(redactor, ['x-shop-key', 'key'], () => Promise.resolve(new Response()));
  await send('https://shop.example/a?key=in_the_query', {
    headers: {
      authorization: 'Bearer in_the_header',
      'X-Shop-Key': 'of_the_shop',
      cookie: 'session=in_the_cookie; b=short_1',
    },
  });
  await send('https://shop.example', {
    headers: { authorization: `Basic ${Buffer.from('me:my_password').toString('base64')}` },
  });
  for (const secret of ['in_the_query', 'in_the_header', 'of_the_shop', 'in_the_cookie', 'my_password'])
    expect(redactor.text(secret)).toBe('[redacted]');
});

describe('filters', () => {
  const catalogue: Catalogue = {
    title: 'Shop',
    name: 'shop-mcp',
    version: '1.0.0',
    credentials: [{ option: 'apiKey', env: 'SHOP_KEY_OF_TESTS' }],
    secretNames: [],
    entries: [
      entry('books.list'),
      entry('books.delete', { effect: 'destroy' }),
      entry('books.pages.list'),
      entry('ping', { effect: 'write' }),
    ],
  };
  test.each([
    [{}, ['books.list', 'books.delete', 'books.pages.list', 'ping']],
    [{ readOnly: true }, ['books.list', 'books.pages.list']],
    [{ tools: ['books.*'] }, ['books.list', 'books.delete', 'books.pages.list']],
    [{ tools: ['books_list'] }, ['books.list']],
    [{ tools: ['*.list'] }, ['books.list', 'books.pages.list']],
    [{ tools: ['!*.delete'] }, ['books.list', 'books.pages.list', 'ping']],
    [{ tools: ['books.*', '!books.p*.list'] }, ['books.list', 'books.delete']],
    [{ tools: ['books'] }, []],
    [{ tools: ['**'] }, ['books.list', 'books.delete', 'books.pages.list', 'ping']],
    [{ resources: ['books'] }, ['books.list', 'books.delete', 'books.pages.list']],
    [{ resources: ['book'] }, []],
  ] as const)('%j', (options, expected) => {
    expect(offerOf(catalogue, options as FilterOptions).entries.map(({ id }) => id)).toEqual(expected);
  });

  test('patterns without effect are told, and failures name the variable', () => {
    expect(idlePatterns(catalogue, { tools: ['book.*', '!ping'], resources: ['books', 'x'] })).toEqual([
      'book.*',
      'x',
    ]);
    const error = Object.assign(new Error('401 no'), { status: 401, error: 'no', requestID: null });
    expect(failureOf(error, catalogue, createRedactor()).message).toContain(
      'Not set in the environment: SHOP_KEY_OF_TESTS',
    );
    expect(failureOf({ not: 'an error' }, catalogue, createRedactor()).message).toBe('The call failed.');
  });
});

test.each([
  [['--http', '8080'], { http: 8080 }],
  [['--http'], { http: 0 }],
  [['--port', '9'], { http: 9 }],
  [['--tools', 'a,b', '--tools', 'c'], { tools: ['a', 'b', 'c'] }],
])('%j', (args, expected) => {
  expect(readOptions(args)).toMatchObject(expected);
});

test.each([
  [['--mode', 'all'], 'must be tools, code or both'],
  [['--http', 'x'], 'must be a port number'],
  [['what'], 'unknown option'],
  [['--read_only'], 'did you mean --read-only'],
])('%j is refused', (args, message) => {
  expect(() => readOptions(args)).toThrow(message);
});

test('a signature is a line, and never longer than asked for', () => {
  const properties = Object.fromEntries(
    Array.from({ length: 80 }, (_, index) => [`field_${index}`, { type: 'string' }]),
  );
  const call = entry('a.b', {
    arguments: [argument('id', 'positional'), ...Object.keys(properties).map((name) => argument(name))],
    input: { type: 'object', properties: { id: { type: 'string' }, ...properties } },
    output: { type: 'object', properties: { 'odd name': { type: 'array', items: { type: 'string' } } } },
  });
  expect(signatureOf(call, 300).length).toBeLessThanOrEqual(300);
  expect(signatureOf({ ...call, arguments: call.arguments.slice(0, 2) }, 300)).toBe(
    'client.a.b(id: string, { field_0?: string }): { "odd name"?: string[] }',
  );
});
