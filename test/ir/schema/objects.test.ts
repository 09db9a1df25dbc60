import { describe, expect, it } from 'vitest';
import { readOne, readSchemas } from './notation.ts';

const text = { type: 'string' };

describe('objects', () => {
  it('reads properties in document order, required and flags', async () => {
    expect(
      await readOne({
        type: 'object',
        required: ['b'],
        properties: {
          b: text,
          a: { type: 'integer', format: 'int64', readOnly: true },
          c: { type: 'string', writeOnly: true },
        },
      }),
    ).toBe('{ b: string; ro a?: integer<int64>; wo c?: string }');
  });

  it('knows an object by its properties and an array by its items', async () => {
    expect(await readOne({ properties: { a: text } })).toBe('{ a?: string }');
    expect(await readOne({ items: text })).toBe('[string]');
  });

  it.each([
    [{ type: 'object' }, '{[]: unknown:empty}'],
    [{ type: 'object', additionalProperties: true }, '{[]: unknown:any}'],
    [{ type: 'object', additionalProperties: {} }, '{[]: unknown:any}'],
    [{ type: 'object', additionalProperties: text }, '{[]: string}'],
    [{ additionalProperties: { type: 'array', items: text } }, '{[]: [string]}'],
    [{ type: 'object', additionalProperties: false }, '{ ! }'],
    [
      { type: 'object', properties: { a: text }, additionalProperties: { type: 'number' } },
      '{ a?: string; ...number }',
    ],
    [
      { type: 'object', properties: { a: text }, additionalProperties: true },
      '{ a?: string; ...unknown:any }',
    ],
    [{ type: 'object', properties: { a: text }, unevaluatedProperties: false }, '{ a?: string; ! }'],
    [{ type: 'object', patternProperties: { '^x': text } }, '{[]: string}'],
    [
      {
        type: 'object',
        patternProperties: { '^x': text, '^y': { type: 'number' } },
        additionalProperties: false,
      },
      '{[]: anyOf(string | number)}',
    ],
    [
      { type: 'object', properties: { a: text }, patternProperties: { '^x': text } },
      '{ a?: string; /^x/: string }',
    ],
    [
      { type: 'object', propertyNames: { enum: ['de', 'en'] }, additionalProperties: text },
      '{[enum("de" | "en")]: string}',
    ],
    [
      { type: 'object', propertyNames: { type: 'string', pattern: '^a' }, additionalProperties: text },
      '{[]: string}',
    ],
    [{}, 'unknown:empty'],
    [true, 'unknown:any'],
    [false, 'never'],
    [{ not: {} }, 'never'],
  ])('%j is %s', async (schema, expected) => {
    expect(await readOne(schema)).toBe(expected);
  });

  it('takes the keys of a record from a referenced enum', async () => {
    expect(
      await readOne(
        {
          type: 'object',
          propertyNames: { $ref: '#/components/schemas/Locale' },
          additionalProperties: text,
        },
        { Locale: { type: 'string', enum: ['de'] } },
      ),
    ).toBe('{[@Locale]: string}');
  });

  it('says which required property is not declared', async () => {
    const { types, said } = await readSchemas({
      X: { type: 'object', required: ['a', 'zz'], properties: { a: text } },
    });
    expect(types).toEqual({ X: '{ a: string }' });
    expect(said).toEqual(['required-missing @ /components/schemas/X/required/1']);
  });

  it('keeps the names of required properties that nothing declares', async () => {
    const { schemas } = await readSchemas({
      Base: { type: 'object', properties: { a: text } },
      X: {
        allOf: [{ $ref: '#/components/schemas/Base' }],
        type: 'object',
        required: ['a', 'b', 'zz'],
        properties: { b: text },
      },
    });
    expect(schemas.get('X')?.type).toMatchObject({ kind: 'object', undeclared: ['zz'] });
    expect(schemas.get('Base')?.type).not.toHaveProperty('undeclared');
  });

  it('requires in a variant what the object beside the union declares', async () => {
    const { types, schemas } = await readSchemas({
      X: {
        type: 'object',
        properties: { state: text, end: text },
        oneOf: [
          { type: 'object', properties: { state: { enum: ['done'] } }, required: ['state', 'end'] },
          { type: 'object', properties: { state: { enum: ['open'] } }, required: ['other'] },
        ],
      },
    });
    expect(types).toEqual({ X: 'oneOf({ state: "done"; end: string } | { state?: "open"; end?: string })' });
    const type = schemas.get('X')?.type;
    expect(
      type?.kind === 'union' && type.members.map((member) => member.kind === 'object' && member.undeclared),
    ).toEqual([undefined, ['other']]);
  });

  it('takes words, defaults and flags of a property from the place of use, then from the type behind the reference', async () => {
    const { schemas } = await readSchemas({
      Id: { type: 'string', description: 'An id.', readOnly: true, default: 'x' },
      X: {
        type: 'object',
        properties: {
          own: { $ref: '#/components/schemas/Id', description: 'Mine.', deprecated: true },
          theirs: { $ref: '#/components/schemas/Id' },
        },
      },
    });
    const type = schemas.get('X')?.type;
    const properties =
      type?.kind === 'object'
        ? type.properties.map(({ name, description, readOnly, default: fallback, deprecated }) => ({
            name,
            description,
            readOnly,
            fallback,
            deprecated,
          }))
        : [];
    expect(properties).toEqual([
      { name: 'own', description: 'Mine.', readOnly: true, fallback: 'x', deprecated: {} },
      { name: 'theirs', description: 'An id.', readOnly: true, fallback: 'x', deprecated: undefined },
    ]);
  });

  it('lifts the words of a null branch to the property', async () => {
    const { schemas } = await readSchemas({
      X: {
        type: 'object',
        properties: {
          a: { anyOf: [{ type: 'string' }, { type: 'null', description: 'The a.', example: 'A' }] },
        },
      },
    });
    const type = schemas.get('X')?.type;
    expect(type?.kind === 'object' && type.properties[0]).toMatchObject({
      description: 'The a.',
      example: 'A',
      type: { kind: 'nullable' },
    });
  });

  it('reads properties that a reference brings as a whole', async () => {
    const { types } = await readSchemas({
      X: { type: 'object', properties: { $ref: '#/components/schemas/Y/properties' } },
      Y: { type: 'object', properties: { a: text } },
    });
    expect(types['X']).toBe('{ a?: string }');
  });

  it('keeps properties with the names of keywords and of object members', async () => {
    const properties = JSON.parse(
      '{"type":{"type":"string"},"properties":{"type":"object"},"$ref":{"type":"string"},"__proto__":{"type":"string"},"constructor":{"type":"number"}}',
    );
    expect(await readOne({ type: 'object', properties })).toBe(
      '{ type?: string; properties?: {[]: unknown:empty}; $ref?: string; __proto__?: string; constructor?: number }',
    );
  });
});

describe('arrays', () => {
  it.each([
    [{ type: 'array' }, '[unknown:empty]'],
    [{ type: 'array', items: text, additionalProperties: false }, '[string]'],
    [{ type: 'array', prefixItems: [text, { type: 'number' }] }, '(string, number, ...)'],
    [{ type: 'array', prefixItems: [text, { type: 'number' }], items: false }, '(string, number)'],
    [
      { type: 'array', prefixItems: [text, { type: 'number' }], minItems: 1, maxItems: 2 },
      '(string, number?)',
    ],
    [{ type: 'array', prefixItems: [text], items: { type: 'number' } }, '(string, ...number)'],
    [{ type: 'array', items: [text, text], additionalItems: false }, '(string, string)'],
    [{ type: 'array', items: false }, '()'],
  ])('%j is %s', async (schema, expected) => {
    expect(await readOne(schema)).toBe(expected);
  });
});
