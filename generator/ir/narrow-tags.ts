/**
 * Narrows the tag property of each variant to the values that the discriminator's mapping assigns to
 * it (OpenAPI 3.1 section 4.8.25).
 */
import { enumOf } from './schema/enums.ts';
import type { LiteralType, ObjectType, Property, Schema, TypeNode } from './types.ts';
import { walkType } from './type-walk.ts';

/** Schema id → tag property → values that select the schema. */
type Wanted = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/**
 * Returns the schemas with their tags narrowed by the unions among them and in `types`. If a document has
 * no mapping, the constants of the schemas decide.
 */
export function narrowTags(schemas: readonly Schema[], types: Iterable<TypeNode>): readonly Schema[] {
  const wanted = wantedTags(schemas, types);
  if (wanted.size === 0) return schemas;
  const byId = new Map(schemas.map((schema) => [schema.id, schema]));
  return schemas.map((schema) => {
    const tags = wanted.get(schema.id);
    if (!tags || schema.type.kind !== 'object') return schema;
    let type: ObjectType = schema.type;
    for (const [property, values] of tags) type = withTag(byId, type, { property, values: [...values] });
    return type === schema.type ? schema : { ...schema, type };
  });
}

function wantedTags(schemas: readonly Schema[], types: Iterable<TypeNode>): Wanted {
  const wanted = new Map<string, Map<string, Set<string>>>();
  const note = (node: TypeNode): void => {
    if (node.kind !== 'union' || node.discriminator?.explicit !== true) return;
    for (const { value, member } of node.discriminator.mapping) {
      const target = node.members[member];
      if (target?.kind !== 'ref') continue;
      const tags = wanted.get(target.id) ?? new Map<string, Set<string>>();
      wanted.set(
        target.id,
        tags.set(
          node.discriminator.property,
          (tags.get(node.discriminator.property) ?? new Set()).add(value),
        ),
      );
    }
  };
  for (const { type } of schemas) walkType(type, note);
  for (const type of types) walkType(type, note);
  return wanted;
}

interface Tag {
  readonly property: string;
  readonly values: readonly string[];
}

function withTag(schemas: ReadonlyMap<string, Schema>, object: ObjectType, tag: Tag): ObjectType {
  const own = object.properties.find((item) => item.name === tag.property);
  const found = own ?? inherited(schemas, object, tag.property, new Set());
  const type = found && narrowed(schemas, found.type, tag.values);
  if (!found || !type) return object;
  const property: Property = { ...found, type, isTag: true };
  const properties = own
    ? object.properties.map((item) => (item === own ? property : item))
    : [...object.properties, property];
  return { ...object, properties };
}

function inherited(
  schemas: ReadonlyMap<string, Schema>,
  object: ObjectType,
  name: string,
  seen: Set<string>,
): Property | undefined {
  for (const base of object.bases.toReversed()) {
    if (seen.has(base.id)) continue;
    seen.add(base.id);
    const type = schemas.get(base.id)?.type;
    const found =
      type?.kind === 'object'
        ? (type.properties.find((property) => property.name === name) ?? inherited(schemas, type, name, seen))
        : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Undefined if the values do not narrow the type, or contradict it. */
function narrowed(
  schemas: ReadonlyMap<string, Schema>,
  type: TypeNode,
  values: readonly string[],
): TypeNode | undefined {
  const target = type.kind === 'ref' ? schemas.get(type.id)?.type : type;
  const { origin } = type;
  const description = type.description === undefined ? {} : { description: type.description };
  const members = values.map((value): LiteralType => ({ kind: 'literal', value, origin }));
  const tag: TypeNode = { ...enumOf(members, false, origin), ...description };
  if (target?.kind === 'scalar' && target.scalar === 'string') return tag;
  if (target?.kind !== 'union' || target.open !== undefined) return undefined;
  const known = new Set(
    target.members.map((member) => (member.kind === 'literal' ? member.value : undefined)),
  );
  return values.every((value) => known.has(value)) && values.length < known.size ? tag : undefined;
}
