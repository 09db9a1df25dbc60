/**
 * Code-unit order, the same on every machine and in every locale. Use no other
 * comparator for text in the generator.
 */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Compares without case first, then by code units. Only ASCII letters are
 * folded, independent of any locale.
 */
export const byFoldedCase = (a: string, b: string): number =>
  byCodeUnit(fold(a), fold(b)) || byCodeUnit(a, b);

/** A copy of `items`, sorted by the text that `key` returns. Stable. */
export const sortedBy = <T>(items: Iterable<T>, key: (item: T) => string, compare = byCodeUnit): T[] =>
  [...items].sort((a, b) => compare(key(a), key(b)));

const fold = (text: string): string =>
  /[A-Z]/.test(text) ? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : text;
