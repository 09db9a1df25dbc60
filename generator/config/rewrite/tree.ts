/** The syntax tree of a config, and where its parts begin and end in the text. */
import {
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
} from 'yaml';
import type { ConfigPath } from './types.ts';

export type ConfigPair = Pair<Node, Node | null>;
export type ConfigMap = YAMLMap<Node, Node | null>;

export interface ConfigTree {
  readonly text: string;
  readonly root: Node | null;
  readonly eol: string;
  /** Number of spaces by which a nested map is indented. */
  readonly step: number;
  readonly isJson: boolean;
}

/** Undefined if the text is not YAML. */
export function parseTree(text: string): ConfigTree | undefined {
  const document = parseDocument<Node>(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
  if (document.errors.length > 0) return undefined;
  const root = document.contents as Node | null;
  return {
    text,
    root: isScalar(root) && root.value === null ? null : root,
    eol: /\r?\n/.exec(text)?.[0] ?? '\n',
    step: stepOf(text, root),
    isJson: isMap(root) && root.flow === true,
  };
}

function stepOf(text: string, root: Node | null): number {
  if (isMap(root) && root.flow !== true)
    for (const { value } of (root as ConfigMap).items)
      if (isMap(value) && value.flow !== true && value.items[0]) {
        const step = columnOf(text, keyStart(value.items[0] as ConfigPair));
        if (step > 0) return step;
      }
  return /^[{[]\s*?\n( +)/.exec(text)?.[1]?.length ?? 2;
}

const rangeOf = (node: unknown): readonly [number, number, number] => {
  if (isNode(node) && node.range) return node.range as [number, number, number];
  throw new Error('a node without a place');
};

export const keyStart = (pair: ConfigPair): number => rangeOf(pair.key)[0];
export const keyEnd = (pair: ConfigPair): number => rangeOf(pair.key)[1];
export const valueStart = (node: Node): number => rangeOf(node)[0];

/** End of a value without its comment. A block scalar ends at the start of the next line. */
export function valueEnd(node: Node): number {
  if ((isMap(node) || isSeq(node)) && node.flow !== true && node.items.length > 0) {
    const last = node.items.at(-1);
    return isNode(last) ? valueEnd(last) : pairEnd(last as ConfigPair);
  }
  return rangeOf(node)[1];
}

export const pairEnd = (pair: ConfigPair): number =>
  pair.value === null ? keyEnd(pair) : Math.max(valueEnd(pair.value), keyEnd(pair));

export const nameOf = (pair: ConfigPair): string =>
  isScalar(pair.key) ? (pair.key.source ?? String(pair.key.value)) : '';

const pairIn = (map: ConfigMap, key: string): ConfigPair | undefined =>
  map.items.findLast((pair) => nameOf(pair) === key);

/** The deepest existing part of a path, and the keys that are missing. */
export interface Descent {
  readonly node: Node | null;
  /** The pair that holds the node. Undefined for the root and for a list item. */
  readonly pair: ConfigPair | undefined;
  readonly map: ConfigMap | undefined;
  readonly rest: ConfigPath;
}

export function descend(tree: ConfigTree, path: ConfigPath): Descent {
  let found: Descent = { node: tree.root, pair: undefined, map: undefined, rest: path };
  for (;;) {
    const { node, rest } = found;
    const [key, ...others] = rest;
    if (key === undefined) return found;
    if (isMap(node)) {
      const pair = pairIn(node as ConfigMap, key);
      if (pair === undefined) return found;
      found = { node: pair.value, pair, map: node as ConfigMap, rest: others };
    } else if (isSeq(node)) {
      const item = (node as YAMLSeq<Node>).items[Number(key)];
      if (item === undefined) return found;
      found = { node: item, pair: undefined, map: undefined, rest: others };
    } else return found;
  }
}

// ── lines ──────────────────────────────────────────────────────────────────────────────────────────

export const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** End of the line that contains `offset`, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' && end > offset ? end - 1 : end;
}

export function afterBreak(text: string, end: number): number {
  if (text[end] === '\r') return end + 2;
  return text[end] === '\n' ? end + 1 : end;
}

export const columnOf = (text: string, offset: number): number => offset - lineStart(text, offset);

const isBlank = (line: string): boolean => line.trim() === '';

/** True if only spaces precede it on its line. */
export const isFirstOnLine = (text: string, offset: number): boolean =>
  isBlank(text.slice(lineStart(text, offset), offset));

/** Start of the lines that belong to a key, including comments directly above it. */
export function ownStart(text: string, pair: ConfigPair): number {
  let start = lineStart(text, keyStart(pair));
  const indent = columnOf(text, keyStart(pair));
  while (start > 0) {
    const above = lineStart(text, start - 1);
    const line = text.slice(above, start);
    if (!line.slice(indent).startsWith('#') || !isBlank(line.slice(0, indent))) break;
    start = above;
  }
  return start;
}

/** End of the lines of a pair, before the last line break unless it belongs to a block scalar. */
export function ownEnd(text: string, pair: ConfigPair): number {
  const end = pairEnd(pair);
  return text[end - 1] === '\n' ? end : lineEnd(text, end);
}

export const hasBlankLine = (text: string): boolean => /\n[ \t]*\r?\n/.test(text);
