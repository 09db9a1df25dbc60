import {
  AbstractCursorPage,
  AbstractPageNumberPage,
  type CursorScheme,
  type PageNumberScheme,
} from './pagination.ts';

/** One page of a list. Loop over it for the items of this and all later pages. */
export class ServersPage<Item> extends AbstractPageNumberPage<Item> {
  declare servers: Array<Item>;

  declare pagination?: ServersPage.Pagination;

  static override readonly scheme: PageNumberScheme = {
    items: ['servers'],
    page: 'page',
    current: ['pagination', 'currentPage'],
    total: ['pagination', 'totalPages'],
  };
}

export declare namespace ServersPage {
  export interface Pagination {
    currentPage?: number;

    pageSize?: number;

    totalCount?: number;

    totalPages?: number;
  }
}

/** One page of a list. Loop over it for the items of this and all later pages. */
export class SkillsPage<Item> extends AbstractPageNumberPage<Item> {
  declare skills: Array<Item>;

  declare pagination?: SkillsPage.Pagination;

  static override readonly scheme: PageNumberScheme = {
    items: ['skills'],
    page: 'page',
    current: ['pagination', 'currentPage'],
    total: ['pagination', 'totalPages'],
  };
}

export declare namespace SkillsPage {
  export interface Pagination {
    currentPage?: number;

    pageSize?: number;

    totalCount?: number;

    totalPages?: number;
  }
}

/** One page of a list. Loop over it for the items of this and all later pages. */
export class NamespacesPage<Item> extends AbstractPageNumberPage<Item> {
  declare namespaces: Array<Item>;

  declare pagination?: NamespacesPage.Pagination;

  static override readonly scheme: PageNumberScheme = {
    items: ['namespaces'],
    page: 'page',
    current: ['pagination', 'currentPage'],
    total: ['pagination', 'totalPages'],
  };
}

export declare namespace NamespacesPage {
  export interface Pagination {
    currentPage?: number;

    pageSize?: number;

    totalCount?: number;

    totalPages?: number;
  }
}

/** One page of a list. Loop over it for the items of this and all later pages. */
export class ReleasesPage<Item> extends AbstractPageNumberPage<Item> {
  declare releases: Array<Item>;

  declare pagination?: ReleasesPage.Pagination;

  static override readonly scheme: PageNumberScheme = {
    items: ['releases'],
    page: 'page',
    current: ['pagination', 'currentPage'],
    total: ['pagination', 'totalPages'],
  };
}

export declare namespace ReleasesPage {
  export interface Pagination {
    currentPage?: number;

    pageSize?: number;

    totalCount?: number;

    totalPages?: number;
  }
}

/** One page of a list. Loop over it for the items of this and all later pages. */
export class ConnectionsPage<Item> extends AbstractCursorPage<Item> {
  declare connections: Array<Item>;

  declare nextCursor?: string | null;

  static override readonly scheme: CursorScheme = {
    items: ['connections'],
    cursor: 'cursor',
    next: ['nextCursor'],
  };
}
