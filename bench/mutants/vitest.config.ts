/**
 * As little as the judging tests need; a test that hangs under a mutant is given up sooner. Files are
 * isolated, or a mutant in what runs
 * while a module is loaded would not be met by a thread that has the module already.
 */
import process from 'node:process';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Stryker runs all that is included where it must load the modules anew.
    include: (process.env['MUTANTS_TESTS'] ?? 'test/**/*.test.ts').split(' '),
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
