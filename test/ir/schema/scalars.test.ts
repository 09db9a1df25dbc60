import { describe, expect, it } from 'vitest';
import { readOne, readSchemas } from './notation.ts';

describe('scalars', () => {
  it.each([
    [{ type: 'string', format: 'date-time' }, 'string<date-time>'],
    [{ type: 'string', format: 'byte' }, 'string<byte>'],
    [{ type: 'string', contentEncoding: 'base64' }, 'string<byte>'],
    [{ type: 'string', format: 'binary' }, 'binary'],
    [{ format: 'binary' }, 'binary'],
    [{ type: 'string', contentEncoding: 'binary' }, 'binary'],
    [{ type: 'string', contentMediaType: 'application/octet-stream' }, 'binary'],
    [{ type: 'string', contentMediaType: 'application/json' }, 'string'],
    [{ type: 'file' }, 'binary'],
    [{ type: 'null' }, 'null'],
    [{ type: ['string', 'integer'] }, 'types(string | integer)'],
    [{ type: ['integer', 'number'] }, 'number'],
    [{ type: 'int' }, 'integer'],
    [{ type: 'datetime' }, 'string<date-time>'],
  ])('%j is %s', async (schema, expected) => {
    expect(await readOne(schema)).toBe(expected);
  });

  it('says that a type is none', async () => {
    expect((await readSchemas({ X: { type: 'wibble' } })).said).toEqual([
      'schema-type-unknown @ /components/schemas/X/type',
    ]);
  });
});

describe('null, in every dialect', () => {
  const text = { type: 'string' };
  const pet = { Pet: { type: 'object', properties: { a: text } } };
  const ref = { $ref: '#/components/schemas/Pet' };
  it.each([
    ['3.0.3', { type: 'string', nullable: true }, 'string?'],
    ['3.1.0', { type: 'string', nullable: true }, 'string?'],
    ['3.1.0', { type: ['string', 'null'] }, 'string?'],
    ['3.1.0', { anyOf: [text, { type: 'null' }] }, 'string?'],
    ['3.1.0', { oneOf: [{ type: 'null' }, ref] }, '@Pet?'],
    ['3.1.0', { anyOf: [text, { type: 'number' }, { type: 'null' }] }, 'anyOf(string | number)?'],
    ['3.1.0', { anyOf: [{ type: ['string', 'null'] }, { type: 'number' }] }, 'anyOf(string | number)?'],
    ['3.0.3', { allOf: [ref], nullable: true }, '@Pet?'],
    ['3.0.3', { $ref: '#/components/schemas/Pet', nullable: true }, '@Pet?'],
    ['3.0.3', { anyOf: [ref], nullable: true }, '@Pet?'],
    ['3.0.3', { type: 'string', nullable: true, enum: ['a'] }, '"a"?'],
    ['3.1.0', { type: ['string', 'null'], enum: ['a', 'b', null] }, 'enum("a" | "b")?'],
    ['3.1.0', { enum: ['a', null] }, '"a"?'],
    ['3.1.0', { anyOf: [{ enum: ['a', 'b'] }, { const: null }] }, 'enum("a" | "b")?'],
    ['3.1.0', { type: ['array', 'null'], items: text }, '[string]?'],
    ['3.1.0', { nullable: true }, 'unknown:empty'],
  ])('%s %j is %s', async (version, schema, expected) => {
    expect(await readOne(schema, pet, version)).toBe(expected);
  });
});

describe('enums', () => {
  it.each([
    [{ enum: ['a', 'b', 'a'] }, 'enum("a" | "b")'],
    [{ type: 'integer', enum: [1, 2] }, 'enum(1 | 2)'],
    [{ enum: ['a', 1, true] }, 'enum("a" | 1 | true)'],
    [{ type: 'boolean', enum: [true] }, 'true'],
    [{ type: 'boolean', enum: [true, false] }, 'boolean'],
    [{ const: 'x' }, '"x"'],
    [{ const: null }, 'null'],
    [{ type: 'string', enum: [null] }, 'null'],
    [{ type: 'string', enum: [1, 'b'] }, 'enum("1" | "b")'],
    [{ type: 'string', enum: [] }, 'string'],
    [
      {
        oneOf: [
          { const: 0, title: 'Off' },
          { const: 1, title: 'On' },
        ],
      },
      'enum(0=Off | 1=On)',
    ],
    [{ type: 'string', enum: ['a', 'b'], 'x-enum-varnames': ['Ay', 'Be'] }, 'enum("a"=Ay | "b"=Be)'],
    [{ type: 'string', enum: ['a', 'b'], 'x-speakeasy-enums': { a: 'Ay' } }, 'enum("a"=Ay | "b")'],
    [{ type: 'string', enum: ['a'], 'x-stainless-renameMap': { first: 'a' } }, '"a"=first'],
  ])('%j is %s', async (schema, expected) => {
    expect(await readOne(schema)).toBe(expected);
  });

  it.each([
    [{ anyOf: [{ type: 'string' }, { type: 'string', enum: ['a', 'b'] }] }, 'enum("a" | "b" | …string)'],
    [{ anyOf: [{ type: 'string' }, { type: 'string', enum: [''] }] }, 'enum("" | …string)'],
    [{ anyOf: [{ type: 'integer' }, { const: 1 }] }, 'enum(1 | …number)'],
    [{ anyOf: [{ type: 'string' }, { $ref: '#/components/schemas/Model' }] }, 'anyOf(@Model | …string)'],
    [{ type: 'string', enum: ['a'], 'x-speakeasy-unknown-values': 'allow' }, 'enum("a" | …string)'],
    [{ type: 'string', 'x-extensible-enum': ['a', 'b'] }, 'enum("a" | "b" | …string)'],
  ])('%j is an open enum', async (schema, expected) => {
    expect(await readOne(schema, { Model: { type: 'string', enum: ['m1', 'm2'] } })).toBe(expected);
  });

  it('carries the docs of members', async () => {
    const { schemas } = await readSchemas({
      X: { type: 'string', enum: ['a', 'b'], 'x-enum-descriptions': ['First.', 'Second.'] },
    });
    const type = schemas.get('X')?.type;
    expect(type?.kind === 'union' && type.members.map((member) => member.description)).toEqual([
      'First.',
      'Second.',
    ]);
  });
});

describe('defaults', () => {
  it('puts right what is plainly meant and leaves out what is not', async () => {
    const { schemas, said } = await readSchemas({
      A: { type: 'boolean', default: 'false' },
      B: { type: 'string', enum: ['x', 'y'], default: 'none' },
      C: { type: 'integer', default: 3 },
    });
    expect([...schemas.values()].map((schema) => schema.type.default)).toEqual([false, undefined, 3]);
    expect(said).toEqual([
      'default-mismatch @ /components/schemas/A/default',
      'default-mismatch @ /components/schemas/B/default',
    ]);
  });
});
