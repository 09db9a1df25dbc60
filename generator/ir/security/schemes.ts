/** Security Scheme Objects (OpenAPI 3.1 section 4.8.27) and Security Requirement Objects (4.8.30). */
import { type JsonObject, type JsonValue, isJsonObject } from '../../lib/json.ts';
import { type Origin, at } from '../../lib/origin.ts';
import { sortedBy } from '../../lib/order.ts';
import { SECURITY_HINT, readSecurityHint } from '../../openapi/operation-hints.ts';
import { type Context, type DocumentNode, follow, originAt } from '../context.ts';
import { defined, objectAt, objectEntries, textAt, valueAt, wordsAt } from '../read.ts';
import type { OAuthFlow, SecurityRequirement, SecurityScheme } from '../types.ts';

/**
 * The schemes of a map of scheme objects by name:
 * `components.securitySchemes` or the config's `security_schemes`.
 */
export function readSchemes(
  context: Context,
  map: JsonObject | undefined,
  origin: Origin,
): readonly SecurityScheme[] {
  const schemes: SecurityScheme[] = [];
  for (const [name, value] of sortedBy(Object.entries(map ?? {}), ([key]) => key)) {
    if (isStrayExtension(name, value)) continue;
    const target = follow(context, value, at(origin, name));
    if (target !== undefined) schemes.push(readScheme(context, name, target));
  }
  return schemes;
}

/**
 * The map has free names and no extensions: `x-api-key` is a scheme. A misplaced extension is
 * neither a reference nor has a `type`.
 */
const isStrayExtension = (name: string, value: JsonValue): boolean =>
  name.startsWith('x-') && !(isJsonObject(value) && ('type' in value || '$ref' in value));

function readScheme(context: Context, name: string, { node, origin }: DocumentNode): SecurityScheme {
  context.visit('Security Scheme Object', node, origin);
  const base = { name, origin, ...defined({ description: wordsAt(node, 'description') }) };
  const type = textAt(node, 'type');
  if (type === 'http') {
    const scheme = (textAt(node, 'scheme') ?? '').toLowerCase();
    if (scheme === 'bearer')
      return { ...base, kind: 'bearer', ...defined({ format: textAt(node, 'bearerFormat') }) };
    return scheme === 'basic'
      ? { ...base, kind: 'basic' }
      : { ...base, kind: 'http', scheme: textAt(node, 'scheme') ?? '' };
  }
  if (type === 'apiKey') {
    const location = (['header', 'query', 'cookie'] as const).find((text) => text === textAt(node, 'in'));
    const parameter = textAt(node, 'name');
    if (location !== undefined && parameter !== undefined)
      return { ...base, kind: 'api_key', in: location, parameter };
    const written = textAt(node, 'in');
    const reason =
      location === undefined
        ? written === undefined
          ? 'it says no place'
          : `there is no place ${written}`
        : 'it has no name there';
    context.report(
      'security-scheme-place',
      { name, reason },
      location === undefined && written !== undefined ? at(origin, 'in') : origin,
    );
    return { ...base, kind: 'unknown' };
  }
  if (type === 'oauth2')
    return { ...base, kind: 'oauth2', flows: flowsOf(context, objectAt(node, 'flows'), at(origin, 'flows')) };
  if (type === 'openIdConnect')
    return { ...base, kind: 'open_id_connect', url: textAt(node, 'openIdConnectUrl') ?? '' };
  if (type === 'mutualTLS') return { ...base, kind: 'mutual_tls' };
  context.report('security-scheme-unknown', { name, type: type ?? 'none' }, origin);
  return { ...base, kind: 'unknown' };
}

const FLOWS: ReadonlyMap<string, OAuthFlow['flow']> = new Map([
  ['clientCredentials', 'client_credentials'],
  ['application', 'client_credentials'],
  ['password', 'password'],
  ['implicit', 'implicit'],
  ['authorizationCode', 'authorization_code'],
  ['accessCode', 'authorization_code'],
  ['deviceAuthorization', 'device_authorization'],
]);

function flowsOf(context: Context, map: JsonObject | undefined, origin: Origin): readonly OAuthFlow[] {
  if (map !== undefined) context.visit('OAuth Flows Object', map, origin);
  return sortedBy(objectEntries(map), ([key]) => key).flatMap(([key, node]) => {
    const flow = FLOWS.get(key);
    if (flow === undefined) return [];
    context.visit('OAuth Flow Object', node, at(origin, key));
    const scopes = Object.entries(objectAt(node, 'scopes') ?? {}).map(([name, text]) => ({
      name,
      description: typeof text === 'string' ? text : '',
    }));
    return [
      {
        flow,
        scopes: sortedBy(scopes, (scope) => scope.name),
        ...defined({
          tokenURL: textAt(node, 'tokenUrl'),
          authorizationURL: textAt(node, 'authorizationUrl'),
        }),
      },
    ];
  });
}

/**
 * The `security` of `holder`. Undefined if it declares none. An alternative that names an unknown
 * scheme is reported and left out.
 */
export function readRequirements(
  context: Context,
  holder: DocumentNode,
  schemes: readonly SecurityScheme[],
): readonly SecurityRequirement[] | undefined {
  const hinted = readSecurityHint(holder.node);
  const list = hinted ?? valueAt(holder.node, 'security');
  if (!Array.isArray(list)) return undefined;
  return requirementsOf(
    context,
    list,
    originAt(context, holder, hinted === undefined ? 'security' : SECURITY_HINT),
    schemes,
  );
}

export function requirementsOf(
  context: Context,
  list: readonly JsonValue[],
  origin: Origin,
  schemes: readonly SecurityScheme[],
): readonly SecurityRequirement[] | undefined {
  const requirements: SecurityRequirement[] = [];
  let dropped = false;
  for (const [index, alternative] of list.entries()) {
    if (!isJsonObject(alternative)) continue;
    const names = Object.keys(alternative).sort();
    const unknown = names.filter((name) => !schemes.some((scheme) => scheme.name === name));
    for (const name of unknown)
      context.report('security-scheme-undefined', { name }, at(origin, index, name));
    if (unknown.length > 0) {
      dropped = true;
      continue;
    }
    requirements.push({
      schemes: names.map((name) => {
        const scopes = alternative[name];
        return {
          name,
          scopes: Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === 'string') : [],
        };
      }),
    });
  }
  return dropped && requirements.length === 0 ? undefined : requirements;
}
