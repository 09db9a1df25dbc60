/** What is wrong with a request before it is sent. */
import { SDKError } from '../error.ts';
import type { AuthSchemes } from './auth.ts';
import type { ClientSettings } from './client-options.ts';
import { isBrowser } from './env.ts';
import type { NullableHeaders } from './headers.ts';
import { redactURL } from './log.ts';
import type { SecurityRequirement } from './request-options.ts';

/** The alternatives by the client's options, where the schemes have any. */
export function listed(
  security: readonly SecurityRequirement[] = [],
  options: ClientSettings['credentials'] = {},
): string {
  return security
    .map((one) =>
      Object.keys(one)
        .map((name) => (Object.hasOwn(options, name) ? options[name] : name))
        .join(' and '),
    )
    .join(', or ');
}

/**
 * What no attempt can reach is told at once, and not by the platform, whose error quotes the URL and what is
 * in it.
 */
export function checkURL(url: string, baseURL: string): void {
  try {
    if (/^https?:\/\/[^/?#@]+([/?#]|$)/i.test(url) ? new URL(url) : isBrowser() && url.startsWith('/')) {
      return;
    }
  } catch {
    // Told below.
  }
  throw new SDKError(`Not the URL of a server; see baseURL: ${redactURL(baseURL, [])}`);
}

/** The caller has set or removed the credential by hand. */
export function isGiven(schemes: AuthSchemes, query: object, { nulls, values }: NullableHeaders): boolean {
  return Object.values(schemes).some(({ in: place, name }) =>
    place === 'query'
      ? Object.hasOwn(query, name)
      : nulls.has(name) || values.has(place === 'header' ? name : place),
  );
}
