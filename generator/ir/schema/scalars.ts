/**
 * Reads strings, numbers, booleans and bytes, and `type` words that JSON Schema
 * lacks but whose meaning is clear.
 */
import { type JsonObject } from '../../lib/json.ts';
import { type Origin, at } from '../../lib/origin.ts';
import type { ScalarType, TypeNode } from '../types.ts';
import type { SchemaContext } from './context.ts';
import { unknownType } from './docs.ts';
import { textOf } from './view.ts';

interface Meant {
  readonly type: string;
  readonly format?: string;
}

/** Type words of other type systems, as they appear in documents. */
const MEANT: ReadonlyMap<string, Meant> = new Map([
  ['int', { type: 'integer' }],
  ['int32', { type: 'integer', format: 'int32' }],
  ['int64', { type: 'integer', format: 'int64' }],
  ['long', { type: 'integer', format: 'int64' }],
  ['float', { type: 'number', format: 'float' }],
  ['double', { type: 'number', format: 'double' }],
  ['decimal', { type: 'number' }],
  ['num', { type: 'number' }],
  ['bool', { type: 'boolean' }],
  ['str', { type: 'string' }],
  ['text', { type: 'string' }],
  ['uuid', { type: 'string', format: 'uuid' }],
  ['uri', { type: 'string', format: 'uri' }],
  ['date', { type: 'string', format: 'date' }],
  ['datetime', { type: 'string', format: 'date-time' }],
  ['date-time', { type: 'string', format: 'date-time' }],
  ['dateTime', { type: 'string', format: 'date-time' }],
  ['timestamp', { type: 'string', format: 'date-time' }],
  ['binary', { type: 'string', format: 'binary' }],
  ['map', { type: 'object' }],
  ['dict', { type: 'object' }],
  ['hash', { type: 'object' }],
  ['list', { type: 'array' }],
  ['any', { type: 'any' }],
  ['mixed', { type: 'any' }],
  ['String', { type: 'string' }],
  ['Integer', { type: 'integer' }],
  ['Number', { type: 'number' }],
  ['Boolean', { type: 'boolean' }],
  ['Object', { type: 'object' }],
  ['Array', { type: 'array' }],
]);

const KNOWN = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null', 'file']);

/** The JSON Schema type for a `type` word. A guess is reported once. */
export function meantType(context: SchemaContext, word: string, origin: Origin): Meant | undefined {
  if (KNOWN.has(word)) return { type: word };
  const intended = MEANT.get(word);
  context.report(
    'schema-type-unknown',
    { type: word, meaning: intended?.type ?? 'unknown' },
    at(origin, 'type'),
  );
  return intended;
}

export function readScalar(node: JsonObject, intended: Meant, origin: Origin): TypeNode {
  const format = textOf(node, 'format') ?? intended.format;
  const scalar = (kind: ScalarType['scalar'], keptFormat = format): TypeNode => ({
    kind: 'scalar',
    scalar: kind,
    origin,
    ...(keptFormat !== undefined && keptFormat !== '' && { format: keptFormat }),
  });
  switch (intended.type) {
    case 'string':
      return isBinary(node)
        ? { kind: 'scalar', scalar: 'binary', origin }
        : scalar('string', format ?? encodingFormat(node));
    case 'file':
      return { kind: 'scalar', scalar: 'binary', origin };
    case 'number':
    case 'integer':
    case 'boolean':
      return scalar(intended.type);
    case 'null':
      return { kind: 'scalar', scalar: 'null', origin };
    default:
      return unknownType(origin, 'any');
  }
}

/**
 * Raw bytes: `format: binary` (3.0), `contentEncoding: binary`, or a media type that is neither text nor an
 * encoding (3.1 section 4.8.14.3).
 */
export function isBinary(node: JsonObject): boolean {
  const format = textOf(node, 'format');
  if (format === 'binary' || format === 'file') return true;
  const encoding = textOf(node, 'contentEncoding');
  if (encoding === 'binary') return true;
  const media = textOf(node, 'contentMediaType');
  return (
    media !== undefined &&
    encoding === undefined &&
    format === undefined &&
    !/^text\/|[/+](?:json|xml|yaml|jwt|x-www-form-urlencoded)\b/i.test(media)
  );
}

const encodingFormat = (node: JsonObject): string | undefined =>
  /^base64(?:url)?$/.test(textOf(node, 'contentEncoding') ?? '') ? 'byte' : undefined;
