/** A part of a document as it is written. */
import type { Origin } from '../lib/origin.ts';
import type { SourceView } from './contract.ts';
import type { Plan } from './plan.ts';

/** Maximum number of lines shown. */
const MOST_LINES = 60;

export function sourceOf({ texts }: Pick<Plan, 'texts'>, origin: Origin): SourceView | undefined {
  const text = texts.get(origin.document);
  if (text === undefined) return undefined;
  const { line } = text.locate(origin.pointer);
  const lines = linesFrom(text.text, line);
  const indentOf = (row: string): number => /^\s*/.exec(row)?.[0].length ?? 0;
  const margin = indentOf(lines[0] ?? '');
  const end = lines.findIndex((row, at) => at > 0 && row.trim() !== '' && indentOf(row) <= margin);
  const shown = lines.slice(0, end < 0 ? MOST_LINES : end).map((row) => row.slice(margin, margin + 400));
  return { place: `${origin.document}:${line}`, text: shown.join('\n') };
}

/** Lines from a 1-based number on, without splitting a whole document. */
function linesFrom(text: string, line: number): readonly string[] {
  let from = 0;
  for (let at = 1; at < line; at += 1) from = text.indexOf('\n', from) + 1;
  return text.slice(from).split('\n', MOST_LINES);
}
