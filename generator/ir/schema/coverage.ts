/** Counts the schema keywords that had no effect on the result, so that nothing is dropped silently. */
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { sortedBy } from '../../lib/order.ts';
import { type Origin, at } from '../../lib/origin.ts';

export interface IgnoredKeyword {
  readonly keyword: string;
  readonly count: number;
  /** The first place where it was read. */
  readonly origin: Origin;
}

export interface Coverage {
  readonly ignore: (keyword: string, origin: Origin) => void;
  /** Ordered by keyword. */
  readonly list: () => readonly IgnoredKeyword[];
}

export function createCoverage(): Coverage {
  const counts = new Map<string, { count: number; readonly origin: Origin }>();
  return {
    ignore: (keyword, origin) => {
      const known = counts.get(keyword);
      if (known === undefined) counts.set(keyword, { count: 1, origin: at(origin, keyword) });
      else known.count += 1;
    },
    list: () =>
      sortedBy(
        [...counts].map(([keyword, { count, origin }]) => ({ keyword, count, origin })),
        (item) => item.keyword,
      ),
  };
}

/**
 * A note for each keyword. Vendor extensions are counted but not reported,
 * because they address other tools.
 */
export const coverageNotes = (coverage: Coverage): readonly Diagnostic[] =>
  coverage
    .list()
    .flatMap(({ keyword, count, origin }) =>
      keyword.startsWith('x-') ? [] : [diagnostic('keyword-ignored', { keyword, count }, { origin })],
    );
