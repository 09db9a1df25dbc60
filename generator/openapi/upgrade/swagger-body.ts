import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { JsonObject, JsonValue } from '../../lib/json.ts';
import { ASSUMED_MEDIA_TYPE, type Swagger, dereference, member } from './swagger-context.ts';
import { schemaOf, styleOf } from './swagger-parameters.ts';

interface Request {
  readonly operation: JsonObject;
  readonly own: readonly JsonValue[];
  readonly inherited: readonly JsonValue[];
  readonly consumes: readonly string[];
}

const FORMS: readonly string[] = ['multipart/form-data', 'application/x-www-form-urlencoded'];

/** Converts the `in: body` or `in: formData` parameters of an operation to a request body. */
export function requestBodyOf(swagger: Swagger, request: Request): JsonObject | undefined {
  const all = [...request.own, ...request.inherited]
    .map((item) => dereference(swagger, item))
    .filter((jsonObject) => jsonObject !== undefined);
  const body = all.find((jsonObject) => member(jsonObject, 'in') === 'body');
  const fields = new Map<string, JsonObject>();
  for (const jsonObject of all) {
    const name = member(jsonObject, 'name');
    if (member(jsonObject, 'in') === 'formData' && typeof name === 'string' && !fields.has(name))
      fields.set(name, jsonObject);
  }
  if (body !== undefined && fields.size > 0) {
    swagger.diagnostics.push(
      diagnostic('body-and-form', {}, { origin: swagger.input.originOf(request.operation) }),
    );
  }
  if (body !== undefined) return fromBody(swagger, body, request.consumes);
  return fields.size === 0 ? undefined : fromForm(swagger, { ...request, fields });
}

function fromBody(swagger: Swagger, body: JsonObject, consumes: readonly string[]): JsonObject {
  const { name: _, in: __, schema, ...rest } = body;
  const isAssumed = consumes.length === 0;
  const types = isAssumed ? ['application/json'] : consumes;
  const media = { ...(schema !== undefined && { schema }), ...(isAssumed && { [ASSUMED_MEDIA_TYPE]: true }) };
  const content = Object.fromEntries(types.map((type) => [type, made(swagger, { ...media }, body)]));
  return made(swagger, { ...rest, content: made(swagger, content, body) }, body);
}

function fromForm(
  swagger: Swagger,
  { operation, consumes, fields }: Request & { readonly fields: ReadonlyMap<string, JsonObject> },
): JsonObject {
  const list = [...fields];
  const hasFile = list.some(([, field]) => member(field, 'type') === 'file');
  const named = FORMS.filter((type) => consumes.includes(type));
  const types = hasFile
    ? ['multipart/form-data']
    : named.length > 0
      ? named
      : ['application/x-www-form-urlencoded'];
  const required = list.filter(([, field]) => member(field, 'required') === true).map(([name]) => name);
  const properties = made(
    swagger,
    Object.fromEntries(list.map(([name, field]) => [name, propertyOf(swagger, field)])),
    operation,
  );
  const schema = made(
    swagger,
    { type: 'object', properties, ...(required.length > 0 ? { required } : {}) },
    operation,
  );
  const styled = list.flatMap(([name, field]) => {
    const style = styleOf(swagger, field);
    return Object.keys(style).length === 0 ? [] : [[name, made(swagger, style, field)] as const];
  });
  const media = {
    schema,
    ...(styled.length > 0 ? { encoding: made(swagger, Object.fromEntries(styled), operation) } : {}),
  };
  const content = made(
    swagger,
    Object.fromEntries(types.map((type) => [type, made(swagger, { ...media }, operation)])),
    operation,
  );
  return made(swagger, { ...(required.length > 0 ? { required: true } : {}), content }, operation);
}

function propertyOf(swagger: Swagger, field: JsonObject): JsonObject {
  const description = member(field, 'description');
  return made(
    swagger,
    { ...schemaOf(swagger, field), ...(description === undefined ? {} : { description }) },
    field,
  );
}

function made<T extends JsonObject>(swagger: Swagger, node: T, source: object): T {
  swagger.input.madeFrom(node, source);
  return node;
}
