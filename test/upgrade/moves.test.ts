/** What moved between two SDKs, whole. `UPDATE_EXPECTED=1` rewrites what is expected; then read it. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { generateFor } from '../../generator/generate.ts';
import { typescript } from '../../generator/languages/typescript/language.ts';
import { type Side, movesBetween } from '../../generator/upgrade/moves/moves.ts';
import { configOf } from '../diffs/cases.ts';
import { documentsOf } from '../diffs/support.ts';
import { matches } from '../errors/matches.ts';
import { print } from '../support/print.ts';

type Given = Readonly<Record<string, unknown>>;
const text = { type: 'string' };
const ref = (name: string): Given => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Given, more: Given = {}): Given => ({ type: 'object', properties, ...more });
const list = (items: Given): Given => ({ type: 'array', items });
const query = (name: string): Given => ({ name, in: 'query', schema: text });
const operation = (id: string, schema?: Given, more: Given = {}): Given => ({
  ...{ operationId: id, parameters: [query('cursor')] },
  responses: {
    200: { description: 'ok', ...(schema && { content: { 'application/json': { schema } } }) },
  },
  ...more,
});

const PET = object({ id: text, name: text });
const PAGE = object({ data: list(ref('Pet')), next_cursor: text });
const scheme = (name: string, items: string): Given => ({
  ...{ name, type: 'cursor' },
  request: {
    cursor: { type: 'string', 'x-stainless-pagination-property': { purpose: 'next_cursor_param' } },
  },
  response: {
    [items]: { type: 'array', items: {}, 'x-stainless-pagination-property': { purpose: 'items' } },
    next_cursor: { type: 'string', 'x-stainless-pagination-property': { purpose: 'next_cursor_field' } },
  },
});

interface Made {
  readonly schema?: Given;
  readonly resources?: Given;
  readonly more?: Given;
  readonly schemas?: Given;
  readonly title?: string;
}

async function side({
  schema,
  resources,
  more = {},
  schemas = { Pet: PET, Page: PAGE },
  title = 'Zoo',
}: Made): Promise<Side> {
  const document = {
    ...{ openapi: '3.1.0', info: { title, version: '1' }, servers: [{ url: 'https://zoo.test' }] },
    paths: {
      '/pets': {
        get: operation('list_pets', schema ?? ref('Pet')),
        post: operation('create_pet', ref('Pet')),
      },
      '/pets/{id}': {
        get: operation('get_pet', ref('Pet'), {
          parameters: [{ name: 'id', in: 'path', required: true, schema: text }, query('q')],
        }),
      },
      '/toys': { get: operation('list_toys', object({ toy: text })) },
    },
    components: { schemas },
  };
  const config = configOf(
    JSON.stringify({ config: { edition: '2026-11-22', ...(resources && { resources }), ...more } }),
  );
  const { api, sdk } = generateFor(typescript, {
    documents: await documentsOf(JSON.stringify(document)),
    config,
  });
  return { api, sdk };
}

const pets = (methods: Given, more: Given = {}): Given => ({
  pets: { methods, ...more },
  toys: { methods: { list: 'get /toys' } },
});
const METHODS = { list: 'get /pets', create: 'post /pets', get: 'get /pets/{id}' };
const paged = (name: string): Given => ({ ...METHODS, list: { endpoint: 'get /pets', paginated: name } });
const plain: Given = { ...METHODS, list: { endpoint: 'get /pets', paginated: false } };
const deep = object({ a: object({ b: list(ref('Pet')), c: text }), d: object({ e: text }) });
const part = (...path: readonly string[]): Made => ({
  schema: deep,
  resources: pets({
    ...METHODS,
    list: { endpoint: 'get /pets', paginated: false, unwrap_response: path.length === 0 ? false : path },
  }),
});
const pages: Given = { pagination: [scheme('p', 'data'), scheme('other', 'rows')] };

const CASES: readonly (readonly [name: string, before: Made, after: Made])[] = [
  ['nothing', {}, {}],
  ['a name of the client', { title: 'Zoo' }, { title: 'Park' }],
  [
    'methods',
    { resources: pets(METHODS) },
    { resources: pets({ all: 'get /pets', add: 'post /pets', get: 'get /pets/{id}' }) },
  ],
  [
    'a resource',
    { resources: pets(METHODS) },
    { resources: { animals: { methods: METHODS }, toys: { methods: { list: 'get /toys' } } } },
  ],
  [
    'a resource into another',
    { resources: pets(METHODS) },
    { resources: { toys: { methods: { list: 'get /toys' }, subresources: { pets: { methods: METHODS } } } } },
  ],
  [
    'a method into another resource',
    { resources: pets(METHODS) },
    {
      resources: {
        pets: { methods: { list: 'get /pets', create: 'post /pets' } },
        toys: { methods: { list: 'get /toys', pet: 'get /pets/{id}' } },
      },
    },
  ],
  ['a method that is gone', { resources: pets(METHODS) }, { resources: pets({ list: 'get /pets' }) }],
  [
    'types',
    {},
    { schemas: { Pet: object({ id: text, title: text }), Page: PAGE, Beast: PET }, schema: ref('Beast') },
  ],
  [
    'a type with another name',
    { resources: pets(METHODS, { models: { pet: 'Pet' } }) },
    { resources: pets(METHODS, { models: { animal: 'Pet' } }) },
  ],
  [
    'a type in another resource',
    { resources: pets(METHODS, { models: { pet: 'Pet' } }) },
    { resources: { $shared: { models: { pet: 'Pet' } }, ...pets(METHODS) } },
  ],
  [
    'a list that is a page',
    { schema: list(ref('Pet')), resources: pets(plain) },
    { schema: ref('Page'), resources: pets(paged('p')), more: pages },
  ],
  [
    'a page that is a list',
    { schema: ref('Page'), resources: pets(paged('p')), more: pages },
    { schema: list(ref('Pet')), resources: pets(plain) },
  ],
  [
    'an object that is a page',
    { schema: ref('Page'), resources: pets(plain) },
    { schema: ref('Page'), resources: pets(paged('p')), more: pages },
  ],
  [
    'a page that is an object',
    { schema: ref('Page'), resources: pets(paged('p')), more: pages },
    { schema: ref('Page'), resources: pets(plain) },
  ],
  ['a part of the result', part(), part('a')],
  ['all of the result', part('a'), part()],
  ['a part of a part', part('a'), part('a', 'b')],
  ['all of a part', part('a', 'b'), part('a')],
  ['another part', part('a', 'b'), part('d')],
  ['another part of a part', part('a', 'b'), part('a', 'c')],
  ['the same part', part('a', 'b'), part('a', 'b')],
  [
    'a resource that is gone',
    { resources: { ...pets(METHODS), shops: { methods: { list: 'get /toys' } } } },
    { resources: pets(METHODS) },
  ],
  [
    'a list that was a part and is a page',
    {
      schema: ref('Page'),
      resources: pets({
        ...METHODS,
        list: { endpoint: 'get /pets', paginated: false, unwrap_response: ['data'] },
      }),
    },
    { schema: ref('Page'), resources: pets(paged('p')), more: pages },
  ],
  [
    'a page of a list',
    { schema: ref('Page'), resources: pets(paged('p')), more: pages },
    {
      schema: object({ rows: list(ref('Pet')), next_cursor: text }),
      resources: pets(paged('other')),
      more: pages,
    },
  ],
];

it.each(CASES)('%s', async (name, before, after) => {
  const { all, paths } = movesBetween(await side(before), await side(after));
  matches(
    fileURLToPath(new URL(`./moves/${name.replaceAll(' ', '-')}.json`, import.meta.url)),
    `${print({ all, paths })}\n`,
  );
});

it('both surfaces are there', async () => {
  const { base, revision } = movesBetween(await side({}), await side({ title: 'Park' }));
  expect([base, revision].map(({ plan }) => plan.layout.root.className)).toEqual(['Zoo', 'Park']);
});
