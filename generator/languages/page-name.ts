/** Names of pages without repeated words, as in `DatasetsDatasetsPage` or `OffsetOffsetPage`. */
import { singular, splitWords } from '../lib/words.ts';

const key = (words: readonly string[]): string => words.map((word) => singular(word.toLowerCase())).join(' ');

/** `OffsetOffsetPage` → `OffsetPage`. The caller must check that names remain different. */
export function withoutRepeats(name: string): string {
  const words = splitWords(name);
  const kept = words.filter((word, at) => at === 0 || key([word]) !== key([words[at - 1] ?? '']));
  return kept.length === words.length ? name : kept.join('');
}

/** Joins the plural of an item with its page class: `Datasets`, `DatasetsPage` → `DatasetsPage`. */
export function pageName(items: string, className: string): string {
  const [own, page] = [splitWords(items), splitWords(className)];
  const longest = Math.min(own.length, page.length - 1);
  for (let length = longest; length > 0; length -= 1) {
    if (key(own.slice(-length)) === key(page.slice(0, length)))
      return own.join('') + page.slice(length).join('');
  }
  return items + className;
}
