/** Leaves out entries of a config that are wrong in themselves, so that they do not withhold the rest. */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { type JsonObject, type JsonValue, isJsonObject } from '../lib/json.ts';
import { pointerTokens } from '../lib/origin.ts';

/**
 * Entries that other parts of the config do not depend on: methods, models, schemes of pagination, and
 * examples of the README.
 */
const ENTRY = new RegExp(
  `^/(?:${[
    'pagination/\\d+',
    'readme/example_requests/[^/]+',
    'resources/[^/]+(?:/subresources/[^/]+)*/(?:methods|models)/[^/]+',
  ].join('|')})(?=/|$)`,
);

const CODES: ReadonlySet<string> = new Set(['config-value', 'config-key-missing']);

/** The config without these entries, and the diagnostics, where each such entry is a single error. */
export function leaveOutEntries(
  root: JsonObject,
  diagnostics: readonly Diagnostic[],
): { readonly root: JsonObject; readonly diagnostics: readonly Diagnostic[] } {
  const entries = new Set<string>();
  let kept = root;
  const reported = diagnostics.flatMap((fault) => {
    const entry = CODES.has(fault.code) ? ENTRY.exec(fault.origin?.pointer ?? '')?.[0] : undefined;
    if (entry === undefined) return [fault];
    if (entries.has(entry)) return [];
    entries.add(entry);
    const tokens = pointerTokens(entry);
    kept = replaceAt(kept, tokens) as JsonObject;
    const { origin } = fault;
    return [
      diagnostic(
        'config-entry-invalid',
        { fault: fault.message, entry: tokens.join('.') },
        { ...(origin && { origin }) },
      ),
    ];
  });
  return { root: kept, diagnostics: reported };
}

/** Replaced, not removed, so that the origins of later entries of a list stay true. */
function replaceAt(value: JsonValue | undefined, [key, ...rest]: readonly string[]): JsonValue {
  if (key === undefined) return { skip: true };
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === key ? replaceAt(item, rest) : item));
  return isJsonObject(value) ? { ...value, [key]: replaceAt(value[key], rest) } : { skip: true };
}
