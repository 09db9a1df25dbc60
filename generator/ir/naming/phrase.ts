/** What an operationId or a summary adds to the path and the HTTP method. */
import { singular, splitWords } from '../../lib/words.ts';
import type { Operation } from '../operations/collect.ts';
import { wordsAt } from '../read.ts';
import { ARTICLES, PREPOSITIONS, isVerb } from './verbs.ts';

export interface Phrase {
  /** The leading verb: `mark`. */
  readonly verb: string;
  /** The verb and its complement, without the words of the resource: `mark`, `as`, `read`. */
  readonly words: readonly string[];
}

const HTTP = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options']);
const CHATTER = new Set([
  'controller',
  'api',
  'endpoint',
  'operation',
  'request',
  'handler',
  'resource',
  'route',
  'rest',
  'public',
  'v1',
  'v2',
  'v3',
]);

/** The first informative phrase: from the operationId, otherwise from the summary. */
export function phraseOf(operation: Operation, resourceWords: readonly string[]): Phrase | undefined {
  return (
    phraseFrom(identifierWords(operation), resourceWords) ?? phraseFrom(titleWords(operation), resourceWords)
  );
}

/**
 * Like `phraseOf`, but ignores the HTTP method's own word at the start of an
 * operationId and uses the summary instead.
 */
export function saidOf(operation: Operation, resourceWords: readonly string[]): Phrase | undefined {
  // `get` at the start of a POST's operationId contradicts the HTTP method.
  const words = identifierWords(operation, operation.verb === 'get' ? HTTP : new Set([operation.verb]));
  const own = words[0] === operation.verb && operation.verb !== 'get' ? words.slice(1) : words;
  return phraseFrom(own, resourceWords) ?? phraseFrom(titleWords(operation), resourceWords);
}

/** The phrase of the summary alone. */
export const titleOf = (operation: Operation, resourceWords: readonly string[]): Phrase | undefined =>
  phraseFrom(titleWords(operation), resourceWords);

/** The words with which operationId and summary start, after the HTTP method's own word. */
export function firstSaid(operation: Operation): readonly string[] {
  const [first, second] = identifierWords(operation);
  return [first === operation.verb ? second : first, titleWords(operation)[0]].filter(
    (word) => word !== undefined,
  );
}

/**
 * Words of the operationId in lower case. Returns `[]` if it only repeats method and path
 * (`getServers:namespace`); `list_items_v1_items_get` keeps `list_items`. `silent` contains words that add
 * nothing in front of the path's words.
 */
export function identifierWords(operation: Operation, silent: ReadonlySet<string> = HTTP): readonly string[] {
  if (operation.operationId === undefined) return [];
  const id = operation.operationId.split('#')[0] ?? '';
  const path = lower(splitWords(operation.path.path));
  const whole = lower(splitWords(id));
  if (repeatsPath(whole, path, operation.verb)) return [];
  const words = id.includes(':') ? whole : lower(splitWords(id.split(/[/.]/).at(-1) ?? ''));
  const plain = withoutSuffix(words, [...path, operation.verb]);
  if (silent.has(plain[0] ?? '') && isWithin(plain.slice(1), path)) return [];
  return plain.filter((word) => !CHATTER.has(word));
}

/** The words of the summary in lower case; `[]` if it is long. */
export const titleWords = (operation: Operation): readonly string[] => {
  const words = lower(splitWords(wordsAt(operation.place.node, 'summary') ?? ''));
  return words.length <= 8 ? words : [];
};

function phraseFrom(words: readonly string[], resourceWords: readonly string[]): Phrase | undefined {
  const start = words.slice(0, 3).findIndex(isVerb);
  const verb = words[start];
  if (verb === undefined) return undefined;
  const tail = words.slice(start + 1);
  const cut = tail.findIndex((word) => PREPOSITIONS.has(word));
  const known = new Set(resourceWords.map(singular));
  const rest = (cut < 0 ? tail : tail.slice(0, cut)).filter(
    (word) => !ARTICLES.has(word) && !known.has(singular(word)),
  );
  while (rest.length > 0 && (rest.at(-1) === 'by' || rest.at(-1) === 'id' || rest.at(-1) === 'as'))
    rest.pop();
  return { verb, words: [verb, ...rest.filter((word) => word !== 'users' && word !== 'current')] };
}

/** FastAPI appends path and method to the function's name. */
function withoutSuffix(words: readonly string[], suffix: readonly string[]): readonly string[] {
  if (words.length <= suffix.length || suffix.length < 2) return words;
  const from = words.length - suffix.length;
  return suffix.every((word, index) => words[from + index] === word) ? words.slice(0, from) : words;
}

const isWithin = (words: readonly string[], path: readonly string[]): boolean => {
  const joined = path.map(singular).join('');
  return words.every((word) => joined.includes(singular(word)) || word === 'by' || word === 'id');
};

/**
 * `postSmithery.run:namespace.triggers:triggerName`: generated from method and path,
 * perhaps with another host in it.
 */
function repeatsPath(words: readonly string[], path: readonly string[], verb: string): boolean {
  if (words[0] !== verb || words.length < 5) return false;
  const known = new Set(path.map(singular));
  return words.slice(1).filter((word) => known.has(singular(word))).length >= (words.length - 1) * 0.6;
}

const lower = (words: readonly string[]): readonly string[] => words.map((word) => word.toLowerCase());
