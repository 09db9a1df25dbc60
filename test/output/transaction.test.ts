/**
 * What is done, taken back and left alone, step by step. Every failure of every operation is in
 * `crash.test.ts`.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { diskOps } from '../../generator/output/file-ops.ts';
import { findUnfinished, perform, recover, rollBack } from '../../generator/output/transaction.ts';
import { host } from './support.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'transaction-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
};
const read = (path: string): string => readFileSync(join(dir, path), 'utf8');
const [OLD, NEW] = ['.sdkwright/tmp/old0', '.sdkwright/tmp/new0'];

it('a new file never takes the place of one that somebody made', async () => {
  put('a.ts', 'mine');
  put(NEW, 'generated');
  await expect(perform(dir, { path: 'a.ts', stage: NEW }, diskOps)).rejects.toThrow('EEXIST');
  expect([read('a.ts'), read(NEW)]).toEqual(['mine', 'generated']);
  await perform(dir, { path: 'b.ts', stage: NEW }, diskOps);
  expect([read('b.ts'), existsSync(join(dir, NEW))]).toEqual(['generated', false]);
});

it('a step that never began is not taken back', async () => {
  put('a.ts', 'as it was');
  put('b.ts', 'mine, made in the meantime');
  put(NEW, 'generated');
  await rollBack(
    dir,
    {
      steps: [
        { path: 'a.ts', stage: '.sdkwright/tmp/new1', backup: OLD },
        { path: 'b.ts', stage: NEW },
        { path: 'c.ts', stage: NEW },
      ],
      folders: ['none'],
    },
    diskOps,
  );
  expect([read('a.ts'), read('b.ts')]).toEqual(['as it was', 'mine, made in the meantime']);
});

it('what a killed run did is taken back, and said with its size', async () => {
  put('a.ts', 'half');
  put(OLD, 'whole');
  put('new/b.ts', 'generated');
  put(
    '.sdkwright/journal.json',
    JSON.stringify({
      steps: [
        { path: 'a.ts', stage: NEW, backup: OLD },
        { path: 'new/b.ts', stage: '.sdkwright/tmp/new1' },
      ],
      folders: ['new'],
    }),
  );
  expect(await recover(dir, host)).toMatchObject([
    { code: 'output-recovered', message: expect.stringContaining('2') },
  ]);
  expect([read('a.ts'), readdirSync(dir), readdirSync(join(dir, '.sdkwright'))]).toEqual([
    'whole',
    ['.sdkwright', 'a.ts'],
    [],
  ]);
});

it('a journal that cannot be followed is left as it is, with what it refers to', async () => {
  put(OLD, 'whole');
  put('.sdkwright/journal.json', '{');
  expect(await recover(dir, host)).toMatchObject([{ code: 'journal-broken' }]);
  expect([read(OLD), read('.sdkwright/journal.json'), existsSync(join(dir, '.sdkwright/lock'))]).toEqual([
    'whole',
    '{',
    false,
  ]);
});

it('a link in the records is said, by runs that write and by those that do not', async () => {
  put('.sdkwright/tmp/old0', 'whole');
  symlinkSync(tmpdir(), join(dir, '.sdkwright/lines'));
  expect(await recover(dir, host)).toMatchObject([{ code: 'output-symlink' }]);
  expect(findUnfinished(dir)).toMatchObject([{ code: 'output-symlink' }]);
  expect(read(OLD)).toBe('whole');
});

it('a run that writes nothing says what there is to take back', () => {
  expect(findUnfinished(dir)).toEqual([]);
  put('.sdkwright/journal.json', '{}');
  expect(findUnfinished(dir)).toMatchObject([
    { code: 'output-unfinished', message: expect.stringContaining('.sdkwright/journal.json') },
  ]);
});
