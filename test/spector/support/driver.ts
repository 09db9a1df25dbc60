/**
 * Turns an expectation into a call of the generated client: by the plan of the method, with nothing written
 * for one operation.
 */
import type { Client, ClientOption, Environment, SecurityScheme } from '../../../generator/ir/types.ts';
import type { MethodPlan } from '../../../generator/languages/typescript/methods/method.ts';
import { type Field, isRawBody } from '../../../generator/plan/arguments.ts';
import type { TypescriptPlan } from '../../../generator/languages/typescript/sdk.ts';
import { optionName } from '../../../generator/languages/typescript/layout.ts';
import type { Expectation, ExpectedBody } from './install.ts';
import { asDeclared, formValue, parameterValue } from './values.ts';

/** A call: where the method stands, what it gets, and what the client is made with. */
export interface Call {
  readonly plan: MethodPlan;
  readonly args: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** The method whose verb and path (below that of a server) are those of the expectation. */
export function callFor(sdk: TypescriptPlan, expectation: Expectation, url: string): Call | undefined {
  for (const plan of ranked(sdk.methods)) {
    if (plan.method.verb !== expectation.method) continue;
    const found = matchPath(plan, sdk.api.client, expectation.uri);
    if (!found) continue;
    const options = { ...serverOptions(sdk, found.server, url), ...credentials(sdk, expectation) };
    return { plan, args: argumentsFor(sdk, { plan, expectation, path: found.path }), options };
  }
  return undefined;
}

/** Paths with fewer parameters are meant first. */
const ranked = (methods: readonly MethodPlan[]): readonly MethodPlan[] =>
  [...methods].sort((a, b) => holes(a) - holes(b));

const holes = (plan: MethodPlan): number =>
  plan.method.pathParts.filter((part) => part.kind === 'parameter').length;

interface Match {
  readonly path: ReadonlyMap<string, string>;
  readonly server: { readonly base: string; readonly values: ReadonlyMap<string, string> };
}

function matchPath(plan: MethodPlan, client: Client, uri: string): Match | undefined {
  const written = uri.replaceAll('\\:', ':').replace(/^(.*api-version:v\w+)/, '$1');
  for (const environment of plan.method.servers ?? orNone(client.environments)) {
    const base = environment.url.replace(/^[a-z]+:\/\/[^/{]+/, '');
    const pattern = new RegExp(
      `^(?<base>${templatePattern(base, 'server')})${templatePattern(plan.method.path.replace(/\/$/, ''), 'path')}/?$`,
    );
    const groups = pattern.exec(written)?.groups;
    if (!groups) continue;
    return {
      path: valuesOf(plan.method.path, 'path', groups),
      server: { base: groups['base'] ?? '', values: valuesOf(base, 'server', groups) },
    };
  }
  return undefined;
}

const orNone = (environments: readonly Environment[]): readonly Environment[] =>
  environments.length > 0 ? environments : [{ name: 'production', url: '', variables: [] }];

/**
 * A regular expression with a named group for each variable; the address of the server itself is no part of a
 * path.
 */
function templatePattern(template: string, kind: 'server' | 'path'): string {
  let index = 0;
  return template
    .split(/(\{[^{}]+\})/)
    .map((part) => {
      if (!/^\{.*\}$/.test(part)) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      const group = `${kind}${index++}`;
      return kind === 'server' && part === '{endpoint}' ? `(?<${group}>)` : `(?<${group}>[^/]+)`;
    })
    .join('');
}

function valuesOf(
  template: string,
  kind: 'server' | 'path',
  groups: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const names = [...template.matchAll(/\{([^{}]+)\}/g)].map((one) => one[1] ?? '');
  return new Map(names.map((name, index) => [name, decodeURIComponent(groups[`${kind}${index}`] ?? '')]));
}

/** Options that fill the server's variables, where the client has them; else the whole address. */
function serverOptions(
  sdk: TypescriptPlan,
  server: Match['server'],
  url: string,
): Readonly<Record<string, unknown>> {
  const fillers = sdk.api.client.options.filter((one) => one.send?.in === 'server_variable');
  const filled = fillers.flatMap((one) => {
    const name = one.send?.name ?? '';
    return [[optionName(sdk.names, one.key), name === 'endpoint' ? url : server.values.get(name)] as const];
  });
  return filled.length > 0 ? Object.fromEntries(filled) : { baseURL: `${url}${server.base}` };
}

/** Credentials by the place where the expectation shows them. */
function credentials(sdk: TypescriptPlan, expectation: Expectation): Readonly<Record<string, unknown>> {
  const schemes = new Map(sdk.api.securitySchemes.map((one) => [one.name, one]));
  return Object.fromEntries(
    sdk.api.client.options.flatMap((option) => {
      const scheme = option.auth && schemes.get(option.auth.scheme);
      const value = scheme && credential(option, scheme, expectation);
      return value === undefined ? [] : [[optionName(sdk.names, option.key), value]];
    }),
  );
}

function credential(
  option: ClientOption,
  scheme: SecurityScheme,
  { request, response }: Expectation,
): string | undefined {
  const headers = new Map(
    Object.entries(request?.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  if (scheme.kind === 'api_key') {
    const found =
      scheme.in === 'header'
        ? headers.get(scheme.parameter.toLowerCase())
        : request?.query?.[scheme.parameter];
    return found === undefined ? undefined : String(found);
  }
  const authorization = headers.get('authorization') ?? (response.status >= 400 ? 'refused' : undefined);
  if (authorization === undefined || option.auth?.role !== 'value') return undefined;
  return scheme.kind === 'http' ? authorization : authorization.replace(/^Bearer /i, '');
}

function argumentsFor(
  sdk: TypescriptPlan,
  input: {
    readonly plan: MethodPlan;
    readonly expectation: Expectation;
    readonly path: ReadonlyMap<string, string>;
  },
): readonly unknown[] {
  const {
    plan,
    expectation: { request },
    path,
  } = input;
  const { world } = sdk;
  const positional = plan.arguments.positional.map((one) => parameterValue(world, one, path.get(one.name)));
  const argument: Record<string, unknown> = {};
  const given = (field: Field): unknown => {
    switch (field.group) {
      case 'path':
        return path.get(field.wireName);
      case 'query':
        return named(request?.query, field.wireName);
      case 'header':
        return named(request?.headers, field.wireName);
      default:
        return undefined;
    }
  };
  for (const field of plan.arguments.fields) {
    const raw = given(field);
    if (raw !== undefined && field.parameter)
      argument[field.name] = parameterValue(world, field.parameter, raw);
  }
  const body = request?.body && bodyValue(request.body);
  const options = requestOptions(plan, request?.headers);
  if (plan.arguments.kind === 'none') return [...positional, options];
  if (isRawBody(plan.arguments.body) && plan.arguments.kind === 'body') return [...positional, body, options];
  const whole = { ...argument, ...bodyEntries(sdk, plan, body) };
  // Null says that there is no argument at all, an empty object that the body is empty.
  return [
    ...positional,
    plan.arguments.optional && body === undefined && Object.keys(whole).length === 0 ? null : whole,
    options,
  ];
}

/** A caller who wants one of several media types says so. */
const requestOptions = (plan: MethodPlan, headers: Readonly<Record<string, unknown>> = {}): object => {
  const { accept } = headers as { readonly accept?: string };
  const success = plan.method.success === undefined ? undefined : plan.method.responses[plan.method.success];
  const isChoice =
    accept !== undefined &&
    (success?.contents.length ?? 0) > 1 &&
    !plan.arguments.fields.some((one) => one.wireName.toLowerCase() === 'accept');
  return isChoice ? { headers: { accept } } : {};
};

const named = (from: Readonly<Record<string, unknown>> | undefined, name: string): unknown =>
  Object.entries(from ?? {}).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];

export function bodyValue(body: ExpectedBody): unknown {
  if (body.kind === 'multipart') return formValue(body.parts ?? {}, body.files ?? []);
  if (body.bytes !== undefined)
    return new File([Buffer.from(body.bytes, 'base64')], 'file', { type: body.contentType });
  const isJson = /\bjson\b/.test(body.contentType) && !/jsonl|json-seq/.test(body.contentType);
  return isJson && body.text !== undefined ? JSON.parse(body.text) : body.text;
}

function bodyEntries(
  sdk: TypescriptPlan,
  plan: MethodPlan,
  value: unknown,
): Readonly<Record<string, unknown>> {
  const { body } = plan.arguments;
  if (value === undefined || body.kind === 'none') return {};
  if (body.kind === 'property') return { [body.field.name]: value };
  const entries = Object.entries(value as Record<string, unknown>);
  if (body.kind === 'union') return Object.fromEntries(entries);
  const fields = new Map(body.fields.map((field) => [field.wireName, field]));
  return Object.fromEntries(
    entries.map(([name, one]) => {
      const field = fields.get(name);
      return [field?.name ?? name, field ? asDeclared(sdk.world, field.type, one) : one];
    }),
  );
}
