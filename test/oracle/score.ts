/** A document's comparisons as figures, and the table of floors that a later run must not fall below. */
import type { Comparison } from './compare.ts';
import { exceptionFor } from './exceptions.ts';

export interface Score {
  readonly compared: number;
  readonly same: number;
  readonly excepted: number;
  readonly notComparable: number;
  /** Of the compared ones, same or excepted; two decimals, rounded down. */
  readonly percent: number;
}

export function scoreOf(comparisons: readonly Comparison[]): Score {
  const comparable = comparisons.filter((one) => one.verdict !== 'not-comparable');
  const same = comparable.filter((one) => one.verdict === 'same').length;
  const excepted = comparable.filter((one) => exceptionFor(one) !== undefined).length;
  const percent = comparable.length === 0 ? 100 : Math.floor(((same + excepted) / comparable.length) * 10_000) / 100;
  return { compared: comparable.length, same, excepted, notComparable: comparisons.length - comparable.length, percent };
}

const HEAD = `# Types compared with openapi-typescript

Per document: models and parts of operations whose type is mutually assignable with the peer's, those that differ for a
reason listed in \`exceptions.ts\`, those that one side does not have, and the percentage that a later run must reach.
Documents that the peer does not read (OpenAPI 2.0, references that do not resolve) are not here.
\`SDKWRIGHT_ORACLE=write\` rewrites the table from the whole corpus.

| document | compared | same | excepted | not comparable | percent |
|---|---|---|---|---|---|
`;

export const floorsTable = (scores: ReadonlyMap<string, Score>): string =>
  HEAD + [...scores].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, one]) => `| ${id} | ${one.compared} | ${one.same} | ${one.excepted} | ${one.notComparable} | ${one.percent} |\n`).join('');

export function readFloors(markdown: string): ReadonlyMap<string, Score> {
  return new Map(markdown.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| document')).map((line) => {
    const [id = '', ...figures] = line.split('|').slice(1, -1).map((cell) => cell.trim());
    const [compared = 0, same = 0, excepted = 0, notComparable = 0, percent = 0] = figures.map(Number);
    return [id, { compared, same, excepted, notComparable, percent }] as const;
  }));
}
