/** Converts intersections over unions to unions of merged objects, because Python has no intersections. */
import type { IntersectionType, ObjectType, Property, TypeNode } from '../ir/types.ts';
import { type Shapes, flatten, resolveNode } from './shapes.ts';

/** With more combinations than this, naming all of them is useless. */
const MOST = 32;

export interface Distributed {
  readonly type: TypeNode;
  /** True if the type accepts more than the document does. */
  readonly isWider: boolean;
}

/** `nameOf` returns a member's name, from which its combinations are named. */
export function distributed(
  shapes: Pick<Shapes, 'schemas'>,
  node: IntersectionType,
  nameOf: (member: TypeNode) => string | undefined,
  depth = 0,
): Distributed {
  const { origin } = node;
  const anything: TypeNode = { kind: 'unknown', reason: 'unsupported', origin };
  const choices = node.members
    .filter((member) => resolveNode(shapes, member).kind !== 'unknown')
    .map((member) => alternatives(shapes, member, false, depth));
  if (choices.length === 0) return { type: anything, isWider: false };
  if (choices.some((choice) => choice.length === 0)) return { type: anything, isWider: true };
  const count = choices.reduce((product, choice) => product * choice.length, 1);
  if (count > MOST) {
    const certain = choices.flatMap((choice) => (choice.length === 1 ? choice : []));
    const type =
      certain.length === 0 ? anything : { ...merged(shapes, certain, origin), additional: anything };
    return { type, isWider: true };
  }
  let combinations: readonly (readonly Choice[])[] = [[]];
  for (const own of choices)
    combinations = combinations.flatMap((before) => own.map((choice) => [...before, choice]));
  const members = combinations.map((parts): ObjectType => {
    const names = parts.flatMap((part) => (part.isChosen ? (nameOf(part.named) ?? []) : []));
    const type = merged(shapes, parts, origin);
    return names.length === 0 ? type : { ...type, nameHints: [names.join(' ')] };
  });
  const [only] = members;
  const type: TypeNode =
    members.length === 1 && only ? only : { kind: 'union', mode: 'anyOf', origin, members };
  return { type, isWider: false };
}

interface Choice {
  readonly node: ObjectType;
  /** The member as written, which may be a reference with a name. */
  readonly named: TypeNode;
  /** True if the member is an alternative in which combinations differ. */
  readonly isChosen: boolean;
}

/** The objects that a member can be. Alternatives that are not objects cannot hold together with objects. */
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
    case 'record': {
      const { origin, values } = target;
      const node: ObjectType = { kind: 'object', origin, bases: [], properties: [], additional: values };
      return [{ node, named: member, isChosen }];
    }
    case 'nullable':
      return alternatives(shapes, target.type, isChosen, depth + 1);
    case 'union':
      return target.members.flatMap((typeNode) => alternatives(shapes, typeNode, true, depth + 1));
    case 'intersection': {
      const { type } = distributed(shapes, target, () => undefined, depth + 1);
      return alternatives(shapes, type, isChosen, depth + 1);
    }
    default:
      return [];
  }
}

/** Merges the properties of all parts into a single object. */
function merged(
  shapes: Pick<Shapes, 'schemas'>,
  parts: readonly Choice[],
  origin: TypeNode['origin'],
): ObjectType {
  const properties = new Map<string, Property>();
  let additional: ObjectType['additional'];
  for (const part of parts) {
    const flat = flatten(shapes, part.node);
    for (const property of flat.properties)
      properties.set(property.name, both(properties.get(property.name), property));
    // Another part may declare what this part forbids.
    if (flat.additional !== false) additional ??= flat.additional;
  }
  return {
    kind: 'object',
    origin,
    bases: [],
    properties: [...properties.values()],
    ...(additional !== undefined && { additional }),
  };
}

/** The later declaration is more specific, unless it declares nothing about the value. */
const both = (before: Property | undefined, own: Property): Property =>
  before === undefined
    ? own
    : {
        ...(own.type.kind === 'unknown' ? before : own),
        required: own.required || before.required,
      };
