/** Which comparisons a config is used for, and what is said where it is not. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isUsed, noteUnused } from '../../generator/cli/used-config.ts';
import { loadConfig } from '../../generator/config/load.ts';
import { diskIo } from '../../generator/source/io.ts';
import { quietTerminal } from '../support/terminal.ts';

let root = '';
let cwd = '';
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'sdkwright-used-')));
  cwd = join(root, 'pkg');
  mkdirSync(join(root, '.git'));
  mkdirSync(cwd);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
};
const git = (...args: readonly string[]): void => {
  const own = ['-c', 'user.name=T', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...own, ...args], { cwd: root, stdio: 'pipe' });
};

const NAMED = 'spec: api.yml\n';
const PETS = 'resources: {animals: {methods: {all: get /pets}}}\n';
type Row = [config: string, side: string, isUsed: boolean, document?: string];
const rows: readonly Row[] = [
  [NAMED, 'api.yml', true],
  [NAMED, './api.yml', true],
  [NAMED, '../pkg/api.yml', true],
  [NAMED, 'main:pkg/api.yml', true],
  [NAMED, 'main:./api.yml', true],
  [NAMED, 'main:../pkg/api.yml', true],
  [NAMED, '../api.yml', false],
  [NAMED, 'old-api.yml', false],
  // From the root of git, so another file.
  [NAMED, 'main:api.yml', false],
  [NAMED, 'main:.api.yml', false],
  [NAMED, 'https://api.example/api.yml', false],
  [NAMED, 'api.yml', false, 'other.yml'],
  [NAMED, 'other.yml', true, 'other.yml'],
  ['spec: https://api.example/api.yml\n', 'https://api.example/api.yml', true],
  // Names no document.
  [PETS, 'plain.yml', true],
  [PETS, 'json.json', true],
  [PETS, 'quoted.yml', true],
  [PETS, 'none.yml', false],
  [PETS, 'absent.yml', false],
  [PETS, 'https://127.0.0.1:9/plain.yml', false],
  [PETS, 'npm:./plain.yml', false],
  ['resources: {animals: {methods: {all: GET /toys}}}\n', 'toys.yml', true],
  ["resources: {animals: {methods: {all: 'get /toys/{id}'}}}\n", 'toys.yml', false],
  ['', 'plain.yml', false],
  // A part of a path is no path.
  [PETS, 'longer.yml', false],
  ["resources: {animals: {methods: {all: 'get /shop/{id}'}}}\n", 'longer.yml', true],
];
const FILES = {
  ...{
    'plain.yml': 'paths:\n  /pets: {}\n',
    'json.json': '{"paths": {"/pets": {}}}',
    'none.yml': '/pet: {}',
  },
  ...{ 'quoted.yml': "paths: {'/pets' : {}}", 'toys.yml': 'paths: {/toys: {}}' },
  'longer.yml': 'paths: {/zoo/pets: {},/shop/{id}: {}, /pets:all: {}}',
};
const found = async (text: string, document?: string) => {
  put('sdkwright.yml', text);
  const { value } = await loadConfig('sdkwright.yml', diskIo(cwd));
  return value && { ...value, document };
};

it.each<Row>([...rows])('%j for %s: %s', async (config, side, expected, document) => {
  for (const [path, text] of Object.entries(FILES)) put(path, text);
  const one = await found(config, document);
  expect(await isUsed(cwd, undefined, one, ['none.yml', side])).toBe(expected);
  expect(await isUsed(cwd, undefined, one, [side, 'none.yml'])).toBe(expected);
  // What is asked for, or empty, is always used.
  expect(await isUsed(cwd, 'sdkwright.yml', one, [side])).toBe(true);
  expect(await isUsed(cwd, undefined, undefined, [side])).toBe(true);
});

it('is used for a document of a revision, and through links and full names', async () => {
  rmSync(join(root, '.git'), { recursive: true });
  put('gone.yml', FILES['plain.yml']);
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'a');
  const pets = await found(PETS);
  expect(await isUsed(cwd, undefined, pets, ['HEAD:pkg/gone.yml'])).toBe(true);
  expect(await isUsed(cwd, undefined, pets, ['HEAD:pkg/none.yml'])).toBe(false);
  const named = await found(NAMED);
  symlinkSync(cwd, join(root, 'link'));
  for (const side of ['api.yml', 'HEAD:pkg/api.yml', 'HEAD:./api.yml', join(cwd, 'api.yml')])
    expect(await isUsed(join(root, 'link'), undefined, named, [side])).toBe(true);
});

const UNUSED =
  'sdkwright.yml is not used, as it is for none of these documents; --config sdkwright.yml uses it.';
it.each<[config: string | undefined, requested: string | undefined, sides: string, said: string]>([
  [NAMED, undefined, 'none.yml none.yml', UNUSED],
  [NAMED, 'sdkwright.yml', 'none.yml none.yml', ''],
  [NAMED, undefined, 'api.yml none.yml', ''],
  [NAMED, undefined, 'none.yml api.yml', ''],
  [NAMED, undefined, 'none.yml sub/api.yml', UNUSED],
  [undefined, undefined, 'none.yml none.yml', ''],
  [undefined, undefined, 'sub/api.yml none.yml', ''],
  [
    undefined,
    undefined,
    'none.yml sub/api.yml',
    'sub/stainless.yml is not used; --config sub/stainless.yml uses it.',
  ],
  [undefined, 'other.yml', 'none.yml sub/api.yml', ''],
  ['a: [\n', undefined, 'none.yml none.yml', ''],
])('%j, %s, for %s', async (config, requested, sides, said) => {
  put('sub/stainless.yml', NAMED);
  if (config !== undefined) put('sdkwright.yml', config);
  const [base = '', revision = ''] = sides.split(' ');
  const terminal = quietTerminal(cwd);
  await noteUnused(terminal, requested, { base, revision });
  expect(terminal.complained()).toBe(said);
});
