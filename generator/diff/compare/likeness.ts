/**
 * Finds renamed properties, parameters and values. `upgrade` edits code by the result without asking, so a
 * removal and an addition at the same place are not sufficient.
 */
import { splitWords } from '../../lib/words.ts';

export interface NamedShape {
  readonly name: string;
  /** Equal for types that can replace each other. */
  readonly shape: string;
  readonly required: boolean;
  readonly description: string;
}

/** A candidate with further details from the document. */
export interface LikenessCandidate extends NamedShape {
  /** How specific the type is: an enum, object or list of objects; any string; a number or boolean. */
  readonly kind: 'telling' | 'text' | 'plain';
  readonly example: string;
  /** The neighbours that both sides share; empty at the end, where new properties are usually added. */
  readonly place: string;
}

const SHORTEST_DESCRIPTION = 12;

export interface Renames {
  /** Old name → new name. */
  readonly renamed: ReadonlyMap<string, string>;
  /** One string was removed and one added; other places decide whether it was renamed. */
  readonly likely?: { readonly before: string; readonly after: string };
}

/**
 * Pairs removed and added names. Synonymous names or equal descriptions are sufficient. Otherwise nothing
 * else may have been added or removed, and the type or the position must support the pair.
 */
export function renamesAmong(
  removed: readonly LikenessCandidate[],
  fresh: readonly LikenessCandidate[],
): Renames {
  const renamed = renamedAmong(removed, fresh);
  const came = new Set(renamed.values());
  const [placed, ...others] = removed.filter(({ name }) => !renamed.has(name));
  const [other, ...further] = fresh.filter(({ name }) => !came.has(name));
  if (placed === undefined || other === undefined || others.length + further.length > 0) return { renamed };
  if (placed.shape !== other.shape || placed.required !== other.required || !agree(placed, other))
    return { renamed };
  const isSaid = placed.kind !== 'plain' && placed.example !== '' && placed.example === other.example;
  const isThere = placed.kind === 'text' && placed.place !== '' && placed.place === other.place;
  if (placed.kind === 'telling' || isSaid || isThere)
    return { renamed: new Map([...renamed, [placed.name, other.name]]) };
  return placed.kind === 'text'
    ? { renamed, likely: { before: placed.name, after: other.name } }
    : { renamed };
}

/** Nothing contradicts the pair. For a specific type, missing descriptions are not a contradiction. */
function agree(a: LikenessCandidate, b: LikenessCandidate): boolean {
  const isSilent = a.kind === 'telling' && (a.description === '' || b.description === '');
  return (
    (isSilent || nameless(a) === nameless(b)) &&
    (a.example === b.example || (a.kind === 'telling' && (a.example === '' || b.example === '')))
  );
}

/** The description without the name: `The slug of a page` and `The portal of a page` are equal. */
const nameless = ({ name, description }: NamedShape): string =>
  description.toLowerCase().replaceAll(splitWords(name).join(' ').toLowerCase(), '·');

/** Old name → new name, from the names and descriptions. */
export function renamedAmong(
  removed: readonly NamedShape[],
  fresh: readonly NamedShape[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const left = new Set(removed);
  const right = new Set(fresh);
  for (const same of [
    sameWords,
    sameDescription,
    ...(removed.length === 1 && fresh.length === 1 ? [within] : []),
  ])
    for (const item of left) {
      const others = [...right].filter((other) => other.shape === item.shape && same(item, other));
      const [only] = others;
      const rivals = [...left].filter(
        (rival) => only !== undefined && rival.shape === only.shape && same(rival, only),
      );
      if (only === undefined || others.length > 1 || rivals.length > 1) continue;
      found.set(item.name, only.name);
      left.delete(item);
      right.delete(only);
    }
  return found;
}

const wordsOf = (name: string): string => splitWords(name).join(' ').toLowerCase();

/** `petName`, `pet_name` and `PET-NAME`. */
export const sameWords = (a: { readonly name: string }, b: { readonly name: string }): boolean =>
  wordsOf(a.name).replaceAll(' ', '') === wordsOf(b.name).replaceAll(' ', '');

const sameDescription = (a: NamedShape, b: NamedShape): boolean =>
  a.description.length >= SHORTEST_DESCRIPTION && a.description === b.description;

/** Words that describe the format of a value rather than its meaning. */
const EMPTY_WORDS = new Set(['at', 'on', 'time', 'timestamp', 'date', 'list', 'is', 'has', 'the']);

/**
 * Whether one name extends the other, such as `created` and `created_at`, and nothing else was added or
 * removed.
 */
function within(a: NamedShape, b: NamedShape): boolean {
  const telling = ({ name }: NamedShape): string =>
    splitWords(name)
      .map((word) => word.toLowerCase())
      .filter((word) => !EMPTY_WORDS.has(word))
      .join('');
  return telling(a) !== '' && telling(a) === telling(b);
}
