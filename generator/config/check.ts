/**
 * Checks a config against its JSON Schema. A config with only a few plain values is checked without the
 * validator, because loading it would dominate a small run.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type JsonObject, type JsonValue, isJsonObject } from '../lib/json.ts';
import { configSchema } from './schema/config-schema.ts';

export async function checkConfig(document: string, root: JsonObject): Promise<readonly Diagnostic[]> {
  if (Object.entries(root).every(([key, value]) => isPlain(key, value))) return [];
  const { validateConfig } = await import('./validate.ts');
  return validateConfig(document, root);
}

/** Schema keywords that do not constrain text and booleans. */
const OF_OBJECTS: ReadonlySet<string> = new Set([
  'description',
  'properties',
  'patternProperties',
  'additionalProperties',
]);

/**
 * True for text or a boolean for which the schema has only a type and allowed
 * values, and which satisfies both.
 */
function isPlain(key: string, value: JsonValue): boolean {
  const { properties } = configSchema;
  const schema = isJsonObject(properties) && Object.hasOwn(properties, key) ? properties[key] : undefined;
  if ((typeof value !== 'string' && typeof value !== 'boolean') || !isJsonObject(schema)) return false;
  return Object.entries(schema).every(([keyword, wanted]) => {
    const allowed: readonly JsonValue[] = Array.isArray(wanted) ? wanted : [wanted];
    return keyword === 'type'
      ? allowed.includes(typeof value)
      : keyword === 'enum'
        ? allowed.includes(value)
        : OF_OBJECTS.has(keyword);
  });
}
