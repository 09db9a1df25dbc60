/** `results.md`: the table is also the memory, for the score that a file had the first time. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { judged } from './files.ts';
import type { Outcome } from './outcome.ts';

const FILE = 'bench/mutants/results.md';
const HEAD = `# Mutants

\`npm run mutants [-- FILE…]\` rewrites the rows of the files that it measures. Score: killed by the tests in \`files.ts\`, of those that are
not equivalent (\`equivalent.ts\` has the reasons); before: the first time that the file was measured
(–: the tests that are listed were written before the first time). Killed includes mutants whose tests
did not come to an end (“by time”). \`ignored.ts\` says what is not mutated.

| file | mutants | killed | by time | survived | equivalent | before | after |
|---|---|---|---|---|---|---|---|
`;

/** Cells by file. */
export type Table = ReadonlyMap<string, readonly string[]>;

export function readTable(): Table {
  const rows = existsSync(FILE)
    ? readFileSync(FILE, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('| `'))
    : [];
  return new Map(
    rows
      .map((row) =>
        row
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      )
      .map(([file = '', ...cells]) => [file.replaceAll('`', ''), cells]),
  );
}

export function writeTable(outcome: Outcome, table: Table): void {
  const { file, mutants, killed, timeouts, survivors, equivalent } = outcome;
  const score = `${((100 * killed) / Math.max(1, mutants - equivalent)).toFixed(1)} %`;
  const first = table.get(file)?.[5];
  const row = [
    mutants,
    killed,
    timeouts,
    survivors.length,
    equivalent,
    first === undefined || first === '' ? score : first,
    score,
  ].map(String);
  const rows = new Map([...table, [file, row]]);
  const lines = judged.map(
    (one) =>
      `| \`${one.file}\` | ${(rows.get(one.file) ?? ['not measured', '', '', '', '', '', '']).join(' | ')} |\n`,
  );
  writeFileSync(FILE, `${HEAD}${lines.join('')}`);
}
