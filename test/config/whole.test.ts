/**
 * Whole configs and what is read from them, with what is said: `whole/*.yml` and `*.expected.json`.
 * `UPDATE_EXPECTED=1` rewrites what is expected; then read it.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { print } from '../support/print.ts';
import { configOf } from './support.ts';

const folder = join(import.meta.dirname, 'whole');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.yml'))
  .map((file) => file.replace('.yml', ''));

it.each(names)('%s', async (name) => {
  const file = join(folder, `${name}.expected.json`);
  const { config, listing } = await configOf(readFileSync(join(folder, `${name}.yml`), 'utf8'));
  // The data of the language is not read from the config.
  const actual = `${print({ ...config, audience: undefined, said: listing })}\n`;
  if (process.env['UPDATE_EXPECTED'] === '1') writeFileSync(file, actual);
  expect(actual).toBe(readFileSync(file, 'utf8'));
});
