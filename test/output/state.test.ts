/** What a run reads of the output folder before it decides anything. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LINES_FILE, printRecords, recordLines } from '../../generator/output/line-record.ts';
import { MANIFEST_FILE, NO_STAMP } from '../../generator/output/manifest.ts';
import { readState } from '../../generator/output/state.ts';
import { hashText } from '../../generator/output/text.ts';
import { createOutput, host } from './support.ts';

const [OURS, THEIRS] = ['ours\n', 'theirs\n'];

describe('a folder', () => {
  it.each([host, undefined])('that is missing is empty', async (runner) => {
    const { dir } = createOutput();
    expect(await readState(dir, runner)).toEqual({
      value: {
        ...{ dir, stamp: NO_STAMP, manifestText: undefined, recordsText: undefined },
        ...{ owned: new Map(), records: new Map(), disk: new Map() },
      },
      diagnostics: [],
    });
  });

  it('has texts, hashes and records', async () => {
    const out = createOutput();
    await out.run({ 'a.ts': OURS });
    out.write('a.ts', 'edited\n');
    const { value } = await readState(out.dir, undefined);
    expect([...(value?.owned ?? [])]).toEqual([['a.ts', { hash: hashText(OURS) }]]);
    expect(value?.disk.get('a.ts')).toMatchObject({ kind: 'file', text: 'edited\n' });
    expect([...(value?.records.values() ?? [])]).toEqual([
      { path: 'a.ts', hash: hashText(OURS), rows: recordLines(OURS) },
    ]);
    expect([value?.manifestText, value?.recordsText]).toEqual([
      out.read(MANIFEST_FILE),
      out.read(LINES_FILE),
    ]);
  });

  it.each([MANIFEST_FILE, LINES_FILE])('whose %s is no text is not read', async (name) => {
    for (const runner of [host, undefined]) {
      const out = createOutput();
      await out.run({ 'a.ts': OURS });
      writeFileSync(join(out.dir, name), new Uint8Array([0xff, 0xfe, 0]));
      const { value, diagnostics } = await readState(out.dir, runner);
      expect(value).toBeUndefined();
      expect(diagnostics.map(({ message }) => message)).toEqual([
        `${name} could not be read: it is not UTF-8 text.`,
      ]);
    }
  });

  it('whose records are a link is not read', async () => {
    const out = createOutput();
    mkdirSync(join(out.dir, '.sdkwright'), { recursive: true });
    writeFileSync(join(out.top, 'secret'), 'secret');
    symlinkSync(join(out.top, 'secret'), join(out.dir, LINES_FILE));
    expect((await readState(out.dir, undefined)).diagnostics.map(({ code }) => code)).toEqual([
      'output-symlink',
    ]);
  });
});

describe('after a merge of branches a file has two entries, and the one counts', () => {
  const manifest = `{
  "format": 1,
  "files": {
<<<<<<< ours
    "a.ts": "${hashText(OURS)}"
=======
    "a.ts": "${hashText(THEIRS)}"
>>>>>>> theirs
  }
}
`;
  const lines = (...texts: readonly string[]): string =>
    printRecords(texts.map((text) => ({ path: 'a.ts', hash: hashText(text), rows: recordLines(text) })));

  it.each<[string, string | undefined, readonly string[], string]>([
    ['whose text is on disk', OURS, [THEIRS], OURS],
    ['whose text is on disk, although it is the second', THEIRS, [OURS], THEIRS],
    ['whose lines are known, where neither is on disk', 'edited\n', [THEIRS], THEIRS],
    ['whose lines are known, where the file is gone', undefined, [THEIRS], THEIRS],
    ['that is the first, where both are known', 'edited\n', [OURS, THEIRS], OURS],
    ['that is the first, where nothing is known', 'edited\n', [], OURS],
  ])('%s', async (_title, disk, known, chosen) => {
    const out = createOutput();
    out.write(MANIFEST_FILE, manifest);
    out.write(LINES_FILE, lines(...known));
    if (disk !== undefined) out.write('a.ts', disk);
    const { value } = await readState(out.dir, undefined);
    expect(value?.owned.get('a.ts')).toEqual({ hash: hashText(chosen) });
  });
});
