/**
 * Calls without a config beside those that experts chose. `UPDATE_EXPECTED=1` rewrites the table; the floors
 * are what was reached.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot, sharedFolder } from '../support/shared.ts';
import { type NameScore, compareNames } from './compare-names.ts';
import { ownSdk, readDocuments } from './own-calls.ts';
import { PAIRS, publishedCalls } from './published.ts';
import { REASONS } from './reasons.ts';

const table = join(projectRoot, 'test/parity/names.md');
const pairs = join(sharedFolder ?? '', 'pairs');

/** Percent of calls. */
const FLOORS: Readonly<Record<string, number>> = {
  lithic: 85,
  'modern-treasury': 95,
  spotify: 85,
  'llama-stack': 80,
  phoebe: 24,
  onebusaway: 86,
  linq: 88,
};

describe.skipIf(sharedFolder === undefined)('names without a config', () => {
  it('are those of the published SDKs, as the table says', async () => {
    const rows: string[] = [];
    const left: string[] = [];
    for (const pair of PAIRS) {
      const documents = await readDocuments(join(pairs, pair.name, pair.spec));
      if (documents === undefined) throw new Error(`${pair.name} cannot be read`);
      const published = publishedCalls(pairs, pair.name);
      const score = compareNames(published, ownSdk(documents));
      const scores = (['call', 'method', 'resource'] as const).map((kind) => percent(score, kind));
      rows.push(`| ${pair.name} | ${score.of} | ${scores.join(' | ')} |`);
      if (REASONS[pair.name] !== undefined)
        left.push(
          `## ${pair.name}\n\n${score.differences.map((one) => `- ${one.operation}: theirs \`${one.theirs}\`, ours \`${one.ours}\`; ${reasonOf(pair.name, one.operation)}`).join('\n')}`,
        );
      expect
        .soft((100 * score.call) / score.of, `${pair.name}\n${listed(score)}`)
        .toBeGreaterThanOrEqual(FLOORS[pair.name] ?? 100);
    }
    const text = `${HEAD}\n${rows.join('\n')}\n\nWhat is left of the three pairs that can be looked at, one by one:\n\n${left.join('\n\n')}\n`;
    if (process.env['UPDATE_EXPECTED'] !== undefined) writeFileSync(table, text);
    expect(text).toBe(readFileSync(table, 'utf8'));
  });
});

const percent = (score: NameScore, kind: 'call' | 'method' | 'resource'): string =>
  `${score[kind]} (${((100 * score[kind]) / score.of).toFixed(1)} %)`;
/** Each difference has a reason, or the test fails. */
const reasonOf = (pair: string, operation: string): string => {
  const found = REASONS[pair]?.find(([operations]) => operations.test(operation))?.[1];
  expect.soft(found, `a reason for ${operation} of ${pair}`).toBeDefined();
  return found ?? 'unknown';
};
const listed = (score: NameScore): string =>
  score.differences.map((one) => `${one.operation}: ${one.theirs}, ours ${one.ours}`).join('\n');

const HEAD = `# Names without a config, beside those of published SDKs

Operations that both have. Written by \`names.test.ts\` with \`UPDATE_EXPECTED=1\`.

| pair | operations | same call | same method name | same resource |
|---|---|---|---|---|`;
