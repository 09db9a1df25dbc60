/** Outcomes as a Markdown table, and back: the record that later runs are compared with. */
import type { CorpusDocument } from './documents.ts';
import type { Outcome } from './outcome.ts';

export interface Row {
  readonly id: string;
  /** `made`, or the codes of the diagnostics that say why not. */
  readonly result: string;
  readonly operations: number;
  readonly models: number;
  readonly warnings: number;
  readonly faults: number;
}

const HEAD = `# Corpus

Every document of the corpus, generated with no config and compiled strictly (\`npm run corpus\` rewrites this table).
Result: \`made\`, or the codes of the errors for which nothing is made. Time is of the processor, from reading to printed
text, without the compiler's; memory is the process's peak before the compiler starts. Times depend on the machine and its load.

| document | OpenAPI | KB | result | operations | models | warnings | ms | MB | tsc errors |
|---|---|---|---|---|---|---|---|---|---|
`;

export function tableOf(
  entries: readonly { readonly document: CorpusDocument; readonly outcome: Outcome }[],
): string {
  const rows = entries.map(({ document, outcome }) => {
    const facts = [document.id, document.version, Math.ceil(document.bytes / 1000)];
    switch (outcome.kind) {
      case 'made':
        return [
          ...facts,
          outcome.errors.length > 0 ? outcome.errors.join(' ') : 'made',
          outcome.operations,
          outcome.models,
          outcome.warnings,
          outcome.milliseconds,
          outcome.megabytes,
          outcome.faults,
        ];
      case 'refused':
        return [...facts, outcome.errors.join(' '), '', '', '', outcome.milliseconds, '', ''];
      case 'crashed':
        return [...facts, 'CRASH', '', '', '', '', '', ''];
      default:
        return outcome satisfies never;
    }
  });
  return HEAD + rows.map((row) => `| ${row.join(' | ')} |\n`).join('') + slowestOf(entries);
}

const STAGES = ['reading', 'building and planning', 'rendering', 'type check'];

/** Where the time of the slowest five goes, the compiler's apart. */
function slowestOf(
  entries: readonly { readonly document: CorpusDocument; readonly outcome: Outcome }[],
): string {
  const made = entries.flatMap(({ document, outcome }) =>
    outcome.kind === 'made' ? [{ id: document.id, ...outcome }] : [],
  );
  const slowest = made.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 5);
  const share = (milliseconds: number, whole: number): string =>
    `${milliseconds} (${Math.round((milliseconds / whole) * 100)} %)`;
  const rows = slowest.map((one) => [
    one.id,
    one.milliseconds,
    ...one.stages.map((stage, index) => (index < 3 ? share(stage, one.milliseconds) : stage)),
  ]);
  return `\n## Slowest five, by stage\n\n| document | ms | ${STAGES.join(' | ')} |\n|---|---|${STAGES.map(() => '---|').join('')}\n${rows.map((row) => `| ${row.join(' | ')} |\n`).join('')}`;
}

export function rowsOf(markdown: string): readonly Row[] {
  const [table = ''] = markdown.split('\n## ');
  return table
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| document'))
    .map((line) => {
      const [id = '', , , result = '', operations, models, warnings, , , faults] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      return {
        id,
        result,
        operations: Number(operations),
        models: Number(models),
        warnings: Number(warnings),
        faults: Number(faults),
      };
    });
}
