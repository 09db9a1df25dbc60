import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type JsonObject, type JsonValue, isJsonObject, own as member } from '../../lib/json.ts';
import type { UpgradeInput } from '../../source/types.ts';

/** What the conversion of one 2.0 document keeps at hand. */
export interface Swagger {
  readonly input: UpgradeInput;
  readonly diagnostics: Diagnostic[];
  readonly consumes: readonly string[];
  readonly produces: readonly string[];
  /** Written node → converted node, so that a part that is referred to from many places is converted once. */
  readonly converted: Map<object, JsonObject>;
}

export { member };

/** The strings of a list; a lone string counts as a list of one. */
export function textList(node: JsonObject, key: string): readonly string[] {
  const value = member(node, key);
  const list: readonly JsonValue[] = Array.isArray(value) ? value : [value ?? null];
  return list.filter((item) => typeof item === 'string');
}

/** The object behind a chain of references, and itself when it is none. */
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

/** A reference stays one; what it leads to is converted in its place, be it in this document or another. */
export function convertTarget(
  swagger: Swagger,
  reference: JsonObject,
  convert: (swagger: Swagger, value: JsonValue) => JsonValue,
): JsonObject {
  const target = dereference(swagger, reference);
  if (target !== undefined) convert(swagger, target);
  return reference;
}
