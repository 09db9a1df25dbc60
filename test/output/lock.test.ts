/** Who may work on a folder, told by a lock file and the processes of a machine. */
import { describe, expect, test } from 'vitest';
import type { FileOps } from '../../generator/output/file-ops.ts';
import { type Host, takeLock } from '../../generator/output/lock.ts';

const LOCK = '/out/.sdkwright/lock';
const fault = (code: string): Error => Object.assign(new Error(code), { code });

/** A disk in memory with the lock on it, perhaps. */
function disk(text?: string) {
  const files = new Map(text === undefined ? [] : [[LOCK, text]]);
  const ops = {
    readFile: async (path: string): Promise<string> => {
      const found = files.get(path);
      if (found === undefined) throw fault('ENOENT');
      return found;
    },
    writeNew: async (path: string, content: string): Promise<void> => {
      if (files.has(path)) throw fault('EEXIST');
      files.set(path, content);
    },
    unlink: async (path: string): Promise<void> => {
      if (!files.delete(path)) throw fault('ENOENT');
    },
  };
  return { files, ops };
}

const host = (running: readonly number[] = []): Host => ({
  pid: 7,
  name: 'here',
  isRunning: (pid) => running.includes(pid),
});
const take = (ops: object, running?: readonly number[]) =>
  takeLock('/out', host(running), ops as unknown as FileOps);

test('a free folder is taken, and given back', async () => {
  const { files, ops } = disk();
  const { value, diagnostics } = await take(ops);
  expect([files.get(LOCK), diagnostics]).toEqual(['7 here\n', []]);
  await value?.();
  expect(files.size).toBe(0);
});

describe('a folder with a lock', () => {
  test.each([
    ['of a process that runs', '8 here\n', [8]],
    ['of a process with a long number', '48123 here\n', [48123]],
    ['of another machine', '8 there\n', []],
    ['of another machine, with a process of that number here', '8 there\n', [8]],
  ])('%s is not taken', async (_name, text, running) => {
    const { files, ops } = disk(text);
    const { value, diagnostics } = await take(ops, running);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['output-locked']);
    expect(diagnostics[0]?.message).toContain(text.split(' ')[0]);
    expect(`${diagnostics[0]?.message} ${diagnostics[0]?.help}`).toContain('.sdkwright/lock');
    expect(files.get(LOCK)).toBe(text);
  });

  test.each([
    ['of a process that has ended', '8 here\n'],
    ['that was never filled', ''],
    ['that was not filled to its end', '8 he'],
    ['that was cut before its line ended', '8 here'],
  ])('%s is taken', async (_name, text) => {
    const { files, ops } = disk(text);
    const { value } = await take(ops, text.endsWith('\n') ? [] : [8]);
    expect(value).toBeDefined();
    expect(files.get(LOCK)).toBe('7 here\n');
  });

  test('that is filled a moment later is not taken', async () => {
    const { files, ops } = disk('');
    setTimeout(() => files.set(LOCK, '8 here\n'), 20);
    const { value, diagnostics } = await take(ops, [8]);
    expect([value, diagnostics.map(({ code }) => code)]).toEqual([undefined, ['output-locked']]);
    expect(files.get(LOCK)).toBe('8 here\n');
  });

  test('that a third run takes first is not taken', async () => {
    const { ops } = disk('8 here\n');
    let count = 0;
    const raced = {
      ...ops,
      unlink: async (path: string) => {
        count += 1;
        await ops.unlink(path);
        await ops.writeNew(path, '9 here\n');
      },
    };
    const { value, diagnostics } = await take(raced, [9]);
    expect([value, count, diagnostics.map(({ code }) => code)]).toEqual([undefined, 1, ['output-locked']]);
    expect(diagnostics[0]?.message).toContain('9');
  });

  test('that another run has removed meanwhile is taken', async () => {
    const { files, ops } = disk('8 here\n');
    const gone = {
      ...ops,
      unlink: async (path: string) => {
        await ops.unlink(path);
        throw fault('ENOENT');
      },
    };
    expect((await take(gone)).value).toBeDefined();
    expect(files.get(LOCK)).toBe('7 here\n');
  });

  test('of a dead run that cannot be removed is not taken, and the run ends', async () => {
    const { ops } = disk('8 here\n');
    const stuck = { ...ops, unlink: () => Promise.reject(fault('EPERM')) };
    expect((await take(stuck)).diagnostics.map(({ code }) => code)).toEqual(['output-locked']);
  });

  test('of anybody with anything in it names no process', async () => {
    const { ops } = disk('<script> there\n');
    const { diagnostics } = await take(ops);
    expect(diagnostics[0]?.message).toContain('unknown');
    expect(diagnostics[0]?.message).not.toContain('script');
    const more = disk('12x there\n');
    expect((await take(more.ops)).diagnostics[0]?.message).toContain('unknown');
    const before = disk('x12 there\n');
    expect((await take(before.ops)).diagnostics[0]?.message).toContain('unknown');
  });
});

describe('a disk that fails', () => {
  const failing = (code: string, left?: string) => {
    const { files, ops } = disk();
    const broken = {
      ...ops,
      writeNew: async (path: string) => {
        if (left !== undefined) files.set(path, left);
        throw fault(code);
      },
    };
    return { files, taken: take(broken) };
  };

  test.each(['ENOSPC', 'EDQUOT', 'EIO'])('%s leaves no lock behind', async (code) => {
    for (const left of ['', '7 he', undefined]) {
      const { files, taken } = failing(code, left);
      await expect(taken).rejects.toMatchObject({ code });
      expect(files.size).toBe(0);
    }
  });

  test('leaves the lock of another run alone', async () => {
    const { files, taken } = failing('ENOSPC', '8 here\n');
    await expect(taken).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(files.get(LOCK)).toBe('8 here\n');
    const other = failing('EACCES', '');
    await expect(other.taken).rejects.toMatchObject({ code: 'EACCES' });
    expect(other.files.get(LOCK)).toBe('');
  });
});
