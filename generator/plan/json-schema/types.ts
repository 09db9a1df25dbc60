/** JSON Schema as the generator writes it, and helpers that both profiles share. */
import type { ScalarType, TypeNode } from '../../ir/types.ts';
import type { JsonValue } from '../../lib/json.ts';
import type { Direction, Shapes } from '../shapes.ts';

export interface JsonSchema {
  readonly [keyword: string]: JsonValue | JsonSchema | readonly JsonSchema[] | undefined;
}

export interface JsonSchemaContext {
  readonly shapes: Shapes;
  readonly direction: Direction;
}

/** How files are given; added to the description of a schema that takes a file. */
export const UPLOAD = 'Text, or data:<type>;base64,<data>';

/** A single line of plain text of at most `most` characters, cut at a word. */
export function shortText(text: string | undefined, most: number): string {
  // A description may be a megabyte, so only its start is processed.
  const line = (text ?? '')
    .slice(0, 20 * most)
    .replace(/<\/?[a-z][^<>]{0,300}>/gi, ' ')
    .replace(/!?\[([^\]]{0,300})\]\([^)\s]{0,500}\)/g, '$1')
    .replace(UNSEEN, ' ')
    .replace(LONE, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= most) return line;
  const end = line.lastIndexOf(' ', most - 2);
  return `${line.slice(0, end > most / 2 ? end : most - 2).replace(LONE_END, '')} …`;
}

/** Control characters, direction marks, and characters that are hidden from people but not from models. */
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e0fff}]/gu;
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const LONE_END = /[\ud800-\udbff]$/;

export const scalarName = ({ scalar }: ScalarType): string => (scalar === 'binary' ? 'string' : scalar);

/** The JSON Schema name of the value's type. */
export const literalName = (value: string | number | boolean): string =>
  typeof value === 'number' ? (Number.isInteger(value) ? 'integer' : 'number') : typeof value;

export const isNull = (node: TypeNode): boolean =>
  (node.kind === 'scalar' && node.scalar === 'null') || (node.kind === 'literal' && node.value === null);

/** Other languages have other expressions, and a client would refuse the whole schema. */
export function isExpression(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') !== undefined;
  } catch {
    return false;
  }
}
