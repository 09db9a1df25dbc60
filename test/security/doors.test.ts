/**
 * Doors that write × places where nothing may be written. Each attack is tried at each door; the victim is the
 * same afterwards, and the message says why.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { noteFile } from '../../generator/cli/upgrade/note.ts';
import { isGitFolder } from '../../generator/lib/file-names.ts';
import { writeFiles } from '../../generator/output/write-file.ts';
import { type Scene, createScene } from './support.ts';

/** `place` is the folder or file that an attack leads to, relative to the repository. */
interface Door {
  /** Whether it writes a folder or a file of this name. */
  readonly writes: 'folder' | 'file';
  /** What the branch brings for it. */
  readonly prepare?: (scene: Scene, place: string) => void;
  readonly args: (place: string) => readonly string[];
}

const GENERATE = ['generate', '--spec', 'openapi.yml'];
const CHANGED = 'changed.yml';
const withChange = ({ put, read }: Scene): void =>
  put(`repository/${CHANGED}`, read('repository/openapi.yml').replaceAll('/books', '/novels'));

const DOORS: Readonly<Record<string, Door>> = {
  '--out': { writes: 'folder', args: (place) => [...GENERATE, '--out', place] },
  '--out with --allow outside': {
    writes: 'folder',
    args: (place) => [...GENERATE, '--out', place, '--allow', 'outside'],
  },
  'out of the config': {
    writes: 'folder',
    prepare: ({ put }, place) => put('repository/sdkwright.yml', `out: ${JSON.stringify(place)}\n`),
    args: () => GENERATE,
  },
  'targets.x.out': {
    writes: 'folder',
    prepare: ({ put }, place) =>
      put('repository/sdkwright.yml', `targets:\n  python:\n    out: ${JSON.stringify(place)}\n`),
    args: () => GENERATE,
  },
  'a target with a template overlay': {
    writes: 'folder',
    prepare: ({ put }, place) => {
      put(
        'repository/evil/target.yaml',
        'name: evil\nview: 1\nextends: typescript\noutputs:\n  - { template: commondir, path: commondir }\n',
      );
      put('repository/evil/commondir', '../evil-git\n');
      put('repository/sdkwright.yml', `out: ${JSON.stringify(place)}\ntemplates: ./evil\n`);
    },
    args: () => GENERATE,
  },
  'templates eject': {
    writes: 'folder',
    args: (place) => ['templates', 'eject', 'hooks/client-members', '--into', `./${place}`],
  },
  'docs --out': {
    writes: 'folder',
    prepare: ({ put }) => put('repository/README.md', '# Home\n'),
    args: (place) => ['docs', '.', '--out', place],
  },
  init: { writes: 'file', args: (place) => ['init', 'openapi.yml', '--out', place] },
  'init --force': { writes: 'file', args: (place) => ['init', 'openapi.yml', '--out', place, '--force'] },
  ...Object.fromEntries(
    ['markdown', 'html', 'json', 'sarif', 'github'].map((format) => [
      `--also ${format}`,
      {
        writes: 'file' as const,
        prepare: withChange,
        args: (place: string) => ['diff', 'openapi.yml', CHANGED, '--format', `${format}=${place}`],
      },
    ]),
  ),
};

interface Attack {
  /** The place for a folder; a file is `out` in it. */
  readonly folder: string;
  readonly prepare?: (scene: Scene) => void;
  readonly code: 'output-git' | 'output-symlink' | 'output-outside';
}

const ATTACKS: Readonly<Record<string, Attack>> = {
  '.git': { folder: '.git', code: 'output-git' },
  'a folder in .git': { folder: '.git/hooks', code: 'output-git' },
  '.GIT': { folder: '.GIT', code: 'output-git' },
  '.git of a folder': { folder: 'sdk/.git', code: 'output-git' },
  'the short name of Windows': { folder: 'GIT~1', code: 'output-git' },
  'dots that Windows drops': { folder: '.git. .', code: 'output-git' },
  'a stream of Windows': { folder: '.git::$INDEX_ALLOCATION', code: 'output-git' },
  'a character that macOS passes over': { folder: '.g\u200cit', code: 'output-git' },
  'a way through other folders': { folder: 'sdk/../.git', code: 'output-git' },
  'a link to .git': {
    folder: 'sdk',
    code: 'output-git',
    prepare: ({ link }) => link('repository/sdk', '.git'),
  },
  'a link out of the project': {
    folder: 'sdk',
    code: 'output-symlink',
    prepare: ({ link }) => link('repository/sdk', '../home'),
  },
  'a link on the way': {
    folder: 'packages/sdk',
    code: 'output-symlink',
    prepare: ({ link }) => link('repository/packages', '../home'),
  },
  'a link within the project': {
    folder: 'sdk',
    code: 'output-symlink',
    prepare: ({ link, put }) => (put('repository/other/kept', 'kept'), link('repository/sdk', 'other')),
  },
};

/** Both codes are right where a place is outside and behind a link. */
const codesOf = ({ code }: Attack): RegExp =>
  code === 'output-symlink' ? /error\[output-(?:symlink|outside)\]/ : new RegExp(`error\\[${code}\\]`);

describe.each(Object.entries(DOORS))('%s', (_door, { writes, prepare, args }) => {
  test.each(Object.entries(ATTACKS))('%s', async (_attack, attack) => {
    const scene = createScene();
    attack.prepare?.(scene);
    const place = writes === 'folder' ? attack.folder : `${attack.folder}/out`;
    prepare?.(scene, place);
    const before = scene.tree('.');
    const { code, said } = await scene.run(...args(place));
    expect(said).toMatch(codesOf(attack));
    expect(code).not.toBe(0);
    expect(scene.tree('.')).toEqual(before);
  });

  test('writes where it may', async () => {
    const scene = createScene();
    const place = writes === 'folder' ? 'made' : 'made/out';
    prepare?.(scene, place);
    await scene.run(...args(place));
    expect(existsSync(join(scene.top, 'repository', place))).toBe(true);
  });
});

describe('a file that is a link', () => {
  const FILES = Object.entries(DOORS).filter(([, door]) => door.writes === 'file');
  test.each(FILES)('%s', async (_door, { prepare, args }) => {
    const scene = createScene();
    prepare?.(scene, 'report');
    scene.link('repository/report', '../home/secret');
    const before = scene.tree('.');
    const { code, said } = await scene.run(...args('report'));
    expect(said).toMatch(/error\[output-symlink\]|is there already/);
    expect(code).not.toBe(0);
    expect(scene.tree('.')).toEqual(before);
  });
});

test('what a branch puts into the records of a folder that it links is not followed', async () => {
  const scene = createScene();
  scene.put('home/sdk/.sdkwright/journal.json', '{"steps":[],"folders":["src"]}');
  scene.put('home/sdk/src/kept', 'kept');
  scene.link('repository/packages', '../home');
  const before = scene.tree('.');
  for (const mode of [[], ['--check'], ['--dry-run']])
    expect((await scene.run(...GENERATE, '--out', 'packages/sdk', ...mode)).code).toBe(1);
  expect(scene.tree('.')).toEqual(before);
});

describe('upgrade', () => {
  const CODE = `import Shop from 'shop';\nconst shop = new Shop();\nawait shop.books.list();\n`;
  const UPGRADE = ['upgrade', '--from', 'openapi.yml', '--to', CHANGED, '--package', 'shop'];
  const scene = (): Scene => {
    const made = createScene();
    withChange(made);
    made.put('repository/package.json', '{}');
    return made;
  };

  test('changes a file, and not one behind a link or in .git', async () => {
    const attacked = scene();
    const { put, link, tree, read, run } = attacked;
    put('repository/src/own.ts', CODE);
    put('repository/.GIT/hooks/evil.ts', CODE);
    put('repository/.husky/hook', CODE);
    put('home/other.ts', CODE);
    link('repository/src/linked.ts', '../.husky/hook');
    link('repository/away', '../home');
    const home = tree('home');
    const { said } = await run(...UPGRADE);
    expect(said).toContain('src/linked.ts');
    expect(read('repository/src/own.ts')).not.toBe(CODE);
    expect(read('repository/.husky/hook')).toBe(CODE);
    expect(read('repository/.GIT/hooks/evil.ts')).toBe(CODE);
    expect(tree('home')).toEqual(home);
  });
});

test('a note of an upgrade and edited files are written together or not at all', () => {
  const { top, put, link, tree } = createScene();
  const folder = join(top, 'repository');
  put('repository/code.ts', 'old');
  link('repository/.sdkwright', '../home');
  const before = tree('.');
  const note = noteFile({ path: join(folder, '.sdkwright/upgrades.json'), upgrades: {} });
  const faults = writeFiles(folder, [{ path: 'code.ts', text: 'new' }, note]);
  expect(faults.map((one) => one.code)).toEqual(['output-symlink']);
  expect(tree('.')).toEqual(before);
  put('repository/file', '');
  const unwritable = writeFiles(folder, [
    { path: 'code.ts', text: 'new' },
    { path: 'file/below', text: '' },
  ]);
  expect(unwritable.map((one) => one.code)).toEqual(['file-not-written']);
  expect(tree('.')).toEqual({ ...before, 'repository/file': '' });
});

test('git finds no program of a branch after a run that was refused', async () => {
  const scene = createScene();
  const cwd = join(scene.top, 'repository');
  execFileSync('git', ['init', '-q', '-b', 'main'], { cwd });
  scene.put('repository/evil-git/config', `[core]\n\tfsmonitor = "touch ${scene.top}/ran; false"\n`);
  const { prepare, args } = DOORS['a target with a template overlay'] ?? { args: () => [] };
  prepare?.(scene, '.git');
  await scene.run(...args('.git'));
  execFileSync('git', ['status'], { cwd, stdio: 'ignore' });
  expect(existsSync(join(scene.top, 'ran'))).toBe(false);
  expect(existsSync(join(cwd, '.git/commondir'))).toBe(false);
});

test.each([
  ['.git', true],
  ['.Git', true],
  ['.git ', true],
  ['.git...', true],
  ['git~12', true],
  ['.git:x', true],
  ['.g\u202ait\ufeff', true],
  ['.github', false],
  ['.gitignore', false],
  ['git', false],
  ['a.git', false],
])('%j belongs to git: %s', (name, is) => expect(isGitFolder(name)).toBe(is));
