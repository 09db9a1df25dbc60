/** YAML as lines, so that each decision can have a comment. */
import { stringify } from 'yaml';
import type { JsonValue } from '../lib/json.ts';

export const indent = (depth: number, lines: readonly string[]): readonly string[] =>
  lines.map((line) => (line === '' ? '' : `${'  '.repeat(depth)}${line}`));

/** A value on one line, quoted if YAML would read it differently. */
export const inline = (value: JsonValue): string => {
  if (typeof value !== 'object' || value === null) return scalar(value);
  if (Array.isArray(value)) return `[${value.map((item: JsonValue) => flow(item)).join(', ')}]`;
  const members = Object.entries(value).map(([key, child]) => `${flow(key)}: ${flow(child)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
};

/** A key of a block mapping. */
export const keyOf = (name: string): string => scalar(name);

/** A value on several lines. */
export const block = (value: JsonValue): readonly string[] =>
  stringify(value, { lineWidth: 0 }).trimEnd().split('\n');

/** A comment on one line, because names in documents may contain line breaks. */
export function comment(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
  return `# ${line.length > 140 ? `${line.slice(0, 139)}…` : line}`;
}

function scalar(value: string | number | boolean | null): string {
  // Text with line breaks or control characters is written as a JSON string, which is valid YAML.
  if (typeof value === 'string' && /[\p{Cc}\p{Cf}\u2028\u2029]/u.test(value)) return JSON.stringify(value);
  return stringify(value, { lineWidth: 0 }).trimEnd();
}

/** In flow collections, more characters require quotes. */
function flow(value: JsonValue): string {
  if (typeof value !== 'string') return inline(value);
  return /[,[\]{}]/.test(value) && !/^["']/.test(scalar(value)) ? JSON.stringify(value) : scalar(value);
}
