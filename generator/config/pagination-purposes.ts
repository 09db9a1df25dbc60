/** The purposes with which schemas of a pagination scheme can be marked. */
import { closest } from 'fastest-levenshtein';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { type JsonValue, isJsonObject } from '../lib/json.ts';
import { type Origin, at } from '../lib/origin.ts';
import type { PaginationConfig } from './types.ts';

export const PURPOSES = [
  'items',
  'has_next_page',
  'next_cursor_param',
  'next_cursor_field',
  'previous_cursor_param',
  'previous_cursor_field',
  'cursor_item_id',
  'next_cursor_id_param',
  'previous_cursor_id_param',
  'cursor_url_field',
  'page_number_param',
  'current_page_number_field',
  'total_page_count_field',
  'offset_count_param',
  'offset_count_start_field',
  'offset_total_count_field',
  'limit_count_param',
  // Our addition: the opposite of `has_next_page`.
  'is_last_page',
] as const;

const MARK = 'x-stainless-pagination-property';
const DEEPEST = 16;

/** Reports unknown purposes; the marked property is ignored. */
export const purposeFaults = (pagination: readonly PaginationConfig[]): readonly Diagnostic[] =>
  pagination.flatMap(({ request, response }) =>
    [request, response].flatMap(({ value, origin }) => faultsIn(value, origin, 0)),
  );

function faultsIn(value: JsonValue, origin: Origin, depth: number): readonly Diagnostic[] {
  if (!isJsonObject(value) || depth > DEEPEST) return [];
  return Object.entries(value).flatMap(([key, own]) => {
    const place = at(origin, key);
    return key === MARK ? markFaults(own, place) : faultsIn(own, place, depth + 1);
  });
}

function markFaults(mark: JsonValue, origin: Origin): readonly Diagnostic[] {
  const [word, place] = isJsonObject(mark) ? [mark['purpose'], at(origin, 'purpose')] : [mark, origin];
  const words: readonly string[] = PURPOSES;
  if (typeof word !== 'string' || words.includes(word)) return [];
  const parameters = { purpose: word, nearest: closest(word, words) };
  return [diagnostic('pagination-purpose-unknown', parameters, { origin: place })];
}
