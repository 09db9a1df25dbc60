/** How words of the API become TypeScript names: one policy for the whole SDK. */
import type { Casing } from '../../ir/types.ts';
import { pluralName, singular, splitWords } from '../../lib/words.ts';
import { isIdentifier } from './code.ts';

/** Written in capitals inside a name, in lower case when they lead a property. */
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

/** Words whose usual spelling is neither capitalised nor all capitals. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ['github', 'GitHub'],
  ['icloud', 'ICloud'],
  ['linkedin', 'LinkedIn'],
  ['oauth', 'OAuth'],
  ['oauth2', 'OAuth2'],
  ['openai', 'OpenAI'],
];

export interface Names {
  /** `phone_numbers` → `PhoneNumbers`, `connection_id` → `ConnectionID`. Always an identifier. */
  readonly pascal: (text: string) => string;
  /**
   * `phone_numbers` → `phoneNumbers`, `id` → `id`. Always an identifier; reserved words are the caller's
   * concern.
   */
  readonly camel: (text: string) => string;
  /** `phone_numbers` → `phone-numbers`. Safe as a file name. */
  readonly kebab: (text: string) => string;
  /** The last word made singular: `phone_numbers` → `PhoneNumber`. */
  readonly pascalSingular: (text: string) => string;
  readonly pascalPlural: (text: string) => string;
}

export function createNames(casings: readonly Casing[]): Names {
  const plain = new Set(
    casings.filter((one) => one.initialism === false).map((one) => one.word.toLowerCase()),
  );
  const isOurs = (word: string): boolean => !plain.has(word);
  const initialisms = new Set([
    ...INITIALISMS.filter(isOurs),
    ...casings.filter((one) => one.initialism).map((one) => one.word.toLowerCase()),
  ]);
  const pascalWords = new Map([
    ...SPELLINGS.filter(([word]) => isOurs(word)),
    ...casings.flatMap((one) => (one.pascal ? [[one.word.toLowerCase(), one.pascal] as const] : [])),
  ]);
  const camelWords = new Map(
    casings.flatMap((one) => (one.camel ? [[one.word.toLowerCase(), one.camel] as const] : [])),
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
  const leading = (word: string): string => camelWords.get(word.toLowerCase()) ?? word.toLowerCase();
  const wholes = new Set(
    casings.flatMap((one) => (one.whole === true && one.pascal !== undefined ? [one.pascal] : [])),
  );
  const words = (text: string) => (wholes.size === 0 ? splitWords(text) : joined(splitWords(text), wholes));
  const pascalOf = (parts: readonly string[]) => legal(parts.map(inner).join(''), 'X');
  return {
    pascal: remembered((text) => pascalOf(words(text))),
    camel: remembered((text) => {
      const [first, ...rest] = words(text);
      // An underscore in front says `not for everybody`, and users of existing SDKs know it as part of the
      // name.
      return legal(
        first === undefined ? '' : (/^_*/.exec(text)?.[0] ?? '') + leading(first) + rest.map(inner).join(''),
        'x',
      );
    }),
    kebab: remembered(
      (text) =>
        words(text)
          .map((word) => word.toLowerCase())
          .join('-')
          .replace(/[^\p{L}\p{N}-]/gu, '') || 'x',
    ),
    pascalSingular: remembered((text) => pascalOf(mapLast(words(text), singular))),
    pascalPlural: remembered((text) => pascalOf(words(pluralName(words(text))))),
  };
}

/** `O`, `Auth`, `Token` → `OAuth`, `Token`: what is spelt as one word is one. */
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

/** The same few names come up for every property and every use of it. */
function remembered(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const old = known.get(text);
    if (old !== undefined) return old;
    const name = make(text);
    known.set(text, name);
    return name;
  };
}

const mapLast = (words: readonly string[], change: (word: string) => string): readonly string[] =>
  words.map((word, index) => (index === words.length - 1 ? change(word) : word));

/** Drops what no identifier may hold; a leading digit gets an underscore. */
function legal(text: string, fallback: string): string {
  const kept = text.replace(/[^\p{ID_Continue}$]/gu, '');
  if (kept === '') return fallback;
  return isIdentifier(kept) ? kept : `_${kept}`;
}
