/** Finds the property that distinguishes the members of a union. */
import type { Discriminator, UnionType } from '../ir/types.ts';
import { type Shapes, flatten, resolveNode } from './shapes.ts';

/**
 * The declared discriminator, otherwise a required property whose constant differs in every
 * member. Undefined if there is none.
 */
export function discriminatorOf(shapes: Shapes, union: UnionType): Discriminator | undefined {
  if (union.discriminator || union.mode === 'enum' || union.members.length < 2) return union.discriminator;
  const constants = union.members.map((member) => {
    const node = resolveNode(shapes, member);
    return node.kind === 'object' ? constantsOf(shapes, node) : new Map<string, string>();
  });
  const [first, ...others] = constants;
  const property = [...(first?.keys() ?? [])].find((name) => {
    const values = constants.map((member) => member.get(name));
    return others.every((member) => member.has(name)) && new Set(values).size === values.length;
  });
  return property === undefined
    ? undefined
    : {
        property,
        mapping: constants.map((member, index) => ({ value: member.get(property) ?? '', member: index })),
      };
}

/** Required properties whose value is always the same text. */
function constantsOf(shapes: Shapes, node: Parameters<typeof flatten>[1]): ReadonlyMap<string, string> {
  return new Map(
    flatten(shapes, node).properties.flatMap(({ name, required, type }) => {
      const plain = resolveNode(shapes, type);
      const only = plain.kind === 'union' && plain.members.length === 1 ? plain.members[0] : plain;
      return required && only?.kind === 'literal' && typeof only.value === 'string'
        ? [[name, only.value] as const]
        : [];
    }),
  );
}
