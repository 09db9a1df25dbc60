import { type JsonObject, type JsonValue, isJsonObject } from '../../lib/json.ts';
import { ASSUMED_MEDIA_TYPE, type Swagger, convertOnce, convertTarget, member } from './swagger-context.ts';
import { schemaOf } from './swagger-parameters.ts';

/** Converts a response with the media types of the whole document. */
export const convertResponse = (swagger: Swagger, value: JsonValue): JsonValue =>
  convertResponseAs(swagger, value, undefined);

/**
 * Converts a response of 2.0. `produces` contains the operation's own media
 * types; undefined if it has none.
 */
export function convertResponseAs(
  swagger: Swagger,
  value: JsonValue,
  produces: readonly string[] | undefined,
): JsonValue {
  if (!isJsonObject(value)) return value;
  if (typeof member(value, '$ref') === 'string') return convertTarget(swagger, value, convertResponse);
  return convertOnce(swagger, value, () => {
    const { schema, examples, headers, ...rest } = value;
    const content =
      schema === undefined
        ? undefined
        : contentOf(swagger, { response: value, schema, examples, types: produces ?? swagger.produces });
    return {
      ...rest,
      ...(isJsonObject(headers) ? { headers: convertHeaders(swagger, headers) } : {}),
      ...(content === undefined ? {} : { content }),
    };
  });
}

interface Body {
  readonly response: JsonObject;
  readonly schema: JsonValue;
  readonly examples: JsonValue | undefined;
  readonly types: readonly string[];
}

function contentOf(swagger: Swagger, { response, schema, examples, types }: Body): JsonObject {
  const isFile = isJsonObject(schema) && member(schema, 'type') === 'file';
  const media = types.length > 0 ? types : [isFile ? 'application/octet-stream' : 'application/json'];
  const entries = media.map((type): readonly [string, JsonObject] => {
    const sample = isJsonObject(examples) ? member(examples, type) : undefined;
    const result: JsonObject = {
      schema,
      ...(sample !== undefined && { example: sample }),
      ...(types.length === 0 && { [ASSUMED_MEDIA_TYPE]: true }),
    };
    swagger.input.madeFrom(result, response);
    return [type, result];
  });
  const content = Object.fromEntries(entries);
  swagger.input.madeFrom(content, response);
  return content;
}

function convertHeaders(swagger: Swagger, headers: JsonObject): JsonObject {
  const entries = Object.entries(headers).map(([name, header]): readonly [string, JsonValue] => {
    if (
      !isJsonObject(header) ||
      member(header, 'schema') !== undefined ||
      member(header, '$ref') !== undefined
    )
      return [name, header];
    const description = member(header, 'description');
    return [
      name,
      convertOnce(swagger, header, () => ({
        ...(description === undefined ? {} : { description }),
        schema: schemaOf(swagger, header),
      })),
    ];
  });
  const result = Object.fromEntries(entries);
  swagger.input.became(headers, result);
  return result;
}
