/** Changes of a text by place. What a change keeps of the old text carries the changes inside it. */

/** A stretch of the old text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Edit extends Span {
  /** New text, and stretches of the old one, which lie within the edit. */
  readonly parts: readonly (string | Span)[];
}

export const replace = (span: Span, text: string): Edit => ({
  start: span.start,
  end: span.end,
  parts: [text],
});

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Inside, or an insertion at its border. */
const isWithin = (outer: Edit, inner: Edit): boolean =>
  outer !== inner && holds(outer, inner) && !(outer.start === inner.start && outer.end === inner.end);

const isSame = (a: Edit, b: Edit): boolean =>
  a.start === b.start && a.end === b.end && JSON.stringify(a.parts) === JSON.stringify(b.parts);

export interface Settled<T extends Edit> {
  readonly edits: readonly T[];
  /** What another edit would undo: neither is made. */
  readonly clashes: readonly T[];
}

/** Without repetitions and without edits that meet half-way, or that an outer one would lose. */
export function settle<T extends Edit>(all: readonly T[]): Settled<T> {
  const sorted = [...all].sort((a, b) => a.start - b.start || b.end - a.end);
  const once = sorted.filter((one, index) => !sorted.slice(0, index).some((other) => isSame(one, other)));
  const clashing = new Set<T>();
  once.forEach((one, index) => {
    for (const other of once.slice(index + 1)) {
      if (other.start > one.end) break;
      const same = one.start === other.start && one.end === other.end;
      const apart = other.start >= one.end && !same;
      if (apart) continue;
      if (same || !isWithin(one, other)) {
        clashing.add(one);
        clashing.add(other);
      } else if (!one.parts.some((part) => typeof part !== 'string' && holds(part, other)))
        clashing.add(other);
    }
  });
  return { edits: once.filter((one) => !clashing.has(one)), clashes: [...clashing] };
}

/** Both ways between old and new places; a place inside of an edit leads to the edit's beginning. */
export interface Edited {
  readonly text: string;
  readonly toOld: (place: number) => number;
}

/** `edits` are settled. */
export function apply(text: string, edits: readonly Edit[]): Edited {
  let made = '';
  const marks: { readonly old: number; readonly fresh: number; readonly kept: boolean }[] = [];
  const keep = (from: number, to: number): void => {
    marks.push({ old: from, fresh: made.length, kept: true });
    made += text.slice(from, to);
  };
  const render = (span: Span, inner: readonly Edit[]): void => {
    let at = span.start;
    const tops = inner.filter((one) => !inner.some((other) => isWithin(other, one)));
    for (const one of tops) {
      keep(at, one.start);
      for (const part of one.parts) {
        if (typeof part === 'string') {
          marks.push({ old: one.start, fresh: made.length, kept: false });
          made += part;
        } else
          render(
            part,
            inner.filter((each) => isWithin(one, each) && holds(part, each)),
          );
      }
      at = one.end;
    }
    keep(at, span.end);
  };
  render({ start: 0, end: text.length }, edits);
  return {
    text: made,
    toOld: (place) => {
      const mark = marks.findLast((one) => one.fresh <= place);
      return mark === undefined ? place : mark.old + (mark.kept ? place - mark.fresh : 0);
    },
  };
}
