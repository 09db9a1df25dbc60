/**
 * The options of a request in the code of a method: query, body, server, security, headers, and how the
 * response is read.
 */
import type { SecurityRequirement } from '../../../ir/types.ts';
import type { JsonValue } from '../../../lib/json.ts';
import { isOwnEntry } from '../../../plan/arguments.ts';
import type { HeaderField, QueryStyle, StreamReading } from '../../../plan/wire.ts';
import {
  type Code,
  access,
  code,
  empty,
  identifier,
  join,
  literalKey,
  stringLiteral,
  valueLiteral,
} from '../code.ts';
import * as expr from '../types/expr.ts';
import { decodedStream } from '../values/code.ts';
import { encoded } from './body-encoding.ts';
import type { TypescriptMethod } from './method.ts';
import { type Variables, restName, sendsAllAsQuery } from './variables.ts';

export function optionsOf(plan: TypescriptMethod, variables: Variables): expr.TypeExpression {
  const { result } = plan;
  const { request } = plan.planned;
  const before: expr.TypeExpression[] = [];
  const after: expr.TypeExpression[] = [];
  const query = queryEntry(plan, variables);
  if (query) before.push(expr.text(query));
  const body = bodyEntry(plan, variables);
  if (body) before.push(expr.text(body));
  if (request.queryStyles.length > 0)
    before.push([
      ...expr.text(code`querySerialization: `),
      ...expr.runtimeValue('styled', 'internal/query-styles'),
      ...expr.text(code`(${querySerialization(request.queryStyles)})`),
    ]);
  if (request.server !== undefined)
    before.push(expr.text(code`defaultBaseURL: ${stringLiteral(request.server)}`));
  if (request.security) before.push(expr.text(code`security: ${securityOf(request.security)}`));
  if (request.timeoutMs !== undefined)
    before.push(expr.text(code`timeout: ${valueLiteral(request.timeoutMs)}`));
  if (request.maxRetries !== undefined)
    before.push(expr.text(code`maxRetries: ${valueLiteral(request.maxRetries)}`));
  if (request.repetition === 'harmless') before.push(expr.text(code`__idempotent: true`));

  const headers = headerLayers(plan, variables);
  if (headers.length > 0)
    after.push([
      ...expr.text(code`headers: `),
      ...expr.runtimeValue('buildHeaders', 'internal/headers'),
      ...expr.text(code`([`),
      ...expr.separated(headers, code`, `),
      ...expr.text(code`, options?.headers])`),
    ]);
  if (result.kind === 'binary') after.push(expr.text(code`__binaryResponse: true`));
  if (request.stream) {
    const option = streamFlag(plan);
    if (request.acceptByFlag && option !== undefined)
      after.push(expr.text(code`__binaryResponse: !${option}`));
    after.push(streamEntry(request.stream, plan.values?.event, option));
  }
  if (plan.values?.decoder) after.push([...expr.text(code`__decode: `), ...plan.values.decoder]);
  if (before.length === 0 && after.length === 0) return [];
  const entries = [...before, expr.text(code`...options`), ...after];
  const object: expr.TypeExpression = [
    ...expr.text(code`{ `),
    ...expr.separated(entries, code`, `),
    ...expr.text(code` }`),
  ];
  return request.body ? encoded(object, request.body) : object;
}

function queryEntry(plan: TypescriptMethod, variables: Variables): Code | undefined {
  const { arguments: args } = plan;
  const { fixedQuery, query: fields } = plan.planned.request;
  const fixed = fixedQuery.map((item) => code`${literalKey(item.name)}: ${stringLiteral(item.value)}`);
  const spread = (name: Code): Code =>
    fixed.length === 0 ? name : code`{ ${join([...fixed, code`...${name}`], ', ')} }`;
  if (args.kind === 'query') return fixed.length === 0 ? code`query` : code`query: ${spread(code`query`)}`;
  if (sendsAllAsQuery(plan)) return code`query: ${spread(code`params`)}`;
  if (fields.length > 0 && restName(plan) === 'query')
    return fixed.length === 0 ? code`query` : code`query: ${spread(code`query`)}`;
  const entries = fields.map((field) => entry(field.wireName, variables.get(field) ?? 'value'));
  return entries.length === 0 && fixed.length === 0
    ? undefined
    : code`query: { ${join([...fixed, ...entries], ', ')} }`;
}

const entry = (name: string, variable: string): Code =>
  name === variable ? identifier(variable) : code`${literalKey(name)}: ${identifier(variable)}`;

function bodyEntry(plan: TypescriptMethod, variables: Variables): Code | undefined {
  const { body } = plan.arguments;
  switch (body.kind) {
    case 'none':
      return undefined;
    case 'property': {
      const variable = variables.get(body.field) ?? 'body';
      return variable === 'body' ? code`body` : code`body: ${identifier(variable)}`;
    }
    case 'union':
      return code`body`;
    case 'object': {
      const renamed = body.fields
        .filter(isOwnEntry)
        .map((field) => entry(field.wireName, variables.get(field) ?? 'value'));
      if (renamed.length > 0) return code`body: { ${join([...renamed, code`...body`], ', ')} }`;
      return code`body`;
    }
    default:
      return body satisfies never;
  }
}

function querySerialization(styles: readonly QueryStyle[]): Code {
  const entries = styles.map((style) => {
    if (style.isJson) return code`${literalKey(style.name)}: { content: 'json' }`;
    const facts = [
      ...(style.style === undefined ? [] : [code`style: ${stringLiteral(style.style)}`]),
      ...(style.explode === undefined ? [] : [code`explode: ${valueLiteral(style.explode)}`]),
      ...(style.allowReserved ? [code`allowReserved: true`] : []),
    ];
    return code`${literalKey(style.name)}: { ${join(facts, ', ')} }`;
  });
  return code`{ ${join(entries, ', ')} }`;
}

export const securityOf = (requirements: readonly SecurityRequirement[]): Code =>
  code`[${join(
    requirements.map((requirement) => {
      const schemes = requirement.schemes.map(
        (scheme) =>
          code`${literalKey(scheme.name)}: ${scheme.scopes.length > 0 ? valueLiteral(scheme.scopes) : code`true`}`,
      );
      return schemes.length === 0 ? code`{}` : code`{ ${join(schemes, ', ')} }`;
    }),
    ', ',
  )}]`;

/** The media type of a JSON body if it is not `application/json`, which the client adds itself. */
function contentTypeCode(plan: TypescriptMethod, variables: Variables): Code | undefined {
  const { body } = plan.planned.request;
  if (body?.kind !== 'json' || body.mediaType === 'application/json') return undefined;
  const type = stringLiteral(body.mediaType);
  const shape = plan.arguments.body;
  if (shape.kind !== 'property' || shape.field.required) return type;
  return code`${identifier(variables.get(shape.field) ?? 'body')} === undefined ? undefined : ${type}`;
}

function headerLayers(plan: TypescriptMethod, variables: Variables): readonly expr.TypeExpression[] {
  const { headers, cookies } = plan.planned.request;
  const layers: expr.TypeExpression[] = [];
  const accept = acceptCode(plan);
  const type = contentTypeCode(plan, variables);
  const own = [
    ...(accept === undefined ? [] : [code`Accept: ${accept}`]),
    ...(type === undefined ? [] : [code`'Content-Type': ${type}`]),
  ];
  if (own.length > 0) layers.push(expr.text(code`{ ${join(own, ', ')} }`));
  if (headers.length > 0) {
    const entries = headers.map((header) => headerEntry(header, variables));
    layers.push([...expr.text(code`{ `), ...expr.separated(entries, code`, `), ...expr.text(code` }`)]);
  }
  if (cookies.length > 0) {
    const entries = cookies.map(({ field, explode }): expr.TypeExpression => {
      const variable = identifier(variables.get(field) ?? 'value');
      return [
        ...expr.runtimeValue('cookieParam', 'internal/params'),
        ...expr.text(
          code`(${stringLiteral(field.wireName)}, ${variable}${explode ? code`, { explode: true }` : empty})`,
        ),
      ];
    });
    layers.push([
      ...expr.runtimeValue('cookies', 'internal/params'),
      ...expr.text(code`([`),
      ...expr.separated(entries, code`, `),
      ...expr.text(code`])`),
    ]);
  }
  return layers;
}

function headerEntry(header: HeaderField, variables: Variables): expr.TypeExpression {
  const { field, isJson, explode, always } = header;
  const variable = identifier(variables.get(field) ?? 'value');
  const value = always ? withAlways(variable, always) : variable;
  return [
    ...expr.text(code`${literalKey(field.wireName)}: `),
    ...expr.runtimeValue(isJson ? 'jsonParam' : 'headerParam', 'internal/params'),
    ...expr.text(code`(${value}${explode && !isJson ? code`, { explode: true }` : empty})`),
  ];
}

/** Values that are always sent, after those of the caller. */
const withAlways = (variable: Code, always: readonly JsonValue[]): Code =>
  code`[...(${variable} ?? []), ${join(always.map(valueLiteral), ', ')}]`;

/** The caller's choice decides between a file or an event stream and the other representation. */
function acceptCode(plan: TypescriptMethod): Code | undefined {
  const { accept, acceptByFlag } = plan.planned.request;
  const option = acceptByFlag && streamFlag(plan);
  if (acceptByFlag && option !== undefined)
    return code`${option} ? ${stringLiteral(acceptByFlag.stream)} : ${stringLiteral(acceptByFlag.plain)}`;
  return accept === undefined ? undefined : stringLiteral(accept);
}

function streamEntry(
  stream: StreamReading,
  event: expr.TypeExpression | undefined,
  option: Code | undefined,
): expr.TypeExpression {
  const decoder = event ? decodedStream(decoderOf(stream), event) : decoderOf(stream);
  return option === undefined
    ? [...expr.text(code`stream: `), ...decoder]
    : [...expr.text(code`stream: ${option} ? `), ...decoder, ...expr.text(code` : false`)];
}

/** Expression that tells whether the caller requests a stream; undefined if there is no choice. */
function streamFlag({ arguments: { kind, optional }, planned }: TypescriptMethod): Code | undefined {
  const option = planned.request.stream?.flag;
  if (option === undefined) return undefined;
  const source = kind === 'query' ? code`query` : kind === 'body' ? code`body` : code`params`;
  const member = access(option);
  return optional
    ? code`${source}?.${member.startsWith('.') ? identifier(option) : member}`
    : code`${source}${member}`;
}

function decoderOf({ format, data, rules }: StreamReading): expr.TypeExpression {
  if (format === 'json-lines') return expr.runtimeValue('jsonLines', 'streaming');
  if (rules.length === 0)
    return expr.runtimeValue(data === 'json' ? 'jsonEventStream' : 'eventStream', 'streaming');
  const list = rules.map((rule) => {
    const facts = [
      ...(rule.eventType === undefined ? [] : [code`event: ${valueLiteral(rule.eventType)}`]),
      ...(rule.dataPrefix === undefined ? [] : [code`data: ${stringLiteral(rule.dataPrefix)}`]),
      code`handle: ${stringLiteral(rule.handle === 'ignore' ? 'skip' : rule.handle)}`,
      ...(rule.isText ? [code`isText: true`] : []),
      ...(rule.errorProperty === undefined
        ? []
        : [code`errorProperty: ${stringLiteral(rule.errorProperty)}`]),
    ];
    return code`{ ${join(facts, ', ')} }`;
  });
  return [
    ...expr.runtimeValue('eventStreamWith', 'streaming'),
    ...expr.text(code`({ data: ${stringLiteral(data)}, rules: [${join(list, ', ')}] })`),
  ];
}
