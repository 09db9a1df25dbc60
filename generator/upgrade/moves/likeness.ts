/**
 * Renames of properties and values that no key of the document tells. What is written by them changes code
 * without a person's word, so only names that say the same count; all else is left.
 */
import { splitWords } from '../../lib/words.ts';

export interface Named {
  readonly name: string;
  /** Equal for what can stand in the other's place. */
  readonly shape: string;
  readonly required: boolean;
  readonly description: string;
}

const SHORTEST_DESCRIPTION = 12;

/** Old name → new name. */
export function renamedAmong(gone: readonly Named[], fresh: readonly Named[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const left = new Set(gone);
  const right = new Set(fresh);
  for (const same of [
    sameWords,
    sameDescription,
    ...(gone.length === 1 && fresh.length === 1 ? [within] : []),
  ])
    for (const one of left) {
      const others = [...right].filter((other) => other.shape === one.shape && same(one, other));
      const [only] = others;
      const rivals = [...left].filter(
        (rival) => only !== undefined && rival.shape === only.shape && same(rival, only),
      );
      if (only === undefined || others.length > 1 || rivals.length > 1) continue;
      found.set(one.name, only.name);
      left.delete(one);
      right.delete(only);
    }
  return found;
}

const wordsOf = (name: string): string => splitWords(name).join(' ').toLowerCase();

/** `petName`, `pet_name` and `PET-NAME`. */
export const sameWords = (a: { readonly name: string }, b: { readonly name: string }): boolean =>
  wordsOf(a.name).replaceAll(' ', '') === wordsOf(b.name).replaceAll(' ', '');

const sameDescription = (a: Named, b: Named): boolean =>
  a.description.length >= SHORTEST_DESCRIPTION && a.description === b.description;

/** Words that say how a value is written, not what it is. */
const EMPTY_WORDS = new Set(['at', 'on', 'time', 'timestamp', 'date', 'list', 'is', 'has', 'the']);

/** `created` and `created_at`, `active` and `is_active`, where nothing else came or went. */
function within(a: Named, b: Named): boolean {
  const telling = ({ name }: Named): string =>
    splitWords(name)
      .map((word) => word.toLowerCase())
      .filter((word) => !EMPTY_WORDS.has(word))
      .join('');
  return telling(a) !== '' && telling(a) === telling(b);
}
