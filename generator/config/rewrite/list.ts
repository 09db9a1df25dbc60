/** Adds an item to a list, and removes an item. */
import { type Node, type YAMLSeq, isMap, isSeq, stringify } from 'yaml';
import type { JsonValue } from '../../lib/json.ts';
import { flowText, indentLines, jsonText } from './print.ts';
import {
  type ConfigTree,
  afterBreak,
  columnOf,
  descend,
  hasBlankLine,
  lineEnd,
  lineStart,
  valueEnd,
  valueStart,
} from './tree.ts';
import type { ConfigPath, Splice } from './types.ts';

/** Undefined if the path holds no list, or an empty list. */
export function appendItem(tree: ConfigTree, path: ConfigPath, value: JsonValue): Splice | undefined {
  const { node, rest } = descend(tree, path);
  if (rest.length > 0 || !isSeq(node) || node.items.length === 0) return undefined;
  const items = (node as YAMLSeq<Node>).items;
  const last = items.at(-1);
  if (last === undefined) return undefined;
  const { text, eol, isJson, step } = tree;
  if (node.flow === true) {
    const at = valueEnd(last);
    const indent = ' '.repeat(columnOf(text, valueStart(last)));
    const isSpread = text.slice(valueStart(node), valueStart(last)).includes('\n');
    const printed = isJson ? jsonText(value, tree, indent) : flowText(value, false);
    return { from: at, to: at, text: `,${isSpread ? eol + indent : ' '}${printed}` };
  }
  const indent = ' '.repeat(columnOf(text, valueStart(node)));
  const lines = stringify([value], { lineWidth: 0, indent: step }).trimEnd().split('\n');
  const written = indentLines(lines, indent).join(eol);
  const end = itemEnd(text, last);
  const before = items.at(-2);
  const gap = before !== undefined && hasBlankLine(text.slice(valueEnd(before), valueStart(last))) ? eol : '';
  return text[end - 1] === '\n'
    ? { from: end, to: end, text: `${gap}${written}${eol}` }
    : { from: end, to: end, text: `${eol}${gap}${written}` };
}

/** Removes an item with the comments directly above it. Undefined for the only item, and for lists in braces. */
export function removeItem(tree: ConfigTree, path: ConfigPath): Splice | undefined {
  const { node, rest } = descend(tree, path.slice(0, -1));
  if (rest.length > 0 || !isSeq(node) || node.flow === true || node.items.length < 2) return undefined;
  const index = Number(path.at(-1));
  const item = (node as YAMLSeq<Node>).items[index];
  if (item === undefined || !(isMap(item) || 'value' in item)) return undefined;
  const { text } = tree;
  const column = columnOf(text, valueStart(node));
  let from = lineStart(text, valueStart(item));
  while (from > 0) {
    const above = lineStart(text, from - 1);
    const line = text.slice(above, from);
    if (line.slice(0, column).trim() !== '' || !line.slice(column).startsWith('#')) break;
    from = above;
  }
  const end = itemEnd(text, item);
  const to = text[end - 1] === '\n' ? end : afterBreak(text, end);
  // The empty lines after an item go with it; for the last item those before it.
  if (index < node.items.length - 1)
    return { from, to: to + (/^(?:[ \t]*\r?\n)+/.exec(text.slice(to))?.[0].length ?? 0), text: '' };
  const kept = text.slice(0, from).trimEnd().length;
  return { from: afterBreak(text, lineEnd(text, kept)), to, text: '' };
}

const itemEnd = (text: string, item: Node): number => {
  const end = valueEnd(item);
  return text[end - 1] === '\n' ? end : lineEnd(text, end);
};
