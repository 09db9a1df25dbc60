/** Credentials: which header, query parameter or cookie a scheme sends. */
import type { PromiseOrValue, SecurityRequirement } from './request-options.ts';

/** What a scheme may use to obtain its credential. */
export interface AuthContext {
  /** The client's `fetch`. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** Kept for the life of the client and shared with its copies. */
  readonly cache: Map<string, unknown>;
  /** Scopes that the operation asks for. */
  readonly scopes: readonly string[];
  /** Aborts with the request. */
  readonly signal: AbortSignal;
}

/** A credential, or a function that is called for each attempt. */
export type Credential = string | null | undefined | (() => PromiseOrValue<string | null | undefined>);

/** A way to authenticate. */
export interface AuthScheme {
  readonly in: 'header' | 'query' | 'cookie';
  /** Name of the header, parameter or cookie. */
  readonly name: string;
  /** Goes before the value. */
  readonly prefix?: string;
  /** The value to send, `undefined` or `null` when there is no credential. */
  readonly value: (context: AuthContext) => PromiseOrValue<string | null | undefined>;
}

/** Schemes by the name that security requirements use. */
export type AuthSchemes = { readonly [name: string]: AuthScheme };

/** `Authorization: Bearer …` (RFC 6750 section 2.1). */
export function bearer(token: Credential): AuthScheme {
  return { in: 'header', name: 'authorization', prefix: 'Bearer ', value: () => reveal(token) };
}

/** An API key in a header, a query parameter or a cookie. */
export function apiKey(place: Pick<AuthScheme, 'in' | 'name'>, key: Credential): AuthScheme {
  return { in: place.in, name: place.name, value: () => reveal(key) };
}

/** The credential itself. */
export function reveal(credential: Credential): PromiseOrValue<string | null | undefined> {
  return typeof credential === 'function' ? credential() : credential;
}

/** Credentials as they are sent; those for cookies are headers as well. */
export interface SentCredentials {
  readonly headers: [name: string, value: string][];
  readonly query: Record<string, string>;
  /** The requirements are met, or there are none. */
  readonly met: boolean;
}

/**
 * Chooses the first alternative whose credentials are all present (OpenAPI
 * 3.1.1 section 4.8.1, `security`). Without requirements every present credential is used.
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
    // An empty requirement makes credentials optional; an empty list means none.
    isOptional ||= !names.length;
  }
  return { headers: [], query: {}, met: isOptional };
}
