/** The runtime files by themselves: reading and writing JSON. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../support/shared.ts';
import { goForTests } from './go.ts';
import { goSays } from './support/generate.ts';

const go = goForTests() ?? '';

describe.skipIf(go === '')('runtime', () => {
  test('its own tests pass', { timeout: 300_000 }, async () => {
    const cache = join(projectRoot, 'node_modules/.cache');
    mkdirSync(cache, { recursive: true });
    const folder = mkdtempSync(join(cache, 'go-runtime-'));
    try {
      cpSync(join(projectRoot, 'templates/go/runtime'), folder, { recursive: true });
      writeFileSync(join(folder, 'go.mod'), 'module sdk.invalid/module\n\ngo 1.24\n');
      const program = readFileSync(join(import.meta.dirname, 'support/runtime_test.go.txt'), 'utf8');
      writeFileSync(join(folder, 'internal/apijson/runtime_test.go'), program);
      expect(await goSays(go, ['test', './internal/apijson'], folder)).toMatch(/^ok\s/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
