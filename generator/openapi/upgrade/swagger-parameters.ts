import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { type JsonObject, type JsonValue, isJsonObject } from '../../lib/json.ts';
import { at } from '../../lib/origin.ts';
import { type Swagger, convertOnce, convertTarget, dereference, member } from './swagger-context.ts';

/**
 * Fields that stay on the parameter itself. Every other keyword of 2.0 describes
 * the value and moves to its schema.
 */
const OWN: ReadonlySet<string> = new Set([
  'name',
  'in',
  'description',
  'required',
  'allowEmptyValue',
  'collectionFormat',
  'deprecated',
  'schema',
  'content',
  'style',
  'explode',
]);

export function isBodyParameter(swagger: Swagger, value: JsonValue): boolean {
  const place = placeOf(swagger, value);
  return place === 'body' || place === 'formData';
}

function placeOf(swagger: Swagger, value: JsonValue): JsonValue | undefined {
  const node = dereference(swagger, value);
  return node === undefined ? undefined : member(node, 'in');
}

/** A path, query or header parameter. */
export function convertParameter(swagger: Swagger, value: JsonValue): JsonValue {
  if (!isJsonObject(value)) return value;
  if (typeof member(value, '$ref') === 'string') return convertTarget(swagger, value, convertParameter);
  if (isBodyParameter(swagger, value)) return value;
  return convertOnce(swagger, value, () => {
    const own = Object.fromEntries(
      Object.entries(value).filter(
        ([key]) => (OWN.has(key) && key !== 'collectionFormat') || key.startsWith('x-'),
      ),
    );
    return {
      ...own,
      ...styleOf(swagger, value),
      schema: member(value, 'schema') ?? schemaOf(swagger, value),
    };
  });
}

/** The schema of a parameter or header of 2.0, which mixes schema keywords with its own fields. */
export function schemaOf(swagger: Swagger, value: JsonObject): JsonObject {
  const schema = Object.fromEntries(Object.entries(value).filter(([key]) => !OWN.has(key)));
  swagger.input.madeFrom(schema, value);
  return schema;
}

/**
 * Converts `collectionFormat` of the OpenAPI 2.0 Parameter Object to `style` and `explode` of
 * OpenAPI 3. The default is `csv`.
 */
export function styleOf(swagger: Swagger, value: JsonObject): JsonObject {
  if (member(value, 'type') !== 'array') return {};
  const format = member(value, 'collectionFormat') ?? 'csv';
  const isQuery = member(value, 'in') === 'query' || member(value, 'in') === 'formData';
  if (!isQuery) {
    if (format !== 'csv') complain(swagger, value, format);
    return {};
  }
  switch (format) {
    case 'multi':
      return { style: 'form', explode: true };
    case 'ssv':
      return { style: 'spaceDelimited', explode: false };
    case 'pipes':
      return { style: 'pipeDelimited', explode: false };
    case 'csv':
      return { style: 'form', explode: false };
    default:
      complain(swagger, value, format);
      return { style: 'form', explode: false };
  }
}

function complain(swagger: Swagger, value: JsonObject, format: JsonValue): void {
  const origin = at(swagger.input.originOf(value), 'collectionFormat');
  swagger.diagnostics.push(
    diagnostic(
      'collection-format-unknown',
      { format: typeof format === 'string' ? format : JSON.stringify(format) },
      { origin },
    ),
  );
}
