/** Finds where methods and resources were moved. */
import type { MethodMove, Path, ResourceMove } from '../types.ts';
import type { PairedMethod } from './declarations.ts';
import { type Surface, methodPath, pathKey } from './surface.ts';

export function methodMoves(methods: readonly PairedMethod[]): readonly MethodMove[] {
  return methods.flatMap(({ base, revision }): MethodMove[] => {
    const [before, after] = [methodPath(base), methodPath(revision)];
    if (pathKey(before) === pathKey(after)) return [];
    const moved = pathKey(before.slice(0, -1)) !== pathKey(after.slice(0, -1));
    return [{ kind: 'method', before, after, rule: moved ? 'operation-moved' : 'operation-renamed' }];
  });
}

/**
 * A resource was moved to where all or most of its methods were moved. If it still exists with some
 * of its methods, it was not moved.
 */
export function resourceMoves(
  base: Surface,
  revision: Surface,
  methods: readonly PairedMethod[],
): readonly ResourceMove[] {
  const found: ResourceMove[] = [];
  for (const { properties: path } of base.resources.values()) {
    const votes = new Map<string, { readonly path: Path; count: number }>();
    let all = 0;
    for (const method of methods) {
      const before = methodPath(method.base);
      if (path.some((step, index) => before[index] !== step)) continue;
      const after = methodPath(method.revision);
      const place = after.slice(0, Math.max(0, after.length - (before.length - path.length)));
      if (!revision.resources.has(pathKey(place))) continue;
      const vote = votes.get(pathKey(place)) ?? { path: place, count: 0 };
      vote.count += 1;
      votes.set(pathKey(place), vote);
      all += 1;
    }
    const [best] = [...votes.values()].sort((x, y) => y.count - x.count);
    const stayed = votes.get(pathKey(path)) !== undefined;
    if (best === undefined || stayed || best.count * 2 <= all) continue;
    found.push({ kind: 'resource', before: path, after: best.path, rule: 'operation-moved' });
  }
  return found;
}
