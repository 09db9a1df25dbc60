/**
 * As little as the judging tests need; a test that hangs under a mutant is given up sooner. Files are isolated, or a mutant in what runs
 * while a module is loaded would not be met by a thread that has the module already.
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
