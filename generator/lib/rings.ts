/**
 * Groups of nodes that reach each other: Tarjan's algorithm without recursion,
 * because graphs of documents are deep.
 */

/** A node that refers to itself directly is a group by itself. */
export function rings(
  starts: Iterable<string>,
  targetsOf: (name: string) => readonly string[],
): readonly (readonly string[])[] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const onStack = new Set<string>();
  const stack: string[] = [];
  const result: string[][] = [];
  const lower = (name: string, value: number | undefined): void => {
    low.set(name, Math.min(low.get(name) ?? 0, value ?? 0));
  };
  for (const start of starts) {
    if (index.has(start)) continue;
    const work: { readonly name: string; readonly targets: readonly string[]; next: number }[] = [];
    const enter = (name: string): void => {
      index.set(name, index.size);
      low.set(name, index.get(name) ?? 0);
      stack.push(name);
      onStack.add(name);
      work.push({ name, targets: targetsOf(name), next: 0 });
    };
    enter(start);
    for (let frame = work.at(-1); frame; frame = work.at(-1)) {
      const { name: current, targets } = frame;
      const target = targets[frame.next++];
      if (target !== undefined) {
        if (!index.has(target)) enter(target);
        else if (onStack.has(target)) lower(current, index.get(target));
        continue;
      }
      work.pop();
      const parent = work.at(-1);
      if (parent) lower(parent.name, low.get(current));
      if (low.get(current) !== index.get(current)) continue;
      const ring: string[] = [];
      for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
        onStack.delete(member);
        ring.push(member);
        if (member === current) break;
      }
      if (ring.length > 1 || targets.includes(current)) result.push(ring);
    }
  }
  return result;
}
