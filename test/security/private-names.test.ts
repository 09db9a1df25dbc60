/** Which files are private, asked directly. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { isCredential, isPrivate } from '../../generator/lib/private-files.ts';
import { type Scene, createScene } from './support.ts';

let scene: Scene;
const at = (path: string): string => join(scene.top, 'repository', path);
beforeEach(() => void (scene = createScene()));

const CREDENTIALS = [
  '.env',
  '.ENV',
  '.env.production',
  '.env.a.b',
  '.envrc',
  '.npmrc',
  '.yarnrc',
  '.yarnrc.yml',
  '.netrc',
  '_netrc',
  '.pypirc',
  '.git-credentials',
  '.dockercfg',
  '.htpasswd',
  'id_rsa',
  'id_dsa',
  'id_ecdsa',
  'id_ed25519',
];
const HARMLESS = [
  'openapi.yml',
  'env',
  'a.env',
  '.environment',
  '.envrc.md',
  'my.npmrc',
  '.npmrc.md',
  '.yarnrc.yaml',
  '.yarnrc-yml',
  'id_rsa.pub',
  'paid_rsa',
  'netrc',
  '.gitignore',
  '.github/openapi.yml',
];

describe.each(['', 'deep/er/'])('in the folder "%s"', (folder) => {
  test.each(CREDENTIALS)('%s is a credential', (name) => {
    expect(isCredential(at(folder + name))).toBe(true);
    expect(isPrivate(at(folder + name))).toBe(true);
    expect(isPrivate(at(folder + name), at('openapi.yml'))).toBe(true);
  });

  test.each(HARMLESS)('%s is none', (name) => {
    expect(isCredential(at(folder + name))).toBe(false);
    expect(isPrivate(at(folder + name))).toBe(false);
  });
});

test('what lies in .git is a credential, and what a link leads to counts', () => {
  expect(isCredential(at('.git/config'))).toBe(true);
  expect(isCredential(at('modules/.GIT/config'))).toBe(true);
  scene.put('repository/.env', 'A=1');
  scene.link('repository/harmless.yml', '.env');
  scene.link('repository/config.yml', '.git/config');
  scene.put('repository/.git/config', '');
  expect([isCredential(at('harmless.yml')), isCredential(at('config.yml'))]).toEqual([true, true]);
  // A harmless file that is called like a credential is read by nobody under that name.
  scene.link('repository/deep/.npmrc', '../openapi.yml');
  expect(isCredential(at('deep/.npmrc'))).toBe(false);
});

describe('what git ignores', () => {
  const ignored = (...paths: readonly string[]): readonly boolean[] =>
    paths.map((path) => isPrivate(at(path)));

  test('is private, by any .gitignore above the file and by the exclusions of the repository', () => {
    scene.put('repository/.gitignore', 'secrets.json\n/top.yml\nprivate/\n');
    scene.put('repository/deep/.gitignore', 'own.yml\n/here.yml');
    scene.put('repository/.git/info/exclude', 'mine.yml\n/top-of-mine.yml\n');
    expect(
      ignored('secrets.json', 'deep/er/secrets.json', 'top.yml', 'private/a/b.yml', 'deep/private/b.yml'),
    ).toEqual([true, true, true, true, true]);
    expect(ignored('deep/own.yml', 'deep/er/own.yml', 'deep/here.yml', 'mine.yml', 'deep/mine.yml')).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(ignored('top-of-mine.yml', 'deep/top-of-mine.yml')).toEqual([true, false]);
    expect(ignored('deep/top.yml', 'own.yml', 'deep/er/here.yml', 'openapi.yml')).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test('the nearest file decides', () => {
    scene.put('repository/.gitignore', '*.json\n');
    scene.put('repository/specs/.gitignore', '!public.json\n');
    scene.put('repository/specs/v1/.gitignore', 'public.json\n');
    expect(ignored('specs/public.json', 'specs/other.json', 'specs/v1/public.json')).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('rules of two files do not run into each other', () => {
    scene.put('repository/.gitignore', 'first.yml');
    scene.put('repository/.git/info/exclude', 'second.yml');
    expect(ignored('first.yml', 'second.yml')).toEqual([true, true]);
  });

  test('is not private for a document that git ignores itself, beside it or below it', () => {
    scene.put('repository/.gitignore', 'dist/\nsecrets.json\n');
    const named = (path: string, by: string): boolean => isPrivate(at(path), at(by));
    expect(named('dist/parts/a.yml', 'dist/openapi.yml')).toBe(false);
    expect(named('dist/a.yml', 'dist/openapi.yml')).toBe(false);
    expect(named('dist/a.yml', 'dist/deep/openapi.yml')).toBe(true);
    expect(named('secrets.json', 'dist/openapi.yml')).toBe(true);
    expect(named('dist/a.yml', 'openapi.yml')).toBe(true);
    expect(isPrivate(at('dist/a.yml'))).toBe(true);
    expect(named('dist/.env', 'dist/openapi.yml')).toBe(true);
  });

  test('counts for what a link leads to', () => {
    scene.put('repository/.gitignore', 'dist/\n');
    scene.put('repository/dist/a.yml', '');
    scene.put('repository/specs/openapi.yml', '');
    scene.link('repository/harmless.yml', 'dist/a.yml');
    scene.link('repository/dist/openapi.yml', '../specs/openapi.yml');
    expect(ignored('harmless.yml', 'dist/openapi.yml')).toEqual([true, false]);
    expect(isPrivate(at('dist/a.yml'), at('dist/openapi.yml'))).toBe(true);
  });

  test('is decided by the repository of the file', () => {
    mkdirSync(at('vendor/theirs/.git'), { recursive: true });
    scene.put('repository/.gitignore', 'a.yml\n');
    scene.put('repository/vendor/theirs/.gitignore', 'b.yml\n');
    expect(ignored('vendor/theirs/a.yml', 'vendor/theirs/b.yml', 'vendor/b.yml')).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('is nothing outside of every repository', () => {
    scene.put('home/.gitignore', '*.yml\n');
    expect(isPrivate(join(scene.top, 'home/a.yml'))).toBe(false);
  });
});
