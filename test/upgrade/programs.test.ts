/** Whole programs, as people write them: what they become, what is left, and that nothing else changes. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { memoryWorkshop } from '../../bench/upgrade/workshop.ts';
import { diffApis } from '../../generator/diff/diff-apis.ts';
import { sdkNames } from '../../generator/languages/typescript/sdk-names.ts';
import { movesBetween } from '../../generator/upgrade/moves/moves.ts';
import { faultsIn } from '../../generator/upgrade/project/faults.ts';
import { sdkProgram } from '../../generator/upgrade/project/sdk-program.ts';
import { type Order, upgradeFiles } from '../../generator/upgrade/project/upgrade-files.ts';
import type { Upgraded } from '../../generator/upgrade/types.ts';
import { programSdk, programs, programsFolder } from './programs.ts';

const UPDATE = process.env['UPDATE_EXPECTED'] !== undefined;
const code = programs('code');
let order: Order;
let upgraded: Upgraded;
beforeAll(async () => {
  const [before, after] = [await programSdk('old'), await programSdk('new')];
  order = {
    files: code,
    workshop: memoryWorkshop(),
    before: { name: 'courier', files: before.files },
    after: { name: 'courier', files: after.files },
    moves: movesBetween(before, after),
    changes: diffApis(before.api, after.api, { today: '2026-11-22', naming: sdkNames }),
    done: new Set(),
  };
  upgraded = upgradeFiles(order);
}, 60_000);

const textOf = (name: string): string =>
  upgraded.files.find((one) => one.path === name)?.after ?? code.get(name) ?? '';
const faults = (files: ReadonlyMap<string, string>, sdk: Order['before']): readonly string[] => {
  const { program } = sdkProgram(order.workshop, files, sdk);
  return [...files.keys()].flatMap((name) => faultsIn(program, name).map((one) => `${name} ${one.message}`));
};

describe('programs', () => {
  it('compile with the old SDK', () => expect(faults(code, order.before)).toEqual([]));

  it.each([...code.keys()].filter((name) => !name.endsWith('.d.ts')))('%s', (name) => {
    const path = `${programsFolder}upgraded/${name.replace('/app/', '')}.txt`;
    if (UPDATE) {
      mkdirSync(`${programsFolder}upgraded`, { recursive: true });
      writeFileSync(path, textOf(name));
    } else expect(textOf(name)).toBe(existsSync(path) ? readFileSync(path, 'utf8') : '');
  });

  it('leaves what nobody can write', () => {
    const path = `${programsFolder}left.txt`;
    const text = upgraded.left
      .map(
        (one) =>
          `${one.file}:${one.line}:${one.column} ${one.excerpt}\n  ${one.reason}\n  ${one.finding ?? '-'}\n  ${one.advice}\n`,
      )
      .join('');
    if (UPDATE) writeFileSync(path, text);
    else expect(text).toBe(readFileSync(path, 'utf8'));
  });

  it('compile with the new SDK, but for the lines that are left', () => {
    const files = new Map([...code.keys()].map((name) => [name, textOf(name)]));
    const { program } = sdkProgram(order.workshop, files, order.after);
    const found = [...files].flatMap(([name, text]) => [
      ...new Set(
        faultsIn(program, name).map((one) => `${name}:${text.slice(0, one.start).split('\n').length}`),
      ),
    ]);
    expect(found).toEqual([...new Set(upgraded.left.map((one) => `${one.file}:${one.line}`))]);
  });

  it('stay as they are on a second run', () => {
    const files = new Map([...code.keys()].map((name) => [name, textOf(name)]));
    const again = upgradeFiles({ ...order, files, done: new Set(upgraded.ambiguous) });
    expect(again.files.map((one) => [one.path, one.after])).toEqual([]);
    expect(again.left.map((one) => one.excerpt)).toEqual(upgraded.left.map((one) => one.excerpt));
  });
});
