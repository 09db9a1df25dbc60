import {
  AbstractCursorIDPage,
  AbstractCursorPage,
  AbstractCursorURLPage,
  AbstractOffsetPage,
  AbstractPageNumberPage,
  AbstractSinglePage,
  type CursorIDScheme,
  type CursorScheme,
  type CursorURLScheme,
  type OffsetScheme,
  type PageNumberScheme,
  type PageScheme,
} from './pagination.ts';

/** One page of a list. Loop over it for the items of this and all later pages. */
export class NumberedPage<Item> extends AbstractPageNumberPage<Item> {
  declare data: Array<Item>;

  declare page?: number;

  declare total_pages?: number;

  static override readonly scheme: PageNumberScheme = {
    items: ['data'],
    page: 'page',
    current: ['page'],
    total: ['total_pages'],
  };
}

/** One page of a list. Loop over it for the items of this and all later pages. */
export class SearchPage<Item> extends AbstractOffsetPage<Item> {
  declare hits: Array<Item>;

  declare total?: number;

  static override readonly scheme: OffsetScheme = {
    items: ['hits'],
    in: 'body',
    offset: 'offset',
    total: ['total'],
  };
}

/** One page of a list. Loop over it for the items of this and all later pages. */
export class ReviewPage<Item> extends AbstractCursorPage<Item> {
  declare reviews: Array<Item>;

  declare cursors?: ReviewPage.Cursors;

  static override readonly scheme: CursorScheme = {
    items: ['reviews'],
    hasMore: ['cursors', 'has_more'],
    cursor: 'cursor',
    next: ['cursors', 'next'],
    previousCursor: 'before',
    previous: ['cursors', 'previous'],
  };
}

export declare namespace ReviewPage {
  export interface Cursors {
    has_more?: boolean;

    next?: string | null;

    previous?: string | null;
  }
}

/** One page of a list. Loop over it for the items of this and all later pages. */
export class AuthorPage<Item> extends AbstractCursorIDPage<Item> {
  declare authors: Array<Item>;

  declare has_more?: boolean;

  static override readonly scheme: CursorIDScheme = {
    items: ['authors'],
    hasMore: ['has_more'],
    id: ['id'],
    after: 'starting_after',
  };
}

/** One page of a list. Loop over it for the items of this and all later pages. */
export class OrderPage<Item> extends AbstractCursorURLPage<Item> {
  declare orders: Array<Item>;

  declare next_url?: string | null;

  static override readonly scheme: CursorURLScheme = { items: ['orders'], next: ['next_url'] };
}

/** One page of a list. Loop over it for the items of this and all later pages. */
export class WorkPage<Item> extends AbstractCursorPage<Item> {
  declare items: Array<Item>;

  static override readonly scheme: CursorScheme = {
    items: [],
    cursor: 'after',
    next: { header: 'X-Next-Cursor' },
  };
}

/** One page of a list. Loop over it for the items of this and all later pages. */
export class SinglePage<Item> extends AbstractSinglePage<Item> {
  declare data: Array<Item>;

  static override readonly scheme: PageScheme = { items: ['data'] };
}

/** One page of a list. Loop over it for the items of this and all later pages. */
export class EventsPage<Item> extends AbstractOffsetPage<Item> {
  declare events: Array<Item>;

  static override readonly scheme: OffsetScheme = { items: ['events'], offset: 'offset' };
}
