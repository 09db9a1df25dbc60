/** Names a member of a union or intersection that has no declaration of its own. */
import type { LiteralType, Property, TypeNode, UnionType } from '../ir/types.ts';
import { byCodeUnit } from '../lib/order.ts';
import { type Shapes, flatten, resolveNode } from './shapes.ts';

export interface MemberPlace {
  /** The discriminator value of the member. */
  readonly tag?: string | undefined;
  readonly siblings: readonly TypeNode[];
}

/**
 * The component name, otherwise the inline `id` or title, the discriminator value, a constant, or a
 * distinguishing property. Undefined if only the position distinguishes the member.
 */
export function memberName(shapes: Shapes, member: TypeNode, place: MemberPlace): string | undefined {
  if (member.kind === 'nullable') return memberName(shapes, member.type, place);
  const offered = ownName(shapes, member);
  const names = shapes.edition.tagBeforeName ? [place.tag, offered] : [offered, place.tag];
  const given = names.find(isTelling);
  if (given !== undefined || place.siblings.length < 2) return given;
  const distinct = distinction(shapes, member, place.siblings);
  if (distinct !== undefined || shapes.edition.isPublished) return distinct;
  return likeness(shapes, member, place.siblings) ?? contents(shapes, member, place.siblings);
}

/**
 * The name of a member that `memberName` leaves without one. Published editions count the members; our own
 * does not, because a member more would rename all that follow.
 */
export function unnamedMember(shapes: Shapes, member: TypeNode, index: number): string {
  if (shapes.edition.isPublished) return `UnionMember${index}`;
  return member.kind === 'array' ? 'Item' : 'Variant';
}

/**
 * The name of an alternative of a whole body. Published editions count the alternatives that have neither a
 * schema nor a title.
 */
export function alternativeName(shapes: Shapes, node: UnionType, index: number): string {
  const member = node.members[index];
  const counted = `Variant${index}`;
  if (member === undefined) return counted;
  if (shapes.edition.isPublished) return ownName(shapes, member) ?? counted;
  const tag = node.discriminator?.mapping.find((item) => item.member === index)?.value;
  return memberName(shapes, member, { tag, siblings: node.members }) ?? 'Variant';
}

/** The weakest name, from what an object contains: siblings may contain the same. */
function contents(shapes: Shapes, member: TypeNode, siblings: readonly TypeNode[]): string | undefined {
  const target = resolveNode(shapes, member);
  if (target.kind !== 'object') return undefined;
  const properties = [...propertiesOf(shapes, target).values()];
  if (properties.length === 0) return 'empty';
  // Siblings with a name of their own do not need to be told apart from this one by a property.
  const unnamed = siblings.filter((sibling) => sibling === member || ownName(shapes, sibling) === undefined);
  const distinct = distinction(shapes, member, unnamed);
  if (distinct !== undefined) return distinct;
  return properties.length === 1 ? properties[0]?.name : 'other';
}

/** The name of its component, or its inline `id` or title. */
function ownName(shapes: Shapes, node: TypeNode): string | undefined {
  const name = node.kind === 'ref' ? shapes.schemas.get(node.id)?.name : node.nameHints?.[0];
  return isTelling(name) ? name : undefined;
}

/**
 * A weaker name than a constant or a distinguishing property: a value that only this member
 * lists, `other` for the member that accepts any value where the others have constants, or the
 * name of the schema that it extends.
 */
function likeness(shapes: Shapes, member: TypeNode, siblings: readonly TypeNode[]): string | undefined {
  const counted = surveyOf(shapes, siblings);
  for (const property of propertiesOf(shapes, member).values()) {
    const counts = counted.properties.get(property.name);
    const own = valuesOf(shapes, property);
    const listed = own.filter((value) => isShort(value) && counts?.listed.get(value) === 1);
    const shortest = listed.sort((a, b) => a.length - b.length || byCodeUnit(a, b))[0];
    if (shortest !== undefined) return shortest;
    const type = resolveNode(shapes, property.type);
    const isAny = type.kind === 'scalar' && type.scalar === 'string';
    if (isAny && (counts?.membersWithValues ?? 0) > 1) return 'other';
  }
  const target = resolveNode(shapes, member);
  const [base] = target.kind === 'object' ? target.bases : [];
  const extended = base && shapes.schemas.get(base.id)?.name;
  // Without a suffix, the member would hide the schema that it extends.
  return extended && `${extended} extension`;
}

/** The texts that a property allows; none if it allows any text. */
function valuesOf(shapes: Shapes, property: Property): readonly string[] {
  const type = resolveNode(shapes, property.type);
  const types = type.kind === 'union' ? type.members : [type];
  const values = types.map((member) => (member.kind === 'literal' ? textOf(member) : undefined));
  return values.every((value) => value !== undefined) ? values : [];
}

/** Numbers and symbols cannot form a name. */
const isTelling = (name: string | undefined): name is string => name !== undefined && /\p{L}/u.test(name);

/** A constant may be a whole sentence, which is unsuitable as a name. */
const LONGEST = 40;
const isShort = (text: string | undefined): text is string => isTelling(text) && text.length <= LONGEST;

/**
 * The text that distinguishes an object from its siblings: a constant that no sibling has,
 * otherwise a property that no sibling has.
 */
function distinction(shapes: Shapes, member: TypeNode, siblings: readonly TypeNode[]): string | undefined {
  const own = propertiesOf(shapes, member);
  if (own.size === 0) return undefined;
  const counted = surveyOf(shapes, siblings);
  // A nullable member is wrapped in another node among its siblings.
  const itself = counted.members.has(member) ? 1 : 0;
  const ordered = [...own.values()].sort((a, b) => Number(b.required) - Number(a.required));
  for (const property of ordered) {
    const value = constantOf(shapes, property);
    const members = value && counted.properties.get(property.name)?.constant.get(value);
    if (isShort(value) && members === itself) return value;
  }
  return ordered.find(({ name }) => isShort(name) && counted.properties.get(name)?.members === itself)?.name;
}

/** How many members of a union have a property, have it with this constant, and list this value for it. */
interface Counts {
  members: number;
  membersWithValues: number;
  readonly constant: Map<string, number>;
  readonly listed: Map<string, number>;
}

interface Survey {
  readonly members: ReadonlySet<TypeNode>;
  readonly properties: ReadonlyMap<string, Counts>;
}

/** Cache, so that a union is examined once and not for each of its members. */
const surveys = new WeakMap<Shapes, WeakMap<readonly TypeNode[], Survey>>();

function surveyOf(shapes: Shapes, siblings: readonly TypeNode[]): Survey {
  let known = surveys.get(shapes);
  if (known === undefined) surveys.set(shapes, (known = new WeakMap()));
  let found = known.get(siblings);
  if (found === undefined) known.set(siblings, (found = survey(shapes, siblings)));
  return found;
}

function survey(shapes: Shapes, siblings: readonly TypeNode[]): Survey {
  const properties = new Map<string, Counts>();
  const count = (counts: Map<string, number>, key: string): unknown =>
    counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const sibling of siblings)
    for (const property of propertiesOf(shapes, sibling).values()) {
      let counts = properties.get(property.name);
      if (counts === undefined)
        properties.set(
          property.name,
          (counts = { members: 0, membersWithValues: 0, constant: new Map(), listed: new Map() }),
        );
      const constant = constantOf(shapes, property);
      const values = new Set(valuesOf(shapes, property));
      counts.members++;
      if (values.size > 0) counts.membersWithValues++;
      if (constant !== undefined) count(counts.constant, constant);
      for (const value of values) count(counts.listed, value);
    }
  return { members: new Set(siblings), properties };
}

const NO_PROPERTIES: ReadonlyMap<string, Property> = new Map();

function propertiesOf(shapes: Shapes, node: TypeNode): ReadonlyMap<string, Property> {
  const target = resolveNode(shapes, node);
  const plain = target.kind === 'nullable' ? resolveNode(shapes, target.type) : target;
  return plain.kind === 'object'
    ? new Map(flatten(shapes, plain).properties.map((property) => [property.name, property]))
    : NO_PROPERTIES;
}

function constantOf(shapes: Shapes, property: Property): string | undefined {
  const type = resolveNode(shapes, property.type);
  return type.kind === 'literal' ? textOf(type) : undefined;
}

const textOf = ({ value }: LiteralType): string | undefined =>
  typeof value === 'string' ? value : undefined;
