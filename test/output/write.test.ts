import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isClean } from '../../generator/output/plan-write.ts';
import { createOutput, lines } from './support.ts';

const TREE = { 'README.md': '# one\n', 'src/a.ts': lines(10), 'src/deep/b.ts': lines(5) };

describe('a run', () => {
  it('creates, changes and deletes what it owns, and nothing else', async () => {
    const out = createOutput();
    out.write('src/lib/mine.ts', 'mine\n');
    expect((await out.run(TREE)).summary).toEqual({
      create: ['README.md', 'src/a.ts', 'src/deep/b.ts'],
      change: [],
      delete: [],
      merged: [],
      conflicts: [],
      edited: [],
    });
    out.write('src/deep/notes.txt', 'mine\n');
    const second = await out.run({
      'README.md': '# one\n',
      'src/a.ts': lines(10, { 3: 'new' }),
      'src/c.ts': 'c\n',
    });
    expect(second.summary).toMatchObject({
      create: ['src/c.ts'],
      change: ['src/a.ts'],
      delete: ['src/deep/b.ts'],
    });
    expect(out.files()).toEqual({
      'README.md': '# one\n',
      'src/a.ts': lines(10, { 3: 'new' }),
      'src/c.ts': 'c\n',
      'src/deep/notes.txt': 'mine\n',
      'src/lib/mine.ts': 'mine\n',
    });
    await out.run({});
    expect(out.files()).toEqual({ 'src/deep/notes.txt': 'mine\n', 'src/lib/mine.ts': 'mine\n' });
  });

  it('removes folders that it emptied', async () => {
    const out = createOutput();
    await out.run(TREE);
    await out.run({ 'README.md': '# one\n' });
    expect(existsSync(join(out.dir, 'src'))).toBe(false);
  });

  it('writes nothing when nothing changed', async () => {
    const out = createOutput();
    await out.run(TREE);
    const times = () =>
      Object.keys(out.files(true)).map((path) => [
        path,
        statSync(join(out.dir, path)).mtimeMs,
        statSync(join(out.dir, path)).ino,
      ]);
    const before = times();
    const folderTime = statSync(join(out.dir, '.sdkwright')).mtimeMs;
    const second = await out.run(TREE);
    expect(second.plan && isClean(second.plan)).toBe(true);
    expect(times()).toEqual(before);
    expect(statSync(join(out.dir, '.sdkwright')).mtimeMs).toBe(folderTime);
  });

  it.each(['merge', 'refuse', 'overwrite'] as const)(
    'makes a file once and leaves it to its owner then (%s)',
    async (customCode) => {
      const out = createOutput();
      const options = { customCode, once: ['CHANGELOG.md'] };
      await out.run({ 'CHANGELOG.md': '# Changelog\n' }, options);
      out.write('CHANGELOG.md', '# What we did\n');
      for (const text of ['# Changelog\n', '# Another beginning\n'])
        expect((await out.run({ 'CHANGELOG.md': text }, options)).isOk).toBe(true);
      expect(out.files()).toEqual({ 'CHANGELOG.md': '# What we did\n' });
    },
  );

  it('takes a file that is made once as it finds it', async () => {
    const out = createOutput();
    out.write('CHANGELOG.md', '# Of old\n');
    const run = await out.run({ 'CHANGELOG.md': '# Changelog\n', 'a.ts': 'a\n' }, { once: ['CHANGELOG.md'] });
    expect([run.isOk, out.files()]).toEqual([true, { 'CHANGELOG.md': '# Of old\n', 'a.ts': 'a\n' }]);
  });

  it('plans without touching anything', async () => {
    const out = createOutput();
    await out.run(TREE);
    const before = out.files(true);
    const plan = await out.run({ ...TREE, 'src/a.ts': 'x\n' }, { dryRun: true });
    expect(plan.summary?.change).toEqual(['src/a.ts']);
    expect(out.files(true)).toEqual(before);
  });

  it('keeps the mode of a file and puts a missing one back', async () => {
    const out = createOutput();
    await out.run(TREE);
    chmodSync(join(out.dir, 'src/a.ts'), 0o755);
    rmSync(join(out.dir, 'README.md'));
    const run = await out.run({ ...TREE, 'src/a.ts': 'x\n' });
    expect(run.summary).toMatchObject({ create: ['README.md'], change: ['src/a.ts'] });
    expect(statSync(join(out.dir, 'src/a.ts')).mode & 0o777).toBe(0o755);
  });

  it('records versions and hashes, one line per file', async () => {
    const out = createOutput();
    await out.run(
      { 'a.ts': 'a\n\nb\nc\n' },
      { stamp: { generator: '1.2.3', view: 1, spec: 'S', config: 'C', templates: 'T' } },
    );
    expect(out.read('.sdkwright/manifest.json')).toBe(`{
  "format": 1,
  "generator": "1.2.3",
  "view": 1,
  "templates": "T",
  "spec": "S",
  "config": "C",
  "files": {
    "a.ts": "w_BUYoVEiY_9jyEXf7HvNl"
  }
}
`);
    expect(out.read('.sdkwright/lines')).toBe('@ w_BUYoVEiY_9jyEXf7HvNl a.ts\nzGLga\nyIGxCR-VrG\n.\n');
    expect(Object.keys(out.files(true))).toEqual(['.sdkwright/lines', '.sdkwright/manifest.json', 'a.ts']);
  });
});

describe('edits in generated files', () => {
  it('are merged with what is new', async () => {
    const out = createOutput();
    await out.run(TREE);
    out.write('src/a.ts', lines(10, { 2: 'edited' }));
    const run = await out.run({ ...TREE, 'src/a.ts': lines(10, { 8: 'generated' }) });
    expect(run.summary).toMatchObject({ change: ['src/a.ts'], merged: ['src/a.ts'], conflicts: [] });
    expect(out.read('src/a.ts')).toBe(lines(10, { 2: 'edited', 8: 'generated' }));
  });

  it('stay as they are when nothing is new', async () => {
    const out = createOutput();
    await out.run(TREE);
    out.write('src/a.ts', lines(10, { 2: 'edited' }));
    const run = await out.run(TREE);
    expect([run.summary?.edited, run.plan && isClean(run.plan)]).toEqual([['src/a.ts'], true]);
    expect(out.read('src/a.ts')).toBe(lines(10, { 2: 'edited' }));
  });

  it('that the generator made as well are no edits any more', async () => {
    const out = createOutput();
    await out.run(TREE);
    out.write('src/a.ts', lines(10, { 2: 'same' }));
    const run = await out.run({ ...TREE, 'src/a.ts': lines(10, { 2: 'same' }) });
    expect(run.summary).toMatchObject({ change: [], edited: [] });
    expect((await out.run({ ...TREE, 'src/a.ts': lines(10, { 5: 'x' }) })).summary).toMatchObject({
      change: ['src/a.ts'],
      merged: [],
    });
    expect(out.read('src/a.ts')).toBe(lines(10, { 5: 'x' }));
  });

  it('of the same lines leave both versions between markers, and are said until they are resolved', async () => {
    const out = createOutput();
    await out.run(TREE);
    out.write('src/a.ts', lines(10, { 2: 'edited', 9: 'kept' }));
    const next = { ...TREE, 'src/a.ts': lines(10, { 2: 'generated' }), 'README.md': '# two\n' };
    const run = await out.run(next);
    expect(run.codes).toEqual(['output-conflict']);
    expect(run.summary?.conflicts).toEqual([{ path: 'src/a.ts', count: 1 }]);
    const marked = lines(10, {
      2: '<<<<<<< yours\nedited\n=======\ngenerated\n>>>>>>> generated',
      9: 'kept',
    });
    expect(out.read('src/a.ts')).toBe(marked);
    expect(out.read('README.md')).toBe('# two\n');

    expect((await out.run(next)).codes).toEqual(['output-conflict-open']);
    const later = { ...next, 'src/a.ts': lines(10, { 2: 'generated', 5: 'later' }) };
    expect((await out.run(later)).codes).toEqual(['output-conflict-open']);
    expect(out.read('src/a.ts')).toBe(marked);

    out.write('src/a.ts', lines(10, { 2: 'both', 9: 'kept' }));
    expect((await out.run(later)).codes).toEqual([]);
    expect(out.read('src/a.ts')).toBe(lines(10, { 2: 'both', 5: 'later', 9: 'kept' }));
  });

  it('are refused or overwritten when the config says so', async () => {
    const out = createOutput();
    await out.run(TREE);
    const edited = lines(10, { 2: 'edited' });
    out.write('src/a.ts', edited);
    expect((await out.run(TREE, { customCode: 'refuse' })).codes).toEqual(['output-edited']);
    expect((await out.run({ 'README.md': 'x\n' }, { customCode: 'refuse' })).codes).toEqual([
      'output-edited',
    ]);
    expect(out.read('src/a.ts')).toBe(edited);
    const run = await out.run(TREE, { customCode: 'overwrite' });
    expect([run.codes, run.summary?.change]).toEqual([[], ['src/a.ts']]);
    expect(out.read('src/a.ts')).toBe(lines(10));
  });

  it('save a file from deletion', async () => {
    const out = createOutput();
    await out.run(TREE);
    out.write('src/deep/b.ts', 'edited\n');
    const { 'src/deep/b.ts': _gone, ...rest } = TREE;
    expect((await out.run(rest)).codes).toEqual(['output-edited-left']);
    expect(out.read('src/deep/b.ts')).toBe('edited\n');
    expect((await out.run(rest)).codes).toEqual([]);
    expect((await out.run(TREE)).codes).toEqual(['output-not-owned']);
  });

  it('merge without the records as far as both sides agree', async () => {
    const out = createOutput();
    await out.run(TREE);
    out.write('src/a.ts', `${lines(10)}mine\n`);
    rmSync(join(out.dir, '.sdkwright/lines'));
    const run = await out.run({ ...TREE, 'src/a.ts': `first\n${lines(10)}` });
    expect(run.codes).toEqual(['output-base-unknown']);
    expect(out.read('src/a.ts')).toBe(`first\n${lines(10)}mine\n`);
  });
});

describe('CRLF checkouts', () => {
  it('are no edits, and keep their line ends', async () => {
    const out = createOutput();
    await out.run(TREE);
    for (const [path, text] of Object.entries(out.files(true)))
      out.write(path, text.replaceAll('\n', '\r\n'));
    const same = await out.run(TREE);
    expect([same.codes, same.plan && isClean(same.plan), same.plan?.records]).toEqual([[], true, []]);
    out.write('src/a.ts', lines(10, { 2: 'edited' }).replaceAll('\n', '\r\n'));
    const run = await out.run({ ...TREE, 'src/a.ts': lines(10, { 8: 'new' }), 'README.md': '# two\n' });
    expect(run.codes).toEqual([]);
    expect(out.read('src/a.ts')).toBe(lines(10, { 2: 'edited', 8: 'new' }).replaceAll('\n', '\r\n'));
    expect(out.read('README.md')).toBe('# two\r\n');
  });
});

describe('obstacles: said, and nothing written', () => {
  const expectUntouched = async (
    out: ReturnType<typeof createOutput>,
    code: string,
    tree: Readonly<Record<string, string>> = { ...TREE, 'README.md': 'changed\n', 'src/a.ts': 'changed\n' },
  ) => {
    const before = out.files(true);
    expect((await out.run(tree)).codes).toEqual([code]);
    expect(out.files(true)).toEqual(before);
  };

  it('a file that is not ours', async () => {
    const out = createOutput();
    out.write('README.md', 'mine\n');
    await expectUntouched(out, 'output-not-owned');
  });

  it('a file with exactly the wanted text is taken over', async () => {
    const out = createOutput();
    out.write('README.md', '# one\n');
    expect((await out.run(TREE)).summary?.create).toEqual(['src/a.ts', 'src/deep/b.ts']);
    expect((await out.run({ ...TREE, 'README.md': 'two\n' })).summary?.change).toEqual(['README.md']);
  });

  it('a folder in place of a file, a file in place of a folder', async () => {
    const out = createOutput();
    mkdirSync(join(out.dir, 'README.md'), { recursive: true });
    await expectUntouched(out, 'output-path-folder');
    const other = createOutput();
    other.write('src', 'a file\n');
    await expectUntouched(other, 'output-path-file', { 'src/a.ts': 'a\n' });
  });

  it('a read-only file', async () => {
    const out = createOutput();
    await out.run(TREE);
    chmodSync(join(out.dir, 'src/a.ts'), 0o444);
    await expectUntouched(out, 'output-read-only');
    await expectUntouched(out, 'output-read-only', { 'README.md': '# one\n', 'src/deep/b.ts': lines(5) });
    expect((await out.run({ ...TREE, 'README.md': 'changed\n' })).codes).toEqual([]);
  });

  it('links, to files and to folders, which are never followed', async () => {
    const out = createOutput();
    await out.run(TREE);
    const outside = join(out.top, 'outside.txt');
    writeFileSync(outside, lines(10));
    rmSync(join(out.dir, 'src/a.ts'));
    symlinkSync(outside, join(out.dir, 'src/a.ts'));
    expect((await out.run({ ...TREE, 'src/a.ts': 'changed\n' })).codes).toEqual(['output-symlink']);
    expect((await out.run({})).codes).toEqual(['output-symlink']);
    expect(readFileSync(outside, 'utf8')).toBe(lines(10));
    expect(lstatSync(join(out.dir, 'src/a.ts')).isSymbolicLink()).toBe(true);

    const other = createOutput();
    mkdirSync(join(other.top, 'elsewhere'));
    mkdirSync(other.dir);
    symlinkSync(join(other.top, 'elsewhere'), join(other.dir, 'src'));
    expect((await other.run(TREE)).codes).toEqual(['output-symlink', 'output-symlink']);
    symlinkSync(join(other.top, 'elsewhere'), join(other.dir, '.sdkwright'));
    expect((await other.run({ a: '' })).codes).toEqual(['output-symlink']);
  });

  it('an output folder that is a link itself is fine', async () => {
    const out = createOutput();
    mkdirSync(join(out.top, 'real'));
    symlinkSync(join(out.top, 'real'), out.dir);
    expect((await out.run(TREE)).isOk).toBe(true);
    expect(readFileSync(join(out.top, 'real/README.md'), 'utf8')).toBe('# one\n');
  });

  it('a file that is not text', async () => {
    const out = createOutput();
    await out.run(TREE);
    writeFileSync(join(out.dir, 'src/a.ts'), new Uint8Array([0xff, 0xfe, 0]));
    const run = await out.run(TREE);
    expect(run.diagnostics.map((one) => `${one.code}: ${one.message}`)).toEqual([
      'output-not-read: src/a.ts could not be read: it is not UTF-8 text.',
    ]);
  });

  it.each([
    ['a newer one', '{ "format": 2, "files": {} }', 'manifest-newer'],
    ['half of one', '{ "format": 1, "fi', 'manifest-broken'],
    ['another JSON', '[]', 'manifest-broken'],
    [
      'one that names files outside',
      '{ "format": 1, "files": { "../outside.txt": "EfTf7xnOZf_1QfLXijF4lw" } }',
      'manifest-broken',
    ],
    [
      'one that names the hand-written folder',
      '{ "format": 1, "files": { "src/lib/mine.ts": "EfTf7xnOZf_1QfLXijF4lw" } }',
      'manifest-broken',
    ],
    ['one with other entries', '{ "format": 1, "files": { "a": 1 } }', 'manifest-broken'],
  ])('a manifest: %s', async (_title, text, code) => {
    const out = createOutput();
    await out.run(TREE);
    out.write('.sdkwright/manifest.json', text);
    await expectUntouched(out, code);
  });
});
