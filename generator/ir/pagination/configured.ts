/**
 * Reads a pagination scheme of the config: property maps whose
 * schemas carry `x-stainless-pagination-property`.
 */
import { PURPOSES } from '../../config/pagination-purposes.ts';
import type { PaginationConfig } from '../../config/types.ts';
import { type JsonObject, type JsonValue, isJsonObject } from '../../lib/json.ts';
import { type Origin, at } from '../../lib/origin.ts';
import { snake } from '../../lib/words.ts';
import { flagAt, listAt, objectAt, objectEntries, textAt, valueAt, wordsAt } from '../read.ts';
import type { ObjectType, PaginationScheme, Property, PurposeUse, TypeNode } from '../types.ts';

const ITEMS = ['items', 'data', 'results'];
const DEEPEST = 16;

interface Marks {
  readonly purposes: PurposeUse[];
  topLevelArray: boolean;
}

export function schemeOf(config: PaginationConfig): PaginationScheme {
  const marks: Marks = { purposes: [], topLevelArray: false };
  const request = objectOf(config.request.value, config.request.origin, [], marks);
  const response = objectOf(config.response.value, config.response.origin, [], marks);
  if (!marks.topLevelArray && !marks.purposes.some((use) => use.purpose === 'items')) {
    const items = usualItems(response);
    if (items !== undefined) marks.purposes.push({ purpose: 'items', path: [items] });
  }
  return {
    name: config.name,
    type: config.type,
    paramLocation: config.paramLocation,
    request,
    response,
    purposes: marks.purposes,
    topLevelArray: marks.topLevelArray || response.properties.length === 0,
    continueOnEmptyItems: config.continueOnEmptyItems,
    ...(isFromZero(config.request.value, marks) && { firstPage: 0 as const }),
    provenance: { rule: 'config', detail: `pagination.${config.name}`, origin: config.origin },
  };
}

/** True if the page number is 0 when the caller sets none. */
function isFromZero(request: JsonObject, { purposes }: Marks): boolean {
  const [name] = purposes.find((use) => use.purpose === 'page_number_param')?.path ?? [];
  return name !== undefined && valueAt(objectAt(request, name) ?? {}, 'default') === 0;
}

/** The items property without a mark: `items`, `data` or `results`, otherwise the first array. */
function usualItems(response: ObjectType): string | undefined {
  const arrays = response.properties
    .filter((property) => property.type.kind === 'array')
    .map((property) => property.name);
  return (
    ITEMS.map((name) => arrays.find((array) => snake(array) === name)).find((name) => name !== undefined) ??
    arrays[0]
  );
}

function objectOf(map: JsonObject, origin: Origin, before: readonly string[], marks: Marks): ObjectType {
  const properties = objectEntries(map).map(
    ([name, schema]): Property =>
      propertyOf(name, schema, { origin: at(origin, name), path: [...before, name], marks }),
  );
  return {
    kind: 'object',
    properties: properties.filter((property) => !isHeader(marks, [...before, property.name])),
    bases: [],
    origin,
  };
}

/** A field that comes in a header is not a property of the body. */
const isHeader = (marks: Marks, path: readonly string[]): boolean =>
  marks.purposes.some((use) => use.header !== undefined && use.path.join('\n') === path.join('\n'));

function propertyOf(
  name: string,
  schema: JsonObject,
  {
    origin,
    path,
    marks,
  }: { readonly origin: Origin; readonly path: readonly string[]; readonly marks: Marks },
): Property {
  markOf(schema, name, path, marks);
  const description = wordsAt(schema, 'description');
  return {
    name,
    type: typeOf(schema, origin, path, marks),
    required: flagAt(schema, 'required') === true,
    origin,
    ...(description !== undefined && { description }),
  };
}

function markOf(schema: JsonObject, name: string, path: readonly string[], marks: Marks): void {
  const mark = valueAt(schema, 'x-stainless-pagination-property');
  const facts = isJsonObject(mark) ? mark : {};
  const word = typeof mark === 'string' ? mark : textAt(facts, 'purpose');
  const purpose = PURPOSES.find((known) => known === word);
  if (flagAt(facts, 'is_top_level_array') === true || flagAt(schema, 'is_top_level_array') === true)
    marks.topLevelArray = true;
  const wanted = valueAt(facts, 'from_header') ?? valueAt(schema, 'from_header') ?? valueAt(facts, 'header');
  const header = typeof wanted === 'string' ? wanted : wanted === true ? name : undefined;
  if (purpose !== undefined)
    marks.purposes.push({
      purpose,
      path: marks.topLevelArray && purpose === 'items' ? [] : path,
      ...(header !== undefined && { header }),
    });
}

function typeOf(schema: JsonObject, origin: Origin, path: readonly string[], marks: Marks): TypeNode {
  const written = valueAt(schema, 'type');
  const names = (Array.isArray(written) ? (written as readonly JsonValue[]) : [written]).filter(
    (item) => typeof item === 'string',
  );
  const nullable = flagAt(schema, 'nullable') === true || names.includes('null');
  const base = baseOf(
    schema,
    names.find((name) => name !== 'null'),
    { origin, path, marks },
  );
  return nullable ? { kind: 'nullable', type: base, origin } : base;
}

function baseOf(
  schema: JsonObject,
  name: string | undefined,
  {
    origin,
    path,
    marks,
  }: { readonly origin: Origin; readonly path: readonly string[]; readonly marks: Marks },
): TypeNode {
  const properties = objectAt(schema, 'properties');
  if (properties !== undefined && path.length < DEEPEST)
    return objectOf(properties, at(origin, 'properties'), path, marks);
  if (name === 'array') {
    const items = objectAt(schema, 'items');
    const inner = items && objectAt(items, 'properties');
    // For `cursor_id`, properties of an item carry the mark:
    // `items: { properties: { id: { purpose: cursor_item_id } } }`.
    if (inner !== undefined)
      for (const [key, value] of objectEntries(inner)) markOf(value, key, [key], marks);
    return { kind: 'array', items: { kind: 'unknown', reason: 'any', origin }, origin };
  }
  if (name === 'string' || name === 'number' || name === 'integer' || name === 'boolean')
    return { kind: 'scalar', scalar: name, origin };
  if (listAt(schema, 'enum').length > 0) return { kind: 'scalar', scalar: 'string', origin };
  return { kind: 'unknown', reason: 'any', origin };
}
