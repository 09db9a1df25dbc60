/** What an upgrade reports, writes, prints and returns. */
import { expect, it } from 'vitest';
import {
  codeOf,
  doneBefore,
  filesToWrite,
  foundIn,
  importedNames,
  modeOf,
  printed,
} from '../../generator/cli/upgrade/outcome.ts';

it.each([
  [{}, 'write'],
  [{ dryRun: false, check: false }, 'write'],
  [{ dryRun: true }, 'dry-run'],
  [{ check: true }, 'check'],
  [{ dryRun: true, check: true }, 'check'],
])('%j is the mode %s', (options, expected) => expect(modeOf(options)).toBe(expected));

it.each<[isFrom: boolean, isTo: boolean, option: string | undefined, before: string, after: string]>([
  [true, true, undefined, 'a', 'b'],
  [true, false, undefined, 'a', 'a'],
  [false, true, undefined, 'a', 'a'],
  [true, true, 'c', 'c', 'c'],
])('names that are given (%s, %s) and %s', (isFrom, isTo, option, before, after) =>
  expect(importedNames({ name: 'a', isNameGiven: isFrom }, { name: 'b', isNameGiven: isTo }, option)).toEqual(
    { before, after },
  ),
);

const file = (name: string, hasMark = false) => ({
  ...{ path: `/p/${name}`, shown: `./${name}`, text: 'old', hasMark },
});
const changed = (name: string) => ({ path: `/p/${name}`, before: 'old\n', after: 'new\n', edits: 1 });
const skipped = (name: string, usesSdk?: true) => ({
  ...{ shown: name, reason: 'why', ...(usesSdk && { usesSdk }) },
});
const EMPTY = { files: [], left: [], guesses: [], unknown: [], ambiguous: [] };

it('tells which files are left, and that there are none', () => {
  const found = (files: readonly string[], left: readonly string[]) =>
    foundIn({ files: files.map((name) => file(name)), skipped: left.map((name) => skipped(name)) }, [
      'a/*',
      'b',
    ]).map(({ code, parameters }) => [code, parameters]);
  expect(found(['a'], [])).toEqual([]);
  expect(found(['a'], ['b'])).toEqual([['code-left', { file: 'b', reason: 'why' }]]);
  expect(found([], [])).toEqual([['code-not-found', { patterns: 'a/* b' }]]);
});

it.each<[before: readonly string[], ambiguous: readonly string[], remembered: readonly string[] | undefined]>(
  [
    [[], [], undefined],
    [[], ['b.ts', 'a.ts'], ['a.ts', 'b.ts']],
    [['a.ts'], ['a.ts'], undefined],
    [['c.ts'], ['a.ts'], ['a.ts', 'c.ts']],
  ],
)('%j and %j are remembered', (before, ambiguous, expected) => {
  const notes = { path: '/p/notes', upgrades: { other: ['x'], ...(before.length > 0 && { own: before }) } };
  const remembered = { notes, key: 'own', folder: '/p' };
  expect([...doneBefore(remembered)]).toEqual(before.map((name) => `/p/${name}`));
  const written = filesToWrite(
    { files: [changed('a.ts'), changed('b.ts')], ambiguous: ambiguous.map((name) => `/p/${name}`) },
    [file('a.ts', true), file('b.ts')],
    remembered,
  );
  expect(written).toEqual([
    { path: '/p/a.ts', text: '\uFEFFnew\n' },
    { path: '/p/b.ts', text: 'new\n' },
    ...(expected === undefined
      ? []
      : [{ path: '/p/notes', text: `${JSON.stringify({ other: ['x'], own: expected }, null, 2)}\n` }]),
  ]);
});

it('prints a summary, and patches where nothing is written', () => {
  const upgraded = { ...EMPTY, files: [changed('a.ts'), changed('b.ts')], ambiguous: ['/p/a.ts'] };
  const files = [file('a.ts')];
  const lines = (mode: 'write' | 'dry-run' | 'check'): object => {
    const { out, err } = printed(upgraded, files, { mode, done: new Set() });
    return { out: out.map((text) => text.split('\n')), err };
  };
  const [one, two] = ['./a.ts: 1 change', '/p/b.ts: 1 change'];
  expect(lines('write')).toEqual({
    out: [
      [
        ...[one, two, '2 changes in 2 files.', ''],
        'Some names went from one thing to another, so the code does not show that it is upgraded: .sdkwright/upgrades.json remembers it. Commit it with the change.',
      ],
    ],
    err: [],
  });
  const short = [`${one}\n${two}\n2 changes in 2 files.`];
  const none: ReadonlySet<string> = new Set();
  expect(printed({ ...upgraded, ambiguous: [] }, files, { mode: 'write', done: none }).out).toEqual(short);
  // What an earlier run has noted is not said again.
  expect(printed(upgraded, files, { mode: 'write', done: new Set(['/p/a.ts']) }).out).toEqual(short);
  expect(lines('check')).toEqual({ out: [[one, two, '2 changes in 2 files to be made.']], err: [] });
  const patch = (name: string) => [`--- a/${name}`, `+++ b/${name}`, '@@ -1,1 +1,1 @@', '-old', '+new'];
  expect(lines('dry-run')).toEqual({
    ...{ out: [patch('./a.ts'), patch('/p/b.ts')], err: ['2 changes in 2 files to be made.'] },
  });
});

it.each<[name: string, code: number, Parameters<typeof codeOf>]>([
  ['nothing', 0, [EMPTY, [], 'check']],
  ['a change', 0, [{ ...EMPTY, files: [changed('a')] }, [], 'write']],
  ['a patch', 0, [{ ...EMPTY, files: [changed('a')] }, [], 'dry-run']],
  ['a change to be made', 1, [{ ...EMPTY, files: [changed('a')] }, [], 'check']],
  ['a place that is left', 1, [{ ...EMPTY, left: [{} as never] }, [], 'write']],
  ['a file that is left', 0, [EMPTY, [skipped('a')], 'write']],
  ['a file with the SDK that is left', 1, [EMPTY, [skipped('a'), skipped('b', true)], 'write']],
])('%s ends with %j', (_name, code, args) => expect(codeOf(...args)).toBe(code));
