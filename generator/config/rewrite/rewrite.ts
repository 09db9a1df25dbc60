/**
 * Makes minimal changes to a config's text: comments, order, quotes and line ends stay. Each result is
 * parsed again and compared with the expected value. A difference is a fault, and nothing is written.
 */
import { isDeepStrictEqual } from 'node:util';
import { type Node, isAlias, isCollection, isMap, isScalar, isSeq } from 'yaml';
import { type JsonValue, isJsonObject } from '../../lib/json.ts';
import { parseText } from '../../source/parse/parse-text.ts';
import { type NewPair, insertPair, pairOf } from './insert.ts';
import { appendItem, removeItem } from './list.ts';
import { blockLines, flowText, jsonText, keyText, scalarText } from './print.ts';
import { removePair } from './remove.ts';
import { applySplices, inTurn } from './splices.ts';
import {
  type ConfigMap,
  type ConfigPair,
  type ConfigTree,
  columnOf,
  descend,
  isFirstOnLine,
  keyEnd,
  keyStart,
  lineStart,
  ownEnd,
  ownStart,
  parseTree,
  valueEnd,
  valueStart,
} from './tree.ts';
import type { ConfigChange, ConfigPath, Rewritten, Splice } from './types.ts';
import { changeValue } from './value.ts';

const fault = (reason: string): Rewritten => ({ kind: 'fault', reason });

export function rewriteConfig(text: string, changes: readonly ConfigChange[]): Rewritten {
  const mark = text.startsWith('\ufeff') ? 1 : 0;
  const before = text.slice(mark);
  const start = valueOf(before);
  if (start === undefined) return fault('The config is not YAML that can be read; mend it first.');
  let wanted = start;
  let current = before;
  const splices: Splice[] = [];
  for (const group of groups(changes)) {
    const next: Splice[] = [];
    const tree = parseTree(current);
    if (tree === undefined) return fault('The config is not YAML that can be read; mend it first.');
    for (const change of group) {
      const changed = changeValue(wanted, change);
      if ('fault' in changed) return fault(changed.fault);
      wanted = changed.value;
      const found = splicesOf(tree, change);
      if (found === undefined)
        return fault(`${pathText(change.path)} cannot be changed here. Edit the text by hand.`);
      if ('fault' in found) return fault(found.fault);
      next.push(...found);
    }
    const ordered = group.length > 1 ? inTurn(next) : next;
    current = applySplices(current, ordered);
    splices.push(...ordered);
  }
  if (!isDeepStrictEqual(plain(valueOf(current)), plain(wanted)))
    return fault(
      `${pathText(changes[0]?.path ?? [])} is written in a way that this change would spoil, such as an anchor that other keys use. Edit the text by hand.`,
    );
  const shifted = splices.map(({ from, to, text: inserted }) => ({
    from: from + mark,
    to: to + mark,
    text: inserted,
  }));
  return { kind: 'text', text: text.slice(0, mark) + current, splices: shifted };
}

const pathText = (path: ConfigPath): string => path.join('.');

/** The last texts and their values, because a change is planned, applied and shown from the same text. */
const lastValues = new Map<string, JsonValue | undefined>();
const MOST_VALUES = 3;

/** The value that the generator reads. An empty file is an empty map. Undefined if the text is not YAML. */
export function valueOf(text: string): JsonValue | undefined {
  if (lastValues.has(text)) return lastValues.get(text);
  const value = parsedValue(text);
  lastValues.set(text, value);
  if (lastValues.size > MOST_VALUES) lastValues.delete(lastValues.keys().next().value ?? '');
  return value;
}

function parsedValue(text: string): JsonValue | undefined {
  const parsed = parseText('config', text);
  if (parsed.value !== undefined) return parsed.value.root ?? {};
  return parsed.diagnostics.every(({ code }) => code === 'document-empty') ? {} : undefined;
}

/** Copies the value, because aliases share objects between places and parsed objects may lack a prototype. */
const plain = (value: JsonValue | undefined): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

/**
 * Groups changes: renames of keys in different places do not affect each other, so they
 * share a single parse of the text.
 */
function groups(changes: readonly ConfigChange[]): readonly (readonly ConfigChange[])[] {
  const result: ConfigChange[][] = [];
  for (const change of changes) {
    const last = result.at(-1);
    if (last?.every(isRename) && isRename(change) && last.every((other) => isApart(other, change)))
      last.push(change);
    else result.push([change]);
  }
  return result;
}

const isRename = (change: ConfigChange): boolean =>
  change.kind === 'move' && parentOf(change.path) === parentOf(change.to);

const parentOf = (path: ConfigPath): string => JSON.stringify(path.slice(0, -1));

const isApart = (a: ConfigChange, b: ConfigChange): boolean =>
  a.path.length === b.path.length || !a.path.slice(0, b.path.length).every((key, at) => b.path[at] === key);

type Found = readonly Splice[] | { readonly fault: string } | undefined;

function splicesOf(tree: ConfigTree, change: ConfigChange): Found {
  const { pair } = descend(tree, change.path);
  // A key with a leading question mark is not supported, because the mark would be left behind.
  if (pair && /\?[ \t]*$/.test(tree.text.slice(lineStart(tree.text, keyStart(pair)), keyStart(pair))))
    return undefined;
  switch (change.kind) {
    case 'set':
      return setValue(tree, change.path, change.value);
    case 'append': {
      const { node } = descend(tree, change.path);
      const isEmpty = !isSeq(node) || node.items.length === 0;
      const splice = isEmpty ? undefined : appendItem(tree, change.path, change.value);
      return isEmpty ? setValue(tree, change.path, [change.value]) : splice && [splice];
    }
    case 'unset': {
      const isItem = isSeq(descend(tree, change.path.slice(0, -1)).node);
      const splice = isItem ? removeItem(tree, change.path) : removePair(tree, change.path);
      return splice && [splice];
    }
    case 'move':
      return isRename(change)
        ? renameKey(tree, change.path, change.to)
        : moveKey(tree, change.path, change.to);
    default:
      return change satisfies never;
  }
}

function renameKey(tree: ConfigTree, path: ConfigPath, to: ConfigPath): Found {
  const { pair, map, rest } = descend(tree, path);
  if (pair === undefined || rest.length > 0) return undefined;
  const from = keyStart(pair);
  const written = tree.text.slice(from, keyEnd(pair));
  return [{ from, to: keyEnd(pair), text: keyText(to.at(-1) ?? '', quoteOf(written), map?.flow === true) }];
}

const quoteOf = (written: string): string | undefined => (/^["']/.test(written) ? written : undefined);

/** Adds at the new place, then removes at the old place, whose path is still valid. */
function moveKey(tree: ConfigTree, path: ConfigPath, to: ConfigPath): Found {
  const { pair, map, rest } = descend(tree, path);
  if (pair === undefined || map === undefined || rest.length > 0) return undefined;
  const isCarried = map.flow !== true && !isInFlow(tree, to);
  if (!isCarried && /(?:^|\s)#/.test(tree.text.slice(ownStart(tree.text, pair), ownEnd(tree.text, pair))))
    return { fault: `${pathText(path)} has remarks that braces cannot hold. Move it by hand.` };
  const added = insertPair(tree, to, {
    descent: descend(tree, to),
    pair: carried(tree, { pair, map, key: to.at(-1) ?? '' }),
  });
  if (added === undefined) return undefined;
  const later = parseTree(applySplices(tree.text, [added]));
  const removed = later && removePair(later, path);
  return removed && [added, removed];
}

function isInFlow(tree: ConfigTree, path: ConfigPath): boolean {
  const { node } = descend(tree, path);
  return isMap(node) && node.flow === true && node.items.length > 0;
}

/** The lines of a pair as they are, without indentation. */
function carried(
  tree: ConfigTree,
  { pair, map, key }: { readonly pair: ConfigPair; readonly map: ConfigMap; readonly key: string },
): NewPair {
  const { text } = tree;
  const value = pair.value === null ? null : (pair.value.toJSON() as JsonValue);
  if (map.flow === true || !isFirstOnLine(text, keyStart(pair)))
    return { lines: blockLines(key, value, tree, isJsonObject(value)), value };
  const indent = columnOf(text, keyStart(pair));
  const start = ownStart(text, pair);
  const end = ownEnd(text, pair);
  const at = keyStart(pair);
  const name = keyText(key, quoteOf(text.slice(at, keyEnd(pair))), false);
  const moved = text.slice(start, at) + name + text.slice(keyEnd(pair), end);
  const lines = moved.replace(/\r?\n$/, '').split(/\r?\n/);
  return {
    lines: lines.map((line) => (line.slice(0, indent).trim() === '' ? line.slice(indent) : line)),
    value,
  };
}

function setValue(tree: ConfigTree, path: ConfigPath, value: JsonValue): Found {
  const descent = descend(tree, path);
  const { node, pair, map, rest } = descent;
  if (rest.length > 0) {
    const home = rest.length === 1 ? node : null;
    const splice = insertPair(tree, path, { descent, pair: pairOf(tree, path.at(-1) ?? '', value, home) });
    return splice && [splice];
  }
  const isFlow = tree.isJson || map?.flow === true;
  if (pair === undefined || map === undefined) {
    if (node === null || !isScalar(node) || typeof value === 'object') return undefined;
    return [
      { from: valueStart(node), to: valueEnd(node), text: scalarText(value, sourceOf(tree, node), true) },
    ];
  }
  if (typeof value !== 'object' || value === null) return [scalarIn(tree, { node, pair, value, isFlow })];
  const { text, eol, isJson } = tree;
  if (isFlow)
    return node === null
      ? undefined
      : [
          {
            from: valueStart(node),
            to: valueEnd(node),
            text: isJson ? jsonText(value, tree, indentOf(text, pair)) : flowText(value, false),
          },
        ];
  const { lines } = pairOf(tree, path.at(-1) ?? '', value, map);
  const [first = '', ...others] = lines;
  const colon = text.indexOf(':', keyEnd(pair)) + 1;
  const end = node === null ? colon : Math.max(colon, valueEnd(node));
  const indent = ' '.repeat(columnOf(text, keyStart(pair)));
  const tail = others.map((line) => `${eol}${indent}${line}`).join('');
  const head = first.slice(first.indexOf(':', keyText(path.at(-1) ?? '', undefined, false).length) + 1);
  // A comment after a single-line value stays where it is.
  return [{ from: colon, to: text[end - 1] === '\n' ? end - 1 : end, text: head + tail }];
}

const indentOf = (text: string, pair: ConfigPair): string =>
  /^\s*/.exec(text.slice(lineStart(text, keyStart(pair))))?.[0] ?? '';

const sourceOf = ({ text }: ConfigTree, node: Node): string => text.slice(valueStart(node), valueEnd(node));

function scalarIn(
  tree: ConfigTree,
  {
    node,
    pair,
    value,
    isFlow,
  }: {
    readonly node: Node | null;
    readonly pair: ConfigPair;
    readonly value: string | number | boolean | null;
    readonly isFlow: boolean;
  },
): Splice {
  const { text } = tree;
  const colon = text.indexOf(':', keyEnd(pair)) + 1;
  const source = node === null || isCollection(node) || isAlias(node) ? undefined : sourceOf(tree, node);
  const isBlock = source !== undefined && /^[|>]/.test(source);
  const written = scalarText(value, tree.isJson ? '"' : source, isFlow);
  if (node === null || valueEnd(node) <= colon) return { from: colon, to: colon, text: ` ${written}` };
  const isBlockMap = isMap(node) && node.flow !== true;
  const end = valueEnd(node);
  if (isBlock || isBlockMap || (isCollection(node) && node.flow !== true))
    return {
      from: colon,
      to: text[end - 1] === '\n' ? end - (text[end - 2] === '\r' ? 2 : 1) : end,
      text: ` ${written}`,
    };
  return { from: valueStart(node), to: end, text: written };
}
