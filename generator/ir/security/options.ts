/** Derives client options from a document's security schemes if the config declares none. */
import { splitWords } from '../../lib/words.ts';
import type { AuthRole, ClientOption, SecurityRequirement, SecurityScheme } from '../types.ts';

export interface SampledOption {
  /** The name in the sample: `apiKey`. */
  readonly name: string;
  readonly env: string;
}

interface Credential {
  readonly key: string;
  readonly scheme: SecurityScheme;
  readonly role: AuthRole;
}

/**
 * An option for each credential. A single token is `api_key`, or `bearer_token` if the document
 * mentions JWT; several are distinguished by their scheme's name. A credential is required if every
 * requirement other than "none" includes it.
 */
export function deriveOptions(
  schemes: readonly SecurityScheme[],
  requirements: readonly (readonly SecurityRequirement[])[],
  envPrefix: string,
  samples: readonly SampledOption[],
): readonly ClientOption[] {
  const named = new Set(
    requirements.flat().flatMap((requirement) => requirement.schemes.map((scheme) => scheme.name)),
  );
  const used = schemes.filter(
    (scheme) => (named.size === 0 || named.has(scheme.name)) && rolesOf(scheme).length > 0,
  );
  const credentials = withSample(unique(used.flatMap((scheme) => credentialsOf(scheme, used))), samples);
  const strict = requirements.filter(
    (alternatives) =>
      alternatives.length > 0 && !alternatives.some((alternative) => alternative.schemes.length === 0),
  );
  return credentials.map(({ key, scheme, role, env }) => {
    const required =
      named.size > 0 &&
      strict.length > 0 &&
      strict.every((alternatives) =>
        alternatives.every((alternative) => alternative.schemes.some((used) => used.name === scheme.name)),
      ) &&
      !requirements.some(
        (alternatives) =>
          alternatives.length > 0 && alternatives.some((alternative) => alternative.schemes.length === 0),
      ) &&
      scheme.kind !== 'oauth2';
    return {
      key,
      type: 'string',
      required,
      nullable: !required,
      readEnv: env ?? `${envPrefix}_${key.toUpperCase()}`,
      auth: { scheme: scheme.name, role },
      origin: scheme.origin,
      ...(scheme.description !== undefined && { description: scheme.description }),
    };
  });
}

/** The parts of a credential that a scheme takes; none if no option can give it. */
export function rolesOf(scheme: SecurityScheme): readonly AuthRole[] {
  switch (scheme.kind) {
    case 'basic':
      return ['username', 'password'];
    case 'oauth2':
      return scheme.flows.some(({ flow }) => flow === 'client_credentials')
        ? ['client_id', 'client_secret', 'value']
        : ['value'];
    case 'bearer':
    case 'api_key':
    case 'http':
    case 'open_id_connect':
      return ['value'];
    case 'mutual_tls':
    case 'unknown':
      return [];
    default:
      return scheme satisfies never;
  }
}

function credentialsOf(scheme: SecurityScheme, all: readonly SecurityScheme[]): readonly Credential[] {
  const tokens = all.filter((securityScheme) =>
    ['bearer', 'api_key', 'http', 'open_id_connect'].includes(securityScheme.kind),
  );
  return rolesOf(scheme).map((role) => ({
    key: role === 'value' ? tokenKey(scheme, tokens.length === 1) : role,
    scheme,
    role,
  }));
}

function tokenKey(scheme: SecurityScheme, isOnly: boolean): string {
  if (scheme.kind === 'oauth2') return 'access_token';
  if (scheme.kind !== 'bearer') return isOnly ? 'api_key' : ownKey(scheme, 'api_key');
  return isOnly ? (isJwt(scheme) ? 'bearer_token' : 'api_key') : ownKey(scheme, 'bearer_token');
}

const isJwt = (scheme: SecurityScheme & { readonly kind: 'bearer' }): boolean =>
  /jwt|access.?token|oauth|session/i.test(`${scheme.format ?? ''} ${scheme.name}`) &&
  !/api.?key/i.test(`${scheme.format ?? ''} ${scheme.name}`);

const NOISE = new Set([
  'auth',
  'authentication',
  'authorization',
  'security',
  'scheme',
  'header',
  'query',
  'http',
  'in',
  'x',
]);

/**
 * `TeamApiKeyAuth` → `team_api_key`. A scheme named only after its kind
 * (`BearerAuth`) gets the kind's usual key.
 */
function ownKey(scheme: SecurityScheme, usual: string): string {
  const words = splitWords(scheme.name)
    .map((word) => word.toLowerCase())
    .filter((word) => !NOISE.has(word) && /^[\p{L}\p{N}]+$/u.test(word));
  const key = words.join('_');
  if (key === '' || /^\d/.test(key)) return usual;
  return key === 'bearer' || key === 'token' || key === 'jwt'
    ? 'bearer_token'
    : key === 'apikey' || key === 'key'
      ? 'api_key'
      : key;
}

/** Uses the full scheme names for schemes that would share a key. */
function unique(credentials: readonly Credential[]): readonly Credential[] {
  const taken = new Set<string>();
  return credentials.map((credential) => {
    let key = credential.key;
    if (taken.has(key))
      key =
        [
          ...splitWords(credential.scheme.name).map((word) => word.toLowerCase()),
          ...(credential.role === 'value' ? [] : [credential.role]),
        ].join('_') || key;
    for (let count = 2; taken.has(key); count += 1) key = `${credential.key}_${count}`;
    taken.add(key);
    return { ...credential, key };
  });
}

/** The document's own samples show what existing users call the only credential. */
function withSample(
  credentials: readonly Credential[],
  samples: readonly SampledOption[],
): readonly (Credential & { readonly env?: string })[] {
  const values = credentials.filter((credential) => credential.role === 'value');
  const sample = samples[0];
  if (values.length !== 1 || samples.length !== 1 || sample === undefined) return credentials;
  const key = splitWords(sample.name)
    .map((word) => word.toLowerCase())
    .join('_');
  return credentials.map((credential) =>
    credential.role === 'value' ? { ...credential, key, env: sample.env } : credential,
  );
}
