/** The client: its options, how they are sent, and the URL of the API. */
import type { Api, ClientOption } from '../../ir/types.ts';
import type { AuthWay, ClientPlan, OptionPlan, ServerPlan } from '../../plan/client.ts';
import type { SdkPlan } from '../../plan/sdk.ts';
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
  stringLiteral,
  templateText,
  valueLiteral,
} from './code.ts';
import { optionName } from './layout.ts';
import { securityOf } from './methods/request-options.ts';
import * as expr from './types/expr.ts';

export interface ClientClass {
  /** For example `Smithery`. */
  readonly className: string;
  /** For example `SmitheryCore`. */
  readonly coreName: string;
  /** The root of the error classes: `SmitheryError`. */
  readonly errorName: string;
  readonly options: readonly ClientMember[];
  /** Arguments of the base class that concern the API; `options` contains those of the caller. */
  readonly settings: readonly Code[];
  /**
   * Query parameters with credentials. Present if redirects must be followed manually to protect credentials.
   */
  readonly redirects: readonly string[] | undefined;
  /** Present if the document has no URL, so that the caller must pass one. */
  readonly missingURL?: { readonly readEnv: string; readonly message: string };
  /** Environment variable of the base URL, if it does not follow from the prefix. */
  readonly baseURLEnv: string | undefined;
  readonly environments: readonly string[];
  readonly auth: readonly { readonly scheme: string; readonly value: expr.TypeExpression }[];
  readonly headers: readonly Code[];
  readonly query: readonly Code[];
}

export interface ClientMember extends Pick<OptionPlan, 'option' | 'isCredential'> {
  readonly property: string;
  readonly type: expr.TypeExpression;
  /** Expression for the value if the caller passes none. */
  readonly fallback: expr.TypeExpression;
}

/**
 * Members of the client's class and its namespace. Types with these names are only found in their own files.
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

export function clientClass(names: Names, { api, client }: Pick<SdkPlan, 'api' | 'client'>): ClientClass {
  const className = clientClassName(names, api.client);
  const options = client.options.map((option) => planOption(names, option));
  const members: ClientMembers = new Map(options.map((option) => [option.option.key, option]));
  return {
    className,
    coreName: `${className}Core`,
    errorName: ERROR_CLASSES.has(`${className}Error`) ? `${className}RootError` : `${className}Error`,
    options,
    settings: settings(api, client, members),
    redirects: client.redirects,
    ...(client.hasServers ? {} : { missingURL: missingURL(className, client) }),
    baseURLEnv: api.client.baseURLEnv,
    environments: client.servers.length > 1 ? client.servers.map((server) => server.name) : [],
    auth: client.auth.map(({ scheme, way }) => ({ scheme, value: authOf(way, members) })),
    headers: [
      ...api.client.defaultHeaders.map(
        (defaultHeader) => code`${literalKey(defaultHeader.name)}: ${stringLiteral(defaultHeader.value)}`,
      ),
      ...options.flatMap(({ option, property }) => sent(option, property, 'header')),
      ...cookieHeader(options),
    ],
    query: options.flatMap(({ option, property }) => sent(option, property, 'query')),
  };
}

/** Client members by the key of their option. */
type ClientMembers = ReadonlyMap<string, ClientMember>;

const missingURL = (
  className: string,
  { baseURLEnv }: ClientPlan,
): NonNullable<ClientClass['missingURL']> => ({
  readEnv: baseURLEnv,
  message: `Missing baseURL: set ${baseURLEnv} or pass new ${className}({ baseURL })`,
});

function planOption(names: Names, { option, isCredential }: OptionPlan): ClientMember {
  const type = isCredential
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
    isCredential,
    property: optionName(names, option.key),
    type,
    fallback: expr.separated([...env, ...fixed, ...none], code` ?? `),
  };
}

const knownTexts = (values: readonly string[]): expr.TypeExpression =>
  expr.unionOf([...values.map((value) => expr.text(stringLiteral(value))), expr.text(code`(string & {})`)]);

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

function settings(
  { client: facts, ...api }: Api,
  client: ClientPlan,
  members: ClientMembers,
): readonly Code[] {
  const [first, ...others] = client.servers;
  const urls = client.servers.map((server) => code`${literalKey(server.name)}: ${urlOf(server, members)}`);
  const serialization = [
    ...(api.serialization.arrayFormat === 'repeat'
      ? []
      : [code`arrayFormat: ${stringLiteral(api.serialization.arrayFormat)}`]),
    ...(api.serialization.nestedFormat === 'brackets'
      ? []
      : [code`nestedFormat: ${stringLiteral(api.serialization.nestedFormat)}`]),
    ...(api.serialization.formLists === 'repeat' || !client.sendsForms
      ? []
      : [code`formLists: ${stringLiteral(api.serialization.formLists)}`]),
  ];
  return [
    code`envPrefix: ${stringLiteral(facts.envPrefix)}`,
    code`baseURL: ${first ? urlOf(first, members) : stringLiteral('')}`,
    ...(others.length > 0 ? [code`environments: { ${join(urls, ', ')} }`] : []),
    ...(facts.timeoutMs === undefined ? [] : [code`timeout: ${valueLiteral(facts.timeoutMs)}`]),
    ...(facts.maxRetries === undefined ? [] : [code`maxRetries: ${valueLiteral(facts.maxRetries)}`]),
    ...retrySettings(facts.retryPolicy),
    ...(facts.idempotencyHeader === undefined
      ? []
      : [code`idempotencyHeader: ${stringLiteral(facts.idempotencyHeader)}`]),
    ...(facts.browser === 'allow' ? [] : [code`browser: ${stringLiteral(facts.browser)}`]),
    ...(serialization.length > 0 ? [code`query: { ${join(serialization, ', ')} }`] : []),
    ...(api.security.length > 0 && api.perEndpointSecurity
      ? [code`security: ${securityOf(api.security)}`]
      : []),
    ...credentialNames(client, members),
    ...(client.redacted.length > 0 ? [code`redact: ${valueLiteral(client.redacted)}`] : []),
  ];
}

/** The options with the credentials of each security scheme, if requirements choose between schemes. */
function credentialNames({ credentials }: ClientPlan, members: ClientMembers): readonly Code[] {
  const entries = credentials.map(({ scheme, options }) => {
    const names = options.flatMap((key) => members.get(key)?.property ?? []);
    return code`${literalKey(scheme)}: ${stringLiteral(names.join(' and '))}`;
  });
  return entries.length === 0 ? [] : [code`credentials: { ${join(entries, ', ')} }`];
}

function retrySettings(policy: Api['client']['retryPolicy']): readonly Code[] {
  const numbers = [
    ['first', policy?.initialMs],
    ['longest', policy?.maxMs],
    ['factor', policy?.exponent],
    ['deadline', policy?.maxElapsedMs],
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

/** Server variables set by client options are filled in when the client is created. */
function urlOf({ url }: ServerPlan, members: ClientMembers): Code {
  if (url.every((part) => part.kind === 'text')) return stringLiteral(url.map((part) => part.text).join(''));
  const text = url.map((part) => {
    if (part.kind === 'text') return templateText(part.text);
    const member = members.get(part.option);
    const fallback = member?.option.nullable ? code` ?? ${stringLiteral(part.written)}` : empty;
    return code`$\{${identifier(member?.property ?? part.option)}${fallback}}`;
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

/** One `Cookie` header for all options sent as cookies, without those that have no value. */
function cookieHeader(options: readonly ClientMember[]): readonly Code[] {
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
      crumbs.map((crumb) => code`...(${crumb})`),
      ', ',
    )}].join('; ') || undefined`,
  ];
}

function authOf(way: AuthWay, members: ClientMembers): expr.TypeExpression {
  const own = (key: string): Code => code`this${access(members.get(key)?.property ?? key)}`;
  const call = (name: string, module: string, ...holes: readonly Code[]): expr.TypeExpression => [
    ...expr.runtimeValue(name, module),
    ...expr.text(code`(${join(holes, ', ')})`),
  ];
  switch (way.kind) {
    case 'bearer':
      return call('bearer', 'internal/auth', own(way.token));
    case 'basic':
      return call('basic', 'internal/auth-basic', own(way.username), own(way.password));
    case 'api_key': {
      const place = code`{ in: ${stringLiteral(way.in)}, name: ${stringLiteral(way.name)} }`;
      return call('apiKey', 'internal/auth', place, own(way.value));
    }
    case 'client_credentials': {
      const { tokenURL } = way;
      const url = /^https?:/i.test(tokenURL)
        ? stringLiteral(tokenURL)
        : code`\`$\{this.baseURL}${templateText(tokenURL.startsWith('/') ? tokenURL : `/${tokenURL}`)}\``;
      const token = way.token === undefined ? empty : code`, token: ${own(way.token)}`;
      return call(
        'clientCredentials',
        'internal/auth-oauth2',
        code`{ tokenURL: ${url}, clientID: ${own(way.clientId)}, clientSecret: ${own(way.clientSecret)}${token} }`,
      );
    }
    default:
      return way satisfies never;
  }
}
