import type { PaginationType, PurposeUse } from '../types.ts';

/** A pagination proposal: how a method pages according to names and types. */
export interface Proposal {
  readonly type: PaginationType;
  readonly paramLocation: 'query' | 'body';
  readonly purposes: readonly PurposeUse[];
  /** Request parameters that belong to the scheme. Hints of the document add the page size, names do not. */
  readonly params: readonly string[];
  readonly topLevelArray: boolean;
  readonly items: readonly string[];
  /** Number of the first page if it is not 1. */
  readonly firstPage?: 0;
}
