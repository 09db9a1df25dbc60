/**
 * Markdown in prettier's layout. Most of what generated pages hold needs no parser: tables are aligned, and headings, plain paragraphs,
 * flat lists and code stay as they are. A section in which anything else occurs (prose of a document may hold all of Markdown) is given to
 * `slow`. Sections do not influence each other: a heading ends everything before it (CommonMark 0.31 section 4.2).
 */

export interface MarkdownTools {
  /** Prettier, for a section. */
  readonly slow: (text: string) => Promise<string>;
  /** The code inside a fence, by its language; undefined leaves it as it is. */
  readonly code: (language: string, text: string) => Promise<string | undefined>;
}

export async function formatMarkdown(text: string, tools: MarkdownTools): Promise<string> {
  const sections: string[] = [];
  for (const blocks of sectionsOf(text)) {
    const simple = layOut(blocks);
    if (simple === undefined) sections.push((await tools.slow(blocks.map((block) => block.join('\n')).join('\n\n'))).trimEnd());
    else sections.push((await Promise.all(simple.map((block) => finish(block, tools)))).join('\n\n'));
  }
  const done = sections.filter((section) => section !== '').join('\n\n');
  return done === '' ? '' : `${done}\n`;
}

type Block = readonly string[];
type LaidOut = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'code'; readonly language: string; readonly lines: readonly string[] };

/** Blocks are what blank lines separate; a fence is one block whatever it holds. */
function sectionsOf(text: string): readonly (readonly Block[])[] {
  const sections: Block[][] = [[]];
  let block: string[] = [];
  let isFenced = false;
  const close = (): void => {
    if (block.length > 0) sections.at(-1)?.push(block);
    block = [];
  };
  for (const line of text.split('\n')) {
    const isFence = line.startsWith('```');
    if (isFenced) {
      block.push(line);
      if (line.trimEnd() === '```') {
        isFenced = false;
        close();
      }
    } else if (line.trim() === '') close();
    else {
      if (isFence) {
        close();
        isFenced = true;
      } else if (block.length === 0 && HEADING.test(line)) sections.push([]);
      block.push(line);
    }
  }
  close();
  return sections.filter((section) => section.length > 0);
}

const HEADING = /^#{1,6} \S/;
const FENCE = /^```([a-z]*)$/;
const TABLE_RULE = /^\|(?: -{3,} \|)+$/;
const LIST_ITEM = /^([-*]) (\S.*)$/;
const COMMENT = /^<!-- [^<>-]+(?:-[^<>-]+)* -->$/;
/** Ways for a line to be more than text: lists, quotes, rules, underlined headings, tables, HTML, definitions, indentation. */
const MARKED = /^(?:[\s>|=~+<-]|\*(?!\*\w)|#|```|\d+[.)]|\[[^\]]*\]:)/;

/** Undefined: something in it is not simple. */
function layOut(blocks: readonly Block[]): readonly LaidOut[] | undefined {
  const done: LaidOut[] = [];
  let wasList = false;
  for (const block of blocks) {
    const one = layOutBlock(block);
    const isList = LIST_ITEM.test(block[0] ?? '');
    // Lists that follow each other belong together, or get other bullets.
    if (!one || (isList && wasList)) return undefined;
    wasList = isList;
    done.push(one);
  }
  return done;
}

function layOutBlock(block: Block): LaidOut | undefined {
  const [first = '', second = ''] = block;
  const text = (lines: readonly string[]): LaidOut => ({ kind: 'text', text: lines.join('\n') });
  const fence = FENCE.exec(first);
  if (fence) return block.length > 1 && block.at(-1) === '```' ? { kind: 'code', language: fence[1] ?? '', lines: block.slice(1, -1) } : undefined;
  if (first.startsWith('|')) return TABLE_RULE.test(second) ? layOutTable(block) : undefined;
  if (HEADING.test(first)) return block.length === 1 && !/#$/.test(first) && isPlain(first.replace(/^#+ /, '')) ? text(block) : undefined;
  if (LIST_ITEM.test(first)) return layOutList(block);
  if (COMMENT.test(first)) return block.length === 1 ? text(block) : undefined;
  return block.every((line) => !MARKED.test(line) && isPlain(line)) ? text(block) : undefined;
}

/** A flat list with one line per item. */
function layOutList(block: Block): LaidOut | undefined {
  const items = block.map((line) => LIST_ITEM.exec(line));
  const bullet = items[0]?.[1];
  const texts = items.flatMap((item) => (item?.[1] === bullet && item?.[2] !== undefined ? [item[2]] : []));
  if (texts.length < block.length || !texts.every((one) => !MARKED.test(one) && !/^\[[ xX]\]/.test(one) && isPlain(one))) return undefined;
  return { kind: 'text', text: texts.map((one) => `- ${one}`).join('\n') };
}

/** Every column as wide as its widest cell. Cells that might be printed in another way make the table not simple. */
function layOutTable(block: Block): LaidOut | undefined {
  const rows = block.map(cellsOf);
  const columns = rows[0]?.length ?? 0;
  if (rows.some((row) => row === undefined || row.length !== columns)) return undefined;
  const cells = rows.filter((_row, index) => index !== 1).flatMap((row) => row ?? []);
  if (!cells.every((cell) => isPlain(cell.replace(/`[^`]*`/g, (code) => code.replaceAll('\\|', ' '))))) return undefined;
  const widths = Array.from({ length: columns }, (_unused, column) => Math.max(3, ...rows.map((row, index) => (index === 1 ? 0 : (row?.[column] ?? '').length))));
  const line = (row: readonly string[], fill: string): string => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`;
  return { kind: 'text', text: rows.map((row, index) => (index === 1 ? line(widths.map(() => ''), '-') : line(row ?? [], ' '))).join('\n') };
}

function cellsOf(line: string): readonly string[] | undefined {
  if (!line.startsWith('|') || !line.endsWith('|') || line.endsWith('\\|')) return undefined;
  return line.slice(1, -1).split(/(?<!\\)\|/).map((cell) => cell.trim());
}

/** Whether text is printed as it stands. Characters with a meaning pass only where their meaning is plain. */
function isPlain(text: string): boolean {
  if (/ {2}|\t|\s$|``/.test(text)) return false;
  const rest = text
    .replace(/`[^`]+`/g, (span) => (/^` | `$|\\/.test(span) && !/^`[^ ].*[^ ]`$/.test(span) ? '`' : 'x'))
    .replace(/\\[<>|]|\\\*\/\\\*|(?<=[a-zA-Z0-9])\\?_(?=[a-zA-Z0-9])/g, 'x')
    .replace(/\[[a-zA-Z0-9 .,:/()'-]+\]\([\w./#:%?=&+-]+\)/g, 'x')
    .replace(/\*\*[a-zA-Z0-9][a-zA-Z0-9 .,'-]*[a-zA-Z0-9]\*\*/g, 'x')
    .replace(/ & /g, ' ');
  return !/[`*_\\<>[\]&~$]|\{[{%]/.test(rest) && /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2190\u2192]*$/.test(text);
}

async function finish(block: LaidOut, tools: MarkdownTools): Promise<string> {
  if (block.kind === 'text') return block.text;
  const source = block.lines.join('\n');
  const code = (await tools.code(block.language, source))?.trimEnd() ?? source;
  return `\`\`\`${block.language}\n${code}${code === '' ? '' : '\n'}\`\`\``;
}
