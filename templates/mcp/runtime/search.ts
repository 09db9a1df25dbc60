/** Calls that fit what somebody wants to do: how much of an operation's words the query covers, and its verb. */
import type { Entry } from './catalogue-types.ts';
import { signatureOf } from './signature.ts';

const MOST_RESULTS = 5;
const LONGEST_RESULT = 700;

/** Words of queries that ask for the same thing as the words of names. */
const VERBS: readonly (readonly string[])[] = [
  ['list', 'search', 'find', 'all', 'browse', 'query', 'show'],
  ['get', 'retrieve', 'fetch', 'read', 'show', 'detail', 'view', 'download', 'lookup'],
  ['create', 'add', 'new', 'make', 'insert', 'post', 'register', 'open', 'start'],
  ['update', 'edit', 'change', 'modify', 'set', 'rename', 'patch', 'replace', 'upsert'],
  ['delete', 'remove', 'destroy', 'erase', 'unset', 'drop'],
  ['send', 'publish', 'upload', 'submit', 'push', 'deploy'],
];

const STOP: ReadonlySet<string> = new Set(
  'a an and are as at be by can do for from given has have how i in into is it its me my of on or our that the their this to using want when which with you your'.split(
    ' ',
  ),
);

/** `Categories` and `category` are the same word. */
const stem = (word: string): string =>
  word
    .toLowerCase()
    .replace(/ies$/, 'y')
    .replace(/(?<=[^s])s$/, '')
    .replace(/(?:ing|ed)$/, (end, at: number) => (at > 3 ? '' : end))
    .replace(/e$/, '');

export const wordsOf = (text: string): readonly string[] =>
  text
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !STOP.has(word.toLowerCase()))
    .map(stem);

interface Indexed {
  readonly entry: Entry;
  /** Words of its name and of its path, which say what it is. */
  readonly name: ReadonlySet<string>;
  readonly verb: ReadonlySet<string>;
  readonly title: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly depth: number;
}

export type Search = (query: string) => readonly Entry[];

export function createSearch(entries: readonly Entry[]): Search {
  let index: readonly Indexed[] | undefined;
  let weights: ReadonlyMap<string, number> | undefined;
  return (query) => {
    index ??= entries.map(indexed);
    weights ??= weightsOf(index);
    const words = [...new Set(wordsOf(query.slice(0, 1000)))];
    const exact = entries.filter((entry) => query.trim() === entry.tool || query.trim() === entry.id);
    const known = weights;
    const scored = index
      .map((item) => ({ entry: item.entry, score: scoreOf(item, words, known) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    return [...new Set([...exact, ...scored.map(({ entry }) => entry)])].slice(0, MOST_RESULTS);
  };
}

function indexed(entry: Entry): Indexed {
  const keys = entry.id.split('.');
  const action = wordsOf(keys.at(-1) ?? '');
  return {
    entry,
    name: new Set(wordsOf(`${entry.id} ${entry.path.replace(/\{[^}]*\}/g, ' ')}`)),
    verb: new Set(action.flatMap((word) => [word, ...sameVerbs(word)])),
    title: new Set(wordsOf(entry.title)),
    words: new Set(
      wordsOf(
        `${entry.description} ${entry.tags.join(' ')} ${entry.arguments.map(({ name }) => name).join(' ')}`,
      ),
    ),
    depth: entry.path.split('/').length,
  };
}

const sameVerbs = (word: string): readonly string[] =>
  VERBS.filter((row) => row.some((verb) => stem(verb) === word)).flatMap((row) => row.map(stem));

/** Rare words tell more. */
function weightsOf(index: readonly Indexed[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name, title, words } of index)
    for (const word of new Set([...name, ...title, ...words])) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, count]) => [word, Math.log(1 + index.length / count)]));
}

function scoreOf(
  { name, verb, title, words, depth }: Indexed,
  query: readonly string[],
  weights: ReadonlyMap<string, number>,
): number {
  const weight = (word: string): number => weights.get(word) ?? 1;
  let score = 0;
  for (const word of query) {
    if (name.has(word)) score += 3 * weight(word);
    if (title.has(word)) score += 2 * weight(word);
    if (words.has(word)) score += weight(word);
    if (verb.has(word)) score += 2.5;
  }
  if (score === 0) return 0;
  // Much of the operation that the query does not speak of makes it another operation.
  const nouns = [...name].filter((word) => !verb.has(word));
  const covered = nouns.filter((word) => query.includes(word)).reduce((sum, word) => sum + weight(word), 0);
  const all = nouns.reduce((sum, word) => sum + weight(word), 0);
  return score * (0.4 + 0.6 * (all === 0 ? 1 : covered / all)) - 0.05 * depth;
}

/** For a model: a line of TypeScript and a line of words each. */
export function foundText(entries: readonly Entry[], hasCode: boolean): string {
  if (entries.length === 0) return 'Nothing found. Use other words: what is done, and to what.';
  return entries
    .map((entry) => {
      const head = hasCode
        ? signatureOf(entry, LONGEST_RESULT)
        : `${entry.tool}: ${signatureOf(entry, LONGEST_RESULT)}`;
      return `${head}\n  ${entry.description.slice(0, 200)}`;
    })
    .join('\n');
}
