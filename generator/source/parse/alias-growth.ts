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
  const sizes = new Map<object, Size>();
  const { values, characters } = sizeOf(root, sizes);
  if (values <= Math.max(VALUES, sizes.size * TIMES) && characters <= Math.max(CHARACTERS, written * TIMES))
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

/** Recursion is safe here: the depth was checked before. */
function sizeOf(value: unknown, sizes: Map<object, Size>): Size {
  if (typeof value !== 'object' || value === null)
    return { values: 1, characters: typeof value === 'string' ? value.length : 1 };
  const known = sizes.get(value);
  if (known !== undefined) return known;
  let [values, characters] = [1, 1];
  for (const [key, child] of Object.entries(value)) {
    const size = sizeOf(child, sizes);
    values += size.values;
    characters += size.characters + key.length;
  }
  const size = { values, characters };
  sizes.set(value, size);
  return size;
}
