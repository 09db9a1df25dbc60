/** Removes a key with its value and its comments. */
import { isMap } from 'yaml';
import {
  type ConfigMap,
  type ConfigPair,
  type ConfigTree,
  afterBreak,
  descend,
  isFirstOnLine,
  keyStart,
  lineStart,
  ownEnd,
  ownStart,
  pairEnd,
  valueEnd,
  valueStart,
} from './tree.ts';
import type { ConfigPath, Splice } from './types.ts';

/** Undefined if the key does not exist. */
export function removePair(tree: ConfigTree, path: ConfigPath): Splice | undefined {
  const { pair, map, rest } = descend(tree, path);
  if (pair === undefined || map === undefined || rest.length > 0) return undefined;
  if (map.items.length > 1) return map.flow === true ? fromFlow(map, pair) : fromBlock(tree.text, map, pair);
  const above = path.slice(0, -1);
  // A parent that becomes empty is removed too, or written as empty.
  if (path[0] === 'resources' && above.length > 0) return removePair(tree, above);
  if (path.length === 1 && map.flow !== true) return fromBlock(tree.text, map, pair);
  const around = descend(tree, above);
  const start = isMap(around.node) && map.flow !== true ? lineOfKey(tree.text, around.pair) : undefined;
  return start === undefined
    ? { from: valueStart(map), to: valueEnd(map), text: '{}' }
    : { from: start, to: ownEnd(tree.text, pair), text: ' {}' };
}

/** Offset after the colon of the key. */
const lineOfKey = (text: string, pair: ConfigPair | undefined): number | undefined =>
  pair === undefined ? undefined : text.indexOf(':', keyStart(pair)) + 1;

function fromFlow(map: ConfigMap, pair: ConfigPair): Splice {
  const index = map.items.indexOf(pair);
  const next = map.items[index + 1];
  const before = map.items[index - 1];
  if (next !== undefined) return { from: keyStart(pair), to: keyStart(next), text: '' };
  return { from: before === undefined ? keyStart(pair) : pairEnd(before), to: pairEnd(pair), text: '' };
}

function fromBlock(text: string, map: ConfigMap, pair: ConfigPair): Splice {
  const next = map.items[map.items.indexOf(pair) + 1];
  // The key is on the same line as the dash of a list.
  if (!isFirstOnLine(text, keyStart(pair)) && next !== undefined)
    return { from: keyStart(pair), to: keyStart(next), text: '' };
  const start = ownStart(text, pair);
  const end = ownEnd(text, pair);
  const isOpen = text[end - 1] !== '\n' && end === text.length;
  // If the file does not end with a line break, removing its last line also
  // removes the line break before it.
  if (isOpen) return { from: trimmed(text, start), to: end, text: '' };
  return withoutGap(text, map.items[0] === pair, {
    from: start,
    to: text[end - 1] === '\n' ? end : afterBreak(text, end),
    text: '',
  });
}

/** Removes one of two empty lines that would become adjacent; at the end of the file, all of them. */
function withoutGap(text: string, isFirst: boolean, splice: Splice): Splice {
  const isBlankBefore = isFirst || splice.from === 0 || /\n[ \t]*\r?\n$/.test(text.slice(0, splice.from));
  const blank = /^(?:[ \t]*\r?\n)+/.exec(text.slice(splice.to))?.[0];
  if (splice.to >= text.length && isBlankBefore && splice.from > 0) {
    const end = trimmed(text, splice.from);
    return { ...splice, from: afterBreak(text, end) };
  }
  return isBlankBefore && blank !== undefined ? { ...splice, to: splice.to + blank.length } : splice;
}

/** End of the text before the line breaks that precede `offset`. */
const trimmed = (text: string, offset: number): number =>
  lineStart(text, offset) === 0 && offset === 0 ? 0 : text.slice(0, offset).trimEnd().length;
