/** What a run would do with a file: by what was generated before, what is on disk, and what is generated now. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diagnostic } from '../../generator/diagnostics/diagnostic.ts';
import type { DiskFile } from '../../generator/output/disk.ts';
import { LINES_FILE, parseRecords, printRecords, recordLines } from '../../generator/output/line-record.ts';
import { MANIFEST_FILE, NO_STAMP, parseManifest } from '../../generator/output/manifest.ts';
import { type WritePlan, isClean, planWrite } from '../../generator/output/plan-write.ts';
import type { CustomCode, OutputState, WantedFile } from '../../generator/output/state.ts';
import { hashText } from '../../generator/output/text.ts';

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'output-plan-'));
  mkdirSync(join(dir, 'src'));
  writeFileSync(join(dir, 'src/foreign.ts'), 'foreign\n');
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const OLD = 'a\nb\nc\n';
const NEW = 'a\nb\nC\n';
const EDITED = 'A\nb\nc\n';
const MARKED = '<<<<<<< yours\nA\n=======\nB\n>>>>>>> generated\n';

const onDisk = (text: string, { crlf = false, mode = 0o644 } = {}): DiskFile => ({
  kind: 'file',
  text,
  hash: hashText(text),
  crlf,
  mode,
});
const blocked: DiskFile = {
  kind: 'blocked',
  diagnostic: diagnostic('output-path-folder', { file: 'a.ts' }),
};

interface File {
  /** What the last run generated; absent: nothing. */
  readonly old?: string;
  readonly disk?: DiskFile;
  /** What this run generates; absent: nothing. */
  readonly wanted?: string;
  readonly once?: true;
  /** The lines of what was generated are not known. */
  readonly withoutLines?: true;
}

function stateOf(files: Readonly<Record<string, File>>, manifestText?: string): OutputState {
  const owned = Object.entries(files).flatMap(([path, { old }]) =>
    old === undefined ? [] : [[path, { hash: hashText(old) }] as const],
  );
  const records = Object.entries(files).flatMap(([path, { old, withoutLines }]) =>
    old === undefined || withoutLines ? [] : [{ path, hash: hashText(old), rows: recordLines(old) }],
  );
  return {
    dir,
    stamp: NO_STAMP,
    owned: new Map(owned),
    records: parseRecords(printRecords(records)),
    disk: new Map(owned.map(([path]) => [path, files[path]?.disk ?? { kind: 'absent' }])),
    manifestText,
    recordsText: manifestText === undefined ? undefined : printRecords(records),
  };
}

function planOf(files: Readonly<Record<string, File>>, customCode: CustomCode = 'merge', manifest?: string) {
  const tree = Object.entries(files).flatMap(([path, { wanted, once }]): readonly WantedFile[] =>
    wanted === undefined ? [] : [{ path, text: wanted, ...(once && { once }) }],
  );
  const { value: plan, diagnostics } = planWrite(stateOf(files, manifest), tree, {
    customCode,
    stamp: NO_STAMP,
  });
  return { plan, messages: diagnostics.map(({ code, message }) => `${code}: ${message}`) };
}

/** The lists of a plan that hold something, by name. */
const listsOf = (plan: WritePlan | undefined): unknown =>
  plan &&
  Object.fromEntries(
    Object.entries(plan).flatMap(([key, list]) =>
      key !== 'dir' && key !== 'records' && list.length > 0 ? [[key, list]] : [],
    ),
  );
const written = (before: string | undefined, text: string) => ({
  path: 'a.ts',
  text,
  hash: hashText(text),
  before: before === undefined ? undefined : hashText(before),
});

interface Case extends File {
  readonly customCode?: CustomCode;
  /** The lists of the plan; absent: there is no plan. */
  readonly plans?: Readonly<Record<string, unknown>>;
  readonly messages?: readonly string[];
  /** The text of which the manifest keeps the hash; absent: none. */
  readonly remembers?: string;
}

const CASES: Readonly<Record<string, Case>> = {
  'a new file': { wanted: NEW, plans: { create: [written(undefined, NEW)] }, remembers: NEW },
  'a file that was deleted': {
    ...{ old: OLD, disk: { kind: 'absent' }, wanted: NEW },
    plans: { create: [written(undefined, NEW)] },
    remembers: NEW,
  },
  'nothing new': { old: OLD, disk: onDisk(OLD), wanted: OLD, plans: { unchanged: ['a.ts'] }, remembers: OLD },
  'a new text': {
    ...{ old: OLD, disk: onDisk(OLD), wanted: NEW },
    plans: { change: [written(OLD, NEW)] },
    remembers: NEW,
  },
  'a new text for a file with CRLF': {
    ...{ old: OLD, disk: onDisk(OLD, { crlf: true }), wanted: NEW },
    plans: { change: [{ ...written(OLD, NEW), text: NEW.replaceAll('\n', '\r\n') }] },
    remembers: NEW,
  },
  'a new text that is on disk already': {
    ...{ old: OLD, disk: onDisk(NEW), wanted: NEW },
    plans: { unchanged: ['a.ts'] },
    remembers: NEW,
  },
  'a text of the user where one is generated once': {
    ...{ old: OLD, disk: onDisk(EDITED), wanted: NEW, once: true },
    plans: { yours: ['a.ts'] },
    remembers: NEW,
  },
  'a blocked path': {
    ...{ old: OLD, disk: blocked, wanted: NEW },
    messages: ['output-path-folder: There is a folder where the file a.ts should be.'],
  },
  'an edit and a new text': {
    ...{ old: OLD, disk: onDisk(EDITED), wanted: NEW },
    plans: { change: [written(EDITED, 'A\nb\nC\n')], merged: ['a.ts'] },
    remembers: NEW,
  },
  'an edit and a new text, refused': {
    ...{ old: OLD, disk: onDisk(EDITED), wanted: NEW, customCode: 'refuse' },
    messages: ['output-edited: The generated file a.ts was edited, and `custom_code: refuse` forbids that.'],
  },
  'an edit and a new text, overwritten': {
    ...{ old: OLD, disk: onDisk(EDITED), wanted: NEW, customCode: 'overwrite' },
    plans: { change: [written(EDITED, NEW)] },
    remembers: NEW,
  },
  'an edit and nothing new': {
    ...{ old: OLD, disk: onDisk(EDITED), wanted: OLD },
    plans: { edited: ['a.ts'] },
    remembers: OLD,
  },
  'an edit of a text without records, and nothing new': {
    ...{ old: OLD, disk: onDisk(EDITED), wanted: OLD, withoutLines: true },
    plans: { edited: ['a.ts'] },
    remembers: OLD,
  },
  'an edit that has the new text in it': {
    ...{ old: OLD, disk: onDisk('A\nb\nC\n'), wanted: NEW },
    plans: { edited: ['a.ts'] },
    remembers: NEW,
  },
  'an edit of the lines that are new': {
    ...{ old: 'a\n', disk: onDisk('A\n'), wanted: 'B\n' },
    plans: {
      change: [written('A\n', MARKED)],
      merged: ['a.ts'],
      conflicts: [{ path: 'a.ts', count: 1 }],
    },
    messages: ['output-conflict: Your edit of a.ts and the new output changed the same lines (places: 1).'],
    remembers: 'B\n',
  },
  'an open conflict and nothing new': {
    ...{ old: 'B\n', disk: onDisk(MARKED), wanted: 'B\n' },
    plans: { edited: ['a.ts'] },
    messages: ['output-conflict-open: The file a.ts still has conflict markers.'],
    remembers: 'B\n',
  },
  'an open conflict and a new text, which waits': {
    ...{ old: 'B\n', disk: onDisk(MARKED), wanted: 'C\n' },
    plans: { edited: ['a.ts'] },
    messages: ['output-conflict-open: The file a.ts still has conflict markers.'],
    remembers: 'B\n',
  },
  'an edit of a text whose lines are not known': {
    ...{ old: OLD, disk: onDisk(EDITED), wanted: `first\n${EDITED}`, withoutLines: true },
    plans: { change: [written(EDITED, `first\n${EDITED}`)], merged: ['a.ts'] },
    messages: [expect.stringMatching(/^output-base-unknown: .*a\.ts/) as unknown as string],
    remembers: `first\n${EDITED}`,
  },
  'a read-only file': {
    ...{ old: OLD, disk: onDisk(OLD, { mode: 0o444 }), wanted: NEW },
    messages: ['output-read-only: The file a.ts is read-only.'],
  },
  'a file that only its group may write': {
    ...{ old: OLD, disk: onDisk(OLD, { mode: 0o464 }), wanted: NEW },
    plans: { change: [written(OLD, NEW)] },
    remembers: NEW,
  },
  'a file that is generated no more': {
    ...{ old: OLD, disk: onDisk(OLD) },
    plans: { delete: [{ path: 'a.ts', before: hashText(OLD) }] },
  },
  'the same, refused edits or not': {
    ...{ old: OLD, disk: onDisk(OLD), customCode: 'refuse' },
    plans: { delete: [{ path: 'a.ts', before: hashText(OLD) }] },
  },
  'an edited file that is generated no more': {
    ...{ old: OLD, disk: onDisk(EDITED) },
    plans: {},
    messages: [
      'output-edited-left: The file a.ts is no longer generated, but it was edited, so it stays and is yours now.',
    ],
  },
  'an edited file that is generated no more, refused': {
    ...{ old: OLD, disk: onDisk(EDITED), customCode: 'refuse' },
    messages: ['output-edited: The generated file a.ts was edited, and `custom_code: refuse` forbids that.'],
  },
  'an edited file that is generated no more, overwritten': {
    ...{ old: OLD, disk: onDisk(EDITED), customCode: 'overwrite' },
    plans: { delete: [{ path: 'a.ts', before: hashText(EDITED) }] },
  },
  'a read-only file that is generated no more': {
    ...{ old: OLD, disk: onDisk(OLD, { mode: 0o555 }) },
    messages: ['output-read-only: The file a.ts is read-only.'],
  },
  'a blocked path that is generated no more': {
    ...{ old: OLD, disk: blocked },
    messages: ['output-path-folder: There is a folder where the file a.ts should be.'],
  },
  'a deleted file that is generated no more': { old: OLD, disk: { kind: 'absent' }, plans: {} },
};

describe('one file', () => {
  it.each(Object.entries(CASES))('%s', (_title, { customCode, plans, messages = [], remembers, ...file }) => {
    const found = planOf({ 'a.ts': file }, customCode, 'another manifest');
    expect(found.messages).toEqual(messages);
    expect(listsOf(found.plan)).toEqual(plans);
    if (found.plan === undefined) return;
    const manifest = found.plan.records.find(({ path }) => path === MANIFEST_FILE);
    const kept = [...(parseManifest(manifest?.text ?? '').value?.files ?? [])];
    expect(kept).toEqual(remembers === undefined ? [] : [['a.ts', [{ hash: hashText(remembers) }]]]);
    expect(manifest).toMatchObject({ before: hashText('another manifest') });
  });
});

describe('a file that no run generated', () => {
  it('is left alone, and nothing is planned', () => {
    const { plan, messages } = planOf({ 'src/foreign.ts': { wanted: NEW }, 'b.ts': { wanted: NEW } });
    expect(plan).toBeUndefined();
    expect(messages).toEqual([
      'output-not-owned: The file src/foreign.ts exists and is not generated, so it is left alone.',
    ]);
  });

  it('is taken over where it has the very text, or is generated once', () => {
    expect(listsOf(planOf({ 'src/foreign.ts': { wanted: 'foreign\n' } }).plan)).toEqual({
      unchanged: ['src/foreign.ts'],
    });
    expect(listsOf(planOf({ 'src/foreign.ts': { wanted: NEW, once: true } }).plan)).toEqual({
      yours: ['src/foreign.ts'],
    });
  });
});

it('sorts by path', () => {
  const { plan } = planOf({ 'b.ts': { wanted: NEW }, 'B.ts': { wanted: NEW }, 'a.ts': { wanted: NEW } });
  expect(plan?.create.map(({ path }) => path)).toEqual(['B.ts', 'a.ts', 'b.ts']);
});

describe('the records', () => {
  const recordsOf = (...args: Parameters<typeof planOf>): Readonly<Record<string, string>> =>
    Object.fromEntries(planOf(...args).plan?.records.map(({ path, text }) => [path, text]) ?? []);

  it('are not written where nothing is generated and nothing was', () => {
    expect(planOf({}).plan?.records).toEqual([]);
    expect(planOf({ 'a.ts': { old: OLD, disk: { kind: 'absent' } } }).plan?.records).toEqual([]);
  });

  it('are written, empty, where there were some', () => {
    const [manifest, lines] =
      planOf({ 'a.ts': { old: OLD, disk: onDisk(OLD) } }, 'merge', 'x').plan?.records ?? [];
    expect(parseManifest(manifest?.text ?? '').value?.files.size).toBe(0);
    expect(lines).toMatchObject({ path: LINES_FILE, text: '' });
  });

  it('are new in a new folder', () => {
    const { plan } = planOf({ 'a.ts': { wanted: NEW } });
    expect(plan?.records.map(({ path, before }) => [path, before])).toEqual([
      [MANIFEST_FILE, undefined],
      [LINES_FILE, undefined],
    ]);
    for (const { text, hash } of plan?.records ?? []) expect(hash).toBe(hashText(text));
  });

  it('are not written where they are the same', () => {
    const file = { old: OLD, disk: onDisk(OLD), wanted: OLD };
    const { [MANIFEST_FILE]: manifest = '' } = recordsOf({ 'a.ts': file }, 'merge', 'x');
    expect(planOf({ 'a.ts': file }, 'merge', manifest).plan?.records).toEqual([]);
  });

  it('have the lines of what is generated', () => {
    const { [LINES_FILE]: lines } = recordsOf({ 'a.ts': { wanted: NEW } });
    expect(lines).toBe(printRecords([{ path: 'a.ts', hash: hashText(NEW), rows: recordLines(NEW) }]));
  });

  it('have no lines for an open conflict whose base is not known', () => {
    const file: File = { old: 'B\n', disk: onDisk(MARKED), wanted: 'C\n', withoutLines: true };
    expect(planOf({ 'a.ts': file }, 'merge', 'x').plan?.records.map(({ path }) => path)).toEqual([
      MANIFEST_FILE,
    ]);
  });
});

describe('the output is what would be generated', () => {
  const same: File = { old: OLD, disk: onDisk(OLD), wanted: OLD };
  it.each<[string, boolean, Readonly<Record<string, File>>]>([
    ['where nothing is new', true, { 'a.ts': same }],
    ['where an edit is kept', true, { 'a.ts': { ...same, disk: onDisk(EDITED) } }],
    ['but not where a file is created', false, { 'a.ts': { wanted: NEW } }],
    ['but not where a file is changed', false, { 'a.ts': { ...same, wanted: NEW } }],
    ['but not where a file is deleted', false, { 'a.ts': { old: OLD, disk: onDisk(OLD) } }],
    [
      'but not where one is created and another deleted',
      false,
      { 'a.ts': { wanted: NEW }, 'b.ts': { old: OLD, disk: onDisk(OLD) } },
    ],
    [
      'but not where one is created and another changed',
      false,
      { 'a.ts': { wanted: NEW }, 'b.ts': { ...same, wanted: NEW } },
    ],
    [
      'but not where one is in conflict',
      false,
      { 'a.ts': { old: 'a\n', disk: onDisk('A\n'), wanted: 'B\n' } },
    ],
  ])('%s', (_title, expected, files) => {
    const { plan } = planOf(files);
    expect(plan && isClean(plan)).toBe(expected);
  });
});
