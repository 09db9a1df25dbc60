/** Intersections over unions as unions of merged objects: Python has no intersections. */
import type { IntersectionType, ObjectType, TypeNode } from '../../../ir/types.ts';
import { type Shapes, flatten, resolveNode } from '../../../plan/shapes.ts';

/** Beyond so many combinations nobody would name them all. */
const MOST = 32;

/** `nameOf`: what a member is called, for the combinations that it is in. */
export function distributed(
  shapes: Pick<Shapes, 'schemas'>,
  node: IntersectionType,
  nameOf: (member: TypeNode) => string | undefined,
): TypeNode {
  const choices = node.members.map((one) => alternatives(shapes, one));
  const count = choices.reduce((product, one) => product * one.length, 1);
  const objects = choices.every((one) => one.length > 0);
  if (!objects || count > MOST)
    return choices.flat()[0]?.node ?? { kind: 'unknown', reason: 'unsupported', origin: node.origin };
  let combinations: readonly (readonly Choice[])[] = [[]];
  for (const own of choices)
    combinations = combinations.flatMap((before) => own.map((one) => [...before, one]));
  const members = combinations.map((parts): ObjectType => {
    const names = parts.flatMap((one) => (one.isChosen ? (nameOf(one.named) ?? []) : []));
    const { properties, additional } = flatten(shapes, {
      kind: 'object',
      origin: node.origin,
      bases: [],
      properties: [
        ...new Map(
          parts.flatMap((one) => flatten(shapes, one.node).properties).map((one) => [one.name, one]),
        ).values(),
      ],
    });
    return {
      kind: 'object',
      origin: node.origin,
      bases: [],
      properties,
      ...(additional !== undefined && { additional }),
      ...(names.length > 0 && { nameHints: [names.join(' ')] }),
    };
  });
  const [only] = members;
  return members.length === 1 && only ? only : { kind: 'union', mode: 'anyOf', origin: node.origin, members };
}

interface Choice {
  readonly node: ObjectType;
  /** As written, which may be a reference with a name. */
  readonly named: TypeNode;
  /** One of several, by which combinations differ. */
  readonly isChosen: boolean;
}

function alternatives(
  shapes: Pick<Shapes, 'schemas'>,
  member: TypeNode,
  isChosen = false,
  depth = 0,
): readonly Choice[] {
  const target = resolveNode(shapes, member);
  if (depth > 5) return [];
  switch (target.kind) {
    case 'object':
      return [{ node: target, named: member, isChosen }];
    case 'nullable':
      return alternatives(shapes, target.type, isChosen, depth + 1);
    case 'union':
      return target.members.flatMap((one) => alternatives(shapes, one, true, depth + 1));
    default:
      return [];
  }
}
