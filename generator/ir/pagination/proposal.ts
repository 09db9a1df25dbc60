import type { PaginationType, PurposeUse } from '../types.ts';

/** How a method pages, as far as names and types tell. */
export interface Proposal {
  readonly type: PaginationType;
  readonly paramLocation: 'query' | 'body';
  readonly purposes: readonly PurposeUse[];
  /** Request parameters that belong to the scheme, page size included. */
  readonly params: readonly string[];
  readonly topLevelArray: boolean;
  readonly items: readonly string[];
  /** Number of the first page, where it is not 1. */
  readonly firstPage?: 0;
}
