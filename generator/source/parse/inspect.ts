import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { JsonValue } from '../../lib/json.ts';
import { escapeToken } from '../../lib/origin.ts';

/** Deeper texts are refused, so that later stages may recurse. Real documents stay below 60. */
export const MAX_DEPTH = 400;
/** More notes than this about one kind of number help nobody. */
const MAX_NUMBER_NOTES = 20;

export interface Inspected {
  readonly diagnostics: readonly Diagnostic[];
  /** Members of all objects, each object counted once. */
  readonly keys: number;
  readonly tooDeep: boolean;
}

interface Step {
  readonly node: object;
  readonly depth: number;
  readonly up: Step | undefined;
  readonly key: string | number;
}

/**
 * One pass over a freshly parsed value: its depth, and numbers that JSON or a 64-bit float cannot hold.
 * Infinity and NaN become null in place (the value is still ours alone). No recursion: depth is the author's.
 */
export function inspect(document: string, root: JsonValue): Inspected {
  const diagnostics: Diagnostic[] = [];
  let keys = 0;
  let notes = 0;
  if (typeof root !== 'object' || root === null) return { diagnostics, keys, tooDeep: false };
  const seen = new Set<object>();
  const work: Step[] = [{ node: root, depth: 1, up: undefined, key: '' }];
  for (let step = work.pop(); step !== undefined; step = work.pop()) {
    const { node, depth } = step;
    if (seen.has(node)) continue;
    seen.add(node);
    if (depth > MAX_DEPTH) {
      const origin = { document, pointer: pointerOf(step) };
      return { diagnostics: [...diagnostics, diagnostic('nested-too-deep', { limit: MAX_DEPTH }, { origin })], keys, tooDeep: true };
    }
    const names = Object.keys(node);
    if (!Array.isArray(node)) keys += names.length;
    for (const key of names) {
      const child: unknown = Reflect.get(node, key);
      if (typeof child === 'object' && child !== null) work.push({ node: child, depth: depth + 1, up: step, key });
      else if (typeof child === 'number' && !Number.isSafeInteger(child) && isSuspect(child) && notes < MAX_NUMBER_NOTES) {
        notes++;
        const origin = { document, pointer: `${pointerOf(step)}/${escapeToken(key)}` };
        if (Number.isFinite(child)) {
          diagnostics.push(diagnostic('number-inexact', { number: String(child) }, { origin }));
        } else {
          diagnostics.push(diagnostic('number-not-finite', {}, { origin }));
        }
      }
      if (typeof child === 'number' && !Number.isFinite(child)) Reflect.set(node, key, null);
    }
  }
  return { diagnostics, keys, tooDeep: false };
}

const isSuspect = (value: number): boolean => !Number.isFinite(value) || (Number.isInteger(value) && Math.abs(value) < 1e21);

function pointerOf(step: Step): string {
  const tokens: string[] = [];
  for (let at: Step | undefined = step; at?.up !== undefined; at = at.up) tokens.push(`/${escapeToken(String(at.key))}`);
  return tokens.reverse().join('');
}
