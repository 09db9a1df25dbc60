/** `docs/config.md` says what the schema says. `UPDATE_EXPECTED=1` writes it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderConfigPage } from '../../generator/config/page.ts';
import { configSchema } from '../../generator/config/schema/config-schema.ts';
import { isJsonObject } from '../../generator/lib/json.ts';
import { projectRoot } from '../support/shared.ts';

const file = join(projectRoot, 'docs/config.md');

test('the page of the config is made from its schema', () => {
  const schema: unknown = JSON.parse(JSON.stringify(configSchema));
  const page = isJsonObject(schema) ? renderConfigPage(schema) : '';
  if (process.env['UPDATE_EXPECTED'] === '1') writeFileSync(file, page);
  expect(readFileSync(file, 'utf8')).toBe(page);
});

test('every key has its words', () => {
  const rows = [...readFileSync(file, 'utf8').matchAll(/^\| `([^`]*)` \| (.*) \| (.*) \|$/gm)].map((match) =>
    match.slice(1),
  );
  expect(rows.length).toBeGreaterThan(100);
  expect(
    rows.filter(([, value, about]) => about === '' && !value?.startsWith('[')).map(([key]) => key),
  ).toEqual([]);
});
