/** Suggests names similar to a misspelled one. */

/**
 * Edit distance (optimal string alignment): insertions, deletions, substitutions and swaps of adjacent
 * letters.
 */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let best = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + cost,
      );
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) best = Math.min(best, (before[column - 2] ?? 0) + 1);
      next.push(best);
    }
    before = last;
    last = next;
  }
  return last[b.length] ?? 0;
}

/** Up to three names, the most similar first; empty if none is similar. */
export function nearest(name: string, names: readonly string[]): readonly string[] {
  // A caller may send a megabyte.
  const asked = name.slice(0, 100).toLowerCase();
  const most = Math.max(1, Math.floor(asked.length / 3));
  return names
    .filter((candidate) => Math.abs(candidate.length - asked.length) <= most)
    .map((candidate) => ({ candidate, far: distance(asked, candidate.toLowerCase()) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}
