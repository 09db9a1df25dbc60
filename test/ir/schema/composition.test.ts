import { describe, expect, it } from 'vitest';
import { readOne, readSchemas } from './notation.ts';

const text = { type: 'string' };
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: object, more: object = {}): object => ({ type: 'object', properties, ...more });

describe('references', () => {
  it('keeps an alias as a reference and the words beside it', async () => {
    const { types, schemas } = await readSchemas({
      A: { ...ref('B'), description: 'Another B.' },
      B: object({ a: text }),
    });
    expect(types).toEqual({ A: '@B', B: '{ a?: string }' });
    expect(schemas.get('A')?.type.description).toBe('Another B.');
  });

  it.each([
    [{ ...ref('Text'), type: 'string' }, '@Text'],
    [{ ...ref('Base'), type: 'object' }, '@Base'],
    [{ ...ref('Base'), properties: { b: text } }, '@Base + { b?: string }'],
    [{ ...ref('Colour'), enum: ['red'] }, '"red"'],
    [{ ...ref('Text'), maxLength: 3 }, '@Text'],
  ])('%j is %s', async (schema, expected) => {
    expect(
      await readOne(schema, {
        Text: text,
        Base: object({ a: text }),
        Colour: { type: 'string', enum: ['red', 'green'] },
      }),
    ).toBe(expected);
  });

  it('reads a target inside another schema in place', async () => {
    expect(
      await readOne(
        { type: 'array', items: ref('Y/properties/inner') },
        { Y: object({ inner: object({ a: text }) }) },
      ),
    ).toBe('[{ a?: string }]');
  });

  it('names a nameless target that refers to itself', async () => {
    const { types } = await readSchemas({
      Y: object({ tree: object({ children: { type: 'array', items: ref('Y/properties/tree') } }) }),
    });
    expect(types).toEqual({ Y: '{ tree?: @tree }', tree: '{ children?: [@tree] }' });
  });

  it('knows schemas in other files by their key or their file', async () => {
    const { types } = await readSchemas(
      {
        X: object({
          a: { $ref: 'pet.json' },
          b: { $ref: 'shared.json#/Owner' },
          c: { $ref: 'shared.json#/$defs/Id' },
        }),
      },
      {
        files: {
          'pet.json': '{"type":"object","properties":{"name":{"type":"string"}}}',
          'shared.json':
            '{"Owner":{"type":"object","properties":{"pet":{"$ref":"pet.json"}}},"$defs":{"Id":{"type":"string"}}}',
        },
      },
    );
    expect(types).toMatchObject({ pet: '{ name?: string }', Owner: '{ pet?: @pet.json# }', Id: 'string' });
  });

  it('says where a reference leads nowhere', async () => {
    expect(await readSchemas({ X: object({ a: ref('Nope') }) })).toMatchObject({
      types: { X: '{ a?: unknown:unsupported }' },
      said: ['ref-not-found @ /components/schemas/X/properties/a/$ref'],
    });
  });

  it('ends on rings of any length', async () => {
    const { types, said } = await readSchemas({
      A: object({ b: ref('B') }),
      B: object({ c: { type: 'array', items: ref('C') } }),
      C: { anyOf: [ref('A'), { type: 'null' }] },
    });
    expect(types).toEqual({ A: '{ b?: @B }', B: '{ c?: [@C] }', C: '@A?' });
    expect(said).toEqual([]);
  });

  it('cuts rings of aliases', async () => {
    const { types, said } = await readSchemas({ A: ref('B'), B: ref('C'), C: ref('A') });
    expect(types).toEqual({ A: '@B', B: '@C', C: 'unknown:unsupported' });
    expect(said).toEqual(['schema-circular @ /components/schemas/C']);
  });
});

describe('allOf', () => {
  const others = {
    Base: object({ id: text, note: text }, { required: ['id'] }),
    Other: object({ o: text }),
    Text: text,
    Two: { oneOf: [ref('Base'), ref('Other')] },
  };

  it.each([
    [{ allOf: [ref('Base')], description: 'The base.' }, '@Base'],
    [{ allOf: [ref('Base'), { description: 'Words.' }] }, '@Base'],
    [{ allOf: [ref('Base'), object({ b: text })] }, '@Base + { b?: string }'],
    [{ allOf: [ref('Base'), ref('Other')] }, '@Base + @Other + {  }'],
    [
      { allOf: [object({ a: text }), object({ b: text }, { required: ['a', 'b'] })] },
      '{ a: string; b: string }',
    ],
    [{ allOf: [ref('Base')], properties: { c: text } }, '@Base + { c?: string }'],
    [{ allOf: [ref('Base'), { required: ['id'] }] }, '@Base'],
    [{ allOf: [ref('Base'), { required: ['note'] }] }, '@Base + { note: string }'],
    [{ allOf: [object({ a: text }), object({ a: { const: 'x' } })] }, '{ a?: "x" }'],
    [{ allOf: [ref('Base'), object({ id: { description: 'Only words.' } })] }, '@Base + { id: string }'],
    [
      { allOf: [ref('Base'), object({ id: { const: 'x' }, note: text })] },
      '@Base + { id: "x"; note?: string }',
    ],
    [{ allOf: [ref('Text'), { maxLength: 5 }] }, '@Text'],
    [{ allOf: [{ type: 'string', format: 'uri' }, { maxLength: 5 }] }, 'string<uri>'],
    [{ allOf: [{ type: 'number' }, { type: 'integer' }] }, 'integer'],
    [{ allOf: [{ enum: ['a', 'b', 'c'] }, { enum: ['b', 'c', 'd'] }] }, 'enum("b" | "c")'],
    [
      { allOf: [object({ a: text }), { additionalProperties: { type: 'number' } }] },
      '{ a?: string; ...number }',
    ],
    [{ allOf: [{ type: 'array', items: {} }, { items: text }] }, '[string]'],
    [{ allOf: [{ anyOf: [ref('Base'), ref('Other')] }] }, 'anyOf(@Base | @Other)'],
    [{ allOf: [ref('Two'), object({ a: text })] }, '({ a?: string } & @Two)'],
    [
      {
        type: 'object',
        properties: { a: text },
        oneOf: [object({ k: { const: 1 } }), object({ l: { const: 2 } })],
      },
      'oneOf({ a?: string; k?: 1 } | { a?: string; l?: 2 })',
    ],
    [
      { type: 'object', additionalProperties: true, anyOf: [ref('Base'), ref('Other')] },
      'anyOf(@Base | @Other)',
    ],
    [
      { type: 'object', properties: { a: text }, oneOf: [ref('Base'), ref('Other')] },
      '({ a?: string } & oneOf(@Base | @Other))',
    ],
  ])('%j is %s', async (schema, expected) => {
    expect(await readOne(schema, others)).toBe(expected);
  });

  it('says what contradicts what, and lets the last part win', async () => {
    const { types, said, messages } = await readSchemas({
      X: { allOf: [object({ a: text }), object({ a: { type: 'integer' } })] },
    });
    expect(types['X']).toBe('{ a?: integer }');
    expect(said).toEqual(['schema-conflict @ /components/schemas/X/allOf/1/properties/a']);
    expect(messages[0]).toContain('string and integer');
  });

  it('cuts a schema that extends itself', async () => {
    const { types, said } = await readSchemas({
      A: { allOf: [ref('B'), object({ a: text })] },
      B: { allOf: [ref('A'), object({ b: text })] },
    });
    expect(types).toEqual({ A: '@B + { a?: string }', B: '{ b?: string }' });
    expect(said).toEqual(['schema-circular @ /components/schemas/B/allOf/0']);
  });

  it('ends where a parent lists its children', async () => {
    const { types, said } = await readSchemas({
      Pet: {
        ...object({ kind: text, name: text }, { required: ['kind'] }),
        discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat' } },
        oneOf: [ref('Cat')],
      },
      Cat: { allOf: [ref('Pet'), object({ lives: { type: 'integer' } })] },
    });
    expect(types['Cat']).toBe('{ kind: "cat"; name?: string; lives?: integer }');
    expect(said).toEqual([]);
  });
});

describe('unions', () => {
  it.each([
    [{ oneOf: [text] }, 'string'],
    [
      { anyOf: [text, { type: 'string', description: 'Same.' }, { type: 'number' }] },
      'anyOf(string | number)',
    ],
    [{ anyOf: [text, {}] }, 'unknown:empty'],
    [
      { type: 'object', properties: { a: text, b: text }, anyOf: [{ required: ['a'] }, { required: ['b'] }] },
      '{ a?: string; b?: string }',
    ],
    [{ type: 'string', anyOf: [{ format: 'ipv4' }, { format: 'ipv6' }] }, 'string'],
    [{ items: text, oneOf: [{ type: 'array', items: {} }, text] }, 'oneOf([string] | string)'],
    [
      {
        type: 'array',
        items: text,
        oneOf: [object({ all: { type: 'array', items: text } }), { type: 'array', items: text }],
      },
      '[string]',
    ],
    [
      { type: 'string', enum: ['a', 'b'], anyOf: [{ enum: ['a', 'b'] }, object({ a: text })] },
      'enum("a" | "b")',
    ],
    [
      { enum: ['a', 'b'], anyOf: [{ type: 'array', items: text }, { enum: ['a', 'b', 'c'] }] },
      'enum("a" | "b")',
    ],
    [
      { properties: { a: text }, oneOf: [text, object({ b: text })] },
      'oneOf(string | { a?: string; b?: string })',
    ],
    [
      { type: 'object', properties: { a: text }, oneOf: [text, object({ b: text })] },
      '{ a?: string; b?: string }',
    ],
  ])('%j is %s', async (schema, expected) => {
    expect(await readOne(schema)).toBe(expected);
  });

  it('keeps conditions as assertions', async () => {
    const { schemas } = await readSchemas({
      X: {
        type: 'object',
        properties: { a: text },
        anyOf: [{ required: ['a'] }],
        if: { required: ['a'] },
        then: {},
      },
    });
    expect(schemas.get('X')?.type.constraints?.assertions?.map((one) => one.keyword)).toEqual([
      'anyOf',
      'if',
      'then',
    ]);
  });
});

describe('discriminators', () => {
  it('tell members that share an enum of all tags apart by their names', async () => {
    const base = object({ kind: { enum: ['A', 'B', 'C'] } }, { required: ['kind'] });
    const { types } = await readSchemas({
      Base: base,
      A: { allOf: [ref('Base'), object({ a: text })] },
      B: { allOf: [ref('Base'), object({ b: text })] },
      X: { oneOf: [ref('A'), ref('B')], discriminator: { propertyName: 'kind' } },
    });
    expect(types['X']).toBe('oneOf(@A | @B) by kind: A=0 B=1 C=0');
  });

  const tagged = (value: string): object => object({ kind: { type: 'string', const: value } });

  it('reads a mapping by name and by reference, and completes it from the variants', async () => {
    const { types, said } = await readSchemas({
      A: object({ kind: text }),
      B: object({ kind: text }),
      C: object({ kind: { enum: ['c1', 'c2'] } }),
      D: object({}),
      X: {
        oneOf: [ref('A'), ref('B'), ref('C'), ref('D')],
        discriminator: {
          propertyName: 'kind',
          mapping: { a: 'A', b: '#/components/schemas/B', b2: 'B', 'x-speakeasy-unknown-values': 'allow' },
        },
      },
    });
    expect(types['X']).toBe('oneOf(@A | @B | @C | @D) by kind: D=3 a=0 b=1 b2=1 c1=2 c2=2');
    expect(said).toEqual([]);
  });

  it('finds the tags of inline variants', async () => {
    expect(
      await readOne({ oneOf: [tagged('x'), tagged('y')], discriminator: { propertyName: 'kind' } }),
    ).toBe('oneOf({ kind?: "x" } | { kind?: "y" }) by kind: x=0 y=1');
  });

  it('says that a mapping leads nowhere', async () => {
    const { said } = await readSchemas({
      A: tagged('a'),
      X: {
        oneOf: [ref('A'), tagged('b')],
        discriminator: { propertyName: 'kind', mapping: { a: 'A', z: 'Zed' } },
      },
    });
    expect(said).toEqual(['discriminator-mapping @ /components/schemas/X/discriminator/mapping/z']);
  });

  it('gives the children of a base their tags', async () => {
    const { types } = await readSchemas({
      Pet: {
        ...object({ kind: text }, { required: ['kind'] }),
        discriminator: {
          propertyName: 'kind',
          mapping: { cat: '#/components/schemas/Cat', kitten: '#/components/schemas/Cat' },
        },
      },
      Cat: { allOf: [ref('Pet'), object({ lives: { type: 'integer' } })] },
      Vehicle: { ...object({ wheels: text }), discriminator: { propertyName: 'wheels' } },
      Car: { allOf: [ref('Vehicle'), object({ doors: text })] },
    });
    expect(types).toMatchObject({
      Pet: '{ kind: string }',
      Cat: '@Pet + { lives?: integer; kind: enum("cat" | "kitten") }',
      Car: '@Vehicle + { doors?: string; wheels?: "Car" }',
    });
  });

  it('takes the variants from the mapping when there is nothing else', async () => {
    const { types, said } = await readSchemas({
      X: { discriminator: { propertyName: 'kind', mapping: { a: 'A', b: 'B' } } },
      A: { allOf: [ref('X'), object({ a: text })] },
      B: { allOf: [ref('X'), object({ b: text })] },
    });
    expect(types).toEqual({
      X: 'oneOf(@A | @B) by kind: a=0 b=1',
      A: '{ a?: string; kind: "a" }',
      B: '{ b?: string; kind: "b" }',
    });
    expect(said).toEqual([]);
  });
});
