import {
  type Node,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
} from 'yaml';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { JsonValue } from '../../lib/json.ts';
import { type Result, failed, ok } from '../../lib/result.ts';
import { type Position, createLines } from './lines.ts';
import { readFastYaml } from './fast-yaml.ts';
import { type Offsets, findOffset } from './offsets.ts';
import { explainYaml } from './yaml-errors.ts';

export interface ParsedYaml {
  readonly value: JsonValue;
  readonly locate: (pointer: string) => Position;
  /** True if the text has an alias or a merge key, so that the same object may be in several places. */
  readonly shared: boolean;
}

interface YamlRead {
  readonly document: string;
  readonly position: (offset: number) => Position;
  readonly diagnostics: Diagnostic[];
  readonly offsets: Map<object, ReadonlyMap<string, number>>;
  readonly anchors: Map<string, { value: JsonValue; done: boolean }>;
  shared: boolean;
  /** Number of keys copied by merge keys. */
  copied: number;
}

/** A document that copies more keys is rejected before they exhaust the memory. */
const MOST_COPIED = 100_000;

class TooManyCopies extends Error {
  readonly offset: number;

  constructor(offset: number) {
    super();
    this.offset = offset;
  }
}

/**
 * YAML 1.2 core schema, plus `<<` merge keys. Timestamps stay strings, and keys
 * become strings as they are written.
 */
export function parseYaml(document: string, text: string): Result<ParsedYaml | undefined> {
  const position = createLines(text);
  const fast = readFastYaml(text);
  if (fast !== undefined) {
    const margins = fast.margins.map(({ quote, margin }) =>
      diagnostic(
        'yaml-margin',
        { line: position(quote).line },
        { position: { document, ...position(margin) } },
      ),
    );
    return ok(
      { value: fast.value, shared: false, locate: locator(fast.value, fast.offsets, { text, position }) },
      margins,
    );
  }
  return parseCarefully(document, text, position);
}

/** Parses with positions and aliases, and reports every fault. */
export function parseCarefully(
  document: string,
  text: string,
  position = createLines(text),
): Result<ParsedYaml | undefined> {
  try {
    refuseManyMerges(text);
    const tree = parseDocument<Node>(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
    if (tree.errors.length > 0)
      return { value: undefined, diagnostics: [explainYaml({ document, text, position }, tree)] };
    const reading: YamlRead = {
      document,
      position,
      diagnostics: [],
      offsets: new Map(),
      anchors: new Map(),
      shared: false,
      copied: 0,
    };
    const value = tree.contents === null ? null : read(tree.contents, reading);
    return ok(
      { value, shared: reading.shared, locate: locator(value, reading.offsets, { text, position }) },
      reading.diagnostics,
    );
  } catch (error) {
    if (error instanceof TooManyCopies)
      return failed([
        diagnostic(
          'merge-growth',
          { limit: MOST_COPIED },
          { position: { document, ...position(error.offset) } },
        ),
      ]);
    if (!(error instanceof RangeError)) throw error;
    return {
      value: undefined,
      diagnostics: [
        diagnostic(
          'nested-too-deep',
          { limit: 'the parser’s' },
          { position: { document, line: 1, column: 1 } },
        ),
      ],
    };
  }
}

/**
 * Each merge copies at least one key. The syntax tree of that many merges fills
 * gigabytes, so they are counted first.
 */
function refuseManyMerges(text: string): void {
  let count = 0;
  for (const { index } of text.matchAll(/(?<=^|[\s{,])<<[ \t]*:/gm))
    if (++count > MOST_COPIED) throw new TooManyCopies(index);
}

const locator =
  (
    value: JsonValue,
    offsets: Offsets,
    { text, position }: { readonly text: string; readonly position: (offset: number) => Position },
  ): ParsedYaml['locate'] =>
  (pointer) =>
    position(findOffset({ value, offsets, text }, pointer));

const skipToNode = (node: Node | null): number => node?.range?.[0] ?? 0;

/** The parser limits the depth of the syntax tree, so recursion is safe. */
function read(node: Node, reading: YamlRead): JsonValue {
  if (isAlias(node)) return readAlias(node.source, skipToNode(node), reading);
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
  const entry: { value: JsonValue; done: boolean } = { value: null, done: false };
  if (anchor !== undefined) reading.anchors.set(anchor, entry);
  const value = isMap(node)
    ? readMap(node, reading)
    : isSeq(node)
      ? readSeq(node, reading)
      : isScalar(node)
        ? readScalar(node)
        : null;
  entry.value = value;
  entry.done = true;
  return value;
}

function readAlias(name: string, offset: number, reading: YamlRead): JsonValue {
  reading.shared = true;
  const entry = reading.anchors.get(name);
  if (entry?.done === true) return entry.value;
  const where = { position: { document: reading.document, ...reading.position(offset) } };
  reading.diagnostics.push(
    diagnostic(entry === undefined ? 'alias-unknown' : 'alias-cycle', { name }, where),
  );
  return null;
}

function readScalar(node: Scalar): JsonValue {
  const { value } = node;
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return node.source ?? String(value);
}

function readSeq(node: YAMLSeq, reading: YamlRead): JsonValue {
  const offsets = new Map<string, number>();
  const items = node.items.map((item, index) => {
    if (!isNode(item)) return null;
    offsets.set(String(index), skipToNode(item));
    return read(item, reading);
  });
  reading.offsets.set(items, offsets);
  return items;
}

function readMap(node: YAMLMap, reading: YamlRead): JsonValue {
  const offsets = new Map<string, number>();
  const keyOffsets = new Map<string, number>();
  const members = new Map<string, JsonValue>();
  const merges: JsonValue[] = [];
  for (const { key, value } of node.items) {
    if (!isNode(key)) continue;
    const member = isNode(value) ? read(value, reading) : null;
    if (isScalar(key) && key.value === '<<' && key.type === 'PLAIN') {
      merges.push(...(Array.isArray(member) ? member : [member]));
      reading.shared = true;
      continue;
    }
    const name = keyText(key, reading);
    if (name === undefined) continue;
    const first = keyOffsets.get(name);
    if (first !== undefined) {
      const where = { position: { document: reading.document, ...reading.position(skipToNode(key)) } };
      reading.diagnostics.push(
        diagnostic('duplicate-key', { key: name, line: reading.position(first).line }, where),
      );
    } else {
      keyOffsets.set(name, skipToNode(key));
      offsets.set(
        name,
        typeof member === 'object' && member !== null
          ? skipToNode(key)
          : isNode(value)
            ? skipToNode(value)
            : skipToNode(key),
      );
    }
    members.set(name, member);
  }
  for (const merge of merges) {
    if (typeof merge !== 'object' || merge === null) continue;
    const copies = Object.entries(merge);
    reading.copied += copies.length;
    if (reading.copied > MOST_COPIED) throw new TooManyCopies(skipToNode(node));
    for (const [key, member] of copies) if (!members.has(key)) members.set(key, member);
  }
  const object = Object.fromEntries(members);
  reading.offsets.set(object, offsets);
  return object;
}

/** A key as it is written, so that `200`, `1.0`, `true` and `null` keep their spelling. */
function keyText(key: Node, reading: YamlRead): string | undefined {
  if (isScalar(key)) return key.source ?? String(key.value);
  const alias = isAlias(key) ? readAlias(key.source, skipToNode(key), reading) : undefined;
  if (typeof alias === 'string' || typeof alias === 'number' || typeof alias === 'boolean')
    return String(alias);
  reading.diagnostics.push(
    diagnostic(
      'key-not-text',
      {},
      { position: { document: reading.document, ...reading.position(skipToNode(key)) } },
    ),
  );
  return undefined;
}
