/** The excerpt of a line for a diagnostic. */
import { terminalText } from '../../lib/safe-text.ts';

export interface Window {
  readonly text: string;
  /** Start of the marked part in `text`, and its length. */
  readonly from: number;
  readonly length: number;
}

const WIDTH = 100;
const BEFORE = 40;

/**
 * The part of a line around a 1-based column. A minified document may be a single line of megabytes, so the
 * line is never copied.
 */
export function windowAt(source: Source, line: number, column: number): Window | undefined {
  const { text } = source;
  const start = startOf(source, line);
  if (start === undefined) return undefined;
  const newline = text.indexOf('\n', start);
  const end = newline < 0 ? text.length : text[newline - 1] === '\r' ? newline - 1 : newline;
  const mark = Math.min(start + column - 1, end);
  const left = end - start <= WIDTH ? start : Math.max(start, mark - BEFORE);
  const right = Math.min(end, left + WIDTH);
  const head = `${left > start ? '…' : ''}${clean(text.slice(left, mark))}`;
  const marked = markedPart(text.slice(mark, right));
  const tail = `${clean(text.slice(mark + marked.length, right))}${right < end ? '…' : ''}`;
  const shown = clean(marked);
  return { text: head + shown + tail, from: head.length, length: Math.max(1, shown.length) };
}

interface Source {
  readonly text: string;
}

/** Known offsets of lines in a text. */
const lineStarts = new WeakMap<Source, number[]>();

/** Offset of a 1-based line. Cached, because many diagnostics refer to the same text. */
function startOf(source: Source, line: number): number | undefined {
  const starts = lineStarts.get(source) ?? [0];
  lineStarts.set(source, starts);
  while (starts.length < line) {
    const newline = source.text.indexOf('\n', starts.at(-1));
    if (newline < 0) return undefined;
    starts.push(newline + 1);
  }
  return starts[line - 1];
}

/** A tab would shift the marker, so it is replaced by a space. */
const clean = (text: string): string => terminalText(text.replaceAll('\t', ' '));

/** A quoted text, a key or a word. */
const markedPart = (text: string): string =>
  /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s,:\]}]+)/.exec(text)?.[0] ?? text.slice(0, 1);
