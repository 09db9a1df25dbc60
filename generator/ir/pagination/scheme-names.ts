/** Names derived schemes after their kind, and after what distinguishes schemes of the same kind. */
import { snake } from '../../lib/words.ts';
import type { PaginationPurpose, PaginationType } from '../types.ts';
import type { Proposal } from './proposal.ts';
import { ITEMS, WRAPPERS } from './vocabulary.ts';

const KINDS: Readonly<Record<PaginationType, string>> = {
  page_number: 'page_number_page',
  offset: 'offset_page',
  cursor: 'cursor_page',
  cursor_id: 'cursor_id_page',
  cursor_url: 'cursor_url_page',
  fake_page: 'single_page',
};

/**
 * Candidate names of a scheme, best first; some may be taken. They are its items' name, its kind, and its
 * kind with what earlier schemes of that kind lack.
 */
export function schemeNames(proposal: Proposal, earlier: readonly Proposal[]): readonly string[] {
  const kind = KINDS[proposal.type];
  const own = proposal.items
    .map(snake)
    .filter((name) => !GENERIC.has(name))
    .at(-1);
  const differences = differencesOf(proposal);
  const others = earlier.filter((item) => item.type === proposal.type).map(differencesOf);
  const telling = differences.filter(
    (value, index) => value !== '' && others.every((other) => other[index] !== value),
  );
  const rest = differences.filter((value) => value !== '' && !telling.includes(value));
  return [
    ...(own === undefined ? [] : [`${own}_page`]),
    kind,
    ...[...telling, ...rest].map((name) => joined(name, kind)),
  ];
}

const GENERIC = new Set([...ITEMS, ...WRAPPERS, '_embedded']);

/** How schemes of the same kind may differ, in the order in which a person would name the differences. */
function differencesOf({ items, params, paramLocation, purposes, firstPage }: Proposal): readonly string[] {
  const stated = (purpose: PaginationPurpose): string =>
    snake(purposes.find((use) => use.purpose === purpose)?.path.join('_') ?? '').replace(/^x_/, '');
  const named = (part: string, purpose: PaginationPurpose): string => (stated(purpose) === '' ? '' : part);
  return [
    snake(params[0] ?? ''),
    stated('cursor_item_id'),
    paramLocation === 'body' ? 'body' : '',
    items.length === 0 ? 'array' : snake(items.join('_')),
    stated('next_cursor_field'),
    named('counted', 'total_page_count_field'),
    named('counted', 'offset_total_count_field'),
    named('reversible', 'previous_cursor_id_param'),
    named('flagged', 'has_next_page'),
    firstPage === 0 ? 'zero_based' : '',
    stated('current_page_number_field'),
    stated('total_page_count_field'),
    stated('offset_total_count_field'),
  ];
}

/**
 * Joins both without repeating a shared word: `next_page` and
 * `page_number_page` become `next_page_number_page`.
 */
function joined(difference: string, kind: string): string {
  const words = difference.split('_');
  return [...(words.at(-1) === kind.split('_')[0] ? words.slice(0, -1) : words), kind].join('_');
}
