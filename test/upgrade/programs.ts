/** The ten programs that people might have written, and the two SDKs that they move between. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Made } from '../../bench/upgrade/reach.ts';
import { loadConfig } from '../../generator/config/load.ts';
import { upgrade } from '../../generator/openapi/upgrade/upgrade.ts';
import { diskIo } from '../../generator/source/io.ts';
import { loadDocuments } from '../../generator/source/load.ts';
import type { Row } from '../../bench/upgrade/table.ts';
import { memoryWorkshop } from '../../bench/upgrade/workshop.ts';
import { diffApis } from '../../generator/diff/diff-apis.ts';
import { sdkNames } from '../../generator/languages/typescript/sdk-names.ts';
import { movesBetween } from '../../generator/upgrade/moves/moves.ts';
import { faultsIn } from '../../generator/upgrade/project/faults.ts';
import { sdkProgram } from '../../generator/upgrade/project/sdk-program.ts';
import { upgradeFiles } from '../../generator/upgrade/project/upgrade-files.ts';
import { makeSdkFiles } from './support.ts';

export const programsFolder = fileURLToPath(new URL('./programs/', import.meta.url));

/** Names without the `.txt` that keeps tools of this repository away from them. */
export function programs(folder: 'code' | 'upgraded'): ReadonlyMap<string, string> {
  const path = `${programsFolder}${folder}`;
  return new Map(
    readdirSync(path)
      .filter((one) => one.endsWith('.txt'))
      .sort()
      .map((one) => [`/app/${one.replace(/\.txt$/, '')}`, readFileSync(`${path}/${one}`, 'utf8')]),
  );
}

export async function programSdk(side: 'old' | 'new'): Promise<Made> {
  const io = diskIo(programsFolder);
  const config = (await loadConfig(`${side}-config.yml`, io)).value?.config;
  const documents = (await loadDocuments(`${side}.yml`, { io, allowRemote: false, upgrade })).value;
  if (config === undefined || documents === undefined) throw new Error(`${side}.yml cannot be read`);
  return makeSdkFiles(documents, config);
}

/**
 * The programs line by line, as a row of the table in `bench/upgrade`. What broke them is a rename or a
 * wrapping but for one call.
 */
export async function measurePrograms(): Promise<Row> {
  const [before, after] = [await programSdk('old'), await programSdk('new')];
  const code = programs('code');
  const order = {
    workshop: memoryWorkshop(),
    before: { name: 'courier', files: before.files },
    after: { name: 'courier', files: after.files },
    moves: movesBetween(before, after),
    changes: diffApis(before.api, after.api, { today: '2026-11-22', naming: sdkNames }),
  };
  const upgraded = upgradeFiles({ ...order, files: code, done: new Set() });
  const made = new Map(
    [...code].map(([name, text]) => [name, upgraded.files.find((one) => one.path === name)?.after ?? text]),
  );
  const faulty = (files: ReadonlyMap<string, string>): ReadonlySet<string> => {
    const { program } = sdkProgram(order.workshop, files, order.after);
    return new Set(
      [...files].flatMap(([name, text]) =>
        faultsIn(program, name).map((one) => `${name}:${text.slice(0, one.start).split('\n').length}`),
      ),
    );
  };
  const [broken, left] = [faulty(code), faulty(made)];
  const isRemoved = (line: string): boolean => {
    const [name = '', number = ''] = line.split(':');
    return /\.track\(/.test(code.get(name)?.split('\n')[Number(number) - 1] ?? '');
  };
  const count = (wanted: (line: string) => boolean) => ({
    broken: [...broken].filter(wanted).length,
    mended: [...broken].filter((one) => wanted(one) && !left.has(one)).length,
  });
  const again = upgradeFiles({ ...order, files: made, done: new Set(upgraded.ambiguous) });
  return {
    name: 'the ten programs of test/upgrade',
    lines: [...code.values()]
      .join('')
      .split('\n')
      .filter((one) => one.trim() !== '').length,
    moved: count((one) => !isRemoved(one)),
    both: { broken: 0, mended: 0 },
    other: count(isRemoved),
    worse: [...left].filter((one) => !broken.has(one)).length,
    again: again.files.length,
  };
}
