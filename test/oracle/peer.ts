/**
 * The types that `openapi-typescript` makes of the same document: an independent reading of each schema and
 * operation.
 */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import openapiTS, { type OpenAPI3, astToString } from 'openapi-typescript';
import { parse } from 'yaml';
import { type JsonObject, type JsonValue, isJsonObject } from '../../generator/lib/json.ts';

export interface PeerTypes {
  /** What the schemas themselves say. */
  readonly plain: string;
  /** With the values of tags that the peer takes from discriminators; absent where the document has none. */
  readonly tagged?: string;
}

/**
 * Sources of modules with `paths`, `components` and `operations`; undefined when the peer does not take the
 * document.
 */
export async function peerTypes(file: string): Promise<PeerTypes | undefined> {
  try {
    const text = await readFile(file, 'utf8');
    if (/["']?\$ref["']?:\s*["']?[^"'#\s]/.test(text)) return { plain: await sourceOf(pathToFileURL(file)) };
    const document = readable(
      parse(text, { maxAliasCount: -1 }) as JsonValue,
      '#',
      new Set(text.match(/#\/[^"'\s]+/g)),
    );
    const plain = await sourceOf(withoutDiscriminators(document) as unknown as OpenAPI3);
    // The peer refuses a document whose mapping leads nowhere.
    const tagged = text.includes('discriminator')
      ? await sourceOf(document as unknown as OpenAPI3).catch(() => undefined)
      : undefined;
    return { plain, ...(tagged !== undefined && { tagged }) };
  } catch {
    return undefined;
  }
}

const sourceOf = async (input: OpenAPI3 | URL): Promise<string> =>
  astToString(
    await openapiTS(input, {
      silent: true,
      // A default changes what may be left out of a request, which the peer does not tell from a response.
      defaultNonNullable: false,
      // An object that says nothing of its properties may have any.
      emptyObjectsUnknown: true,
    }),
  );

/**
 * The document in words that the peer reads right, where it is known to misread others that mean the same.
 */
function readable(value: JsonValue, pointer: string, referred: ReadonlySet<string>): JsonValue {
  const below = (key: string | number): string =>
    `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
  if (Array.isArray(value)) return value.map((item, index) => readable(item, below(index), referred));
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(
    ([key, item]) =>
      (!isSkipped(item) || referred.has(below(key))) &&
      !(key === 'enum' && Array.isArray(item) && item.length === 0),
  );
  return besideUnions(
    requiredByParts(
      Object.fromEntries(kept.map(([key, item]) => [key, readable(item, below(key), referred)])),
    ),
  );
}

/** Places that a hint takes out of the SDK are no part of the comparison. */
const isSkipped = (schema: JsonValue): boolean =>
  isJsonObject(schema) && SKIPPING.some((hint) => schema[hint] !== undefined && schema[hint] !== false);
const SKIPPING = ['x-stainless-skip', 'x-speakeasy-ignore', 'x-fern-ignore'];

/**
 * `required` in one part of an `allOf` counts for the whole; the peer heeds it beside the `allOf` and beside
 * the property.
 */
function requiredByParts(schema: JsonObject): JsonObject {
  const parts = Array.isArray(schema['allOf']) ? schema['allOf'] : [];
  const names = [schema, ...parts].flatMap((part) =>
    isJsonObject(part) && Array.isArray(part['required']) ? part['required'] : [],
  );
  return parts.length === 0 || names.length === 0 ? schema : { ...schema, required: [...new Set(names)] };
}

/**
 * Properties beside `anyOf` or `oneOf` are one more variant to the peer; in an `allOf`, which means the same
 * (JSON Schema 2020-12, section 10.2.1), it reads them right.
 */
function besideUnions(schema: JsonObject): JsonObject {
  const unions = (['anyOf', 'oneOf'] as const).filter((key) => Array.isArray(schema[key]));
  if (unions.length === 0 || (!isJsonObject(schema['properties']) && unions.length < 2)) return schema;
  const rest = Object.fromEntries(
    Object.entries(schema).filter(([key]) => !unions.some((one) => one === key)),
  );
  return { allOf: [rest, ...unions.map((key) => ({ [key]: schema[key] ?? [] }))] };
}

function withoutDiscriminators(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutDiscriminators);
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(
    ([key, item]) =>
      !(key === 'discriminator' && isJsonObject(item) && typeof item['propertyName'] === 'string'),
  );
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutDiscriminators(item)]));
}
