/** What git tells the gate of the base, and which config judges it. */
import { execFileSync } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { emptyConfig } from '../../generator/config/empty.ts';
import { configAt } from '../../generator/cli/config-at.ts';
import { nameBefore, readTree } from '../../generator/cli/gate/tree.ts';
import { languageOf } from '../../generator/cli/diff-language.ts';
import { diskIo } from '../../generator/source/io.ts';
import { type Scene, createScene } from '../security/support.ts';

let scene: Scene;
let cwd = '';
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
    cwd: join(scene.top, 'repository'),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
const commit = (): string => (
  git('add', '-A'), git('commit', '-q', '--allow-empty', '-m', 'next'), git('rev-parse', 'HEAD')
);
const put = (path: string, text: string): void => scene.put(`repository/${path}`, text);
const LONG = Array.from({ length: 40 }, (_, line) => `line ${line}`).join('\n');

/** `main` has moved on since the branch `change` left it at `start`. */
let [start, tip] = ['', ''];
beforeEach(() => {
  scene = createScene();
  cwd = join(scene.top, 'repository');
  git('init', '-q', '-b', 'main');
  put('specs/old.yml', LONG);
  put('gone.yml', 'gone');
  put('.gitignore', 'ignored.yml\n');
  start = commit();
  git('checkout', '-q', '-b', 'change');
  git('checkout', '-q', 'main');
  put('theirs.yml', 'theirs');
  tip = commit();
  git('checkout', '-q', 'change');
});
const treeOf = async (against: string, folder = cwd) => {
  const { value } = await readTree(against, folder);
  if (value === undefined) throw new Error('no tree');
  return value;
};

describe('the tree', () => {
  test('is that of the commit where the branch left, not what others did since', async () => {
    const tree = await treeOf('main');
    expect([tree.commit, tree.about]).toEqual([start, 'main, where this branch left it']);
    expect(tree.before.has('theirs.yml')).toBe(false);
    expect((await treeOf(start)).about).toBe(start);
    git('checkout', '-q', 'main');
    const same = await treeOf('main');
    expect([same.commit, same.about, same.isSame]).toEqual([tip, 'main', true]);
  });

  test('is that of the tip where the branches have nothing in common, and that is told', async () => {
    git('checkout', '-q', '--orphan', 'alone');
    // Else it could be the first commit once more, made in the same second.
    put('alone.yml', 'alone');
    commit();
    const tree = await treeOf('main');
    expect(tree.commit).toBe(tip);
    expect(tree.about).toBe('main (its tip: this clone does not hold where the branches met)');
  });

  test('has what is here: tracked and new files, without those that git ignores or that are deleted', async () => {
    put('new.yml', 'new');
    put('ignored.yml', 'ignored');
    put('with space\nand line.yml', 'odd');
    rmSync(join(cwd, 'gone.yml'));
    const tree = await treeOf('main');
    expect([...tree.now].sort()).toEqual([
      '.gitignore',
      'new.yml',
      'openapi.yml',
      'specs/old.yml',
      'with space\nand line.yml',
    ]);
    expect([...tree.before].sort()).toEqual(['.gitignore', 'gone.yml', 'openapi.yml', 'specs/old.yml']);
  });

  test('knows what was renamed, although it was changed too', async () => {
    renameSync(join(cwd, 'specs/old.yml'), join(cwd, 'specs/new.yml'));
    put('specs/new.yml', LONG.replace('line 3\n', 'line three\n'));
    git('add', '-A');
    const tree = await treeOf('main');
    expect([...tree.renamed]).toEqual([['specs/new.yml', 'specs/old.yml']]);
    expect(nameBefore(tree, 'specs/new.yml')).toBe('specs/old.yml');
    expect(nameBefore(tree, 'openapi.yml')).toBe('openapi.yml');
    expect(nameBefore(tree, 'new.yml')).toBeUndefined();
    // A file that was there is compared with itself.
    put('gone.yml', LONG);
    expect(nameBefore(await treeOf('main'), 'gone.yml')).toBe('gone.yml');
  });

  test('has names as they are in the current folder', async () => {
    const tree = await treeOf('main', join(cwd, 'specs'));
    expect([[...tree.now], [...tree.before]]).toEqual([['old.yml'], ['old.yml']]);
  });

  test('is the same only with nothing changed at all', async () => {
    expect((await treeOf(start)).isSame).toBe(true);
    put('new.yml', 'new');
    expect((await treeOf(start)).isSame).toBe(false);
    commit();
    expect((await treeOf(start)).isSame).toBe(false);
  });

  test('of what is no revision is refused with the reason', async () => {
    const told = async (against: string, folder = cwd): Promise<string> => {
      const { value, diagnostics } = await readTree(against, folder);
      expect(value).toBeUndefined();
      return diagnostics.map(({ code, message }) => `${code}: ${message}`).join();
    };
    expect(await told('nowhere')).toMatch(/^revision-not-found: .*no revision nowhere/);
    expect(await told('--all')).toMatch(/^revision-not-found: .*does not begin with a dash/);
    expect(await told('main', join(scene.top, 'home'))).toMatch(/^not-a-repository: .*home/);
    expect(await told('main', join(cwd, '.git'))).toMatch(/^not-a-repository: /);
  });
});

describe('the config of the base', () => {
  const nameOf = async (file?: string, before?: string, folder = cwd): Promise<string | undefined> => {
    const found = await configAt({
      commit: start,
      disk: diskIo(folder),
      cwd: folder,
      audience: languageOf(undefined).data,
      ...(file !== undefined && { file }),
      ...(before !== undefined && { before }),
    });
    if (found === undefined) return 'of the user';
    const [commit, name = ''] = found.value?.source?.name.split(':') ?? [];
    if (commit !== undefined) expect(commit).toBe(start.slice(0, 8));
    return name || 'none';
  };
  const withConfig = (path: string): void => {
    git('checkout', '-q', 'main');
    git('reset', '-q', '--hard', start);
    put(path, 'spec: openapi.yml\n');
    start = commit();
    git('checkout', '-q', '-B', 'change');
  };

  test('is the one that the commit held, whatever is here now', async () => {
    withConfig('sdkwright.yml');
    expect(await nameOf('sdkwright.yml', 'sdkwright.yml')).toBe('sdkwright.yml');
    put('other.yml', 'spec: openapi.yml\n');
    expect(await nameOf('other.yml')).toBe('sdkwright.yml');
    rmSync(join(cwd, 'sdkwright.yml'));
    expect(await nameOf()).toBe('sdkwright.yml');
  });

  test('is none where the commit had none', async () => {
    put('sdkwright.yml', 'spec: openapi.yml\n');
    expect(await nameOf('sdkwright.yml')).toBe('none');
    expect(await nameOf()).toBe('none');
  });

  test('may have had another name', async () => {
    withConfig('named.yml');
    git('mv', 'named.yml', 'renamed.yml');
    expect(await nameOf('renamed.yml', 'named.yml')).toBe('named.yml');
    expect(await nameOf('renamed.yml')).toBe('none');
  });

  test('is the one of the old name where the commit has both', async () => {
    put('named.yml', 'spec: openapi.yml\n');
    withConfig('renamed.yml');
    expect(await nameOf('renamed.yml', 'named.yml')).toBe('named.yml');
  });

  test('that is none is an empty one', async () => {
    const { data: audience } = languageOf(undefined);
    const found = await configAt({ commit: start, disk: diskIo(cwd), cwd, audience });
    expect(found?.value?.config).toEqual(emptyConfig(audience));
  });

  test('is looked for in the current folder', async () => {
    withConfig('specs/sdkwright.yml');
    expect(await nameOf('sdkwright.yml', 'sdkwright.yml', join(cwd, 'specs'))).toBe('specs/sdkwright.yml');
    expect(await nameOf(undefined, undefined, join(cwd, 'specs'))).toBe('specs/sdkwright.yml');
    expect(await nameOf()).toBe('none');
  });

  test("that is no part of the repository is the user's, and holds for both sides", async () => {
    withConfig('sdkwright.yml');
    put('ignored.yml', 'spec: openapi.yml\n');
    for (const file of [
      'ignored.yml',
      'not-there.yml',
      '../home/sdkwright.yml',
      'main:sdkwright.yml',
      'https://x.test/sdkwright.yml',
    ])
      expect(await nameOf(file)).toBe('of the user');
  });
});
