import type { Splice } from './types.ts';

export const applySplices = (text: string, splices: readonly Splice[]): string =>
  splices.reduce((before, { from, to, text: next }) => before.slice(0, from) + next + before.slice(to), text);

/** The splices that undo others: applied to the later text they restore `text` byte by byte. */
export function inverseOf(text: string, splices: readonly Splice[]): readonly Splice[] {
  const undone: Splice[] = [];
  let current = text;
  for (const splice of splices) {
    const { from, to, text: next } = splice;
    undone.unshift({ from, to: from + next.length, text: current.slice(from, to) });
    current = applySplices(current, [splice]);
  }
  return undone;
}

/** Orders the splices of a text so that each applies to the result of its predecessor. */
export const inTurn = (splices: readonly Splice[]): readonly Splice[] =>
  [...splices].sort((a, b) => b.from - a.from || b.to - a.to);
