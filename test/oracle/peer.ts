/** The types that `openapi-typescript` makes of the same document: an independent reading of each schema and operation. */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import openapiTS, { type OpenAPI3, astToString } from 'openapi-typescript';
import { parse } from 'yaml';
import { type JsonValue, isJsonObject } from '../../generator/lib/json.ts';

/** Source of a module with `paths`, `components` and `operations`; undefined when the peer does not take the document. */
export async function peerTypes(file: string): Promise<string | undefined> {
  try {
    const nodes = await openapiTS(await peerInput(file), {
      silent: true,
      // A default changes what may be left out of a request, which the peer does not tell from a response.
      defaultNonNullable: false,
      // An object that says nothing of its properties may have any.
      emptyObjectsUnknown: true,
    });
    return astToString(nodes);
  } catch {
    return undefined;
  }
}

/**
 * The document without discriminators. The peer writes the tag's value over the property's own type, takes the name of the
 * component for it where there is no mapping, and makes it required; what is compared is what the schemas themselves say.
 */
async function peerInput(file: string): Promise<OpenAPI3 | URL> {
  const text = await readFile(file, 'utf8');
  const hasOtherFiles = /["']?\$ref["']?:\s*["']?[^"'#\s]/.test(text);
  if (hasOtherFiles) return pathToFileURL(file);
  return withoutDiscriminators(parse(text, { maxAliasCount: -1 }) as JsonValue) as unknown as OpenAPI3;
}

function withoutDiscriminators(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutDiscriminators);
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(([key, item]) => !(key === 'discriminator' && isJsonObject(item) && typeof item['propertyName'] === 'string'));
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutDiscriminators(item)]));
}
