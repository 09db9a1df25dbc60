/** Classifies media types by how a client handles them. */
import { byCodeUnit } from '../../lib/order.ts';
import type { Content, ContentKind } from '../types.ts';

/**
 * The essence of a media type (RFC 9110 section 8.3.1):
 * `Application/JSON; charset=utf-8` → `application/json`.
 */
const essence = (mediaType: string): string => (mediaType.split(';')[0] ?? '').trim().toLowerCase();

export const isMediaType = (key: string): boolean =>
  /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+$/.test(essence(key));

const LINES = new Set([
  'application/x-ndjson',
  'application/ndjson',
  'application/jsonl',
  'application/x-jsonl',
  'application/json-lines',
  'application/jsonlines',
  'application/x-jsonlines',
  'application/json-l',
  'application/stream+json',
  'application/x-json-stream',
  'application/json-seq',
  'text/jsonl',
  'text/x-ndjson',
]);
const TEXT = new Set([
  'application/yaml',
  'application/x-yaml',
  'application/graphql',
  'application/javascript',
  'application/x-javascript',
  'application/sdp',
  'application/jwt',
  'application/x-pem-file',
  'application/toml',
  'application/sql',
  'application/x-sh',
  'application/csv',
]);

/**
 * Uses the RFC 6839 suffixes. Anything not known to be text is bytes. `*` + `/*` and keys that
 * are not media types count as JSON.
 */
export function contentKind(mediaType: string): ContentKind {
  const type = essence(mediaType);
  if (LINES.has(type)) return 'json-lines';
  if (type === 'text/event-stream') return 'event-stream';
  if (
    type.endsWith('+json') ||
    /^(?:application|text)\/(?:[\w.-]*[.-])?json(?:[.-][\w.-]*)?$/.test(type) ||
    type === '*/*' ||
    type === 'application/*' ||
    !isMediaType(type)
  )
    return 'json';
  if (type === 'application/x-www-form-urlencoded') return 'form';
  if (type.startsWith('multipart/')) return 'multipart';
  if (type.endsWith('+xml') && !type.startsWith('image/')) return 'xml';
  if (type === 'application/xml' || type === 'text/xml') return 'xml';
  if (type.startsWith('text/') || TEXT.has(type) || type.endsWith('+yaml')) return 'text';
  return 'binary';
}

const REQUEST_ORDER: readonly ContentKind[] = [
  'json',
  'multipart',
  'form',
  'binary',
  'text',
  'json-lines',
  'xml',
  'event-stream',
];
const RESPONSE_ORDER: readonly ContentKind[] = [
  'json',
  'binary',
  'event-stream',
  'json-lines',
  'text',
  'form',
  'multipart',
  'xml',
];

/** Contents in the client's order of preference, independent of the order of the document's keys. */
export function byPreference(contents: readonly Content[], side: 'request' | 'response'): readonly Content[] {
  const order = side === 'request' ? REQUEST_ORDER : RESPONSE_ORDER;
  return [...contents].sort(
    (a, b) =>
      order.indexOf(a.kind) - order.indexOf(b.kind) ||
      plainness(a) - plainness(b) ||
      byCodeUnit(a.mediaType, b.mediaType),
  );
}

/** `application/json` before `application/json; v=2` before `application/vnd.x+json` before ranges. */
const plainness = (content: Content): number => {
  const type = essence(content.mediaType);
  const plain = [
    'application/json',
    'multipart/form-data',
    'application/octet-stream',
    'text/plain',
    'application/xml',
  ].includes(type);
  return (
    (plain ? 0 : 2) +
    (content.mediaType.includes(';') ? 1 : 0) +
    (type.includes('*') ? 8 : 0) +
    (isMediaType(type) ? 0 : 16)
  );
};
