/**
 * Runs tests of plain functions in the same process, which loads its modules once for all mutants of a file:
 * most tests spend most of their time on loading. For a mutant in what runs while a module is loaded, the
 * modules are loaded anew; other packages stay.
 *
 * What a mutant leaves behind must not count against the next: a test that failed is run again without the
 * mutant, and where it fails again, modules are loaded anew and the mutant is judged in them.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
import { type Plugin, build } from 'esbuild';
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

/** The bundle is another file than those that ask where they are. */
const places: Plugin = {
  name: 'places',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8')
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
      return { contents, loader: 'ts' };
    });
  },
};

/** `start:FILE` stands before each file of tests. */
const starts: Plugin = {
  name: 'starts',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^start:/ }, ({ path }) => ({ path, namespace: 'start' }));
    onLoad({ filter: /.*/, namespace: 'start' }, () => ({
      contents: "import { startFile } from 'vitest'; startFile();",
      resolveDir: process.cwd(),
    }));
  },
};

/** The compiler takes longer than all else; what an SDK says is judged without it. */
const uncompiled: Plugin = {
  name: 'uncompiled',
  setup({ onLoad }) {
    onLoad({ filter: /test\/support\/typecheck\.ts$/ }, () => ({
      contents: 'export const typecheckNew = () => [];',
      loader: 'ts',
    }));
  },
};

/** The working directory is a copy of the project with the mutants in it. */
class OneProcess implements TestRunner {
  private bundle: Promise<string> | undefined;
  private tests: readonly Test[] | undefined;
  private loads = 0;

  capabilities(): { readonly reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  async dryRun(): Promise<DryRunResult> {
    const tests = await this.load();
    const results: TestResult[] = [];
    for (const [id, each] of tests.entries()) results.push(await run(String(id), each));
    const coverage = mutated().mutantCoverage;
    return { status: DryRunStatus.Complete, tests: results, ...(coverage && { mutantCoverage: coverage }) };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { result, isSpoilt } = await this.judge(options);
    if (!isSpoilt) return result;
    this.tests = undefined;
    const again = await this.judge(options);
    if (again.isSpoilt) this.tests = undefined;
    return again.result;
  }

  private async judge({
    activeMutant,
    hitLimit,
    mutantActivation,
    testFilter,
  }: MutantRunOptions): Promise<{ readonly result: MutantRunResult; readonly isSpoilt: boolean }> {
    const own = mutated();
    const isStatic = mutantActivation === 'static' || process.env['MUTANTS_ANEW'] === 'true';
    if (isStatic) {
      this.tests = undefined;
      Object.assign(own, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    }
    const tests = await this.load();
    Object.assign(own, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    const results: TestResult[] = [];
    let failed: Test | undefined;
    for (const [id, each] of tests.entries()) {
      if (testFilter?.includes(String(id)) === false) continue;
      const result = await run(String(id), each);
      results.push(result);
      if (result.status === TestStatus.Failed) {
        failed = each;
        break;
      }
    }
    const hanging = determineHitLimitReached(own.hitCount, hitLimit);
    Object.assign(own, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    const result = toMutantRunResult(hanging ?? { status: DryRunStatus.Complete, tests: results });
    if (isStatic) {
      this.tests = undefined;
      return { result, isSpoilt: false };
    }
    const isSpoilt = failed !== undefined && (await run('', failed)).status === TestStatus.Failed;
    return { result, isSpoilt };
  }

  private async load(): Promise<readonly Test[]> {
    if (this.tests !== undefined) return this.tests;
    this.bundle ??= bundled();
    this.loads += 1;
    const url = `${pathToFileURL(await this.bundle).href}?${this.loads}`;
    const { tests } = (await import(url)) as { readonly tests: readonly Test[] };
    this.tests = tests;
    return tests;
  }
}

async function bundled(): Promise<string> {
  const outfile = join(process.cwd(), `.one-process-${process.pid}.mjs`);
  const standIn = join(process.cwd(), 'bench/mutants/stand-in.ts');
  const files = (process.env['MUTANTS_TESTS'] ?? '').split(' ');
  const contents = `export { tests } from ${JSON.stringify(standIn)};\n${files
    .map((file) => `import "start:${file}";\nimport ${JSON.stringify(join(process.cwd(), file))};\n`)
    .join('')}`;
  await build({
    stdin: { contents, resolveDir: process.cwd() },
    ...{ outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external' },
    alias: { vitest: standIn },
    plugins: [starts, uncompiled, places],
    logLevel: 'error',
  });
  return outfile;
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
