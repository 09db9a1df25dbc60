/**
 * Properties of whole trees: nothing throws, text stays text, and only what a document means decides the
 * bytes.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { type JsonValue, isJsonObject } from '../../generator/lib/json.ts';
import { NASTY } from '../hostile/cases.ts';
import { sdkOf } from '../support/sdk.ts';
import { diskFaults } from './disk.ts';
import {
  FEW,
  RUNS,
  SMALL,
  allPlaces,
  changed,
  faultsOf,
  fromEntries,
  houseDocument,
  houseText,
  objectPlaces,
  stringPlaces,
  treeOf,
} from './support.ts';

/** Whole trees take their time. */
const LONG = { timeout: 600_000 };

const BOOKSHOP = houseDocument('bookshop');

console.info(
  `Properties of whole trees: seed ${fc.readConfigureGlobal().seed ?? 'by chance'}, ${RUNS} runs over the small document, ${FEW} over whole ones.`,
);

/**
 * Beside what ends comments and strings of code: what ends those of Markdown and YAML, and links that do
 * something.
 */
const TEXTS = [
  ...NASTY,
  '--> <img src=x onerror=alert(1)>',
  '<img src=x onerror=alert(1)>',
  '](javascript:alert(1))',
  '[a](javascript:alert(1))',
  '```\n<b>',
  '\n---\n- &a *b',
  ': {',
  '# x',
  '| a |\n',
  '!!js/function x',
];

const DOCUMENTS = [
  ['a small document', SMALL, RUNS],
  ['the bookshop', BOOKSHOP, FEW],
] as const;

/** Writing costs as much as making, so every fifth tree is written. */
const WRITE_EVERY = 5;
let trees = 0;

/** What is wrong with the tree of a document, as it is made and as it is on the disk. */
async function faultsOnDisk(document: JsonValue): Promise<readonly string[]> {
  const { files } = await treeOf(document);
  trees += 1;
  if (trees % WRITE_EVERY !== 1) return faultsOf(files);
  const disk = await diskFaults(files);
  return [...faultsOf(disk.files), ...disk.faults];
}

describe.each(DOCUMENTS)('hostile text in %s', (_name, whole, numRuns) => {
  test('as any values stays text, in files that parse and stay in their folder', LONG, async () => {
    const edits = fc.array(fc.tuple(fc.constantFrom(...stringPlaces(whole)), fc.constantFrom(...TEXTS)), {
      minLength: 1,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(edits, async (all) => {
        expect(
          await faultsOnDisk(
            all.reduce<JsonValue>((value, [place, text]) => changed(value, place, () => text), whole),
          ),
        ).toEqual([]);
      }),
      { numRuns },
    );
  });

  test('as any keys stays text too', LONG, async () => {
    const edits = fc.array(
      fc.tuple(fc.constantFrom(...objectPlaces(whole)), fc.nat(20), fc.constantFrom(...TEXTS)),
      { minLength: 1, maxLength: 25 },
    );
    await fc.assert(
      fc.asyncProperty(edits, async (all) => {
        expect(
          await faultsOnDisk(
            all.reduce<JsonValue>(
              (value, [place, index, key]) => changed(value, place, (old) => withKey(old, index, key)),
              whole,
            ),
          ),
        ).toEqual([]);
      }),
      { numRuns },
    );
  });
});

describe('hostile text', () => {
  // A whole document takes a second for each text.
  test.each([
    ['a small document', SMALL, TEXTS],
    ['the bookshop', BOOKSHOP, TEXTS.filter((_text, at) => at % 6 === 0)],
  ] as const)('everywhere at once in %s', LONG, async (_name, whole, texts) => {
    for (const text of texts) {
      const places = stringPlaces(whole).filter(
        (place) =>
          [
            'title',
            'description',
            'summary',
            'version',
            'name',
            'url',
            'default',
            'example',
            'operationId',
          ].includes(String(place.at(-1))) ||
          place.includes('tags') ||
          place.includes('enum'),
      );
      const document = places.reduce<JsonValue>((value, place) => changed(value, place, () => text), whole);
      expect(faultsOf((await treeOf(document)).files), JSON.stringify(text)).toEqual([]);
    }
  });
});

/** Renames the member at `index`, round the object. */
function withKey(value: JsonValue, index: number, key: string): JsonValue {
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value);
  return fromEntries(entries.map(([name, item], at) => [at === index % entries.length ? key : name, item]));
}

describe('any damage', () => {
  const anything = fc.oneof(
    fc.constantFrom<JsonValue>(
      null,
      true,
      0,
      -1,
      '',
      'x',
      [],
      {},
      [{}],
      { $ref: '#' },
      { $ref: '#/components/schemas/Book' },
      { type: 'object' },
      { allOf: [] },
    ),
    fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as JsonValue),
  );

  test.each([
    ['a small document', SMALL, RUNS],
    ['the bookshop', BOOKSHOP, FEW],
    ['the registry', houseDocument('registry'), FEW],
  ] as const)('to %s is reported or represented, never thrown', LONG, async (_name, whole, numRuns) => {
    const spots = allPlaces(whole);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...spots), anything), { minLength: 1, maxLength: 12 }),
        async (edits) => {
          const document = edits.reduce<JsonValue>(
            (value, [place, other]) => changed(value, place, () => other),
            whole,
          );
          const { sdk, files } = await treeOf(document);
          expect(faultsOf(files)).toEqual([]);
          for (const { origin, code } of sdk.diagnostics) {
            if (origin)
              expect(sdk.texts.get(origin.document)?.locate(origin.pointer).line, code).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns },
    );
  });
});

describe.each(['bookshop', 'smithery', 'registry'])('the tree of %s', (name) => {
  const bytes = async (text: string, file: string): Promise<ReadonlyMap<string, string>> => {
    const sdk = await sdkOf(text, { name: file });
    return new Map(sdk.files.map((one) => [one.path, one.text]));
  };

  test('is the same from YAML, from JSON and from shuffled keys', LONG, async () => {
    const document = houseDocument(name);
    const expected = await bytes(houseText(name), 'openapi.yml');
    expect(expected.size).toBeGreaterThan(20);
    expect(differing(expected, await bytes(JSON.stringify(document), 'openapi.json'))).toEqual([]);
    expect(
      differing(expected, await bytes(stringify(document, { aliasDuplicateObjects: false }), 'openapi.yml')),
    ).toEqual([]);
    for (const seed of [1, 2, 3])
      expect(
        differing(expected, await bytes(JSON.stringify(shuffled(document, random(seed))), 'openapi.json')),
        `seed ${seed}`,
      ).toEqual([]);
  });
});

/** Paths of files that differ, with the first line that does. */
function differing(
  expected: ReadonlyMap<string, string>,
  actual: ReadonlyMap<string, string>,
): readonly string[] {
  const paths = [...new Set([...expected.keys(), ...actual.keys()])].sort();
  return paths.flatMap((path) => {
    const [left, right] = [expected.get(path)?.split('\n') ?? [], actual.get(path)?.split('\n') ?? []];
    const at = left.findIndex((line, index) => line !== right[index]);
    return expected.get(path) === actual.get(path)
      ? []
      : [`${path}:${at + 1} ${left[at] ?? ''} | ${right[at] ?? ''}`];
  });
}

/**
 * Objects whose keys are a list in disguise: their order is the document's word on the order of values or
 * parts.
 */
function shuffled(value: JsonValue, next: () => number): JsonValue {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, next));
  if (!isJsonObject(value)) return value;
  const ranked = Object.entries(value).map(([key, item]) => ({
    rank: next(),
    key,
    item: shuffled(item, next),
  }));
  return fromEntries(ranked.sort((a, b) => a.rank - b.rank).map(({ key, item }) => [key, item]));
}

/** A small generator of numbers between 0 and 1, the same in every run (Park and Miller's). */
function random(seed: number): () => number {
  let state = seed * 7919;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
