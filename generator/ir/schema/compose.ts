/** Converts a schema node to its type. */
import type { SchemaHints } from '../../openapi/schema-hints.ts';
import { type JsonObject, type JsonValue, isJsonObject } from '../../lib/json.ts';
import { type Origin, at } from '../../lib/origin.ts';
import type { ObjectType, Property, TypeNode } from '../types.ts';
import { combine, mergeProperty } from './combine.ts';
import type { SchemaContext } from './context.ts';
import { fitDefault } from './defaults.ts';
import { type TaggedBase, discriminatorProperty, mappingOf, tagValues } from './discriminators.ts';
import { type Docs, docsOf, mergeConstraints, unknownType, withAssertion, withDocs } from './docs.ts';
import { enumOf } from './enums.ts';
import { type Gathered, gather, noteRequired, readOwn, saysNull } from './gather.ts';
import { countIgnored } from './ignored.ts';
import { readProperty } from './objects.ts';
import { composes, own } from './view.ts';

export function compose(context: SchemaContext, node: JsonObject, origin: Origin): TypeNode {
  const hints = context.hintsOf(node);
  const docs = docsOf(node, hints);
  if (hints.override !== undefined)
    return withDocs(context.read(hints.override, at(origin, 'x-stainless-override-schema')), docs);
  if (hints.any) return { ...unknownType(origin, 'any'), ...docs };
  if (hints.emptyObject) return { kind: 'object', properties: [], bases: [], isModel: true, origin, ...docs };
  if (isEverything(own(node, 'not'))) return { kind: 'never', origin, ...docs };
  const alone = composes(node) ? undefined : composeAlone(context, node, { hints, docs, origin });
  if (alone !== undefined) return alone;
  const gathered = gather(context, node, { hints, origin });
  let type = combine(
    context,
    gathered.parts.length > 0 ? gathered.parts : mappedVariants(context, node, origin),
    origin,
  );
  type = withTags(context, withRequired(context, type, gathered.required), {
    node,
    tagged: gathered.tagged,
    origin,
  });
  for (const { keyword, value } of gathered.conditions) type = withAssertion(type, keyword, value);
  const constraints =
    gathered.docs.constraints && docs.constraints
      ? mergeConstraints(gathered.docs.constraints, docs.constraints)
      : undefined;
  return dress(context, {
    type,
    origin,
    docs: { ...gathered.docs, ...docs, ...(constraints && { constraints }) },
    nullable: gathered.nullable,
  });
}

/**
 * The fast path for most schemas: those that refer to no other schema and declare their type, so nothing
 * has to be gathered or combined. Undefined if the schema's own keywords yield no type.
 */
function composeAlone(
  context: SchemaContext,
  node: JsonObject,
  { hints, docs, origin }: { readonly hints: SchemaHints; readonly docs: Docs; readonly origin: Origin },
): TypeNode | undefined {
  if (own(node, 'type') === undefined) return undefined;
  const type = readOwn(context, node, hints, origin);
  if (type === undefined || type.kind === 'nullable' || type.kind === 'intersection') return undefined;
  countIgnored(context, node, type, origin);
  return dress(context, {
    type: type.kind === 'object' ? wholeObject(context, type, node) : type,
    origin,
    docs,
    nullable: saysNull(node),
  });
}

function wholeObject(context: SchemaContext, type: ObjectType, node: JsonObject): TypeNode {
  const required: Gathered['required'] = new Map();
  noteRequired(node, required, type.origin);
  return withTags(context, withRequired(context, type, required), { node, tagged: [], origin: type.origin });
}

/** For a discriminator with a mapping and nothing else, the variants are those that the mapping names. */
function mappedVariants(context: SchemaContext, node: JsonObject, origin: Origin): readonly TypeNode[] {
  const property = discriminatorProperty(node);
  if (property === undefined) return [];
  const ids: string[] = [];
  const mapping: { readonly value: string; readonly member: number }[] = [];
  for (const { value, id } of mappingOf(context, node)) {
    if (id === undefined) continue;
    if (!ids.includes(id)) ids.push(id);
    mapping.push({ value, member: ids.indexOf(id) });
  }
  if (ids.length === 0) return [];
  return [
    {
      kind: 'union',
      mode: 'oneOf',
      members: ids.map((id) => ({ kind: 'ref', id, origin })),
      discriminator: { property, mapping, explicit: true },
      origin,
    },
  ];
}

/** Attaches docs to a type: names and constraints go to the inner type, descriptions to the whole. */
function dress(
  context: SchemaContext,
  {
    type,
    origin,
    docs,
    nullable,
  }: { readonly type: TypeNode; readonly origin: Origin; readonly docs: Docs; readonly nullable: boolean },
): TypeNode {
  const fitted = fitDefault(context, type, docs, { nullable, origin });
  if (
    !nullable ||
    type.kind === 'unknown' ||
    type.kind === 'nullable' ||
    (type.kind === 'scalar' && type.scalar === 'null')
  )
    return withDocs(type, fitted);
  const { nameHints, typeName, constraints, ...stated } = fitted;
  const inner = withDocs(type, {
    ...(nameHints && { nameHints }),
    ...(typeName !== undefined && { typeName }),
    ...(constraints && { constraints }),
  });
  const description = stated.description ?? type.description;
  return {
    kind: 'nullable',
    type: inner,
    origin,
    ...stated,
    ...(description !== undefined && { description }),
  };
}

/**
 * Applies `required` wherever it appears. It may name a property of another part or of a base,
 * which is then redeclared as required.
 */
function withRequired(context: SchemaContext, type: TypeNode, required: Gathered['required']): TypeNode {
  if (required.size === 0 && (type.kind !== 'object' || type.bases.length === 0)) return type;
  if (type.kind === 'nullable') return { ...type, type: withRequired(context, type.type, required) };
  if (type.kind !== 'object' && type.kind !== 'ref') return type;
  const object: ObjectType =
    type.kind === 'object' ? type : { kind: 'object', properties: [], bases: [type], origin: type.origin };
  const isRequired = ({ name }: Property): boolean =>
    required.has(name) || inBases(context, object, name)?.required === true;
  const properties = object.properties.map((property) =>
    !property.required && isRequired(property) ? { ...property, required: true } : property,
  );
  const names = new Set(properties.map((property) => property.name));
  const added: Property[] = [];
  const undeclared: string[] = [];
  for (const [name, place] of required) {
    if (names.has(name)) continue;
    const found = inBases(context, object, name);
    if (found === undefined) {
      undeclared.push(name);
      if (type.kind === 'object' && isClosedWorld(object))
        context.report('required-missing', { property: name }, place);
    } else if (!found.required) {
      const property = readProperty(context, { name, schema: found.node, required: true, origin: place });
      if (property !== undefined) added.push(property);
    }
  }
  if (type.kind === 'ref' && added.length === 0) return type;
  return { ...object, properties: [...properties, ...added], ...(undeclared.length > 0 && { undeclared }) };
}

/** A missing property is reported only if every property of the object is known. */
const isClosedWorld = (object: ObjectType): boolean =>
  object.properties.length > 0 && (object.additional === undefined || object.additional === false);

function inBases(
  context: SchemaContext,
  object: ObjectType,
  name: string,
): { readonly node: JsonValue; readonly required: boolean } | undefined {
  for (const base of object.bases.toReversed()) {
    const node = context.names.byId.get(base.id)?.node;
    const found = node === undefined ? undefined : context.view.propertyIn(node, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Adds tag values to a child of a tagged base. A property that only adds a
 * description keeps the base's type.
 */
function withTags(
  context: SchemaContext,
  type: TypeNode,
  {
    node,
    tagged,
    origin,
  }: { readonly node: JsonObject; readonly tagged: readonly TaggedBase[]; readonly origin: Origin },
): TypeNode {
  if (type.kind !== 'object') return type;
  let properties: readonly Property[] = type.properties.map((property) => {
    const found =
      property.type.kind === 'unknown' && property.type.reason === 'empty'
        ? inBases(context, type, property.name)
        : undefined;
    if (found === undefined) return property;
    const inherited = readProperty(context, {
      name: property.name,
      schema: found.node,
      required: property.required,
      origin: property.origin,
    });
    return inherited === undefined ? property : { ...inherited, ...property, type: inherited.type };
  });
  const entry = context.names.entryOf(node);
  if (entry === undefined) return { ...type, properties };
  for (const base of new Set(tagged)) {
    const values = tagValues(context, base, entry);
    if (values.length > 0) properties = withTag(context, properties, { base, values, origin });
  }
  return { ...type, properties };
}

function withTag(
  context: SchemaContext,
  properties: readonly Property[],
  {
    base,
    values,
    origin,
  }: { readonly base: TaggedBase; readonly values: readonly string[]; readonly origin: Origin },
): readonly Property[] {
  const tag = enumOf(
    values.map((value) => ({ kind: 'literal', value, origin })),
    false,
    origin,
  );
  const known = properties.find((property) => property.name === base.property);
  if (known !== undefined) {
    if (known.type.kind !== 'scalar' || known.type.scalar !== 'string') return properties;
    return properties.map((property) =>
      property === known ? { ...known, type: tag, isTag: true } : property,
    );
  }
  const declared = context.view.propertyIn(base.node, base.property);
  if (declared !== undefined && !isText(context, declared.node)) return properties;
  const inherited =
    declared === undefined
      ? undefined
      : readProperty(context, {
          name: base.property,
          schema: declared.node,
          required: declared.required,
          origin,
        });
  const property: Property =
    inherited === undefined
      ? { name: base.property, type: tag, required: true, isTag: true, origin }
      : mergeProperty(
          context,
          { ...inherited, type: tag },
          { name: base.property, type: tag, required: inherited.required, isTag: true, origin },
        );
  return [...properties, property];
}

/** A tag that is a string or an enum of strings can be narrowed to its values. */
function isText(context: SchemaContext, schema: JsonValue): boolean {
  const node = context.view.behind(schema);
  if (node === undefined) return false;
  const type = own(node, 'type');
  return type === 'string' || type === undefined || (Array.isArray(type) && type.includes('string'));
}

const isEverything = (schema: JsonValue | undefined): boolean =>
  schema === true || (isJsonObject(schema) && Object.keys(schema).length === 0);
