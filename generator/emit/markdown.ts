/**
 * Formats Markdown: code in fences with the formatter of its language, aligned table columns, a single
 * blank line between blocks and none at the end. Prose stays as written: a document may contain any
 * Markdown, and formatting must not change its meaning.
 */

/** Formats the code of a fence in this language; undefined leaves it as it is. */
export type CodeFormatter = (language: string, code: string) => Promise<string | undefined>;

/** A fence written by templates, whose code is formatted. */
const PLAIN_FENCE = /^```([a-z]*)$/;
/** Start of code that stays as it is, from which its end follows (CommonMark 0.31, sections 4.5 and 4.6). */
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HTML = /^ {0,3}<(pre|script|style|textarea)\b/i;
const INDENTED = /^(?: {2,}|\t)/;

export async function formatMarkdown(text: string, formatCode: CodeFormatter): Promise<string> {
  const done: string[] = [];
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const end = endOfCode(lines, index);
    if (end === index) done.push(line);
    else if (end !== undefined) {
      const code = lines.slice(index + 1, end);
      const language = PLAIN_FENCE.exec(line)?.[1];
      const rendered = language === undefined ? undefined : await formatCode(language, code.join('\n'));
      done.push(line);
      for (const each of rendered === undefined ? code : codeLines(rendered)) done.push(each);
      if (end < lines.length) done.push(lines[end] ?? '');
      index = end;
    } else if (line.startsWith('| ') && TABLE_RULE.test(lines[index + 1] ?? '')) {
      let after = index + 2;
      while (lines[after]?.startsWith('| ')) after++;
      for (const row of aligned(lines.slice(index, after))) done.push(row);
      index = after - 1;
    } else if (line.trim() !== '') done.push(line);
    else {
      let after = index + 1;
      while (after < lines.length && (lines[after] ?? '').trim() === '') after++;
      // Blank lines inside indented code belong to it.
      const blank = INDENTED.test(lines[after] ?? '') ? lines.slice(index, after) : [''];
      for (const each of blank) done.push(each);
      index = after - 1;
    }
  }
  const body = done.join('\n').replace(/^\n+/, '').trimEnd();
  return body === '' ? '' : `${body}\n`;
}

/**
 * Index of the last line of the code that begins at `start`, or of the text.
 * Undefined if no code begins there.
 */
function endOfCode(lines: readonly string[], start: number): number | undefined {
  const line = lines[start] ?? '';
  const [, fence] = FENCE.exec(line) ?? [];
  const [, tag] = HTML.exec(line) ?? [];
  const isInfo = fence?.startsWith('`') && line.slice(line.indexOf(fence) + fence.length).includes('`');
  const ends =
    fence !== undefined && !isInfo
      ? new RegExp(`^ {0,3}${fence}${fence.charAt(0)}*[ \\t]*$`)
      : tag === undefined
        ? undefined
        : /<\/(?:pre|script|style|textarea)>/i;
  if (ends === undefined) return undefined;
  for (let at = tag === undefined ? start + 1 : start; at < lines.length; at++)
    if (ends.test(lines[at] ?? '')) return at;
  return lines.length;
}

const TABLE_RULE = /^\|(?: -{3,} \|)+$/;

/**
 * Maximum size of an aligned table in characters: a cell can be megabytes long,
 * and every row would become as long.
 */
const MOST = 2_000_000;

/**
 * Pads columns to the width of their widest cell. A table whose rows differ in their number of cells, or
 * that would become too large, stays as it is.
 */
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
  if (rows.length * widths.reduce((sum, width) => sum + width, 0) > MOST) return table;
  return rows.map((row, at) => {
    const cells = row.map((cell, column) =>
      (at === 1 ? '-' : cell).padEnd(widths[column] ?? 0, at === 1 ? '-' : ' '),
    );
    return `| ${cells.join(' | ')} |`;
  });
}

const codeLines = (code: string): readonly string[] => (code.trim() === '' ? [] : code.trimEnd().split('\n'));
