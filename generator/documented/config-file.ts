/**
 * The part of the config that names depend on, as a file of the package: with it and the document, a later
 * `sdkwright diff` or `sdkwright upgrade` knows the SDK that was published.
 */
import { NEWEST_EDITION } from '../lib/editions.ts';
import type { JsonObject } from '../lib/json.ts';

export const PUBLISHED_CONFIG = 'openapi.config.json';

/** What the document with samples holds already, and what is for the maker's machine alone, stays out. */
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

/** `written` is the config as its file has it; without one, what holds where there is no config. */
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
