/** Parameter Objects (OpenAPI 3.1 section 4.8.12): merges them, places them and reads their style. */
import { type JsonValue, isJsonObject } from '../../lib/json.ts';
import type { Origin } from '../../lib/origin.ts';
import { readParameterHints } from '../../openapi/operation-hints.ts';
import { type Context, type DocumentNode, follow, originAt } from '../context.ts';
import { defined, flagAt, listAt, objectAt, textAt, valueAt, wordsAt } from '../read.ts';
import type { Parameter, ParameterLocation, ParameterStyle, TypeNode } from '../types.ts';
import { exampleOf, styleOf } from './content.ts';
import { mcpHeader, withoutRepeats } from './mcp-header.ts';
import type { PathKey } from './path.ts';

/**
 * Headers that are not parameters according to the specification: they follow from the body's media
 * type, the responses and the security.
 */
const RESERVED_HEADERS = new Set(['accept', 'content-type', 'authorization']);
/** `#/components/parameters/Limit`, `params.yml#/Limit`, `$ref`. */
const LIKE_REFERENCE = /^\$ref$|#\//;
const LOCATIONS: readonly ParameterLocation[] = ['path', 'query', 'header', 'cookie'];

/**
 * Parameters that the client itself sends: credentials of security schemes
 * (`header:x-api-key`) and options of the config.
 */
export interface ClientParameters {
  readonly credentials: ReadonlySet<string>;
  /** `query:version` → option key. */
  readonly options: ReadonlyMap<string, string>;
  /** True if lists without a style are sent as `name[]=…`, as `query_settings.array_format` requests. */
  readonly listsInBrackets: boolean;
}

export const parameterKey = (location: string, name: string): string =>
  `${location}:${location === 'header' ? name.toLowerCase() : name}`;

/**
 * Path parameters in path order, then query, header and cookie parameters as declared: the path item's
 * first, then the operation's own.
 */
export function readParameters(
  context: Context,
  pathItem: DocumentNode,
  {
    operation,
    path,
    client,
  }: { readonly operation: DocumentNode; readonly path: PathKey; readonly client: ClientParameters },
): readonly Parameter[] {
  const found = new Map<string, Parameter>();
  for (const holder of [pathItem, operation]) {
    const here = new Set<string>();
    for (const [index, value] of listAt(holder.node, 'parameters').entries()) {
      const parameter = readParameter(context, value, originAt(context, holder, 'parameters', index), client);
      if (parameter === undefined) continue;
      const key = parameterKey(parameter.in, parameter.name);
      if (here.has(key)) {
        context.report(
          'parameter-duplicate',
          { name: parameter.name, location: parameter.in },
          parameter.origin,
        );
        continue;
      }
      here.add(key);
      found.set(key, parameter);
    }
  }
  for (const { name, value } of path.fixedQuery) {
    const fixed = found.get(parameterKey('query', name));
    if (fixed === undefined) continue;
    context.report('parameter-fixed', { name, value }, fixed.origin);
    found.delete(parameterKey('query', name));
  }
  const all = withTemplate(context, found, { path, operation, client });
  return withoutRepeats(context, ordered(context, all, path, operation));
}

function readParameter(
  context: Context,
  value: JsonValue,
  fallback: Origin,
  client: ClientParameters,
): Parameter | undefined {
  const target = follow(context, value, fallback);
  if (target === undefined) {
    if (!isJsonObject(value))
      context.report('parameter-invalid', { reason: 'it is not an object' }, fallback);
    return undefined;
  }
  const { node, origin } = target;
  context.visit('Parameter Object', node, origin);
  const name = textAt(node, 'name') ?? (textAt(node, 'in') === 'querystring' ? 'query' : undefined);
  const declared = textAt(node, 'in');
  const whole = declared === 'querystring';
  const written = whole ? 'query' : LOCATIONS.find((known) => known === declared);
  if (name === undefined || name === '' || written === undefined) {
    context.report(
      'parameter-invalid',
      {
        reason:
          name === undefined || name === '' ? 'it has no name' : `there is no location ${String(declared)}`,
      },
      origin,
    );
    return undefined;
  }
  if (LIKE_REFERENCE.test(name))
    context.report('parameter-like-reference', { name }, originAt(context, target, 'name'));
  const hints = readParameterHints(node, context.audience);
  if (hints.ignore !== undefined) return undefined;
  if (written === 'header' && RESERVED_HEADERS.has(name.toLowerCase())) {
    context.report('parameter-reserved-header', { name }, origin);
    return undefined;
  }
  if (client.credentials.has(parameterKey(written, name))) {
    context.report('parameter-is-credential', { name, location: written }, origin);
    return undefined;
  }
  const clientOption = client.options.get(parameterKey(written, name));
  const content = contentOf(context, target);
  const type = content?.type ?? typeOf(context, target, written);
  const example = exampleOf(node);
  const deprecated =
    flagAt(node, 'deprecated') === true || hints.deprecated === true || hints.deprecation !== undefined;
  const style = whole
    ? { style: 'form' as const, explode: true, styled: true }
    : styling(context, target, written);
  const isBracketed =
    written === 'query' && client.listsInBrackets && !style.styled && name.endsWith('[]') && isList(type);
  return {
    // The client adds the brackets itself.
    name: isBracketed ? name.slice(0, -2) : name,
    in: written,
    required: written === 'path' || flagAt(node, 'required') === true,
    type,
    ...style,
    allowReserved: flagAt(node, 'allowReserved') === true,
    origin,
    ...(hints.extendDefault && { extendDefault: true }),
    ...(deprecated && { deprecated: defined({ message: hints.deprecation, sunset: hints.sunset }) }),
    ...defined({
      alias: hints.alias,
      description: wordsAt(node, 'description') ?? type.description,
      mediaType: whole ? undefined : content?.mediaType,
      clientOption,
      stability: hints.stability,
      mcpHeader: mcpHeader(context, target),
      example,
    }),
  };
}

const isList = (type: TypeNode): boolean =>
  type.kind === 'array' || (type.kind === 'nullable' && isList(type.type));

/**
 * A parameter declared by `content` has exactly one media type. If there are more,
 * the preferred media type is used.
 */
function contentOf(
  context: Context,
  parameter: DocumentNode,
): { readonly mediaType: string; readonly type: TypeNode } | undefined {
  const map = objectAt(parameter.node, 'content');
  const mediaType = map && Object.keys(map).sort()[0];
  if (map !== undefined && mediaType === undefined)
    context.report('content-empty', { what: 'parameter' }, originAt(context, parameter, 'content'));
  if (map === undefined || mediaType === undefined) return undefined;
  const media = follow(context, valueAt(map, mediaType), originAt(context, parameter, 'content', mediaType));
  const schema = media && valueAt(media.node, 'schema');
  if (media === undefined || schema === undefined)
    return { mediaType, type: { kind: 'unknown', reason: 'empty', origin: parameter.origin } };
  return { mediaType, type: context.readType(schema, originAt(context, media, 'schema')) };
}

function typeOf(context: Context, parameter: DocumentNode, location: ParameterLocation): TypeNode {
  const schema = valueAt(parameter.node, 'schema');
  if (schema !== undefined) return context.readType(schema, originAt(context, parameter, 'schema'));
  return location === 'path'
    ? { kind: 'scalar', scalar: 'string', origin: parameter.origin }
    : { kind: 'unknown', reason: 'empty', origin: parameter.origin };
}

const ALLOWED: Readonly<Record<ParameterLocation, readonly ParameterStyle[]>> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form', 'cookie'],
};

/**
 * Defaults of section 4.8.12.2: `form` explodes, the other styles do not. A deep object is always exploded.
 */
function styling(
  context: Context,
  parameter: DocumentNode,
  location: ParameterLocation,
): Pick<Parameter, 'style' | 'explode' | 'styled'> {
  const written = textAt(parameter.node, 'style');
  const wanted = styleOf(written);
  const fitting = ALLOWED[location].find((style) => style === wanted);
  if (written !== undefined && fitting === undefined)
    context.report('parameter-style', { style: written, location }, originAt(context, parameter, 'style'));
  const style = fitting ?? (location === 'query' || location === 'cookie' ? 'form' : 'simple');
  const explode = flagAt(parameter.node, 'explode');
  return {
    style,
    explode: style === 'deepObject' || (explode ?? (style === 'form' || style === 'cookie')),
    styled: fitting !== undefined || explode !== undefined,
  };
}

/**
 * Aligns the path parameters with the template: misplaced parameters move, missing parameters are added
 * and unknown parameters are dropped.
 */
function withTemplate(
  context: Context,
  found: ReadonlyMap<string, Parameter>,
  {
    path,
    operation,
    client,
  }: { readonly path: PathKey; readonly operation: DocumentNode; readonly client: ClientParameters },
): ReadonlyMap<string, Parameter> {
  const result = new Map(found);
  for (const { parameter, name } of path.inQuery) {
    const declared = result.get(parameterKey('path', parameter));
    if (declared === undefined || path.names.includes(parameter)) continue;
    result.delete(parameterKey('path', parameter));
    if (!result.has(parameterKey('query', name)))
      result.set(parameterKey('query', name), {
        ...declared,
        name,
        in: 'query',
        style: 'form',
        explode: true,
        styled: false,
      });
  }
  for (const name of path.names) {
    const key = parameterKey('path', name);
    if (result.has(key)) continue;
    const misplaced = result.get(parameterKey('query', name)) ?? result.get(parameterKey('header', name));
    const unused = [...result.values()].find(
      (parameter) =>
        parameter.in === 'path' &&
        !path.names.includes(parameter.name) &&
        parameter.name.toLowerCase() === name.toLowerCase(),
    );
    const clientOption = client.options.get(key);
    if (misplaced !== undefined) {
      context.report('parameter-misplaced', { name, location: misplaced.in }, misplaced.origin);
      result.delete(parameterKey(misplaced.in, misplaced.name));
      result.set(key, {
        ...misplaced,
        name,
        in: 'path',
        required: true,
        style: 'simple',
        explode: false,
        styled: false,
        ...(clientOption && { clientOption }),
      });
    } else if (unused !== undefined) {
      context.report('parameter-unused', { name: unused.name, path: path.path }, unused.origin);
      result.delete(parameterKey('path', unused.name));
      result.set(key, { ...unused, name, ...(clientOption && { clientOption }) });
    } else {
      if (clientOption === undefined)
        context.report('parameter-undeclared', { name, path: path.path }, operation.origin);
      result.set(key, {
        name,
        in: 'path',
        required: true,
        type: { kind: 'scalar', scalar: 'string', origin: operation.origin },
        style: 'simple',
        explode: false,
        styled: false,
        allowReserved: false,
        origin: operation.origin,
        ...(clientOption && { clientOption }),
      });
    }
  }
  return result;
}

function ordered(
  context: Context,
  found: ReadonlyMap<string, Parameter>,
  path: PathKey,
  operation: DocumentNode,
): readonly Parameter[] {
  const all = [...found.values()];
  for (const extra of all.filter(
    (parameter) => parameter.in === 'path' && !path.names.includes(parameter.name),
  )) {
    context.report(
      'parameter-unused',
      { name: extra.name, path: path.path },
      extra.origin ?? operation.origin,
    );
  }
  const inPath = path.names.flatMap((name) => found.get(parameterKey('path', name)) ?? []);
  return [
    ...inPath,
    ...LOCATIONS.slice(1).flatMap((location) => all.filter((parameter) => parameter.in === location)),
  ];
}
