/**
 * Renames of properties, parameters and values that no key of the document tells. `upgrade` changes code by
 * them without a person's word, so a name that goes where another comes is not enough.
 */
import { splitWords } from '../../lib/words.ts';

export interface NamedShape {
  readonly name: string;
  /** Equal for what can stand in the other's place. */
  readonly shape: string;
  readonly required: boolean;
  readonly description: string;
}

/** With what the document says beside the name. */
export interface LikenessCandidate extends NamedShape {
  /** How much the shape says: a choice, an object or a list of them; any text; a number or a truth. */
  readonly kind: 'telling' | 'text' | 'plain';
  readonly example: string;
  /** The neighbours that both sides have; empty for the last of all, where what is new is put as well. */
  readonly place: string;
}

const SHORTEST_DESCRIPTION = 12;

export interface Renames {
  /** Old name → new name. */
  readonly renamed: ReadonlyMap<string, string>;
  /** A text went and one came; whether it is the same, other places have to say. */
  readonly likely?: { readonly before: string; readonly after: string };
}

/**
 * Which of what is gone from an object or a call is there under another name. Names that mean the same say
 * so, and so do descriptions; else nothing else may have come or gone, and shape or place must speak for it.
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

/** Nothing that is said of the one speaks against the other. Of a telling shape silence is no objection. */
function agree(a: LikenessCandidate, b: LikenessCandidate): boolean {
  const isSilent = a.kind === 'telling' && (a.description === '' || b.description === '');
  return (
    (isSilent || nameless(a) === nameless(b)) &&
    (a.example === b.example || (a.kind === 'telling' && (a.example === '' || b.example === '')))
  );
}

/** `The slug of a page` and `The portal of a page` say the same. */
const nameless = ({ name, description }: NamedShape): string =>
  description.toLowerCase().replaceAll(splitWords(name).join(' ').toLowerCase(), '·');

/** Old name → new name, by what the names and the descriptions say. */
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

/** Words that say how a value is written, not what it is. */
const EMPTY_WORDS = new Set(['at', 'on', 'time', 'timestamp', 'date', 'list', 'is', 'has', 'the']);

/** `created` and `created_at`, `active` and `is_active`, where nothing else came or went. */
function within(a: NamedShape, b: NamedShape): boolean {
  const telling = ({ name }: NamedShape): string =>
    splitWords(name)
      .map((word) => word.toLowerCase())
      .filter((word) => !EMPTY_WORDS.has(word))
      .join('');
  return telling(a) !== '' && telling(a) === telling(b);
}
