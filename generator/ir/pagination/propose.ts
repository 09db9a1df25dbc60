/** Finds out from names and types how a method pages, for documents that nobody configured. `init` proposes the same schemes. */
import { snake } from '../../lib/words.ts';
import type { PaginationPurpose, PaginationType, PurposeUse, TypeNode } from '../types.ts';
import type { Pageable } from './request.ts';
import { type Fitting, type TypesById, bare, fits, itemOf, propertiesOf, propertyAt } from './view.ts';

export interface Proposal {
  readonly type: PaginationType;
  readonly paramLocation: 'query' | 'body';
  readonly purposes: readonly PurposeUse[];
  /** Request parameters that belong to the scheme, page size included. */
  readonly params: readonly string[];
  readonly topLevelArray: boolean;
  readonly items: readonly string[];
}

interface Field {
  readonly path: readonly string[];
  readonly type: TypeNode;
  readonly description?: string;
}

const PAGE = new Set(['page', 'page_number', 'page_no', 'page_num', 'page_index', 'current_page', 'pagenumber', 'pageno']);
const SIZE = new Set(['limit', 'page_size', 'per_page', 'size', 'max_results', 'page_limit', 'pagesize', 'perpage', 'results_per_page', 'max', 'count', 'take', 'first', 'items_per_page', 'max_items', 'top', 'page_count']);
const OFFSET = new Set(['offset', 'skip', 'start', 'start_index', 'from_index']);
const CURSOR = new Set(['cursor', 'next_cursor', 'page_token', 'next_token', 'next_page_token', 'continuation_token', 'continuation', 'after', 'start_cursor', 'after_cursor', 'page_cursor', 'marker', 'starting_after', 'paging_token', 'pagination_token', 'last_evaluated_key', 'page', 'bookmark', 'from_cursor', 'since_token', 'next']);
const ID_CURSOR = new Set(['after', 'starting_after', 'after_id', 'since_id', 'last_id', 'start_after']);

const ITEMS = ['items', 'data', 'results', 'records', 'entries', 'list', 'values', 'rows', 'objects', 'elements', 'nodes', 'content', 'hits', 'edges'];
const WRAPPERS = ['data', 'result', 'response', 'results', 'payload', 'content'];
const META = ['', 'pagination', 'meta', 'page_info', 'paging', 'page', '_meta', 'metadata', 'response_metadata', 'cursors', 'cursor', '_links', 'links', 'pager', 'pages', 'page_context', 'result_info', 'list_metadata'];
const NEXT_CURSOR = new Set(['next_cursor', 'next_page_token', 'next_token', 'next_page', 'continuation_token', 'end_cursor', 'cursor', 'after', 'next', 'next_page_cursor', 'next_marker', 'page_token', 'bookmark', 'next_continuation_token', 'last_id', 'last_evaluated_key', 'cursor_next']);
const NEXT_URL = new Set(['next', 'next_url', 'next_page_url', 'next_page_uri', 'next_uri', 'next_link', 'next_page_link', 'next_page', 'odata_next_link', 'href_next']);
const MORE = new Set(['has_more', 'has_next', 'has_next_page', 'more', 'has_more_items', 'has_more_results', 'next_page_exists', 'more_available']);
const TOTAL_PAGES = new Set(['total_pages', 'page_count', 'pages', 'num_pages', 'last_page', 'pages_count', 'total_page_count', 'pages_total', 'max_page']);
const CURRENT = new Set(['page', 'current_page', 'page_number', 'page_no', 'page_index']);
const TOTAL = new Set(['total', 'total_count', 'total_results', 'total_items', 'count', 'total_size', 'total_elements', 'total_records', 'size', 'num_results']);

/** The scheme that the method's parameters and result amount to; undefined when they do not page. */
export function proposePagination(types: TypesById, pageable: Pageable): Proposal | undefined {
  if (pageable.result === undefined) return undefined;
  const items = itemsOf(types, pageable.result);
  if (items === undefined) return undefined;
  const inQuery = propose(types, pageable, items, 'query');
  return inQuery ?? (pageable.body.size > 0 ? propose(types, pageable, items, 'body') : undefined);
}

function propose(types: TypesById, pageable: Pageable, items: Field, location: 'query' | 'body'): Proposal | undefined {
  const result = pageable.result;
  const request = location === 'query' ? pageable.query : pageable.body;
  if (result === undefined) return undefined;
  const fields = fieldsOf(types, result);
  const param = (names: ReadonlySet<string>, wanted: Fitting) => [...request].find(([name, type]) => names.has(snake(name)) && fits(types, type, wanted))?.[0];
  const field = (names: ReadonlySet<string>, wanted: Fitting) => fields.find((one) => names.has(snake(one.path.at(-1) ?? '')) && one.path.join() !== items.path.join() && fits(types, one.type, wanted) && bare(types, one.type).kind !== 'unknown');
  const size = param(SIZE, 'number');
  const more = field(MORE, 'flag');
  const make = (type: PaginationType, uses: readonly (PurposeUse | undefined)[], params: readonly (string | undefined)[]): Proposal => ({
    type,
    paramLocation: location,
    purposes: [{ purpose: 'items', path: items.path }, ...uses.filter((use) => use !== undefined), ...(more === undefined ? [] : [use('has_next_page', more.path)])],
    params: [...new Set([...params, size].filter((name) => name !== undefined))],
    topLevelArray: items.path.length === 0,
    items: items.path,
  });

  const cursor = param(CURSOR, 'text');
  const next = field(NEXT_CURSOR, 'text');
  if (cursor !== undefined && next !== undefined && !isUrl(next)) return make('cursor', [use('next_cursor_param', [cursor]), use('next_cursor_field', next.path)], [cursor]);
  const url = fields.find((one) => NEXT_URL.has(snake(one.path.at(-1) ?? '')) && fits(types, one.type, 'text') && isUrl(one));
  if (url !== undefined && location === 'query') return make('cursor_url', [use('cursor_url_field', url.path)], []);
  const after = param(ID_CURSOR, 'text');
  const item = itemOf(types, items.type);
  if (after !== undefined && (more !== undefined || size !== undefined) && item !== undefined && propertyAt(types, item, ['id']) !== undefined && fits(types, propertyAt(types, item, ['id'])?.type ?? item, 'text')) {
    return make('cursor_id', [use('next_cursor_id_param', [after]), use('cursor_item_id', ['id'])], [after]);
  }
  const page = param(PAGE, 'number');
  const pages = field(TOTAL_PAGES, 'number');
  const total = field(TOTAL, 'number');
  if (page !== undefined && (size !== undefined || pages !== undefined || total !== undefined || more !== undefined)) {
    const current = field(CURRENT, 'number');
    return make('page_number', [use('page_number_param', [page]), current && use('current_page_number_field', current.path), pages && use('total_page_count_field', pages.path)], [page]);
  }
  const offset = param(OFFSET, 'number');
  if (offset !== undefined && (size !== undefined || total !== undefined || more !== undefined)) {
    return make('offset', [use('offset_count_param', [offset]), total && use('offset_total_count_field', total.path)], [offset]);
  }
  return undefined;
}

const use = (purpose: PaginationPurpose, path: readonly string[]): PurposeUse => ({ purpose, path });

/** Where the items are: the result itself, a property with a usual name, the only array of objects, or one of these inside a wrapper. */
export function itemsOf(types: TypesById, result: TypeNode): Field | undefined {
  const top = itemOf(types, result);
  if (top !== undefined) return { path: [], type: result };
  const direct = arrayIn(types, result, []);
  if (direct !== undefined) return direct;
  const properties = propertiesOf(types, result);
  for (const name of WRAPPERS) {
    const inner = properties?.get(name);
    const found = inner && arrayIn(types, inner.type, [name]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function arrayIn(types: TypesById, type: TypeNode, before: readonly string[]): Field | undefined {
  const properties = propertiesOf(types, type);
  if (properties === undefined) return undefined;
  const arrays = [...properties.values()].filter((property) => itemOf(types, property.type) !== undefined);
  const usual = ITEMS.map((name) => arrays.find((property) => snake(property.name) === name)).find((property) => property !== undefined);
  const only = arrays.filter((property) => !/^(?:errors?|warnings?|links?|messages?|columns|fields|facets|included|tags)$/i.test(property.name) || arrays.length === 1);
  const chosen = usual ?? (only.length === 1 ? only[0] : undefined);
  return chosen && { path: [...before, chosen.name], type: chosen.type };
}

/** Scalar properties of the result and of the objects that usually describe a page, nearest first. */
function fieldsOf(types: TypesById, result: TypeNode): readonly Field[] {
  const fields: Field[] = [];
  const add = (type: TypeNode, before: readonly string[]) => {
    for (const property of propertiesOf(types, type)?.values() ?? []) {
      fields.push({ path: [...before, property.name], type: property.type, ...(property.description !== undefined && { description: property.description }) });
    }
  };
  add(result, []);
  const holders = fields.filter((field) => META.includes(snake(field.path[0] ?? '')) || WRAPPERS.includes(field.path[0] ?? ''));
  for (const holder of holders) add(holder.type, holder.path);
  const deeper = fields.filter((field) => field.path.length === 2 && ['cursors', 'next', 'pagination', 'page_info', 'paging'].includes(snake(field.path[1] ?? '')));
  for (const holder of deeper) add(holder.type, holder.path);
  return fields;
}

const isUrl = (field: Field): boolean => {
  const type = field.type.kind === 'nullable' ? field.type.type : field.type;
  if (type.kind === 'scalar' && /^(?:uri|url|iri)/.test(type.format ?? '')) return true;
  return /(?:url|uri|link)$/i.test(field.path.at(-1) ?? '') || field.path[0] === '_links' || field.path[0] === 'links' || /\b(?:urls?|uri|link|hyperlink)\b/i.test(`${field.description ?? ''} ${type.description ?? ''}`);
};
