/**
 * Reads discriminators: which value of the tag property selects which member (OpenAPI 3.1 section 4.8.25).
 */
import { type JsonObject, type JsonValue, isJsonObject } from '../../lib/json.ts';
import { sortedBy } from '../../lib/order.ts';
import { type Origin, at, escapeToken } from '../../lib/origin.ts';
import type { Discriminator, TypeNode } from '../types.ts';
import type { MappingEntry, SchemaContext } from './context.ts';
import { listOf, own, refOf, textOf } from './view.ts';
import { count } from '../../lib/count.ts';

interface UnionMembers {
  readonly members: readonly TypeNode[];
  /** The raw schemas of the members, in the same order. */
  readonly schemas: readonly JsonValue[];
  readonly origin: Origin;
}

export function discriminatorProperty(node: JsonObject): string | undefined {
  const given = own(node, 'discriminator');
  return isJsonObject(given) ? textOf(given, 'propertyName') : undefined;
}

/**
 * The mapping as written, completed by the constants that the members declare
 * for the tag, then by their names.
 */
export function readDiscriminator(
  context: SchemaContext,
  node: JsonObject,
  { members, schemas, origin }: UnionMembers,
): Discriminator | undefined {
  const property = discriminatorProperty(node);
  if (property === undefined) return undefined;
  const here = at(origin, 'discriminator');
  const mapping = new Map<string, number>();
  const indexes = new Map<string, number>();
  for (const [index, type] of members.entries())
    if (type.kind === 'ref' && !indexes.has(type.id)) indexes.set(type.id, index);
  const lost: { readonly value: string; readonly ref: string }[] = [];
  for (const { value, ref, id } of mappingOf(context, node)) {
    const member = id === undefined ? undefined : indexes.get(id);
    // A target that does not exist was reported when the mapping was read.
    if (member !== undefined) mapping.set(value, member);
    else if (id !== undefined) lost.push({ value, ref });
  }
  reportLost(context, lost, here);
  const explicit = mapping.size > 0;
  const mapped = new Set(mapping.values());
  const claims = schemas.flatMap((schema, index) => {
    const type = members[index];
    const entry = type?.kind === 'ref' ? context.names.byId.get(type.id) : undefined;
    return mapped.has(index)
      ? []
      : [
          {
            index,
            name: entry?.name,
            values: tagsOf(context, { schema: entry?.node ?? schema, name: entry?.name, property }),
          },
        ];
  });
  // Members that share an enum of all tags are distinguished by their names.
  const named = new Map(
    claims.flatMap(({ index, name, values }) =>
      name !== undefined && values.includes(name) ? [[name, index] as const] : [],
    ),
  );
  for (const { index, values } of claims)
    for (const value of values)
      if (!mapping.has(value) && (named.get(value) ?? index) === index) mapping.set(value, index);
  if (mapping.size === 0) {
    context.report('discriminator-useless', { property }, here);
    return undefined;
  }
  return {
    property,
    mapping: sortedBy(
      [...mapping].map(([value, member]) => ({ value, member })),
      (entry) => entry.value,
    ),
    ...(explicit && { explicit }),
  };
}

/** Reports values whose target is no variant: the first, with the number of the others. */
function reportLost(
  context: SchemaContext,
  [first, ...others]: readonly { readonly value: string; readonly ref: string }[],
  discriminator: Origin,
): void {
  if (first === undefined) return;
  const value =
    others.length === 0 ? first.value : `${first.value} (and ${count(others.length, 'more value')})`;
  const origin = at(discriminator, 'mapping', first.value);
  context.report('discriminator-mapping', { value, target: first.ref }, origin);
}

/**
 * The tag values that a variant declares: a constant or an enum, otherwise the
 * schema's name, as OpenAPI specifies.
 */
function tagsOf(
  context: SchemaContext,
  {
    schema,
    name,
    property,
  }: { readonly schema: JsonValue; readonly name: string | undefined; readonly property: string },
): readonly string[] {
  const found = context.view.propertyIn(schema, property);
  const tag = found === undefined ? undefined : context.view.behind(found.node);
  const constant = tag === undefined ? undefined : own(tag, 'const');
  const values = constant !== undefined ? [constant] : tag === undefined ? [] : listOf(tag, 'enum');
  const texts = values
    .filter((value) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    .map(String);
  return texts.length > 0 || name === undefined ? texts : [name];
}

/**
 * Entries of `discriminator.mapping` by value: a component's name or a reference. A key `x-…` without a
 * valid target is taken for an extension.
 */
export function mappingOf(context: SchemaContext, node: JsonObject): readonly MappingEntry[] {
  const known = context.mappings.get(node);
  if (known !== undefined) return known;
  const entries = readMapping(context, node);
  context.mappings.set(node, entries);
  reportLost(
    context,
    entries.filter(({ id }) => id === undefined),
    at(context.documents.originOf(node), 'discriminator'),
  );
  return entries;
}

function readMapping(context: SchemaContext, node: JsonObject): readonly MappingEntry[] {
  const discriminator = own(node, 'discriminator');
  const mapping = isJsonObject(discriminator) ? own(discriminator, 'mapping') : undefined;
  if (!isJsonObject(mapping)) return [];
  return sortedBy(Object.entries(mapping), ([value]) => value).flatMap(([value, ref]) => {
    if (typeof ref !== 'string') return [];
    const target =
      (/[#/]/.test(ref) ? undefined : find(context, `#/components/schemas/${escapeToken(ref)}`, node)) ??
      find(context, ref, node);
    if (target !== undefined) return [{ value, ref, id: target }];
    return value.startsWith('x-') ? [] : [{ value, ref }];
  });
}

function find(context: SchemaContext, ref: string, from: JsonObject): string | undefined {
  const resolved = context.documents.resolve(ref, from).value;
  return resolved === undefined ? undefined : context.names.target(resolved)?.id;
}

/** A base type whose children are distinguished by a tag although it lists no children (no `oneOf`). */
export interface TaggedBase {
  readonly node: JsonObject;
  readonly property: string;
}

/** Bases with a discriminator among `target` and the schemas that it extends. */
export function taggedBases(context: SchemaContext, target: JsonObject): readonly TaggedBase[] {
  const found: TaggedBase[] = [];
  const seen = new Set<JsonObject>();
  const queue = [target];
  for (let node = queue.pop(); node !== undefined && seen.size < 100; node = queue.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const property = discriminatorProperty(node);
    if (property !== undefined) found.push({ node, property });
    for (const part of listOf(node, 'allOf')) if (isJsonObject(part)) queue.push(part);
    const next = refOf(node) === undefined ? undefined : context.follow(node)?.value;
    if (isJsonObject(next)) queue.push(next);
  }
  return found;
}

/** Tag values that select the schema `id`: those mapped to it, otherwise its name. */
export function tagValues(
  context: SchemaContext,
  base: TaggedBase,
  { id, name }: { readonly id: string; readonly name: string },
): readonly string[] {
  const mapping = mappingOf(context, base.node);
  const values = mapping.filter((entry) => entry.id === id).map((entry) => entry.value);
  return values.length > 0 ? values : mapping.length > 0 ? [] : [name];
}
