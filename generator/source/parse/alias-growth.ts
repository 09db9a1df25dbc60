import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { JsonValue } from '../../lib/json.ts';

/**
 * Limit for a document that is expanded through its aliases: this many values and characters, or TIMES
 * its own size, whichever is larger.
 */
const VALUES = 20_000;
const CHARACTERS = 1_000_000;
const TIMES = 20;

/**
 * Reports a value whose size would be out of proportion if shared nodes were written out: the "billion
 * laughs" attack of YAML. `written` is the number of characters of the text.
 */
export function aliasGrowth(document: string, root: JsonValue, written: number): readonly Diagnostic[] {
  const seen: Seen = { sizes: new Map(), values: 0 };
  const { values, characters } = sizeOf(root, seen);
  if (values <= Math.max(VALUES, seen.values * TIMES) && characters <= Math.max(CHARACTERS, written * TIMES))
    return [];
  const reported = (size: number): number | string =>
    size > Number.MAX_SAFE_INTEGER ? 'more than 2^53' : size;
  return [
    diagnostic(
      'alias-growth',
      { values: reported(values), characters: reported(characters) },
      { position: { document, line: 1, column: 1 } },
    ),
  ];
}

interface Size {
  readonly values: number;
  readonly characters: number;
}

interface Seen {
  readonly sizes: Map<unknown, Size>;
  /** Number of values in the document; shared values count once. */
  values: number;
}

/** Recursion is safe, because the depth has been checked. */
function sizeOf(value: unknown, seen: Seen): Size {
  const known = seen.sizes.get(value);
  if (known !== undefined) return known;
  seen.values += 1;
  if (typeof value !== 'object' || value === null)
    return { values: 1, characters: typeof value === 'string' ? value.length : 1 };
  let [values, characters] = [1, 1];
  for (const [key, child] of Object.entries(value)) {
    const size = sizeOf(child, seen);
    values += size.values;
    characters += size.characters + (Array.isArray(value) ? 0 : key.length);
  }
  const size = { values, characters };
  seen.sizes.set(value, size);
  return size;
}
