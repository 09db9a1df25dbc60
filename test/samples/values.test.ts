/** Made-up values: the document's examples first, then what constraints, format and name say. */
import { describe, expect, test } from 'vitest';
import { valueLiteral } from '../../generator/languages/typescript/code.ts';
import { sampleNumber, sampleText } from '../../generator/plan/samples/text.ts';
import { DEFAULT_STYLE } from '../../generator/plan/samples/value.ts';
import { typecheckTree } from '../../generator/verify/typecheck.ts';
import { isSource, sdkOf } from '../support/sdk.ts';

const text = (
  name: string,
  constraints?: Parameters<typeof sampleText>[0]['constraints'],
  format?: string,
): string => sampleText({ name, constraints, format, style: DEFAULT_STYLE });

describe('text', () => {
  test.each([
    ['the name', text('qualifiedName'), 'qualifiedName'],
    ['at least so long', text('name', { minLength: 3 }), 'xxx'],
    ['at most so long', text('countryCode', { maxLength: 2 }), 'co'],
    ['by format', text('url', undefined, 'uri'), 'https://example.com'],
    [
      'never what breaks the format',
      text('id', { maxLength: 40 }, 'uuid'),
      '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    ],
    ['an unknown format says nothing', text('colour', undefined, 'paint'), 'colour'],
    ['the name when the pattern allows it', text('slug', { minLength: 1, pattern: '^[a-z-]+$' }), 'slug'],
    ['else what the pattern allows', text('code', { pattern: '^[A-Z]{3}-\\d{2}$' }), 'AAA-00'],
    [
      'a format that breaks the pattern gives way',
      text('id', { pattern: '^https://[a-z]+\\.test/$' }, 'uri'),
      'https://a.test/',
    ],
    ['a pattern that is none forbids nothing', text('x', { pattern: '(' }), 'x'],
  ])('%s', (_what, actual, expected) => {
    expect(actual).toBe(expected);
  });

  test('a pattern that takes exponential time costs none', () => {
    const started = performance.now();
    expect(text('name', { minLength: 40, pattern: '^(x+)+y$' })).toBe('x'.repeat(40));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

test.each([
  [{ integer: true }, 1],
  [{ integer: true, constraints: { minimum: 18 } }, 18],
  [{ integer: true, constraints: { maximum: -5 } }, -5],
  [{ integer: true, constraints: { exclusiveMinimum: 0 } }, 1],
  [{ integer: false, constraints: { exclusiveMaximum: 1 } }, 0],
  [{ integer: true, constraints: { multipleOf: 5 } }, 5],
])('number %j', (facts, expected) => {
  expect(sampleNumber(facts)).toBe(expected);
});

/** The call in the doc comment of `things.create`. */
async function callFor(schema: object, components: object = {}): Promise<string> {
  const spec = {
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    servers: [{ url: 'https://a.test' }],
    components: { schemas: components },
    paths: {
      '/things': {
        post: {
          operationId: 'createThing',
          requestBody: { required: true, content: { 'application/json': { schema } } },
          responses: { 204: { description: 'Done' } },
        },
      },
    },
  };
  const { files } = await sdkOf(JSON.stringify(spec), { only: isSource, name: 'openapi.json' });
  const file = files.find((one) => one.path === 'src/resources/things.ts')?.text ?? '';
  return (/\* await ([\s\S]*?);\n/.exec(file)?.[1] ?? file)
    .replace(/\n\s*\* ?/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll(', }', ' }');
}

const object = (properties: object, required: readonly string[] = Object.keys(properties)): object => ({
  type: 'object',
  properties,
  required,
});

describe('a whole argument', () => {
  test('only what is required, in the order of the type', async () => {
    expect(
      await callFor(
        object({ zeta: { type: 'string' }, id: { type: 'integer' }, note: { type: 'string' } }, [
          'zeta',
          'id',
        ]),
      ),
    ).toBe("client.things.create({ id: 1, zeta: 'zeta' })");
  });

  test('examples, defaults, constants and enums before anything made up', async () => {
    const schema = object({
      a: { type: 'string', examples: ['from the document'] },
      b: { type: 'integer', default: 7 },
      c: { const: 'fixed' },
      d: { enum: ['first', 'second'] },
      e: { type: ['string', 'null'] },
    });
    expect(await callFor(schema)).toBe(
      "client.things.create({ a: 'from the document', b: 7, c: 'fixed', d: 'first', e: 'e' })",
    );
  });

  test('an example that does not fit its type is passed over; what the type does not know is left out of one', async () => {
    expect(await callFor(object({ count: { type: 'integer', examples: ['many'] } }))).toBe(
      'client.things.create({ count: 1 })',
    );
    expect(
      await callFor(
        object({ inner: { ...object({ a: { type: 'string' } }), examples: [{ a: 'x', other: 1 }] } }),
      ),
    ).toBe("client.things.create({ inner: { a: 'x' } })");
  });

  test('an example that breaks its format is passed over', async () => {
    expect(
      await callFor(
        object({
          id: { type: 'string', format: 'uuid', examples: ['CON-f972836a'] },
          at: { type: 'string', format: 'date-time', examples: ['2024-02-29T12:00:00Z'] },
        }),
      ),
    ).toBe(
      "client.things.create({ id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301', at: '2024-02-29T12:00:00Z' })",
    );
  });

  test('the first member of `oneOf` whose value is of no other member', async () => {
    const kinds = {
      Any: { type: 'object', properties: { note: { type: 'string' } } },
      Paid: object({ sum: { type: 'integer' } }),
      Closed: { ...object({ name: { type: 'string' } }), additionalProperties: false },
    };
    const refs = (...names: readonly string[]): readonly object[] =>
      names.map((name) => ({ $ref: `#/components/schemas/${name}` }));
    expect(await callFor(object({ way: { oneOf: refs('Paid', 'Closed') } }), kinds)).toBe(
      'client.things.create({ way: { sum: 1 } })',
    );
    expect(await callFor(object({ way: { oneOf: refs('Closed', 'Any', 'Paid') } }), kinds)).toBe(
      'client.things.create({ way: {} })',
    );
    expect(await callFor(object({ way: { anyOf: refs('Paid', 'Any') } }), kinds)).toBe(
      'client.things.create({ way: { sum: 1 } })',
    );
  });

  test('alternatives of alternatives take no time that doubles at each level', async () => {
    const levels = Object.fromEntries(
      Array.from({ length: 40 }, (_, level) => [
        `L${level}`,
        {
          oneOf: Array.from({ length: 3 }, () =>
            object({ next: { $ref: `#/components/schemas/L${level + 1}` } }),
          ),
        },
      ]),
    );
    const started = performance.now();
    await callFor(object({ way: { $ref: '#/components/schemas/L0' } }), {
      ...levels,
      L40: { type: 'string' },
    });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('read-only properties are not sent', async () => {
    expect(await callFor(object({ id: { type: 'string', readOnly: true }, name: { type: 'string' } }))).toBe(
      "client.things.create({ name: 'name' })",
    );
  });

  test('read-only properties are not sent, however deep they stand', async () => {
    const place = {
      ...object(
        {
          lat: { type: 'number' },
          found_at: { type: 'string', readOnly: true },
          note: { type: 'string', readOnly: true },
        },
        ['lat', 'found_at'],
      ),
      example: { lat: 2 },
    };
    const kinds = {
      Place: place,
      Trip: object({ id: { type: 'string', readOnly: true }, start: { $ref: '#/components/schemas/Place' } }),
    };
    const { files } = await sdkOf(
      JSON.stringify({
        openapi: '3.1.0',
        info: { title: 'T', version: '1' },
        components: { schemas: kinds },
        paths: {
          '/trips': {
            post: {
              requestBody: {
                required: true,
                content: {
                  'application/json': {
                    schema: {
                      oneOf: [{ $ref: '#/components/schemas/Trip' }, { $ref: '#/components/schemas/Place' }],
                    },
                  },
                },
              },
              responses: {
                200: {
                  description: 'x',
                  content: { 'application/json': { schema: { $ref: '#/components/schemas/Trip' } } },
                },
              },
            },
          },
        },
      }),
      { only: (path) => isSource(path) || path.startsWith('tests/') },
    );
    const call = files.find((one) => one.path === 'tests/api-resources/trips.test.ts')?.text ?? '';
    expect(call).toContain('.trips.create({ start: { lat: 1 } })');
    expect(
      typecheckTree(
        files.filter((one) => isSource(one.path) || one.path.includes('trips')),
        { compilerOptions: { types: ['node'], isolatedDeclarations: false, declaration: false }, limit: 3 },
      ).filter((one) => one.file.startsWith('tests/') && one.code !== 2307),
    ).toEqual([]);
  });

  test('the first member of a union, with its tag', async () => {
    const kinds = {
      Cat: object({ kind: { type: 'string' }, lives: { type: 'integer' } }),
      Dog: object({ kind: { type: 'string' } }),
    };
    const union = {
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
      discriminator: {
        propertyName: 'kind',
        mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' },
      },
    };
    expect(await callFor(object({ pet: union }), kinds)).toBe(
      "client.things.create({ pet: { kind: 'cat', lives: 1 } })",
    );
  });

  test('bodies that only a tag of the reader tells apart are not sent to a mock server, which knows no discriminators', async () => {
    const tags = { type: 'string', enum: ['Cat', 'Dog'] };
    const kinds = {
      Pet: object({ kind: tags, name: { type: 'string' } }, ['kind']),
      Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, object({ lives: { type: 'integer' } }, [])] },
      Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, object({ tricks: { type: 'integer' } }, [])] },
    };
    const union = {
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
      discriminator: { propertyName: 'kind' },
    };
    const testsOf = async (schemas: object): Promise<string> => {
      const { files } = await sdkOf(
        JSON.stringify({
          openapi: '3.1.0',
          info: { title: 'T', version: '1' },
          components: { schemas },
          paths: {
            '/pets': {
              post: {
                requestBody: { required: true, content: { 'application/json': { schema: union } } },
                responses: { 204: { description: 'x' } },
              },
            },
          },
        }),
      );
      return files.find((one) => one.path === 'tests/api-resources/pets.test.ts')?.text ?? '';
    };
    const toldApart = await testsOf(kinds);
    expect(toldApart).toContain("kind: 'Cat'");
    expect(toldApart).toContain('does not support this body');
    const own = (tag: string): object => ({
      allOf: [
        object({ kind: { type: 'string', enum: [tag] } }, ['kind']),
        object({ lives: { type: 'integer' } }),
      ],
    });
    const apart = await testsOf({ Cat: own('Cat'), Dog: own('Dog') });
    expect(apart).toContain("kind: 'Cat'");
    expect(apart).not.toContain('does not support this body');
  });

  test('a list in the query that may be null is not one to a mock server; the page that the test answers with has its items', async () => {
    const sources = {
      name: 'sources',
      in: 'query',
      schema: { anyOf: [{ type: 'array', items: { type: 'string' } }, { type: 'null' }] },
    };
    const numbers = ['page', 'page_size'].map((name) => ({ name, in: 'query', schema: { type: 'integer' } }));
    const testsOf = async (items: object): Promise<string> => {
      const { files } = await sdkOf(
        JSON.stringify({
          openapi: '3.1.0',
          info: { title: 'T', version: '1' },
          paths: {
            '/pets': {
              get: {
                operationId: 'listPets',
                parameters: [...numbers, sources],
                responses: { 200: { description: 'x', content: { 'application/json': { schema: items } } } },
              },
            },
          },
        }),
      );
      return files.find((one) => one.path === 'tests/api-resources/pets.test.ts')?.text ?? '';
    };
    const pets = { type: 'array', items: object({ name: { type: 'string' } }) };
    expect(await testsOf(pets)).toContain("answering('[]', 'application/json')");
    expect(await testsOf(object({ data: pets }))).toContain(`answering('{"data":[]}', 'application/json')`);
  });

  test('a type that holds itself ends; one that must hold itself gets no sample', async () => {
    const tree = {
      Tree: object({
        name: { type: 'string' },
        children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
      }),
    };
    expect(await callFor({ $ref: '#/components/schemas/Tree' }, tree)).toBe(
      "client.things.create({ children: [{ children: [], name: 'name' }], name: 'name' })",
    );
    const endless = { Loop: object({ next: { $ref: '#/components/schemas/Loop' } }) };
    expect(await callFor(object({ loop: { $ref: '#/components/schemas/Loop' } }), endless)).not.toContain(
      '@example',
    );
  });

  test('hostile text stays text', async () => {
    const evil = "'); */ process.exit() // `${x}`\n```";
    const call = await callFor(
      object({ a: { type: 'string', examples: [evil] }, __proto__x: { type: 'string' } }),
    );
    expect(call).toContain(valueLiteral(evil).replaceAll('*/', '*\\/'));
  });

  test('deep types are cut off, without a stack that overflows', async () => {
    let schema: object = { type: 'string' };
    for (let depth = 0; depth < 300; depth++) schema = object({ a: schema });
    expect(await callFor(schema)).not.toContain('@example');
  });
});
