/** Authentication: selects credentials, and sends them as headers, query parameters or cookies. */
import type { PromiseOrValue, SecurityRequirement } from './request-options.ts';

/** Passed to a scheme when it obtains its credential. */
export interface AuthContext {
  /** The client's `fetch`. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** Lives as long as the client; shared with its copies. */
  readonly cache: Map<string, unknown>;
  /** Scopes of the operation. */
  readonly scopes: readonly string[];
  /** Signal of the request. */
  readonly signal: AbortSignal;
}

/** A credential, or a function that returns it; called for each attempt. */
export type Credential = string | null | undefined | (() => PromiseOrValue<string | null | undefined>);

/** An authentication scheme. */
export interface AuthScheme {
  readonly in: 'header' | 'query' | 'cookie';
  /** Name of the header, parameter or cookie. */
  readonly name: string;
  /** Text in front of the value, for example `Bearer `. */
  readonly prefix?: string;
  /** The value to send; `undefined` or `null` if there is no credential. */
  readonly value: (context: AuthContext) => PromiseOrValue<string | null | undefined>;
}

/** Schemes by their names in security requirements. */
export type AuthSchemes = { readonly [name: string]: AuthScheme };

/** `Authorization: Bearer …` (RFC 6750 section 2.1). */
export function bearer(token: Credential): AuthScheme {
  return { in: 'header', name: 'authorization', prefix: 'Bearer ', value: () => reveal(token) };
}

/** An API key in a header, a query parameter or a cookie. */
export function apiKey(place: Pick<AuthScheme, 'in' | 'name'>, key: Credential): AuthScheme {
  return { in: place.in, name: place.name, value: () => reveal(key) };
}

/** Returns the credential, calling it if it is a function. */
export function reveal(credential: Credential): PromiseOrValue<string | null | undefined> {
  return typeof credential === 'function' ? credential() : credential;
}

/** Credentials as they are sent. Cookies are sent as headers. */
export interface SentCredentials {
  readonly headers: [name: string, value: string][];
  readonly query: Record<string, string>;
  /** Whether the requirements are met. True if there are none. */
  readonly met: boolean;
}

/**
 * Selects the first alternative whose credentials are all set (OpenAPI 3.1.1
 * section 4.8.1, `security`). Without requirements, sends every credential that is set.
 */
export async function authenticate(
  schemes: AuthSchemes,
  security: readonly SecurityRequirement[] | undefined,
  context: Omit<AuthContext, 'scopes'>,
): Promise<SentCredentials> {
  let isOptional = !security?.length;
  for (const alternative of security ?? [schemes]) {
    const found: SentCredentials = { headers: [], query: {}, met: true };
    const names = Object.keys(alternative);
    let missing = names.length;
    for (const id of names) {
      const scheme = Object.hasOwn(schemes, id) ? schemes[id] : undefined;
      const scopes = alternative[id];
      const given = scheme?.value({ scopes: Array.isArray(scopes) ? scopes : [], ...context });
      const value = typeof given === 'string' ? given : await given;
      if (scheme && value != null) {
        const { in: place, name } = scheme;
        const sent = (scheme.prefix ?? '') + value;
        missing--;
        if (place === 'query') {
          found.query[name] = sent;
        } else {
          found.headers.push(
            place === 'header' ? [name, sent] : [place, `${name}=${encodeURIComponent(sent)}`],
          );
        }
      }
    }
    if (!security || (names.length && !missing)) {
      return found;
    }
    // An empty requirement makes credentials optional; an empty list means no credentials.
    isOptional ||= !names.length;
  }
  return { headers: [], query: {}, met: isOptional };
}
