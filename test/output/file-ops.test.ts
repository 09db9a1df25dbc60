/** Changes of the disk, one by one, in a folder of their own. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  diskOps,
  inTemporaryFolder,
  makeFolders,
  removeFile,
  replaceFile,
  writeInto,
  writeNewFile,
} from '../../generator/output/file-ops.ts';

let folder = '';
const at = (...names: readonly string[]): string => join(folder, ...names);
const text = (name: string): string => readFileSync(at(name), 'utf8');
const mode = (name: string): number => statSync(at(name)).mode & 0o777;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sdkwright-ops-'));
  writeFileSync(at('a'), 'é');
  mkdirSync(at('full'));
  writeFileSync(at('full', 'b'), 'b');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('what belongs to git is never touched', () => {
  const paths = (): readonly string[] => [
    at('.git'),
    at('.GIT', 'x'),
    at('x', '.git', 'y'),
    'a\\.git\\b',
    at('GIT~1'),
  ];
  it.each<[string, (path: string) => unknown]>([
    ['writeNew', (path) => diskOps.writeNew(path, '')],
    ['rename', (path) => diskOps.rename(at('a'), path)],
    ['unlink', (path) => diskOps.unlink(path)],
    ['makeFolder', (path) => diskOps.makeFolder(path)],
    ['removeTree', (path) => diskOps.removeTree(path)],
    ['writeNewFile', (path) => writeNewFile(path, '')],
    ['writeInto', (path) => writeInto(path, '')],
    ['replaceFile', (path) => replaceFile(at('a'), path)],
    ['removeFile', (path) => removeFile(path)],
  ])('%s', async (_, use) => {
    for (const path of paths()) await expect(async () => use(path)).rejects.toThrow(`${path} belongs to git`);
    expect(readdirSync(folder).filter((name) => /git/i.test(name))).toEqual([]);
  });

  it('makeFolders', () => {
    expect(() => makeFolders(at('.git', 'x'))).toThrow(`${at('.git')} belongs to git`);
    expect(readdirSync(folder)).toEqual(['a', 'full']);
  });

  it('names that are like it are', async () => {
    for (const name of ['git', '.gitignore', 'x.git', 'tilde~']) await diskOps.writeNew(at(name), name);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['git', '.gitignore', 'x.git', 'tilde~']));
  });
});

describe('files', () => {
  it('are read as text', async () => expect(await diskOps.readFile(at('a'))).toBe('é'));

  it.each<[string, (path: string, content: string, bits?: number) => unknown]>([
    ['writeNew', diskOps.writeNew],
    ['writeNewFile', (path, content, bits) => writeNewFile(path, content, bits)],
  ])('%s writes a file that is not there', async (_, write) => {
    await write(at('new'), 'x');
    await write(at('run'), 'y', 0o755);
    await write(at('read'), 'z', 0o400);
    expect([text('new'), text('run'), mode('new'), mode('run'), mode('read')]).toEqual([
      'x',
      'y',
      0o644,
      0o755,
      0o400,
    ]);
    await expect(async () => write(at('a'), 'x')).rejects.toMatchObject({ code: 'EEXIST' });
    expect(text('a')).toBe('é');
  });

  it('are written over, renamed and removed', async () => {
    writeInto(at('a'), 'b');
    expect(text('a')).toBe('b');
    await diskOps.rename(at('a'), at('c'));
    replaceFile(at('c'), at('d'));
    expect([existsSync(at('a')), existsSync(at('c')), text('d')]).toEqual([false, false, 'b']);
    await diskOps.unlink(at('d'));
    expect(existsSync(at('d'))).toBe(false);
    await expect(diskOps.unlink(at('d'))).rejects.toMatchObject({ code: 'ENOENT' });
    writeFileSync(at('e'), '');
    removeFile(at('e'));
    removeFile(at('e'));
    expect(existsSync(at('e'))).toBe(false);
  });

  it('are linked, and never over another', async () => {
    await diskOps.duplicate(at('a'), at('b'));
    expect([text('b'), lstatSync(at('a')).ino === lstatSync(at('b')).ino]).toEqual(['é', true]);
    writeFileSync(at('c'), 'c');
    await expect(diskOps.duplicate(at('a'), at('c'))).rejects.toMatchObject({
      code: 'EEXIST',
      syscall: 'link',
    });
    expect(text('c')).toBe('c');
  });

  it('are copied where no link can be made', async () => {
    await expect(diskOps.duplicate(at('lost'), at('d'))).rejects.toMatchObject({
      code: 'ENOENT',
      syscall: 'copyfile',
    });
  });

  it('are the same or not', async () => {
    await diskOps.duplicate(at('a'), at('b'));
    writeFileSync(at('c'), 'é');
    expect([await diskOps.isSameFile(at('a'), at('b')), await diskOps.isSameFile(at('a'), at('c'))]).toEqual([
      true,
      false,
    ]);
  });

  it('are there or not', async () => {
    symlinkSync(at('lost'), at('dangling'));
    const asked = [at('a'), at('full'), at('lost'), at('a', 'b'), at('dangling'), 'a\0'];
    expect(await Promise.all(asked.map(diskOps.exists))).toEqual([true, true, false, false, true, false]);
  });
});

describe('folders', () => {
  it('are made and removed', async () => {
    await diskOps.makeFolder(at('x'));
    await expect(diskOps.makeFolder(at('x'))).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(diskOps.makeFolder(at('y', 'z'))).rejects.toMatchObject({ code: 'ENOENT' });
    await diskOps.removeFolder(at('x'));
    await expect(diskOps.removeFolder(at('full'))).rejects.toMatchObject({ code: 'ENOTEMPTY' });
    await diskOps.removeTree(at('full'));
    await diskOps.removeTree(at('full'));
    expect(readdirSync(folder)).toEqual(['a']);
  });

  it('are made with those around them', () => {
    makeFolders(at('x', 'y', 'z'));
    makeFolders(at('x', 'y', 'z'));
    makeFolders('/');
    expect(statSync(at('x', 'y', 'z')).isDirectory()).toBe(true);
    expect(() => makeFolders(at('a', 'b'))).toThrow('ENOTDIR');
  });

  it('for a time are removed, whatever is in them', async () => {
    let used = '';
    const result = await inTemporaryFolder('test', async (given) => {
      used = given;
      mkdirSync(join(given, 'x'));
      writeFileSync(join(given, 'x', 'y'), '');
      return 5;
    });
    expect([result, dirname(used), basename(used).startsWith('sdkwright-test-'), existsSync(used)]).toEqual([
      5,
      tmpdir(),
      true,
      false,
    ]);
    const failed = inTemporaryFolder('test', async (given) => {
      used = given;
      rmSync(given, { recursive: true });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(existsSync(used)).toBe(false);
  });
});
