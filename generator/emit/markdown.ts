/**
 * Markdown in prettier's layout. Most of what generated pages hold needs no parser: tables are aligned, and
 * headings, plain paragraphs,
 * flat lists and code stay as they are. Blocks in which anything else occurs (prose of a document may hold
 * all of Markdown) are given to
 * `slow`. Sections do not influence each other: a heading ends everything before it (CommonMark 0.31 section
 * 4.2).
 */

export interface MarkdownTools {
  /** Prettier, for a section. */
  readonly slow: (text: string) => Promise<string>;
  /** The code inside a fence, by its language; undefined leaves it as it is. */
  readonly code: (language: string, text: string) => Promise<string | undefined>;
}

export const markdownFormatter = (tools: MarkdownTools): ((text: string) => Promise<string>) => {
  const cells: Cells = new Map();
  return async (text) => {
    const done: string[] = [];
    for (const part of sectionsOf(text).flatMap((section) => partsOf(section, cells))) {
      done.push(await finish(part, tools));
    }
    const shown = done.filter((part) => part !== '').join('\n\n');
    return shown === '' ? '' : `${shown}\n`;
  };
};

/**
 * What is known of the cells of tables, as written: the same types and descriptions stand on hundreds of
 * pages.
 */
type Cells = Map<string, Cell>;
interface Cell {
  readonly text: string;
  readonly isNarrow: boolean;
  /** Printed as it stands. */
  readonly isSure: boolean;
}

type Block = readonly string[];
type Slow = { readonly kind: 'slow'; readonly blocks: readonly Block[] };
type LaidOut =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly rows: readonly (readonly string[])[];
      readonly unsure: readonly string[];
      readonly block: Block;
    }
  | { readonly kind: 'code'; readonly language: string; readonly lines: readonly string[] };

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
/**
 * Ways for a line to be more than text: lists, quotes, rules, underlined headings, tables, HTML, definitions,
 * indentation.
 */
const MARKED = /^(?:[\s>|=~+<-]|\*(?!\*\w)|#|```|\d+[.)]|\[[^\]]*\]:)/;

/**
 * A block of HTML, which ends at the blank line (CommonMark 0.31 section 4.6, kind 6), and what in it would
 * not end there.
 */
const HTML_BLOCK =
  /^<\/?(?:blockquote|center|dd|details|div|dl|dt|h[1-6]|li|ol|p|section|summary|table|tbody|td|th|thead|tr|ul)(?:\s|\/?>)/i;
const HTML_OPEN_ENDED = /<(?:!|\?|script|pre|style|textarea)/i;
const QUOTE = /^> \S/;

/**
 * What reaches beyond a blank line, or is something else at the top of a text: HTML of these kinds, fences
 * that are not ours, definitions of links, rules.
 */
const OPEN_ENDED = /^ {0,3}(?:~~~|```|<(?:!|\?|script|pre|style|textarea)|\[[^\]]*\]:|---)/i;
const isListLike = (block: Block): boolean => /^\s|^(?:[-*+]|\d+[.)])(?:\s|$)/.test(block[0] ?? '');

/**
 * The blocks of a section, simple ones laid out, the others in runs. A run takes the simple lists beside it
 * along: lists that follow each
 * other belong together or get other bullets, and what is indented belongs to the item before it.
 */
function partsOf(blocks: readonly Block[], cells: Cells): readonly (LaidOut | Slow)[] {
  const simple = blocks.map((block) => layOutBlock(block, cells));
  if (
    simple.some(
      (one, index) =>
        one === undefined &&
        (blocks[index] ?? []).some((line) => OPEN_ENDED.test(line) && !COMMENT.test(line)),
    )
  )
    return [{ kind: 'slow', blocks }];
  const isSlow = simple.map((one) => one === undefined);
  const isBeside = (index: number): boolean =>
    isListLike(blocks[index] ?? []) &&
    [index - 1, index + 1].some((other) => isListLike(blocks[other] ?? []) || isSlow[other] === true);
  // Forwards and backwards, as a list that is taken along takes its neighbour along.
  for (const order of [blocks.keys(), [...blocks.keys()].reverse()])
    for (const index of order) isSlow[index] ||= isBeside(index);
  const parts: (LaidOut | Slow)[] = [];
  for (const [index, block] of blocks.entries()) {
    const one = isSlow[index] ? undefined : simple[index];
    const last = parts.at(-1);
    if (one) parts.push(one);
    else if (last?.kind === 'slow')
      parts[parts.length - 1] = { kind: 'slow', blocks: [...last.blocks, block] };
    else parts.push({ kind: 'slow', blocks: [block] });
  }
  return parts;
}

function layOutBlock(block: Block, cells: Cells): LaidOut | undefined {
  const [first = '', second = ''] = block;
  const text = (lines: readonly string[]): LaidOut => ({ kind: 'text', text: lines.join('\n') });
  const fence = FENCE.exec(first);
  if (fence)
    return block.length > 1 && block.at(-1) === '```'
      ? { kind: 'code', language: fence[1] ?? '', lines: block.slice(1, -1) }
      : undefined;
  if (first.startsWith('|')) return TABLE_RULE.test(second) ? layOutTable(block, cells) : undefined;
  if (HEADING.test(first))
    return block.length === 1 && !/#$/.test(first) && isPlain(first.replace(/^#+ /, ''))
      ? text(block)
      : undefined;
  if (LIST_ITEM.test(first)) return layOutList(block);
  if (COMMENT.test(first)) return block.length === 1 ? text(block) : undefined;
  if (HTML_BLOCK.test(first))
    return block.some((line) => HTML_OPEN_ENDED.test(line)) || /\s$/.test(block.at(-1) ?? '')
      ? undefined
      : text(block);
  if (QUOTE.test(first))
    return block.length === 1 && !MARKED.test(first.slice(2)) && isPlain(first.slice(2))
      ? text([`> ${withUnderscores(first.slice(2))}`])
      : undefined;
  const lines = block.map(withUnderscores);
  return lines.every((line) => !MARKED.test(line)) && isPlain(lines) ? text(lines) : undefined;
}

/** A flat list with one line per item. */
function layOutList(block: Block): LaidOut | undefined {
  const items = block.map((line) => LIST_ITEM.exec(line));
  const bullet = items[0]?.[1];
  const texts = items.flatMap((item) =>
    item?.[1] === bullet && item?.[2] !== undefined ? [withUnderscores(item[2])] : [],
  );
  if (
    texts.length < block.length ||
    !texts.every((one) => !MARKED.test(one) && !/^\[[ xX]\]/.test(one) && isPlain(one))
  )
    return undefined;
  return { kind: 'text', text: texts.map((one) => `- ${one}`).join('\n') };
}

/** A table with as many cells in each row, and the cells of it that might be printed in another way. */
function layOutTable(block: Block, known: Cells): LaidOut | undefined {
  const rows: (readonly string[])[] = [];
  const unsure = new Set<string>();
  for (const [index, line] of block.entries()) {
    const cells = cellsOf(line)?.map((cell) => known.get(cell) ?? examine(cell, known)) ?? [];
    if (
      cells.length !== (rows[0]?.length ?? cells.length) ||
      (index !== 1 && !cells.every((cell) => cell.isNarrow))
    )
      return undefined;
    rows.push(cells.map((cell) => cell.text));
    if (index !== 1) for (const cell of cells) if (!cell.isSure) unsure.add(cell.text);
  }
  return { kind: 'table', rows, unsure: [...unsure], block };
}

function examine(written: string, known: Cells): Cell {
  const text = withUnderscores(written);
  const cell = {
    text,
    isNarrow: isNarrow(text),
    isSure: isPlain(text.replace(/`[^`]*`/g, (code) => code.replaceAll('\\|', ' '))),
  };
  known.set(written, cell);
  return cell;
}

/**
 * Every column as wide as its widest cell. Cells do not influence each other, so those that are not sure are
 * laid out in a table of their own.
 */
async function finishTable(
  { rows, unsure, block }: Extract<LaidOut, { readonly kind: 'table' }>,
  { slow }: MarkdownTools,
): Promise<string> {
  const made =
    unsure.length === 0
      ? []
      : (await slow(['| - |', '| --- |', ...unsure.map((cell) => `| ${cell} |`)].join('\n')))
          .trimEnd()
          .split('\n')
          .slice(2)
          .map((line) => cellsOf(line) ?? []);
  if (made.length !== unsure.length || made.some((row) => row.length !== 1 || !row.every(isNarrow)))
    return (await slow(block.join('\n'))).trimEnd();
  const known = new Map(unsure.map((cell, index) => [cell, made[index]?.[0] ?? '']));
  const done = rows.map((row) => row.map((cell) => known.get(cell) ?? cell));
  const columns = rows[0] ?? [];
  const widths = columns.map((_unused, column) =>
    done.reduce((most, row, index) => (index === 1 ? most : Math.max(most, row[column]?.length ?? 0)), 3),
  );
  const line = (row: readonly string[], fill: string): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`;
  return done
    .map((row, index) =>
      index === 1
        ? line(
            widths.map(() => ''),
            '-',
          )
        : line(row, ' '),
    )
    .join('\n');
}

function cellsOf(line: string): readonly string[] | undefined {
  if (!line.startsWith('|') || !line.endsWith('|') || line.endsWith('\\|')) return undefined;
  return line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

const CODE_SPAN = /(`[^`]+`)/;
/** What stands between marks: words that mean nothing to Markdown. */
const WORDS = String.raw`[a-zA-Z0-9](?:[a-zA-Z0-9 .,:;'"/()-]*[a-zA-Z0-9.:!)])?`;
const BEFORE = String.raw`(?<=^|[ (])`;
const AFTER = String.raw`(?=[ .,:;)]|$)`;
const STARRED = new RegExp(String.raw`${BEFORE}\*(${WORDS})\*${AFTER}`, 'g');
const STRONG = new RegExp(String.raw`${BEFORE}\*\*${WORDS}\*\*${AFTER}`, 'g');
const EMPHASIS = new RegExp(String.raw`${BEFORE}_${WORDS}_${AFTER}`, 'g');

/** Emphasis as prettier writes it. */
const withUnderscores = (text: string): string =>
  text.includes('*')
    ? text
        .split(CODE_SPAN)
        .map((part, index) => (index % 2 === 1 ? part : part.replace(STARRED, '_$1_')))
        .join('')
    : text;

/** Words one by one, of letters and signs that mean nothing anywhere. */
const BARE = /^[a-zA-Z0-9.,:;'"/()-]+(?: [a-zA-Z0-9.,:;'"/()-]+)*$/;

/**
 * Whether the lines of a text are printed as they stand. Characters with a meaning pass only where their
 * meaning is plain.
 */
function isPlain(text: string | readonly string[]): boolean {
  const lines = typeof text === 'string' ? [text] : text;
  if (lines.every((line) => BARE.test(line))) return true;
  if (lines.some((line) => / {2}|\t|\s$|``/.test(line))) return false;
  const rest = lines
    .map((line) =>
      line.replace(/`[^`]+`/g, (span) =>
        /^` | `$|\\/.test(span) && !/^`[^ ].*[^ ]`$/.test(span) ? '`' : 'x',
      ),
    )
    .join(' ')
    .replace(/\\\[key: string\\\]|\\[<>|]|\\\*\/\\\*|(?<=[a-zA-Z0-9])\\?_(?=[a-zA-Z0-9])/g, 'x')
    .replace(/<\/?[a-z][a-z0-9]*(?: [a-z-]+="[^"<>|`\\]*")*>/gi, 'x')
    .replace(/\[[a-zA-Z0-9 .,:/()'"-]+(?:\[\])?\]\([\w./#:%?=&+-]+\)/g, 'x')
    .replace(STRONG, 'x')
    .replace(EMPHASIS, 'x')
    .replace(/ & /g, ' ');
  return !/[`*_\\<>[\]&~]|\$\$|\{[{%]/.test(rest) && lines.every(isNarrow);
}

/** Whether each character is one column wide and means nothing to a line. */
const isNarrow = (text: string): boolean =>
  /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u20a0-\u20bf\u2190\u2192]*$/.test(text);

async function finish(block: LaidOut | Slow, tools: MarkdownTools): Promise<string> {
  if (block.kind === 'slow')
    return (await tools.slow(block.blocks.map((one) => one.join('\n')).join('\n\n'))).trimEnd();
  if (block.kind === 'text') return block.text;
  if (block.kind === 'table') return finishTable(block, tools);
  const source = block.lines.join('\n');
  const code = (await tools.code(block.language, source))?.trimEnd() ?? source;
  return `\`\`\`${block.language}\n${code}${code === '' ? '' : '\n'}\`\`\``;
}
