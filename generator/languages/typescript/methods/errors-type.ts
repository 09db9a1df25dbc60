/** The documented error bodies of an operation, as a map from status to type. */
import type { ErrorBody } from '../../../plan/errors.ts';
import { numberLiteral, propertyKey } from '../code.ts';
import { proseLines } from '../docs.ts';
import { expression } from '../types/declare.ts';
import type { Declaration } from '../types/declaration.ts';
import { STATUS_NAMES } from '../../status-names.ts';
import type { TypeContext } from '../types/type-context.ts';
import type { NewType } from './result.ts';

export function declareErrors(
  context: TypeContext,
  bodies: readonly ErrorBody[],
  options: { readonly name: string; readonly newType: NewType },
): Declaration | undefined {
  if (bodies.length === 0) return undefined;
  const owner = options.newType(options.name);
  const members = bodies.map(({ status, type, description }) => {
    const fallback = /^\d/.test(status) ? `Status${status}` : 'Other';
    const hint = `${STATUS_NAMES.get(status) ?? fallback}Error`;
    return {
      name: status,
      key: /^[1-9]\d{2}$/.test(status) ? numberLiteral(Number(status)) : propertyKey(status),
      optional: false,
      type: expression(context, type, { owner, hint, direction: 'response', within: new Map() }),
      doc: proseLines(description).slice(0, 1),
    };
  });
  owner.body = { kind: 'interface', bases: [], members };
  owner.doc = [];
  return owner;
}
