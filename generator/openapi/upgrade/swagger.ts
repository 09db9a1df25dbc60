import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type JsonObject, type JsonValue, isJsonObject } from '../../lib/json.ts';
import { type Result, ok } from '../../lib/result.ts';
import type { UpgradeInput } from '../../source/types.ts';
import { type Swagger, textList } from './swagger-context.ts';
import { convertPathItem } from './swagger-operations.ts';
import { convertParameter, isBodyParameter } from './swagger-parameters.ts';
import { convertResponse } from './swagger-responses.ts';
import { convertSecuritySchemes, serversOf } from './swagger-host.ts';

/**
 * Converts Swagger 2.0 to the structure of OpenAPI 3. Schemas keep their keywords and are
 * upgraded afterwards like those of 3.0.
 */
export function fromSwagger(input: UpgradeInput): Result<JsonObject> {
  const { root } = input;
  const diagnostics: Diagnostic[] = [];
  const swagger: Swagger = {
    input,
    diagnostics,
    consumes: textList(root, 'consumes'),
    produces: textList(root, 'produces'),
    converted: new Map(),
  };
  const {
    swagger: _,
    host,
    basePath,
    schemes,
    consumes,
    produces,
    paths,
    definitions,
    parameters,
    responses,
    securityDefinitions,
    ...rest
  } = root;
  const servers = serversOf({ host, basePath, schemes }, input);
  const modern: JsonObject = {
    openapi: '3.1.0',
    ...rest,
    ...(servers === undefined ? {} : { servers }),
    paths: convertMembers(swagger, paths, convertPathItem),
    components: componentsOf(swagger, { definitions, parameters, responses, securityDefinitions }),
  };
  input.became(root, modern);
  return ok(modern, diagnostics);
}

/** The pointer of a part of a 2.0 document after the conversion. */
export function swaggerPointer(pointer: string): string {
  const match = /^\/(definitions|parameters|responses|securityDefinitions)(?=\/|$)/.exec(pointer);
  const moved = match?.[1] === undefined ? undefined : PLACES.get(match[1]);
  return match === null || moved === undefined ? pointer : moved + pointer.slice(match[0].length);
}

const PLACES: ReadonlyMap<string, string> = new Map([
  ['definitions', '/components/schemas'],
  ['parameters', '/components/parameters'],
  ['responses', '/components/responses'],
  ['securityDefinitions', '/components/securitySchemes'],
]);

function componentsOf(
  swagger: Swagger,
  parts: Readonly<
    Record<'definitions' | 'parameters' | 'responses' | 'securityDefinitions', JsonValue | undefined>
  >,
): JsonObject {
  const { definitions, parameters, responses, securityDefinitions } = parts;
  const others = isJsonObject(parameters)
    ? Object.fromEntries(Object.entries(parameters).filter(([, item]) => !isBodyParameter(swagger, item)))
    : parameters;
  if (isJsonObject(parameters) && isJsonObject(others)) swagger.input.madeFrom(others, parameters);
  const components: JsonObject = {
    ...(definitions === undefined ? {} : { schemas: definitions }),
    ...(others === undefined ? {} : { parameters: convertMembers(swagger, others, convertParameter) }),
    ...(responses === undefined ? {} : { responses: convertMembers(swagger, responses, convertResponse) }),
    ...(securityDefinitions === undefined
      ? {}
      : { securitySchemes: convertMembers(swagger, securityDefinitions, convertSecuritySchemes) }),
  };
  swagger.input.madeFrom(components, swagger.input.root);
  return components;
}

function convertMembers(
  swagger: Swagger,
  holder: JsonValue | undefined,
  convert: (swagger: Swagger, value: JsonValue) => JsonValue,
): JsonValue {
  if (!isJsonObject(holder)) return holder ?? {};
  const result = Object.fromEntries(
    Object.entries(holder).map(([key, value]) => [
      key,
      key.startsWith('x-') ? value : convert(swagger, value),
    ]),
  );
  swagger.input.became(holder, result);
  return result;
}
