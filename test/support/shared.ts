/** Inputs that are read in place and are no part of this repository. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';

export const projectRoot: string = fileURLToPath(new URL('../../', import.meta.url));

/** The folder, or undefined when it is absent and tests may be skipped. */
export const sharedFolder: string | undefined = find();

function find(): string | undefined {
  const folder = process.env['SDKWRIGHT_SHARED'] ?? resolve(projectRoot, '../shared');
  if (existsSync(folder)) return folder;
  if (process.env['SDKWRIGHT_CI'] !== undefined)
    throw new Error('The shared inputs are missing: set SDKWRIGHT_SHARED to their folder.');
  console.warn('Skipped: the shared inputs are missing (set SDKWRIGHT_SHARED to their folder).');
  return undefined;
}
