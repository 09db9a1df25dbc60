/** The client as data: its options, which of them are credentials, and the API's servers. */
import type { Api, ClientOption, Environment, SecurityScheme } from '../ir/types.ts';
import { urlParts, variableDefault } from './server-url.ts';

export interface ClientPlan {
  readonly options: readonly OptionPlan[];
  /** How each security scheme with options signs a request. */
  readonly auth: readonly AuthPlan[];
  /** Keys of the options that are credentials of a scheme, if requirements choose between schemes. */
  readonly credentials: readonly { readonly scheme: string; readonly options: readonly string[] }[];
  /** Names of headers and parameters that carry secrets outside any scheme; their values are never logged. */
  readonly redacted: readonly string[];
  /**
   * Query parameters with credentials, set if redirects must be followed by hand to protect credentials in
   * headers and query. Absent if HTTP clients keep all credentials to their origin.
   */
  readonly redirects?: readonly string[];
  readonly servers: readonly ServerPlan[];
  /** The environment variable for the base URL. */
  readonly baseURLEnv: string;
  /** False if no server is known, so the caller must provide the URL. */
  readonly hasServers: boolean;
  /** True if any method sends a multipart form. */
  readonly sendsForms: boolean;
}

export interface OptionPlan {
  readonly option: ClientOption;
  /**
   * True if a scheme sends the value, which may then be a function. What the
   * config sends by name is plain text.
   */
  readonly isCredential: boolean;
  /** False if it may be omitted, because null, a default or an environment variable replaces it. */
  readonly isRequired: boolean;
}

export interface AuthPlan {
  readonly scheme: string;
  readonly way: AuthWay;
}

/** Options are named by their keys. */
export type AuthWay =
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'basic'; readonly username: string; readonly password: string }
  | {
      readonly kind: 'api_key';
      readonly in: 'header' | 'query' | 'cookie';
      readonly name: string;
      readonly value: string;
    }
  /** OAuth 2.0 client credentials (RFC 6749 section 4.4). A given token takes precedence. */
  | {
      readonly kind: 'client_credentials';
      /** Absolute, or a path below the base URL. */
      readonly tokenURL: string;
      readonly clientId: string;
      readonly clientSecret: string;
      readonly token?: string;
    };

export interface ServerPlan {
  readonly name: string;
  /** Text and client options in alternation. */
  readonly url: readonly (
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'option'; readonly option: string; readonly written: string }
  )[];
}

export function planClient(api: Api): ClientPlan {
  const { options } = api.client;
  const redirects = redirectsOf(api);
  return {
    options: options.map((option) => ({
      option,
      isCredential: isCredential(option),
      isRequired: option.required && !option.nullable,
    })),
    auth: api.securitySchemes.flatMap((scheme) => {
      const way = wayOf(scheme, options);
      return way ? [{ scheme: scheme.name, way }] : [];
    }),
    credentials: api.perEndpointSecurity ? credentialsOf(options) : [],
    redacted: options.flatMap((option) =>
      option.send !== undefined && isSecret(option) ? [option.send.name] : [],
    ),
    ...(redirects && { redirects }),
    servers: api.client.environments.map((environment) => ({
      name: environment.name,
      url: urlOf(environment, options),
    })),
    baseURLEnv: api.client.baseURLEnv ?? `${api.client.envPrefix}_BASE_URL`,
    hasServers: hasServers(api),
    sendsForms: sendsForms(api.root),
  };
}

/** True if each method has a server for its requests. */
function hasServers(api: Api): boolean {
  const known = ({ methods, children }: Api['root']): boolean =>
    methods.every((method) => (method.servers ?? []).length > 0) && children.every(known);
  return api.client.environments.length > 0 || known(api.root);
}

/** True if callers may pass a function that returns the value. */
export const isCredential = (option: ClientOption): boolean =>
  option.auth !== undefined && option.send === undefined && option.type === 'string';

function credentialsOf(options: readonly ClientOption[]): ClientPlan['credentials'] {
  const schemes = new Map<string, string[]>();
  for (const option of options) {
    if (!isCredential(option) || option.auth === undefined) continue;
    const keys = schemes.get(option.auth.scheme) ?? [];
    schemes.set(option.auth.scheme, keys);
    // A given token replaces the credentials with which a token is obtained.
    if (option.auth.role !== 'value' || keys.length === 0) keys.push(option.key);
  }
  return [...schemes].map(([scheme, keys]) => ({ scheme, options: keys }));
}

/** True for an option that is sent by name and is, or is named like, a credential. */
const isSecret = (option: ClientOption): boolean =>
  option.auth !== undefined || /auth|key|token|secret|passw|session|credential/i.test(option.key);

function redirectsOf(api: Api): readonly string[] | undefined {
  const { options } = api.client;
  const named = [
    ...api.securitySchemes.flatMap((securityScheme) =>
      securityScheme.kind === 'api_key' &&
      options.some((option) => option.auth?.scheme === securityScheme.name)
        ? [{ in: securityScheme.in, name: securityScheme.parameter }]
        : [],
    ),
    ...options.flatMap((option) => option.send ?? []),
  ];
  const kept = named.filter(
    (item) => item.in === 'query' || (item.in === 'header' && item.name.toLowerCase() !== 'authorization'),
  );
  return kept.length === 0
    ? undefined
    : [...new Set(kept.flatMap((item) => (item.in === 'query' ? [item.name] : [])))];
}

const sendsForms = ({ methods, children }: Api['root']): boolean =>
  methods.some(({ body }) =>
    body?.contents.some(
      (content, index) => content.kind === 'multipart' && (index === body.chosen || index === body.fileForm),
    ),
  ) || children.some(sendsForms);

/** Variables of a client option are filled when the client is created, the others with their default. */
function urlOf(environment: Environment, options: readonly ClientOption[]): ServerPlan['url'] {
  return urlParts(environment.url).map((part) => {
    const option = part.startsWith('{')
      ? options.find(
          (clientOption) =>
            clientOption.send?.in === 'server_variable' && clientOption.send.name === part.slice(1, -1),
        )
      : undefined;
    return option
      ? { kind: 'option', option: option.key, written: part }
      : { kind: 'text', text: variableDefault(environment, part) };
  });
}

function wayOf(scheme: SecurityScheme, options: readonly ClientOption[]): AuthWay | undefined {
  const own = (role: string): string | undefined =>
    options.find(
      (option) => isCredential(option) && option.auth?.scheme === scheme.name && option.auth.role === role,
    )?.key;
  const value = own('value');
  const bearer: AuthWay | undefined = value === undefined ? undefined : { kind: 'bearer', token: value };
  switch (scheme.kind) {
    case 'bearer':
    case 'open_id_connect':
      return bearer;
    case 'basic': {
      const [username, password] = [own('username'), own('password')];
      return username !== undefined && password !== undefined
        ? { kind: 'basic', username, password }
        : undefined;
    }
    case 'api_key':
      return value === undefined
        ? undefined
        : { kind: 'api_key', in: scheme.in, name: scheme.parameter, value };
    case 'http':
      return value === undefined
        ? undefined
        : { kind: 'api_key', in: 'header', name: 'Authorization', value };
    case 'oauth2': {
      const [clientId, clientSecret] = [own('client_id'), own('client_secret')];
      // If a secret is configured for another flow, the token endpoint of that flow is intended.
      const flow = [...scheme.flows]
        .sort((a, b) => Number(b.flow === 'client_credentials') - Number(a.flow === 'client_credentials'))
        .find((flow) => flow.tokenURL !== undefined);
      if (clientId === undefined || clientSecret === undefined || !flow?.tokenURL) return bearer;
      return {
        kind: 'client_credentials',
        tokenURL: flow.tokenURL,
        clientId,
        clientSecret,
        ...(value !== undefined && { token: value }),
      };
    }
    case 'mutual_tls':
    case 'unknown':
      return undefined;
    default:
      return scheme satisfies never;
  }
}
