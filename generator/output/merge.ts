/** Three-way merge of a generated file that the user edited. */
import { diff3Merge, diffIndices } from 'node-diff3';
import { hashLine } from './text.ts';

const MARKS = { yours: '<<<<<<< yours', middle: '=======', generated: '>>>>>>> generated' } as const;

export interface Merged {
  readonly text: string;
  /** Number of places that both sides changed differently. */
  readonly conflicts: number;
}

/**
 * `base` is the last generated text as hashes of its lines. Without it, the common lines
 * of both sides serve as the base.
 */
export function mergeText(sides: {
  readonly base: readonly string[] | undefined;
  readonly yours: string;
  readonly generated: string;
}): Merged {
  const yours = sides.yours.split('\n');
  const generated = sides.generated.split('\n');
  const base = sides.base ? withText(sides.base, [...yours, ...generated]) : commonLines(yours, generated);
  const lines: string[] = [];
  let conflicts = 0;
  for (const region of diff3Merge<string>(yours, [...base], generated, { excludeFalseConflicts: true })) {
    if (region.ok) lines.push(...region.ok);
    if (!region.conflict) continue;
    conflicts += 1;
    lines.push(MARKS.yours, ...region.conflict.a, MARKS.middle, ...region.conflict.b, MARKS.generated);
  }
  return { text: lines.join('\n'), conflicts };
}

export const hasMarks = (text: string): boolean =>
  text.split('\n').some((line) => line === MARKS.yours || line === MARKS.generated);

/** A base line that is on neither side needs no text: it only has to differ from every line that has text. */
function withText(hashes: readonly string[], lines: readonly string[]): readonly string[] {
  const texts = new Map(lines.map((line) => [hashLine(line), line]));
  return hashes.map((hash) => (hash === '' ? '' : (texts.get(hash) ?? `\u0000${hash}`)));
}

function commonLines(a: readonly string[], b: readonly string[]): readonly string[] {
  const common: string[] = [];
  let from = 0;
  for (const { buffer1 } of diffIndices([...a], [...b])) {
    common.push(...a.slice(from, buffer1[0]));
    from = buffer1[0] + buffer1[1];
  }
  return [...common, ...a.slice(from)];
}
