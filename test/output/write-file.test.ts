/** Single files: replaced whole or not at all. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as fileOps from '../../generator/output/file-ops.ts';
import { pathObstacle, writeFiles } from '../../generator/output/write-file.ts';

vi.mock(import('../../generator/output/file-ops.ts'), async (original) => ({ ...(await original()) }));

let folder = '';
const at = (path: string): string => join(folder, path);
const read = (path: string): string => readFileSync(at(path), 'utf8');
const files = (): readonly string[] => readdirSync(folder, { recursive: true }).map(String).sort();
beforeEach(() => void (folder = realpathSync(mkdtempSync(join(tmpdir(), 'sdkwright-write-')))));
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const codes = (diagnostics: readonly { readonly code: string; readonly message: string }[]) =>
  diagnostics.map(({ code, message }) => `${code}: ${message}`);

test('files are made with their folders, and replaced', () => {
  writeFileSync(at('old'), 'old');
  const found = writeFiles(folder, [
    { path: 'a/b/new', text: 'new' },
    { path: 'old', text: 'changed' },
    { path: at('absolute'), text: 'absolute' },
  ]);
  expect(found).toEqual([]);
  expect([read('a/b/new'), read('old'), read('absolute')]).toEqual(['new', 'changed', 'absolute']);
  expect(files()).toEqual(['a', 'a/b', 'a/b/new', 'absolute', 'old']);
});

test.skipIf(process.platform === 'win32')(
  'a file keeps its permissions, and who reads it reads it whole',
  () => {
    writeFileSync(at('script'), 'old');
    chmodSync(at('script'), 0o751);
    const { ino } = statSync(at('script'));
    writeFiles(folder, [{ path: 'script', text: 'new' }]);
    expect(statSync(at('script')).mode & 0o777).toBe(0o751);
    // Another file has taken its place; nobody has seen half of it.
    expect(statSync(at('script')).ino).not.toBe(ino);
  },
);

test.skipIf(process.platform === 'win32')('what is no file is written into', () => {
  // Outside of every project a link is the user's own.
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'sdkwright-home-')));
  try {
    writeFileSync(join(home, 'target'), 'old');
    symlinkSync('target', join(home, 'link'));
    expect(writeFiles(folder, [{ path: join(home, 'link'), text: 'new' }])).toEqual([]);
    expect(readFileSync(join(home, 'target'), 'utf8')).toBe('new');
    expect(readdirSync(home).sort()).toEqual(['link', 'target']);
    expect(writeFiles(folder, [{ path: '/dev/null', text: 'new' }])).toEqual([]);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});

describe('where one file cannot be written, none is', () => {
  const rest = [
    { path: 'first', text: 'new' },
    { path: 'more/second', text: 'new' },
  ];
  const refused = (path: string): readonly string[] => {
    writeFileSync(at('first'), 'old');
    const before = files();
    const found = codes(writeFiles(folder, [rest[0] ?? { path: '', text: '' }, { path, text: 'x' }]));
    expect([read('first'), files()]).toEqual(['old', before]);
    return found;
  };

  test('because it lies in .git', () => {
    expect(refused('.git/config')).toEqual([expect.stringMatching(/^output-git: .*\.git\/config/)]);
    expect(refused(at('.git/config'))).toEqual([expect.stringMatching(/^output-git: .*\.git\/config/)]);
  });

  test.skipIf(process.platform === 'win32')('because a link lies on the way', () => {
    mkdirSync(at('real'));
    symlinkSync('real', at('link'));
    expect(refused('link/file')).toEqual([
      'output-symlink: link is a symbolic link; link/file is not written through it.',
    ]);
    expect(readdirSync(at('real'))).toEqual([]);
  });

  test('because a file is in the way of its folder', () => {
    writeFileSync(at('file'), '');
    expect(refused('file/below')).toEqual([expect.stringMatching(/^file-not-written: .*file\/below.*E/)]);
  });

  test('because the disk refuses the second of them', () => {
    writeFileSync(at('first'), 'old');
    const write = fileOps.writeNewFile;
    vi.spyOn(fileOps, 'writeNewFile').mockImplementation((path, text, mode) => {
      if (path.includes('second')) {
        write(path, text.slice(0, 1), mode);
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      }
      write(path, text, mode);
    });
    expect(codes(writeFiles(folder, rest))).toEqual([
      expect.stringMatching(/^file-not-written: .*more\/second.*ENOSPC/),
    ]);
    expect([read('first'), files()]).toEqual(['old', ['first', 'more']]);
  });

  test('and a draft that cannot be removed hides no fault', () => {
    vi.spyOn(fileOps, 'replaceFile').mockImplementation(() => {
      throw Object.assign(new Error('no'), { code: 'EPERM' });
    });
    vi.spyOn(fileOps, 'removeFile').mockImplementation(() => {
      throw new Error('no either');
    });
    expect(codes(writeFiles(folder, rest))).toEqual([expect.stringMatching(/^file-not-written: .*EPERM/)]);
  });
});

test('all that is wrong is told at once', () => {
  const found = writeFiles(folder, [
    { path: '.git/a', text: '' },
    { path: 'fine', text: '' },
    { path: 'x/.git', text: '' },
  ]);
  expect(found.map(({ code }) => code)).toEqual(['output-git', 'output-git']);
  expect(files()).toEqual([]);
});

test('a path is shown as the user would write it', () => {
  const shown = (path: string, from = folder): string => pathObstacle(from, path)?.message ?? '';
  expect(shown('a/../.git/x')).toContain('.git/x');
  expect(shown('a/../.git/x')).not.toContain('a/..');
  mkdirSync(at('work'));
  expect(shown('../.git/x', at('work'))).toContain('../.git/x');
  expect(shown(at('.git/x'))).not.toContain(folder);
  expect(shown(at('.git/x'), at('work'))).toContain(at('.git/x'));
  mkdirSync(at('.git'));
  expect(shown('.', at('.git'))).toMatch(/^Nothing is written to \.:/);
  expect(pathObstacle(folder, 'fine')).toBeUndefined();
});
