/** The figures of a measurement, and the page that tells them. */
import type { Line, Reach } from './reach.ts';

export interface Count {
  readonly broken: number;
  readonly mended: number;
}

export interface Row {
  readonly name: string;
  readonly lines: number;
  readonly moved: Count;
  readonly both: Count;
  readonly other: Count;
  /** Compiled against the new SDK as they stood, and do not after `upgrade`. */
  readonly worse: number;
  /** Files that a second run changes. */
  readonly again: number;
}

export function rowOf(
  name: string,
  { lines, worse, changedAgain }: Pick<Reach, 'lines' | 'worse' | 'changedAgain'>,
): Row {
  const count = (cause: Line['cause']): Count => {
    const broken = lines.filter((one) => one.cause === cause && one.broken !== undefined);
    return { broken: broken.length, mended: broken.filter((one) => one.left === undefined).length };
  };
  return {
    name,
    lines: lines.length,
    moved: count('moved'),
    both: count('both'),
    other: count('other'),
    worse: worse.length,
    again: changedAgain.length,
  };
}

export function addRows(name: string, rows: readonly Row[]): Row {
  const sum = (of: (row: Row) => number): number => rows.reduce((all, one) => all + of(one), 0);
  const counts = (key: 'moved' | 'both' | 'other'): Count => ({
    broken: sum((one) => one[key].broken),
    mended: sum((one) => one[key].mended),
  });
  return {
    name,
    lines: sum((one) => one.lines),
    moved: counts('moved'),
    both: counts('both'),
    other: counts('other'),
    worse: sum((one) => one.worse),
    again: sum((one) => one.again),
  };
}

const share = ({ broken, mended }: Count): string =>
  broken === 0 ? '–' : `${mended} of ${broken} (${((mended / broken) * 100).toFixed(1)} %)`;

export const markdownOf = (rows: readonly Row[]): string =>
  [
    '# Upgrading',
    '',
    '`npm run bench:upgrade` rewrites this page. Lines of user code that compile with the old SDK are compiled with the',
    'new one, as they stand (which is what doing nothing gives: of every column of broken lines 0 %), and after',
    '`sdkwright upgrade`. [README.md](README.md) says how a cause is decided.',
    '',
    '| | lines | broken by a rename, a move, an order, a wrapping: mended | by that and something else: mended | by something else: mended | compiled, and no longer do | files changed by a second run |',
    '|---|---|---|---|---|---|---|',
    ...rows.map(
      (one) =>
        `| ${one.name} | ${one.lines} | ${share(one.moved)} | ${share(one.both)} | ${share(one.other)} | ${one.worse} | ${one.again} |`,
    ),
    '',
  ].join('\n');
