/**
 * Derives from names and types how a method pages, for documents without a config.
 * `init` proposes the same schemes.
 */
import { fieldsOf, headersOf, itemsOf } from './fields.ts';
import type { Proposal } from './proposal.ts';
import type { Pageable } from './request.ts';
import { RULES } from './rules.ts';
import { createScope } from './scope.ts';
import { type TypesById } from '../type-walk.ts';
import { itemOf } from './view.ts';

/**
 * The scheme that the method's parameters and result describe. Undefined if they do not page. `reads`
 * is true if the method only reads.
 */
export function proposePagination(
  types: TypesById,
  pageable: Pageable,
  reads: boolean,
): Proposal | undefined {
  if (pageable.result === undefined) return undefined;
  const items = itemsOf(types, pageable.result);
  if (items === undefined) return undefined;
  const item = itemOf(types, items.type);
  if (item === undefined) return undefined;
  const fields = fieldsOf(types, pageable.result);
  const headers = headersOf(pageable);
  for (const location of ['query', 'body'] as const) {
    const scope = createScope({ types, pageable, items, item, fields, headers, location, reads });
    for (const rule of RULES) {
      const proposal = rule(scope);
      if (proposal !== undefined) return proposal;
    }
  }
  return undefined;
}
