import { type JsonObject, type JsonValue, isJsonObject } from '../../lib/json.ts';
import {
  type Swagger,
  convertOnce,
  convertTarget,
  dereference,
  member,
  textList,
} from './swagger-context.ts';
import { requestBodyOf } from './swagger-body.ts';
import { convertParameter, isBodyParameter } from './swagger-parameters.ts';
import { convertResponseAs } from './swagger-responses.ts';

const VERBS: ReadonlySet<string> = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch']);

export function convertPathItem(swagger: Swagger, value: JsonValue): JsonValue {
  if (!isJsonObject(value)) return value;
  if (typeof member(value, '$ref') === 'string') return convertTarget(swagger, value, convertPathItem);
  return convertOnce(swagger, value, () => {
    const shared = list(member(value, 'parameters'));
    const bodies = shared.filter((item) => isBodyParameter(swagger, item));
    const entries = Object.entries(value).map(([key, part]): readonly [string, JsonValue] => {
      if (VERBS.has(key)) return [key, convertOperation(swagger, part, bodies)];
      return key === 'parameters' ? [key, keepOthers(swagger, part)] : [key, part];
    });
    return Object.fromEntries(entries);
  });
}

/** `inherited` contains the path's body and form parameters, which a path item of 3.x cannot hold. */
function convertOperation(swagger: Swagger, value: JsonValue, inherited: readonly JsonValue[]): JsonValue {
  if (!isJsonObject(value)) return value;
  if (typeof member(value, '$ref') === 'string')
    return convertTarget(swagger, value, (_, target) => convertOperation(swagger, target, inherited));
  return convertOnce(swagger, value, () => {
    const { consumes: _, produces, parameters, responses, ...rest } = value;
    const consumes = Object.hasOwn(value, 'consumes') ? textList(value, 'consumes') : swagger.consumes;
    const requestBody = requestBodyOf(swagger, {
      operation: value,
      own: list(parameters),
      inherited,
      consumes,
    });
    const own = produces === undefined ? undefined : textList(value, 'produces');
    return {
      ...rest,
      ...(parameters === undefined ? {} : { parameters: keepOthers(swagger, parameters) }),
      ...(requestBody === undefined || member(rest, 'requestBody') !== undefined ? {} : { requestBody }),
      ...(responses === undefined ? {} : { responses: convertResponses(swagger, responses, own) }),
    };
  });
}

/**
 * A shared response uses the document's media types. If the operation has different
 * media types, it gets a separate copy.
 */
function convertResponses(
  swagger: Swagger,
  responses: JsonValue,
  produces: readonly string[] | undefined,
): JsonValue {
  if (!isJsonObject(responses)) return responses;
  const entries = Object.entries(responses).map(([status, response]): readonly [string, JsonValue] => {
    if (status.startsWith('x-')) return [status, response];
    const target =
      produces === undefined || same(produces, swagger.produces)
        ? undefined
        : sharedTarget(swagger, response);
    if (target === undefined) return [status, convertResponseAs(swagger, response, produces)];
    const copy = { ...target };
    swagger.input.madeFrom(copy, target);
    return [status, convertResponseAs(swagger, copy, produces)];
  });
  const result = Object.fromEntries(entries);
  swagger.input.became(responses, result);
  return result;
}

const sharedTarget = (swagger: Swagger, response: JsonValue): JsonObject | undefined =>
  isJsonObject(response) && member(response, '$ref') !== undefined
    ? dereference(swagger, response)
    : undefined;

function keepOthers(swagger: Swagger, parameters: JsonValue): JsonValue {
  if (!Array.isArray(parameters)) return parameters;
  const result = list(parameters)
    .filter((item) => !isBodyParameter(swagger, item))
    .map((item) => convertParameter(swagger, item));
  swagger.input.became(parameters, result);
  return result;
}

const list = (value: JsonValue | undefined): readonly JsonValue[] => (Array.isArray(value) ? value : []);
const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, at) => name === b[at]);
