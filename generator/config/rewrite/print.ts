/** Writes values and keys in the style of the surrounding file. */
import { parse, stringify } from 'yaml';
import { type JsonValue, isJsonObject } from '../../lib/json.ts';
import type { ConfigTree } from './tree.ts';

const CONTROLS = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

/** A scalar in the quotes of `like`, the text that it replaces. */
export function scalarText(
  value: string | number | boolean | null,
  like: string | undefined,
  isFlow: boolean,
): string {
  if (typeof value !== 'string') return String(value);
  if (CONTROLS.test(value) || like?.startsWith('"')) return JSON.stringify(value);
  if (like?.startsWith("'")) return `'${value.replaceAll("'", "''")}'`;
  const plain = stringify(value, { lineWidth: 0, defaultStringType: 'PLAIN' }).trimEnd();
  const needsQuotes = plain.includes('\n') || (isFlow && /[,[\]{}]/.test(value) && !/^["']/.test(plain));
  return needsQuotes ? JSON.stringify(value) : plain;
}

export const keyText = (key: string, like: string | undefined, isFlow: boolean): string =>
  scalarText(
    typeof parseKey(key) === 'string' ? key : key,
    like ?? (parseKey(key) === key ? undefined : '"'),
    isFlow,
  );

/** The value of a key without quotes. Keys are read as they are written, so `404` needs no quotes. */
const parseKey = (key: string): unknown => {
  try {
    const value: unknown = parse(key);
    return typeof value === 'number' || typeof value === 'boolean' ? key : value;
  } catch {
    return undefined;
  }
};

/** A value on a single line: `{ endpoint: get /books, skip: true }`. */
export function flowText(value: JsonValue, isJson: boolean): string {
  if (isJson) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item: JsonValue) => flowText(item, false)).join(', ')}]`;
  if (!isJsonObject(value)) return scalarText(value as string, undefined, true);
  const members = Object.entries(value).map(
    ([key, child]) => `${keyText(key, undefined, true)}: ${flowText(child, false)}`,
  );
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** A key with its value as lines of a block; the key is not indented. */
export function blockLines(
  key: string,
  value: JsonValue,
  tree: ConfigTree,
  isInline: boolean,
): readonly string[] {
  const name = keyText(key, undefined, false);
  const isCollection = Array.isArray(value) || isJsonObject(value);
  if (!isCollection) return [`${name}: ${scalarText(value as string, undefined, false)}`];
  const isEmpty = Object.keys(value).length === 0;
  if (isEmpty || isInline) return [`${name}: ${flowText(value, false)}`];
  const lines = stringify(value, { lineWidth: 0, indent: tree.step }).trimEnd().split('\n');
  return [`${name}:`, ...indentLines(lines, ' '.repeat(tree.step))];
}

export const indentLines = (lines: readonly string[], indent: string): readonly string[] =>
  lines.map((line) => (line.trim() === '' ? line : indent + line));

/** A value in a JSON file, on as many lines as the style of the file requires. */
export function jsonText(value: JsonValue, tree: ConfigTree, indent: string): string {
  if (!tree.text.trim().includes('\n')) return flowText(value, true);
  return JSON.stringify(value, null, tree.step).split('\n').join(`${tree.eol}${indent}`);
}
