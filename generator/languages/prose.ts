/** Prose of the document as lines of comments, whatever the language. */
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
