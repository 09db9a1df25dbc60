/** Which files are read for a document, under which names, and what is said of those that are not. */
import { expect, it } from 'vitest';
import { upgrade } from '../../generator/openapi/upgrade/upgrade.ts';
import { type Io, memoryIo } from '../../generator/source/io.ts';
import { type LoadOptions, loadDocuments, loadText } from '../../generator/source/load.ts';

const HEAD = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\n';
const entry = (paths: string): string => `${HEAD}paths:\n${paths}\n`;
/** An entry that refers to these files. */
const referring = (...targets: readonly string[]): string =>
  entry(targets.map((target, index) => `  /a${index}: { $ref: '${target}' }`).join('\n'));
const ITEM = 'get: {responses: {"200": {description: ok}}}';

async function loaded(
  name: string,
  files: Readonly<Record<string, string>>,
  more: Partial<LoadOptions> = {},
) {
  const memory = memoryIo(files);
  const asked: string[] = [];
  const io: Io = {
    ...memory,
    readFile: (path, namedBy) => {
      asked.push(`${path} of ${namedBy ?? 'nobody'}`);
      return memory.readFile(path, namedBy);
    },
    ...more.io,
  };
  const result = await loadDocuments(name, { allowRemote: false, upgrade, ...more, io });
  return {
    asked,
    texts: [...result.texts.keys()],
    said: result.diagnostics.map(
      ({ code, message, origin }) =>
        `${code} @ ${origin?.document ?? ''}${origin?.pointer ?? ''}: ${message}`,
    ),
    isLoaded: result.value !== undefined,
  };
}

it.each<
  readonly [
    string,
    Readonly<Record<string, string>>,
    Partial<LoadOptions>,
    { readonly texts: readonly string[]; readonly said?: readonly string[]; readonly isLoaded?: boolean },
  ]
>([
  ['a.yml', { 'a.yml': entry('  {}') }, {}, { texts: ['a.yml'] }],
  ['./b/../a.yml', { 'a.yml': entry('  {}') }, {}, { texts: ['a.yml'] }],
  ['/home/zoo/a.yml', { 'a.yml': entry('  {}') }, { cwd: '/home/zoo' }, { texts: ['a.yml'] }],
  [
    '/home/zoo2/a.yml',
    { '/home/zoo2/a.yml': entry('  {}') },
    { cwd: '/home/zoo' },
    { texts: ['/home/zoo2/a.yml'] },
  ],
  ['a.yml', {}, {}, { texts: [], said: ['file-not-found'], isLoaded: false }],
  ['a.yml', { 'a.yml': '[1]' }, {}, { texts: ['a.yml'], said: ['not-openapi @ a.yml'], isLoaded: false }],
  // What a config names is quoted if it is a document.
  [
    'a.yml',
    { 'a.yml': '[1]' },
    { namedBy: 'c.yml' },
    { texts: [], said: ['not-openapi @ a.yml'], isLoaded: false },
  ],
  [
    'a.yml',
    { 'a.yml': '[openapi]' },
    { namedBy: 'c.yml' },
    { texts: ['a.yml'], said: ['not-openapi'], isLoaded: false },
  ],
  [
    'a.yml',
    { 'a.yml': '[swagger]' },
    { namedBy: 'c.yml' },
    { texts: ['a.yml'], said: ['not-openapi'], isLoaded: false },
  ],
  ['a.yml', {}, { namedBy: 'c.yml' }, { texts: [], said: ['file-not-found'], isLoaded: false }],
  ['a.yml', { 'a.yml': 'openapi: [' }, {}, { texts: ['a.yml'], said: ['yaml-syntax'], isLoaded: false }],
  // Files that are referred to, each once, also in a circle.
  [
    'a.yml',
    {
      'a.yml': referring('p/b.yml', 'p/b.yml#/x', '#/paths', 'a.yml'),
      'p/b.yml': "x: { $ref: '../a.yml' }\ny: { $ref: c.yml }",
      'p/c.yml': ITEM,
    },
    {},
    { texts: ['a.yml', 'p/b.yml', 'p/c.yml'] },
  ],
  ['a.yml', { 'a.yml': referring('b%20c.yml'), 'b c.yml': ITEM }, {}, { texts: ['a.yml', 'b c.yml'] }],
  [
    'a.yml',
    { 'a.yml': referring('b%20c.yml'), 'b%20c.yml': ITEM, 'b c.yml': ITEM },
    {},
    { texts: ['a.yml', 'b%20c.yml'] },
  ],
  [
    'a.yml',
    { 'a.yml': referring('missing.yml') },
    {},
    { texts: ['a.yml'], said: ['ref-file-not-found @ a.yml/paths/~1a0'] },
  ],
  [
    'a.yml',
    { 'a.yml': referring('missing%20.yml') },
    {},
    { texts: ['a.yml'], said: ['ref-file-not-found @ a.yml/paths/~1a0'] },
  ],
  [
    'a.yml',
    { 'a.yml': referring('https://zoo.test/b.yml') },
    {},
    { texts: ['a.yml'], said: ['ref-remote @ a.yml/paths/~1a0'] },
  ],
  [
    'a.yml',
    { 'a.yml': referring('urn:isbn:1') },
    {},
    { texts: ['a.yml'], said: ['ref-not-found @ a.yml/paths/~1a0'] },
  ],
  [
    'a.yml',
    { 'a.yml': referring('b.yml'), 'b.yml': 'get: [' },
    {},
    { texts: ['a.yml', 'b.yml'], said: ['yaml-syntax'] },
  ],
  [
    'a.yml',
    { 'a.yml': referring('b.yml'), 'b.yml': `${ITEM}\nget: {responses: {"200": {description: two}}}` },
    {},
    { texts: ['a.yml', 'b.yml'], said: ['duplicate-key'] },
  ],
  // A schema with an id is not looked for elsewhere.
  [
    'a.yml',
    {
      'a.yml': `${entry('  {}')}components:\n  schemas:\n    A: { $id: 'https://zoo.test/a' }\n    B: { $ref: 'https://zoo.test/a' }`,
    },
    {},
    { texts: ['a.yml'] },
  ],
  // More than are read at once.
  [
    'a.yml',
    {
      'a.yml': referring(...Array.from({ length: 70 }, (_, index) => `f${index}.yml`)),
      ...Object.fromEntries(Array.from({ length: 70 }, (_, index) => [`f${index}.yml`, ITEM])),
    },
    {},
    {
      texts: [
        'a.yml',
        ...Array.from({ length: 70 }, (_, index) => `f${index}.yml`).sort((a, b) => (a < b ? -1 : 1)),
      ],
    },
  ],
  // What is done with the entry first may add files, and decides what is read.
  [
    'a.yml',
    { 'a.yml': referring('b.yml'), 'b.yml': ITEM },
    {
      prepare: () => ({
        value: { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: {} },
        diagnostics: [],
        sources: [],
      }),
    },
    { texts: ['a.yml'] },
  ],
  [
    'a.yml',
    { 'a.yml': entry('  {}') },
    { prepare: () => ({ value: 1, diagnostics: [] }) },
    { texts: ['a.yml'], said: ['not-openapi'], isLoaded: false },
  ],
])('%s of %j with %j', async (name, files, more, expected) => {
  const found = await loaded(name, files, more);
  expect(found.texts).toEqual(expected.texts);
  expect(found.isLoaded).toBe(expected.isLoaded ?? true);
  const said = found.said.filter((each) => !/^(?:no-servers|security-missing)/.test(each));
  expect(said).toEqual((expected.said ?? []).map((each) => expect.stringContaining(each)));
  // No file is asked for twice.
  expect(new Set(found.asked).size).toBe(found.asked.length);
});

it('a file is asked for in the name of the entry, and in no other', async () => {
  const { asked } = await loaded('p/a.yml', { 'p/a.yml': referring('b.yml', 'c%20.yml'), 'p/b.yml': ITEM });
  expect(asked).toEqual([
    ...['p/a.yml of nobody', 'p/b.yml of p/a.yml', 'p/c%20.yml of p/a.yml', 'p/c .yml of p/a.yml'],
  ]);
});

const fault =
  (reason: string): Io['readFile'] =>
  async () => ({ kind: 'fault', reason });

it.each<readonly [string, Partial<Io>, Parameters<typeof loadText>[2], string]>([
  ['a.yml', {}, undefined, 'File not found: a.yml.'],
  ['', { readFile: fault('EISDIR') }, undefined, '. is a folder, not a file.'],
  ['a/', { readFile: fault('EISDIR') }, undefined, 'a/ is a folder, not a file.'],
  ['a.yml', { readFile: fault('EPERM') }, undefined, 'a.yml could not be read: EPERM.'],
  [
    'a.yml',
    { readFile: async () => ({ kind: 'outside', folder: '/zoo' }) },
    undefined,
    'a.yml is outside /zoo, so it is not read.',
  ],
  ['a.yml', { isPrivate: () => true }, undefined, 'File not found: a.yml.'],
  [
    'https://zoo.test',
    { isPrivate: () => true, fetch: async () => ({ kind: 'fault', reason: 'gone' }) },
    { namedBy: 'c' },
    'https://zoo.test could not be read: gone.',
  ],
])('%s with %o and %j: %s', async (name, io, source, message) => {
  const { value, diagnostics } = await loadText(name, { ...memoryIo({}), ...io }, source);
  expect(value).toBeUndefined();
  expect(diagnostics.map((one) => one.message)).toEqual([expect.stringContaining(message)]);
});

it.each([
  [undefined, false],
  ['c.yml', true],
])('a private file that %j names is refused: %j', async (namedBy, isRefused) => {
  const asked: unknown[] = [];
  const io: Io = { ...memoryIo({ 'a.yml': 'a: 1' }), isPrivate: (...all) => asked.push(all) > 0 };
  const result = await loadText('a.yml', io, namedBy === undefined ? {} : { namedBy });
  expect(result.diagnostics.map((one) => one.code)).toEqual(isRefused ? ['file-private'] : []);
  expect(result.diagnostics.map((one) => one.message)).toEqual(
    isRefused ? [expect.stringContaining('a.yml')] : [],
  );
  expect(asked).toEqual(isRefused ? [['a.yml', { namedBy: 'c.yml', isEntry: false }]] : []);
});

it.each<readonly [string, string]>([
  ['', 'openapi.yml'],
  ['.', 'openapi.yml'],
  ['a', 'a/openapi.yml'],
  ['a//', 'a/openapi.yml'],
  ['a/b', 'a/b/openapi.yml'],
])('of the folder %j the example is %s', async (name, example) => {
  const { diagnostics } = await loadText(name, { ...memoryIo({}), readFile: fault('EISDIR') });
  expect(diagnostics.map((one) => one.help)).toEqual([expect.stringMatching(`[^\\w/]${example}(?![\\w/])`)]);
});

it('the option that names a file is told', async () => {
  const helps = await Promise.all(
    [undefined, '--overlay'].map(async (flag) =>
      JSON.stringify((await loadText('a.yml', memoryIo({}), flag === undefined ? {} : { flag })).diagnostics),
    ),
  );
  expect(helps[0]).toContain('--spec');
  expect(helps[1]).toContain('--overlay');
});

it('the entry may be a file that git ignores', async () => {
  const asked: unknown[] = [];
  const io: Io = {
    ...memoryIo({ 'a.yml': referring('b.yml'), 'b.yml': ITEM }),
    isPrivate: (name, about) => {
      asked.push([name, about]);
      return name === 'b.yml';
    },
  };
  const { diagnostics } = await loadDocuments('a.yml', { io, allowRemote: false, upgrade, namedBy: 'c.yml' });
  expect(asked).toEqual([
    ['a.yml', { namedBy: 'c.yml', isEntry: true }],
    ['b.yml', { namedBy: 'a.yml', isEntry: false }],
  ]);
  expect(diagnostics.map((one) => one.code)).toContain('file-private');
});
