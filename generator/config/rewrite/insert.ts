/** Inserts a new key: where it is placed and how it is written. */
import { type Node, isMap } from 'yaml';
import { type JsonValue, isJsonObject } from '../../lib/json.ts';
import { blockLines, flowText, indentLines, jsonText, keyText } from './print.ts';
import {
  type ConfigMap,
  type ConfigPair,
  type ConfigTree,
  type Descent,
  afterBreak,
  columnOf,
  hasBlankLine,
  keyEnd,
  keyStart,
  lineEnd,
  nameOf,
  ownEnd,
  ownStart,
  pairEnd,
  valueEnd,
  valueStart,
} from './tree.ts';
import type { ConfigPath, Splice } from './types.ts';

/** A key with its value, as unindented lines of a block and as a value for braces. */
export interface NewPair {
  readonly lines: readonly string[];
  readonly value: JsonValue;
}

/** The usual order of a resource's keys; any other key goes to the end. */
const ORDER = [
  'description',
  'deprecated',
  'skip',
  'only',
  'standalone_api',
  'models',
  'methods',
  'subresources',
];

/**
 * `pair` belongs to the last key of the path; missing keys on the way are created.
 * Undefined if it cannot be placed there.
 */
export function insertPair(
  tree: ConfigTree,
  path: ConfigPath,
  { descent, pair }: { readonly descent: Descent; readonly pair: NewPair },
): Splice | undefined {
  const { node, rest } = descent;
  const [key] = rest;
  if (key === undefined) return undefined;
  const nested = nest(tree, rest, pair);
  if (isMap(node) && node.flow === true && node.items.length > 0)
    return intoFlow(tree, node as ConfigMap, key, nested);
  if (isMap(node) && node.items.length > 0)
    return intoBlock(tree, node as ConfigMap, key, {
      lines: nested.lines,
      isResource: isResource(path, rest),
    });
  const isEmptyMap = isMap(node);
  const isNull = node === null || ('value' in node && node.value === null);
  return isEmptyMap || isNull ? intoNothing(tree, descent, nested) : undefined;
}

const isResource = (path: ConfigPath, rest: ConfigPath): boolean => {
  const depth = path.length - rest.length;
  return path[0] === 'resources' && depth % 2 === 0 && depth > 0;
};

/** Wraps a pair in the keys that lead to it. */
function nest(tree: ConfigTree, rest: ConfigPath, pair: NewPair): NewPair {
  return rest.slice(0, -1).reduceRight<NewPair & { readonly below: string }>(
    ({ lines, value, below }, key) => ({
      lines: [`${keyText(key, undefined, false)}:`, ...indentLines(lines, ' '.repeat(tree.step))],
      value: { [below]: value },
      below: key,
    }),
    { ...pair, below: rest.at(-1) ?? '' },
  );
}

function intoBlock(
  { text, eol }: ConfigTree,
  map: ConfigMap,
  key: string,
  { lines, isResource }: { readonly lines: readonly string[]; readonly isResource: boolean },
): Splice | undefined {
  const first = map.items[0];
  const last = map.items.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const indent = ' '.repeat(columnOf(text, keyStart(first)));
  const written = indentLines(lines, indent).join(eol);
  const gap = isSpaced(text, map.items) ? eol : '';
  const rank = isResource ? ORDER.indexOf(key) : -1;
  const next = rank < 0 ? undefined : map.items.find((pair) => ORDER.indexOf(nameOf(pair)) > rank);
  if (next !== undefined && (next !== first || columnOf(text, keyStart(next)) === indent.length)) {
    const at = ownStart(text, next);
    return { from: at, to: at, text: `${written}${eol}${gap}` };
  }
  const end = ownEnd(text, last);
  return text[end - 1] === '\n'
    ? { from: end, to: end, text: `${gap}${written}${eol}` }
    : { from: end, to: end, text: `${eol}${gap}${written}` };
}

/** True if an empty line separates the last two keys. */
function isSpaced(text: string, pairs: readonly ConfigPair[]): boolean {
  const [before, last] = pairs.slice(-2);
  return (
    before !== undefined && last !== undefined && hasBlankLine(text.slice(pairEnd(before), keyStart(last)))
  );
}

function intoFlow(tree: ConfigTree, map: ConfigMap, key: string, { value }: NewPair): Splice | undefined {
  const { text, isJson, eol } = tree;
  const last = map.items.at(-1);
  if (last === undefined) return undefined;
  const before = /[,{]([^\S\n]*\r?\n[^\S\n]*)?[^,{]*$/.exec(text.slice(0, keyStart(last)))?.[1];
  const indent = before === undefined ? '' : ' '.repeat(columnOf(text, keyStart(last)));
  const gap = before === undefined ? ' ' : `${eol}${indent}`;
  const isQuoted = isJson || text[keyStart(last)] === '"';
  const printed = isJson ? jsonText(value, tree, indent) : flowText(value, false);
  const at = pairEnd(last);
  return { from: at, to: at, text: `,${gap}${keyText(key, isQuoted ? '"' : undefined, true)}: ${printed}` };
}

/** Replaces an empty map or a missing value. */
function intoNothing(tree: ConfigTree, { node, pair, rest }: Descent, { lines, value }: NewPair): Splice {
  const { text, isJson, eol, step } = tree;
  const [key = ''] = rest;
  const isEmptyFile = node === null && pair === undefined;
  if (isEmptyFile) {
    const gap = text === '' || text.endsWith('\n') ? '' : eol;
    return { from: text.length, to: text.length, text: `${gap}${lines.join(eol)}${eol}` };
  }
  if (isJson) return replaceNode(node, jsonText({ [key]: value }, tree, indentAt(text, node)));
  if (pair === undefined) return replaceNode(node, lines.join(eol));
  const indent = ' '.repeat(columnOf(text, keyStart(pair)) + step);
  const colon = text.indexOf(':', keyEnd(pair)) + 1;
  const block = indentLines(lines, indent).join(eol);
  // A comment on the key's line stays there.
  const end = Math.max(colon, node === null ? colon : endOf(node));
  const remark = text.slice(end, lineEnd(text, end));
  return {
    from: colon,
    to: afterBreak(text, lineEnd(text, end)),
    text: `${remark.trimEnd()}${eol}${block}${text.slice(lineEnd(text, end), afterBreak(text, lineEnd(text, end)))}`,
  };
}

const endOf = (node: Node): number => valueEnd(node);

const indentAt = (text: string, node: Node | null): string =>
  node === null ? '' : (/^\s*/.exec(text.slice(text.lastIndexOf('\n', valueStart(node)) + 1))?.[0] ?? '');

const replaceNode = (node: Node | null, text: string): Splice =>
  node === null ? { from: 0, to: 0, text } : { from: valueStart(node), to: valueEnd(node), text };

/** A new pair for a value; on a single line if its siblings are. */
export function pairOf(tree: ConfigTree, key: string, value: JsonValue, map: Node | null): NewPair {
  const siblings = isMap(map) ? (map as ConfigMap).items : [];
  const isInline =
    isJsonObject(value) &&
    Object.values(value).every((child) => typeof child !== 'object' || child === null) &&
    siblings.length > 0 &&
    siblings.every(({ value: child }) => !isMap(child) || child.flow === true);
  return { lines: blockLines(key, value, tree, isInline), value };
}
