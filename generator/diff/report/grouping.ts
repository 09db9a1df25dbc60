/** Groups the changes of a report by rule or by endpoint. */
import { BUMPS, type Bump, worse } from '../types.ts';
import type { LocatedChange } from './report.ts';
import { type ChangeGroup, groupsOf } from './words.ts';
import { count } from '../../lib/count.ts';

export type Grouping = 'rule' | 'endpoint';

export const groupBy = (changes: readonly LocatedChange[], by: Grouping = 'rule'): readonly ChangeGroup[] =>
  by === 'rule' ? groupsOf(changes) : byEndpoint(changes);

/** A change that affects several endpoints is listed once, under all of them. */
function byEndpoint(changes: readonly LocatedChange[]): readonly ChangeGroup[] {
  const groups = new Map<string, LocatedChange[]>();
  for (const change of changes) {
    const title = titleOf(change);
    groups.set(title, [...(groups.get(title) ?? []), change]);
  }
  const sorted = [...groups].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return sorted.map(([title, own]) => ({
    title,
    rule: count(own.length, 'change'),
    effect: '',
    bump: own.reduce<Bump>((worst, locatedChange) => worse(BUMPS, worst, locatedChange.bump), 'none'),
    changes: own,
  }));
}

const SEVERAL = 'Several endpoints';
const NONE = 'The API as a whole';
const rank = (title: string): number => (title === NONE ? 2 : title === SEVERAL ? 1 : 0);

function titleOf({ reach }: LocatedChange): string {
  const [first] = reach;
  if (first === undefined) return NONE;
  if (reach.length > 1) return SEVERAL;
  return first.symbol === undefined ? first.operation : `${first.operation} · ${first.symbol}()`;
}
