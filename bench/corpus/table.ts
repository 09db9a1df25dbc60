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

export function tableOf(entries: readonly { readonly document: CorpusDocument; readonly outcome: Outcome }[]): string {
  const rows = entries.map(({ document, outcome }) => {
    const facts = [document.id, document.version, Math.ceil(document.bytes / 1000)];
    switch (outcome.kind) {
      case 'made': return [...facts, outcome.errors.length > 0 ? outcome.errors.join(' ') : 'made', outcome.operations, outcome.models, outcome.warnings, outcome.milliseconds, outcome.megabytes, outcome.faults];
      case 'refused': return [...facts, outcome.errors.join(' '), '', '', '', outcome.milliseconds, '', ''];
      case 'crashed': return [...facts, 'CRASH', '', '', '', '', '', ''];
      default: return outcome satisfies never;
    }
  });
  return HEAD + rows.map((row) => `| ${row.join(' | ')} |\n`).join('');
}

export function rowsOf(markdown: string): readonly Row[] {
  return markdown.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| document')).map((line) => {
    const [id = '', , , result = '', operations, models, warnings, , , faults] = line.split('|').slice(1, -1).map((cell) => cell.trim());
    return { id, result, operations: Number(operations), models: Number(models), warnings: Number(warnings), faults: Number(faults) };
  });
}
