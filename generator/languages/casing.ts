/** Spelling of the API's words in names, shared by all languages: one policy for the whole SDK. */
import type { Casing } from '../ir/types.ts';
import { splitWords } from '../lib/words.ts';

/** Uppercase in names, lowercase at the start of a property. */
const INITIALISMS = [
  '3ds',
  'ach',
  'acl',
  'ai',
  'api',
  'ats',
  'cpu',
  'crm',
  'db',
  'dns',
  'e2e',
  'gb',
  'gpu',
  'hd',
  'html',
  'http',
  'https',
  'id',
  'ip',
  'iso',
  'jsonl',
  'kb',
  'kyc',
  'mb',
  'mp3',
  'mp4',
  'nft',
  'saml',
  'sdk',
  'sku',
  'sms',
  'ssh',
  'sso',
  'url',
];

/** Words with a special spelling. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ['github', 'GitHub'],
  ['icloud', 'ICloud'],
  ['linkedin', 'LinkedIn'],
  ['oauth', 'OAuth'],
  ['oauth2', 'OAuth2'],
  ['openai', 'OpenAI'],
];

export interface Wording {
  /** The words of a name, whatever its spelling. */
  readonly words: (text: string) => readonly string[];
  /** A word inside a name or at the start of a class: `Phone`, `ID`, `URLs`. */
  readonly inner: (word: string) => string;
  /** A word at the start of a property: `phone`, `id`. */
  readonly leading: (word: string) => string;
  /** A word in lowercase: `phone`, `id`. */
  readonly small: (word: string) => string;
}

export function createWording(casings: readonly Casing[]): Wording {
  const plain = new Set(
    casings.filter((casing) => casing.initialism === false).map((casing) => casing.word.toLowerCase()),
  );
  const isOurs = (word: string): boolean => !plain.has(word);
  const initialisms = new Set([
    ...INITIALISMS.filter(isOurs),
    ...casings.filter((casing) => casing.initialism).map((casing) => casing.word.toLowerCase()),
  ]);
  const pascalWords = new Map([
    ...SPELLINGS.filter(([word]) => isOurs(word)),
    ...casings.flatMap((casing) =>
      casing.pascal ? [[casing.word.toLowerCase(), casing.pascal] as const] : [],
    ),
  ]);
  const camelWords = new Map(
    casings.flatMap((casing) => (casing.camel ? [[casing.word.toLowerCase(), casing.camel] as const] : [])),
  );
  const snakeWords = new Map(
    casings.flatMap((casing) => (casing.snake ? [[casing.word.toLowerCase(), casing.snake] as const] : [])),
  );

  const isInitialism = (lower: string) => initialisms.has(lower);
  const inner = (word: string): string => {
    const lower = word.toLowerCase();
    const fixed = pascalWords.get(lower);
    if (fixed !== undefined) return fixed;
    if (isInitialism(lower)) return lower.toUpperCase();
    if (lower.endsWith('s') && isInitialism(lower.slice(0, -1)) && lower.length > 2)
      return `${lower.slice(0, -1).toUpperCase()}s`;
    return lower.slice(0, 1).toUpperCase() + lower.slice(1);
  };
  const wholes = new Set(
    casings.flatMap((casing) =>
      casing.whole === true && casing.pascal !== undefined ? [casing.pascal] : [],
    ),
  );
  return {
    words: (text) => (wholes.size === 0 ? splitWords(text) : joined(splitWords(text), wholes)),
    inner,
    leading: (word) => camelWords.get(word.toLowerCase()) ?? word.toLowerCase(),
    small: (word) => snakeWords.get(word.toLowerCase()) ?? word.toLowerCase(),
  };
}

/** Joins parts of words that are spelled as one: `O`, `Auth`, `Token` → `OAuth`, `Token`. */
function joined(words: readonly string[], wholes: ReadonlySet<string>): readonly string[] {
  const result: string[] = [];
  for (let at = 0; at < words.length; ) {
    const length =
      [3, 2].find(
        (count) => at + count <= words.length && wholes.has(words.slice(at, at + count).join('')),
      ) ?? 1;
    result.push(words.slice(at, at + length).join(''));
    at += length;
  }
  return result;
}

/** Caches names, because the same few occur in every property and each of its uses. */
export function remembered(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const old = known.get(text);
    if (old !== undefined) return old;
    const name = make(text);
    known.set(text, name);
    return name;
  };
}

export const mapLast = (words: readonly string[], change: (word: string) => string): readonly string[] =>
  words.map((word, index) => (index === words.length - 1 ? change(word) : word));

/** Safe in file names and URLs. */
export const kebabOf = (words: readonly string[]): string =>
  words
    .map((word) => word.toLowerCase())
    .join('-')
    .replace(/[^\p{L}\p{N}-]/gu, '') || 'x';
