/** Names that still exist after the upgrade but mean something else. */
import type { Api } from '../../ir/types.ts';
import { meet } from '../where-used.ts';
import { type DiffOptions, SOURCES, type SourceClass } from '../types.ts';
import { API, judge, situationOf, termsOf } from '../verdict.ts';
import type { SchemaMatch } from './match-schemas.ts';
import type { Findings } from './place.ts';
import { finish, startWalk } from './types.ts';
import type { Walk } from './walk.ts';

export interface ApiPair {
  readonly base: Api;
  readonly revision: Api;
  readonly match: SchemaMatch;
  readonly options: DiffOptions;
}

/** The kinds of code that break if the name now refers to the new owner. `compare` compares the two types. */
export function sourcesBetween(
  { base, revision, match, options }: ApiPair,
  compare: (walk: Walk, findings: Findings) => void,
): readonly SourceClass[] {
  const walk = startWalk(base, revision, match, options);
  const findings: Findings = { own: [], places: [] };
  compare(walk, findings);
  finish(walk);
  const terms = termsOf({ ...options, preset: 'standard' });
  const found = new Set<SourceClass>();
  for (const { fact } of findings.own)
    for (const sourceClass of judge(fact, API, terms).source) found.add(sourceClass);
  for (const visited of meet(findings.places, walk.pairs.values()))
    for (const sourceClass of judge(visited.fact, situationOf(visited), terms).source) found.add(sourceClass);
  return SOURCES.filter((source) => found.has(source));
}
