/** The words that APIs use for the parts of a page, in `snake` case. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Parameters. */
export const PAGE = words('page page_number page_no page_num page_index current_page pagenumber pageno');
export const SIZE = words(
  'limit page_size per_page size max_results page_limit pagesize perpage results_per_page max count take first items_per_page max_items top page_count',
);
export const OFFSET = words('offset skip start start_index from_index page_offset');
/** These count from 1 as often as from 0 (RFC 7644 section 3.4.2.4). */
export const FROM_ONE = words('start_index');
/**
 * Equally likely the start of a range, of time or of anything else, if the end of
 * the range has one of these names.
 */
export const RANGE_START = words('start');
export const RANGE_END = words('end stop until to finish');
export const CURSOR = words(
  'cursor next_cursor page_token next_token next_page_token continuation_token continuation after start_cursor after_cursor page_cursor marker ' +
    'starting_after paging_token pagination_token last_evaluated_key page bookmark from_cursor since_token next',
);
export const MORE_CURSORS = words(
  'iterator next_page page_after pagination_cursor starting_token exclusive_start_key scroll_id cursor_token next_marker',
);
export const ID_CURSOR = words('after starting_after after_id since_id last_id start_after');
/** These could also be filters, so other evidence must show that they are positions. */
export const WEAK = words('after since_id last_id');
export const BEFORE = words('ending_before before before_id end_before');

/** Fields. */
export const ITEMS: readonly string[] = [
  'items',
  'data',
  'results',
  'records',
  'entries',
  'list',
  'values',
  'rows',
  'objects',
  'elements',
  'nodes',
  'content',
  'hits',
  'edges',
];
export const WRAPPERS: readonly string[] = ['data', 'result', 'response', 'results', 'payload', 'content'];
export const META = words(
  'pagination meta page_info paging page _meta metadata response_metadata cursors cursor _links links pager pages page_context result_info list_metadata',
);
/** Objects that may contain these fields. */
export const DEEPER = words('cursor cursors next page pagination page_info paging');
export const NEXT_CURSOR = words(
  'next_cursor next_page_token next_token next_page continuation_token end_cursor cursor after next next_page_cursor next_marker page_token bookmark ' +
    'next_continuation_token last_id last_evaluated_key cursor_next',
);
export const NEXT_URL = words(
  'next next_url next_page_url next_page_uri next_uri next_link next_page_link next_page odata_next_link href_next',
);
export const MORE = words(
  'has_more has_next has_next_page more has_more_items has_more_results next_page_exists more_available',
);
export const LAST = words('done is_done is_last is_last_page last_page_reached');
export const TOTAL_PAGES = words(
  'total_pages page_count pages num_pages last_page pages_count total_page_count pages_total max_page',
);
export const CURRENT = words('page current_page page_number page_no page_index');
export const TOTAL = words(
  'total total_count total_results total_items count total_size total_elements total_records size num_results',
);
/** Headers, without `X-`. */
export const NEXT_HEADER = words(
  'next_cursor next_page_token next_token next_page continuation_token end_cursor after_cursor next_page_cursor next_marker next_continuation_token cursor_next',
);
