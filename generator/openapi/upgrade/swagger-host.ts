import { type JsonObject, type JsonValue, isJsonObject } from '../../lib/json.ts';
import type { UpgradeInput } from '../../source/types.ts';
import { type Swagger, convertOnce, convertTarget, member } from './swagger-context.ts';

/**
 * Converts `schemes` × `host` + `basePath` to servers, https first. Undefined
 * if the document has none of them.
 */
export function serversOf(
  { host, basePath, schemes }: Readonly<Record<'host' | 'basePath' | 'schemes', JsonValue | undefined>>,
  input: UpgradeInput,
): JsonValue | undefined {
  const path = typeof basePath === 'string' ? basePath.replace(/\/+$/, '') : '';
  if (typeof host !== 'string' || host === '') {
    return path === '' ? undefined : [server(path, input)];
  }
  const listed: readonly JsonValue[] = Array.isArray(schemes) ? schemes : [];
  const named = listed.filter((item) => item === 'https' || item === 'http');
  const ordered =
    named.length === 0 ? ['https'] : (['https', 'http'] as const).filter((name) => named.includes(name));
  return ordered.map((scheme) =>
    server(`${scheme}://${host}${path === '' || path.startsWith('/') ? path : `/${path}`}`, input),
  );
}

function server(url: string, input: UpgradeInput): JsonObject {
  const result = { url };
  input.madeFrom(result, input.root);
  return result;
}

/** The OAuth 2 flows by their names in 2.0. */
const FLOWS: ReadonlyMap<string, string> = new Map([
  ['implicit', 'implicit'],
  ['password', 'password'],
  ['application', 'clientCredentials'],
  ['accessCode', 'authorizationCode'],
]);

export function convertSecuritySchemes(swagger: Swagger, value: JsonValue): JsonValue {
  if (!isJsonObject(value)) return value;
  if (typeof member(value, '$ref') === 'string') return convertTarget(swagger, value, convertSecuritySchemes);
  if (member(value, 'type') === 'basic')
    return convertOnce(swagger, value, () => ({ ...value, type: 'http', scheme: 'basic' }));
  if (member(value, 'type') !== 'oauth2' || member(value, 'flows') !== undefined) return value;
  return convertOnce(swagger, value, () => {
    const { flow, authorizationUrl, tokenUrl, scopes, ...rest } = value;
    const details: JsonObject = {
      ...(authorizationUrl === undefined ? {} : { authorizationUrl }),
      ...(tokenUrl === undefined ? {} : { tokenUrl }),
      scopes: scopes ?? {},
    };
    const name = typeof flow === 'string' ? (FLOWS.get(flow) ?? flow) : 'implicit';
    const flows = Object.fromEntries([[name, details]]);
    swagger.input.madeFrom(details, value);
    swagger.input.madeFrom(flows, value);
    return { ...rest, flows };
  });
}
