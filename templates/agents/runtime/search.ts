/** Finds calls for a described task, by the words that query and operation share and by the verb. */
import type { Entry } from './catalogue-types.ts';

const MOST_RESULTS = 5;

/** Synonyms: words of queries that mean the same as words of operation names. */
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

/** Normalizes words: `Categories` and `category` are equal. */
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
  /** Words of the operation's name and path. */
  readonly name: ReadonlySet<string>;
  readonly action: readonly string[];
  readonly verb: ReadonlySet<string>;
  readonly title: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** Subject of the call: the last word of its path that is not a parameter. */
  readonly subject: string;
  /** Whether the call concerns a single item rather than a list. */
  readonly isSingle: boolean;
  readonly depth: number;
}

export type Search = (query: string) => readonly Entry[];

export function createSearch(entries: readonly Entry[]): Search {
  let index: readonly Indexed[] | undefined;
  let weights: ReadonlyMap<string, number> | undefined;
  /** Verbs of calls that change data. */
  let actions: ReadonlySet<string> | undefined;
  return (query) => {
    index ??= entries.map(indexed);
    weights ??= weightsOf(index);
    actions ??= new Set(index.flatMap(({ entry, action }) => (entry.effect === 'read' ? [] : action)));
    const asked = queryOf(query, actions);
    const exact = entries.filter((entry) => query.trim() === entry.tool || query.trim() === entry.id);
    const known = weights;
    const scored = index
      .map((item) => ({ entry: item.entry, score: scoreOf(item, asked, known) }))
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
    action: action.slice(0, 1),
    verb: new Set(action.flatMap((word) => [word, ...sameVerbs(word)])),
    title: new Set(wordsOf(entry.title)),
    words: new Set(
      wordsOf(
        `${entry.description} ${entry.tags.join(' ')} ${entry.arguments.map(({ name }) => name).join(' ')}`,
      ),
    ),
    subject: wordsOf(entry.path.replace(/\{[^}]*\}/g, ' ')).at(-1) ?? '',
    isSingle: /\}[^/]*$/.test(entry.path),
    depth: entry.path.split('/').length,
  };
}

const sameVerbs = (word: string): readonly string[] =>
  VERBS.filter((row) => row.some((verb) => stem(verb) === word)).flatMap((row) => row.map(stem));

/** Rare words have more weight. */
function weightsOf(index: readonly Indexed[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name, title, words } of index)
    for (const word of new Set([...name, ...title, ...words])) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, count]) => [word, Math.log(1 + index.length / count)]));
}

/** A parsed query. */
interface Query {
  readonly words: readonly string[];
  /** Words in the plural. */
  readonly plurals: ReadonlySet<string>;
  /** Undefined if the first word is not a known verb. */
  readonly isReading: boolean | undefined;
  readonly isDestroying: boolean;
  /** The HTTP method that the first word usually stands for. */
  readonly verbs: readonly string[];
}

const READING = new Set(VERBS.slice(0, 2).flat().map(stem));
const DESTROYING = new Set((VERBS[4] ?? []).map(stem));
const CHANGING = new Set(VERBS.slice(2).flat().map(stem));

function queryOf(text: string, actions: ReadonlySet<string>): Query {
  const given = text.slice(0, 1000);
  const words = [...new Set(wordsOf(given))];
  const plurals = given.split(/[^\p{L}\p{N}]+/u).filter((word) => /[^s]s$/i.test(word));
  const [first = ''] = words;
  const isChanging = CHANGING.has(first) || actions.has(first);
  const isReading = READING.has(first) ? true : isChanging ? false : undefined;
  const row = VERBS.findIndex((verbs) => verbs.some((verb) => stem(verb) === first));
  const verbs = row === 2 ? ['POST'] : row === 3 ? ['PATCH', 'PUT'] : [];
  return {
    words,
    plurals: new Set(plurals.map(stem)),
    isReading,
    isDestroying: DESTROYING.has(first),
    verbs,
  };
}

/** Whether one word abbreviates the other: `repo` and `repository`. */
const isSameWord = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a)));

function scoreOf(item: Indexed, query: Query, weights: ReadonlyMap<string, number>): number {
  const { entry, name, verb, title, words, depth, subject, isSingle } = item;
  const weight = (word: string): number => weights.get(word) ?? 1;
  let score = 0;
  for (const word of query.words) {
    if (name.has(word)) score += 3 * weight(word);
    if (title.has(word)) score += 2 * weight(word);
    if (words.has(word)) score += weight(word);
    if (verb.has(word)) score += 2.5;
  }
  if (score === 0) return 0;
  if (query.words.includes(subject)) score += query.plurals.has(subject) === isSingle ? 0 : 5;
  if (query.isReading !== undefined) score += query.isReading === (entry.effect === 'read') ? 2 : -2;
  if (query.verbs.includes(entry.verb)) score += 1.5;
  if (entry.effect === 'destroy' && !query.isDestroying && query.isReading !== undefined) score -= 3;
  // An operation with many words that the query lacks is probably a different one.
  const nouns = [...name].filter((word) => !verb.has(word));
  const covered = nouns.filter((word) => query.words.some((asked) => isSameWord(asked, word)));
  const sum = (all: readonly string[]): number => all.reduce((total, word) => total + weight(word), 0);
  return score * (0.4 + (0.6 * sum(covered)) / (sum(nouns) || 1)) - 0.05 * depth;
}
