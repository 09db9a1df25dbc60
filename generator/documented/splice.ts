/** Sets a key in mappings of a YAML text and preserves every other character. */
import { isMap, isNode, isScalar, parseDocument, stringify } from 'yaml';
import { unescapeToken } from '../lib/origin.ts';
import type { JsonValue } from '../lib/json.ts';
import type { SourceText } from '../source/types.ts';

export interface Splice {
  /** Pointer of the mapping. */
  readonly pointer: string;
  readonly key: string;
  readonly value: JsonValue;
}

interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Skips mappings that do not occur in the text under their own key (aliases, merge keys). */
export function spliceSamples(source: SourceText, splices: readonly Splice[]): string {
  const lines = readLines(source.text);
  const edits = new Map<number, TextEdit>();
  for (const splice of splices) {
    const edit = editFor(source, lines, splice);
    if (edit && !edits.has(edit.from)) edits.set(edit.from, edit);
  }
  let result = '';
  let done = 0;
  for (const edit of [...edits.values()].sort((a, b) => a.from - b.from)) {
    if (edit.from < done) continue;
    result += source.text.slice(done, edit.from) + edit.text;
    done = edit.to;
  }
  return result + source.text.slice(done);
}

interface Line {
  readonly start: number;
  /** Offset after the line break. */
  readonly end: number;
  /** Indentation of the content in columns; -1 for a blank line. */
  readonly indent: number;
  readonly text: string;
}

function readLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const at = text.indexOf('\n', start);
    const end = at < 0 ? text.length : at + 1;
    const line = text.slice(start, end).replace(/\r?\n$/, '');
    const content = line.search(/[^ ]/);
    lines.push({ start, end, indent: content, text: line });
    start = end;
  }
  return lines;
}

function editFor(source: SourceText, lines: readonly Line[], splice: Splice): TextEdit | undefined {
  const { line, column } = source.locate(splice.pointer);
  const head = lines[line - 1];
  const token = unescapeToken(splice.pointer.slice(splice.pointer.lastIndexOf('/') + 1));
  if (!head) return undefined;
  const found = /^(?:"([^"]*)"|'([^']*)'|([^\s:{}[\],"'#][^:{}[\],"']*?))\s*:(?:\s+(.*))?$/.exec(
    head.text.slice(column - 1),
  );
  if (!found || (found[1] ?? found[2] ?? found[3]) !== token)
    return editInside(source.text, head.start + column - 1, token, splice);
  const rest = (found[4] ?? '')
    .replace(/^&\S+\s*/, '')
    .replace(/^#.*$/, '')
    .trim();
  if (rest.startsWith('{'))
    return flowEdit(source.text, source.text.indexOf('{', head.start + column - 1), splice);
  return rest === '' ? blockEdit(lines, line, column - 1, splice) : undefined;
}

/** A key inside a flow mapping: `{get: {…}}`. */
function editInside(text: string, offset: number, token: string, splice: Splice): TextEdit | undefined {
  const match = /^\s*(?:"([^"]*)"|'([^']*)'|([\w$-]+))\s*:\s*\{/.exec(
    text.slice(offset, offset + token.length + 40),
  );
  return match && (match[1] ?? match[2] ?? match[3]) === token
    ? flowEdit(text, offset + match[0].length - 1, splice)
    : undefined;
}

function blockEdit(
  lines: readonly Line[],
  after: number,
  keyIndent: number,
  splice: Splice,
): TextEdit | undefined {
  const isContent = (line: Line): boolean => line.indent >= 0 && line.text[line.indent] !== '#';
  let start = after;
  for (let line = lines[start]; line && !isContent(line); line = lines[start]) start++;
  const first = lines[start];
  if (!first || first.indent <= keyIndent) return undefined;
  const { indent } = first;
  const text = indented(stringify({ [splice.key]: splice.value }, { lineWidth: 0 }), indent);
  let last = first;
  let old: { readonly from: number; to: number } | undefined;
  let inOld = false;
  for (let at = start; at < lines.length; at++) {
    const line = lines[at];
    if (!line || line.indent < 0) continue;
    if (line.indent < indent) {
      if (isContent(line)) break;
      continue;
    }
    // Deeper lines belong to a value, even if they look like comments: they may be lines of a block scalar.
    if (line.indent > indent || (inOld && line.text.startsWith('-', indent))) {
      if (inOld && old) old.to = line.end;
      last = line;
      continue;
    }
    if (!isContent(line)) continue;
    inOld = isKey(line.text.slice(indent), splice.key);
    if (inOld) old = { from: line.start, to: line.end };
    last = line;
  }
  if (old) return { ...old, text };
  const endsOpen = last.end === last.start + last.text.length;
  return { from: last.end, to: last.end, text: endsOpen ? `\n${text}` : text };
}

const isKey = (text: string, key: string): boolean =>
  [`${key}:`, `"${key}":`, `'${key}':`].some((name) => text.startsWith(name));

const indented = (text: string, indent: number): string => text.replace(/^(?=.)/gm, ' '.repeat(indent));

/** In a flow mapping, the value is written as JSON, which needs no indentation. */
function flowEdit(text: string, open: number, splice: Splice): TextEdit | undefined {
  const close = closingBrace(text, open);
  if (close === undefined) return undefined;
  const json = JSON.stringify(splice.value);
  const parsed = parseDocument(text.slice(open, close + 1)).contents;
  if (!isMap(parsed)) return undefined;
  const pair = parsed.items.find((item) => isScalar(item.key) && item.key.value === splice.key);
  const range = isNode(pair?.value) ? pair.value.range : undefined;
  if (range) return { from: open + range[0], to: open + range[1], text: json };
  const inside = text.slice(open + 1, close);
  const comma = parsed.items.length === 0 ? '' : /,\s*$/.test(inside) ? ' ' : ', ';
  const end = open + 1 + inside.trimEnd().length;
  return { from: end, to: end, text: `${comma}"${splice.key}": ${json}` };
}

function closingBrace(text: string, open: number): number | undefined {
  let depth = 0;
  let quote = '';
  for (let at = open; at < text.length; at++) {
    const character = text[at] ?? '';
    if (quote !== '') {
      if (character === '\\' && quote === '"') at++;
      else if (character === quote) quote = '';
    } else if ((character === '"' || character === "'") && /[\s{[,:]/.test(text[at - 1] ?? ' '))
      quote = character;
    else if (character === '#' && /\s/.test(text[at - 1] ?? '')) {
      const end = text.indexOf('\n', at);
      if (end < 0) return undefined;
      at = end;
    } else if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth === 0) return at;
  }
  return undefined;
}
