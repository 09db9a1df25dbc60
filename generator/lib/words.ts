/**
 * Splits names of documents into words, independent of the language. Each
 * target turns words into identifiers.
 */
import pluralize from 'pluralize';

/** Words in `s` without a singular, or without a singular that a person would use as a name. */
const FIXED = new Set([
  'access',
  'ads',
  'aws',
  'axis',
  'basis',
  'canvas',
  'cors',
  'css',
  'data',
  'dns',
  'does',
  'dos',
  'gas',
  'gps',
  'has',
  'https',
  'ios',
  'js',
  'kubernetes',
  'lens',
  'media',
  'metadata',
  'me',
  'os',
  'pos',
  'previous',
  'redis',
  'rss',
  'sms',
  'sports',
  'tls',
  'ts',
  'us',
  'vps',
]);

/**
 * Pairs for which the rules of English suffixes fail. `species` follows its suffix,
 * as users of existing SDKs know it.
 */
const IRREGULAR: readonly (readonly [singular: string, plural: string])[] = [
  ['specie', 'species'],
  ['cache', 'caches'],
  ['index', 'indexes'],
  ['axis', 'axes'],
  ['cpu', 'cpus'],
  ['gpu', 'gpus'],
  ['sku', 'skus'],
  ['menu', 'menus'],
  ['virus', 'viruses'],
  ['focus', 'focuses'],
  ['leave', 'leaves'],
  ['criterion', 'criteria'],
];

const singulars = new Map(IRREGULAR.map(([name, many]) => [many, name]));
const plurals = new Map(IRREGULAR.map(([name, many]) => [name, many]));

/** Maximum number of characters of a name that are examined. */
export const LONGEST_NAME = 1000;

/**
 * The words of a name in any spelling: `phone_numbers`, `phone-numbers`, `phoneNumbers`,
 * `Phone numbers` → `phone`, `numbers` (case preserved). Digits stay with the preceding word
 * (`top100`), acronyms stay whole (`HTTPServer` → `HTTP`, `Server`; `routeIDs` → `route`, `IDs`). Any
 * character other than a letter, mark or digit separates words. Only the first `LONGEST_NAME`
 * characters are examined, because a title may be a megabyte long.
 */
export function splitWords(given: string): readonly string[] {
  const text = given.length > LONGEST_NAME ? given.slice(0, LONGEST_NAME) : given;
  if (/^[a-z0-9]+(?:[_ -][a-z0-9]+)*$/.test(text)) return text.split(/[_ -]/);
  return text
    .normalize('NFC')
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .flatMap((chunk) => (chunk === '' ? [] : splitHumps(chunk)));
}

/**
 * `phoneNumbers` → `phone_numbers`. ASCII capitals become lower case; other scripts
 * change only in simple case pairs.
 */
export const snake = (text: string): string =>
  /^[a-z0-9]+(?:_[a-z0-9]+)*$/.test(text)
    ? text
    : splitWords(text)
        .map((word) => word.toLowerCase())
        .join('_');

const ACRONYM_PLURALS = /(?<!\p{Lu})\p{Lu}{2,}s(?!\p{Ll})/gu;
const HUMP = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

function splitHumps(chunk: string): readonly string[] {
  if (!/\p{Lu}/u.test(chunk)) return [chunk];
  let end = 0;
  const parts = [...chunk.matchAll(ACRONYM_PLURALS)].flatMap((found) => {
    const before = chunk.slice(end, found.index);
    end = found.index + found[0].length;
    return [...(before === '' ? [] : before.split(HUMP)), found[0]];
  });
  const rest = chunk.slice(end);
  return rest === '' ? parts : parts.concat(rest.split(HUMP));
}

/**
 * English singular of a word, case preserved: `Categories` → `Category`,
 * `Stats` → `Stat`, `status` → `status`.
 */
export function singular(word: string): string {
  const lower = word.toLowerCase();
  if (lower.length <= 2 || FIXED.has(lower) || !/^[a-z]+$/.test(lower)) return plainSingular(word, lower);
  const irregular = singulars.get(lower);
  if (irregular !== undefined) return likeCase(word, irregular);
  if (/(?:ss|us|[sx]is)$/.test(lower)) return word;
  return pluralize.singular(word);
}

/** English plural of a word, case preserved. A plural stays as it is. */
export function plural(word: string): string {
  const lower = word.toLowerCase();
  if (singulars.has(lower) || FIXED.has(lower)) return word;
  const irregular = plurals.get(lower);
  if (irregular !== undefined) return likeCase(word, irregular);
  if (!/^[a-z]+$/.test(lower)) return /[a-z0-9]$/i.test(word) && !lower.endsWith('s') ? `${word}s` : word;
  return pluralize.plural(word);
}

/**
 * English plural of a whole name, passed as words and returned as a single word: `customerCards`. A word
 * without a plural may get one at the end of a longer name (`userInformations`), because users of
 * existing SDKs know such names of pages.
 */
export const pluralName = (words: readonly string[]): string =>
  pluralize.plural(
    words
      .map((word, index) =>
        index === 0 ? word.toLowerCase() : word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase(),
      )
      .join(''),
  );

/** For words with digits or other scripts: only a final `s` after a letter is removed. */
const plainSingular = (word: string, lower: string): string =>
  !FIXED.has(lower) && lower.length > 3 && /[a-rt-z]s$/.test(lower) ? word.slice(0, -1) : word;

function likeCase(model: string, text: string): string {
  if (model === model.toUpperCase() && model.length > 1) return text.toUpperCase();
  const first = model.slice(0, 1);
  return first === first.toUpperCase() ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
}

/** Removes trailing slashes of a URL; `https://` without a host stays as it is. */
export const withoutLastSlash = (url: string): string => url.replace(/(?<![:/])\/+$/, '');
