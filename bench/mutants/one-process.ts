/**
 * Runs tests of plain functions in the same process, which loads its modules once for all mutants of a file:
 * tests that need the TypeScript compiler spend most of their time on loading it. For tests alone that keep
 * no state. Stryker starts a new process for a mutant in what runs while a module is loaded.
 */
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import type { MutantCoverage } from '@stryker-mutator/api/core';
import { PluginKind, declareClassPlugin } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  determineHitLimitReached,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { build } from 'esbuild';
import type { Test } from './stand-in.ts';

/** What mutated code reads and writes. */
interface Mutated {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: MutantCoverage;
}

const mutated = (): Mutated => {
  const all = globalThis as { __stryker__?: Mutated };
  all.__stryker__ ??= {};
  return all.__stryker__;
};

/** The working directory is a copy of the project with the mutants in it. */
class OneProcess implements TestRunner {
  private tests: readonly Test[] | undefined;

  capabilities(): { readonly reloadEnvironment: boolean } {
    return { reloadEnvironment: false };
  }

  async dryRun(): Promise<DryRunResult> {
    const tests = await this.load();
    const results: TestResult[] = [];
    for (const [id, each] of tests.entries()) results.push(await run(String(id), each));
    const coverage = mutated().mutantCoverage;
    return { status: DryRunStatus.Complete, tests: results, ...(coverage && { mutantCoverage: coverage }) };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const own = mutated();
    const { activeMutant, hitLimit, mutantActivation, testFilter } = options;
    if (mutantActivation === 'static') own.activeMutant = activeMutant.id;
    const tests = await this.load();
    Object.assign(own, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    const results: TestResult[] = [];
    for (const [id, each] of tests.entries()) {
      if (testFilter?.includes(String(id)) === false) continue;
      const result = await run(String(id), each);
      results.push(result);
      if (result.status === TestStatus.Failed) break;
    }
    const hanging = determineHitLimitReached(own.hitCount, hitLimit);
    own.activeMutant = undefined;
    return toMutantRunResult(hanging ?? { status: DryRunStatus.Complete, tests: results });
  }

  private async load(): Promise<readonly Test[]> {
    if (this.tests !== undefined) return this.tests;
    const outfile = join(process.cwd(), `.one-process-${process.pid}.mjs`);
    const standIn = join(process.cwd(), 'bench/mutants/stand-in.ts');
    const files = [standIn, ...(process.env['MUTANTS_TESTS'] ?? '').split(' ')];
    const contents = `export { tests } from ${JSON.stringify(standIn)};\n${files
      .map((file) => `import ${JSON.stringify(join(process.cwd(), file.replace(process.cwd(), '')))};\n`)
      .join('')}`;
    await build({
      stdin: { contents, resolveDir: process.cwd() },
      ...{ outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external' },
      alias: { vitest: standIn },
      logLevel: 'error',
    });
    const { tests } = (await import(pathToFileURL(outfile).href)) as { readonly tests: readonly Test[] };
    this.tests = tests;
    return tests;
  }
}

async function run(id: string, { name, run: body }: Test): Promise<TestResult> {
  const own = mutated();
  own.currentTestId = id;
  const start = Date.now();
  const about = { id, name: `${id} ${name}` };
  try {
    await body();
    return { ...about, status: TestStatus.Success, timeSpentMs: Date.now() - start };
  } catch (error) {
    const failureMessage = error instanceof Error ? error.message : String(error);
    return { ...about, status: TestStatus.Failed, timeSpentMs: Date.now() - start, failureMessage };
  } finally {
    own.currentTestId = undefined;
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'one-process', OneProcess)];
