/** The body of a method: taking the argument apart, the path, and the options of the request. */
import type { Content, Method, Parameter, SecurityRequirement } from '../../ir/types.ts';
import type { Names } from '../casing.ts';
import { type Code, access, code, empty, identifier, join, literalKey, propertyKey, stringLiteral, templateText, valueLiteral } from '../code.ts';
import { optionName } from '../layout.ts';
import { variableName } from '../reserved.ts';
import * as expr from '../types/expr.ts';
import type { MethodPlan } from './method.ts';
import type { Field } from './parameters.ts';

export interface CallPlan {
  /** `{ qualifiedName, ...body } = params`; empty when nothing is taken apart. */
  readonly destructure: expr.TypeExpression;
  readonly verb: string;
  /** False: `request` must be used, as the client has no method for the verb. */
  readonly hasVerb: boolean;
  readonly path: expr.TypeExpression;
  /** The options object; empty when only `options` is passed on. */
  readonly options: expr.TypeExpression;
}

const VERBS = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** What a call must know of the client. */
export interface CallContext {
  readonly names: Names;
  /** Requirements that hold when a method declares none. */
  readonly security: readonly SecurityRequirement[];
}

export function planCall(plan: MethodPlan, context: CallContext): CallPlan {
  const variables = nameVariables(context.names, plan);
  return {
    destructure: destructure(context.names, plan, variables),
    verb: plan.method.verb,
    hasVerb: VERBS.has(plan.method.verb),
    path: pathOf(plan, variables),
    options: optionsOf(plan, variables, context),
  };
}

/** Variable of each positional parameter, by wire name. */
export function positionalNames(names: Names, plan: MethodPlan): readonly { readonly parameter: Parameter; readonly variable: string; readonly type: expr.TypeExpression }[] {
  const taken = new Set<string>();
  return plan.positional.map(({ parameter, type }) => {
    let variable = variableName(names.camel(parameter.alias ?? parameter.name));
    while (taken.has(variable)) variable = `${variable}_`;
    taken.add(variable);
    return { parameter, variable, type };
  });
}

type Variables = ReadonlyMap<Field | Parameter, string>;

/** Every field that the body names gets a variable of its own. */
function nameVariables(names: Names, plan: MethodPlan): Variables {
  const result = new Map<Field | Parameter, string>();
  const taken = new Set<string>();
  for (const one of positionalNames(names, plan)) {
    result.set(one.parameter, one.variable);
    taken.add(one.variable);
  }
  const fields = [...plan.arguments.fields, ...(plan.arguments.body.kind === 'property' ? [plan.arguments.body.field] : plan.arguments.body.kind === 'object' ? plan.arguments.body.fields : [])];
  for (const field of fields) {
    const own = field.group === 'body' && field.wireName === 'body' && field.property === undefined;
    let variable = own ? 'body' : isPlain(field.name) ? variableName(field.name) : variableName(names.camel(field.name));
    while (taken.has(variable)) variable = `${variable}_`;
    taken.add(variable);
    result.set(field, variable);
  }
  return result;
}

const isPlain = (name: string): boolean => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);

function destructure(names: Names, plan: MethodPlan, variables: Variables): expr.TypeExpression {
  const { arguments: args } = plan;
  if (args.kind !== 'params') return [];
  const binding = (field: Field): expr.TypeExpression => {
    const variable = variables.get(field) ?? 'value';
    const name = field.name === variable ? identifier(variable) : code`${propertyKey(field.name)}: ${identifier(variable)}`;
    const option = field.parameter?.clientOption;
    return option === undefined ? expr.text(name) : [...expr.text(code`${name} = `), ...expr.receiver, ...expr.text(access(optionName(names, option)))];
  };
  const renamed = args.body.kind === 'object' ? args.body.fields.filter((field) => field.name !== field.wireName) : [];
  const own = args.body.kind === 'property' ? [args.body.field] : renamed;
  const rest = restName(plan);
  if (sendsAllAsQuery(plan)) return [];
  const bindings = [...args.fields.filter((field) => !(rest === 'query' && field.group === 'query')).map(binding), ...own.map(binding), ...(rest === undefined ? [] : [expr.text(code`...${identifier(rest)}`)])];
  if (bindings.length === 0 || (args.fields.length === 0 && own.length === 0)) return [];
  return [...expr.text(code`{ `), ...expr.separated(bindings, code`, `), ...expr.text(args.optional ? code` } = params ?? {}` : code` } = params`)];
}

/** What is left after the named fields: the body's, or the query's. */
function restName(plan: MethodPlan): string | undefined {
  const { body, fields } = plan.arguments;
  if (body.kind === 'object' || body.kind === 'union') return 'body';
  return fields.some((field) => field.group === 'query') && body.kind === 'none' && fields.some((field) => field.group !== 'query') && queryIsRest(plan) ? 'query' : undefined;
}

/** With no body, the query is what remains when every query field keeps its name. */
const queryIsRest = (plan: MethodPlan): boolean => plan.arguments.fields.filter((field) => field.group === 'query').every((field) => field.name === field.wireName);

/** The whole argument is the query, under another verb than GET. */
const sendsAllAsQuery = (plan: MethodPlan): boolean => {
  const { fields, body } = plan.arguments;
  return fields.length > 0 && body.kind === 'none' && fields.every((field) => field.group === 'query') && queryIsRest(plan);
};

function pathOf(plan: MethodPlan, variables: Variables): expr.TypeExpression {
  const parts = plan.method.pathParts;
  if (parts.every((part) => part.kind === 'text')) return expr.text(stringLiteral(plan.method.path));
  const inside = parts.map((part): expr.TypeExpression => {
    if (part.kind === 'text') return expr.text(templateText(part.text));
    const positional = plan.positional.find((one) => one.parameter.name === part.name)?.parameter;
    const field = plan.arguments.fields.find((one) => one.group === 'path' && one.wireName === part.name);
    const variable = variables.get(positional ?? field ?? (plan.method.parameters[0] as Parameter));
    // A template expression without a declared parameter stays as text.
    if (variable === undefined || (!positional && !field)) return expr.text(templateText(`{${part.name}}`));
    return [...expr.text(code`$\{`), ...styledPath(positional ?? field?.parameter, identifier(variable)), ...expr.text(code`}`)];
  });
  return [...expr.runtimeValue('path', 'internal/path'), ...expr.text(code`\``), ...inside.flat(), ...expr.text(code`\``)];
}

function styledPath(parameter: Parameter | undefined, variable: Code): expr.TypeExpression {
  if (!parameter) return expr.text(variable);
  const helper = (name: string, ...holes: readonly Code[]): expr.TypeExpression => [...expr.runtimeValue(name, 'internal/path'), ...expr.text(code`(${join(holes, ', ')})`)];
  const explode = parameter.explode ? [code`{ explode: true }`] : [];
  if (parameter.mediaType !== undefined) return helper('jsonPart', variable);
  if (parameter.style === 'label') return helper('label', variable, ...explode);
  if (parameter.style === 'matrix') return helper('matrix', stringLiteral(parameter.name), variable, ...explode);
  return isScalar(parameter) ? expr.text(variable) : helper('simple', variable, ...explode);
}

const isScalar = (parameter: Parameter): boolean => {
  const node = parameter.type.kind === 'nullable' ? parameter.type.type : parameter.type;
  return node.kind === 'scalar' || node.kind === 'literal' || (node.kind === 'union' && node.mode === 'enum');
};

function optionsOf(plan: MethodPlan, variables: Variables, defaults: CallContext): expr.TypeExpression {
  const { arguments: args, method, result } = plan;
  const before: expr.TypeExpression[] = [];
  const after: expr.TypeExpression[] = [];
  const query = queryEntry(plan, variables);
  if (query) before.push(expr.text(query));
  const body = bodyEntry(plan, variables);
  if (body) before.push(expr.text(body));
  const styles = querySerialization(method.parameters.filter((one) => one.in === 'query'));
  if (styles) before.push([...expr.text(code`querySerialization: `), ...expr.runtimeValue('styled', 'internal/query-styles'), ...expr.text(code`(${styles})`)]);
  const url = method.servers?.[0];
  if (url && url.variables.length === 0) before.push(expr.text(code`defaultBaseURL: ${stringLiteral(url.url)}`));
  const security = method.security && securityOf(method.security);
  if (security !== undefined && security !== securityOf(defaults.security)) before.push(expr.text(code`security: ${security}`));
  if (method.timeoutMs !== undefined) before.push(expr.text(code`timeout: ${valueLiteral(method.timeoutMs)}`));
  if (method.maxRetries !== undefined) before.push(expr.text(code`maxRetries: ${valueLiteral(method.maxRetries)}`));

  const headers = headerLayers(plan, variables);
  if (headers.length > 0) after.push([...expr.text(code`headers: `), ...expr.runtimeValue('buildHeaders', 'internal/headers'), ...expr.text(code`([`), ...expr.separated(headers, code`, `), ...expr.text(code`, options?.headers])`)]);
  if (result.kind === 'binary') after.push(expr.text(code`__binaryResponse: true`));
  if (result.kind === 'stream') after.push(streamEntry(plan));
  if (before.length === 0 && after.length === 0) return [];
  const entries = [...before, expr.text(code`...options`), ...after];
  const object: expr.TypeExpression = [...expr.text(code`{ `), ...expr.separated(entries, code`, `), ...expr.text(code` }`)];
  return body === undefined || !args.content ? object : encoded(object, args.content);
}

/** Bodies that are no JSON are encoded by a helper around the options. */
function encoded(options: expr.TypeExpression, content: Content): expr.TypeExpression {
  const wrap = (name: string, module: string, extra: Code | undefined): expr.TypeExpression => [
    ...expr.runtimeValue(name, module), ...expr.text(code`(`), ...options, ...expr.text(extra === undefined ? code`)` : code`, ${extra})`),
  ];
  switch (content.kind) {
    case 'multipart': return wrap('multipartFormRequestOptions', 'internal/multipart', partEncodings(content));
    case 'form': return wrap('urlEncodedRequestOptions', 'internal/form', formStyles(content));
    case 'binary': case 'text': case 'xml': case 'event-stream': case 'json-lines':
      return wrap('binaryRequestOptions', 'internal/binary', content.mediaType === 'application/octet-stream' || content.mediaType.includes('*') ? undefined : stringLiteral(content.mediaType));
    case 'json': return options;
    default: return content.kind satisfies never;
  }
}

function partEncodings(content: Content): Code | undefined {
  const entries = content.encoding.filter((one) => one.contentType !== undefined).map((one) => code`${literalKey(one.property)}: { contentType: ${stringLiteral(one.contentType ?? '')} }`);
  return entries.length === 0 ? undefined : code`{ ${join(entries, ', ')} }`;
}

function formStyles(content: Content): Code | undefined {
  const entries = content.encoding.filter((one) => one.style !== undefined || one.explode !== undefined || one.allowReserved !== undefined).map((one) => {
    const facts = [
      ...(one.style === undefined ? [] : [code`style: ${stringLiteral(one.style)}`]),
      ...(one.explode === undefined ? [] : [code`explode: ${valueLiteral(one.explode)}`]),
      ...(one.allowReserved ? [code`allowReserved: true`] : []),
    ];
    return code`${literalKey(one.property)}: { ${join(facts, ', ')} }`;
  });
  return entries.length === 0 ? undefined : code`{ ${join(entries, ', ')} }`;
}

function queryEntry(plan: MethodPlan, variables: Variables): Code | undefined {
  const { arguments: args, method } = plan;
  const fixed = method.fixedQuery.map((one) => code`${literalKey(one.name)}: ${stringLiteral(one.value)}`);
  const spread = (name: Code): Code => (fixed.length === 0 ? name : code`{ ${join([...fixed, code`...${name}`], ', ')} }`);
  if (args.kind === 'query') return fixed.length === 0 ? code`query` : code`query: ${spread(code`query`)}`;
  const fields = args.fields.filter((field) => field.group === 'query');
  if (sendsAllAsQuery(plan)) return code`query: ${spread(code`params`)}`;
  if (fields.length > 0 && restName(plan) === 'query') return fixed.length === 0 ? code`query` : code`query: ${spread(code`query`)}`;
  const entries = fields.map((field) => entry(field.wireName, variables.get(field) ?? 'value'));
  return entries.length === 0 && fixed.length === 0 ? undefined : code`query: { ${join([...fixed, ...entries], ', ')} }`;
}

const entry = (name: string, variable: string): Code => (name === variable ? identifier(variable) : code`${literalKey(name)}: ${identifier(variable)}`);

function bodyEntry(plan: MethodPlan, variables: Variables): Code | undefined {
  const { body, kind } = plan.arguments;
  switch (body.kind) {
    case 'none': return undefined;
    case 'property': {
      const variable = variables.get(body.field) ?? 'body';
      return variable === 'body' ? code`body` : code`body: ${identifier(variable)}`;
    }
    case 'union': return kind === 'body' ? code`body` : plan.arguments.fields.length > 0 ? code`body` : code`body: params`;
    case 'object': {
      const renamed = body.fields.filter((field) => field.name !== field.wireName).map((field) => entry(field.wireName, variables.get(field) ?? 'value'));
      if (renamed.length > 0) return code`body: { ${join([...renamed, code`...body`], ', ')} }`;
      return code`body`;
    }
    default: return body satisfies never;
  }
}

export function querySerialization(parameters: readonly Parameter[]): Code | undefined {
  const entries = parameters.filter((one) => one.mediaType !== undefined || one.allowReserved || (one.styled && !isScalar(one))).map((one) => {
    if (one.mediaType !== undefined) return code`${literalKey(one.name)}: { content: 'json' }`;
    const style = one.style === 'form' ? [] : [code`style: ${stringLiteral(one.style)}`];
    const explode = one.explode === (one.style === 'form' || one.style === 'deepObject') && style.length > 0 ? [] : isScalar(one) ? [] : [code`explode: ${valueLiteral(one.explode)}`];
    return code`${literalKey(one.name)}: { ${join([...style, ...explode, ...(one.allowReserved ? [code`allowReserved: true`] : [])], ', ')} }`;
  });
  return entries.length === 0 ? undefined : code`{ ${join(entries, ', ')} }`;
}

export const securityOf = (requirements: readonly SecurityRequirement[]): Code =>
  code`[${join(
    requirements.map((one) => {
      const schemes = one.schemes.map((scheme) => code`${literalKey(scheme.name)}: ${scheme.scopes.length > 0 ? valueLiteral(scheme.scopes) : code`true`}`);
      return schemes.length === 0 ? code`{}` : code`{ ${join(schemes, ', ')} }`;
    }),
    ', ',
  )}]`;

function headerLayers(plan: MethodPlan, variables: Variables): readonly expr.TypeExpression[] {
  const layers: expr.TypeExpression[] = [];
  const accept = acceptHeader(plan);
  if (accept) layers.push(expr.text(code`{ Accept: ${stringLiteral(accept)} }`));
  const headers = plan.arguments.fields.filter((field) => field.group === 'header');
  if (headers.length > 0) {
    const entries = headers.map((field): expr.TypeExpression => {
      const variable = identifier(variables.get(field) ?? 'value');
      const json = field.parameter?.mediaType !== undefined;
      const explode = field.parameter?.explode && !isScalar(field.parameter) ? code`, { explode: true }` : empty;
      return [...expr.text(code`${literalKey(field.wireName)}: `), ...expr.runtimeValue(json ? 'jsonParam' : 'headerParam', 'internal/params'), ...expr.text(code`(${variable}${json ? empty : explode})`)];
    });
    layers.push([...expr.text(code`{ `), ...expr.separated(entries, code`, `), ...expr.text(code` }`)]);
  }
  const crumbs = plan.arguments.fields.filter((field) => field.group === 'cookie');
  if (crumbs.length > 0) {
    const entries = crumbs.map((field): expr.TypeExpression => [
      ...expr.runtimeValue('cookieParam', 'internal/params'),
      ...expr.text(code`(${stringLiteral(field.wireName)}, ${identifier(variables.get(field) ?? 'value')}${field.parameter?.explode && !isScalar(field.parameter) ? code`, { explode: true }` : empty})`),
    ]);
    layers.push([...expr.runtimeValue('cookies', 'internal/params'), ...expr.text(code`([`), ...expr.separated(entries, code`, `), ...expr.text(code`])`)]);
  }
  return layers;
}

/** JSON is asked for by the client itself. */
function acceptHeader(plan: MethodPlan): string | undefined {
  const { result } = plan;
  switch (result.kind) {
    case 'void': return '*/*';
    case 'binary': return result.content.mediaType;
    case 'value': return result.content.kind === 'json' ? undefined : result.content.mediaType;
    case 'page': return undefined;
    case 'stream': return result.plain ? undefined : plan.method.streaming?.format === 'json-lines' ? linesType(plan.method) : 'text/event-stream';
    default: return result satisfies never;
  }
}

const linesType = (method: Method): string =>
  method.responses.flatMap((one) => one.contents).find((one) => one.kind === 'json-lines')?.mediaType ?? 'application/jsonl';

function streamEntry(plan: MethodPlan): expr.TypeExpression {
  const { method } = plan;
  const decoder = decoderOf(method);
  const tag = method.streaming?.discriminator;
  if (!tag || plan.result.kind !== 'stream' || !plan.result.plain) return [...expr.text(code`stream: `), ...decoder];
  const source = plan.arguments.kind === 'query' ? code`query` : plan.arguments.kind === 'body' ? code`body` : code`params`;
  return [...expr.text(code`stream: ${source}${plan.arguments.optional ? code`?.` : code`.`}${identifier(tag.property)} ? `), ...decoder, ...expr.text(code` : false`)];
}

function decoderOf(method: Method): expr.TypeExpression {
  const { streaming } = method;
  if (streaming?.format === 'json-lines') return expr.runtimeValue('jsonLines', 'streaming');
  const rules = streaming?.onEvent ?? [];
  if (rules.length === 0) return expr.runtimeValue(streaming?.data === 'json' ? 'jsonEventStream' : 'eventStream', 'streaming');
  const list = rules.map((rule) => {
    const facts = [
      ...(rule.eventType === undefined ? [] : [code`event: ${stringLiteral(rule.eventType)}`]),
      ...(rule.dataPrefix === undefined ? [] : [code`data: ${stringLiteral(rule.dataPrefix)}`]),
      code`handle: ${stringLiteral(rule.handle === 'ignore' ? 'skip' : rule.handle)}`,
      ...(rule.errorProperty === undefined ? [] : [code`errorProperty: ${stringLiteral(rule.errorProperty)}`]),
    ];
    return code`{ ${join(facts, ', ')} }`;
  });
  return [...expr.runtimeValue('eventStreamWith', 'streaming'), ...expr.text(code`({ data: ${stringLiteral(streaming?.data ?? 'json')}, rules: [${join(list, ', ')}] })`)];
}
