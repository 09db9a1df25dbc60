/** The parts of a comparison that come before it: languages, sides, and documents that a command makes. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { languageOf, languagesMade, noReport } from '../../generator/cli/diff-language.ts';
import { type LoadedSide, loadSide, operationsWith } from '../../generator/cli/diff-load.ts';
import { build, withBase } from '../../generator/cli/gate/build-base.ts';
import { headlineHint } from '../../generator/cli/headline-hint.ts';
import { emptyConfig } from '../../generator/config/empty.ts';
import type { Config } from '../../generator/config/types.ts';
import { createPlanner } from '../../generator/generate.ts';
import { LANGUAGES } from '../../generator/languages/data.ts';
import { memoryIo } from '../../generator/source/io.ts';

describe('languages', () => {
  const some = [
    { language: 'typescript', title: 'TypeScript', differences: [] },
    { language: 'python', title: 'Python', differences: undefined },
    { language: 'go', title: 'Go', differences: undefined },
  ] as const;
  const config = (...targets: readonly string[]): Config => ({
    ...emptyConfig(),
    targets: targets.map((name) => ({
      ...{ name, out: name, kind: 'templates', templates: { value: name } },
    })) as never,
  });

  it('are known by name', () => {
    expect(languageOf().data.language).toBe('typescript');
    expect(languageOf('python').data.language).toBe('python');
    expect(() => languageOf('cobol' as never)).toThrow('No SDK is made in cobol.');
  });

  it('have a report, or say that they have none', () => {
    expect(LANGUAGES.map(({ language }) => noReport(language))).toEqual([undefined, undefined, undefined]);
    expect([noReport(undefined), noReport('agents' as never)]).toEqual([undefined, undefined]);
    expect(noReport('typescript', some)).toBeUndefined();
    expect(noReport('go', some)).toBe('There is no report yet for users of the SDK in Go.');
  });

  it.each<[string, readonly (Config | undefined)[], readonly string[], readonly string[]]>([
    ['none', [undefined], ['typescript'], []],
    ['the default', [config()], ['typescript'], []],
    ['of both sides', [config('typescript'), config('python'), undefined], ['typescript'], ['Python']],
    ['without a report', [config('python', 'go')], ['typescript'], ['Python, Go']],
  ])('that are made: %s', (_, configs, expected, without) => {
    const notes: string[] = [];
    expect(languagesMade(configs, (line) => void notes.push(line), some)).toEqual(expected);
    expect(notes).toEqual(without.map((names) => `There is no report yet for users of the SDK in ${names}.`));
  });

  it('that are made and have a report', () => {
    const notes: string[] = [];
    expect(languagesMade([config('go', 'python')], (line) => void notes.push(line))).toEqual([
      'python',
      'go',
    ]);
    expect(notes).toEqual([]);
  });
});

const SPEC = (more = '', paths = ''): string =>
  `openapi: 3.1.0\ninfo: {title: Pets, version: 1.0.0}\nservers: [{url: 'https://api.example.com'}]\npaths:\n  /pets: {get: {operationId: listPets, x-one: true, x-two: false, responses: {'204': {description: done${more}}}}}\n${paths}`;
const BROKEN = SPEC(
  '',
  "  /toys: {get: {operationId: toys, parameters: [{$ref: '#/components/none'}], responses: {}}}\n",
);

describe('a side', () => {
  const load = (
    files: Readonly<Record<string, string>>,
    more: Partial<Parameters<typeof loadSide>[1]> = {},
    entry = 'a.yml',
  ) => loadSide({ entry, io: memoryIo(files) } as never, { allowRemote: false, cwd: '/', ...more });
  const read = ({ api, documents, config, diagnostics, texts }: LoadedSide): object => ({
    methods: api?.root.children.flatMap((child) => child.methods.map(({ key }) => `${child.key}.${key}`)),
    documents: documents !== undefined,
    texts: [...texts.keys()],
    codes: diagnostics.map(({ code }) => code),
    language: config.audience.language,
  });
  const whole = {
    methods: ['pets.list'],
    documents: true,
    texts: ['a.yml'],
    codes: [],
    language: 'typescript',
  };
  const config = (text: object): { readonly config: Config } => ({ config: { ...emptyConfig(), ...text } });
  const overlays = [{ value: 'o.yml', origin: { document: 'c.yml', pointer: '' } }];

  it.each<[string, () => Promise<LoadedSide>, object]>([
    ['alone', () => load({ 'a.yml': SPEC() }), whole],
    [
      'for a language',
      () => load({ 'a.yml': SPEC() }, { audience: LANGUAGES[1] as never }),
      { ...whole, language: 'python' },
    ],
    [
      'that is not there',
      () => load({}),
      { documents: false, texts: [], codes: ['file-not-found'], language: 'typescript' },
    ],
    [
      'with a fault',
      () => load({ 'a.yml': BROKEN }),
      { ...whole, methods: undefined, documents: false, codes: ['ref-not-found'] },
    ],
    [
      'with a fault, as the base',
      () => load({ 'a.yml': BROKEN }, { isBase: true }),
      { ...whole, methods: ['pets.list', 'toys.list'], codes: ['ref-not-found'] },
    ],
    ['with an error, as the base', () => load({ 'a.yml': 'openapi: 3.1.0\n' }, { isBase: true }), {}],
    [
      'with a fault of the base',
      async () => load({ 'a.yml': BROKEN }, { known: (await load({ 'a.yml': BROKEN })).diagnostics }),
      { ...whole, methods: ['pets.list', 'toys.list'], codes: ['ref-not-found'] },
    ],
    [
      'with other faults than the base',
      async () =>
        load(
          { 'a.yml': BROKEN },
          { known: (await load({ 'a.yml': BROKEN.replace('none', 'other') })).diagnostics },
        ),
      { ...whole, methods: undefined, documents: false, codes: ['ref-not-found'] },
    ],
  ])('%s', async (_, side, expected) => {
    const found = read(await side());
    expect(Object.keys(expected).length === 0 ? expected : found).toEqual(expected);
  });

  it('that is not there says what can be named', async () => {
    const { diagnostics } = await load({});
    expect(diagnostics[0]?.help).toBe(
      'Write a file, a URL, REVISION:PATH of this git repository, or npm:PACKAGE@VERSION.',
    );
    const broken = await load({ 'a.yml': BROKEN });
    expect(broken.diagnostics[0]?.help).not.toContain('REVISION');
  });

  it('with an overlay of the config, from its own files', async () => {
    const overlay =
      "overlay: 1.0.0\ninfo: {title: o, version: 1}\nactions: [{target: '$.paths', update: {/toys: {get: {responses: {}}}}}]\n";
    const given = config({ overlays });
    const own = await load({ 'a.yml': SPEC(), 'o.yml': overlay }, given);
    const other = await load({ 'a.yml': SPEC() }, { ...given, configFiles: memoryIo({ 'o.yml': overlay }) });
    const none = await load({ 'a.yml': SPEC() }, given);
    const both = { ...whole, methods: ['pets.list', 'toys.list'], texts: ['a.yml', 'o.yml'] };
    expect([own, other].map(read)).toEqual([both, both]);
    expect(read(none)).toEqual({
      documents: false,
      texts: [],
      codes: ['file-not-found'],
      language: 'typescript',
    });
  });
});

it('operations with an extension', async () => {
  const files = {
    'a.yml': SPEC(
      '',
      "  /toys: {$ref: 'b.yml'}\n  /gone: {$ref: 'c.yml#/none'}\n  /odd: 5\n  /null: null\n  /own: {parameters: [], get: 5, put: null, post: {x-one: 0, responses: {}}}\n",
    ),
    'b.yml': 'get: {x-one: {}, responses: {}}\npost: {responses: {}}\n',
  };
  const { documents } = await loadSide({ entry: 'a.yml', io: memoryIo(files) } as never, {
    allowRemote: false,
    cwd: '/',
    isBase: true,
  });
  const having = documents && operationsWith(documents);
  expect(having && ['x-one', 'x-two', 'x-three'].map((name) => [...having(name)])).toEqual([
    ['a.yml#/paths/~1pets/get', 'b.yml#/get', 'a.yml#/paths/~1own/post'],
    [],
    [],
  ]);
});

it('operations of a document without paths', async () => {
  const text =
    'openapi: 3.1.0\ninfo: {title: Pets, version: 1.0.0}\nwebhooks: {said: {post: {x-one: true, responses: {}}}}\n';
  const { documents } = await loadSide({ entry: 'a.yml', io: memoryIo({ 'a.yml': text }) } as never, {
    ...{ allowRemote: false, cwd: '/', isBase: true },
  });
  expect(documents && [...operationsWith(documents)('x-one')]).toEqual([]);
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sdkwright-diff-load-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a command that makes documents', () => {
  it.each<[string, string, string | undefined]>([
    ['that succeeds', 'echo a; echo b >&2', undefined],
    ['that fails', 'echo " out "; exit 3', 'out'],
    ['that fails and complains', 'echo out; echo why >&2; exit 3', 'why'],
    ['that fails in silence', 'exit 3', ''],
    [
      'that fails at length',
      `node -e "process.stdout.write('a'+'b'.repeat(2000))"; exit 3`,
      'b'.repeat(2000),
    ],
  ])('%s', async (_, command, expected) => {
    const found = await build(command, folder);
    expect(found?.split('\n').slice(1).join('\n')).toBe(expected);
    if (expected !== undefined) expect(found?.split('\n')[0]).toContain('3');
  });

  it('runs in the checkout of the base', async () => {
    const git = (...args: readonly string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false', ...args],
        { cwd: folder, encoding: 'utf8' },
      ).trim();
    git('init', '-q');
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'sub/a.txt'), 'old');
    git('add', '-A');
    git('commit', '-qm', 'one');
    const commit = git('rev-parse', 'HEAD');
    writeFileSync(join(folder, 'sub/a.txt'), 'new');
    const places: string[] = [];
    const use = (inside: string): Promise<string> => {
      places.push(inside);
      return Promise.resolve(execFileSync('cat', ['a.txt', 'b.txt'], { cwd: inside, encoding: 'utf8' }));
    };
    const sub = join(folder, 'sub');
    expect(await withBase({ command: 'cp a.txt b.txt', commit, cwd: sub }, use)).toBe('oldold');
    expect(await withBase({ command: 'echo no; exit 2', commit, cwd: sub }, use)).toMatch(/no$/);
    expect(await withBase({ command: 'true', commit: 'f00d', cwd: sub }, use)).toBe(
      'git could not check out f00d',
    );
    expect(places.map((place) => place.includes(join('tree', 'sub')))).toEqual([true]);
    expect(places.map((place) => existsSync(place))).toEqual([false]);
    expect(git('worktree', 'list').split('\n')).toHaveLength(1);
  });
});

describe('a hint about the README', () => {
  const hint = async (paths: string, examples: readonly object[] = []): Promise<string | undefined> => {
    const { documents } = await loadSide(
      { entry: 'a.yml', io: memoryIo({ 'a.yml': SPEC('', paths).replace(/ {2}\/pets.*\n/, '') }) } as never,
      { allowRemote: false, cwd: '/' },
    );
    if (documents === undefined) throw new Error('not loaded');
    const config = { ...emptyConfig(), readme: { examples } } as unknown as Config;
    return headlineHint(config, createPlanner(documents)(config).plan);
  };
  const get = (path: string): string => `  ${path}: {get: {responses: {'204': {description: done}}}}\n`;
  const example = (name: string, path: string) => ({ name, endpoint: { verb: 'get', path }, params: {} });
  it.each<[string, string, readonly object[], string | undefined]>([
    ['without operations', '  {}\n', [], undefined],
    ['with operations', get('/a') + get('/b'), [], '/a'],
    ['with a chosen operation', get('/a') + get('/b'), [example('headline', '/b')], '/b'],
    ['with another operation chosen', get('/a') + get('/b'), [example('pagination', '/b')], '/a'],
  ])('%s', async (_, paths, examples, expected) =>
    expect(await hint(paths, examples)).toBe(
      expected === undefined
        ? undefined
        : `The README begins with get ${expected}; \`readme.example_requests.headline\` changes that.`,
    ),
  );
});
