/** How the name of a side is resolved: by its form, never by what a branch brings. */
import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  asFile,
  commitOf,
  gitIo,
  gitText,
  kindOfSide,
  openSide,
  sideOfPackage,
} from '../../generator/cli/diff-inputs.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { type Scene, createScene } from '../security/support.ts';

const revision = (name: string, path: string) => ({ kind: 'revision', revision: name, path });

test.each([
  ['https://example.test/a.yml', { kind: 'url' }],
  ['HTTP://example.test', { kind: 'url' }],
  ['npm:acme@1', { kind: 'package' }],
  ['npm:@acme/pets@2.4.1', { kind: 'package' }],
  ['openapi.yml', { kind: 'file' }],
  ['./main:openapi.yml', { kind: 'file' }],
  ['../main:openapi.yml', { kind: 'file' }],
  ['/main:openapi.yml', { kind: 'file' }],
  ['.\\main:openapi.yml', { kind: 'file' }],
  ['./npm:acme', { kind: 'file' }],
  ['./https://x', { kind: 'file' }],
  ['C:\\specs\\openapi.yml', { kind: 'file' }],
  ['c:/specs/openapi.yml', { kind: 'file' }],
  ['C:/specs/openapi:v1.yml', { kind: 'file' }],
  ['main:', { kind: 'file' }],
  [':openapi.yml', { kind: 'file' }],
  ['main:openapi.yml', revision('main', 'openapi.yml')],
  ['origin/main:./openapi.yml', revision('origin/main', './openapi.yml')],
  ['HEAD~2:a:b.yml', revision('HEAD~2', 'a:b.yml')],
  ['main:a\nb.yml', revision('main', 'a\nb.yml')],
  ['.main:x', revision('.main', 'x')],
  ['httpx://example.test', revision('httpx', '//example.test')],
  ['xhttps://example.test', revision('xhttps', '//example.test')],
  ['mynpm:acme', revision('mynpm', 'acme')],
  ['...:x', revision('...', 'x')],
])('%j is a %j', (label, kind) => expect(kindOfSide(label)).toEqual(kind));

test('a file may have any name with ./ before it', () => {
  for (const name of ['main:a.yml', 'npm:acme', 'https://x'])
    expect([asFile(name), kindOfSide(asFile(name))]).toEqual([`./${name}`, { kind: 'file' }]);
  for (const name of ['a.yml', './main:a.yml', '/a', '../a']) expect(asFile(name)).toBe(name);
});

test('a package with a config has it in its side', () => {
  const io = memoryIo({});
  expect(sideOfPackage('npm:a', { entry: 'spec.yml', io, config: 'sdk.yml' })).toEqual({
    label: 'npm:a',
    entry: 'spec.yml',
    io,
    local: false,
    config: 'sdk.yml',
  });
  expect(sideOfPackage('npm:a', { entry: 'spec.yml', io })).not.toHaveProperty('config');
});

describe('in a repository', () => {
  let scene: Scene;
  let cwd = '';
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  const commit = (): string => (
    git('add', '-A'), git('commit', '-q', '--allow-empty', '-m', 'next'), git('rev-parse', 'HEAD')
  );
  const disk = memoryIo({ 'https://example.test/a.yml': 'fetched', 'openapi.yml': 'of the disk' });
  const open = (label: string, folder = cwd) => openSide(label, disk, folder);
  const textOf = async (label: string, folder = cwd): Promise<string | undefined> => {
    const { side } = await open(label, folder);
    const file = side && (await side.io.readFile(side.entry));
    return file?.kind === 'bytes' ? new TextDecoder().decode(file.bytes) : undefined;
  };
  let [first, second] = ['', ''];

  beforeEach(() => {
    scene = createScene();
    cwd = join(scene.top, 'repository');
    git('init', '-q', '-b', 'main');
    scene.put('repository/openapi.yml', 'first');
    scene.put('repository/specs/deep/a.yml', 'deep');
    first = commit();
    scene.put('repository/openapi.yml', 'second');
    second = commit();
    scene.put('repository/openapi.yml', 'in the working tree');
  });

  test('a revision is read from its commit, not from the working tree', async () => {
    expect(await textOf('main:openapi.yml')).toBe('second');
    expect(await textOf('HEAD~1:openapi.yml')).toBe('first');
    expect(await textOf(`${first}:openapi.yml`)).toBe('first');
    const { side, diagnostics } = await open('main:./openapi.yml');
    expect(side).toMatchObject({
      label: 'main:./openapi.yml',
      entry: 'openapi.yml',
      local: false,
      commit: second,
    });
    expect(diagnostics).toEqual([]);
    // What moves later moves no side that is open.
    const older = await open('main:openapi.yml');
    git('reset', '-q', '--hard', first);
    expect(await older.side?.io.readFile('openapi.yml')).toEqual({
      kind: 'bytes',
      bytes: Buffer.from('second'),
    });
  });

  test('only ./ and ../ of a path begin in the current folder', async () => {
    const deep = join(cwd, 'specs/deep');
    expect(await textOf('main:./a.yml', deep)).toBe('deep');
    expect(await textOf('main:../deep/a.yml', deep)).toBe('deep');
    expect(await textOf('main:../../openapi.yml', deep)).toBe('second');
    expect(await textOf('main:openapi.yml', deep)).toBe('second');
    expect(await textOf('main:specs/deep/a.yml', deep)).toBe('deep');
    expect(await textOf('main:a.yml', deep)).toBeUndefined();
  });

  test('a file with a leading dot begins at the root, as it does for git', async () => {
    scene.put('repository/.specs/a.yml', 'hidden');
    scene.put('repository/v1./a.yml', 'first');
    commit();
    expect(await textOf('main:v1./a.yml', join(cwd, 'specs'))).toBe('first');
    expect(await textOf('main:.specs/a.yml', join(cwd, 'specs'))).toBe('hidden');
    expect((await open('main:.specs/a.yml', join(cwd, 'specs'))).side?.entry).toBe('.specs/a.yml');
  });

  test('references between documents stay in the revision', async () => {
    const io = gitIo(first, disk, cwd);
    const text = async (path: string): Promise<string | undefined> => {
      const file = await io.readFile(path);
      return file?.kind === 'bytes' ? new TextDecoder().decode(file.bytes) : undefined;
    };
    expect(await text('openapi.yml')).toBe('first');
    expect(await text('./openapi.yml')).toBe('first');
    expect(await text('specs/./deep/a.yml')).toBeUndefined();
    expect(await io.readFile('not-there.yml')).toBeUndefined();
    expect(await io.readFile('specs')).toBeUndefined();
    expect(await io.fetch('https://example.test/a.yml')).toMatchObject({ kind: 'bytes' });
  });

  test('what is not there is reported with what is missing', async () => {
    const messages = async (label: string): Promise<readonly string[]> => {
      const { side, diagnostics } = await open(label);
      expect(side).toBeUndefined();
      return diagnostics.map(({ code, message }) => `${code}: ${message}`);
    };
    expect(await messages('gone:openapi.yml')).toEqual([
      expect.stringMatching(/^revision-not-found: .*no revision gone/),
    ]);
    expect(await messages('main:gone.yml')).toEqual([
      expect.stringMatching(/^revision-not-found: .*no file gone\.yml in main/),
    ]);
    expect(await messages('--all:openapi.yml')).toEqual([
      expect.stringMatching(/^revision-not-found: .*does not begin with a dash/),
    ]);
    expect(await messages('npm:a b')).toEqual([
      expect.stringMatching(/^package-not-opened: .*not the name of a package/),
    ]);
  });

  test('a file that is called like a missing revision is never taken, but offered', async () => {
    scene.put('repository/gone:openapi.yml', 'a trap');
    const { side, diagnostics } = await open('gone:openapi.yml');
    expect(side).toBeUndefined();
    expect(diagnostics[0]?.help).toBe('Write ./gone:openapi.yml if the file of that name is meant.');
    const other = await open('away:openapi.yml');
    expect(other.diagnostics[0]?.help ?? '').not.toContain('./');
    expect((await open('gone:openapi.yml', join(cwd, 'specs'))).diagnostics[0]?.help ?? '').not.toContain(
      './gone',
    );
  });

  test('files and URLs are read as they are', async () => {
    expect((await open('openapi.yml')).side).toEqual({
      label: 'openapi.yml',
      entry: 'openapi.yml',
      io: disk,
      local: true,
    });
    expect((await open('https://example.test/a.yml')).side).toEqual({
      label: 'https://example.test/a.yml',
      entry: 'https://example.test/a.yml',
      io: disk,
      local: false,
    });
    expect((await open('./main:openapi.yml')).side).toMatchObject({
      entry: './main:openapi.yml',
      local: true,
    });
  });

  describe('origin/main', () => {
    beforeEach(() => {
      git('remote', 'add', 'origin', cwd);
      git('update-ref', 'refs/remotes/origin/main', first);
    });

    test('is the branch of the remote, though a tag and a branch are called so', async () => {
      expect(await commitOf('origin/main', cwd)).toBe(first);
      git('tag', 'origin/main', second);
      git('branch', 'origin/main', second);
      expect(await commitOf('origin/main', cwd)).toBe(first);
      expect(await commitOf('origin/main~0', cwd)).toBe(first);
      expect(await commitOf('origin/main^0', cwd)).toBe(first);
      expect(await commitOf('origin/main@{0}', cwd)).toBe(first);
      expect(await textOf('origin/main:openapi.yml')).toBe('first');
    });

    test('is nothing else where the remote has no such branch', async () => {
      git('tag', 'origin/change', second);
      git('branch', 'origin/other', second);
      expect(await commitOf('origin/change', cwd)).toBeUndefined();
      expect(await commitOf('origin/other~0', cwd)).toBeUndefined();
      // Names that git would look for under refs/tags.
      git('update-ref', 'refs/tags/refs/remotes/origin/evil', second);
      expect(await commitOf('origin/evil', cwd)).toBeUndefined();
      expect((await open('origin/change:openapi.yml')).diagnostics.map(({ code }) => code)).toEqual([
        'revision-not-found',
      ]);
    });

    test('with more parts is the branch of that name', async () => {
      git('update-ref', 'refs/remotes/origin/feature/one', first);
      git('tag', 'origin/feature/one', second);
      expect(await commitOf('origin/feature/one', cwd)).toBe(first);
    });

    test('of what is no remote is a branch of this clone', async () => {
      git('branch', 'team/main', second);
      expect(await commitOf('team/main', cwd)).toBe(second);
      expect(await commitOf('main', cwd)).toBe(second);
      expect(await commitOf('gone', cwd)).toBeUndefined();
      expect(await commitOf('team/gone', cwd)).toBeUndefined();
      git('branch', 'origin', first);
      expect(await commitOf('refs/heads/origin', cwd)).toBe(first);
    });
  });

  test('a revision that is no commit is none', async () => {
    expect(await commitOf('main:specs', cwd)).toBeUndefined();
    expect(await commitOf('--git-dir', cwd)).toBeUndefined();
    expect(await commitOf('', cwd)).toBeUndefined();
  });

  test('output of git comes without white space around it, undefined when it fails', async () => {
    expect(await gitText(['rev-parse', 'HEAD'], cwd)).toBe(second);
    expect(await gitText(['rev-parse', '--verify', '--quiet', 'gone'], cwd)).toBeUndefined();
    expect(await gitText(['show-ref', '--no-such-option'], cwd)).toBeUndefined();
  });
});

test('outside of a repository a revision is refused with that reason', async () => {
  const scene = createScene();
  const home = join(scene.top, 'home');
  for (const label of ['main:openapi.yml', 'main:./openapi.yml']) {
    const { side, diagnostics } = await openSide(label, memoryIo({}), home);
    expect(side).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['not-a-repository']);
    expect(diagnostics[0]?.message).toContain(home);
  }
  expect(await commitOf('main', home)).toBeUndefined();
  expect(await commitOf('origin/main', home)).toBeUndefined();
});

test.skipIf(process.platform === 'win32')('a package is what npm packs of it', async () => {
  const scene = createScene();
  const PATH = process.env['PATH'] ?? '';
  scene.put('source/package/package.json', '{"name":"acme","version":"2.0.0"}');
  scene.put('source/package/openapi.documented.yml', 'openapi: 3.1.0\n');
  scene.put(
    'bin/npm',
    `#!/bin/sh\nfor last; do :; done\ntar -czf "$last/acme.tgz" -C '${scene.top}/source' package\n`,
  );
  chmodSync(join(scene.top, 'bin/npm'), 0o755);
  process.env['PATH'] = [join(scene.top, 'bin'), PATH].join(delimiter);
  try {
    const { side, diagnostics } = await openSide('npm:acme@2', memoryIo({}), join(scene.top, 'repository'));
    expect(diagnostics).toEqual([]);
    expect(side).toMatchObject({
      label: 'npm:acme@2',
      entry: 'openapi.documented.yml',
      local: false,
    });
    expect(await side?.io.readFile('openapi.documented.yml')).toMatchObject({ kind: 'bytes' });
  } finally {
    process.env['PATH'] = PATH;
  }
});
