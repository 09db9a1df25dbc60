/** How derived schemes of pagination are called, and what tells schemes of a kind apart. */
import { expect, it } from 'vitest';
import type { Proposal } from '../../generator/ir/pagination/proposal.ts';
import { schemeNames } from '../../generator/ir/pagination/scheme-names.ts';

type Uses = Readonly<Record<string, string>>;

const proposal = (
  type: string,
  {
    items = 'items',
    uses = {},
    ...more
  }: Partial<Omit<Proposal, 'items'>> & { items?: string; uses?: Uses } = {},
): Proposal =>
  ({
    ...{ type, paramLocation: 'query', params: [], topLevelArray: items === '' },
    items: items === '' ? [] : items.split('.'),
    purposes: Object.entries(uses).map(([purpose, path]) => ({ purpose, path: path.split('.') })),
    ...more,
  }) as unknown as Proposal;

const PAGE = proposal('page_number', { params: ['page'] });

it.each<[Proposal, readonly Proposal[], readonly string[]]>([
  [PAGE, [], ['page_number_page', 'page_number_page', 'items_page_number_page']],
  [proposal('offset', { items: '' }), [], ['offset_page', 'array_offset_page']],
  [proposal('cursor', { items: 'Cats' }), [], ['cats_page', 'cursor_page', 'cats_cursor_page']],
  [
    proposal('cursor_id', { items: 'data.cats' }),
    [],
    ['cats_page', 'cursor_id_page', 'data_cats_cursor_id_page'],
  ],
  [
    proposal('cursor_url', { items: 'cats.data' }),
    [],
    ['cats_page', 'cursor_url_page', 'cats_data_cursor_url_page'],
  ],
  [proposal('fake_page', { items: 'results.list' }), [], ['single_page', 'results_list_single_page']],
  [
    proposal('offset', { params: ['pageNumber', 'x'] }),
    [],
    ['offset_page', 'page_number_offset_page', 'items_offset_page'],
  ],
  [
    proposal('cursor', { params: ['next_cursor'] }),
    [],
    ['cursor_page', 'next_cursor_page', 'items_cursor_page'],
  ],
  [
    proposal('cursor', { paramLocation: 'body' }),
    [],
    ['cursor_page', 'body_cursor_page', 'items_cursor_page'],
  ],
  [
    proposal('cursor_id', { uses: { cursor_item_id: 'petId', previous_cursor_id_param: 'before' } }),
    [],
    ['cursor_id_page', 'pet_id_cursor_id_page', 'items_cursor_id_page', 'reversible_cursor_id_page'],
  ],
  [
    proposal('cursor', { uses: { next_cursor_field: 'X-Next.x_y', has_next_page: 'more' } }),
    [],
    ['cursor_page', 'items_cursor_page', 'next_x_y_cursor_page', 'flagged_cursor_page'],
  ],
  [
    proposal('page_number', {
      firstPage: 0,
      uses: { total_page_count_field: 'pages', current_page_number_field: 'now' },
    }),
    [],
    [
      ...['page_number_page', 'items_page_number_page', 'counted_page_number_page'],
      ...['zero_based_page_number_page', 'now_page_number_page', 'pages_page_number_page'],
    ],
  ],
  [
    proposal('offset', { uses: { offset_total_count_field: 'total' } }),
    [],
    ['offset_page', 'items_offset_page', 'counted_offset_page', 'total_offset_page'],
  ],
  [
    proposal('offset', { params: ['skip'] }),
    [proposal('offset', { params: ['skip'], items: 'cats' })],
    ['offset_page', 'items_offset_page', 'skip_offset_page'],
  ],
  [
    proposal('offset', { params: ['skip'] }),
    [proposal('cursor', { params: ['x'], items: 'items' })],
    ['offset_page', 'skip_offset_page', 'items_offset_page'],
  ],
  [
    proposal('offset', { params: ['skip'], firstPage: 0 }),
    [proposal('offset', { params: ['skip'], items: 'cats' }), proposal('offset', { params: ['from'] })],
    ['offset_page', 'zero_based_offset_page', 'skip_offset_page', 'items_offset_page'],
  ],
])('%# has the names, best first', (own, earlier, expected) => {
  expect(schemeNames(own, earlier)).toEqual(expected);
});
