import type { JsonValue } from '../../lib/json.ts';
import { unescapeToken } from '../../lib/origin.ts';

/** Where the members of each object and array stand, by key: enough to find any pointer once the syntax tree is gone. White space may come first. */
export type Offsets = ReadonlyMap<object, ReadonlyMap<string, number>>;

/** The place of a pointer's value, or of its nearest parent that exists. */
export function findOffset({ value, offsets, text }: { readonly value: JsonValue; readonly offsets: Offsets; readonly text: string }, pointer: string): number {
  let node: unknown = value;
  let best = 0;
  for (const token of pointer.split('/').slice(1).map(unescapeToken)) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, token)) break;
    best = offsets.get(node)?.get(token) ?? best;
    node = Reflect.get(node, token);
  }
  const skip = /(?:\s|#.*)*/y;
  skip.lastIndex = best;
  return best + (skip.exec(text)?.[0].length ?? 0);
}
