/** Kinds of values, as code that stores them sees them: `string | object`. */
import type { TypeNode } from '../../ir/types.ts';
import { resolve, type Schemas } from './shape.ts';

/** Whether no old member had the kind of the new member. Arrays count as objects. */
export function bringsKind(
  { base, revision }: { readonly base: Schemas; readonly revision: Schemas },
  before: readonly TypeNode[],
  member: TypeNode,
): boolean {
  const old = before.map((typeNode) => kindOf(typeNode, base));
  const kind = kindOf(member, revision);
  return (
    kind !== undefined &&
    !old.includes(undefined) &&
    !old.includes(kind) &&
    !(kind === 'list' && old.includes('object'))
  );
}

/** Undefined if the type has several kinds. */
function kindOf(node: TypeNode, schemas: Schemas): string | undefined {
  const type = resolve(node, schemas);
  switch (type?.kind) {
    case 'scalar':
      return type.scalar === 'integer' ? 'number' : type.scalar;
    case 'literal':
      return typeof type.value;
    case 'array':
    case 'tuple':
      return 'list';
    case 'object':
    case 'record':
      return 'object';
    default:
      return undefined;
  }
}
