/** A tree as it is written: what the disk holds is looked at, not what was to be written. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import type { TreeFile } from '../../generator/emit/types.ts';
import { applyWrite } from '../../generator/output/apply-write.ts';
import { NO_STAMP, STATE_FOLDER } from '../../generator/output/manifest.ts';
import { planWrite } from '../../generator/output/plan-write.ts';
import { readState } from '../../generator/output/state.ts';

const HOST = { pid: process.pid, name: 'properties', isRunning: () => true };

/** Writes a tree into an empty folder; every file that is there then, by its path from the folder above. */
export async function written(files: readonly TreeFile[]): Promise<readonly TreeFile[]> {
  const top = mkdtempSync(join(tmpdir(), 'sdkwright-property-'));
  try {
    const state = await readState(join(top, 'sdk'), HOST);
    if (!state.value) throw new Error(state.diagnostics.map((one) => one.message).join());
    const plan = planWrite(state.value, files, { customCode: 'merge', stamp: NO_STAMP });
    const said = [...plan.diagnostics, ...(plan.value ? await applyWrite(plan.value, { host: HOST }) : [])];
    if (said.length > 0) throw new Error(said.map((one) => one.message).join());
    const entries = readdirSync(top, { recursive: true, withFileTypes: true });
    const odd = entries.find((one) => !one.isFile() && !one.isDirectory());
    if (odd) throw new Error(`${odd.name} is neither a file nor a folder`);
    return entries
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
      .map((path) => ({ path: relative(top, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}

/** What the disk has beside the tree, or has not of it, or has otherwise; and its files for looking into. */
export async function diskFaults(
  files: readonly TreeFile[],
): Promise<{ readonly faults: readonly string[]; readonly files: readonly TreeFile[] }> {
  const all = await written(files);
  const own = all
    .filter(({ path }) => path.startsWith('sdk/') && !path.startsWith(`sdk/${STATE_FOLDER}/`))
    .map(({ path, text }) => ({ path: path.slice(4), text }));
  const wanted = new Map(files.map(({ path, text }) => [path, text]));
  const found = new Map(own.map(({ path, text }) => [path, text]));
  const faults = [
    ...all.filter(({ path }) => !path.startsWith('sdk/')).map(({ path }) => `${path} is outside`),
    ...own.filter(({ path }) => !wanted.has(path)).map(({ path }) => `${path} is too much`),
    ...files.filter(({ path }) => !found.has(path)).map(({ path }) => `${path} is not there`),
    ...files
      .filter(({ path, text }) => found.has(path) && found.get(path) !== text)
      .map(({ path }) => `${path} has another text`),
  ];
  return { faults, files: own };
}
