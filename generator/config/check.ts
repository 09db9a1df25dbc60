/**
 * Checks a config against its JSON Schema; one that holds but a few words without the checker, of which
 * loading alone is felt in a small run.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type JsonObject, type JsonValue, isJsonObject } from '../lib/json.ts';
import { configSchema } from './schema/config-schema.ts';

export async function checkConfig(document: string, root: JsonObject): Promise<readonly Diagnostic[]> {
  if (Object.entries(root).every(([key, value]) => isPlain(key, value))) return [];
  const { validateConfig } = await import('./validate.ts');
  return validateConfig(document, root);
}

/** Keywords that ask nothing of a text or a switch. */
const OF_OBJECTS: ReadonlySet<string> = new Set([
  'description',
  'properties',
  'patternProperties',
  'additionalProperties',
]);

/** A text or a switch of which the schema names no more than the types and the words, both met. */
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
