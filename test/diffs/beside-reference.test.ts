/** A keyword beside a `$ref` that repeats the schema changes nothing; another value is one change. */
import { describe, expect, it } from 'vitest';
import { diffApis } from '../../generator/diff/diff-apis.ts';
import { besideEither, descriptionOf, withBeside } from '../../generator/diff/compare/beside-reference.ts';
import type { Schemas } from '../../generator/diff/compare/shape.ts';
import type { TypeNode } from '../../generator/ir/types.ts';
import { sdkNames } from '../../generator/languages/typescript/sdk-names.ts';
import { apiOf } from './support.ts';

type Schema = Readonly<Record<string, unknown>>;

const REF = { $ref: '#/components/schemas/T' };
const THROUGH = { $ref: '#/components/schemas/U' };
const text = { type: 'string' };
const object = { type: 'object', properties: { z: text } };

/** The schema is a parameter, a property, the items of a list and the values of a map. */
const documentOf = (schema: Schema, named: Named): string => {
  const pet = { type: 'object', properties: { a: schema, b: { type: 'array', items: schema } } };
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } };
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    servers: [{ url: 'https://api.example.com' }],
    paths: {
      '/pets': {
        post: {
          operationId: 'pets',
          parameters: [{ name: 'q', in: 'query', schema }],
          requestBody: { required: true, content },
          responses: { 200: { description: 'ok', content } },
        },
      },
    },
    components: { schemas: { U: REF, ...named, Pet: { ...pet, additionalProperties: schema } } },
  });
};

type Named = Readonly<Record<string, Schema>>;

async function changes(before: readonly [Schema, Named], after: readonly [Schema, Named]) {
  const found = diffApis(await apiOf(documentOf(...before)), await apiOf(documentOf(...after)), {
    today: '2026-11-24',
    naming: sdkNames,
  });
  return found
    .filter(({ rule }) => rule !== 'version-not-raised' && !rule.startsWith('model-'))
    .map(
      ({ rule, subject, before: old, after: fresh }) => `${rule}: ${subject} ${old ?? ''} → ${fresh ?? ''}`,
    );
}

const REPEATED: Readonly<Record<string, readonly [Schema, Schema]>> = {
  'a default': [text, { default: 'x' }],
  'a default of an object': [object, { default: { z: 'x' } }],
  'a default of an enum': [{ ...text, enum: ['x', 'y'] }, { default: 'x' }],
  'a description': [text, { description: 'Words.' }],
  'a description of an object': [object, { description: 'Words.' }],
  examples: [text, { examples: ['x'] }],
  'examples of an object': [object, { examples: [{ z: 'x' }] }],
  'a limit': [text, { maxLength: 3 }],
  'a limit of an object': [object, { minProperties: 1 }],
  'two limits': [text, { minLength: 1, maxLength: 3 }],
  'a pattern': [text, { pattern: '^a' }],
  'a condition': [text, { not: { const: 'x' } }],
  values: [text, { enum: ['x', 'y'] }],
  null: [{}, { type: ['string', 'null'] }],
  deprecated: [text, { deprecated: true }],
  'deprecated of an object': [object, { deprecated: true }],
  readOnly: [text, { readOnly: true }],
  writeOnly: [text, { writeOnly: true }],
  'a format': [text, { format: 'date' }],
  'a title': [text, { title: 'Words' }],
};

describe.each(Object.entries(REPEATED))('%s that is repeated', (_title, [schema, more]) => {
  const named = { T: { ...schema, ...more } };
  it.each<readonly [string, Schema, Schema]>([
    ['beside the reference', REF, { ...REF, ...more }],
    ['beside a reference to a reference', THROUGH, { ...THROUGH, ...more }],
    ['beside a reference in allOf', REF, { allOf: [REF], ...more }],
  ])('%s', async (_place, without, repeated) => {
    expect(await changes([without, named], [repeated, named])).toEqual([]);
    expect(await changes([repeated, named], [without, named])).toEqual([]);
  });
});

describe('what holds at a reference', () => {
  type Node = TypeNode & { readonly id?: string };
  const node = (more: object): Node => ({ kind: 'scalar', type: 'string', ...more }) as unknown as Node;
  const ref = (id: string, more: object = {}): Node => ({ kind: 'ref', id, ...more }) as unknown as Node;
  const not = (value: string) => ({ keyword: 'not', value });
  const schemas = (types: Readonly<Record<string, Node>>): Schemas =>
    new Map(Object.entries(types).map(([key, type]) => [key, { id: key, type }])) as unknown as Schemas;
  const own = schemas({
    plain: node({}),
    full: node({
      ...{ description: 'Full.', default: 'f', examples: ['f'] },
      constraints: { minLength: 1, maxLength: 9, assertions: [not('f')] },
    }),
    far: ref('full', { description: 'Far.', constraints: { maxLength: 8 } }),
    ring: ref('ring', { description: 'Ring.' }),
  });

  it.each([
    [node({ description: 'Own.' }), 'Own.'],
    [node({}), undefined],
    [ref('full'), 'Full.'],
    [ref('far'), 'Far.'],
    [ref('far', { description: 'Own.' }), 'Own.'],
    [ref('plain'), undefined],
    [ref('none'), undefined],
    [ref('ring'), 'Ring.'],
  ])('%# has a description', (type, expected) => expect(descriptionOf(type, own)).toBe(expected));

  it.each([
    [ref('full'), node({ default: 'n' }), node({ default: 'n' })],
    [ref('full', { default: 'r' }), node({ default: 'n' }), node({ default: 'r' })],
    [
      ref('full', { constraints: { maxLength: 2 } }),
      node({ examples: ['n'], constraints: { minLength: 1, maxLength: 3 } }),
      node({ examples: ['n'], constraints: { minLength: 1, maxLength: 2 } }),
    ],
    [
      ref('full', { constraints: { assertions: [not('r')] } }),
      node({ constraints: { assertions: [not('n')] } }),
      node({ constraints: { assertions: [not('n'), not('r')] } }),
    ],
    [ref('full', { constraints: { maxLength: 2 } }), node({}), node({ constraints: { maxLength: 2 } })],
  ])('%# gives its schema what is beside it', (reference, named, expected) => {
    expect(withBeside(named, reference)).toEqual(expected);
  });

  it('leaves its schema as it is where nothing is beside it', () => {
    const named = node({});
    expect(withBeside(named, ref('full'))).toBe(named);
    expect(withBeside(named, ref('full', { constraints: {} }))).toBe(named);
  });

  it.each([
    [ref('full'), ref('far'), {}, {}],
    [
      ref('full', { default: 'a' }),
      ref('far'),
      { default: 'a', constraints: {} },
      { default: 'f', constraints: {} },
    ],
    [
      ref('full'),
      ref('far', { constraints: { maxLength: 2 } }),
      { constraints: { maxLength: 9 } },
      { constraints: { maxLength: 2 } },
    ],
    [
      ref('far', { constraints: { assertions: [not('a')] } }),
      ref('plain', { description: 'B.' }),
      { description: 'Far.', constraints: { assertions: [not('f'), not('a')] } },
      { description: 'B.', constraints: {} },
    ],
  ])('%# is compared by what is beside either', (a, b, first, second) => {
    expect(besideEither({ a, b }, { base: own, revision: own })).toEqual({
      a: { ...a, ...first },
      b: { ...b, ...second },
    });
  });

  it('is read from the schemas of its side', () => {
    const [a, b] = [ref('x', { default: 'a' }), ref('x')];
    const found = besideEither(
      { a, b },
      {
        base: schemas({ x: node({ default: 'base' }) }),
        revision: schemas({ x: node({ default: 'revision' }) }),
      },
    );
    expect([found.a, found.b]).toMatchObject([{ default: 'a' }, { default: 'revision' }]);
  });
});

const TEXT = { T: text };
const X = { T: { ...text, default: 'x' } };
const Y = { T: { ...text, default: 'y' } };
const PLACES = ['query parameter q', 'Pet.a', 'Pet.b[]', 'Pet[*]'];
const at = (rule: string, values: string): readonly string[] =>
  PLACES.map((place) => `${rule}: ${place} ${values}`);

describe('a keyword', () => {
  it.each<readonly [string, readonly [Schema, Named], readonly [Schema, Named], readonly string[]]>([
    ['comes', [REF, TEXT], [{ ...REF, default: 'x' }, TEXT], at('default-added', ' → "x"')],
    ['goes', [{ ...REF, default: 'x' }, TEXT], [REF, TEXT], at('default-removed', '"x" → ')],
    [
      'differs from that of the schema',
      [REF, X],
      [{ ...REF, default: 'y' }, X],
      at('default-changed', '"x" → "y"'),
    ],
    ['no longer hides it', [{ ...REF, default: 'y' }, X], [REF, X], at('default-changed', '"y" → "x"')],
    ['becomes that of the schema', [{ ...REF, default: 'y' }, X], [REF, Y], ['default-changed: T "x" → "y"']],
    ['of the schema alone changes', [REF, X], [REF, Y], ['default-changed: T "x" → "y"']],
    [
      'moves beside the references',
      [REF, X],
      [{ ...REF, default: 'x' }, TEXT],
      ['default-removed: T "x" → '],
    ],
    [
      'stays when the schema is written out',
      [{ ...REF, default: 'x' }, TEXT],
      [{ ...text, default: 'x' }, {}],
      [],
    ],
    [
      'stays when the schema gets a name',
      [{ ...text, default: 'x' }, {}],
      [{ ...REF, default: 'x' }, TEXT],
      [],
    ],
    [
      'stays beside another schema',
      [
        { ...REF, default: 'x' },
        { T: text, V: text },
      ],
      [
        { $ref: '#/components/schemas/V', default: 'x' },
        { T: text, V: text },
      ],
      [],
    ],
    [
      'limits further',
      [{ ...REF, minLength: 1 }, { T: { ...text, maxLength: 3 } }],
      [{ ...REF, minLength: 2 }, { T: { ...text, maxLength: 3 } }],
      at('limit-tightened', 'minLength: 1 → minLength: 2'),
    ],
    [
      'is a further condition',
      [REF, { T: { ...text, not: { const: 'x' } } }],
      [{ ...REF, contains: { const: 'y' } }, { T: { ...text, not: { const: 'x' } } }],
      at('assertion-added', ' → contains: {"const":"y"}'),
    ],
  ])('%s', async (_title, before, after, expected) => {
    expect([...(await changes(before, after))].sort()).toEqual([...expected].sort());
  });
});
