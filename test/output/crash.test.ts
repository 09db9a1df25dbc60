/** Whatever fails, and whenever: the folder is as it was, or as planned. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FileOps, diskOps } from '../../generator/output/file-ops.ts';
import { createOutput, lines } from './support.ts';

const OLD = { 'README.md': '# one\n', 'src/a.ts': lines(10), 'src/gone/b.ts': lines(5) };
const NEW = { 'README.md': '# two\n', 'src/a.ts': lines(10, { 8: 'new' }), 'src/deep/er/c.ts': 'c\n' };
const EDITED = lines(10, { 2: 'edited' });

/**
 * Operations of which the one numbered `at` fails, or with `dies` that one and all later ones, as when the
 * process is killed.
 */
function failing(at: number, { dies }: { readonly dies: boolean }) {
  let count = 0;
  const guard =
    <A extends readonly unknown[], R>(operation: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      count += 1;
      if (count === at || (dies && count > at))
        throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
      return operation(...args);
    };
  const ops: FileOps = {
    readFile: guard(diskOps.readFile),
    writeNew: guard(diskOps.writeNew),
    rename: guard(diskOps.rename),
    duplicate: guard(diskOps.duplicate),
    unlink: guard(diskOps.unlink),
    makeFolder: guard(diskOps.makeFolder),
    removeFolder: guard(diskOps.removeFolder),
    removeTree: guard(diskOps.removeTree),
    exists: guard(diskOps.exists),
    isSameFile: guard(diskOps.isSameFile),
  };
  return { ops, count: () => count };
}

async function prepare(isFirst: boolean) {
  const out = createOutput();
  if (!isFirst) {
    await out.run(OLD);
    out.write('src/a.ts', EDITED);
    out.write('src/notes.txt', 'mine\n');
  }
  return out;
}

const AFTER = {
  'README.md': '# two\n',
  'src/a.ts': lines(10, { 2: 'edited', 8: 'new' }),
  'src/deep/er/c.ts': 'c\n',
  'src/notes.txt': 'mine\n',
};

async function countOperations(isFirst: boolean): Promise<number> {
  const counter = failing(Number.POSITIVE_INFINITY, { dies: false });
  expect((await (await prepare(isFirst)).run(NEW, { ops: counter.ops })).codes).toEqual([]);
  return counter.count();
}

describe.each([
  ['the first run', true],
  ['a later run', false],
])('%s', (_title, isFirst) => {
  it('that fails at any one operation puts everything back', async () => {
    const total = await countOperations(isFirst);
    expect(total).toBeGreaterThan(20);
    for (let at = 1; at <= total; at++) {
      const out = await prepare(isFirst);
      const before = out.files(true);
      const run = await out.run(NEW, { ops: failing(at, { dies: false }).ops });
      if (run.isOk) expect(out.files(), `operation ${at}`).toEqual(isFirst ? NEW : AFTER);
      else {
        expect(run.codes, `operation ${at}`).toEqual(['output-write-failed']);
        expect(out.files(true), `operation ${at}`).toEqual(before);
        expect(existsSync(join(out.dir, 'src/deep'))).toBe(false);
        if (isFirst) expect(existsSync(out.dir), `operation ${at}`).toBe(false);
      }
      expect((await out.run(NEW)).isOk).toBe(true);
      expect(out.files(), `operation ${at}`).toEqual(isFirst ? NEW : AFTER);
    }
  });

  it('that is killed at any operation is undone by the next', async () => {
    const total = await countOperations(isFirst);
    let recovered = 0;
    for (let at = 1; at <= total; at++) {
      const out = await prepare(isFirst);
      const before = out.files();
      // The lock names this process, which a later run in the test still is; another machine's run would be
      // refused.
      await out.run(NEW, { ops: failing(at, { dies: true }).ops });
      if (existsSync(join(out.dir, '.sdkwright/lock')))
        writeFileSync(join(out.dir, '.sdkwright/lock'), '99 test\n');
      const next = await out.run({}, { dryRun: true });
      if (next.codes.includes('output-recovered')) {
        recovered += 1;
        expect(out.files(), `operation ${at}`).toEqual(before);
      }
      expect((await out.run(NEW)).isOk, `operation ${at}`).toBe(true);
      expect(out.files(), `operation ${at}`).toEqual(isFirst ? NEW : AFTER);
      expect(Object.keys(out.files(true)).filter((path) => path.startsWith('.sdkwright/'))).toEqual([
        '.sdkwright/lines',
        '.sdkwright/manifest.json',
      ]);
    }
    expect(recovered).toBeGreaterThan(3);
  });

  it('that is interrupted at any operation puts everything back', async () => {
    const total = await countOperations(isFirst);
    let interrupted = 0;
    for (let at = 1; at <= total; at++) {
      const out = await prepare(isFirst);
      const before = out.files(true);
      const controller = new AbortController();
      let count = 0;
      const ops = Object.fromEntries(
        Object.entries(diskOps).map(([name, operation]) => [
          name,
          (...args: readonly never[]) => {
            count += 1;
            if (count === at) controller.abort();
            return (operation as (...all: readonly never[]) => unknown)(...args);
          },
        ]),
      ) as unknown as FileOps;
      const run = await out.run(NEW, { ops, signal: controller.signal });
      if (run.isOk) continue;
      interrupted += 1;
      expect(run.codes).toEqual(['output-interrupted']);
      expect(out.files(true), `operation ${at}`).toEqual(before);
    }
    expect(interrupted).toBeGreaterThan(10);
  });
});

describe('two runs at once', () => {
  it('the second one waits for nobody: it is told', async () => {
    const out = await prepare(false);
    out.write('.sdkwright/lock', '7 test\n');
    expect((await out.run(NEW)).diagnostics.map((one) => one.message)).toEqual([
      'Another run is writing to this output (process 7).',
    ]);
    out.write('.sdkwright/lock', '99 elsewhere\n');
    expect((await out.run(NEW)).codes).toEqual(['output-locked']);
    expect(out.read('README.md')).toBe('# one\n');
  });

  it('a lock of a process that has ended is taken over', async () => {
    const out = await prepare(false);
    out.write('.sdkwright/lock', '99 test\n');
    expect((await out.run(NEW)).codes).toEqual([]);
    expect(existsSync(join(out.dir, '.sdkwright/lock'))).toBe(false);
  });

  it.each(['', '9', '99 te'])('a lock that a full disk cut off after %j is taken over', async (text) => {
    const out = await prepare(false);
    out.write('.sdkwright/lock', text);
    out.write('.sdkwright/tmp/old1', 'left in the clean-up\n');
    expect((await out.run(NEW)).codes).toEqual([]);
    expect(existsSync(join(out.dir, '.sdkwright/lock'))).toBe(false);
    expect(existsSync(join(out.dir, '.sdkwright/tmp'))).toBe(false);
  });

  it('a plan is not carried out over changes that it does not know', async () => {
    const out = await prepare(false);
    const run = await out.run(NEW, {
      between: () => out.write('src/a.ts', 'saved in the editor just now\n'),
    });
    expect(run.diagnostics.map((one) => one.message)).toEqual(['The file src/a.ts changed during the run.']);
    expect(out.read('README.md')).toBe('# one\n');
    const other = await prepare(false);
    expect(
      (await other.run(NEW, { between: () => other.write('src/deep/er/c.ts', 'mine\n') })).codes,
    ).toEqual(['output-moved']);
  });
});
