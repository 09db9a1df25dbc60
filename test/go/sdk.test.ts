/** The Go SDKs of Smithery and the bookshop: what compilers say of them, and their surface beside a published one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../support/shared.ts';
import { goForTests } from './go.ts';
import { faultsOf, goSays, goSdk } from './support/generate.ts';

const go = goForTests() ?? '';

describe.skipIf(go === '')('judges', () => {
  test.each(['smithery', 'bookshop'])(
    '%s compiles, vets and is laid out',
    { timeout: 300_000 },
    async (name) => {
      const sdk = await goSdk({ config: join(projectRoot, 'specs', name, 'sdkwright.yml') });
      try {
        expect(await faultsOf(go, sdk)).toBe('');
        expect(readFileSync(join(sdk.folder, 'go.mod'), 'utf8')).not.toContain('require');
      } finally {
        sdk.stop();
      }
    },
  );

  test.each([
    ['smithery', 50],
    ['bookshop', 20],
  ])(
    'the tests of %s pass, with the mock server that they start',
    { timeout: 400_000 },
    async (name, least) => {
      const sdk = await goSdk({ config: join(projectRoot, 'specs', name, 'sdkwright.yml') });
      try {
        const said = await goSays(go, ['test', '-v', '.'], sdk.folder, { CI: '1' });
        expect(said.match(/^--- FAIL.*$/gm) ?? []).toEqual([]);
        expect((said.match(/^--- PASS/gm) ?? []).length, said.slice(-2000)).toBeGreaterThanOrEqual(least);
      } finally {
        sdk.stop();
      }
    },
  );
});
