/** Changes of a config's text: what a careful person would have typed, and back again byte by byte. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { rewriteConfig } from '../../generator/config/rewrite/rewrite.ts';
import { applySplices, inverseOf } from '../../generator/config/rewrite/splices.ts';
import type { ConfigChange } from '../../generator/config/rewrite/types.ts';
import { changeValue, valueAt } from '../../generator/config/rewrite/value.ts';
import type { JsonValue } from '../../generator/lib/json.ts';
import { projectRoot } from '../support/shared.ts';

const BOOKS = `# The bookshop.
spec: openapi.yml   # where it is

resources:
  # All about books.
  books:
    methods:
      list: get /books # default: get on a list
      # The one with the cover.
      retrieve: get /books/{book_id}
      'create': "post /books"

  authors:
    models:
      author: Author
    methods: { list: get /authors, get: "get /authors/{id}" }

settings:
  license: Apache-2.0
`;

const p = (path: string): readonly string[] => path.split('.');
const set = (path: string, value: JsonValue): ConfigChange => ({ kind: 'set', path: p(path), value });
const unset = (path: string): ConfigChange => ({ kind: 'unset', path: p(path) });
const move = (path: string, to: string): ConfigChange => ({ kind: 'move', path: p(path), to: p(to) });

/** Lines that go and lines that come, in order. */
function lineDiff(before: string, after: string): readonly string[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return [
    ...a.slice(start, a.length - end).map((line) => `-${line}`),
    ...b.slice(start, b.length - end).map((line) => `+${line}`),
  ];
}

const CASES: readonly (readonly [
  name: string,
  text: string,
  change: ConfigChange,
  lines: readonly string[],
])[] = [
  [
    'a name',
    BOOKS,
    move('resources.books.methods.retrieve', 'resources.books.methods.get'),
    ['-      retrieve: get /books/{book_id}', '+      get: get /books/{book_id}'],
  ],
  [
    'a name in quotes',
    BOOKS,
    move('resources.books.methods.create', 'resources.books.methods.add'),
    [`-      'create': "post /books"`, `+      'add': "post /books"`],
  ],
  [
    'a name in braces',
    BOOKS,
    move('resources.authors.methods.get', 'resources.authors.methods.find'),
    [
      '-    methods: { list: get /authors, get: "get /authors/{id}" }',
      '+    methods: { list: get /authors, find: "get /authors/{id}" }',
    ],
  ],
  [
    'a value keeps its quotes and its remark',
    BOOKS,
    set('spec', 'api/openapi.yml'),
    ['-spec: openapi.yml   # where it is', '+spec: api/openapi.yml   # where it is'],
  ],
  [
    'text becomes an object on its line',
    BOOKS,
    set('resources.books.methods.list', { endpoint: 'get /books', paginated: false }),
    [
      '-      list: get /books # default: get on a list',
      '+      list: { endpoint: get /books, paginated: false } # default: get on a list',
    ],
  ],
  [
    'a new method',
    BOOKS,
    set('resources.books.methods.delete', 'delete /books/{book_id}'),
    ['+      delete: delete /books/{book_id}'],
  ],
  [
    'a new resource, with an empty line as between the others',
    BOOKS,
    set('resources.shops.methods.list', 'get /shops'),
    ['+  shops:', '+    methods:', '+      list: get /shops', '+'],
  ],
  [
    'models stand before methods',
    BOOKS,
    set('resources.books.models.book', 'Book'),
    ['+    models:', '+      book: Book'],
  ],
  [
    'a key in braces',
    BOOKS,
    set('resources.authors.methods.create', 'post /authors'),
    [
      '-    methods: { list: get /authors, get: "get /authors/{id}" }',
      '+    methods: { list: get /authors, get: "get /authors/{id}", create: post /authors }',
    ],
  ],
  [
    'a section that is not there',
    BOOKS,
    set('client_settings.opts.api_key', { type: 'string', read_env: 'KEY' }),
    ['+client_settings:', '+  opts:', '+    api_key:', '+      type: string', '+      read_env: KEY', '+'],
  ],
  [
    'gone with its remarks',
    BOOKS,
    unset('resources.books.methods.retrieve'),
    ['-      # The one with the cover.', '-      retrieve: get /books/{book_id}'],
  ],
  [
    'what is empty then goes too',
    'a: 1\nresources:\n  books:\n    methods:\n      list: get /books\n',
    unset('resources.books.methods.list'),
    ['-resources:', '-  books:', '-    methods:', '-      list: get /books'],
  ],
  [
    'elsewhere it stays, as empty',
    'client_settings:\n  opts:\n    key: 1\n',
    unset('client_settings.opts.key'),
    ['-  opts:', '-    key: 1', '+  opts: {}'],
  ],
  [
    'the first key of an entry of a list',
    'pagination:\n  - name: a\n    type: offset\n',
    set('pagination.0.type', 'cursor'),
    ['-    type: offset', '+    type: cursor'],
  ],
  [
    'a key without a value',
    'resources:\n',
    set('resources.a.methods.list', 'get /a'),
    ['+  a:', '+    methods:', '+      list: get /a'],
  ],
  [
    'an empty map',
    'spec: a.yml\nresources: {} # none yet\n',
    set('resources.a.methods.list', 'get /a'),
    ['-resources: {} # none yet', '+resources: # none yet', '+  a:', '+    methods:', '+      list: get /a'],
  ],
];

describe('one change is a small change of the text', () => {
  test.each(CASES)('%s', (_name, text, change, lines) => {
    const done = rewriteConfig(text, [change]);
    if (done.kind === 'fault') throw new Error(done.reason);
    expect(lineDiff(text, done.text)).toEqual(lines);
    const crlf = rewriteConfig(text.replaceAll('\n', '\r\n'), [change]);
    expect(crlf.kind === 'text' && crlf.text).toBe(done.text.replaceAll('\n', '\r\n'));
  });
});

test('a method moves with its remarks, to where the methods of the other resource are', () => {
  const done = rewriteConfig(BOOKS, [
    move('resources.books.methods.retrieve', 'resources.books.subresources.copies.methods.get'),
  ]);
  expect(done.kind === 'text' && done.text).toBe(
    BOOKS.replace('      # The one with the cover.\n      retrieve: get /books/{book_id}\n', '').replace(
      `"post /books"\n`,
      `"post /books"\n    subresources:\n      copies:\n        methods:\n          # The one with the cover.\n          get: get /books/{book_id}\n`,
    ),
  );
});

test('a resource that loses its last method goes, with one of its empty lines', () => {
  const text =
    'resources:\n  a:\n    methods:\n      list: get /a\n\n  b:\n    methods:\n      list: get /b\n\nsettings: {}\n';
  const done = rewriteConfig(text, [move('resources.b.methods.list', 'resources.a.methods.list_b')]);
  expect(done.kind === 'text' && done.text).toBe(
    'resources:\n  a:\n    methods:\n      list: get /a\n      list_b: get /b\n\nsettings: {}\n',
  );
});

test('a file of braces stays JSON', () => {
  const text =
    '{\n  "spec": "openapi.json",\n  "resources": {\n    "books": { "methods": { "list": "get /books" } }\n  }\n}\n';
  const done = rewriteConfig(text, [
    set('resources.books.methods.get', 'get /books/{id}'),
    move('resources.books.methods.list', 'resources.books.methods.all'),
    set('resources.authors.methods.list', { endpoint: 'get /authors', skip: true }),
    set('settings.license', 'MIT'),
  ]);
  if (done.kind === 'fault') throw new Error(done.reason);
  expect(JSON.parse(done.text)).toEqual({
    spec: 'openapi.json',
    resources: {
      books: { methods: { get: 'get /books/{id}', all: 'get /books' } },
      authors: { methods: { list: { endpoint: 'get /authors', skip: true } } },
    },
    settings: { license: 'MIT' },
  });
  expect(applySplices(done.text, inverseOf(text, done.splices))).toBe(text);
});

test('what cannot be done is said, and nothing is half done', () => {
  const reasons = (text: string, ...changes: readonly ConfigChange[]): string => {
    const done = rewriteConfig(text, changes);
    return done.kind === 'fault' ? done.reason : '';
  };
  expect(reasons(BOOKS, unset('resources.shops'))).toBe('There is no resources.shops.');
  expect(reasons(BOOKS, move('resources.books', 'resources.authors'))).toBe(
    'resources.authors is there already.',
  );
  expect(reasons(BOOKS, move('resources.books', 'resources.books.subresources.books'))).toMatch(
    /into itself/,
  );
  expect(reasons(BOOKS, set('spec.name', 1))).toMatch(/inside a single value/);
  expect(reasons('a: [', set('b', 1))).toMatch(/not YAML/);
  // The value of one key would change another.
  const shared = 'a: &x\n  k: 1\nb: *x\n';
  expect(reasons(shared, set('a.k', 2))).toMatch(/anchor/);
  expect(reasons(shared, unset('a'))).toMatch(/anchor/);
});

// ── any file, any changes ──────────────────────────────────────────────────────────────────────────

const real = ['specs/smithery/sdkwright.yml', 'specs/bookshop/sdkwright.yml'].map((name) =>
  readFileSync(join(projectRoot, name), 'utf8'),
);
const texts = [
  ...real,
  BOOKS,
  BOOKS.replaceAll('\n', '\r\n'),
  BOOKS.trimEnd(),
  `\ufeff${BOOKS}`,
  JSON.stringify(parse(BOOKS), null, 4),
  JSON.stringify(parse(BOOKS)),
  '',
  '# nothing\n',
  'resources:\n- a\n-  b: 1\n   c: |\n     text\n\n     more\nlast: >-\n  folded\n  text\n',
  "a: {b: 1, c: [1, {d: 2}],\n  e: 3}\n? x\n: y\n\"quoted key\": 'it''s'\n",
];

const pathsOf = (
  value: JsonValue | undefined,
  path: readonly string[] = [],
): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? [
        path,
        ...Object.entries(value as Record<string, JsonValue>).flatMap(([key, child]) =>
          pathsOf(child, [...path, key]),
        ),
      ]
    : [path];

const keys = fc.constantFrom(
  'get',
  'list',
  'x y',
  'a:b',
  '404',
  'true',
  "it's",
  '#',
  'ünï',
  '{a}',
  '- b',
  '',
  '"q"',
);
const values: fc.Arbitrary<JsonValue> = fc.constantFrom<JsonValue>(
  'get /a/{b}',
  'true',
  '12',
  '',
  ' # x',
  'two\nlines',
  7,
  false,
  null,
  [],
  {},
  ['a', { b: 1 }],
  { endpoint: 'get /a', skip: true },
  { a: { b: { c: 'd' } } },
);
const comments = (text: string): readonly string[] =>
  (text.match(/(?:^|\s)#.*$/gm) ?? []).map((line) => line.trim()).sort();

test('any change of any file reads as it should, keeps remarks, and can be undone byte by byte', () => {
  let done = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.array(
        fc.tuple(fc.constantFrom('set', 'add', 'unset', 'rename', 'move'), fc.nat(), fc.nat(), keys, values),
        { minLength: 1, maxLength: 4 },
      ),
      (text, steps) => {
        let keeps = !text.includes(' # x');
        let value: JsonValue = parse(text.replace('\ufeff', '')) ?? {};
        const changes: ConfigChange[] = [];
        for (const [kind, a, b, key, next] of steps) {
          const paths = pathsOf(value).filter((path) => path.length > 0);
          const path = paths[a % Math.max(1, paths.length)] ?? [key];
          const home = paths[b % Math.max(1, paths.length)] ?? [];
          const change: ConfigChange =
            kind === 'set'
              ? { kind, path, value: next }
              : kind === 'add'
                ? { kind: 'set', path: [...home, key], value: next }
                : kind === 'unset'
                  ? { kind, path }
                  : kind === 'rename'
                    ? { kind: 'move', path, to: [...path.slice(0, -1), key] }
                    : { kind: 'move', path, to: [...home, key] };
          const after = changeValue(value, change);
          if ('fault' in after) continue;
          // A resource that is empty afterwards goes, and its remarks with it.
          const around = valueAt(value, change.path.slice(0, -1));
          keeps &&= change.kind === 'move' && Object.keys(around ?? {}).length > 1;
          value = after.value;
          changes.push(change);
        }
        const result = rewriteConfig(text, changes);
        if (result.kind === 'fault') return;
        done += 1;
        expect(parse(result.text.replace('\ufeff', '')) ?? {}).toEqual(JSON.parse(JSON.stringify(value)));
        expect(applySplices(text, result.splices)).toBe(result.text);
        expect(applySplices(result.text, inverseOf(text, result.splices))).toBe(text);
        if (keeps) expect(comments(result.text)).toEqual(comments(text));
      },
    ),
    { numRuns: process.env['SDKWRIGHT_CI'] ? 1500 : 300 },
  );
  expect(done).toBeGreaterThan(100);
});
