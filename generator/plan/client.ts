/** The client as data: its options, which credentials they are, and where the API lives. */
import type { Api, ClientOption, Environment, SecurityScheme } from '../ir/types.ts';
import { urlParts, variableDefault } from './server-url.ts';

export interface ClientPlan {
  readonly options: readonly OptionPlan[];
  /** How each security scheme that has its options signs a request. */
  readonly auth: readonly AuthPlan[];
  /** Keys of the options that are a scheme's credentials, where requirements choose among schemes. */
  readonly credentials: readonly { readonly scheme: string; readonly options: readonly string[] }[];
  /** Names under which secrets are sent that no scheme tells of: nothing of them is logged. */
  readonly redacted: readonly string[];
  /**
   * Query parameters with credentials, where redirects must be followed by hand for the sake of those in
   * headers and query; absent where HTTP clients keep all credentials to their origin.
   */
  readonly redirects?: readonly string[];
  readonly servers: readonly ServerPlan[];
  /** The variable of the base URL. */
  readonly baseURLEnv: string;
  /** False: nothing says where the API is, so the caller must. */
  readonly hasServers: boolean;
  /** Whether any method sends a multipart form. */
  readonly sendsForms: boolean;
}

export interface OptionPlan {
  readonly option: ClientOption;
  /** Sent by its scheme, and may be a function; what the config sends by name is plain text. */
  readonly isCredential: boolean;
  /** May be left out: null, a default or a variable of the environment stands in. */
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
  /** OAuth 2.0 client credentials (RFC 6749 section 4.4); a token at hand comes first. */
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
  /** Text and client options by turns. */
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

/** Whether each method knows where to send its request. */
function hasServers(api: Api): boolean {
  const known = ({ methods, children }: Api['root']): boolean =>
    methods.every((method) => (method.servers ?? []).length > 0) && children.every(known);
  return api.client.environments.length > 0 || known(api.root);
}

const isCredential = (option: ClientOption): boolean =>
  option.auth !== undefined && option.send === undefined && option.type === 'string';

function credentialsOf(options: readonly ClientOption[]): ClientPlan['credentials'] {
  const schemes = new Map<string, string[]>();
  for (const option of options) {
    if (!isCredential(option) || option.auth === undefined) continue;
    const keys = schemes.get(option.auth.scheme) ?? [];
    schemes.set(option.auth.scheme, keys);
    // A token at hand takes the place of what one is obtained with.
    if (option.auth.role !== 'value' || keys.length === 0) keys.push(option.key);
  }
  return [...schemes].map(([scheme, keys]) => ({ scheme, options: keys }));
}

/** An option that is sent by name and is, or sounds like, a credential. */
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

/** Variables that a client option gives are filled when the client is made, the others by their default. */
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
      // Who configures a secret for another flow means the token endpoint of that one.
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
