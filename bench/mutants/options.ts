import { availableParallelism } from 'node:os';
import type { LogLevel, PartialStrykerOptions } from '@stryker-mutator/api/core';

/**
 * How Stryker breaks a file. `mutate`: the file, or ranges in it. Which tests judge is said to Vitest, by its
 * config: with its own option
 * `testFiles` Stryker 9.6 switches mutants on too late for what runs while a module is loaded.
 */
export function options(mutate: readonly string[], inOneProcess: boolean): PartialStrykerOptions {
  return {
    mutate: [...mutate],
    testRunner: inOneProcess ? 'one-process' : 'vitest',
    vitest: { configFile: 'bench/mutants/vitest.config.ts', related: false },
    plugins: [
      '@stryker-mutator/vitest-runner',
      './node_modules/.cache/mutants/ignored.mjs',
      './node_modules/.cache/mutants/one-process.mjs',
    ],
    ignorers: ['wording'],
    // Modules that are loaded anew stay in memory.
    ...(inOneProcess && { maxTestRunnerReuse: 300 }),
    coverageAnalysis: 'perTest',
    // `taskset -c 0 npm run mutants` leaves the other cores to others.
    concurrency: Math.min(2, availableParallelism()),
    // Generous: on a busy machine a slow test must not count as a mutant that hangs.
    timeoutMS: 15_000,
    timeoutFactor: 3,
    reporters: ['progress-append-only'],
    allowConsoleColors: false,
    logLevel: 'warn' as LogLevel,
    // Not needed by the tests in the list.
    ignorePatterns: ['/.git', '/bench/*/results.md'],
    disableTypeChecks: false,
    tempDirName: '.stryker-tmp',
  };
}
