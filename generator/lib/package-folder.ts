/** Folders of our own package. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let root: string | undefined;

/** The same from `generator/` and from `dist/`, whichever file of it holds this. */
export function packageFolder(name: string): string {
  root ??= nearestPackage(dirname(fileURLToPath(import.meta.url)));
  return join(root, name);
}

function nearestPackage(start: string): string {
  let folder = start;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
