/**
 * Finds out from names and types how a method pages, for documents that nobody configured. `init` proposes
 * the same schemes.
 */
import type { PaginationType, PurposeUse } from '../types.ts';
import { fieldsOf, headersOf, itemsOf } from './fields.ts';
import type { Pageable } from './request.ts';
import { RULES, RULES_BEFORE } from './rules.ts';
import { createScope } from './scope.ts';
import { type TypesById, itemOf } from './view.ts';

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

export interface Proposing {
  /** What was found out since edition 2026-11-22; else what was before. */
  readonly infers: boolean;
  /** The method asks, and does nothing else. */
  readonly reads: boolean;
}

/** The scheme that the method's parameters and result amount to; undefined when they do not page. */
export function proposePagination(
  types: TypesById,
  pageable: Pageable,
  { infers, reads }: Proposing,
): Proposal | undefined {
  if (pageable.result === undefined) return undefined;
  const reading = { anyWrapper: infers };
  const items = itemsOf(types, pageable.result, reading);
  const item = items && itemOf(types, items.type);
  if (items === undefined || item === undefined) return undefined;
  const fields = fieldsOf(types, pageable.result, reading);
  const headers = infers ? headersOf(pageable) : [];
  for (const location of pageable.body.size > 0 ? (['query', 'body'] as const) : (['query'] as const)) {
    const scope = createScope({ types, pageable, items, item, fields, headers, location, reads, infers });
    for (const rule of infers ? RULES : RULES_BEFORE) {
      const proposal = rule(scope);
      if (proposal !== undefined) return proposal;
    }
  }
  return undefined;
}
