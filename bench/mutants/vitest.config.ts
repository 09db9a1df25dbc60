/** As little as the judging tests need: modules of one thread are shared, and a test that hangs under a mutant is given up sooner. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['bench/mutants/fresh.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    isolate: false,
  },
});
