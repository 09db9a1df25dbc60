/**
 * Finds out from names and types how a method pages, for documents that nobody configured. `init` proposes
 * the same schemes.
 */
import { fieldsOf, headersOf, itemsOf } from './fields.ts';
import type { Proposal } from './proposal.ts';
import type { Pageable } from './request.ts';
import { RULES, RULES_BEFORE } from './rules.ts';
import { createScope } from './scope.ts';
import { type TypesById, itemOf } from './view.ts';

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
