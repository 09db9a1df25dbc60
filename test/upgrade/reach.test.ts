/**
 * How far `upgrade` reaches. Every run measures a sample; `npm run bench:upgrade` measures everything and
 * writes `bench/upgrade/results.md`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { measure } from '../../bench/upgrade/reach.ts';
import { type Row, addRows, markdownOf, rowOf } from '../../bench/upgrade/table.ts';
import { completeDocument, configOf, readCases } from '../diffs/cases.ts';
import { documentsOf, loadApi } from '../diffs/support.ts';
import { projectRoot, sharedFolder } from '../support/shared.ts';
import { measurePrograms } from './programs.ts';
import { makeSdkFiles } from './support.ts';

const isBench = process.env['MODE'] === 'upgrade';
/** Of larger pairs every nth line is taken. */
const MOST_LINES = 20_000;
const SAMPLE = ['resend', 'smithery-registry', 'oad-amazonaws-com-dynamodb'];
/** Of the lines that a rename, a move, an order or a wrapping breaks. */
const GOAL = 0.95;

const archive = join(sharedFolder ?? '', 'diff/real-pairs.tar.xz');
const hasPairs = sharedFolder !== undefined && existsSync(archive);
const folder = mkdtempSync(join(tmpdir(), 'sdkwright-upgrade-'));
if (hasPairs) execFileSync('tar', ['xf', archive, '-C', folder]);
const pairs = hasPairs ? (isBench ? readdirSync(folder).sort() : SAMPLE) : [];
const cases = isBench ? readCases() : readCases().filter((one) => one.file === 'swaps.md');

const found = { cases: [] as Row[], programs: [] as Row[], pairs: [] as Row[] };

function check(row: Row): void {
  expect([row.worse, row.again]).toEqual([0, 0]);
}

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  if (!isBench || !hasPairs) return;
  const rows = [
    addRows(`the ${found.cases.length} cases of test/diffs`, found.cases),
    ...found.programs,
    addRows(`all ${found.pairs.length} real pairs`, found.pairs),
    ...found.pairs,
  ];
  writeFileSync(join(projectRoot, 'bench/upgrade/results.md'), markdownOf(rows));
});

describe('reach', () => {
  it('the programs', async () => {
    const row = await measurePrograms();
    found.programs.push(row);
    expect(row.moved.broken).toBeGreaterThan(30);
    check(row);
  });

  it('the cases of test/diffs', async () => {
    for (const one of cases) {
      const [before, after] = [
        await makeSdkFiles(await documentsOf(completeDocument(one.before)), configOf(one.before)),
        await makeSdkFiles(await documentsOf(completeDocument(one.after)), configOf(one.after)),
      ];
      const row = rowOf(one.title, measure(before, after));
      found.cases.push(row);
    }
    expect(found.cases.filter((one) => one.worse > 0 || one.again > 0)).toEqual([]);
    check(addRows('cases', found.cases));
  }, 600_000);

  it.skipIf(!hasPairs).each(pairs)(
    '%s',
    async (name) => {
      const side = async (which: 'base' | 'rev') => {
        const file = readdirSync(join(folder, name)).find((one) => one.startsWith(`${which}.`)) ?? '';
        const { documents } = await loadApi(join(folder, name), file);
        if (documents === undefined) throw new Error(`${name} cannot be read`);
        return makeSdkFiles(documents);
      };
      const row = rowOf(name, measure(await side('base'), await side('rev'), { mostLines: MOST_LINES }));
      found.pairs.push(row);
      check(row);
    },
    1_200_000,
  );

  it('all together', () => {
    const { moved } = addRows('all', [...found.programs, ...found.cases, ...found.pairs]);
    expect(moved.broken).toBeGreaterThan(50);
    expect(moved.mended / moved.broken).toBeGreaterThanOrEqual(GOAL);
  });
});
