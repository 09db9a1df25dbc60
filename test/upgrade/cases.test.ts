/** What `upgrade` makes of code, one rule at a time; and that a second run leaves it. */
import { describe, expect, it } from 'vitest';
import { memoryWorkshop } from '../../bench/upgrade/workshop.ts';
import { diffApis } from '../../generator/diff/diff-apis.ts';
import { sdkNames } from '../../generator/languages/typescript/sdk-names.ts';
import { movesBetween } from '../../generator/upgrade/moves/moves.ts';
import { faultsIn } from '../../generator/upgrade/project/faults.ts';
import { sdkProgram } from '../../generator/upgrade/project/sdk-program.ts';
import { upgradeFiles } from '../../generator/upgrade/project/upgrade-files.ts';
import type { Left } from '../../generator/upgrade/types.ts';
import { openCase, readSections, rewrite } from './cases.ts';

const told = (left: readonly Left[]): string =>
  left
    .map(
      (one) =>
        `${one.file.replace('/app/', '')}:${one.line} ${one.reason}${one.finding === undefined ? '' : `\n  ${one.finding}`}\n  ${one.advice}\n`,
    )
    .join('');

describe('cases', () => {
  it.each(readSections().map((one) => [`${one.file} ${one.title}`, one] as const))(
    '%s',
    async (_name, section) => {
      const one = await openCase(section);
      const order = {
        files: one.code,
        workshop: memoryWorkshop(),
        before: { name: 'pets', files: one.before.files },
        after: { name: 'pets', files: one.after.files },
        moves: movesBetween(one.before, one.after),
        changes: diffApis(one.before.api, one.after.api, { today: '2026-11-22', naming: sdkNames }),
        done: new Set<string>(),
      };
      const old = sdkProgram(order.workshop, one.code, order.before);
      expect(
        [...one.code.keys()].flatMap((name) => faultsIn(old.program, name).map((each) => each.message)),
      ).toEqual([]);
      const { files, left, ambiguous } = upgradeFiles(order);
      const made = new Map(
        [...one.code].map(([name, text]) => [name, files.find((each) => each.path === name)?.after ?? text]),
      );
      if (process.env['UPDATE_EXPECTED'] !== undefined) rewrite(section, made, told(left));
      else
        expect([Object.fromEntries(made), told(left)]).toEqual([Object.fromEntries(one.upgraded), one.left]);
      // A line that is left is the only one that may not compile.
      const fresh = sdkProgram(order.workshop, made, order.after);
      const faulty = [...made].flatMap(([name, text]) =>
        faultsIn(fresh.program, name).map(
          (each) => `${name}:${text.slice(0, each.start).split('\n').length}`,
        ),
      );
      const lines = new Set(left.map((each) => `${each.file}:${each.line}`));
      expect(faulty.filter((each) => !lines.has(each))).toEqual([]);
      const again = upgradeFiles({ ...order, files: made, done: new Set(ambiguous) });
      expect(again.files.map((each) => each.after)).toEqual([]);
    },
  );
});
