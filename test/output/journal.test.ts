/**
 * The journal as text: what it names is moved and removed, so a journal that a run could not have written is
 * not followed.
 */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readJournal, recordsObstacle } from '../../generator/output/journal.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'journal-'));
  mkdirSync(join(dir, '.sdkwright/tmp'), { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const [OLD, NEW] = ['.sdkwright/tmp/old0', '.sdkwright/tmp/new12'];
const HONEST = {
  steps: [
    { path: 'a.ts', stage: NEW, backup: OLD },
    { path: 'b/c.ts', stage: '.sdkwright/tmp/new2' },
    { path: 'd.ts', backup: '.sdkwright/tmp/old3' },
    { path: '.sdkwright/manifest.json', stage: NEW },
    { path: '.sdkwright/lines', stage: NEW },
  ],
  folders: ['.sdkwright', 'b'],
};
const read = (text: string): ReturnType<typeof readJournal> => {
  writeFileSync(join(dir, '.sdkwright/journal.json'), text);
  return readJournal(dir);
};

test('no journal is nothing to do', () =>
  expect(readJournal(dir)).toEqual({ value: undefined, diagnostics: [] }));

test('an honest one is read as it stands', () =>
  expect(read(JSON.stringify(HONEST))).toEqual({ value: HONEST, diagnostics: [] }));

const step = (fields: object): string =>
  JSON.stringify({ steps: [{ path: 'a.ts', stage: NEW }, fields], folders: [] });
test.each([
  '',
  '{',
  'null',
  '[]',
  '"steps"',
  '{}',
  '{"steps":[]}',
  '{"folders":[]}',
  '{"steps":{},"folders":[]}',
  '{"steps":[],"folders":{}}',
  '{"steps":[null],"folders":[]}',
  '{"steps":["a"],"folders":[]}',
  step({}),
  step({ path: 1 }),
  step({ path: '../a' }),
  step({ path: '.git/config' }),
  step({ path: '.sdkwright/lock' }),
  step({ path: '.sdkwright/tmp/old0' }),
  step({ path: 'src/lib/a.ts' }),
  ...[
    '../x',
    'a.ts',
    '.sdkwright/tmp/old',
    '.sdkwright/tmp/other0',
    '.sdkwright/tmp/old0/../../..',
    'x/.sdkwright/tmp/old0',
    '.sdkwright/tmp/oldx',
    'Xsdkwright/tmp/old0',
    1,
    null,
    ['.sdkwright/tmp/old0'],
  ].flatMap((path) => [step({ path: 'b.ts', stage: path }), step({ path: 'b.ts', backup: path })]),
  ...['..', '../a', '/', '.git', '.sdkwright/tmp', '', 1, null].map((folder) =>
    JSON.stringify({ steps: [], folders: ['a', folder] }),
  ),
])('is refused: %s', (text) => {
  expect(read(text)).toMatchObject({
    value: undefined,
    diagnostics: [{ code: 'journal-broken', message: expect.stringContaining('.sdkwright/journal.json') }],
  });
});

test.each([
  ['a step', 'link/a.ts', { steps: [{ path: 'link/a.ts' }], folders: [] }],
  ['a step that is a link', 'link', { steps: [{ path: 'a.ts' }, { path: 'link' }], folders: [] }],
  ['a new file', OLD, { steps: [{ path: 'a.ts', stage: OLD }], folders: [] }],
  ['an old file', OLD, { steps: [{ path: 'a.ts', backup: OLD }], folders: [] }],
  ['a folder', 'link', { steps: [], folders: ['link'] }],
  ['a folder below', 'link', { steps: [], folders: ['a', 'link/b'] }],
])('%s behind a link is not touched', (_title, path, journal) => {
  symlinkSync(tmpdir(), join(dir, path.split('/a.ts')[0] ?? ''));
  expect(read(JSON.stringify(journal))).toMatchObject({
    value: undefined,
    diagnostics: [{ code: 'output-symlink' }],
  });
});

test('a journal that is a folder is said', () => {
  mkdirSync(join(dir, '.sdkwright/journal.json'));
  expect(readJournal(dir)).toMatchObject({ value: undefined, diagnostics: [{ code: 'output-path-folder' }] });
});

test.each(['tmp/any', 'tmp', 'journal.json', 'lock', 'manifest.json', 'lines'])(
  'a link at .sdkwright/%s stands in the way',
  (path) => {
    expect(recordsObstacle(dir)).toBeUndefined();
    if (path === 'tmp') rmSync(join(dir, '.sdkwright/tmp'), { recursive: true });
    symlinkSync('/nowhere', join(dir, '.sdkwright', path));
    expect(recordsObstacle(dir)).toMatchObject({ code: 'output-symlink' });
  },
);

test('an output in .git, or behind a link of the repository, has no records to follow', () => {
  mkdirSync(join(dir, '.git/sdk/.sdkwright'), { recursive: true });
  expect(recordsObstacle(join(dir, '.git/sdk'))?.code).toBe('output-git');
  mkdirSync(join(dir, 'real/.sdkwright'), { recursive: true });
  symlinkSync('real', join(dir, 'link'));
  expect(recordsObstacle(join(dir, 'link'))?.code).toBe('output-symlink');
  expect(recordsObstacle(join(dir, 'real'))).toBeUndefined();
});
