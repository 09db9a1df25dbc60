/**
 * Markdown in prettier's layout. Most of what generated pages hold needs no parser: tables are aligned, and headings, plain paragraphs,
 * flat lists and code stay as they are. Blocks in which anything else occurs (prose of a document may hold all of Markdown) are given to
 * `slow`. Sections do not influence each other: a heading ends everything before it (CommonMark 0.31 section 4.2).
 */

export interface MarkdownTools {
  /** Prettier, for a section. */
  readonly slow: (text: string) => Promise<string>;
  /** The code inside a fence, by its language; undefined leaves it as it is. */
  readonly code: (language: string, text: string) => Promise<string | undefined>;
}

export async function formatMarkdown(text: string, tools: MarkdownTools): Promise<string> {
  const done: string[] = [];
  for (const part of sectionsOf(text).flatMap(partsOf)) {
    done.push(part.kind === 'slow' ? (await tools.slow(part.blocks.map((block) => block.join('\n')).join('\n\n'))).trimEnd() : await finish(part, tools));
  }
  const shown = done.filter((part) => part !== '').join('\n\n');
  return shown === '' ? '' : `${shown}\n`;
}

type Block = readonly string[];
type Slow = { readonly kind: 'slow'; readonly blocks: readonly Block[] };
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

/** What reaches beyond a blank line, or is something else at the top of a text: HTML of these kinds, fences that are not ours, definitions of links, rules. */
const OPEN_ENDED = /^ {0,3}(?:~~~|```|<(?:!|\?|script|pre|style|textarea)|\[[^\]]*\]:|---)/i;
const isListLike = (block: Block): boolean => /^\s|^(?:[-*+]|\d+[.)])(?:\s|$)/.test(block[0] ?? '');

/**
 * The blocks of a section, simple ones laid out, the others in runs. A run takes the simple lists beside it along: lists that follow each
 * other belong together or get other bullets, and what is indented belongs to the item before it.
 */
function partsOf(blocks: readonly Block[]): readonly (LaidOut | Slow)[] {
  const simple = blocks.map(layOutBlock);
  if (simple.some((one, index) => one === undefined && (blocks[index] ?? []).some((line) => OPEN_ENDED.test(line) && !COMMENT.test(line)))) return [{ kind: 'slow', blocks }];
  const isSlow = simple.map((one) => one === undefined);
  const isBeside = (index: number): boolean => isListLike(blocks[index] ?? []) && [index - 1, index + 1].some((other) => isListLike(blocks[other] ?? []) || isSlow[other] === true);
  // Forwards and backwards, as a list that is taken along takes its neighbour along.
  for (const order of [blocks.keys(), [...blocks.keys()].reverse()]) for (const index of order) isSlow[index] ||= isBeside(index);
  const parts: (LaidOut | Slow)[] = [];
  for (const [index, block] of blocks.entries()) {
    const one = isSlow[index] ? undefined : simple[index];
    const last = parts.at(-1);
    if (one) parts.push(one);
    else if (last?.kind === 'slow') parts[parts.length - 1] = { kind: 'slow', blocks: [...last.blocks, block] };
    else parts.push({ kind: 'slow', blocks: [block] });
  }
  return parts;
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
    .replace(/\\\[key: string\\\]|\\[<>|]|\\\*\/\\\*|(?<=[a-zA-Z0-9])\\?_(?=[a-zA-Z0-9])/g, 'x')
    .replace(/\[[a-zA-Z0-9 .,:/()'-]+\]\([\w./#:%?=&+-]+\)/g, 'x')
    .replace(/(?<=^|[ (])\*\*[a-zA-Z0-9](?:[a-zA-Z0-9 .,:;'()-]*[a-zA-Z0-9.:!])?\*\*(?=[ .,:;)]|$)/g, 'x')
    .replace(/ & /g, ' ');
  return !/[`*_\\<>[\]&~$]|\{[{%]/.test(rest) && /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2190\u2192]*$/.test(text);
}

async function finish(block: LaidOut, tools: MarkdownTools): Promise<string> {
  if (block.kind === 'text') return block.text;
  const source = block.lines.join('\n');
  const code = (await tools.code(block.language, source))?.trimEnd() ?? source;
  return `\`\`\`${block.language}\n${code}${code === '' ? '' : '\n'}\`\`\``;
}
