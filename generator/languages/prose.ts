/** Prose of the document as lines of comments, whatever the language. */
import type { LiteralType, TypeNode } from '../ir/types.ts';
import { markdownOfHtml } from '../text/html.ts';

const WIDTH = 80;

/**
 * Prose as lines of at most 80 columns. Blank lines, lists, tables, indented and fenced blocks keep their
 * breaks.
 */
export function proseLines(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const lines: string[] = [];
  let paragraph: string[] = [];
  let fenced = false;
  const flush = () => {
    if (paragraph.length > 0) lines.push(...wrap(paragraph.join(' ')));
    paragraph = [];
  };
  for (const line of markdownOfHtml(text).replace(/\r\n?/g, '\n').split('\n')) {
    const isFence = /^\s*(```|~~~)/.test(line);
    if (isFence) fenced = !fenced;
    if (fenced || isFence || /^\s*$|^\s{4}|^\s*([-*+>|#]|\d+[.)])(\s|$)|^\s*\|/.test(line)) {
      flush();
      lines.push(line.trimEnd());
    } else paragraph.push(line.trim());
  }
  flush();
  return collapse(lines);
}

export function wrap(text: string, width: number = WIDTH): readonly string[] {
  const words = text.replace(/\s{2,}|[^\S ]/g, ' ').trim();
  const lines: string[] = [];
  let start = 0;
  while (words.length - start > width) {
    // The last space that leaves a full line, or the end of a word that is longer than one.
    const last = words.lastIndexOf(' ', start + width);
    const end = last > start ? last : words.indexOf(' ', start);
    if (end < 0) break;
    lines.push(words.slice(start, end));
    start = end + 1;
  }
  return words === '' ? [] : [...lines, words.slice(start)];
}

/** At most one blank line in a row, none at the ends. */
function collapse(lines: readonly string[]): readonly string[] {
  const end = lines.findLastIndex((line) => line !== '');
  return lines.filter((line, index) => line !== '' || (index > 0 && index < end && lines[index - 1] !== ''));
}

/**
 * Values of an enum that the document names or describes, each as the language writes it: `- 1: New. Never
 * opened.`
 */
export function valueLines(
  type: TypeNode,
  literal: (value: LiteralType['value']) => string,
): readonly string[] {
  const node = type.kind === 'nullable' ? type.type : type;
  if (node.kind !== 'union' || node.mode !== 'enum') return [];
  const told = node.members.flatMap((one) =>
    one.kind === 'literal' &&
    (one.description !== undefined || (one.label !== undefined && one.label !== String(one.value)))
      ? [one]
      : [],
  );
  if (told.length === 0 || told.length > MOST_VALUES) return [];
  return [
    '',
    ...told.flatMap((one) => {
      const label = one.label === undefined || one.label === String(one.value) ? [] : [one.label];
      const description = one.description === undefined ? [] : [one.description.replace(/\s+/g, ' ').trim()];
      return wrap(`- \`${literal(one.value)}\`: ${[...label, ...description].join(': ')}`);
    }),
  ];
}

const MOST_VALUES = 30;

/** Without blank lines at both ends. */
export const trimBlank = (lines: readonly string[]): readonly string[] => {
  let start = 0;
  let end = lines.length;
  while (start < end && (lines[start] ?? '').trim() === '') start++;
  while (end > start && (lines[end - 1] ?? '').trim() === '') end--;
  return lines.slice(start, end);
};

/** What to do with a webhook that the SDK cannot verify. Names that no header can have are left out. */
export function verificationAdvice(headers: readonly string[]): string {
  const names = headers.filter((name) => /^[\w-]{1,60}$/.test(name)).map((name) => `\`${name}\``);
  return names.length === 0
    ? 'Confirm the event with the API before you act on it.'
    : `Check its signature (${names.join(', ')}) as the API's documentation says before you act on it.`;
}
