/**
 * Words of the names that people write in documents. Language-neutral: how words become an identifier is the
 * target's business.
 */
import pluralize from 'pluralize';

/** Words that end in `s` and have no singular, or none that a person would use as a name. */
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
 * Pairs that the rules of English suffixes would get wrong; `species` follows the rule of its suffix, as
 * users of existing SDKs know it.
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

/** Characters of a name that are read. */
export const LONGEST_NAME = 1000;

/**
 * The words of a name in any spelling: `phone_numbers`, `phone-numbers`, `phoneNumbers`, `Phone numbers` →
 * `phone`, `numbers` (letter case kept).
 * Digits stay with the word they follow (`top100`), acronyms stay whole (`HTTPServer` → `HTTP`, `Server`;
 * `routeIDs` → `route`, `IDs`).
 * Whatever is neither letter, mark nor digit separates. The words of a text that is no name, such as a title of
 * a megabyte, end after the first `LONGEST_NAME` characters.
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
 * `phoneNumbers` → `phone_numbers`. ASCII capitals become small; other scripts stay as they are apart from
 * simple case pairs.
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
 * English singular of one word, letter case kept: `Categories` → `Category`, `Stats` → `Stat`, `status` →
 * `status`.
 */
export function singular(word: string): string {
  const lower = word.toLowerCase();
  if (lower.length <= 2 || FIXED.has(lower) || !/^[a-z]+$/.test(lower)) return plainSingular(word, lower);
  const irregular = singulars.get(lower);
  if (irregular !== undefined) return likeCase(word, irregular);
  if (/(?:ss|us|[sx]is)$/.test(lower)) return word;
  return pluralize.singular(word);
}

/** English plural of one word, letter case kept; a plural stays as it is. */
export function plural(word: string): string {
  const lower = word.toLowerCase();
  if (singulars.has(lower) || FIXED.has(lower)) return word;
  const irregular = plurals.get(lower);
  if (irregular !== undefined) return likeCase(word, irregular);
  if (!/^[a-z]+$/.test(lower)) return /[a-z0-9]$/i.test(word) && !lower.endsWith('s') ? `${word}s` : word;
  return pluralize.plural(word);
}

/**
 * English plural of a name as a whole: what has no plural alone may have one at the end of a longer name
 * (`userInformations`).
 * Users of existing SDKs know the names of pages so. Given in words, returned in one: `customerCards`.
 */
export const pluralName = (words: readonly string[]): string =>
  pluralize.plural(
    words
      .map((word, index) =>
        index === 0 ? word.toLowerCase() : word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase(),
      )
      .join(''),
  );

/** Words with digits or other scripts: only a plain final `s` after a letter goes. */
const plainSingular = (word: string, lower: string): string =>
  !FIXED.has(lower) && lower.length > 3 && /[a-rt-z]s$/.test(lower) ? word.slice(0, -1) : word;

function likeCase(model: string, text: string): string {
  if (model === model.toUpperCase() && model.length > 1) return text.toUpperCase();
  const first = model.slice(0, 1);
  return first === first.toUpperCase() ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
}

/** Of a URL; `https://` without a host stays what it is. */
export const withoutLastSlash = (url: string): string => url.replace(/(?<![:/])\/+$/, '');
