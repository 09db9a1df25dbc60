import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type JsonObject, type JsonValue, isJsonObject, own as member } from '../../lib/json.ts';
import type { UpgradeInput } from '../../source/types.ts';

/** State of the conversion of a 2.0 document. */
export interface Swagger {
  readonly input: UpgradeInput;
  readonly diagnostics: Diagnostic[];
  readonly consumes: readonly string[];
  readonly produces: readonly string[];
  /** Written node → converted node, so that a part with many references to it is converted once. */
  readonly converted: Map<object, JsonObject>;
}

/**
 * Set on a media type that the document does not name: without `consumes` or `produces`, 2.0 leaves the media
 * type open.
 */
export const ASSUMED_MEDIA_TYPE = 'x-assumed-media-type';

export { member };

/** The strings of a list. A single string counts as a list. */
export function textList(node: JsonObject, key: string): readonly string[] {
  const value = member(node, key);
  const list: readonly JsonValue[] = Array.isArray(value) ? value : [value ?? null];
  return list.filter((item) => typeof item === 'string');
}

/** The object at the end of a chain of references; the value itself if it is not a reference. */
export function dereference({ input }: Swagger, value: JsonValue | undefined): JsonObject | undefined {
  let node = value;
  for (let hops = 0; hops < 32 && isJsonObject(node); hops++) {
    const ref = member(node, '$ref');
    if (typeof ref !== 'string') return node;
    node = input.find(ref, node).value?.value;
  }
  return undefined;
}

export function convertOnce(swagger: Swagger, written: JsonObject, convert: () => JsonObject): JsonObject {
  const known = swagger.converted.get(written);
  if (known !== undefined) return known;
  const result = convert();
  swagger.converted.set(written, result);
  swagger.input.became(written, result);
  return result;
}

/** Keeps a reference and converts its target in place, in this document or another. */
export function convertTarget(
  swagger: Swagger,
  reference: JsonObject,
  convert: (swagger: Swagger, value: JsonValue) => JsonValue,
): JsonObject {
  const target = dereference(swagger, reference);
  if (target !== undefined) convert(swagger, target);
  return reference;
}
