/**
 * Groups of things that reach each other. Tarjan's algorithm, without recursion: graphs of documents are
 * deep.
 */

/** A thing that reaches itself directly is a group of its own. */
export function rings(
  starts: Iterable<string>,
  targetsOf: (one: string) => readonly string[],
): readonly (readonly string[])[] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const onStack = new Set<string>();
  const stack: string[] = [];
  const result: string[][] = [];
  const lower = (one: string, value: number | undefined): void => {
    low.set(one, Math.min(low.get(one) ?? 0, value ?? 0));
  };
  for (const start of starts) {
    if (index.has(start)) continue;
    const work: { readonly one: string; readonly targets: readonly string[]; next: number }[] = [];
    const enter = (one: string): void => {
      index.set(one, index.size);
      low.set(one, index.get(one) ?? 0);
      stack.push(one);
      onStack.add(one);
      work.push({ one, targets: targetsOf(one), next: 0 });
    };
    enter(start);
    for (let frame = work.at(-1); frame; frame = work.at(-1)) {
      const { one, targets } = frame;
      const target = targets[frame.next++];
      if (target !== undefined) {
        if (!index.has(target)) enter(target);
        else if (onStack.has(target)) lower(one, index.get(target));
        continue;
      }
      work.pop();
      const parent = work.at(-1);
      if (parent) lower(parent.one, low.get(one));
      if (low.get(one) !== index.get(one)) continue;
      const ring: string[] = [];
      for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
        onStack.delete(member);
        ring.push(member);
        if (member === one) break;
      }
      if (ring.length > 1 || targets.includes(one)) result.push(ring);
    }
  }
  return result;
}
