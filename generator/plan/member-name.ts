/** What a member of a union or intersection is called that has no declaration of its own. */
import type { LiteralType, Property, TypeNode } from '../ir/types.ts';
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
  return (
    names.find(isTelling) ??
    (place.siblings.length > 1 ? distinction(shapes, member, place.siblings) : undefined)
  );
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
