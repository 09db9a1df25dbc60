/** How far names reach, asked directly: the commands ask the same functions, a folder at a time. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import process from 'node:process';
import { beforeEach, describe, expect, test } from 'vitest';
import { isSafePath, isWithin, projectRoot, realOf, writeObstacle } from '../../generator/lib/boundary.ts';
import { type Scene, createScene } from './support.ts';

let scene: Scene;
/** A path of the scene. */
const at = (path: string): string => join(scene.top, path);
beforeEach(() => void (scene = createScene()));

describe('the folder of a project', () => {
  test('is the nearest that git keeps', () => {
    scene.put('repository/packages/a/package.json', '{}');
    expect(projectRoot(at('repository'))).toBe(at('repository'));
    expect(projectRoot(at('repository/packages/a'))).toBe(at('repository'));
    mkdirSync(at('repository/packages/.git'));
    expect(projectRoot(at('repository/packages/a'))).toBe(at('repository/packages'));
  });

  test('is the folder itself where git keeps none', () => {
    scene.put('home/deep/er/file', '');
    expect(projectRoot(at('home/deep/er'))).toBe(at('home/deep/er'));
  });

  test('is found behind links, and for a folder that is not there yet', () => {
    scene.link('short', 'repository/packages');
    scene.put('repository/packages/file', '');
    expect(projectRoot(at('short'))).toBe(at('repository'));
    expect(projectRoot(at('short/not/there'))).toBe(at('repository'));
  });
});

describe('the real path', () => {
  test('of what is not there follows the links before it', () => {
    scene.link('away', 'home');
    expect(realOf(at('away/secret'))).toBe(at('home/secret'));
    expect(realOf(at('away/not/there.yml'))).toBe(at('home/not/there.yml'));
  });

  test('of the root of the disk is itself', () => {
    const { root } = parse(process.cwd());
    expect(realOf(root)).toBe(root);
    expect(realOf(`${root}not-there-at-all`)).toBe(`${root}not-there-at-all`);
    expect(isWithin(root, at('home'))).toBe(true);
  });
});

describe('a path is within a folder', () => {
  test('if it is the folder or below it, all links followed', () => {
    scene.link('repository/away', '../home');
    scene.link('home/back', '../repository/openapi.yml');
    const root = at('repository');
    const isIn = (path: string): boolean => isWithin(root, at(path));
    expect(isIn('repository')).toBe(true);
    expect(isIn('repository/openapi.yml')).toBe(true);
    expect(isIn('repository/../repository/not/there')).toBe(true);
    expect(isIn('home/back')).toBe(true);
    expect(isIn('repository/away')).toBe(false);
    expect(isIn('repository/away/not-there')).toBe(false);
    expect(isIn('repository/../home/secret')).toBe(false);
  });

  test('and a folder whose name only begins like it is another', () => {
    mkdirSync(at('repository-two'));
    expect(isWithin(at('repository'), at('repository-two'))).toBe(false);
    expect(isWithin(at('repository'), at('repository-two/file'))).toBe(false);
  });
});

describe('a path that the user names is safe', () => {
  test('anywhere on the disk, but not behind a link of the project that leads out of it', () => {
    scene.put('repository/packages/a/file', '');
    scene.link('repository/away', '../home');
    scene.link('repository/inside', 'packages');
    scene.link('theirs', 'home');
    for (const folder of [at('repository'), at('repository/packages/a')]) {
      expect(isSafePath(folder, at('home/secret'))).toBe(true);
      // A link outside of the project is the user's own.
      expect(isSafePath(folder, at('theirs/secret'))).toBe(true);
      expect(isSafePath(folder, at('repository/packages/a/file'))).toBe(true);
      expect(isSafePath(folder, at('repository/inside/a/file'))).toBe(true);
      expect(isSafePath(folder, at('repository/away/secret'))).toBe(false);
      expect(isSafePath(folder, at('repository/away'))).toBe(false);
    }
  });

  test('not behind such a link either where the project is named through a link', () => {
    scene.link('repository/away', '../home');
    scene.link('short', 'repository');
    expect(isSafePath(at('short'), at('short/away/secret'))).toBe(false);
    expect(isSafePath(at('short'), at('short/openapi.yml'))).toBe(true);
  });
});

describe('what forbids writing', () => {
  const link = (path: string) => ({ kind: 'link', link: at(path) });
  const git = (path: string) => ({ kind: 'git', folder: at(path) });
  /** `folder`: where the program runs. */
  const obstacle = (path: string, folder = 'repository') => writeObstacle(path, at(folder));

  test('nothing in a usual place, there or not', () => {
    for (const path of ['openapi.yml', 'sdk/src/index.ts', '../home/new', '.github/x', '.gitignore'])
      expect(obstacle(path)).toBeUndefined();
    expect(writeObstacle(at('home/new'))).toBeUndefined();
  });

  test('a part of the path that is a .git, as written or behind links', () => {
    expect(obstacle('.git/hooks/post-checkout')).toEqual(git('repository/.git/hooks/post-checkout'));
    expect(obstacle('sdk/.GIT')).toEqual(git('repository/sdk/.GIT'));
    expect(writeObstacle(at('home/x/.git/y'))).toEqual(git('home/x/.git/y'));
    expect(writeObstacle('.git/y')).toEqual({ kind: 'git', folder: join(process.cwd(), '.git/y') });
    scene.link('home/innocent', '../repository/.git');
    expect(obstacle('../home/innocent/config')).toEqual(git('home/innocent/config'));
    scene.link('home/.git', 'other');
    mkdirSync(at('home/other'));
    expect(obstacle('../home/.git/config')).toEqual(git('home/.git/config'));
  });

  test('the first link between the repository and the path', () => {
    scene.put('repository/real/kept', '');
    scene.link('repository/one', 'real');
    scene.link('repository/real/two', '../../home');
    scene.link('repository/real/file', 'kept');
    expect(obstacle('one/two/file')).toEqual(link('repository/one'));
    expect(obstacle('real/two/not/there')).toEqual(link('repository/real/two'));
    expect(obstacle('real/file')).toEqual(link('repository/real/file'));
    expect(obstacle('real/other')).toBeUndefined();
    // A link that leads nowhere: writing would make what it names.
    scene.link('repository/dangling', '../home/made');
    expect(obstacle('dangling')).toEqual(link('repository/dangling'));
    expect(obstacle('dangling/below')).toEqual(link('repository/dangling'));
  });

  test('a link anywhere in the repository, wherever the program runs', () => {
    scene.put('repository/packages/a/file', '');
    scene.link('repository/one', 'packages');
    expect(obstacle('../../one/file', 'repository/packages/a')).toEqual(link('repository/one'));
    expect(obstacle('../repository/one', 'home')).toEqual(link('repository/one'));
    expect(writeObstacle(at('repository/one/a/file'))).toEqual(link('repository/one'));
    expect(writeObstacle(at('repository/packages/a/file'))).toBeUndefined();
  });

  test('a link into another repository inside this one', () => {
    scene.put('repository/vendor/theirs/file', '');
    mkdirSync(at('repository/vendor/theirs/.git'));
    scene.link('repository/vendor/way', 'theirs');
    expect(obstacle('vendor/way/file')).toEqual(link('repository/vendor/way'));
    expect(obstacle('vendor/theirs/file')).toBeUndefined();
    expect(writeObstacle(at('repository/vendor/way/file'))).toEqual(link('repository/vendor/way'));
  });

  test("no link above the repository, which is the user's", () => {
    scene.link('short', 'repository');
    expect(writeObstacle(at('short/sdk'))).toBeUndefined();
    expect(writeObstacle('sdk', at('short'))).toBeUndefined();
  });

  test('a link below the folder where the program runs, also without git', () => {
    scene.put('home/work/kept', '');
    scene.link('home/work/sdk', '../../repository');
    expect(obstacle('sdk/file', 'home/work')).toEqual(link('home/work/sdk'));
    expect(obstacle('.', 'home/work')).toBeUndefined();
    // Named from elsewhere, nothing says whose the link is.
    scene.link('home/way', 'work');
    expect(obstacle('../way/new', 'home/work')).toBeUndefined();
    expect(writeObstacle(at('home/way/new'))).toBeUndefined();
  });

  test('never the repository itself', () => {
    expect(obstacle('.')).toBeUndefined();
    expect(writeObstacle(at('repository'))).toBeUndefined();
  });

  test('nothing where a file stands in the way: writing fails by itself', () => {
    expect(obstacle('openapi.yml/below/it')).toBeUndefined();
  });
});

test.skipIf(process.platform === 'win32')('a ring of links has an end', () => {
  symlinkSync('ring', at('repository/ring'));
  expect(dirname(realOf(at('repository/ring')))).toBe(at('repository'));
  expect(writeObstacle('ring/x', at('repository'))).toEqual({ kind: 'link', link: at('repository/ring') });
});
