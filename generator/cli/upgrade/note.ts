/**
 * Records of upgrades: files in which a name meant one thing before and another thing after, so that
 * the code alone does not show whether it was upgraded. Stored in the project as
 * `.sdkwright/upgrades.json`, which should be committed.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isWithin, projectRoot } from '../../lib/boundary.ts';
import { isJsonObject } from '../../lib/json.ts';
import type { NewFile } from '../../output/write-file.ts';
import type { Move } from '../../upgrade/types.ts';

const NOTE_FILE = '.sdkwright/upgrades.json';

export interface NoteBook {
  readonly path: string;
  /** Upgrade → files, relative to the folder of the package. */
  readonly upgrades: Readonly<Record<string, readonly string[]>>;
}

/** The folder with the nearest `package.json`, within the project. */
export function packageRoot(cwd: string): string {
  const root = projectRoot(cwd);
  for (let here = cwd; ; here = dirname(here)) {
    if (existsSync(join(here, 'package.json'))) return here;
    if (here === root || dirname(here) === here) return cwd;
  }
}

/** The same for the same two SDKs, however they were named. */
export const upgradeKey = (name: string, moves: readonly Move[]): string =>
  `${name} ${createHash('sha256').update(JSON.stringify(moves)).digest('hex').slice(0, 16)}`;

/** A file that cannot be read counts as empty and is rewritten. */
export function readNotes(folder: string): NoteBook {
  const path = join(folder, NOTE_FILE);
  try {
    const value: unknown = isWithin(projectRoot(folder), path)
      ? JSON.parse(readFileSync(path, 'utf8'))
      : undefined;
    if (!isJsonObject(value)) return { path, upgrades: {} };
    return {
      path,
      upgrades: Object.fromEntries(
        Object.entries(value).map(([key, files]) => [
          key,
          Array.isArray(files) ? files.filter((file): file is string => typeof file === 'string') : [],
        ]),
      ),
    };
  } catch {
    return { path, upgrades: {} };
  }
}

export const noteFile = ({ path, upgrades }: NoteBook): NewFile => ({
  path,
  text: `${JSON.stringify(upgrades, null, 2)}\n`,
});
