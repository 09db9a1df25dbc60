/**
 * `npm run mutants [-- FILE… [--again]]`: breaks core files in small ways and asks their tests whether they
 * notice. FILE is a part of a
 * path in `files.ts`. With `--again` only mutants that survived the last time are tried: enough where tests
 * have only been added.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import type { MutantResult } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { equivalents } from './equivalent.ts';
import { type Judged, judged } from './files.ts';
import { type Mutant, type Outcome, isDetected, isSame, outcomeOf, readMutants } from './outcome.ts';
import { options } from './options.ts';
import { readTable, writeTable } from './table.ts';

const CACHE = 'node_modules/.cache/mutants';

const again = process.argv.includes('--again');
const wanted = process.argv.slice(2).filter((one) => !one.startsWith('--'));
const chosen = judged.filter(({ file }) => wanted.length === 0 || wanted.some((one) => file.includes(one)));
if (chosen.length === 0) {
  console.error(`None of the files in bench/mutants/files.ts has ${wanted.join(' or ')} in its path.`);
  process.exitCode = 2;
}
mkdirSync(CACHE, { recursive: true });
/** Files with the same tests are broken in one run: to begin it takes as long as many mutants do. */
const groups = new Map<string, Judged[]>();
for (const one of chosen) {
  const key = [one.inOneProcess === true, one.isLoadedAnew === true, ...one.tests].join(' ');
  groups.set(key, [...(groups.get(key) ?? []), one]);
}
for (const group of groups.values()) await measure(group);

async function measure(group: readonly Judged[]): Promise<void> {
  const states = group.map(stateOf);
  const ranges = states.flatMap((state) => state.ranges);
  const results = ranges.length === 0 ? [] : await breakFiles(group, ranges);
  for (const { one, source, known, cache } of states) {
    const own = results.filter(({ fileName }) => relative(process.cwd(), fileName) === one.file);
    const found = readMutants(own, source);
    const isFound = (mutant: Mutant): Mutant =>
      found.find((each) => each.key === mutant.key && isDetected(each)) ?? mutant;
    const mutants = known.length === 0 ? found : known.map(isFound);
    writeFileSync(cache, JSON.stringify({ source, mutants }));
    report(one, mutants);
  }
}

async function breakFiles(
  group: readonly Judged[],
  ranges: readonly string[],
): Promise<readonly MutantResult[]> {
  // Read by `vitest.config.ts` and `one-process.ts`.
  process.env['MUTANTS_TESTS'] = (group[0]?.tests ?? []).join(' ');
  process.env['MUTANTS_ANEW'] = String(group[0]?.isLoadedAnew === true);
  return new Stryker(options(ranges, group[0]?.inOneProcess === true)).runMutationTest();
}

interface State {
  readonly one: Judged;
  readonly source: string;
  readonly cache: string;
  /** What became of the mutants the last time, with `--again`. */
  readonly known: readonly Mutant[];
  /** What is to be broken: the file, or places in it. */
  readonly ranges: readonly string[];
}

function stateOf(one: Judged): State {
  const source = readFileSync(one.file, 'utf8');
  const cache = join(CACHE, `${one.file.replaceAll('/', '-')}.json`);
  const last = existsSync(cache)
    ? (JSON.parse(readFileSync(cache, 'utf8')) as {
        readonly source: string;
        readonly mutants: readonly Mutant[];
      })
    : undefined;
  const known = again && last?.source === source ? last.mutants : [];
  const open = known.filter(
    (mutant) => !isDetected(mutant) && !equivalents.some((each) => isSame(each, one.file, mutant)),
  );
  // Stryker counts columns from 1 in results and from 0 in ranges.
  const ranges = open.map(
    ({ start, end }) => `${one.file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`,
  );
  return { one, source, cache, known, ranges: known.length === 0 ? [one.file] : ranges };
}

function report(one: Judged, mutants: readonly Mutant[]): void {
  const outcome: Outcome = outcomeOf(one, mutants, equivalents);
  for (const { start, mutator, from, to } of outcome.survivors)
    console.log(
      `survived ${one.file}:${start.line}:${start.column} ${mutator}\n${JSON.stringify({ from, to })}`,
    );
  for (const { from, to } of outcome.stale)
    console.log(`not equivalent, or not there any more: ${JSON.stringify({ file: one.file, from, to })}`);
  if (outcome.stale.length > 0) process.exitCode = 1;
  writeTable(outcome, readTable());
  console.log(`${one.file}: ${outcome.killed} of ${outcome.mutants - outcome.equivalent} killed\n`);
}
