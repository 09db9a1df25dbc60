/** Files of types that reach themselves: which of their imports must wait until the end of the file. */
import type { Declaration, TypeModule } from './types/declaration.ts';
import { type TypeExpression, namesIn } from './types/expr.ts';
import type { Way } from './print.ts';

/** What a declaration refers to; `bases` must be there before it. */
export function referencesOf({ body }: Declaration): {
  readonly bases: readonly Declaration[];
  readonly others: readonly Declaration[];
} {
  const of = (types: readonly TypeExpression[]): readonly Declaration[] =>
    types.flatMap(namesIn).flatMap((one) => (one.kind === 'declaration' ? [one.declaration] : []));
  switch (body.kind) {
    case 'pending':
      return { bases: [], others: [] };
    case 'alias':
      return { bases: [], others: of([body.type]) };
    case 'page':
      return { bases: [], others: of(body.members.map((one) => one.type)) };
    default:
      return {
        bases: body.bases,
        others: of([...body.members.map((one) => one.type), ...(body.extra ? [body.extra] : [])]),
      };
  }
}

/** For each module the others that it imports late. */
export function lateImports(modules: readonly TypeModule[]): ReadonlyMap<string, ReadonlyMap<string, Way>> {
  const edges = new Map<string, Set<string>>();
  const inherits = new Set<string>();
  for (const { name, declarations } of modules) {
    const own = new Set<string>();
    for (const one of declarations) {
      const { bases, others } = referencesOf(one);
      for (const { module } of [...bases, ...others]) if (module !== name) own.add(module);
      for (const { module } of bases) if (module !== name) inherits.add(`${name} ${module}`);
    }
    edges.set(name, own);
  }
  const found = new Map<string, Map<string, Way>>();
  for (const ring of rings(edges)) {
    const members = new Set(ring);
    const inside = (from: string): readonly string[] =>
      [...(edges.get(from) ?? [])].filter((to) => members.has(to));
    const hasBase = ring.some((from) => inside(from).some((to) => inherits.has(`${from} ${to}`)));
    for (const from of ring) {
      const late = inside(from).filter((to) => !inherits.has(`${from} ${to}`));
      // Who is loaded first decides which class is there when the other file ends: a module always is.
      found.set(from, new Map(late.map((to) => [to, hasBase ? 'qualified' : 'late'])));
    }
  }
  return found;
}

/** Groups of modules that reach each other (Tarjan's algorithm, without recursion), of more than one. */
function rings(edges: ReadonlyMap<string, ReadonlySet<string>>): readonly (readonly string[])[] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const onStack = new Set<string>();
  const stack: string[] = [];
  const result: string[][] = [];
  for (const start of edges.keys()) {
    if (index.has(start)) continue;
    const work: { readonly id: string; readonly targets: readonly string[]; next: number }[] = [];
    const enter = (id: string): void => {
      index.set(id, index.size);
      low.set(id, index.get(id) ?? 0);
      stack.push(id);
      onStack.add(id);
      work.push({ id, targets: [...(edges.get(id) ?? [])], next: 0 });
    };
    enter(start);
    for (let frame = work.at(-1); frame; frame = work.at(-1)) {
      const target = frame.targets[frame.next++];
      if (target !== undefined) {
        if (!index.has(target)) enter(target);
        else if (onStack.has(target))
          low.set(frame.id, Math.min(low.get(frame.id) ?? 0, index.get(target) ?? 0));
        continue;
      }
      work.pop();
      const parent = work.at(-1);
      if (parent) low.set(parent.id, Math.min(low.get(parent.id) ?? 0, low.get(frame.id) ?? 0));
      if (low.get(frame.id) !== index.get(frame.id)) continue;
      const ring: string[] = [];
      for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
        onStack.delete(id);
        ring.push(id);
        if (id === frame.id) break;
      }
      if (ring.length > 1) result.push(ring);
    }
  }
  return result;
}
