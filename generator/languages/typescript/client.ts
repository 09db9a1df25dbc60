/** The client: its options, how they reach the wire, and where the API lives. */
import type { Api, ClientOption, Environment, SecurityScheme } from '../../ir/types.ts';
import type { Names } from './casing.ts';
import { ERROR_CLASSES, clientClassName } from './client-name.ts';
import {
  type Code,
  access,
  code,
  empty,
  identifier,
  join,
  literalKey,
  propertyKey,
  stringLiteral,
  templateText,
  valueLiteral,
} from './code.ts';
import { optionName } from './layout.ts';
import { securityOf } from './methods/request-options.ts';
import { defaultURL, urlParts, variableDefault } from '../../plan/server-url.ts';
import * as expr from './types/expr.ts';

export interface ClientPlan {
  /** `Smithery` */
  readonly className: string;
  /** `SmitheryCore` */
  readonly coreName: string;
  /** `SmitheryError`: the root of the error classes. */
  readonly errorName: string;
  readonly options: readonly ClientOptionPlan[];
  /** Argument of the base class about the API; `options` holds what the caller gave. */
  readonly settings: readonly Code[];
  /**
   * Query parameters with credentials, where redirects must be followed by hand for the sake of those in
   * headers and query.
   */
  readonly redirects: readonly string[] | undefined;
  /** Nothing says where the API is: the caller must. Absent where the document does. */
  readonly missingURL?: { readonly readEnv: string; readonly message: string };
  /** Variable of the base URL where it is not that of the prefix. */
  readonly baseURLEnv: string | undefined;
  readonly environments: readonly string[];
  readonly auth: readonly { readonly scheme: string; readonly value: expr.TypeExpression }[];
  readonly headers: readonly Code[];
  readonly query: readonly Code[];
}

export interface ClientOptionPlan {
  readonly option: ClientOption;
  readonly property: string;
  readonly type: expr.TypeExpression;
  /** Expression for the value when the caller gives none. */
  readonly fallback: expr.TypeExpression;
}

/**
 * What the client's class and its namespace hold themselves; types of these names are found in their own
 * files only.
 */
export const clientStatics = (className: string): readonly string[] => [
  ...ERROR_CLASSES,
  `${className}Error`,
  `${className}RootError`,
  'ClientOptions',
  'RequestOptions',
  'DEFAULT_TIMEOUT',
  'toFile',
  className,
  `${className}Core`,
];

export function planClient(names: Names, api: Api): ClientPlan {
  const className = clientClassName(names, api.client);
  const options = api.client.options.map((option) => planOption(names, option));
  return {
    className,
    coreName: `${className}Core`,
    errorName: ERROR_CLASSES.has(`${className}Error`) ? `${className}RootError` : `${className}Error`,
    options,
    settings: settings(api, options),
    redirects: redirectsOf(api, options),
    ...(hasServers(api) ? {} : { missingURL: missingURL(className, api.client) }),
    baseURLEnv: api.client.baseURLEnv,
    environments: api.client.environments.length > 1 ? api.client.environments.map((one) => one.name) : [],
    auth: api.securitySchemes.flatMap((scheme) => {
      const value = authOf(scheme, options);
      return value ? [{ scheme: scheme.name, value }] : [];
    }),
    headers: [
      ...options.flatMap(({ option, property }) => sent(option, property, 'header')),
      ...cookieHeader(options),
    ],
    query: options.flatMap(({ option, property }) => sent(option, property, 'query')),
  };
}

/** Whether each method knows where to send its request. */
export function hasServers(api: Api): boolean {
  const known = ({ methods, children }: Api['root']): boolean =>
    methods.every((one) => (one.servers ?? []).length > 0) && children.every(known);
  return api.client.environments.length > 0 || known(api.root);
}

function missingURL(
  className: string,
  { envPrefix, baseURLEnv }: Api['client'],
): { readonly readEnv: string; readonly message: string } {
  const readEnv = baseURLEnv ?? `${envPrefix}_BASE_URL`;
  return { readEnv, message: `No server: set ${readEnv}, or pass new ${className}({ baseURL })` };
}

function planOption(names: Names, option: ClientOption): ClientOptionPlan {
  const credential = isCredential(option);
  const type = credential
    ? expr.runtimeType('Credential', 'internal/auth')
    : option.values
      ? knownTexts(option.values)
      : expr.text(SCALARS[option.type]);
  const env: readonly expr.TypeExpression[] = option.readEnv === undefined ? [] : [readEnv(option)];
  const fixed: readonly expr.TypeExpression[] =
    option.default === undefined ? [] : [expr.text(valueLiteral(option.default))];
  const none: readonly expr.TypeExpression[] =
    option.nullable && option.default === undefined ? [expr.nullType] : [];
  return {
    option,
    property: optionName(names, option.key),
    type,
    fallback: expr.separated([...env, ...fixed, ...none], code` ?? `),
  };
}

/** Sent by its scheme, and may be a function; what the config sends by name is plain text. */
export const isCredential = (option: ClientOption): boolean =>
  option.auth !== undefined && option.send === undefined && option.type === 'string';

const knownTexts = (values: readonly string[]): expr.TypeExpression =>
  expr.unionOf([...values.map((one) => expr.text(stringLiteral(one))), expr.text(code`(string & {})`)]);

const SCALARS: Readonly<Record<ClientOption['type'], Code>> = {
  string: code`string`,
  number: code`number`,
  boolean: code`boolean`,
};

function readEnv(option: ClientOption): expr.TypeExpression {
  const call: expr.TypeExpression = [
    ...expr.runtimeValue('readEnv', 'internal/env'),
    ...expr.text(code`(${stringLiteral(option.readEnv ?? '')})`),
  ];
  switch (option.type) {
    case 'string':
      return call;
    case 'number':
      return [
        ...expr.runtimeValue('readNumber', 'internal/env'),
        ...expr.text(code`(${stringLiteral(option.readEnv ?? '')})`),
      ];
    case 'boolean':
      return [
        ...expr.runtimeValue('readBoolean', 'internal/env'),
        ...expr.text(code`(${stringLiteral(option.readEnv ?? '')})`),
      ];
    default:
      return option.type satisfies never;
  }
}

function settings(api: Api, options: readonly ClientOptionPlan[]): readonly Code[] {
  const { client } = api;
  const [first] = client.environments;
  const secrets = options.flatMap(({ option }) =>
    option.send !== undefined && isSecret(option) ? [option.send.name] : [],
  );
  const urls = client.environments.map((one) => code`${literalKey(one.name)}: ${urlOf(one, options)}`);
  const serialization = [
    ...(api.serialization.arrayFormat === 'repeat'
      ? []
      : [code`arrayFormat: ${stringLiteral(api.serialization.arrayFormat)}`]),
    ...(api.serialization.nestedFormat === 'brackets'
      ? []
      : [code`nestedFormat: ${stringLiteral(api.serialization.nestedFormat)}`]),
    ...(api.serialization.formLists === 'repeat' || !sendsForms(api.root)
      ? []
      : [code`formLists: ${stringLiteral(api.serialization.formLists)}`]),
  ];
  return [
    code`envPrefix: ${stringLiteral(client.envPrefix)}`,
    code`baseURL: ${first ? urlOf(first, options) : stringLiteral('')}`,
    ...(urls.length > 1 ? [code`environments: { ${join(urls, ', ')} }`] : []),
    ...(client.timeoutMs === undefined ? [] : [code`timeout: ${valueLiteral(client.timeoutMs)}`]),
    ...(client.maxRetries === undefined ? [] : [code`maxRetries: ${valueLiteral(client.maxRetries)}`]),
    ...retrySettings(client.retryPolicy),
    ...(client.idempotencyHeader === undefined
      ? []
      : [code`idempotencyHeader: ${stringLiteral(client.idempotencyHeader)}`]),
    ...(client.browser === 'allow' ? [] : [code`browser: ${stringLiteral(client.browser)}`]),
    ...(serialization.length > 0 ? [code`query: { ${join(serialization, ', ')} }`] : []),
    ...(api.security.length > 0 && api.perEndpointSecurity
      ? [code`security: ${securityOf(api.security)}`]
      : []),
    ...credentialNames(api, options),
    ...(secrets.length > 0 ? [code`redact: ${valueLiteral(secrets)}`] : []),
  ];
}

/** Which options give the credentials of a scheme, where requirements choose among schemes. */
function credentialNames(api: Api, options: readonly ClientOptionPlan[]): readonly Code[] {
  if (!api.perEndpointSecurity) return [];
  const schemes = new Map<string, string[]>();
  for (const { option, property } of options) {
    if (!isCredential(option) || option.auth === undefined) continue;
    const names = schemes.get(option.auth.scheme) ?? [];
    schemes.set(option.auth.scheme, names);
    // A token at hand takes the place of what one is obtained with.
    if (option.auth.role !== 'value' || names.length === 0) names.push(property);
  }
  const entries = [...schemes].map(
    ([scheme, names]) => code`${literalKey(scheme)}: ${stringLiteral(names.join(' and '))}`,
  );
  return entries.length === 0 ? [] : [code`credentials: { ${join(entries, ', ')} }`];
}

/** An option that is sent by name and is, or sounds like, a credential. */
const isSecret = (option: ClientOption): boolean =>
  option.auth !== undefined || /auth|key|token|secret|passw|session|credential/i.test(option.key);

/**
 * Names of the query parameters that must not follow a redirect; undefined where `fetch` keeps all
 * credentials to their origin.
 */
function redirectsOf(api: Api, options: readonly ClientOptionPlan[]): readonly string[] | undefined {
  const named = [
    ...api.securitySchemes.flatMap((one) =>
      one.kind === 'api_key' && options.some(({ option }) => option.auth?.scheme === one.name)
        ? [{ in: one.in, name: one.parameter }]
        : [],
    ),
    ...options.flatMap(({ option }) => option.send ?? []),
  ];
  const kept = named.filter(
    (one) => one.in === 'query' || (one.in === 'header' && one.name.toLowerCase() !== 'authorization'),
  );
  return kept.length === 0
    ? undefined
    : [...new Set(kept.flatMap((one) => (one.in === 'query' ? [one.name] : [])))];
}

/** Whether any method below sends a multipart form. */
const sendsForms = ({ methods, children }: Api['root']): boolean =>
  methods.some(({ body }) =>
    body?.contents.some(
      (one, index) => one.kind === 'multipart' && (index === body.chosen || index === body.fileForm),
    ),
  ) || children.some(sendsForms);

function retrySettings(policy: Api['client']['retryPolicy']): readonly Code[] {
  const numbers = [
    ['first', policy?.initialMs],
    ['longest', policy?.maxMs],
    ['factor', policy?.exponent],
  ] as const;
  const facts = [
    ...numbers.flatMap(([key, value]) =>
      value === undefined ? [] : [code`${identifier(key)}: ${valueLiteral(value)}`],
    ),
    ...(policy === undefined || policy.statuses.length === 0
      ? []
      : [code`statuses: ${valueLiteral(policy.statuses)}`]),
  ];
  return facts.length === 0 ? [] : [code`retry: { ${join(facts, ', ')} }`];
}

/** Variables that a client option gives are filled when the client is made, the others by their default. */
function urlOf(environment: Environment, options: readonly ClientOptionPlan[]): Code {
  const optionFor = (part: string): ClientOptionPlan | undefined =>
    part.startsWith('{')
      ? options.find(
          (one) => one.option.send?.in === 'server_variable' && one.option.send.name === part.slice(1, -1),
        )
      : undefined;
  const parts = urlParts(environment.url);
  if (!parts.some(optionFor)) return stringLiteral(defaultURL(environment));
  const text = parts.map((part) => {
    const option = optionFor(part);
    return option
      ? code`$\{${identifier(option.property)}${option.option.nullable ? code` ?? ${stringLiteral(part)}` : empty}}`
      : templateText(variableDefault(environment, part));
  });
  return code`\`${join(text, '')}\``;
}

function sent(option: ClientOption, property: string, place: 'header' | 'query'): readonly Code[] {
  if (option.send?.in !== place) return [];
  const value = code`this${access(property)}`;
  return [
    code`${literalKey(option.send.name)}: ${option.type === 'string' ? (place === 'query' && option.nullable ? code`${value} ?? undefined` : value) : code`${value} == null ? undefined : String(${value})`}`,
  ];
}

/** One `Cookie` header for all options that are sent as cookies; those without a value are left out. */
function cookieHeader(options: readonly ClientOptionPlan[]): readonly Code[] {
  const crumbs = options.flatMap(({ option, property }) => {
    if (option.send?.in !== 'cookie') return [];
    const value = code`this${access(property)}`;
    return [
      code`${value} == null ? [] : [\`${templateText(encodeURIComponent(option.send.name))}=$\{encodeURIComponent(${value})}\`]`,
    ];
  });
  if (crumbs.length === 0) return [];
  return [
    code`cookie: [${join(
      crumbs.map((one) => code`...(${one})`),
      ', ',
    )}].join('; ') || undefined`,
  ];
}

function authOf(
  scheme: SecurityScheme,
  options: readonly ClientOptionPlan[],
): expr.TypeExpression | undefined {
  const own = (role: string): Code | undefined => {
    const found = options.find(
      (one) =>
        isCredential(one.option) && one.option.auth?.scheme === scheme.name && one.option.auth.role === role,
    );
    return found && code`this${access(found.property)}`;
  };
  const value = own('value');
  const call = (name: string, module: string, ...holes: readonly Code[]): expr.TypeExpression => [
    ...expr.runtimeValue(name, module),
    ...expr.text(code`(${join(holes, ', ')})`),
  ];
  switch (scheme.kind) {
    case 'bearer':
    case 'open_id_connect':
      return value && call('bearer', 'internal/auth', value);
    case 'basic': {
      const [username, password] = [own('username'), own('password')];
      return username && password && call('basic', 'internal/auth-basic', username, password);
    }
    case 'api_key':
      return (
        value &&
        call(
          'apiKey',
          'internal/auth',
          code`{ in: ${stringLiteral(scheme.in)}, name: ${stringLiteral(scheme.parameter)} }`,
          value,
        )
      );
    case 'http':
      return value && call('apiKey', 'internal/auth', code`{ in: 'header', name: 'Authorization' }`, value);
    case 'oauth2': {
      const [id, secret] = [own('client_id'), own('client_secret')];
      // Who configures a secret for another flow means the token endpoint of that one.
      const flow = [...scheme.flows]
        .sort((a, b) => Number(b.flow === 'client_credentials') - Number(a.flow === 'client_credentials'))
        .find((one) => one.tokenURL !== undefined);
      if (!id || !secret || !flow?.tokenURL) return value && call('bearer', 'internal/auth', value);
      const url = /^https?:/i.test(flow.tokenURL)
        ? stringLiteral(flow.tokenURL)
        : code`\`$\{this.baseURL}${templateText(flow.tokenURL.startsWith('/') ? flow.tokenURL : `/${flow.tokenURL}`)}\``;
      return call(
        'clientCredentials',
        'internal/auth-oauth2',
        code`{ tokenURL: ${url}, clientID: ${id}, clientSecret: ${secret}${value ? code`, token: ${value}` : empty} }`,
      );
    }
    case 'mutual_tls':
    case 'unknown':
      return undefined;
    default:
      return scheme satisfies never;
  }
}

export const optionKey = (one: ClientOptionPlan): Code => propertyKey(one.property);
