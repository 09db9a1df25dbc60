import type { JsonValue } from '../../lib/json.ts';
import { unescapeToken } from '../../lib/origin.ts';

/**
 * Where the members of each object and array stand: enough to find any pointer once the syntax tree is gone.
 * White space may come first.
 */
export type Offsets = ReadonlyMap<object, Places>;

/**
 * By key, or in the order in which the keys of the object, or the items of the array, come; that takes a
 * tenth of the memory.
 */
export type Places = ReadonlyMap<string, number> | readonly number[];

const placeOf = (places: Places | undefined, node: object, key: string): number | undefined =>
  places instanceof Map
    ? places.get(key)
    : places === undefined
      ? undefined
      : (places as readonly number[])[Array.isArray(node) ? Number(key) : Object.keys(node).indexOf(key)];

/** The place of a pointer's value, or of its nearest parent that exists. */
export function findOffset(
  { value, offsets, text }: { readonly value: JsonValue; readonly offsets: Offsets; readonly text: string },
  pointer: string,
): number {
  let node: unknown = value;
  let best = 0;
  for (const token of pointer.split('/').slice(1).map(unescapeToken)) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, token)) break;
    best = placeOf(offsets.get(node), node, token) ?? best;
    node = Reflect.get(node, token);
  }
  const skip = /(?:\s|#.*)*/y;
  skip.lastIndex = best;
  return best + (skip.exec(text)?.[0].length ?? 0);
}
