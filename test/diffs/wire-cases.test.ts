/**
 * 366 cases of another tool's test suite: our wire verdict breaks exactly when it reports an error; where we
 * differ on purpose, the list says why.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diffApis } from '../../generator/diff/diff-apis.ts';
import { type Change, type DiffOptions, type Stability, breaksWire } from '../../generator/diff/types.ts';
import { sharedFolder } from '../support/shared.ts';
import { loadApi } from './support.ts';
import { wireFor } from './wire-checks.ts';

interface Finding {
  readonly id: string;
  readonly level: 'error' | 'warning' | 'info';
}

interface Case {
  readonly case: string;
  readonly base: string;
  readonly revision: string;
  readonly options: {
    readonly checks: 'all' | readonly string[];
    readonly stability_level?: string;
    readonly deprecation_days?: { readonly beta: number; readonly stable: number };
  };
  readonly expected: readonly Finding[];
  readonly assertion: 'exact' | 'contains';
}

interface Difference {
  /** Our rule, or a phrase where none of ours speaks. */
  readonly rule: string;
  readonly reason: string;
  readonly cases: readonly string[];
}

const folder = sharedFolder === undefined ? undefined : join(sharedFolder, 'diff/wire-cases');
const differences = JSON.parse(
  readFileSync(new URL('./wire-differences.json', import.meta.url), 'utf8'),
) as readonly Difference[];
const listed = new Map(differences.flatMap((one) => one.cases.map((name) => [name, one] as const)));

const LEVELS: readonly Stability[] = ['draft', 'alpha', 'beta', 'stable'];
const optionsOf = (one: Case): DiffOptions => ({
  today: '2026-11-21',
  ...(one.options.stability_level === undefined
    ? {}
    : { stability: LEVELS[Number(one.options.stability_level) - 1] ?? 'beta' }),
  ...(one.options.deprecation_days === undefined ? {} : { graceDays: one.options.deprecation_days }),
});

/** The changes that the case's checks look at and that break old clients. */
function breaking(one: Case, changes: readonly Change[]): readonly Change[] {
  const { checks } = one.options;
  if (checks === 'all') return changes.filter((change) => breaksWire(change.wire));
  return changes.filter((change) => checks.some((check) => breaksWire(wireFor(change, check) ?? 'ok')));
}

/** Cases of the same documents and checks that each name some of the findings. */
const siblings = (cases: readonly Case[], one: Case): readonly Finding[] =>
  cases
    .filter(
      (each) =>
        each.base === one.base &&
        each.revision === one.revision &&
        JSON.stringify(each.options.checks) === JSON.stringify(one.options.checks),
    )
    .flatMap((each) => each.expected);

describe.skipIf(folder === undefined || !existsSync(folder))('wire cases', () => {
  const cases =
    folder === undefined
      ? []
      : (JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')) as readonly Case[]);

  it.each(cases.map((one) => [one.case, one] as const))('%s', async (name, one) => {
    const [base, revision] = await Promise.all([
      loadApi(folder ?? '', one.base),
      loadApi(folder ?? '', one.revision),
    ]);
    if (base.api === undefined || revision.api === undefined)
      throw new Error(
        [...base.diagnostics, ...revision.diagnostics]
          .map((each) => `${each.code} ${each.message}`)
          .join('\n'),
      );
    const ours = breaking(one, diffApis(base.api, revision.api, optionsOf(one)));
    const theirs = (one.assertion === 'exact' ? one.expected : siblings(cases, one)).filter(
      (each) => each.level === 'error',
    );
    // A case that only says what is among the findings of all checks allows others.
    const agrees =
      theirs.length > 0
        ? ours.length > 0
        : ours.length === 0 || (one.assertion === 'contains' && one.options.checks === 'all');
    const difference = listed.get(name);
    if (difference === undefined)
      expect({
        ours: ours.map((each) => `${each.rule}: ${each.message}`),
        theirs: theirs.map((each) => each.id),
        agrees,
      }).toMatchObject({ agrees: true });
    else expect(agrees, `${name} agrees again: take it off the list (${difference.rule})`).toBe(false);
  });

  it('lists only cases that exist, each once', () => {
    const names = differences.flatMap((one) => one.cases);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !cases.some((one) => one.case === name))).toEqual([]);
  });
});
