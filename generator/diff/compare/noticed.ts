/** What users notice if an object became a union. */
import type { TypeNode } from '../../ir/types.ts';
import type { Cell, Direction } from '../types.ts';
import { readsAs } from './assignability.ts';
import { membersOfObject, resolve } from './shape.ts';
import type { Walk } from './walk.ts';

/** What code written for the old type notices of members that were added to it or replaced it. */
export function noticed(
  walk: Walk,
  a: TypeNode,
  members: readonly TypeNode[],
): Readonly<Record<Direction, Partial<Cell>>> {
  const sides = { base: walk.revision, revision: walk.base };
  const reads = (now: TypeNode, old: TypeNode, what: 'kinds' | 'values'): boolean =>
    readsAs(now, old, { ...sides, what });
  const hasNewValues = sharedProperties(walk, a, members).some(
    ([old, now]) => reads(now, old, 'kinds') && !reads(now, old, 'values'),
  );
  const isRead = members.every((member) => reads(member, a, 'kinds'));
  const exhaust = hasNewValues ? (['exhaust'] as const) : [];
  return {
    response: { source: isRead ? (hasNewValues ? exhaust : ['type-level']) : ['read', 'exhaust'] },
    request: { source: [...exhaust, 'type-level'] },
  };
}

/** Types of the properties that the object shares with each of the other members. */
function sharedProperties(
  walk: Walk,
  a: TypeNode,
  members: readonly TypeNode[],
  seen: ReadonlySet<TypeNode> = new Set(),
): readonly (readonly [old: TypeNode, now: TypeNode])[] {
  const x = resolve(a, walk.base);
  if (x?.kind !== 'object') return [];
  const before = membersOfObject(x, walk.base).properties;
  return members.flatMap((member) => {
    const y = resolve(member, walk.revision);
    if (y?.kind === 'union' && !seen.has(y))
      return sharedProperties(walk, a, y.members, new Set([...seen, y]));
    if (y?.kind !== 'object') return [];
    return [...membersOfObject(y, walk.revision).properties.values()].flatMap((property) => {
      const old = before.get(property.name);
      return old === undefined ? [] : [[old.type, property.type] as const];
    });
  });
}
