import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { build, method, paths } from './support.ts';

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
};

/** The same value for all orders that have no meaning: properties and schemas by name. */
const normal = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    const items = value.map(normal);
    const named = items.every(
      (item) => typeof item === 'object' && item !== null && ('name' in item || 'id' in item),
    );
    return named ? items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, normal(inner)]),
  );
};

describe('the order of keys has no meaning', () => {
  it.each(
    ['specs/smithery/openapi.yml', 'specs/bookshop/openapi.yml', 'specs/registry/openapi.yml'].filter(
      (file) => existsSync(file),
    ),
  )('in %s', async (file) => {
    const document = parse(readFileSync(file, 'utf8'), { merge: true }) as object;
    const first = await build(JSON.stringify(document));
    const second = await build(JSON.stringify(reversed(document)));
    expect([...second.calls.keys()]).toEqual([...first.calls.keys()]);
    expect(normal(second.api)).toEqual(normal(first.api));
    expect(second.codes.toSorted()).toEqual(first.codes.toSorted());
  });
});

const name = fc.constantFrom(
  '/a',
  '/a/{b}',
  '/{b}',
  '/',
  '',
  '#',
  '?',
  '{',
  '}',
  '/a{',
  '__proto__',
  'constructor',
  'get',
  'post',
  'parameters',
  'responses',
  'content',
  'schema',
  '200',
  'default',
  'application/json',
  'name',
  'in',
  'path',
  'query',
  'x-codeSamples',
  'x-speakeasy-pagination',
  'x-speakeasy-group',
  'tags',
  'security',
  'servers',
  'url',
  'requestBody',
  'callbacks',
  'operationId',
  '$ref',
  'properties',
  'items',
  'type',
  '\u2028',
  '${x}',
);
const leaf = fc.oneof(
  name,
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.constantFrom(
    'object',
    'array',
    'string',
    '#/paths',
    '#',
    '#/components/schemas/A',
    'for await (const x of client.a.b()) {}',
  ),
);
const json = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    leaf,
    fc.array(tie('node'), { maxLength: 4 }),
    fc.dictionary(name, tie('node'), { maxKeys: 5, noNullPrototype: true }),
  ),
})).node;
const keyed = (keys: readonly string[], value: fc.Arbitrary<unknown>) =>
  fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 4 });

describe('any JSON under the keys of OpenAPI', () => {
  it('is built without a throw, and every diagnostic stands somewhere in the document', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record(
          {
            paths: fc.oneof(
              json,
              keyed(
                ['/a', '/a/{b}', '/x#y'],
                fc.oneof(json, keyed(['get', 'post', 'parameters', 'servers'], json)),
              ),
            ),
            components: json,
            servers: json,
            security: json,
            webhooks: json,
            tags: json,
            info: json,
          },
          { requiredKeys: ['paths'] },
        ),
        async (document) => {
          const built = await build(JSON.stringify({ openapi: '3.1.0', ...document })).catch(
            (error: unknown) => {
              // `build` itself throws a plain Error when the document cannot be loaded; anything else is a
              // bug.
              if (error instanceof TypeError || error instanceof RangeError) throw error;
              return undefined;
            },
          );
          for (const one of built?.diagnostics ?? []) expect(one.message).not.toMatch(/\{\w+\}$/);
          if (built !== undefined) expect(JSON.parse(JSON.stringify(built.api))).toBeTruthy();
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe('OpenAPI 3.2', () => {
  it('has a query method, other methods by name, and whole query strings', async () => {
    const built = await build({
      openapi: '3.2.0',
      paths: {
        '/cats': {
          query: {
            parameters: [
              {
                name: 'filter',
                in: 'querystring',
                content: {
                  'application/x-www-form-urlencoded': {
                    schema: { type: 'object', properties: { fur: { type: 'string' } } },
                  },
                },
              },
            ],
            responses: { 200: { description: '' } },
          },
          additionalOperations: { PURGE: { responses: { 204: { description: '' } } } },
        },
      },
    });
    expect([...built.calls].map(([call, one]) => [call, one.verb])).toEqual([
      ['cats.purge', 'purge'],
      ['cats.query', 'query'],
    ]);
    expect(method(built, 'cats.query').parameters).toMatchObject([
      { name: 'filter', in: 'query', style: 'form', explode: true, styled: true, type: { kind: 'object' } },
    ]);
  });
});

it('a path item or operation may be a reference', async () => {
  const target = paths({ 'get /dogs': {} }) as { readonly paths: object };
  const built = await build({
    paths: {
      ...target.paths,
      '/wolves': { $ref: '#/paths/~1dogs' },
      '/foxes': { get: { $ref: '#/paths/~1dogs/get' } },
    },
  });
  expect([...built.calls.keys()].sort()).toEqual(['dogs.list', 'foxes.list', 'wolves.list']);
});
