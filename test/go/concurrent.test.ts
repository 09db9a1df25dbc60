/** One Go client in many goroutines, with Go's race detector where a C compiler is (the detector needs one). */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { goForTests } from './go.ts';
import { goSays, goSdk } from './support/generate.ts';

const go = goForTests() ?? '';

function hasCompiler(): boolean {
  try {
    execFileSync(process.env['CC'] ?? 'gcc', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    if (process.env['SDKWRIGHT_CI'] === 'all') throw new Error('A C compiler is missing');
    console.warn('A C compiler is missing, so the race detector does not run');
    return false;
  }
}

describe.skipIf(go === '')('one client for many goroutines', () => {
  test('has no race, and renews its token once', { timeout: 300_000 }, async () => {
    const folder = join(import.meta.dirname, 'support/concurrent');
    const sdk = await goSdk({ config: join(folder, 'sdkwright.yml') });
    try {
      const program = readFileSync(join(folder, 'concurrent_test.go.txt'), 'utf8');
      writeFileSync(
        join(sdk.folder, 'concurrent_test.go'),
        program.replaceAll('sdk.invalid/module', sdk.module),
      );
      const race = hasCompiler() ? ['-race'] : [];
      const said = await goSays(
        go,
        ['test', ...race, '-count', '1', '-run', 'TestOneClient|TestContext', '.'],
        sdk.folder,
        { CGO_ENABLED: race.length > 0 ? '1' : '0' },
      );
      expect(said).toMatch(/^ok\s/m);
    } finally {
      sdk.stop();
    }
  });
});
