import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { type JsonObject, type JsonValue, isJsonObject } from '../../lib/json.ts';
import { type Origin, at } from '../../lib/origin.ts';
import { type Result, ok } from '../../lib/result.ts';
import type { Version } from '../version.ts';
import { isNullableAlone, withNull } from './nullable.ts';

export interface SchemaContext {
  readonly version: Version;
  readonly origin: () => Origin;
  /** Records a new object that is a part of the upgraded schema. */
  readonly madeFrom: (result: object) => void;
}

/** Keywords whose mere presence requires an upgrade. */
const OLDER: ReadonlySet<string> = new Set([
  'nullable',
  'x-nullable',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'example',
  'discriminator',
  'dependencies',
]);

/** A quick check of the keywords, because most schemas are up to date. */
const isUpToDate = (schema: JsonObject): boolean =>
  !isTypeToMend(schema) &&
  schema['format'] !== 'byte' &&
  !Array.isArray(schema['items']) &&
  !Object.keys(schema).some((keyword) => OLDER.has(keyword));

/** True for `type: file` of Swagger, YAML's null instead of the word, or a type beside a reference. */
function isTypeToMend(schema: JsonObject): boolean {
  const { type } = schema;
  if (type === undefined || (typeof type === 'string' && type !== 'file'))
    return type !== undefined && Object.hasOwn(schema, '$ref');
  return (
    type === 'file' ||
    type === null ||
    Object.hasOwn(schema, '$ref') ||
    (Array.isArray(type) && type.includes(null))
  );
}

/**
 * Upgrades a schema object of any version, whose subschemas are already upgraded, to JSON Schema 2020-12.
 * Returns the same object if nothing changes.
 */
export function upgradeSchema(schema: JsonObject, context: SchemaContext): Result<JsonObject> {
  if (isUpToDate(schema)) return ok(schema);
  let now = schema;
  for (const rule of RULES) now = rule(now, context);
  // Alone, `nullable` means null in a branch of a union and nothing elsewhere. Only the schema
  // reader can distinguish the two.
  if (isNullableAlone(now)) return ok(now, saidInModern(now['nullable'], context));
  if (!Object.hasOwn(now, 'nullable') && !Object.hasOwn(now, 'x-nullable')) return ok(now);
  const { nullable, 'x-nullable': extension, ...rest } = now;
  const diagnostics = saidInModern(nullable, context);
  if (nullable !== true && extension !== true) return ok(rest, diagnostics);
  return ok(withNull(rest, context.madeFrom), diagnostics);
}

function saidInModern(
  nullable: JsonValue | undefined,
  { version, origin }: SchemaContext,
): readonly Diagnostic[] {
  if (nullable === undefined || version.form === '2.0' || version.form === '3.0') return [];
  return [diagnostic('nullable-in-3-1', { version: version.written }, { origin: at(origin(), 'nullable') })];
}

type UpgradeRule = (schema: JsonObject, context: SchemaContext) => JsonObject;
const has = (schema: JsonObject, key: string): boolean => Object.hasOwn(schema, key);

/** 2.0 and 3.0: `exclusiveMinimum: true` beside `minimum` → the bound itself. */
const exclusive =
  (flag: 'exclusiveMinimum' | 'exclusiveMaximum', bound: 'minimum' | 'maximum'): UpgradeRule =>
  (schema) => {
    if (!has(schema, flag) || typeof schema[flag] !== 'boolean') return schema;
    const { [flag]: isExclusive, [bound]: limit, ...rest } = schema;
    if (limit === undefined) return rest;
    return isExclusive === true ? { ...rest, [flag]: limit } : { ...rest, [bound]: limit };
  };

/** `example` is the older form of a single entry of `examples`. */
const example: UpgradeRule = (schema) => {
  if (!has(schema, 'example')) return schema;
  const { example: item, ...rest } = schema;
  return item === undefined || Array.isArray(rest['examples']) ? rest : { ...rest, examples: [item] };
};

/** 2.0: `type: file`. */
const file: UpgradeRule = (schema) =>
  has(schema, 'type') && schema['type'] === 'file' ? { ...schema, type: 'string', format: 'binary' } : schema;

/** YAML reads an unquoted `null` as a value; in a list of types the word is intended. */
const nullWord: UpgradeRule = (schema) => {
  const { type } = schema;
  if (type === null) return { ...schema, type: 'null' };
  return Array.isArray(type) && type.includes(null)
    ? { ...schema, type: type.map((item: JsonValue) => item ?? 'null') }
    : schema;
};

/**
 * Up to 3.0, keywords beside a reference are ignored (OpenAPI 3.0.3, Reference Object), so a type there
 * must not contradict the reference.
 */
const typeBesideReference: UpgradeRule = (schema, { version }) => {
  if (!has(schema, '$ref') || !has(schema, 'type') || (version.form !== '2.0' && version.form !== '3.0'))
    return schema;
  const { type: _type, format: _format, ...rest } = schema;
  return rest;
};

/** 3.0 expresses base64 as `format: byte`. */
const bytes: UpgradeRule = (schema) =>
  has(schema, 'format') && schema['format'] === 'byte' && !has(schema, 'contentEncoding')
    ? { ...schema, contentEncoding: 'base64' }
    : schema;

/** 2.0: the discriminator is the property's name. */
const discriminator: UpgradeRule = (schema, { madeFrom }) => {
  if (!has(schema, 'discriminator') || typeof schema['discriminator'] !== 'string') return schema;
  const result = { propertyName: schema['discriminator'] };
  madeFrom(result);
  return { ...schema, discriminator: result };
};

/** Up to draft 2019-09, a tuple was an array under `items` and its rest was under `additionalItems`. */
const tuple: UpgradeRule = (schema) => {
  if (!has(schema, 'items') || !Array.isArray(schema['items'])) return schema;
  const { items, additionalItems, ...rest } = schema;
  return {
    ...rest,
    ...(items === undefined ? {} : { prefixItems: items }),
    ...(additionalItems === undefined ? {} : { items: additionalItems }),
  };
};

/** Up to draft 7, a single keyword, `dependencies`, contained both lists of names and schemas. */
const dependencies: UpgradeRule = (schema, { madeFrom }) => {
  const written = has(schema, 'dependencies') ? schema['dependencies'] : undefined;
  if (!isJsonObject(written)) return schema;
  const { dependencies: _, ...rest } = schema;
  const entries = Object.entries(written);
  const required = Object.fromEntries(entries.filter(([, value]) => Array.isArray(value)));
  const schemas = Object.fromEntries(entries.filter(([, value]) => !Array.isArray(value)));
  madeFrom(required);
  madeFrom(schemas);
  return {
    ...rest,
    ...(Object.keys(required).length > 0 ? { dependentRequired: required } : {}),
    ...(Object.keys(schemas).length > 0 ? { dependentSchemas: schemas } : {}),
  };
};

const RULES: readonly UpgradeRule[] = [
  exclusive('exclusiveMinimum', 'minimum'),
  exclusive('exclusiveMaximum', 'maximum'),
  example,
  file,
  nullWord,
  typeBesideReference,
  bytes,
  discriminator,
  tuple,
  dependencies,
];
