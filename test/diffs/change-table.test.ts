/** The cases agree with a table, made by others, of what each kind of change does to users. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../generator/diff/diff-apis.ts';
import { breaksWire } from '../../generator/diff/types.ts';
import { sharedFolder } from '../support/shared.ts';
import { changesOf, readCases } from './cases.ts';

interface Row {
  readonly id: string;
  readonly wire: string;
  readonly bump: string;
  readonly source_breaks: readonly string[];
  readonly source_ok: readonly string[];
}

/** Rows of the table that our SDK answers otherwise, or cannot have, with the reason. */
const waivers = JSON.parse(readFileSync(new URL('./row-waivers.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, string>
>;
const cases = readCases();

describe.skipIf(sharedFolder === undefined)('the table of what a change does to users', () => {
  const file = join(sharedFolder ?? '', 'diff/change-kinds.json');
  const rows = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { readonly rows: readonly Row[] }).rows
    : [];

  it.each(rows.map((row) => [row.id, row] as const))('%s', async (id, row) => {
    const one = cases.find((each) => each.rows.includes(id));
    const waiver = waivers[id];
    if (one === undefined) return expect(waiver, `no case and no waiver for the row ${id}`).toBeDefined();
    const { wire, source, bump } = verdictOf(
      (await changesOf(one)).filter((each) => each.rule !== 'version-not-raised'),
    );
    const agrees = {
      wire:
        /^(DEPENDS|depends)/.test(row.wire) ||
        (row.wire.startsWith('BREAK')
          ? breaksWire(wire)
          : row.wire === 'SILENT'
            ? wire === 'silent'
            : row.wire === 'often ignored'
              ? wire === 'ignored'
              : wire === 'ok'),
      source:
        row.source_breaks.every((each) => source.some((ours) => ours === each)) &&
        !source.some((each) => row.source_ok.includes(each)),
      bump: row.bump.includes(bump),
    };
    if (waiver === undefined)
      expect({ ...agrees, ours: `${wire} / ${source.join(', ')} / ${bump}` }).toMatchObject({
        wire: true,
        source: true,
        bump: true,
      });
    else
      expect(Object.values(agrees).every(Boolean), `the row ${id} agrees again: take its waiver away`).toBe(
        false,
      );
  });
});
