/** Recursive files of types: decides which imports must be at the end of the file. */
import { rings } from '../../lib/rings.ts';
import type { Declaration, TypeModule } from './types/declaration.ts';
import { type TypeExpression, namesIn } from './types/expr.ts';
import type { ImportWay } from './file-scope.ts';

/** References of a declaration; `bases` must be defined before it. */
export function referencesOf({ body }: Declaration): {
  readonly bases: readonly Declaration[];
  readonly others: readonly Declaration[];
} {
  const of = (types: readonly TypeExpression[]): readonly Declaration[] =>
    types
      .flatMap(namesIn)
      .flatMap((nameExpression) =>
        nameExpression.kind === 'declaration' ? [nameExpression.declaration] : [],
      );
  switch (body.kind) {
    case 'pending':
      return { bases: [], others: [] };
    case 'alias':
      return { bases: [], others: of([body.type]) };
    case 'page':
      return { bases: [], others: of(body.members.map((member) => member.type)) };
    default:
      return {
        bases: body.bases,
        others: of([...body.members.map((member) => member.type), ...(body.extra ? [body.extra] : [])]),
      };
  }
}

/** Whether a declaration refers to itself, directly or indirectly. */
export function reachesItself(declaration: Declaration): boolean {
  const seen = new Set<Declaration>();
  const waiting = [declaration];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { bases, others } = referencesOf(next);
    for (const item of [...bases, ...others]) {
      if (item === declaration) return true;
      if (seen.has(item)) continue;
      seen.add(item);
      waiting.push(item);
    }
  }
  return false;
}

/** For each module, the modules that it imports at the end. */
export function lateImports(
  modules: readonly TypeModule[],
): ReadonlyMap<string, ReadonlyMap<string, ImportWay>> {
  const edges = new Map<string, Set<string>>();
  const inherits = new Set<string>();
  for (const { name, declarations } of modules) {
    const own = new Set<string>();
    for (const declaration of declarations) {
      const { bases, others } = referencesOf(declaration);
      for (const { module } of [...bases, ...others]) if (module !== name) own.add(module);
      for (const { module } of bases) if (module !== name) inherits.add(`${name} ${module}`);
    }
    edges.set(name, own);
  }
  const found = new Map<string, Map<string, ImportWay>>();
  for (const ring of rings(edges.keys(), (from) => [...(edges.get(from) ?? [])])) {
    const members = new Set(ring);
    const inside = (from: string): readonly string[] =>
      [...(edges.get(from) ?? [])].filter((to) => members.has(to));
    const hasBase = ring.some((from) => inside(from).some((to) => inherits.has(`${from} ${to}`)));
    for (const from of ring) {
      const late = inside(from).filter((to) => !inherits.has(`${from} ${to}`));
      // Which class is defined when the other file ends depends on the order of loading. A module is always
      // available.
      found.set(from, new Map(late.map((to) => [to, hasBase ? 'qualified' : 'late'])));
    }
  }
  return found;
}
