/** The runtime files by themselves: reading and writing JSON, paths. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../support/shared.ts';
import { goForTests } from './go.ts';
import { goSays } from './support/generate.ts';

const go = goForTests() ?? '';

/** Go programs and the package that each tests from inside. */
const PROGRAMS = [
  ['runtime_test', 'internal/apijson'],
  ['path_test', 'internal/request'],
  ['webhook_test', 'internal/request'],
  ['reconnect_test', 'packages/ssestream'],
] as const;

describe.skipIf(go === '')('runtime', () => {
  test('its own tests pass', { timeout: 300_000 }, async () => {
    const cache = join(projectRoot, 'node_modules/.cache');
    mkdirSync(cache, { recursive: true });
    const folder = mkdtempSync(join(cache, 'go-runtime-'));
    try {
      cpSync(join(projectRoot, 'templates/go/runtime'), folder, { recursive: true });
      writeFileSync(join(folder, 'go.mod'), 'module sdk.invalid/module\n\ngo 1.24\n');
      for (const [name, place] of PROGRAMS)
        cpSync(join(import.meta.dirname, `support/${name}.go.txt`), join(folder, place, `${name}.go`));
      const places = [...new Set(PROGRAMS.map(([, place]) => `./${place}`))];
      const said = await goSays(go, ['test', ...places], folder);
      expect(said.match(/^ok\s/gm), said).toHaveLength(places.length);
      for (const name of ['FuzzDecode', 'FuzzRoundTrip']) {
        const fuzz = ['-run', 'none', '-fuzz', name, '-fuzztime', '20000x', '-fuzzminimizetime', '1x'];
        const found = await goSays(go, ['test', './internal/apijson', ...fuzz], folder);
        expect(found, found).toMatch(/^PASS$/m);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
