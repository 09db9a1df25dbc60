/** Combines schemas of the profile `agents`: alternatives, parts of an object, values. */
import { byCodeUnit } from '../../lib/order.ts';
import type { LiteralType } from '../../ir/types.ts';
import type { Direction } from '../shapes.ts';
import { type JsonSchema, literalName, shortText } from './types.ts';

export const OBJECT: JsonSchema = { type: 'object' };

/** Any value, with explicit types, because some clients reject a property without a type. */
export const ANY: JsonSchema = {
  anyOf: [
    { type: 'string' },
    { type: 'number' },
    { type: 'boolean' },
    { type: 'object' },
    { type: 'array', items: {} },
  ],
};

/** More texts than this are listed in the description instead. */
const MOST_VALUES = 100;
const LONGEST_VALUES = 160;

export function literalSchema(value: LiteralType['value']): JsonSchema | undefined {
  if (value === null) return undefined;
  return typeof value === 'string'
    ? enumOf([value], undefined)
    : { type: literalName(value), description: `Always ${value}` };
}

/** Removes null. Numbers are listed in the description, because clients reject an enum of numbers. */
export function enumOf(
  values: readonly LiteralType['value'][],
  open: 'string' | 'number' | undefined,
): JsonSchema | undefined {
  const texts = [...new Set(values.filter((value) => typeof value === 'string'))];
  const others = [
    ...new Set(values.filter((value) => typeof value === 'number' || typeof value === 'boolean')),
  ];
  // Some APIs reject an empty text among the values of an enum.
  const isListed = open === undefined && texts.length <= MOST_VALUES && !texts.includes('');
  const ofTexts: JsonSchema | undefined =
    texts.length === 0 && open !== 'string'
      ? undefined
      : isListed
        ? { type: 'string', enum: texts }
        : { type: 'string', ...described(texts.filter((text) => text !== '').slice(0, 20)) };
  const types = [...new Set(others.map(literalName))];
  const names = types.includes('number') ? types.filter((type) => type !== 'integer') : types;
  const ofOthers = names.map(
    (type): JsonSchema => ({
      type: open === 'number' && type === 'integer' ? 'number' : type,
      ...(type !== 'boolean' && described(others.filter((value) => typeof value === 'number').map(String))),
    }),
  );
  return anyOf([
    ofTexts,
    ...ofOthers,
    ...(open === 'number' && names.length === 0 ? [{ type: 'number' }] : []),
  ]);
}

const described = (values: readonly string[]): JsonSchema =>
  values.length === 0 ? {} : { description: shortText(`One of ${values.join(', ')}`, LONGEST_VALUES) };

/** Merges equal alternatives, texts and numbers. Undefined if there is no alternative. */
export function anyOf(alternatives: readonly (JsonSchema | undefined)[]): JsonSchema | undefined {
  const flat = alternatives.flatMap((schema) => (schema === undefined ? [] : partsOf(schema)));
  const kinds = new Map<string, JsonSchema>();
  for (const schema of flat) {
    const key = keyOf(schema);
    const known = kinds.get(key);
    kinds.set(key, known === undefined ? schema : joined(known, schema));
  }
  if (kinds.has('number') && kinds.delete('integer')) kinds.set('number', { type: 'number' });
  const members = [...kinds.values()];
  return members.length < 2 ? members[0] : { anyOf: members };
}

const partsOf = (schema: JsonSchema): readonly JsonSchema[] =>
  Array.isArray(schema['anyOf']) ? (schema['anyOf'] as readonly JsonSchema[]) : [schema];

/**
 * Schemas with the same key are merged. Objects and lists are merged only if
 * they differ in nothing but names.
 */
function keyOf(schema: JsonSchema): string {
  const { type } = schema;
  if (type !== 'object' && type !== 'array') return String(type);
  const isBare = type === 'object' && !schema['properties'] && !schema['additionalProperties'];
  return isBare ? 'object' : JSON.stringify(withoutWords(schema));
}

const withoutWords = ({ description: _words, ...schema }: JsonSchema): JsonSchema => schema;

function joined(first: JsonSchema, second: JsonSchema): JsonSchema {
  const { type } = first;
  if (type === 'object' || type === 'array') {
    const words = [...new Set([first['description'], second['description']])].filter(
      (text) => text !== undefined,
    );
    return {
      ...withoutWords(first),
      ...(words.length > 0 && { description: shortText(words.join('; '), 300) }),
    };
  }
  if (type !== 'string')
    return JSON.stringify(first) === JSON.stringify(second) ? first : { type: type ?? 'string' };
  const values = [first['enum'], second['enum']];
  if (values.every(Array.isArray)) {
    const texts = [...new Set(values.flat() as string[])];
    return texts.length <= MOST_VALUES
      ? { type: 'string', enum: texts }
      : { type: 'string', ...described(texts) };
  }
  const known = values.filter(Array.isArray).flat() as string[];
  const format = first['format'] === second['format'] ? first['format'] : undefined;
  return {
    type: 'string',
    ...(format !== undefined && { format }),
    ...(known.length > 0
      ? { description: shortText(`Such as ${known.join(', ')}`, LONGEST_VALUES) }
      : first['description'] === second['description'] &&
        first['description'] !== undefined && { description: first['description'] }),
  };
}

/**
 * Maximum number of combinations of the parts of an `allOf`. Further parts are
 * ignored, so the schema accepts more.
 */
const MOST_PRODUCT = 12;

/** The schema that all parts accept: properties of all parts, required if any part requires them. */
export function both(parts: readonly (JsonSchema | undefined)[]): JsonSchema | undefined {
  let found: readonly JsonSchema[] | undefined;
  for (const part of parts) {
    if (part === undefined) return undefined;
    if (part === ANY) continue;
    const choices = partsOf(part);
    if (found === undefined) found = choices;
    else if (found.length * choices.length <= MOST_PRODUCT)
      found = found.flatMap((left) => choices.map((right) => merged(left, right)));
    else if (found.length > choices.length) found = choices;
  }
  return found === undefined ? ANY : anyOf(found);
}

function merged(left: JsonSchema, right: JsonSchema): JsonSchema {
  if (left['type'] !== 'object' || right['type'] !== 'object')
    return left['type'] === 'object' ? right : left;
  const properties = { ...(left['properties'] as object | undefined) };
  for (const [name, schema] of Object.entries((right['properties'] as object | undefined) ?? {}))
    if (!Object.hasOwn(properties, name)) Object.assign(properties, { [name]: schema });
  const required = [left, right].flatMap((schema) => (schema['required'] as string[] | undefined) ?? []);
  const names = [...new Set(required)].sort(byCodeUnit);
  const description = left['description'] ?? right['description'];
  const hasProperties = Object.keys(properties).length > 0;
  return {
    type: 'object',
    ...(hasProperties && { properties: properties }),
    ...(names.length > 0 && { required: names }),
    ...(description !== undefined && { description }),
  };
}

/** In responses, null is an alternative. */
export const withNull = (schema: JsonSchema | undefined, direction: Direction): JsonSchema | undefined =>
  direction === 'request' ? schema : anyOf([schema, { type: 'null' }]);

/** The document's description followed by our own: `Status. One of 1, 2`. */
export function describedBy(schema: JsonSchema, text: string | undefined, longest: number): JsonSchema {
  const words = longest === 0 ? '' : shortText(text, longest);
  const own = typeof schema['description'] === 'string' ? schema['description'] : '';
  if (words === '' || own === words) return schema;
  const joint = own === '' || words.includes(own) ? words : `${words.replace(/\.$/, '')}. ${own}`;
  return { ...withoutWords(schema), description: joint };
}
