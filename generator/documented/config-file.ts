/**
 * Writes the part of the config that affects names into the package. With it and the document, a later
 * `sdkwright diff` or `sdkwright upgrade` can reconstruct the published SDK.
 */
import { NEWEST_EDITION } from '../lib/editions.ts';
import type { JsonObject } from '../lib/json.ts';

export const PUBLISHED_CONFIG = 'openapi.config.json';

/** Excludes what the documented file already contains, and settings of the local machine. */
const SECTIONS = [
  'environments',
  'resources',
  'settings',
  'client_settings',
  'security',
  'security_schemes',
  'pagination',
  'query_settings',
  'streaming',
  'webhooks',
  'custom_casings',
  'unspecified_endpoints',
] as const;

/** `written` is the config as in its file; without one, the defaults apply. */
export function publishedConfig(
  written: JsonObject | undefined,
  edition: string | undefined,
): { readonly path: string; readonly text: string } {
  const sections: JsonObject = written ?? { settings: { per_endpoint_security: true } };
  const kept = SECTIONS.flatMap((name) => {
    const value = sections[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const value = { edition: edition ?? NEWEST_EDITION, ...Object.fromEntries(kept) };
  return { path: PUBLISHED_CONFIG, text: `${JSON.stringify(value, null, 2)}\n` };
}
