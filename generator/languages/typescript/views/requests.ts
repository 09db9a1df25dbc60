/**
 * Sample HTTP requests, one per operation, grouped by resource, for outputs other than SDKs (request files,
 * collections, command lines). Independent of the language. No text contains `{{`, which many such formats
 * treat as a variable.
 */
import type { Content, Parameter, SecurityScheme } from '../../../ir/types.ts';
import type { JsonValue } from '../../../lib/json.ts';
import { type Code, code, empty, identifier, isIdentifier, lineText, proseText } from '../code.ts';
import { optionName } from '../layout.ts';
import type { TypescriptMethod } from '../methods/method.ts';
import { type SampleSite, newBudget } from '../../../plan/samples/site.ts';
import { sampleType } from '../../../plan/samples/type-sample.ts';
import { DEFAULT_STYLE, type SampleValue } from '../../../plan/samples/value.ts';
import type { TypescriptSdk } from '../sdk.ts';

export interface RequestGroupView {
  /**
   * A file name without extension: `servers`, `servers-releases`, or `client` for methods on the client
   * itself.
   */
  readonly file: Code;
  readonly title: Code;
  readonly variables: readonly VariableView[];
  readonly requests: readonly RequestView[];
}

/** A value from the user: a credential. */
export interface VariableView {
  /** An identifier, the name of the client's option. */
  readonly name: Code;
  readonly environment: Code;
  readonly hasEnvironment: boolean;
}

export interface RequestView {
  /** An identifier, unique among all requests: `serversReleasesList`. */
  readonly name: Code;
  readonly title: Code;
  /** In uppercase. */
  readonly verb: Code;
  /** The path in the document: `/servers/{id}`. */
  readonly path: Code;
  /** Path and query with sample values, percent-encoded: `/servers/id?page=1`. */
  readonly target: Code;
  readonly headers: readonly { readonly name: Code; readonly value: Code }[];
  /** Cookies that are no credentials, for one header: `a=1; b=2`. */
  readonly cookies: Code;
  readonly hasCookies: boolean;
  readonly credentials: readonly CredentialView[];
  readonly isDeprecated: boolean;
  /** At most one of the three is true. */
  readonly isText: boolean;
  readonly isFile: boolean;
  readonly isMultipart: boolean;
  /** JSON or a form; otherwise empty. */
  readonly text: Code;
  readonly parts: readonly { readonly name: Code; readonly value: Code; readonly isFile: boolean }[];
}

export interface CredentialView {
  readonly isBearer: boolean;
  /** Has two variables: `variable` is the user name, `second` the password. */
  readonly isBasic: boolean;
  readonly isHeader: boolean;
  readonly isQuery: boolean;
  readonly isCookie: boolean;
  /** Name of the header, query parameter or cookie. */
  readonly name: Code;
  readonly variable: Code;
  readonly second: Code;
  /** `?` or `&` before a query parameter, `; ` before a further cookie. */
  readonly separator: Code;
}

export interface ServerView {
  /** The first server with the defaults of its variables. */
  readonly url: Code;
}

export function viewServer(sdk: TypescriptSdk): ServerView {
  const first = sdk.api.client.environments[0];
  const url =
    first?.variables.reduce(
      (text, variable) =>
        text.replaceAll(`{${variable.name}}`, variable.default ?? variable.enum?.[0] ?? variable.name),
      first.url,
    ) ?? '';
  return { url: inert(/^https?:\/\//.test(url) ? url : `http://localhost${url}`) };
}

export function viewRequests(sdk: TypescriptSdk): readonly RequestGroupView[] {
  return [sdk.layout.root, ...sdk.layout.all].flatMap((layout) => {
    const requests = (sdk.methodsOf.get(layout) ?? []).flatMap((plan) => viewRequest(sdk, plan) ?? []);
    if (requests.length === 0) return [];
    const isRoot = layout.path.length === 0;
    const variables = new Map(
      requests
        .flatMap((request) => request.variables)
        .map((variableView) => [variableView.name, variableView]),
    );
    return [
      {
        file: lineText(isRoot ? 'client' : fileName(layout.module)),
        title: isRoot ? identifier('Client') : identifier(layout.className),
        variables: [...variables.values()],
        requests: requests.map((request) => request.view),
      },
    ];
  });
}

/** `resources/servers/servers` → `servers`, `resources/servers/releases` → `servers-releases`. */
const fileName = (module: string): string =>
  module
    .replace(/^resources\//, '')
    .replace(/(^|\/)([^/]+)\/\2$/, '$1$2')
    .replaceAll('/', '-');

interface Planned {
  readonly view: RequestView;
  readonly variables: readonly VariableView[];
}

function viewRequest(sdk: TypescriptSdk, plan: TypescriptMethod): Planned | undefined {
  const { method } = plan;
  const site: SampleSite = {
    shapes: sdk.plan.shapes,
    style: DEFAULT_STYLE,
    extent: 'required',
    name: 'value',
    within: new Set(),
    budget: newBudget(),
    depth: 0,
  };
  const sent = method.parameters
    .filter((parameter) => parameter.required || parameter.in === 'path')
    .map((parameter) => ({
      parameter,
      value: sampleType(parameter.type, { ...site, name: parameter.name }, parameter.example),
    }));
  if (sent.some((item) => item.value === undefined)) return undefined;
  const values = new Map(sent.map((item) => [item.parameter, wireValue(item.value)]));
  const content = method.body?.contents[method.body.chosen];
  const body = content && viewBody(content, site);
  if (method.body?.required === true && !body) return undefined;
  const query = [
    ...method.fixedQuery.map((item) => `${encode(item.name)}=${encode(item.value)}`),
    ...[...values].flatMap(([parameter, value]) =>
      parameter.in === 'query' ? queryOf(parameter, value) : [],
    ),
  ];
  const path = method.pathParts
    .map((part) => (part.kind === 'text' ? part.text : pathOf(part.name, values)))
    .join('');
  const target = `${path}${query.length > 0 ? '?' : ''}${query.join('&')}`;
  const accept =
    method.success === undefined
      ? undefined
      : method.responses[method.success]?.contents[method.responses[method.success]?.chosen ?? -1]?.mediaType;
  const headers = [
    ...(accept === undefined ? [] : [{ name: 'Accept', value: accept }]),
    ...(body === undefined || content === undefined
      ? []
      : [
          {
            name: 'Content-Type',
            value: body.isMultipart ? 'multipart/form-data; boundary=part' : content.mediaType,
          },
        ]),
    ...[...values].flatMap(([parameter, value]) =>
      parameter.in === 'header' ? [{ name: parameter.name, value: scalarText(value) }] : [],
    ),
  ];
  const cookies = [...values].flatMap(([parameter, value]) =>
    parameter.in === 'cookie' ? [`${parameter.name}=${encode(scalarText(value))}`] : [],
  );
  const credentials = credentialsOf(sdk, plan, { query: query.length > 0, cookie: cookies.length > 0 });
  return {
    variables: credentials.flatMap((credential) => credential.variables),
    view: {
      name: nameOf(sdk.names.camel([...plan.resource.path, method.key].join(' '))),
      title: inert(
        (method.summary ?? method.operationId ?? `${method.verb} ${method.path}`).replace(/^[#@\s]+/, ''),
      ),
      verb: inert(method.sentVerb ?? method.verb.toUpperCase()),
      path: inert(method.path),
      target: inert(target.startsWith('/') ? target : `/${target}`),
      headers: headers.map((header) => ({ name: inert(header.name), value: inert(header.value) })),
      cookies: inert(cookies.join('; ')),
      hasCookies: cookies.length > 0 || credentials.some(({ view }) => view.isCookie),
      credentials: credentials.map((credential) => credential.view),
      isDeprecated: method.deprecated !== undefined,
      ...(body ?? NO_BODY),
    },
  };
}

type BodyView = Pick<RequestView, 'isText' | 'isFile' | 'isMultipart' | 'text' | 'parts'>;

const NO_BODY: BodyView = { isText: false, isFile: false, isMultipart: false, text: lineText(''), parts: [] };

function viewBody(content: Content, site: SampleSite): BodyView | undefined {
  if (content.kind === 'binary') return { ...NO_BODY, isFile: true };
  const sample = sampleType(content.type, { ...site, name: 'body' }, content.example);
  if (!sample) return undefined;
  const value = wireValue(sample);
  const entries = sample.kind === 'object' ? sample.entries : [];
  switch (content.kind) {
    case 'multipart': {
      const parts = entries.map((entry) => ({
        name: inert(entry.name.replaceAll('"', '%22')),
        value: inert(scalarText(wireValue(entry.value))),
        isFile: entry.value.kind === 'file',
      }));
      return { ...NO_BODY, isMultipart: true, parts };
    }
    case 'form':
      return {
        ...NO_BODY,
        isText: true,
        text: inert(
          entries
            .map((entry) => `${encode(entry.name)}=${encode(scalarText(wireValue(entry.value)))}`)
            .join('&'),
        ),
      };
    case 'json':
      return {
        ...NO_BODY,
        isText: true,
        text: proseText(JSON.stringify(value, null, 2).replaceAll('{{', '{\\u007b')),
      };
    case 'text':
    case 'xml':
    case 'event-stream':
    case 'json-lines':
      return { ...NO_BODY, isText: true, text: inert(scalarText(value)) };
    default:
      return content.kind satisfies never;
  }
}

interface Credential {
  readonly view: CredentialView;
  readonly variables: readonly VariableView[];
}

/** Credentials of the first security alternative. */
function credentialsOf(
  sdk: TypescriptSdk,
  plan: TypescriptMethod,
  has: { readonly query: boolean; readonly cookie: boolean },
): readonly Credential[] {
  const [requirement] = plan.method.security ?? sdk.api.security;
  const credentials = (requirement?.schemes ?? []).flatMap(({ name }) => {
    const scheme = sdk.api.securitySchemes.find((securityScheme) => securityScheme.name === name);
    return scheme ? (credentialOf(sdk, scheme) ?? []) : [];
  });
  let [hasQuery, hasCookie] = [has.query, has.cookie];
  return credentials.map(({ view, variables }) => {
    const separator = view.isCookie ? (hasCookie ? code`; ` : empty) : hasQuery ? code`&` : code`?`;
    hasQuery ||= view.isQuery;
    hasCookie ||= view.isCookie;
    return { view: { ...view, separator }, variables };
  });
}

function credentialOf(sdk: TypescriptSdk, scheme: SecurityScheme): Credential | undefined {
  const options = sdk.api.client.options.filter((option) => option.auth?.scheme === scheme.name);
  const variable = (role: string): VariableView => {
    const option = options.find((clientOption) => clientOption.auth?.role === role) ?? options[0];
    const key = option
      ? optionName(sdk.names, option.key)
      : sdk.names.camel(`${scheme.name} ${role === 'value' ? '' : role}`);
    return {
      name: lineText(key),
      environment: inert(option?.readEnv ?? ''),
      hasEnvironment: option?.readEnv !== undefined,
    };
  };
  const view = {
    isBearer: false,
    isBasic: false,
    isHeader: false,
    isQuery: false,
    isCookie: false,
    name: lineText(''),
    second: lineText(''),
    separator: lineText(''),
  };
  switch (scheme.kind) {
    case 'bearer':
    case 'oauth2':
    case 'open_id_connect': {
      const value = variable('value');
      return { view: { ...view, isBearer: true, variable: value.name }, variables: [value] };
    }
    case 'basic': {
      const [user, password] = [variable('username'), variable('password')];
      return {
        view: { ...view, isBasic: true, variable: user.name, second: password.name },
        variables: [user, password],
      };
    }
    case 'api_key': {
      const value = variable('value');
      const name = scheme.in === 'query' ? encode(scheme.parameter) : scheme.parameter;
      return {
        view: {
          ...view,
          isHeader: scheme.in === 'header',
          isQuery: scheme.in === 'query',
          isCookie: scheme.in === 'cookie',
          name: inert(name),
          variable: value.name,
        },
        variables: [value],
      };
    }
    case 'http':
    case 'mutual_tls':
    case 'unknown':
      return undefined;
    default:
      return scheme satisfies never;
  }
}

/** Path styles of OpenAPI 3.1 (section 4.8.12) that differ from the plain value. */
function pathOf(name: string, values: ReadonlyMap<Parameter, JsonValue>): string {
  const [parameter, value] = [...values].find(([item]) => item.in === 'path' && item.name === name) ?? [];
  const text = encode(scalarText(value ?? name));
  switch (parameter?.style) {
    case 'matrix':
      return `;${encode(name)}=${text}`;
    case 'label':
      return `.${text}`;
    default:
      return text;
  }
}

function queryOf(parameter: Parameter, value: JsonValue): readonly string[] {
  const name = encode(parameter.name);
  if (Array.isArray(value) && parameter.explode)
    return value.map((item: JsonValue) => `${name}=${encode(scalarText(item))}`);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const entries = Object.entries(value);
    if (parameter.style === 'deepObject')
      return entries.map(([key, item]) => `${name}${encode(`[${key}]`)}=${encode(scalarText(item))}`);
    if (parameter.explode && parameter.mediaType === undefined)
      return entries.map(([key, item]) => `${encode(key)}=${encode(scalarText(item))}`);
  }
  return [`${name}=${encode(scalarText(value))}`];
}

function wireValue(value: SampleValue | undefined): JsonValue {
  switch (value?.kind) {
    case undefined:
    case 'file':
      return '';
    case 'literal':
      return value.value;
    case 'array':
      return value.items.map(wireValue);
    case 'object':
      return Object.fromEntries(value.entries.map((entry) => [entry.name, wireValue(entry.value)]));
    default:
      return value satisfies never;
  }
}

const scalarText = (value: JsonValue): string => {
  if (Array.isArray(value)) return value.map(scalarText).join(',');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
};

/** Percent-encoding (RFC 3986 section 2.1). Lone surrogates cannot be encoded. */
const encode = (text: string): string =>
  encodeURIComponent(
    text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'),
  );

const inert = (text: string): Code => lineText(text.replace(/\{(?=\{)/g, '{ '));

const nameOf = (wanted: string): Code =>
  identifier(isIdentifier(wanted) ? wanted : `_${wanted.replace(/[^\p{ID_Continue}$]/gu, '_')}`);
