/** A document's comparisons as figures, and the table of them that a later run must repeat. */
import type { Comparison } from './compare.ts';
import { unexplained } from './exceptions.ts';

export interface Score {
  readonly compared: number;
  readonly same: number;
  /** Differing, every difference with a reason. */
  readonly excepted: number;
  readonly unexplained: number;
  readonly notComparable: number;
}

export function scoreOf(comparisons: readonly Comparison[]): Score {
  const comparable = comparisons.filter((one) => one.verdict !== 'not-comparable');
  const same = comparable.filter((one) => one.verdict === 'same').length;
  const open = comparable.filter((one) => unexplained(one).length > 0).length;
  return {
    compared: comparable.length,
    same,
    excepted: comparable.length - same - open,
    unexplained: open,
    notComparable: comparisons.length - comparable.length,
  };
}

const HEAD = `# Types compared with openapi-typescript

Per document: models and parts of operations whose type is mutually assignable with the peer's, those that differ in places
that \`exceptions.ts\` gives a reason for, those with a difference that has none, and those that one side does not have.
Documents that the peer does not read (OpenAPI 2.0, references that do not resolve) are not here.
\`SDKWRIGHT_ORACLE=write\` rewrites the table from the whole corpus.

| document | compared | same | excepted | unexplained | not comparable |
|---|---|---|---|---|---|
`;

export const floorsTable = (scores: ReadonlyMap<string, Score>): string =>
  HEAD +
  [...scores]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([id, one]) =>
        `| ${id} | ${one.compared} | ${one.same} | ${one.excepted} | ${one.unexplained} | ${one.notComparable} |\n`,
    )
    .join('');

export function readFloors(markdown: string): ReadonlyMap<string, Score> {
  return new Map(
    markdown
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| document'))
      .map((line) => {
        const [id = '', ...figures] = line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim());
        const [compared = 0, same = 0, excepted = 0, open = 0, notComparable = 0] = figures.map(Number);
        return [id, { compared, same, excepted, unexplained: open, notComparable }] as const;
      }),
  );
}
