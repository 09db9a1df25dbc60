/** Which comparisons the config of a folder is used for. */
import { resolve } from 'node:path';
import { findConfig, loadConfig } from '../config/load.ts';
import type { Config } from '../config/types.ts';
import { defaultLanguage } from '../languages/data.ts';
import { projectRoot, realOf } from '../lib/boundary.ts';
import { diskIo } from '../source/io.ts';
import { configsBeside } from './config-files.ts';
import { kindOfSide, openSide } from './diff-inputs.ts';
import type { Terminal } from './terminal.ts';

/**
 * A config that was not requested explicitly applies only to the document that it names. Otherwise all
 * operations would be missing from its tree. A config that names none, as those of other generators, serves
 * a document that has a path of its resources.
 */
export async function isUsed(
  cwd: string,
  requested: string | undefined,
  found: { readonly config: Config; readonly document?: string | undefined } | undefined,
  sides: readonly string[],
): Promise<boolean> {
  if (requested !== undefined || found === undefined) return true;
  const { config, document = config.spec?.value } = found;
  if (document !== undefined)
    return sides.some((side) => placeOf(side, cwd) === resolve(realOf(cwd), document));
  const paths = [...JSON.stringify(config.written ?? {}).matchAll(/"[a-z]+ (\/[^"\\]*)"/gi)];
  const disk = diskIo(cwd);
  for (const side of sides) {
    // To open a package takes long, and it has its own config.
    if (kindOfSide(side).kind === 'package') continue;
    const { side: opened } = await openSide(side, disk, cwd);
    const file = await opened?.io.readFile(opened.entry);
    const text = file?.kind === 'bytes' ? new TextDecoder().decode(file.bytes) : '';
    if (paths.some(([, path = '']) => isKeyIn(text, path))) return true;
  }
  return false;
}

/** As JSON or YAML write a key: a plain key is a word of its own, also at the beginning of `{/pets: …}`. */
const isKeyIn = (text: string, key: string): boolean =>
  [`"${key}"`, `'${key}'`].some((written) => text.includes(written)) ||
  text.split(/\s|[{,](?=\/)/).includes(`${key}:`);

/** Where a side is in the working tree. As in git, a file of a revision has its name from the root. */
function placeOf(side: string, cwd: string): string {
  const named = kindOfSide(side);
  if (named.kind !== 'revision') return resolve(realOf(cwd), side);
  return resolve(/^\.\.?\//.test(named.path) ? realOf(cwd) : projectRoot(cwd), named.path);
}

/** Says once that the config of this folder is left aside, as its names could be expected in the report. */
export async function noteUnused(
  terminal: Terminal,
  requested: string | undefined,
  { base, revision }: { readonly base: string; readonly revision: string },
): Promise<void> {
  if (requested !== undefined) return;
  const disk = diskIo(terminal.cwd);
  const file = await findConfig('', disk);
  if (file === undefined) for (const line of await configsBeside([revision], disk)) terminal.err(line);
  const loaded = file === undefined ? undefined : await loadConfig(file, disk, defaultLanguage);
  if (loaded?.value !== undefined && !(await isUsed(terminal.cwd, requested, loaded.value, [base, revision])))
    terminal.err(`${file} is not used, as it is for none of these documents; --config ${file} uses it.`);
}
