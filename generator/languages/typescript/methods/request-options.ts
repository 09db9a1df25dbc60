/**
 * The options of a request as a method writes them: query, body, server, security, headers, and how the
 * response is read.
 */
import type { Method, Parameter, SecurityRequirement } from '../../../ir/types.ts';
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
import { defaultURL } from '../../../plan/server-url.ts';
import * as expr from '../types/expr.ts';
import { encoded } from './body-encoding.ts';
import type { MethodPlan } from './method.ts';
import { isOwnEntry } from '../../../plan/arguments.ts';
import { type Variables, isScalar, restName, sendsAllAsQuery } from './variables.ts';

export interface SecurityDefaults {
  /** Requirements that hold when a method declares none. */
  readonly security: readonly SecurityRequirement[];
  /** False: requirements choose nothing, all credentials are sent. */
  readonly perEndpoint: boolean;
}

export function optionsOf(
  plan: MethodPlan,
  variables: Variables,
  defaults: SecurityDefaults,
): expr.TypeExpression {
  const { arguments: args, method, result } = plan;
  const before: expr.TypeExpression[] = [];
  const after: expr.TypeExpression[] = [];
  const query = queryEntry(plan, variables);
  if (query) before.push(expr.text(query));
  const body = bodyEntry(plan, variables);
  if (body) before.push(expr.text(body));
  const styles = querySerialization(method.parameters.filter((one) => one.in === 'query'));
  if (styles)
    before.push([
      ...expr.text(code`querySerialization: `),
      ...expr.runtimeValue('styled', 'internal/query-styles'),
      ...expr.text(code`(${styles})`),
    ]);
  const server = method.servers?.[0];
  if (server) before.push(expr.text(code`defaultBaseURL: ${stringLiteral(defaultURL(server))}`));
  const security = defaults.perEndpoint && method.security ? securityOf(method.security) : undefined;
  if (security !== undefined && security !== securityOf(defaults.security))
    before.push(expr.text(code`security: ${security}`));
  if (method.timeoutMs !== undefined)
    before.push(expr.text(code`timeout: ${valueLiteral(method.timeoutMs)}`));
  if (method.maxRetries !== undefined)
    before.push(expr.text(code`maxRetries: ${valueLiteral(method.maxRetries)}`));

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
  if (result.kind === 'stream') {
    const wish = result.plain?.content.kind === 'binary' ? streamWish(plan) : undefined;
    if (wish !== undefined) after.push(expr.text(code`__binaryResponse: !${wish}`));
    after.push(streamEntry(plan));
  }
  if (before.length === 0 && after.length === 0) return [];
  const entries = [...before, expr.text(code`...options`), ...after];
  const object: expr.TypeExpression = [
    ...expr.text(code`{ `),
    ...expr.separated(entries, code`, `),
    ...expr.text(code` }`),
  ];
  return body === undefined || !args.content
    ? object
    : encoded(object, {
        content: args.fileForm ?? args.content,
        forFiles: args.fileForm !== undefined,
        alternatives: method.body?.contents ?? [],
      });
}

function queryEntry(plan: MethodPlan, variables: Variables): Code | undefined {
  const { arguments: args, method } = plan;
  const fixed = method.fixedQuery.map((one) => code`${literalKey(one.name)}: ${stringLiteral(one.value)}`);
  const spread = (name: Code): Code =>
    fixed.length === 0 ? name : code`{ ${join([...fixed, code`...${name}`], ', ')} }`;
  if (args.kind === 'query') return fixed.length === 0 ? code`query` : code`query: ${spread(code`query`)}`;
  const fields = args.fields.filter((field) => field.group === 'query');
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

function bodyEntry(plan: MethodPlan, variables: Variables): Code | undefined {
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

export function querySerialization(parameters: readonly Parameter[]): Code | undefined {
  const entries = parameters
    .filter((one) => one.mediaType !== undefined || one.allowReserved || (one.styled && !isScalar(one)))
    .map((one) => {
      if (one.mediaType !== undefined) return code`${literalKey(one.name)}: { content: 'json' }`;
      const style = one.style === 'form' ? [] : [code`style: ${stringLiteral(one.style)}`];
      const explode =
        one.explode === (one.style === 'form' || one.style === 'deepObject') && style.length > 0
          ? []
          : isScalar(one)
            ? []
            : [code`explode: ${valueLiteral(one.explode)}`];
      return code`${literalKey(one.name)}: { ${join([...style, ...explode, ...(one.allowReserved ? [code`allowReserved: true`] : [])], ', ')} }`;
    });
  return entries.length === 0 ? undefined : code`{ ${join(entries, ', ')} }`;
}

export const securityOf = (requirements: readonly SecurityRequirement[]): Code =>
  code`[${join(
    requirements.map((one) => {
      const schemes = one.schemes.map(
        (scheme) =>
          code`${literalKey(scheme.name)}: ${scheme.scopes.length > 0 ? valueLiteral(scheme.scopes) : code`true`}`,
      );
      return schemes.length === 0 ? code`{}` : code`{ ${join(schemes, ', ')} }`;
    }),
    ', ',
  )}]`;

function headerLayers(plan: MethodPlan, variables: Variables): readonly expr.TypeExpression[] {
  const layers: expr.TypeExpression[] = [];
  const accept = acceptCode(plan);
  if (accept !== undefined) layers.push(expr.text(code`{ Accept: ${accept} }`));
  const headers = plan.arguments.fields.filter((field) => field.group === 'header');
  if (headers.length > 0) {
    const entries = headers.map((field): expr.TypeExpression => {
      const variable = identifier(variables.get(field) ?? 'value');
      const json = field.parameter?.mediaType !== undefined;
      const explode =
        field.parameter?.explode && !isScalar(field.parameter) ? code`, { explode: true }` : empty;
      const value = field.parameter?.extendDefault ? withDefault(variable, field.parameter) : variable;
      return [
        ...expr.text(code`${literalKey(field.wireName)}: `),
        ...expr.runtimeValue(json ? 'jsonParam' : 'headerParam', 'internal/params'),
        ...expr.text(code`(${value}${json ? empty : explode})`),
      ];
    });
    layers.push([...expr.text(code`{ `), ...expr.separated(entries, code`, `), ...expr.text(code` }`)]);
  }
  const crumbs = plan.arguments.fields.filter((field) => field.group === 'cookie');
  if (crumbs.length > 0) {
    const entries = crumbs.map(
      (field): expr.TypeExpression => [
        ...expr.runtimeValue('cookieParam', 'internal/params'),
        ...expr.text(
          code`(${stringLiteral(field.wireName)}, ${identifier(variables.get(field) ?? 'value')}${field.parameter?.explode && !isScalar(field.parameter) ? code`, { explode: true }` : empty})`,
        ),
      ],
    );
    layers.push([
      ...expr.runtimeValue('cookies', 'internal/params'),
      ...expr.text(code`([`),
      ...expr.separated(entries, code`, `),
      ...expr.text(code`])`),
    ]);
  }
  return layers;
}

/** A list whose default is sent in any case, behind what the caller gives. */
function withDefault(variable: Code, parameter: Parameter): Code {
  const type = parameter.type.kind === 'nullable' ? parameter.type.type : parameter.type;
  const fallback = parameter.type.default ?? type.default;
  if (type.kind !== 'array' || fallback === undefined) return variable;
  return code`[...(${variable} ?? []), ${join((Array.isArray(fallback) ? fallback : [fallback]).map(valueLiteral), ', ')}]`;
}

/** By the caller's wish where a file or a stream of events can come. */
function acceptCode(plan: MethodPlan): Code | undefined {
  const { result } = plan;
  const wish =
    result.kind === 'stream' && result.plain?.content.kind === 'binary' ? streamWish(plan) : undefined;
  if (wish !== undefined && result.kind === 'stream' && result.plain) {
    return code`${wish} ? ${stringLiteral(streamType(plan.method))} : ${stringLiteral(result.plain.content.mediaType)}`;
  }
  const accept = acceptHeader(plan);
  return accept === undefined ? undefined : stringLiteral(accept);
}

/** JSON is asked for by the client itself. */
function acceptHeader(plan: MethodPlan): string | undefined {
  const { result } = plan;
  switch (result.kind) {
    case 'void':
      return '*/*';
    case 'binary':
      return result.content.mediaType;
    case 'value':
      return result.content.kind === 'json' ? undefined : result.content.mediaType;
    case 'page':
      return undefined;
    case 'stream':
      return result.plain ? undefined : streamType(plan.method);
    default:
      return result satisfies never;
  }
}

const streamType = (method: Method): string =>
  method.streaming?.format === 'json-lines' ? linesType(method) : 'text/event-stream';

const linesType = (method: Method): string =>
  method.responses.flatMap((one) => one.contents).find((one) => one.kind === 'json-lines')?.mediaType ??
  'application/jsonl';

function streamEntry(plan: MethodPlan): expr.TypeExpression {
  const { method } = plan;
  const decoder = decoderOf(method);
  const wish = streamWish(plan);
  return wish === undefined
    ? [...expr.text(code`stream: `), ...decoder]
    : [...expr.text(code`stream: ${wish} ? `), ...decoder, ...expr.text(code` : false`)];
}

/** Expression that tells whether the caller asks for a stream; undefined where there is no choice. */
function streamWish({ arguments: { kind, optional }, method, result }: MethodPlan): Code | undefined {
  const tag = method.streaming?.discriminator;
  if (!tag || result.kind !== 'stream' || !result.plain) return undefined;
  const source = kind === 'query' ? code`query` : kind === 'body' ? code`body` : code`params`;
  const member = access(tag.property);
  return optional
    ? code`${source}?.${member.startsWith('.') ? identifier(tag.property) : member}`
    : code`${source}${member}`;
}

function decoderOf(method: Method): expr.TypeExpression {
  const { streaming } = method;
  if (streaming?.format === 'json-lines') return expr.runtimeValue('jsonLines', 'streaming');
  const rules = streaming?.onEvent ?? [];
  if (rules.length === 0)
    return expr.runtimeValue(streaming?.data === 'json' ? 'jsonEventStream' : 'eventStream', 'streaming');
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
    ...expr.text(code`({ data: ${stringLiteral(streaming?.data ?? 'json')}, rules: [${join(list, ', ')}] })`),
  ];
}
