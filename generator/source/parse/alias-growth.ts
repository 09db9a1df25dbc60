import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { JsonValue } from '../../lib/json.ts';

/**
 * A document may grow through its aliases to this many values and characters of text, or to TIMES its own,
 * whichever is more.
 */
const VALUES = 20_000;
const CHARACTERS = 1_000_000;
const TIMES = 20;

/**
 * `written`: characters of the text. Whether a value that shares nodes would be out of all proportion if the
 * sharing were written out: the "billion laughs" of YAML.
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
  /** Values of the document as it is, what is shared counted once. */
  values: number;
}

/** Recursion is safe here: the depth was checked before. */
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
