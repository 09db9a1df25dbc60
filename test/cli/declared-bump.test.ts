/** The bump that the author of a change declares, by each of the ways in which projects write it down. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bumpOfTitle, bumpOfVersions, declaredBump } from '../../generator/cli/declared-bump.ts';

const PATH = process.env['PATH'] ?? '';
let top = '';
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), text);
};
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
    ...{ cwd: join(top, 'repository'), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  }).trim();

beforeAll(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'sdkwright-bump-')));
  put('repository/package.json', '{ "version": "1.4.0" }');
  put('repository/sdk/package.json', '{ "version": "2.0.0" }');
  put('repository/empty/openapi.yml', 'openapi: 3.1.0');
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'base');
  put('repository/package.json', '{ "version": "1.5.0" }');
  put('repository/sdk/package.json', '{ "version": "3.0.0" }');
  put('package/package.json', '{ "version": "1.4.9" }');
  put('package/openapi.documented.yml', 'openapi: 3.1.0');
  execFileSync('tar', ['-czf', join(top, 'acme.tgz'), '-C', top, 'package']);
  put('bin/npm', `#!/bin/sh\ncase "$2" in acme) cp '${top}/acme.tgz' .;; *) exit 1;; esac\n`);
  chmodSync(join(top, 'bin/npm'), 0o755);
  process.env['PATH'] = `${join(top, 'bin')}${delimiter}${PATH}`;
});
afterAll(() => {
  process.env['PATH'] = PATH;
  rmSync(top, { recursive: true, force: true });
});

it.each([
  ['feat!: rename', 'major'],
  ['fix(pets)!: rename', 'major'],
  ['chore(a b)!: x', 'major'],
  ['feat: add', 'minor'],
  ['  Feat(pets): add', 'minor'],
  ['feature: add', 'patch'],
  ['fix: x', 'patch'],
  ['feat add', 'patch'],
  ['a feat: x', 'patch'],
  ['feat! x', 'patch'],
  ['feat(a)(b): x', 'patch'],
  ['!: x', 'patch'],
  ['Rename pets', 'patch'],
  ['', 'patch'],
])('the title %j is %s', async (title, bump) => {
  expect(bumpOfTitle(title)).toBe(bump);
  expect(await declaredBump({ title }, { cwd: top, base: 'main:a' })).toBe(bump);
});

it.each([
  ['0.3.1', '0.4.0', 'major'],
  ['0.3.1', '0.3.2', 'minor'],
  ['0.3.1', '1.0.0', 'major'],
  ['1.3.1', '1.3.2', 'patch'],
  ['1.3.1', '1.4.0', 'minor'],
  ['1.3.1', '2.0.0', 'major'],
  ['1.3.1', '1.3.1', 'none'],
  ['1.3.1', '1.3.0', 'none'],
  ['2.0.0', '1.9.0', 'none'],
  ['1.0.0-rc.1', '1.0.0', 'patch'],
  ['x', '1.0.0', undefined],
  ['1.0.0', 'x', undefined],
  [undefined, '1.0.0', undefined],
  ['1.0.0', undefined, undefined],
])('from %s to %s is %s', (before, after, bump) => expect(bumpOfVersions(before, after)).toBe(bump));

it.each(['none', 'patch', 'minor', 'major'] as const)('%s is declared as such', async (bump) => {
  expect(await declaredBump(bump, { cwd: top, base: 'main:a' })).toBe(bump);
});

describe('changesets', () => {
  let count = 0;
  const bumpOf = async (
    files: Readonly<Record<string, string>>,
    packageName?: string,
  ): Promise<string | undefined> => {
    const folder = `project-${(count += 1)}`;
    for (const [name, text] of Object.entries(files)) put(`${folder}/.changeset/${name}`, text);
    const project = {
      cwd: join(top, folder),
      base: 'main:a',
      ...(packageName !== undefined && { packageName }),
    };
    return declaredBump('changesets', project);
  };
  const set = (matter: string, end = '\n'): string => `---${end}${matter}${end}---${end}${end}Words.${end}`;

  it.each<[string, Readonly<Record<string, string>>, string, string?]>([
    ['none', {}, 'none', 'pets'],
    ['one', { 'a.md': set('pets: patch') }, 'patch', 'pets'],
    ['the greatest', { 'a.md': set('pets: minor'), 'b.md': set('pets: patch') }, 'minor', 'pets'],
    ['several packages', { 'a.md': set('pets: patch\nother: major') }, 'patch', 'pets'],
    ['any package', { 'a.md': set('pets: patch\nother: major') }, 'major'],
    ['a name in quotes, CRLF', { 'a.md': set('"@acme/pets": minor', '\r\n') }, 'minor', '@acme/pets'],
    ['nothing between the lines', { 'a.md': '---\n---\n' }, 'none'],
    ['nothing between the lines, and a rule below', { 'a.md': '---\n---\npets: major\n---\n' }, 'none'],
    ['no list of packages', { 'a.md': set('major') }, 'none'],
    ['nothing', { 'a.md': set('null') }, 'none'],
    ['no such bump', { 'a.md': set('pets: huge') }, 'none'],
    ['no YAML', { 'a.md': set(': ['), 'b.md': set('pets: patch') }, 'patch'],
    ['words alone', { 'a.md': 'pets: major\n' }, 'none'],
    ['a rule in the middle of the words', { 'a.md': 'Words.\n---\npets: major\n---\n' }, 'none'],
    ['the README', { 'README.md': set('pets: major') }, 'none'],
    ['another file', { 'a.md.orig': set('pets: major'), 'config.json': set('pets: major') }, 'none'],
  ])('%s', async (_title, files, bump, packageName) => {
    expect(await bumpOf(files, packageName)).toBe(bump);
  });
});

describe('the version in package.json', () => {
  it.each([
    ['main:openapi.yml', 'repository', 'minor'],
    ['main:./openapi.yml', 'repository/sdk', 'major'],
    ['npm:acme', 'repository', 'minor'],
    ['npm:other', 'repository', undefined],
    ['main:openapi.yml', 'repository/empty', undefined],
    ['nowhere:openapi.yml', 'repository', undefined],
    ['openapi.yml', 'repository', undefined],
    ['https://example.test/openapi.yml', 'repository', undefined],
  ])('is compared with that of %s in %s: %s', async (base, folder, bump) => {
    expect(await declaredBump('package', { cwd: join(top, folder), base })).toBe(bump);
  });
});
