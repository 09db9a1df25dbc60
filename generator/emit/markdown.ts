/**
 * Layout of Markdown: code in fences by the formatter of its language, columns of tables aligned, one blank line
 * between blocks, none at the end. Prose stays as it is written: a document may hold all of Markdown, and no layout
 * changes what it means.
 */

/** Lays out the code of a fence with this language; undefined leaves it as it is. */
export type CodeFormatter = (language: string, code: string) => Promise<string | undefined>;

const OPENS = /^```([a-z]*)$/;

export async function formatMarkdown(text: string, formatCode: CodeFormatter): Promise<string> {
  const done: string[] = [];
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const language = OPENS.exec(line)?.[1];
    const end = language === undefined ? -1 : lines.indexOf('```', index + 1);
    if (language !== undefined && end > index) {
      const code = lines.slice(index + 1, end).join('\n');
      done.push(line, ...codeLines((await formatCode(language, code)) ?? code), '```');
      index = end;
    } else if (line.startsWith('| ') && TABLE_RULE.test(lines[index + 1] ?? '')) {
      const after = lines.findIndex((other, at) => at > index && !other.startsWith('| '));
      const table = lines.slice(index, after < 0 ? undefined : after);
      done.push(...aligned(table));
      index += table.length - 1;
    } else if (line.trim() !== '') done.push(line);
    else if (done.at(-1) !== '') done.push('');
  }
  const body = done.join('\n').trim();
  return body === '' ? '' : `${body}\n`;
}

const TABLE_RULE = /^\|(?: -{3,} \|)+$/;

/** Columns as wide as their widest cell. A table with another number of cells in some row stays as it is. */
function aligned(table: readonly string[]): readonly string[] {
  const rows = table.map((line) =>
    line
      .replace(/^\| | \|\s*$/g, '')
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
  const columns = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== columns) || table.some((line) => !/ \|\s*$/.test(line))) return table;
  const widths = Array.from({ length: columns }, (_, column) =>
    rows.reduce((most, row, at) => (at === 1 ? most : Math.max(most, row[column]?.length ?? 0)), 3),
  );
  return rows.map((row, at) => {
    const cells = row.map((cell, column) =>
      (at === 1 ? '-' : cell).padEnd(widths[column] ?? 0, at === 1 ? '-' : ' '),
    );
    return `| ${cells.join(' | ')} |`;
  });
}

const codeLines = (code: string): readonly string[] => (code.trim() === '' ? [] : code.trimEnd().split('\n'));
