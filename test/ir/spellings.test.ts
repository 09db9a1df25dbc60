/** Letter case of words, from the document's own spelling. */
import { describe, expect, it } from 'vitest';
import { spellings } from '../../generator/ir/casings.ts';
import type { Casing } from '../../generator/ir/types.ts';
import type { JsonObject, JsonValue } from '../../generator/lib/json.ts';
import { createNames } from '../../generator/languages/typescript/casing.ts';

interface Document {
  readonly tags?: readonly string[];
  readonly schemas?: readonly string[];
  readonly properties?: readonly string[];
  readonly operationId?: string;
}

const documentOf = ({ tags = [], schemas = [], properties = [], operationId }: Document) => ({
  info: { title: 'Things' },
  paths: {
    '/workos/oauth/three_ds': {
      get: { tags: ['cards', ...tags], ...(operationId !== undefined && { operationId }) },
    },
  },
  components: {
    schemas: {
      ...Object.fromEntries(schemas.map((name) => [name, {}])),
      thing: { properties: Object.fromEntries(properties.map((name) => [name, {}])) },
    },
  },
});
const wordsOf = (document: Document): readonly string[] =>
  spellings(documentOf(document), [], undefined).map((one) => one.pascal ?? one.word.toUpperCase());

describe('spellings of a document', () => {
  it.each<[string, Document, readonly string[]]>([
    ['a tag', { tags: ['3DS'] }, ['DS']],
    ['a property', { properties: ['threeDSMethod'] }, ['DS']],
    ['a schema', { schemas: ['ThreeDSMethod'] }, ['DS']],
    ['two spellings decide nothing', { tags: ['3DS'], schemas: ['ThreeDsMethod'] }, []],
    ['an operationId contradicts nothing', { tags: ['3DS'], operationId: 'getThreeDsMethod' }, ['DS']],
    ['what no name holds is of no use', { tags: ['REST'] }, []],
    ['constants say nothing', { properties: ['THREE_DS'] }, []],
    ['small words of sentences are none', { schemas: ['NOTFound', 'ContactUSForm'] }, []],
    ['brands that the path writes small', { tags: ['WorkOS'], schemas: ['OAuthToken'] }, ['OAuth', 'WorkOS']],
    ['what is nowhere written as one word is none', { tags: ['LinkedThings'] }, []],
    ['a version behind an abbreviation', { schemas: ['UUIDv4'] }, ['UUIDv4']],
  ])('%s', (_, document, words) => expect(wordsOf(document)).toEqual(words));

  it('hold since their edition, and the config knows better', () => {
    const document = documentOf({ tags: ['3DS'] });
    expect(spellings(document, [], '2025-10-10')).toEqual([]);
    expect(spellings(document, [{ word: 'ds', initialism: false }], undefined)).toEqual([
      { word: 'ds', initialism: false },
    ]);
  });

  it('are one word in every kind of name', () => {
    const names = createNames(
      spellings(documentOf({ tags: ['WorkOS', '3DS'], schemas: ['OAuthToken', 'UUIDv4'] }), [], undefined),
    );
    expect(
      ['OAuthToken', 'oauth_token', 'my_workos', 'WorkOS', 'UUIDv4', 'three_ds'].map((text) => [
        names.pascal(text),
        names.camel(text),
      ]),
    ).toEqual([
      ['OAuthToken', 'oauthToken'],
      ['OAuthToken', 'oauthToken'],
      ['MyWorkOS', 'myWorkOS'],
      ['WorkOS', 'workos'],
      ['UUIDv4', 'uuidv4'],
      ['ThreeDS', 'threeDS'],
    ]);
  });

  it('read a document that refers to itself once', () => {
    const ring: { properties: Record<string, unknown> } = { properties: { threeDSMethod: {} } };
    ring.properties['again'] = ring;
    expect(spellings({ components: { schemas: { a: ring } } } as never, [], undefined)).toEqual([
      { word: 'ds', initialism: true },
    ]);
  });
});

describe('spellings, place by place', () => {
  const initialism = (word: string): Casing => ({ word, initialism: true });
  const brand = (word: string, pascal: string): Casing => ({ word, pascal, whole: true });
  const path = { '/workos/things/ds': {} };
  const long = 'ThreeDS'.padEnd(1000, 'x');
  const tagged = (...tags: readonly JsonValue[]): JsonObject => ({
    paths: { ...path, '/x': { get: { tags: ['cards', ...tags] } } },
  });
  const named = (...names: readonly string[]): JsonObject => ({
    paths: path,
    components: { schemas: Object.fromEntries(names.map((name) => [name, {}])) },
  });

  it.each<[string, JsonObject, readonly Casing[]]>([
    ['the title', { info: { title: 'WorkOS things' }, paths: path }, [brand('workos', 'WorkOS')]],
    ['a title that is no text', { info: { title: 5 }, paths: path }, []],
    [
      'definitions',
      { definitions: { WorkOS: {} }, paths: path },
      [initialism('os'), brand('workos', 'WorkOS')],
    ],
    [
      'definitions beside schemas',
      { definitions: { WorkOS: {} }, components: { schemas: { Cat: {} } }, paths: path },
      [],
    ],
    ['a parameter', { paths: path, x: [{ name: 'MyDS', in: 'query' }] }, [initialism('ds')]],
    ['a name that is no parameter', { paths: path, x: [{ name: 'MyDS' }, { name: 'MyDS', in: 5 }] }, []],
    ['a parameter whose name is no text', { paths: path, x: [{ name: null, in: 'query' }] }, []],
    ['a Tag Object', { paths: path, tags: [{ name: 'WorkOS' }, 'x'] }, [brand('workos', 'WorkOS')]],
    ['a tag that is no text', tagged(5, null, { name: 5 }, 'DS'), [initialism('ds')]],
    [
      'in the order of words',
      named('WorkOS', 'MyDS', 'ThingIDs'),
      [initialism('ds'), initialism('os'), brand('workos', 'WorkOS')],
    ],
    ['tags all in capitals', { paths: { '/ds': { get: { tags: ['DS'] } } } }, []],
    ['tags with a small letter', tagged('DS'), [initialism('ds')]],
    ['the longest name', named(long, 'DS'), []],
    ['a name of 1000 characters', named(`${'x'.repeat(997)}_DS`), [initialism('ds')]],
    ['a name of 1001 characters', named(`${'x'.repeat(998)}_DS`), []],
    ['a version of two digits', named('WorkDSv12'), [brand('dsv12', 'DSv12')]],
    [
      'six capitals',
      { paths: { '/abcdef/vwxyz': {} }, definitions: { MyABCDEF: {}, MyVWXYZ: {} } },
      [initialism('vwxyz')],
    ],
    ['a plural of capitals proves neither', named('MyDSs', 'MyDS'), [initialism('ds')]],
    ['a capital and small letters contradict', named('MyDS', 'MyDs'), []],
    ['a capital and a digit do not', named('MyDS', 'MyDs2'), [initialism('ds')]],
    ['constants count in tags', tagged('DS_X'), [initialism('ds')]],
    [
      'two spellings of a brand',
      { paths: path, definitions: { WorkOS: {}, WORKos: {} }, info: { title: 'WorkOS' } },
      [initialism('os'), initialism('wor')],
    ],
    [
      'three parts of prose',
      { paths: { '/bigredcat': {} }, info: { title: 'BigRedCat' } },
      [brand('bigredcat', 'BigRedCat')],
    ],
    ['two parts of three', { paths: { '/bigred': {} }, info: { title: 'BigRedCat' } }, []],
    ['four parts', { paths: { '/bigredcatdog/catdog': {} }, info: { title: 'BigRedCatDog' } }, []],
    ['a name in camel case', { paths: { '/bigcat': {} }, definitions: { BigCat: {}, bigCat: {} } }, []],
    ['a small first letter', { paths: { '/myos': {} }, definitions: { myOS: {} } }, [initialism('os')]],
    [
      'capitals inside a name',
      { paths: { '/bigos/oscat': {} }, definitions: { MyBigOSCat: {} } },
      [brand('bigos', 'BigOS'), initialism('os'), brand('oscat', 'OSCat')],
    ],
    [
      'capitals alone',
      { paths: { '/abosx': {} }, definitions: { 'aAB-OSX': {} } },
      [initialism('ab'), initialism('osx')],
    ],
    [
      'a part of a path between signs',
      { paths: { '/a.{workos}--x': {} }, info: { title: 'WorkOS' } },
      [brand('workos', 'WorkOS')],
    ],
    [
      'a word of the path with a capital',
      { paths: { '/xworkoS/Workos/wo': {} }, info: { title: 'WorkOS' } },
      [],
    ],
    [
      'a property as proof',
      {
        paths: {},
        info: { title: 'WorkOS -- things' },
        definitions: { x: { properties: { workos: {} } } },
      },
      [brand('workos', 'WorkOS')],
    ],
    ['a small word is no contradiction', named('MyDS', 'MyThing_ds'), [initialism('ds')]],
    ['three letters contradict', { paths: { '/abc': {} }, definitions: { MyABC: {}, MyAbc: {} } }, []],
    ['a single part of prose', { paths: { '/workos': {} }, info: { title: 'Workos' } }, []],
    ['no names at all', {}, []],
  ])('%s', (_, document, expected) => expect(spellings(document, [], undefined)).toEqual(expected));

  it('add to those of the config, whose words become whole', () => {
    expect(
      spellings(
        named('WorkOS', 'MyDS'),
        [
          { word: 'WorkOS', pascal: 'Workos' },
          { word: 'q', camel: 'q' },
        ],
        undefined,
      ),
    ).toEqual([
      { word: 'WorkOS', pascal: 'Workos', whole: true },
      { word: 'q', camel: 'q' },
      initialism('ds'),
      initialism('os'),
    ]);
    expect(spellings('text', [{ word: 'q', pascal: 'Q' }], undefined)).toEqual([{ word: 'q', pascal: 'Q' }]);
  });
});
