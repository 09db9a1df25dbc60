/** The bodies that an operation documents for its errors, as a map from status to type. */
import type { Method, TypeNode } from '../../../ir/types.ts';
import { numberLiteral, propertyKey } from '../code.ts';
import { proseLines } from '../docs.ts';
import { expression } from '../types/declare.ts';
import type { Declaration } from '../types/declaration.ts';
import * as expr from '../types/expr.ts';
import type { World } from '../../../plan/world.ts';
import type { NewType } from './result.ts';

/**
 * What errors of a status are called: their classes in the runtime's `error.ts`, and bodies that the document
 * leaves without a name.
 */
export const STATUS_NAMES = new Map([
  ['400', 'BadRequest'],
  ['401', 'Authentication'],
  ['403', 'PermissionDenied'],
  ['404', 'NotFound'],
  ['409', 'Conflict'],
  ['422', 'UnprocessableEntity'],
  ['429', 'RateLimit'],
  ['500', 'InternalServer'],
]);

export function declareErrors(
  world: World,
  method: Method,
  options: { readonly name: string; readonly newType: NewType },
): Declaration | undefined {
  const documented = method.responses.filter(
    (response, index) =>
      index !== method.success && !/^[123]/.test(response.status) && response.chosen !== undefined,
  );
  if (documented.length === 0) return undefined;
  const declaration = options.newType(options.name);
  const seen = new Set<string>();
  const members = documented.flatMap((response) => {
    const content = response.contents[response.chosen ?? 0];
    if (!content || seen.has(response.status)) return [];
    seen.add(response.status);
    const hint = `${STATUS_NAMES.get(response.status) ?? (/^\d/.test(response.status) ? `Status${response.status}` : 'Other')}Error`;
    const node: TypeNode =
      content.kind === 'json' ? content.type : { kind: 'scalar', scalar: 'string', origin: content.origin };
    return [
      {
        name: response.status,
        key: /^[1-9]\d{2}$/.test(response.status)
          ? numberLiteral(Number(response.status))
          : propertyKey(response.status),
        optional: false,
        type: expression(world, node, { owner: declaration, hint, direction: 'response', within: new Map() }),
        doc: proseLines(response.description).slice(0, 1),
      },
    ];
  });
  declaration.body = { kind: 'interface', bases: [], members };
  declaration.doc = [];
  return declaration;
}

export const errorsType = (errors: Declaration | undefined): readonly expr.TypeExpression[] =>
  errors ? [expr.declared(errors)] : [];
