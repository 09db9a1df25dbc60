/** Letter case of words, from the document's own spelling. */
import { describe, expect, it } from 'vitest';
import { spellings } from '../../generator/ir/casings.ts';
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
