/** Which member of a union a sample shows. */
import type { UnionType } from '../../ir/types.ts';
import { accepts, jsonOf } from './fit.ts';
import { type SampleSite, newBudget } from './site.ts';
import { DEFAULT_STYLE, type SampleValue } from './value.ts';

/**
 * Members that are tried: a union of hundreds that nothing tells apart is no reason to compare each with
 * each.
 */
const MOST = 64;

/**
 * Unions that hold each other in a longer row take their first member: the rest of the row is not looked
 * through for it.
 */
const DEEPEST = 24;

const choices = new WeakMap<UnionType, Map<SampleSite['extent'], number>>();

/**
 * JSON Schema's `oneOf` allows a value of exactly one member. The choice is made once for a union, away from
 * the place where it stands:
 * unions within unions would else be compared again at each level.
 */
export function chooseMember(
  node: UnionType,
  site: SampleSite,
  make: (index: number, site: SampleSite) => SampleValue | undefined,
): number {
  if (node.mode !== 'oneOf' || node.discriminator) return 0;
  const known = choices.get(node) ?? new Map<SampleSite['extent'], number>();
  choices.set(node, known);
  const found = known.get(site.extent);
  if (found !== undefined) return found;
  const choosing = site.choosing ?? 0;
  if (choosing >= DEEPEST) return 0;
  // A union that holds itself meets this first answer.
  known.set(site.extent, 0);
  const apart: SampleSite = {
    ...site,
    style: DEFAULT_STYLE,
    name: 'value',
    within: new Set(),
    depth: 1,
    level: 1,
    choosing: choosing + 1,
  };
  const index = node.members.slice(0, MOST).findIndex((_, candidate) => {
    const value = make(candidate, { ...apart, budget: newBudget() });
    const json = value && jsonOf(value);
    return (
      json !== undefined &&
      !node.members.some((member, other) => other !== candidate && accepts(site.shapes, member, json))
    );
  });
  known.set(site.extent, Math.max(index, 0));
  return Math.max(index, 0);
}
