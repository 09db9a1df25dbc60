/** Finds folders of our own package. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let root: string | undefined;

/** The same folder whether this file runs from `generator/` or is bundled into `dist/`. */
export function packageFolder(name: string): string {
  root ??= nearestPackage(dirname(fileURLToPath(import.meta.url)));
  return join(root, name);
}

function nearestPackage(start: string): string {
  let folder = start;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
