/** Checks a request before it is sent. */
import { SDKError } from '../error.ts';
import type { AuthSchemes } from './auth.ts';
import type { ClientSettings } from './client-options.ts';
import { isBrowser } from './env.ts';
import type { NullableHeaders } from './headers.ts';
import { redactURL } from './log.ts';
import type { SecurityRequirement } from './request-options.ts';

/** The security alternatives as text, with the client options of each scheme. */
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
 * Rejects invalid URLs before sending. The error of the platform would quote the URL, which may contain
 * credentials.
 */
export function checkURL(url: string, baseURL: string): void {
  try {
    if (/^https?:\/\/[^/?#@]+([/?#]|$)/i.test(url) ? new URL(url) : isBrowser() && url.startsWith('/')) {
      return;
    }
  } catch {
    // Reported below.
  }
  throw new SDKError(`Invalid server URL; check baseURL: ${redactURL(baseURL, [])}`);
}

/** Whether the caller has set or removed a credential explicitly. */
export function isGiven(schemes: AuthSchemes, query: object, { nulls, values }: NullableHeaders): boolean {
  return Object.values(schemes).some(({ in: place, name }) =>
    place === 'query'
      ? Object.hasOwn(query, name)
      : nulls.has(name) || values.has(place === 'header' ? name : place),
  );
}
