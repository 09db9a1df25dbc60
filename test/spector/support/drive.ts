/**
 * Turns an expectation into a call of a generated client, in any language: by the plan of the method, with
 * nothing written for one operation.
 */
import type { Api, Client, ClientOption, Environment, SecurityScheme } from '../../../generator/ir/types.ts';
import { type Field, isRawBody } from '../../../generator/plan/arguments.ts';
import type { PlannedMethod } from '../../../generator/plan/methods.ts';
import type { Shapes } from '../../../generator/plan/shapes.ts';
import type { Expectation, ExpectedBody } from './install.ts';
import { asDeclared, formValue, parameterValue } from './values.ts';

/** An SDK as a driver needs it. */
export interface Driven<TMethod extends { readonly planned: PlannedMethod }> {
  readonly api: Api;
  readonly shapes: Shapes;
  readonly methods: readonly TMethod[];
  readonly optionName: (key: string) => string;
  /** Name of the option that says where the API is. */
  readonly baseURL: string;
}

/** What is called, and with what. Values are by the plan's names, below them by those of the wire. */
export interface Wanted<TMethod> {
  readonly plan: TMethod;
  readonly positional: readonly unknown[];
  /** A body that is passed by itself; else properties, undefined where there is nothing to pass. */
  readonly argument:
    | { readonly kind: 'raw'; readonly body: unknown }
    | { readonly kind: 'properties'; readonly properties: Readonly<Record<string, unknown>> | undefined }
    | undefined;
  /** The media type that the caller wants, where there is a choice. */
  readonly accept: string | undefined;
  /** What the client is made with. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** The method whose verb and path (below that of a server) are those of the expectation. */
export function wantedFor<TMethod extends { readonly planned: PlannedMethod }>(
  sdk: Driven<TMethod>,
  expectation: Expectation,
  url: string,
): Wanted<TMethod> | undefined {
  for (const plan of ranked(sdk.methods)) {
    if (plan.planned.method.verb !== expectation.method) continue;
    const found = matchPath(plan.planned, sdk.api.client, expectation.uri);
    if (!found) continue;
    const options = { ...serverOptions(sdk, found.server, url), ...credentials(sdk, expectation) };
    return {
      plan,
      ...argumentsFor(sdk.shapes, { plan: plan.planned, expectation, path: found.path }),
      accept: acceptFor(plan.planned, expectation.request?.headers),
      options,
    };
  }
  return undefined;
}

type Named = Pick<Driven<{ readonly planned: PlannedMethod }>, 'api' | 'optionName' | 'baseURL'>;

/** Paths with fewer parameters are meant first. */
const ranked = <T extends { readonly planned: PlannedMethod }>(methods: readonly T[]): readonly T[] =>
  [...methods].sort((a, b) => holes(a.planned) - holes(b.planned));

const holes = ({ method }: PlannedMethod): number =>
  method.pathParts.filter((part) => part.kind === 'parameter').length;

interface Match {
  readonly path: ReadonlyMap<string, string>;
  readonly server: { readonly base: string; readonly values: ReadonlyMap<string, string> };
}

function matchPath(plan: PlannedMethod, client: Client, uri: string): Match | undefined {
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
function serverOptions(sdk: Named, server: Match['server'], url: string): Readonly<Record<string, unknown>> {
  const fillers = sdk.api.client.options.filter((one) => one.send?.in === 'server_variable');
  const filled = fillers.flatMap((one) => {
    const name = one.send?.name ?? '';
    return [[sdk.optionName(one.key), name === 'endpoint' ? url : server.values.get(name)] as const];
  });
  return filled.length > 0 ? Object.fromEntries(filled) : { [sdk.baseURL]: `${url}${server.base}` };
}

/** Credentials by the place where the expectation shows them. */
function credentials(sdk: Named, expectation: Expectation): Readonly<Record<string, unknown>> {
  const schemes = new Map(sdk.api.securitySchemes.map((one) => [one.name, one]));
  return Object.fromEntries(
    sdk.api.client.options.flatMap((option) => {
      const scheme = option.auth && schemes.get(option.auth.scheme);
      const value = scheme && credential(option, scheme, expectation);
      return value === undefined ? [] : [[sdk.optionName(option.key), value]];
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
  shapes: Shapes,
  input: {
    readonly plan: PlannedMethod;
    readonly expectation: Expectation;
    readonly path: ReadonlyMap<string, string>;
  },
): Pick<Wanted<never>, 'positional' | 'argument'> {
  const {
    plan,
    expectation: { request },
    path,
  } = input;
  const positional = plan.arguments.positional.map((one) => parameterValue(shapes, one, path.get(one.name)));
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
      argument[field.name] = parameterValue(shapes, field.parameter, raw);
  }
  const body = request?.body && bodyValue(request.body);
  if (plan.arguments.kind === 'none') return { positional, argument: undefined };
  if (isRawBody(plan.arguments.body) && plan.arguments.kind === 'body')
    return { positional, argument: { kind: 'raw', body } };
  const properties = { ...argument, ...bodyEntries(shapes, plan, body) };
  const isNothing = plan.arguments.optional && body === undefined && Object.keys(properties).length === 0;
  return {
    positional,
    argument: { kind: 'properties', properties: isNothing ? undefined : properties },
  };
}

/** A caller who wants one of several media types says so. */
const acceptFor = (
  { method, arguments: args }: PlannedMethod,
  headers: Readonly<Record<string, unknown>> = {},
): string | undefined => {
  const { accept } = headers as { readonly accept?: string };
  const success = method.success === undefined ? undefined : method.responses[method.success];
  const isChoice =
    (success?.contents.length ?? 0) > 1 &&
    !args.fields.some((one) => one.wireName.toLowerCase() === 'accept');
  return isChoice ? accept : undefined;
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

function bodyEntries(shapes: Shapes, plan: PlannedMethod, value: unknown): Readonly<Record<string, unknown>> {
  const { body } = plan.arguments;
  if (value === undefined || body.kind === 'none') return {};
  if (body.kind === 'property') return { [body.field.name]: value };
  const entries = Object.entries(value as Record<string, unknown>);
  if (body.kind === 'union') return Object.fromEntries(entries);
  const fields = new Map(body.fields.map((field) => [field.wireName, field]));
  return Object.fromEntries(
    entries.map(([name, one]) => {
      const field = fields.get(name);
      return [field?.name ?? name, field ? asDeclared(shapes, field.type, one) : one];
    }),
  );
}
