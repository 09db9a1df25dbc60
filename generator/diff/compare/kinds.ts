/** Kinds of values, by which code keeps what it has read: `string | object`. */
import type { TypeNode } from '../../ir/types.ts';
import { resolve, type Schemas } from './shape.ts';

/** No old member was of the kind of the new one. A list is kept as an object too. */
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

/** Undefined where it may be of several. */
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
