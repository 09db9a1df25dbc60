/** Pagination and streaming hints of other vendors. */

import { type JsonObject, type JsonValue, isJsonObject, own as read } from '../lib/json.ts';

export interface PaginationHint {
  readonly rule: 'x-stainless' | 'x-speakeasy' | 'x-fern';
  readonly keyword: string;
  readonly type: 'offset' | 'page_number' | 'cursor' | 'cursor_url' | 'none';
  readonly in?: 'query' | 'body';
  readonly param?: string;
  readonly limitParam?: string;
  /** Property paths in the response body. */
  readonly items?: readonly string[];
  readonly next?: readonly string[];
  readonly pageCount?: readonly string[];
}

export interface StreamingHint {
  readonly condition?: string;
  readonly format?: 'sse' | 'json';
  readonly never?: boolean;
  readonly always?: boolean;
  /** Schemas of the plain result and of a single event, if the response itself declares neither. */
  readonly plain?: JsonObject;
  readonly event?: JsonObject;
}

/**
 * `x-speakeasy-pagination` has `type`, `inputs: [{ name, in, type }]` and
 * `outputs: { results, nextCursor, numPages, nextUrl }`.
 */
export function speakeasyPagination(value: JsonValue | undefined): PaginationHint | undefined {
  if (!isJsonObject(value)) return undefined;
  const inputs = Array.isArray(value['inputs']) ? value['inputs'].filter(isJsonObject) : [];
  const outputs = isJsonObject(value['outputs']) ? value['outputs'] : {};
  const input = (type: string) => inputs.find((jsonObject) => jsonObject['type'] === type);
  const main = input('page') ?? input('offset') ?? input('cursor');
  const kind = text(value, 'type');
  const param = main && text(main, 'name');
  const limit = input('limit');
  const limitParam = limit && text(limit, 'name');
  const items = jsonPath(text(outputs, 'results'));
  const next = jsonPath(text(outputs, 'nextCursor') ?? text(outputs, 'nextUrl'));
  const pageCount = jsonPath(text(outputs, 'numPages'));
  const type =
    kind === 'url'
      ? 'cursor_url'
      : kind === 'cursor'
        ? 'cursor'
        : main?.['type'] === 'page'
          ? 'page_number'
          : 'offset';
  return {
    rule: 'x-speakeasy',
    keyword: 'x-speakeasy-pagination',
    type,
    in: main?.['in'] === 'requestBody' ? 'body' : 'query',
    ...(param && { param }),
    ...(limitParam && { limitParam }),
    ...(items && { items }),
    ...(next && { next }),
    ...(pageCount && { pageCount }),
  };
}

/**
 * `x-fern-pagination: false | { cursor, next_cursor, results } | { offset, results, step }`, values as
 * `$request.x` and `$response.y`.
 */
export function fernPagination(value: JsonValue | undefined): PaginationHint | undefined {
  if (value === false) return { rule: 'x-fern', keyword: 'x-fern-pagination', type: 'none' };
  if (!isJsonObject(value)) return undefined;
  const param = requestPath(text(value, 'cursor') ?? text(value, 'offset'));
  const items = jsonPath(text(value, 'results'));
  const next = jsonPath(text(value, 'next_cursor') ?? text(value, 'next_uri') ?? text(value, 'next_url'));
  const limitParam = requestPath(text(value, 'step'));
  const type =
    value['next_uri'] !== undefined || value['next_url'] !== undefined
      ? 'cursor_url'
      : value['cursor'] !== undefined
        ? 'cursor'
        : /page/i.test(param ?? '')
          ? 'page_number'
          : 'offset';
  return {
    rule: 'x-fern',
    keyword: 'x-fern-pagination',
    type,
    ...(param && { param }),
    ...(limitParam && { limitParam }),
    ...(items && { items }),
    ...(next && { next }),
  };
}

export function fernStreaming(value: JsonValue | undefined): StreamingHint | undefined {
  if (value === false) return { never: true };
  if (value === true) return { always: true, format: 'json' };
  if (!isJsonObject(value)) return undefined;
  const condition = requestPath(text(value, 'stream-condition'));
  const [plain, event] = [read(value, 'response'), read(value, 'response-stream')];
  const format = text(value, 'format') ?? (event === undefined ? undefined : 'json');
  return {
    ...(condition && { condition }),
    ...((format === 'sse' || format === 'json') && { format }),
    ...(isJsonObject(plain) && { plain }),
    ...(isJsonObject(event) && { event }),
  };
}

/**
 * `$.data.items`, `$response.data`, `data.items` → property names. A JSONPath with
 * filters or indexes is not supported.
 */
function jsonPath(path: string | undefined): readonly string[] | undefined {
  if (path === undefined) return undefined;
  const bare = path
    .replace(/^\$(?:response)?\.?/, '')
    .replace(/\[(['"])(.*?)\1\]/g, '.$2')
    .replace(/^\./, '');
  if (bare === '') return [];
  return /[[\]()*?]/.test(bare) ? undefined : bare.split('.');
}

const requestPath = (path: string | undefined): string | undefined =>
  path?.replace(/^\$request\.(?:body\.|query\.)?/, '');

/** Text that is not empty. */
export const text = (node: JsonObject, key: string): string | undefined => {
  const value = read(node, key);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

export const number = (node: JsonObject, key: string): number | undefined => {
  const value = read(node, key);
  return typeof value === 'number' ? value : undefined;
};
