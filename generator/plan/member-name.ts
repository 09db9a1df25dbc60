/** What a member of a union or intersection is called that has no declaration of its own. */
import type { LiteralType, Property, TypeNode } from '../ir/types.ts';
import { byCodeUnit } from '../lib/order.ts';
import { type Shapes, flatten, resolveNode } from './shapes.ts';

export interface MemberPlace {
  /** Value of the discriminator that means it. */
  readonly tag?: string | undefined;
  readonly siblings: readonly TypeNode[];
}

/**
 * Component name, then inline `id` or title, the discriminator's value, a constant of its own, what its
 * properties differ by. Undefined: nothing but its position tells it.
 */
export function memberName(shapes: Shapes, member: TypeNode, place: MemberPlace): string | undefined {
  if (member.kind === 'nullable') return memberName(shapes, member.type, place);
  const offered = member.kind === 'ref' ? shapes.schemas.get(member.id)?.name : member.nameHints?.[0];
  const names = shapes.edition.tagBeforeName ? [place.tag, offered] : [offered, place.tag];
  const given = names.find(isTelling);
  if (given !== undefined || place.siblings.length < 2) return given;
  const distinct = distinction(shapes, member, place.siblings);
  return distinct ?? (shapes.edition.isPublished ? undefined : likeness(shapes, member, place.siblings));
}

/**
 * A weaker name than a constant or a property of its own: a value that only this member lists, `other` for the member
 * that takes any value where the others have constants, or the name of the schema that it extends.
 */
function likeness(shapes: Shapes, member: TypeNode, siblings: readonly TypeNode[]): string | undefined {
  const all = propertiesOfAll(shapes, siblings);
  const isMember = (sibling: TypeNode | undefined): boolean =>
    sibling === member || (sibling?.kind === 'nullable' && sibling.type === member);
  const others = all.filter((_properties, index) => !isMember(siblings[index]));
  for (const property of propertiesOf(shapes, member).values()) {
    const taken = others.map((properties) => valuesOf(shapes, properties.get(property.name)));
    const listed = valuesOf(shapes, property).filter((value) =>
      taken.every((values) => !values.includes(value)),
    );
    const shortest = listed.filter(isShort).sort((a, b) => a.length - b.length || byCodeUnit(a, b))[0];
    if (shortest !== undefined) return shortest;
    const type = resolveNode(shapes, property.type);
    const isAny = type.kind === 'scalar' && type.scalar === 'string';
    if (isAny && taken.filter((values) => values.length > 0).length > 1) return 'other';
  }
  const target = resolveNode(shapes, member);
  const [base] = target.kind === 'object' ? target.bases : [];
  const extended = base && shapes.schemas.get(base.id)?.name;
  // Its own name would hide the schema that it extends.
  return extended && `${extended} extension`;
}

/** The texts that a property is one of; none where it takes any. */
function valuesOf(shapes: Shapes, property: Property | undefined): readonly string[] {
  const type: TypeNode | undefined = property && resolveNode(shapes, property.type);
  const types = type?.kind === 'union' ? type.members : type === undefined ? [] : [type];
  const values = types.map((member) => (member.kind === 'literal' ? textOf(member) : undefined));
  return values.every((value) => value !== undefined) ? values : [];
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
function distinction(shapes: Shapes, member: TypeNode, siblings: readonly TypeNode[]): string | undefined {
  const own = propertiesOf(shapes, member);
  if (own.size === 0) return undefined;
  const all = propertiesOfAll(shapes, siblings);
  const others = siblings.flatMap((sibling, index) =>
    sibling === member ? [] : [all[index] ?? NO_PROPERTIES],
  );
  const ordered = [...own.values()].sort((a, b) => Number(b.required) - Number(a.required));
  for (const property of ordered) {
    const value = constantOf(shapes, property);
    if (
      isShort(value) &&
      others.every((properties) => constantOf(shapes, properties.get(property.name)) !== value)
    )
      return value;
  }
  return ordered.find(({ name }) => isShort(name) && others.every((properties) => !properties.has(name)))
    ?.name;
}

type Properties = ReadonlyMap<string, Property>;
const NO_PROPERTIES: Properties = new Map();

/** A wide union asks for the properties of its members once for each member. */
const knownProperties = new WeakMap<Shapes, WeakMap<readonly TypeNode[], readonly Properties[]>>();

function propertiesOfAll(shapes: Shapes, siblings: readonly TypeNode[]): readonly Properties[] {
  let known = knownProperties.get(shapes);
  if (known === undefined) knownProperties.set(shapes, (known = new WeakMap()));
  let found = known.get(siblings);
  if (found === undefined)
    known.set(siblings, (found = siblings.map((sibling) => propertiesOf(shapes, sibling))));
  return found;
}

function propertiesOf(shapes: Shapes, node: TypeNode): Properties {
  const target = resolveNode(shapes, node);
  const plain = target.kind === 'nullable' ? resolveNode(shapes, target.type) : target;
  return plain.kind === 'object'
    ? new Map(flatten(shapes, plain).properties.map((property) => [property.name, property]))
    : NO_PROPERTIES;
}

function constantOf(shapes: Shapes, property: Property | undefined): string | undefined {
  const type: TypeNode | undefined = property && resolveNode(shapes, property.type);
  return type?.kind === 'literal' ? textOf(type) : undefined;
}

const textOf = ({ value }: LiteralType): string | undefined =>
  typeof value === 'string' ? value : undefined;
