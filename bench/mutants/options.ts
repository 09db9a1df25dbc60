import { cpus } from 'node:os';
import type { LogLevel, PartialStrykerOptions } from '@stryker-mutator/api/core';
import type { Judged } from './files.ts';

/** How Stryker breaks a file. `mutate`: the file, or ranges in it. */
export function options(one: Judged, mutate: readonly string[]): PartialStrykerOptions {
  return {
    mutate: [...mutate],
    testFiles: [...one.tests],
    testRunner: 'vitest',
    vitest: { configFile: 'bench/mutants/vitest.config.ts', related: false },
    plugins: ['@stryker-mutator/vitest-runner', './node_modules/.cache/mutants/ignored.mjs'],
    ignorers: ['wording'],
    coverageAnalysis: 'perTest',
    concurrency: Math.min(2, cpus().length),
    timeoutMS: 5_000,
    timeoutFactor: 2,
    reporters: ['progress-append-only'],
    allowConsoleColors: false,
    logLevel: 'warn' as LogLevel,
    // Neither needed by the tests in the list nor small.
    ignorePatterns: ['/dist', '/docs', '/.git', '/bench/*/results.md'],
    disableTypeChecks: false,
    tempDirName: '.stryker-tmp',
  };
}
