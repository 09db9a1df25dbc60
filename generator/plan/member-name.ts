/** What a member of a union or intersection is called that has no declaration of its own. */
import type { LiteralType, Property, TypeNode } from '../ir/types.ts';
import { type World, flatten, resolveNode } from './world.ts';

export interface MemberPlace {
  readonly index: number;
  /** Value of the discriminator that means it. */
  readonly tag?: string | undefined;
  /** Name of the whole, which its first member may have. */
  readonly base: string | undefined;
  readonly siblings: readonly TypeNode[];
}

/**
 * Component name, then inline `id` or title, the discriminator's value, a constant of its own, what its
 * properties differ by, the position.
 */
export function memberName(world: World, member: TypeNode, place: MemberPlace): string {
  if (member.kind === 'nullable') return memberName(world, member.type, place);
  const offered = member.kind === 'ref' ? world.schemas.get(member.id)?.name : member.nameHints?.[0];
  const names = world.edition.tagBeforeName ? [place.tag, offered] : [offered, place.tag];
  const name =
    names.find(isTelling) ??
    (place.siblings.length > 1 ? distinction(world, member, place.siblings) : undefined);
  if (name !== undefined) return world.names.pascal(name);
  return place.base !== undefined && place.index === 0 ? place.base : `UnionMember${place.index}`;
}

/** Numbers and signs make no names. */
const isTelling = (name: string | undefined): name is string => name !== undefined && /\p{L}/u.test(name);

/** A constant may be a whole sentence, which is no name either. */
const LONGEST = 40;
const isShort = (text: string | undefined): text is string => isTelling(text) && text.length <= LONGEST;

/**
 * The text by which an object can be told from its siblings: a constant that none of them has, else a
 * property that none of them has.
 */
function distinction(world: World, member: TypeNode, siblings: readonly TypeNode[]): string | undefined {
  const own = propertiesOf(world, member);
  const others = siblings.filter((one) => one !== member).map((one) => propertiesOf(world, one));
  const ordered = [...own.values()].sort((a, b) => Number(b.required) - Number(a.required));
  for (const property of ordered) {
    const value = constantOf(world, property);
    if (isShort(value) && others.every((one) => constantOf(world, one.get(property.name)) !== value))
      return value;
  }
  return ordered.find(({ name }) => isShort(name) && others.every((one) => !one.has(name)))?.name;
}

function propertiesOf(world: World, node: TypeNode): ReadonlyMap<string, Property> {
  const target = resolveNode(world, node);
  const plain = target.kind === 'nullable' ? resolveNode(world, target.type) : target;
  return plain.kind === 'object'
    ? new Map(flatten(world, plain).properties.map((one) => [one.name, one]))
    : new Map();
}

function constantOf(world: World, property: Property | undefined): string | undefined {
  const type: TypeNode | undefined = property && resolveNode(world, property.type);
  return type?.kind === 'literal' ? textOf(type) : undefined;
}

const textOf = ({ value }: LiteralType): string | undefined =>
  typeof value === 'string' ? value : undefined;
