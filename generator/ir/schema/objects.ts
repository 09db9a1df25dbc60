/** Objects, records and their properties. */
import { type JsonObject, type JsonValue, isJsonObject } from '../../lib/json.ts';
import { sortedBy } from '../../lib/order.ts';
import { type Origin, at } from '../../lib/origin.ts';
import type { Writable } from '../../lib/writable.ts';
import type { ObjectType, Property, TypeNode } from '../types.ts';
import type { SchemaContext } from './context.ts';
import { deprecationOf, unknownType } from './docs.ts';
import { composes, listOf, own } from './view.ts';

/**
 * An object with declared properties, or a record if it declares none. `compose` handles
 * `required` names without a property.
 */
export function readObject(context: SchemaContext, node: JsonObject, origin: Origin): TypeNode {
  const { entries, holder } = propertyEntries(context, node, origin);
  const required = new Set(listOf(node, 'required'));
  const expected = new Set(context.hintsOf(node).softRequired);
  const properties = entries.flatMap(([name, schema]) => {
    const property = readProperty(context, {
      name,
      schema,
      required: required.has(name),
      origin: at(holder, name),
    });
    return property === undefined
      ? []
      : [expected.has(name) ? { ...property, expected: true as const } : property];
  });
  const patterns = readPatterns(context, node, origin);
  const additional = readAdditional(context, node, origin);
  if (entries.length > 0 || (additional === false && patterns.length === 0)) {
    return {
      kind: 'object',
      properties,
      bases: [],
      origin,
      ...(additional !== undefined && { additional }),
      ...(patterns.length > 0 && { patterns }),
    };
  }
  const values = [
    ...patterns.map((pattern) => pattern.type),
    ...(additional === undefined || additional === false ? [] : [additional]),
  ];
  return recordOf(context, node, values, origin);
}

export interface PropertyPlace {
  readonly name: string;
  readonly schema: JsonValue;
  readonly required: boolean;
  readonly origin: Origin;
}

/**
 * Undefined if a hint excludes the property. What the place of use declares
 * overrides what the type declares.
 */
export function readProperty(
  context: SchemaContext,
  { name, schema, required, origin }: PropertyPlace,
): Property | undefined {
  const hints = isJsonObject(schema) ? context.hintsOf(schema) : undefined;
  if (hints?.skip !== undefined) return undefined;
  const type = context.read(schema, origin);
  const standsAlone = isJsonObject(schema) && !composes(schema);
  const stated = (keyword: string): JsonValue | undefined =>
    standsAlone ? own(schema, keyword) : context.view.keywordIn(schema, keyword);
  const description = type.description ?? stated('description');
  const behind = stated('deprecated') === true ? context.view.behind(schema) : undefined;
  const deprecated =
    type.deprecated ??
    (behind === undefined ? undefined : (deprecationOf(behind, context.hintsOf(behind)) ?? {}));
  const fallback = type.default ?? (type.kind === 'ref' ? stated('default') : undefined);
  const example = type.examples?.[0];
  // Assigned field by field instead of spreading objects, because this runs
  // for every property of a document.
  const property: Writable<Property> = { name, type, required, origin: type.origin };
  if (hints?.propertyName !== undefined) property.alias = hints.propertyName;
  if (stated('readOnly') === true) property.readOnly = true;
  if (stated('writeOnly') === true) property.writeOnly = true;
  if (typeof description === 'string' && description.trim() !== '') property.description = description;
  if (deprecated) property.deprecated = deprecated;
  if (fallback !== undefined) property.default = fallback;
  if (example !== undefined) property.example = example;
  if (hints?.stability !== undefined) property.stability = hints.stability;
  if (hints?.paginationPurpose !== undefined) property.paginationPurpose = hints.paginationPurpose;
  return property;
}

/**
 * Value type of a record: a single type or a union of several. If an object declares nothing
 * about its values, they are unknown.
 */
function recordOf(
  context: SchemaContext,
  node: JsonObject,
  values: readonly TypeNode[],
  origin: Origin,
): TypeNode {
  const [first, ...more] = values;
  const type: TypeNode =
    first === undefined
      ? unknownType(origin, 'empty')
      : more.length === 0
        ? first
        : { kind: 'union', mode: 'anyOf', members: values, origin };
  const keys = readKeys(context, node, origin);
  return { kind: 'record', values: type, origin, ...(keys && { keys }) };
}

/** `propertyNames` restricts the keys only if it lists them. */
function readKeys(context: SchemaContext, node: JsonObject, origin: Origin): TypeNode | undefined {
  const names = own(node, 'propertyNames');
  if (!isJsonObject(names)) return undefined;
  const type = context.read(names, at(origin, 'propertyNames'));
  const body = type.kind === 'ref' ? context.view.behind(names) : undefined;
  const isListed =
    type.kind === 'literal' ||
    (type.kind === 'union' && type.mode === 'enum' && type.open === undefined) ||
    (body !== undefined && (Array.isArray(own(body, 'enum')) || Object.hasOwn(body, 'const')));
  return isListed ? type : undefined;
}

/** Undefined if the document does not declare it. */
function readAdditional(context: SchemaContext, node: JsonObject, origin: Origin): ObjectType['additional'] {
  const given = own(node, 'additionalProperties');
  if (given === undefined) return own(node, 'unevaluatedProperties') === false ? false : undefined;
  if (given === false) return false;
  if (given === true || (isJsonObject(given) && Object.keys(given).length === 0))
    return unknownType(
      isJsonObject(given) ? context.documents.originOf(given) : at(origin, 'additionalProperties'),
      'any',
    );
  return context.read(given, at(origin, 'additionalProperties'));
}

function readPatterns(
  context: SchemaContext,
  node: JsonObject,
  origin: Origin,
): readonly { readonly pattern: string; readonly type: TypeNode }[] {
  const given = own(node, 'patternProperties');
  return isJsonObject(given)
    ? sortedBy(Object.entries(given), ([pattern]) => pattern).map(([pattern, schema]) => ({
        pattern,
        type: context.read(schema, at(origin, 'patternProperties', pattern)),
      }))
    : [];
}

/** Some documents store a whole `properties` map elsewhere: `properties: { $ref: 'file.yml' }`. */
function propertyEntries(
  context: SchemaContext,
  node: JsonObject,
  origin: Origin,
): { readonly entries: readonly (readonly [string, JsonValue])[]; readonly holder: Origin } {
  const given = own(node, 'properties');
  const here = at(origin, 'properties');
  if (!isJsonObject(given)) return { entries: [], holder: here };
  if (typeof own(given, '$ref') !== 'string') return { entries: Object.entries(given), holder: here };
  const target = context.follow(given);
  if (target === undefined || !isJsonObject(target.value)) return { entries: [], holder: here };
  return { entries: Object.entries(target.value), holder: target.origin };
}
