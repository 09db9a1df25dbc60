/** Parts of an SDK that a config leaves out: their files go, and what mentions them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sdkOf } from '../support/sdk.ts';
import { projectRoot } from '../support/shared.ts';

const document = readFileSync(join(projectRoot, 'specs/bookshop/openapi.yml'), 'utf8');
const FILES = {
  tests: /^(?:tests\/|scripts\/test\.mjs$|vitest\.config\.mjs$)/,
  functions: /^src\/funcs\//,
  docs: /^docs\//,
};

it.each([
  ['tests', /vitest|prism/],
  ['functions', undefined],
  ['docs', undefined],
] as const)('%s: false', async (part, mention) => {
  const [whole, without] = [await sdkOf(document, {}), await sdkOf(document, { config: `${part}: false\n` })];
  const pathsOf = ({ files }: typeof whole): readonly string[] =>
    files.map((one) => one.path).filter((path) => FILES[part].test(path));
  expect(pathsOf(whole).length).toBeGreaterThan(0);
  expect(pathsOf(without)).toEqual([]);
  const manifestOf = ({ files }: typeof whole): string =>
    files.find((one) => one.path === 'package.json')?.text ?? '';
  if (mention === undefined) return;
  expect(manifestOf(whole)).toMatch(mention);
  expect(manifestOf(without)).toMatch(/"name"/);
  expect(manifestOf(without)).not.toMatch(mention);
});
