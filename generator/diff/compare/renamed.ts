import type { Schema } from '../../ir/types.ts';
import { type RefName, likeness, signature } from './structure.ts';
import { tagOf } from './unions.ts';
import type { Walk } from './walk.ts';

/**
 * Types that took over the name of another type, which itself was renamed or removed: base id → revision id.
 * Most references now use the type with the other name, and it is at least as similar as the type that has
 * the old name.
 */
export function renamedAgainst({ links, base, revision, match }: Walk): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const claimed = new Map<string, number>();
  for (const [id, targets] of links) {
    const all = [...targets.values()].reduce((sum, count) => sum + count, 0);
    const [next] = [...targets].find(([, count]) => count * 2 > all) ?? [];
    const [before, after] = [base.get(id), next === undefined ? undefined : revision.get(next)];
    if (next === undefined || before === undefined || after === undefined) continue;
    const [stayed, owner] = [match.toRevision.get(id), match.toBase.get(next)];
    // If either side has no counterpart, it is an ordinary rename.
    if (stayed?.id === next || (stayed === undefined && owner === undefined)) continue;
    const like = alike(before, after, match.refName);
    if (like < 0.5 || tagOf(before.type, base) !== tagOf(after.type, revision)) continue;
    const other = Math.max(
      stayed === undefined ? 0 : alike(before, stayed, match.refName),
      owner === undefined ? 0 : alike(owner, after, match.refName),
    );
    if (other > like || other === EQUAL) continue;
    found.set(id, next);
    claimed.set(next, (claimed.get(next) ?? 0) + 1);
  }
  return new Map([...found].filter(([, next]) => claimed.get(next) === 1));
}

const EQUAL = 2;

/**
 * `EQUAL` for equal shapes, otherwise the share of equal names. References are ignored, because their names
 * are in doubt.
 */
const alike = (a: Schema, b: Schema, refName: RefName): number =>
  signature(a.type, refName) === signature(b.type, refName) ? EQUAL : likeness(a, b, () => '?');
