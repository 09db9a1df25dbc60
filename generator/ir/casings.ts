/**
 * How words are spelt in names: as the config says, else as the document itself spells them wherever it shows
 * letter case.
 */
import { isPublished } from '../lib/editions.ts';
import { type JsonObject, type JsonValue, isJsonObject } from '../lib/json.ts';
import { byCodeUnit } from '../lib/order.ts';
import { LONGEST_NAME, splitWords } from '../lib/words.ts';
import type { Casing } from './types.ts';
import { listAt, objectAt, wordsAt } from './read.ts';

interface WrittenNames {
  /**
   * Names of schemas, properties and parameters. Not operationIds: tools make most of them, and write `Ds`
   * whatever the word.
   */
  readonly names: ReadonlySet<string>;
  /** Titles and tags: prose, where a capital in a word is a brand's. */
  readonly prose: ReadonlySet<string>;
  readonly paths: readonly string[];
}

/**
 * The config's spellings and, unless another generator published the SDK, those that the document shows without
 * contradicting itself.
 */
export function spellings(
  root: JsonValue,
  given: readonly Casing[],
  edition: string | undefined,
): readonly Casing[] {
  if (isPublished(edition) || !isJsonObject(root)) return given;
  const written = writtenIn(root);
  const known = new Set(given.map((casing) => casing.word.toLowerCase()));
  const found = [...initialisms(written), ...brands(written)].filter((casing) => !known.has(casing.word));
  return [
    ...given.map((casing) => (casing.pascal === undefined ? casing : { ...casing, whole: true })),
    ...found.sort((a, b) => byCodeUnit(a.word, b.word)),
  ];
}

// ── what the document writes ───────────────────────────────────────────────────────────────────────

function writtenIn(root: JsonObject): WrittenNames {
  const names = new Set<string>(
    Object.keys(
      objectAt(objectAt(root, 'components') ?? {}, 'schemas') ?? objectAt(root, 'definitions') ?? {},
    ),
  );
  const prose = new Set<string>();
  const title = wordsAt(objectAt(root, 'info') ?? {}, 'title');
  if (title !== undefined) prose.add(title);
  const seen = new Set<JsonObject | readonly JsonValue[]>();
  const waiting: JsonValue[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node !== 'object' || node === null || seen.has(node)) continue;
    seen.add(node);
    if (isJsonObject(node)) noteNames(node, names, prose);
    for (const child of Object.values(node)) if (typeof child === 'object') waiting.push(child);
  }
  const shortOf = (all: Iterable<string>): string[] => [...all].filter((text) => text.length <= LONGEST_NAME);
  return {
    names: new Set(shortOf(names)),
    prose: new Set(shortOf(prose)),
    paths: shortOf(Object.keys(objectAt(root, 'paths') ?? {})),
  };
}

function noteNames(node: JsonObject, names: Set<string>, prose: Set<string>): void {
  const { properties, name } = node;
  if (isJsonObject(properties)) for (const key of Object.keys(properties)) names.add(key);
  if (typeof name === 'string' && typeof node['in'] === 'string') names.add(name);
  for (const tag of listAt(node, 'tags')) {
    const text = isJsonObject(tag) ? tag['name'] : tag;
    if (typeof text === 'string') prose.add(text);
  }
}

// ── what that says ─────────────────────────────────────────────────────────────────────────────────

/** `UUIDv4`: humps alone would say `UUI`. */
const VERSIONED = /[A-Z]{2,}v\d+/g;
const CAPITALS = /^[A-Z]{2,5}$/;
/** A name that shows letter case: neither all small nor all in capitals. */
const SHOWS_CASE = /[a-z]/;
/** Short words of sentences, which tools write in capitals for other reasons, and one letter says nothing. */
const COMMON = new Set([
  'a',
  'an',
  'and',
  'as',
  'at',
  'by',
  'do',
  'for',
  'get',
  'if',
  'in',
  'is',
  'it',
  'new',
  'no',
  'not',
  'of',
  'on',
  'or',
  'put',
  'post',
  'the',
  'to',
  'up',
  'us',
  'we',
]);

/** `threeDSMethod` and the tag `3DS` say `DS`, unless something says `Ds`: then `three_ds` is `threeDS`. */
function initialisms({ names, prose, paths }: WrittenNames): readonly Casing[] {
  const used = new Set(
    [...names, ...paths].flatMap((text) => splitWords(text)).map((word) => word.toLowerCase()),
  );
  const inCapitals = new Set<string>();
  const capitalised = new Set<string>();
  // Where every tag is in capitals, that is a style.
  const tags = [...prose].some((text) => /[a-z]/.test(text)) ? [...prose] : [];
  for (const text of [...names, ...tags]) {
    if (!/[A-Z]/.test(text) || (!SHOWS_CASE.test(text) && !prose.has(text))) continue;
    for (const word of splitWords(text.replace(VERSIONED, ' '))) {
      if (CAPITALS.test(word)) inCapitals.add(word.toLowerCase());
      else if (/^[A-Z][a-z]+$/.test(word)) capitalised.add(word.toLowerCase());
    }
  }
  return [...inCapitals]
    .filter((word) => used.has(word) && !capitalised.has(word) && !COMMON.has(word))
    .map((word) => ({ word, initialism: true }));
}

/**
 * `WorkOS`, `OAuth`, `UUIDv4` where the document also writes the word in one case, as paths and fields do.
 */
function brands({ names, prose, paths }: WrittenNames): readonly Casing[] {
  const plain = new Set(
    [...names, ...paths].flatMap((text) =>
      text.split(/[^A-Za-z\d]+/).filter((word) => /^[a-z\d]{3,}$/.test(word)),
    ),
  );
  const spelt = new Map<string, Set<string>>();
  const note = (word: string): void => {
    spelt.set(word.toLowerCase(), (spelt.get(word.toLowerCase()) ?? new Set<string>()).add(word));
  };
  for (const text of [...names, ...prose]) {
    if (!SHOWS_CASE.test(text)) continue;
    for (const chunk of text.split(/[^A-Za-z\d]+/)) {
      for (const version of chunk.match(VERSIONED) ?? []) note(version);
      for (const word of runsOf(chunk, prose.has(text))) if (plain.has(word.toLowerCase())) note(word);
    }
  }
  return [...spelt].flatMap(([word, all]) =>
    all.size === 1 ? [...all].map((pascal): Casing => ({ word, pascal, whole: true })) : [],
  );
}

/**
 * Neighbours of a name that may be one word: in names only with capitals that camel case does not explain.
 */
function runsOf(chunk: string, isProse: boolean): readonly string[] {
  const words = splitWords(chunk);
  return words.flatMap((first, at) =>
    [2, 3].flatMap((length) => {
      const run = words.slice(at, at + length);
      const isMarked = run.some((word) => /^[A-Z]+$/.test(word)) || (isProse && run.length === words.length);
      return run.length === length &&
        /^[A-Z]/.test(first) &&
        isMarked &&
        run.some((word) => /[a-z]/.test(word))
        ? [run.join('')]
        : [];
    }),
  );
}
