import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { JsonValue } from '../../lib/json.ts';

/** A document may grow to this many values through its aliases, or to TIMES its own number, whichever is more. */
const VALUES = 1_000_000;
const TIMES = 20;

/** Whether a value that shares nodes would be out of all proportion if the sharing were written out: the "billion laughs" of YAML. */
export function aliasGrowth(document: string, root: JsonValue): readonly Diagnostic[] {
  const sizes = new Map<object, number>();
  const size = sizeOf(root, sizes);
  if (size <= Math.max(VALUES, sizes.size * TIMES)) return [];
  return [diagnostic('alias-growth', { values: size > Number.MAX_SAFE_INTEGER ? 'more than 2^53' : size }, { position: { document, line: 1, column: 1 } })];
}

/** Recursion is safe here: the depth was checked before. */
function sizeOf(value: unknown, sizes: Map<object, number>): number {
  if (typeof value !== 'object' || value === null) return 1;
  const known = sizes.get(value);
  if (known !== undefined) return known;
  let size = 1;
  for (const child of Object.values(value)) size += sizeOf(child, sizes);
  sizes.set(value, size);
  return size;
}
