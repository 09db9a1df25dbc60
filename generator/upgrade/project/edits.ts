/** Edits of a text by position. Old text that an edit keeps includes the edits inside it. */

/** A range of the old text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Edit extends Span {
  /** New text, and ranges of the old text that lie within the edit. */
  readonly parts: readonly (string | Span)[];
}

export const replace = (span: Span, text: string): Edit => ({
  start: span.start,
  end: span.end,
  parts: [text],
});

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** True if `inner` is inside `outer`, or an insertion at its border. */
const isWithin = (outer: Edit, inner: Edit): boolean =>
  holds(outer, inner) && !(outer.start === inner.start && outer.end === inner.end);

export interface Settled<T extends Edit> {
  readonly edits: readonly T[];
  /** Conflicting edits: none of them is applied. */
  readonly clashes: readonly T[];
}

/** Removes duplicates, edits that overlap partially, and edits that an outer edit would lose. */
export function settle<T extends Edit>(all: readonly T[]): Settled<T> {
  const sorted = [...all].sort((a, b) => a.start - b.start || b.end - a.end);
  const once = [
    ...new Map(sorted.map((item) => [JSON.stringify([item.start, item.end, item.parts]), item])).values(),
  ];
  const clashing = new Set<T>();
  once.forEach((item, index) => {
    for (let next = index + 1; next < once.length; next += 1) {
      const other = once[next];
      if (other === undefined || other.start > item.end) break;
      const same = item.start === other.start && item.end === other.end;
      const apart = other.start >= item.end && !same;
      if (apart) continue;
      if (same || !isWithin(item, other)) {
        clashing.add(item);
        clashing.add(other);
      } else if (!item.parts.some((part) => typeof part !== 'string' && holds(part, other)))
        clashing.add(other);
    }
  });
  return { edits: once.filter((item) => !clashing.has(item)), clashes: [...clashing] };
}

/**
 * Maps positions between the old and the new text. A position inside an edit maps to the start of the edit.
 */
export interface Edited {
  readonly text: string;
  readonly toOld: (place: number) => number;
  readonly toNew: (place: number) => number;
}

interface Mark {
  readonly old: number;
  readonly fresh: number;
  /** Length of the unchanged old text there; undefined for new text. */
  readonly kept?: number;
}

/** `edits` must be settled. */
export function apply(text: string, edits: readonly Edit[]): Edited {
  const pieces: string[] = [];
  let length = 0;
  const marks: Mark[] = [];
  const write = (piece: string): void => {
    pieces.push(piece);
    length += piece.length;
  };
  const keep = (from: number, to: number): void => {
    marks.push({ old: from, fresh: length, kept: to - from });
    write(text.slice(from, to));
  };
  const render = (span: Span, all: readonly Edit[]): void => {
    let at = span.start;
    for (const { edit, inner } of nested(all)) {
      keep(at, edit.start);
      for (const part of edit.parts) {
        if (typeof part === 'string') {
          marks.push({ old: edit.start, fresh: length });
          write(part);
        } else
          render(
            part,
            inner.filter((each) => holds(part, each)),
          );
      }
      at = edit.end;
    }
    keep(at, span.end);
  };
  render({ start: 0, end: text.length }, edits);
  const kept = marks
    .flatMap(({ kept: size, ...mark }) => (size === undefined ? [] : [{ ...mark, size }]))
    .sort((a, b) => a.old - b.old);
  return {
    text: pieces.join(''),
    toOld: (place) => {
      const mark = lastUpTo(marks, (item) => item.fresh, place);
      return mark === undefined ? place : mark.old + (mark.kept === undefined ? 0 : place - mark.fresh);
    },
    toNew: (place) => {
      const mark = lastUpTo(kept, (item) => item.old, place);
      return mark === undefined ? place : mark.fresh + Math.min(place - mark.old, mark.size);
    },
  };
}

/**
 * The outermost edits, each with the edits inside it. The input is sorted, and an
 * outer edit precedes its inner edits.
 */
function nested(all: readonly Edit[]): readonly { readonly edit: Edit; readonly inner: readonly Edit[] }[] {
  const found: { readonly edit: Edit; readonly inner: Edit[] }[] = [];
  for (const edit of all) {
    const last = found.at(-1);
    if (last !== undefined && isWithin(last.edit, edit)) last.inner.push(edit);
    else found.push({ edit, inner: [] });
  }
  return found;
}

/** The last entry of a sorted list whose position is not after `place`. */
function lastUpTo<T>(list: readonly T[], placeOf: (item: T) => number, place: number): T | undefined {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = list[middle];
    if (item !== undefined && placeOf(item) <= place) low = middle + 1;
    else high = middle;
  }
  return list[low - 1];
}
