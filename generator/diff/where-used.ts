/** Maps facts in types to the places that use the types. */
import type { Fact, Mask, Pair, Unseen } from './compare/fact.ts';
import { REQUEST, RESPONSE } from './compare/fact.ts';
import type { TypeUse } from './compare/place.ts';

export interface Met {
  readonly fact: Fact;
  readonly place: TypeUse;
  /** The fact concerns the whole value of the place. */
  readonly top: boolean;
  /** False if the value only occurs in a type and no response carries it. */
  readonly sent: boolean;
  /** The SDK has no type for it. */
  readonly unseen: boolean;
}

/** One bit per way of reaching a pair: at most four for each mask. */
const visitOf = (mask: Mask, top: boolean, unseen: boolean): number =>
  1 << (mask * 4 + (top ? 2 : 0) + (unseen ? 1 : 0));

const maskOf = (place: TypeUse): Mask =>
  place.context === 'request' || place.context === 'parameter' ? REQUEST : RESPONSE;

/**
 * Yields every fact for each place. A named type that is not used by a place does not include the named types
 * that it refers to. Pairs without facts are skipped.
 */
export function* meet(places: readonly TypeUse[], pairs: Iterable<Pair>): Generator<Met> {
  const dirty = dirtyPairs([...places.map((place) => place.pair), ...pairs]);
  for (const place of places) {
    if (!dirty.has(place.pair)) continue;
    const seen = new Map<Pair, number>();
    const pending: {
      readonly pair: Pair;
      readonly top: boolean;
      readonly mask: Mask;
      readonly unseen: boolean;
    }[] = [{ pair: place.pair, top: true, mask: maskOf(place), unseen: false }];
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      const { pair, top, mask } = at;
      const visits = seen.get(pair) ?? 0;
      if (
        (visits &
          (visitOf(mask, true, false) | visitOf(mask, top, at.unseen) | visitOf(mask, top, false))) !==
        0
      )
        continue;
      seen.set(pair, visits | visitOf(mask, top, at.unseen));
      const isUnseen = (item: { readonly unseen?: Unseen }): boolean =>
        at.unseen || item.unseen === 'always' || (item.unseen === 'argument' && top && place.spread === true);
      for (const fact of pair.facts)
        if ((fact.mask & mask) !== 0)
          yield { fact, place, top: top && fact.top, sent: place.user !== undefined, unseen: isUnseen(fact) };
      for (const edge of pair.edges)
        if (
          (edge.mask & mask) !== 0 &&
          dirty.has(edge.to) &&
          !(place.user === undefined && pair !== place.pair && edge.to.model)
        )
          pending.push({ pair: edge.to, top: top && edge.top, mask, unseen: isUnseen(edge) });
    }
  }
}

/** Pairs that contain a fact, directly or in a referenced pair. */
function dirtyPairs(all: readonly Pair[]): ReadonlySet<Pair> {
  const parents = new Map<Pair, Pair[]>();
  for (const pair of all) {
    for (const { to } of pair.edges) {
      const known = parents.get(to);
      if (known === undefined) parents.set(to, [pair]);
      else known.push(pair);
    }
  }
  const dirty = new Set<Pair>();
  const pending = all.filter((pair) => pair.facts.length > 0);
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (dirty.has(at)) continue;
    dirty.add(at);
    pending.push(...(parents.get(at) ?? []));
  }
  return dirty;
}
