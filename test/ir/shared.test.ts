/** One IR for several languages where nothing is said to one of them. */
import { expect, test } from 'vitest';
import { createApiBuilder } from '../../generator/ir/build.ts';
import { python as PYTHON } from '../../generator/languages/python/data.ts';
import { typescript as TYPESCRIPT } from '../../generator/languages/typescript/data.ts';
import type { JsonObject } from '../../generator/lib/json.ts';
import { loadProject } from '../../generator/project.ts';
import { memoryIo } from '../../generator/source/io.ts';

const operation = (more: JsonObject = {}): JsonObject => ({
  operationId: 'listCards',
  parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer' } }],
  responses: {
    200: {
      description: 'ok',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Card' } } },
    },
  },
  ...more,
});

const document = (get: JsonObject = operation(), card: JsonObject = {}): JsonObject => ({
  openapi: '3.1.0',
  info: { title: 'Zoo', version: '1' },
  paths: { '/cards': { get } },
  components: { schemas: { Card: { type: 'object', properties: { id: { type: 'string' } }, ...card } } },
});

const CONFIG: JsonObject = {
  spec: 'api.json',
  resources: { cards: { methods: { list: 'get /cards' } } },
  targets: { typescript: { package_name: 'zoo', out: 'ts' }, python: { package_name: 'zoo', out: 'py' } },
};

async function isShared(spec: JsonObject, config: JsonObject = CONFIG): Promise<boolean> {
  const project = await loadProject({
    io: memoryIo({ 'api.json': JSON.stringify(spec), 'sdkwright.yml': JSON.stringify(config) }),
    cwd: '/',
    config: 'sdkwright.yml',
    allowRemote: false,
  });
  if (!project.value) throw new Error(project.diagnostics.map((one) => one.message).join('\n'));
  const { configFor, documents } = project.value;
  const build = createApiBuilder(documents);
  const [one, other] = [TYPESCRIPT, PYTHON].map((audience) => build(configFor(audience)));
  // What is shared is what each would have had.
  expect(other).toEqual(createApiBuilder(documents)(configFor(PYTHON)));
  return one === other;
}

test('a document and a config that speak to everybody', async () => {
  expect(await isShared(document())).toBe(true);
  expect(await isShared(document(operation({ 'x-stainless-skip': true })))).toBe(true);
  expect(await isShared(document(operation({ 'x-stainless-naming': { method_name: 'all' } })))).toBe(true);
});

test.each([
  ['an operation for others', operation({ 'x-stainless-skip': ['python'] }), {}],
  ['an operation for some', operation({ 'x-stainless-only': ['typescript'] }), {}],
  ['an operation for a language of neither', operation({ 'x-stainless-skip': ['go'] }), {}],
  ['the name of a method', operation({ 'x-stainless-naming': { python: { method_name: 'all' } } }), {}],
  ['the name of a type', operation(), { 'x-stainless-naming': { python: { model_name: 'Kard' } } }],
  ['a type for others', operation(), { 'x-stainless-skip': ['typescript'] }],
  [
    'a parameter for others',
    operation({ parameters: [{ name: 'limit', in: 'query', schema: {}, 'x-stainless-skip': ['python'] }] }),
    {},
  ],
] as const)('%s', async (_what, get, card) => {
  expect(await isShared(document(get, card))).toBe(false);
});

test('a config that speaks to one', async () => {
  const method = { endpoint: 'get /cards', skip: ['python'] };
  expect(await isShared(document(), { ...CONFIG, resources: { cards: { methods: { list: method } } } })).toBe(
    false,
  );
});
