/** By which names and types a method is paginated, and what a list lacks that is not. */
import { expect, it } from 'vitest';
import { missing, proposed } from './page-rules.ts';

/**
 * A method: `query | result | headers | body | no`, where `no` stands for a method that may change something.
 * Below it, the proposal, or `no` with the reason.
 */
const ROWS = `
cursor:s | items[id] next_cursor:s
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=next_cursor
cursor:i | items[id] next_cursor:i
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=next_cursor
cursor:i | items[id] next_cursor:i total_pages:i
  no: no field or header of the response gives the next value of the parameter cursor
cursor:i | items[id] cursor:i
  no: no field or header of the response gives the next value of the parameter cursor
cursor:s | items[id] cursor:s
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=cursor
cursor:s | items[id] cursor:s'The_current_page'
  no: no field or header of the response gives the next value of the parameter cursor
cursor:s | items[id] cursor:s'This_cursor_was_given'
  no: no field or header of the response gives the next value of the parameter cursor
cursor:s | items[id] other:s
  no: no field or header of the response gives the next value of the parameter cursor
cursor:s | items[id] next_cursor:u
  no: no field or header of the response gives the next value of the parameter cursor
cursor:s | items[id] next_cursor:s!uri
  no: no field or header of the response gives the next value of the parameter cursor
cursor:s | items[id] next_cursor:s'URL_of_the_next'
  no: no field or header of the response gives the next value of the parameter cursor
cursor:s | items[id] next_cursor:s~/items?cursor=2
  no: no field or header of the response gives the next value of the parameter cursor
cursor:s | items[id] next_cursor:s?~https://x
  no: no field or header of the response gives the next value of the parameter cursor
cursor:s | items[id] next_cursor:s~abc
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=next_cursor
next_page:s | items[id] next_page_token:s
  cursor query (next_page): items=items next_cursor_param=next_page
  next_cursor_field=next_page_token
scroll_id:s | items[id] scroll_id:s
  cursor query (scroll_id): items=items next_cursor_param=scroll_id next_cursor_field=scroll_id
scroll_id:s | items[id] scroll_id:i
  no: no field or header of the response gives the next value of the parameter scroll_id
page:i | items[id] next_page:i limit:i
  cursor query (page): items=items next_cursor_param=page next_cursor_field=next_page
page:i limit:i | items[id] next_page:i total_pages:i
  page_number query (page): items=items page_number_param=page
  total_page_count_field=total_pages
page:i | items[id] page:i
  no: beside the parameter page there is no page size, and the result tells neither a total nor
  whether there is more
page:s | items[id] page:s
  cursor query (page): items=items next_cursor_param=page next_cursor_field=page
page:i limit:i | items[id] next.page:i
  page_number query (page): items=items page_number_param=page
page:i limit:i | items[id] meta.next.page:i
  cursor query (page): items=items next_cursor_param=page next_cursor_field=meta.next.page
cursor:s | items[id] meta.next.cursor:s
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=meta.next.cursor
cursor:s | items[id] next.cursor_next:s
  no: no field or header of the response gives the next value of the parameter cursor
cursor:s | items[id] next:s
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=next
cursor:s | items[id] next:s previous:s
  no: no field or header of the response gives the next value of the parameter cursor
cursor:s | items[id] next:s prev:s
  no: no field or header of the response gives the next value of the parameter cursor
cursor:s | items[id] next:s preview:s
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=next
cursor:s | items[id] next:s'The_cursor' previous:s
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=next
cursor:s | items[id] next:s'The_next_ones' previous:s
  no: no field or header of the response gives the next value of the parameter cursor
cursor:s | items[id] next:s cursor:s
  no: no field or header of the response gives the next value of the parameter cursor
cursor:s | items[id] cursors.next:s cursors.previous:s
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=cursors.next
cursor:s | items[id] meta.next:s previous:s
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=meta.next
cursor:s | items[id] meta.next:s meta.previous:s next_cursor:s
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=next_cursor
next:s | items[id] next:s previous:s
  cursor query (next): items=items next_cursor_param=next next_cursor_field=next
next:s | items[id] next:s
  cursor query (next): items=items next_cursor_param=next next_cursor_field=next
cursor:s | items[id] end_cursor:s after:s
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=end_cursor
cursor:s | items[id] after:s
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=after
cursor:s | items[id] last_id:s next_token:s
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=next_token
cursor:s | cursor[id]
  no: no field or header of the response gives the next value of the parameter cursor
offset:i limit:i | items[id] next:s'URL'
  cursor_url query (): items=items cursor_url_field=next
offset:i limit:i | items[id] next:s!uri
  cursor_url query (): items=items cursor_url_field=next
offset:i limit:i | items[id] next:s
  offset query (offset): items=items offset_count_param=offset
offset:i limit:i | items[id] next:i'URL'
  offset query (offset): items=items offset_count_param=offset
offset:i limit:i | items[id] _links.next.href:s
  cursor_url query (): items=items cursor_url_field=_links.next.href
offset:i limit:i | items[id] next.href:s
  offset query (offset): items=items offset_count_param=offset
offset:i limit:i | items[id] links.next:s
  cursor_url query (): items=items cursor_url_field=links.next
offset:i limit:i | items[id] links.other:s
  offset query (offset): items=items offset_count_param=offset
limit:i | items[id] next_page_url:s
  cursor_url query (): items=items cursor_url_field=next_page_url
limit:i | items[id] other_url:s
  no
limit:i | items[id] next_link:s
  cursor_url query (): items=items cursor_url_field=next_link
 | items[id] next_url:s
  cursor_url query (): items=items cursor_url_field=next_url
 | items[id] next_url:s |  | limit:i
  cursor_url query (): items=items cursor_url_field=next_url
after_cursor:s | [id] | X-After-Cursor:s
  cursor query (after_cursor): items= next_cursor_param=after_cursor
  next_cursor_field=X-After-Cursor in a header of an array
cursor:s | [id] | X-Next-Cursor:s
  cursor query (cursor): items= next_cursor_param=cursor next_cursor_field=X-Next-Cursor in a
  header of an array
page:i | [id] | X-Next-Page:i
  cursor query (page): items= next_cursor_param=page next_cursor_field=X-Next-Page in a header
  of an array
page:i | [id] | Next-Page:s
  cursor query (page): items= next_cursor_param=page next_cursor_field=Next-Page in a header of
  an array
page:s | [id] | X-Next-Page:s
  cursor query (page): items= next_cursor_param=page next_cursor_field=X-Next-Page in a header
  of an array
cursor:s | [id] | X-Next-Page:s
  no: no field or header of the response gives the next value of the parameter cursor
page_token:s | [id] | Next-Page-Token:s
  cursor query (page_token): items= next_cursor_param=page_token
  next_cursor_field=Next-Page-Token in a header of an array
cursor:s | [id] | X-End-Cursor:s
  cursor query (cursor): items= next_cursor_param=cursor next_cursor_field=X-End-Cursor in a
  header of an array
after:s | [id] | X-After-Cursor:s
  cursor query (after): items= next_cursor_param=after next_cursor_field=X-After-Cursor in a
  header of an array
cursor:s | [id] | X-Next-Cursor:b
  no: no field or header of the response gives the next value of the parameter cursor
cursor:s | [id] | X-Cursor:s
  no: no field or header of the response gives the next value of the parameter cursor
 | [id] | X-Next-Cursor:s | cursor:s
  no: no field or header of the response gives the next value of the parameter cursor
limit:i | [id] | Link:s
  cursor_url query (): items= cursor_url_field=Link in a header of an array
 | [id] | Link:s
  no
 | [id] | Link:s'rel_next'
  cursor_url query (): items= cursor_url_field=Link in a header of an array
 | [id] | Link:s'Pagination_links'
  cursor_url query (): items= cursor_url_field=Link in a header of an array
 | [id] | link:s'pages'
  cursor_url query (): items= cursor_url_field=link in a header of an array
 | [id] | Link:s'relation'
  no
 | [id] | Link:s'rel_next' | limit:i
  cursor_url query (): items= cursor_url_field=Link in a header of an array
limit:i | [id] | Link:s |  | no
  no
cursor:s | [id] | Link:s
  cursor_url query (): items= cursor_url_field=Link in a header of an array
page:i limit:i | [id] | Link:s
  page_number query (page): items= page_number_param=page of an array
offset:i limit:i | [id] | Link:s
  offset query (offset): items= offset_count_param=offset of an array
page:i | [id] | Link:s'next'
  cursor_url query (): items= cursor_url_field=Link in a header of an array
offset:i | [id] | Link:s'next'
  cursor_url query (): items= cursor_url_field=Link in a header of an array
starting_after:s limit:i | items[id]
  cursor_id query (starting_after): items=items next_cursor_id_param=starting_after
  cursor_item_id=id
starting_after:s | items[id]
  no: no field or header of the response gives the next value of the parameter starting_after,
  and the document names no property of an item that it takes
starting_after:s | items[id] has_more:b
  cursor_id query (starting_after): items=items next_cursor_id_param=starting_after
  cursor_item_id=id has_next_page=has_more
starting_after:s limit:i | items[name]
  no: no field or header of the response gives the next value of the parameter starting_after,
  and the document names no property of an item that it takes
starting_after:s ending_before:s limit:i | items[id]
  cursor_id query (starting_after, ending_before): items=items
  next_cursor_id_param=starting_after previous_cursor_id_param=ending_before cursor_item_id=id
starting_after:s ending_before:i limit:i | items[id]
  cursor_id query (starting_after): items=items next_cursor_id_param=starting_after
  cursor_item_id=id
after:s limit:i | items[id]
  no: no field or header of the response gives the next value of the parameter after, and the
  document names no property of an item that it takes
after:s limit:i | items[id] has_more:b
  cursor_id query (after): items=items next_cursor_id_param=after cursor_item_id=id
  has_next_page=has_more
after:s before:s limit:i | items[id]
  no: no field or header of the response gives the next value of the parameter after, and the
  document names no property of an item that it takes
after:s'The_id_after_which' limit:i | items[id]
  cursor_id query (after): items=items next_cursor_id_param=after cursor_item_id=id
after:s'Words' limit:i | items[id]
  no: no field or header of the response gives the next value of the parameter after, and the
  document names no property of an item that it takes
after:s'Words' before:s limit:i | items[id]
  no: no field or header of the response gives the next value of the parameter after, and the
  document names no property of an item that it takes
after:s'The_cursor' limit:i | items[id]
  cursor_id query (after): items=items next_cursor_id_param=after cursor_item_id=id
after_id:i limit:i | items[id:i]
  no: no field or header of the response gives the next value of the parameter after_id, and the
  document names no property of an item that it takes
after_id:i'The_id' limit:i | items[id:i]
  cursor_id query (after_id): items=items next_cursor_id_param=after_id cursor_item_id=id
since_id:i'The_id' limit:i | items[id:i]
  cursor_id query (since_id): items=items next_cursor_id_param=since_id cursor_item_id=id
since_id:s limit:i | items[id]
  no: no field or header of the response gives the next value of the parameter since_id, and the
  document names no property of an item that it takes
since_id:i limit:i | items[id:s]
  no: no field or header of the response gives the next value of the parameter since_id, and the
  document names no property of an item that it takes
after:s!date-time limit:i | items[id]
  no: the parameter after is a time, which is a filter and no position
after:s'Created_after_that_date' limit:i | items[id]
  no: the parameter after is a time, which is a filter and no position
after_id:s limit:i | [id]
  cursor_id query (after_id): items= next_cursor_id_param=after_id cursor_item_id=id of an array
page:i limit:i | items[id]
  page_number query (page): items=items page_number_param=page
page:i limit:i | [id]
  page_number query (page): items= page_number_param=page of an array
page:i | items[id]
  no: beside the parameter page there is no page size, and the result tells neither a total nor
  whether there is more
page:i | items[id] total:i
  page_number query (page): items=items page_number_param=page
page:i | items[id] total_pages:i
  page_number query (page): items=items page_number_param=page
  total_page_count_field=total_pages
page:i | items[id] has_more:b
  page_number query (page): items=items page_number_param=page has_next_page=has_more
page:i | items[id] total:s
  no: beside the parameter page there is no page size, and the result tells neither a total nor
  whether there is more
page:i limit:i | items[id] page:i total_pages:i
  page_number query (page): items=items page_number_param=page current_page_number_field=page
  total_page_count_field=total_pages
page:i limit:i | items[id] meta.page:i meta.total_pages:i
  page_number query (page): items=items page_number_param=page
  current_page_number_field=meta.page total_page_count_field=meta.total_pages
page:i | [id] | X-Total-Pages:i
  page_number query (page): items= page_number_param=page total_page_count_field=X-Total-Pages
  in a header of an array
page:i | [id] | X-Total-Pages:s
  no: beside the parameter page there is no page size, and the result tells neither a total nor
  whether there is more
page:i limit:s | items[id]
  no: beside the parameter page there is no page size, and the result tells neither a total nor
  whether there is more
page:s limit:i | items[id]
  no: no field or header of the response gives the next value of the parameter page
page:i=0 limit:i | items[id]
  page_number query (page): items=items page_number_param=page from 0
page:i=1 limit:i | items[id]
  page_number query (page): items=items page_number_param=page
page:i>0 limit:i | items[id]
  page_number query (page): items=items page_number_param=page from 0
page:i>1 limit:i | items[id]
  page_number query (page): items=items page_number_param=page
page:i=1>0 limit:i | items[id]
  page_number query (page): items=items page_number_param=page
page:i'Zero-based_page' limit:i | items[id]
  page_number query (page): items=items page_number_param=page from 0
page:i'starts_at_0' limit:i | items[id]
  page_number query (page): items=items page_number_param=page from 0
page:i?=0 limit:i | items[id]
  page_number query (page): items=items page_number_param=page from 0
page:i limit:i | items[id] |  |  | no
  no: the method may change something, and the result tells neither a total nor whether there is
  more
page:i limit:i | items[id] total:i |  |  | no
  page_number query (page): items=items page_number_param=page
page:i limit:i | items[id] total_pages:i |  |  | no
  page_number query (page): items=items page_number_param=page
  total_page_count_field=total_pages
page:i limit:i | items[id] has_more:b |  |  | no
  page_number query (page): items=items page_number_param=page has_next_page=has_more
page:i limit:i | items[id] has_more:b done:b
  page_number query (page): items=items page_number_param=page has_next_page=has_more
page:i limit:i | items[id] done:b
  page_number query (page): items=items page_number_param=page is_last_page=done
page:i limit:i | items[id] done:s
  page_number query (page): items=items page_number_param=page
page:i limit:i | items[id] has_more:u
  page_number query (page): items=items page_number_param=page
 | items[id] |  | page:i limit:i | no
  no: the method may change something, and the result tells neither a total nor whether there is
  more
 | items[id] total:i |  | page:i limit:i | no
  page_number body (page): items=items page_number_param=page
 | items[id] next_cursor:s |  | cursor:s limit:i | no
  cursor body (cursor): items=items next_cursor_param=cursor next_cursor_field=next_cursor
cursor:s | items[id] next_cursor:s |  | filter:s | no
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=next_cursor
offset:i limit:i | items[id]
  offset query (offset): items=items offset_count_param=offset
skip:i limit:i | items[id]
  offset query (skip): items=items offset_count_param=skip
offset:i | items[id]
  no: nothing beside the parameter offset tells that it skips items, from 0: no page size, and
  no total in the result
offset:i | items[id] total:i
  offset query (offset): items=items offset_count_param=offset offset_total_count_field=total
offset:i | items[id] has_more:b
  offset query (offset): items=items offset_count_param=offset has_next_page=has_more
offset:i limit:i | items[id] total:i has_more:b
  offset query (offset): items=items offset_count_param=offset offset_total_count_field=total
  has_next_page=has_more
offset:i | [id] | X-Total-Count:i
  offset query (offset): items= offset_count_param=offset offset_total_count_field=X-Total-Count
  in a header of an array
offset:i | [id] | X-Total-Count:s
  no: nothing beside the parameter offset tells that it skips items, from 0: no page size, and
  no total in the result
offset:i'The_number_of_pages_to_skip' limit:i | items[id]
  no: the parameter offset counts pages instead of items
offset:i'Which_page' limit:i | items[id]
  no: the parameter offset counts pages instead of items
offset:s limit:i | items[id]
  no: the parameter offset is no number
offset:i=1 limit:i | items[id]
  no: the parameter offset counts from 1, and no field of the result tells where the part begins
offset:i>1 limit:i | items[id]
  no: the parameter offset counts from 1, and no field of the result tells where the part begins
offset:i=0 limit:i | items[id]
  offset query (offset): items=items offset_count_param=offset
offset:i limit:i | items[id] |  |  | no
  no: the method may change something, and the result tells neither a total nor whether there is
  more
offset:i limit:i | items[id] total:i |  |  | no
  offset query (offset): items=items offset_count_param=offset offset_total_count_field=total
offset:i limit:i | items[id] has_more:b |  |  | no
  offset query (offset): items=items offset_count_param=offset has_next_page=has_more
start:i limit:i | items[id]
  no: the parameter start may begin a range of anything
start:i limit:i | items[id] total:i
  offset query (start): items=items offset_count_param=start offset_total_count_field=total
start:i'Index_of_the_first' limit:i | items[id]
  offset query (start): items=items offset_count_param=start
start:i'Where' limit:i | items[id]
  no: the parameter start may begin a range of anything
start:i'Index' end:i limit:i | items[id]
  no: the parameter start may begin a range of anything
start:i end:s limit:i | items[id] total:i
  no: the parameter start may begin a range of anything
start_index:i limit:i | items[id] start_index:i
  offset query (start_index): items=items offset_count_param=start_index
  offset_count_start_field=start_index
start_index:i=1 limit:i | items[id] start_index:i
  offset query (start_index): items=items offset_count_param=start_index
  offset_count_start_field=start_index
start_index:i=1 limit:i | items[id]
  no: the parameter start_index counts from 1, and no field of the result tells where the part
  begins
offset:i=1 limit:i | items[id] offset:i start_index:i
  no: the parameter offset counts from 1, and no field of the result tells where the part begins
 | items[id] has_more:b
  fake_page query (): items=items has_next_page=has_more
 | items[id] has_more:b count:i
  fake_page query (): items=items has_next_page=has_more
 | items[id] has_more:b other:o
  no
 | items[id] has_more:b others[id]
  no
 | items[id] has_more:b next_cursor:s
  no
 | items[id] has_more:b next_url:i
  no
 | items[id] has_more:b |  |  | no
  no
 | items[id] has_more:b |  | x:s
  no
 | items[id] meta.has_more:b
  no
 | data.items[id] has_more:b
  no
cursor:s | items[id] has_more:b
  no: no field or header of the response gives the next value of the parameter cursor
page:s | items[id] has_more:b
  no: no field or header of the response gives the next value of the parameter page
offset:s | items[id] has_more:b
  no: the parameter offset is no number
before:s | items[id] has_more:b
  no
other:s | items[id] has_more:b
  fake_page query (): items=items has_next_page=has_more
page:i limit:i | data[id] errors[id]
  page_number query (page): items=data page_number_param=page
page:i limit:i | cats[id] errors[id] links[id]
  page_number query (page): items=cats page_number_param=page
page:i limit:i | errors[id]
  page_number query (page): items=errors page_number_param=page
page:i limit:i | cats[id] dogs[id]
  no: the result has several arrays (cats, dogs), and none is called as items are
page:i limit:i | cats[id] items[id]
  page_number query (page): items=items page_number_param=page
page:i limit:i | Items[id] data[id]
  page_number query (page): items=Items page_number_param=page
page:i limit:i | data.cats[id]
  page_number query (page): items=data.cats page_number_param=page
page:i limit:i | result.cats[id] total:i
  page_number query (page): items=result.cats page_number_param=page
page:i limit:i | _embedded.cats[id] page.number:i
  page_number query (page): items=_embedded.cats page_number_param=page
page:i limit:i | albums.items[id]
  page_number query (page): items=albums.items page_number_param=page
page:i limit:i | albums.tracks[id]
  no
page:i limit:i | albums.items[id] total:i
  no
page:i limit:i | other.items[id] data.cats[id]
  page_number query (page): items=data.cats page_number_param=page
page:i limit:i | cats:a
  page_number query (page): items=cats page_number_param=page
page:i limit:i | count:i
  no
page:i limit:i
  no
page:i limit:i | data.items[id] data.total_pages:i data.page:i
  page_number query (page): items=data.items page_number_param=page
  current_page_number_field=data.page total_page_count_field=data.total_pages
page:i limit:i | items[id] meta.pagination.total_pages:i
  page_number query (page): items=items page_number_param=page
  total_page_count_field=meta.pagination.total_pages
page:i limit:i | items[id] meta.other.total_pages:i
  page_number query (page): items=items page_number_param=page
page:i limit:i | items[id] other.total_pages:i
  page_number query (page): items=items page_number_param=page
page:i limit:i | items[id] deep.meta.pagination.total_pages:i
  page_number query (page): items=items page_number_param=page
page:i limit:i | albums.items[id] albums.total_pages:i
  page_number query (page): items=albums.items page_number_param=page
  total_page_count_field=albums.total_pages
cursor:s | items[id] pageInfo.endCursor:s pageInfo.hasNextPage:b
  cursor query (cursor): items=items next_cursor_param=cursor
  next_cursor_field=pageInfo.endCursor has_next_page=pageInfo.hasNextPage
cursor:s'Created_after_time' | items[id] next_cursor:s
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=next_cursor
after:s'Updated_after_time' | items[id] after:s
  no: the parameter after is a time, which is a filter and no position
page_token:s!date | items[id] next_page_token:s
  no: the parameter page_token is a time, which is a filter and no position
max_items:n page:n | items[id]
  page_number query (page): items=items page_number_param=page
page:i perPage:i | items[id]
  page_number query (page): items=items page_number_param=page
page_size:i pageNo:i | items[id]
  page_number query (pageNo): items=items page_number_param=pageNo
page_number:s limit:i | items[id]
  no: the parameter page_number is no number
page_number:s | cats[id] dogs[id] cows[id] pigs[id]
  no: the result has several arrays (cats, dogs, cows), and none is called as items are
cursor:s | cats:a dogs:s
  no: no field or header of the response gives the next value of the parameter cursor
cursor:s | cats:a dogs:a
  no: the result has several arrays (cats, dogs), and none is called as items are
offset:i'How_far' | items[id]
  no: nothing beside the parameter offset tells that it skips items, from 0: no page size, and
  no total in the result
page:i'Which_page' | items[id]
  no: beside the parameter page there is no page size, and the result tells neither a total nor
  whether there is more
x:s | items[id]
  no
cursor:s?
  no
cursor:u | items[id] next_cursor:s
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=next_cursor
cursor:s | items[id] next_cursor:s?
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=next_cursor
cursor:s | items[id] Next-Cursor:s
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=Next-Cursor
cursor:s | items[id] nextCursor:i next_token:s
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=next_token
cursor:s | items[id] next_cursor:s next_token:s
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=next_cursor
cursor:s iterator:s | items[id] iterator:s
  cursor query (iterator): items=items next_cursor_param=iterator next_cursor_field=iterator
cursor:i | items[id] next:i
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=next
cursor:i | items[id] after:i
  no: no field or header of the response gives the next value of the parameter cursor
cursor:i | items[id] end_cursor:i
  no: no field or header of the response gives the next value of the parameter cursor
iterator:s | items[id] next.iterator:s
  no: no field or header of the response gives the next value of the parameter iterator
iterator:s | items[id] meta.next.iterator:s
  cursor query (iterator): items=items next_cursor_param=iterator
  next_cursor_field=meta.next.iterator
iterator:s | items[id] meta.last.iterator:s
  no: no field or header of the response gives the next value of the parameter iterator
cursor:s | items[id] cursor:s next:s'A_token'
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=next
cursor:s | items[id] cursor:s'Given_page' next_token:s
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=next_token
cursor:s | items[id] next:s a.previous:s
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=next
cursor:s | items[id] meta.cursor:s next:s
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=next
limit:i | items[id] nextPageUri:s
  cursor_url query (): items=items cursor_url_field=nextPageUri
limit:i | items[id] next:s?!url
  cursor_url query (): items=items cursor_url_field=next
limit:i | items[id] next:s!iri-reference
  cursor_url query (): items=items cursor_url_field=next
limit:i | items[id] next:s!x-uri
  no
limit:i | items[id] next:s'curls'
  no
limit:i | items[id] next:s'hyperlink'
  cursor_url query (): items=items cursor_url_field=next
limit:i | items[id] next:u'URL'
  cursor_url query (): items=items cursor_url_field=next
limit:i | items[id] meta.other.href:s'URL'
  no
limit:i | items[id] href:s'URL'
  no
cursor:s | [id] | X-After-Cursor:s
  cursor query (cursor): items= next_cursor_param=cursor next_cursor_field=X-After-Cursor in a
  header of an array
next_cursor:s | [id] | X-Next-Cursor:s
  cursor query (next_cursor): items= next_cursor_param=next_cursor
  next_cursor_field=X-Next-Cursor in a header of an array
page:i | [id] | X-End-Cursor:s
  no: beside the parameter page there is no page size, and the result tells neither a total nor
  whether there is more
iterator:s | [id] | X-Next-Cursor:s
  no: no field or header of the response gives the next value of the parameter iterator
marker:s | [id] | Next-Marker:s
  cursor query (marker): items= next_cursor_param=marker next_cursor_field=Next-Marker in a
  header of an array
marker:s | [id] | X-Next-Cursor:s Next-Marker:i
  cursor query (marker): items= next_cursor_param=marker next_cursor_field=Next-Marker in a
  header of an array
pageNumber:i limit:i | items[id] totalPages:i
  page_number query (pageNumber): items=items page_number_param=pageNumber
  total_page_count_field=totalPages
page:i limit:i | items[id] total_pages:s
  page_number query (page): items=items page_number_param=page
page:i limit:i | [id] | Total-Pages:i Other:i
  page_number query (page): items= page_number_param=page total_page_count_field=Total-Pages in
  a header of an array
before:s after:s | items[id] has_more:b
  cursor_id query (after, before): items=items next_cursor_id_param=after
  previous_cursor_id_param=before cursor_item_id=id has_next_page=has_more
after:s before:s'x' limit:i | items[id] has_more:b
  cursor_id query (after, before): items=items next_cursor_id_param=after
  previous_cursor_id_param=before cursor_item_id=id has_next_page=has_more
last_id:s'The_id_of_the_last' | items[id] has_more:b
  cursor_id query (last_id): items=items next_cursor_id_param=last_id cursor_item_id=id
  has_next_page=has_more
starting_after:s'The_token_of_the_last_item' limit:i | items[id]
  no: no field or header of the response gives the next value of the parameter starting_after,
  and the document names no property of an item that it takes
starting_after:s'The_slug_of_the_item' limit:i | items[id slug]
  cursor_id query (starting_after): items=items next_cursor_id_param=starting_after
  cursor_item_id=slug
starting_after:s'The_slug' limit:i | items[id slug]
  cursor_id query (starting_after): items=items next_cursor_id_param=starting_after
  cursor_item_id=id
starting_after:s'The_token' limit:i | items[id token]
  cursor_id query (starting_after): items=items next_cursor_id_param=starting_after
  cursor_item_id=token
starting_after:s'The_user_id' limit:i | items[id user_id]
  cursor_id query (starting_after): items=items next_cursor_id_param=starting_after
  cursor_item_id=user_id
starting_after:s limit:i | items[uuid]
  no: no field or header of the response gives the next value of the parameter starting_after,
  and the document names no property of an item that it takes
starting_after:s'The_uuid' limit:i | items[uuid]
  cursor_id query (starting_after): items=items next_cursor_id_param=starting_after
  cursor_item_id=uuid
after:s!time limit:i | items[id] has_more:b
  no: the parameter after is a time, which is a filter and no position
after:s!unix-time limit:i | items[id] has_more:b
  no: the parameter after is a time, which is a filter and no position
after:s!x-date limit:i | items[id] has_more:b
  cursor_id query (after): items=items next_cursor_id_param=after cursor_item_id=id
  has_next_page=has_more
after:s'timeout' limit:i | items[id] has_more:b
  cursor_id query (after): items=items next_cursor_id_param=after cursor_item_id=id
  has_next_page=has_more
after:s'times_out' limit:i | items[id] has_more:b
  cursor_id query (after): items=items next_cursor_id_param=after cursor_item_id=id
  has_next_page=has_more
page:i'0-indexed' limit:i | items[id]
  page_number query (page): items=items page_number_param=page from 0
page:i'begins_from_zero' limit:i | items[id]
  page_number query (page): items=items page_number_param=page from 0
page:i'The_10_based' limit:i | items[id]
  page_number query (page): items=items page_number_param=page
skip:i'page_number' limit:i | items[id]
  no: the parameter skip counts pages instead of items
start:i'Skipped' limit:i | items[id]
  offset query (start): items=items offset_count_param=start
start:i limit:i | [id] | X-Total-Count:i
  offset query (start): items= offset_count_param=start offset_total_count_field=X-Total-Count
  in a header of an array
from_index:i limit:i | items[id]
  offset query (from_index): items=items offset_count_param=from_index
other:s | items[id] has_more:b kind:u
  no
limit:i | items[id] has_more:b
  fake_page query (): items=items has_next_page=has_more
 | items:a has_more:b
  fake_page query (): items=items has_next_page=has_more
 | [id]
  no
 | items[id] done:b
  no
 | items[id] next_page_exists:b
  fake_page query (): items=items has_next_page=next_page_exists
 | items[id] next_cursor:s has_more:b
  no
 |  |  | x:s
  no
page:i limit:i | items[id] meta.cursor.total_pages:i
  page_number query (page): items=items page_number_param=page
  total_page_count_field=meta.cursor.total_pages
page:i limit:i | items[id] meta.paging.next_x:i other.page.total_pages:i
  page_number query (page): items=items page_number_param=page
page:i limit:i | payload.list[id] payload.count:i
  page_number query (page): items=payload.list page_number_param=page
page:i limit:i | albums.list:a
  page_number query (page): items=albums.list page_number_param=page
page:i limit:i | albums.items[id] albums.others[id]
  page_number query (page): items=albums.items page_number_param=page
page:i limit:i | data.x:s result.cats[id]
  page_number query (page): items=result.cats page_number_param=page
page:i limit:i | data.cats[id] data.dogs[id]
  no
page:i limit:i | data:a items:a
  page_number query (page): items=items page_number_param=page
start:i limit:i | items[id] total:i |  |  | no
  offset query (start): items=items offset_count_param=start offset_total_count_field=total
start:i end:i limit:i | items[id] |  |  | no
  no: the parameter start may begin a range of anything
offset:i=1 | items[id]
  no: the parameter offset counts from 1, and no field of the result tells where the part begins
limit:i page:i | items[id] |  |  | no
  no: the method may change something, and the result tells neither a total nor whether there is
  more
limit:s page:i | items[id] |  |  | no
  no: beside the parameter page there is no page size, and the result tells neither a total nor
  whether there is more
page:i | items[id] |  | limit:i
  no: beside the parameter page there is no page size, and the result tells neither a total nor
  whether there is more
limit:i | items[id] |  | page:i
  no: beside the parameter page there is no page size, and the result tells neither a total nor
  whether there is more
 | items[id] |  | offset:i limit:i | no
  no: the method may change something, and the result tells neither a total nor whether there is
  more
 | items[id] |  | filter:s
  no
offset:i?=1 limit:i | items[id]
  no: the parameter offset counts from 1, and no field of the result tells where the part begins
offset:i?>1 limit:i | items[id]
  no: the parameter offset counts from 1, and no field of the result tells where the part begins
page:i?>0 limit:i | items[id]
  page_number query (page): items=items page_number_param=page from 0
page:i limit:i | response.cats[id] x:s
  page_number query (page): items=response.cats page_number_param=page
page:i limit:i | results.cats[id] x:s
  page_number query (page): items=results.cats page_number_param=page
page:i limit:i | payload.cats[id] x:s
  page_number query (page): items=payload.cats page_number_param=page
page:i limit:i | content.cats[id] x:s
  page_number query (page): items=content.cats page_number_param=page
cursor:s | items[id] last_evaluated_key:s
  cursor query (cursor): items=items next_cursor_param=cursor
  next_cursor_field=last_evaluated_key
page:i limit:i | cats[id] data[id]
  page_number query (page): items=data page_number_param=page
page:i limit:i | :s
  no
page:i limit:i | cats:o
  no
page:i limit:i | albums:s
  no
cursor:s | items[id] next_cursor:s~http://x
  no: no field or header of the response gives the next value of the parameter cursor
cursor:s | items[id] next_cursor:s~abc/def
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=next_cursor
cursor:s | items[id] next_cursor:s~a://x
  cursor query (cursor): items=items next_cursor_param=cursor next_cursor_field=next_cursor
cursor:s | [id] | Other:s X-Next-Cursor:s
  cursor query (cursor): items= next_cursor_param=cursor next_cursor_field=X-Next-Cursor in a
  header of an array
limit:i | items[id] next:s"The_URL"
  cursor_url query (): items=items cursor_url_field=next
cursor:s | [id] | Next-X-Cursor:s
  no: no field or header of the response gives the next value of the parameter cursor
`;

const rows = ROWS.trim()
  .split(/\n(?! {2})/)
  .map((row) => row.split(/\n {2}/).map((text) => text.trim()))
  .map(([paged = '', ...expected]) => [paged, expected.join(' ')] as const);

it.each(rows)('%s', (text, expected) => {
  const [query = '', result = '', headers = '', body = '', reads = ''] = text
    .split('|')
    .map((part) => part.trim());
  const paged = { query, headers, body, ...(result !== '' && { result }), reads: reads !== 'no' };
  const found = proposed(paged);
  const reason = missing(paged);
  expect(found ?? (reason === undefined ? 'no' : `no: ${reason}`)).toBe(expected);
});

it.each(['error', 'errors', 'warning', 'warnings', 'link', 'links', 'message', 'messages'])(
  '%s are no items beside others',
  (name) => {
    const paged = { query: 'page:i limit:i' };
    expect(proposed({ ...paged, result: `cats[id] ${name}[id]` })).toContain('items=cats');
    expect(proposed({ ...paged, result: `cats[id] x${name}[id]` })).toBeUndefined();
    expect(proposed({ ...paged, result: `cats[id] ${name}x[id]` })).toBeUndefined();
  },
);

it.each(['columns', 'fields', 'facets', 'included', 'tags', 'TAGS'])('nor are %s', (name) => {
  expect(proposed({ query: 'page:i limit:i', result: `cats[id] ${name}[id]` })).toContain('items=cats');
});

it.each<[string, boolean]>([
  ...['url', 'urls', 'uri', 'link', 'hyperlink', 'The_URL.'].map((text): [string, boolean] => [text, true]),
  ...['curls', 'linked', 'uris', 'hyperlinks'].map((text): [string, boolean] => [text, false]),
])('a next described as %s is an address: %s', (text, is) => {
  const found = proposed({ query: 'limit:i', result: `items[id] next:s'${text}'` });
  expect(found?.startsWith('cursor_url')).toBe(is ? true : undefined);
});
