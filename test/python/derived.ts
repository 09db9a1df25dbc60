/** The derived half of the Python runtime, module by module. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { deriveSync } from '../../generator/languages/python/derive-sync.ts';

export const RUNTIME = 'templates/python/runtime';

/** Written by hand in both colours. */
const BY_HAND: readonly string[] = ['compat.py'];

/** Texts by the names of their modules. */
export function derivedModules(root: string = process.cwd()): ReadonlyMap<string, string> {
  const folder = join(root, RUNTIME, '_async');
  const names = readdirSync(folder).filter((name) => name.endsWith('.py') && !BY_HAND.includes(name));
  return new Map(
    names.map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return [name, text === '' ? '' : deriveSync(text)];
    }),
  );
}
