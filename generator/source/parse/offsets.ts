import type { JsonValue } from '../../lib/json.ts';
import { pointerTokens } from '../../lib/origin.ts';

/**
 * Offsets of the members of each object and array, with which any pointer can be located without the syntax
 * tree. White space may precede the member.
 */
export type Offsets = ReadonlyMap<object, Places>;

/**
 * By key, or in the order of the object's keys or the array's items. The
 * latter takes a tenth of the memory.
 */
export type Places = ReadonlyMap<string, number> | readonly number[];

const placeOf = (places: Places | undefined, node: object, key: string): number | undefined =>
  places instanceof Map
    ? places.get(key)
    : places === undefined
      ? undefined
      : (places as readonly number[])[Array.isArray(node) ? Number(key) : Object.keys(node).indexOf(key)];

/** The offset of a pointer's value, or of its nearest existing parent. */
export function findOffset(
  { value, offsets, text }: { readonly value: JsonValue; readonly offsets: Offsets; readonly text: string },
  pointer: string,
): number {
  let node: unknown = value;
  let best = 0;
  for (const token of pointerTokens(pointer)) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, token)) break;
    best = placeOf(offsets.get(node), node, token) ?? best;
    node = Reflect.get(node, token);
  }
  const skip = /(?:\s|#.*)*/y;
  skip.lastIndex = best;
  return best + (skip.exec(text)?.[0].length ?? 0);
}
