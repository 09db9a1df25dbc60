/** Which types a TypeScript SDK declares, in which modules, and what becomes of names that are taken. */
import { join } from 'node:path';
import { it } from 'vitest';
import { expectStored } from '../support/stored.ts';
import { declarationText } from './printed-types.ts';
import { type Viewed, sdkAndViews } from './views-of.ts';

const NEW = "edition: '2026-11-23'";
const OLD = "edition: '2025-10-10'";

type Json = Readonly<Record<string, unknown>>;
const text = { type: 'string' };
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Json): Json => ({ type: 'object', properties });
const answer = (schema: Json, more: Json = {}): Json => ({
  responses: { 200: { description: '', content: { 'application/json': { schema } } }, ...more },
});
const fails = (schema: Json): Json => ({
  404: { description: '', content: { 'application/json': { schema } } },
});
const body = (schema: Json): Json => ({ requestBody: { content: { 'application/json': { schema } } } });
const query = (...names: readonly string[]): Json => ({
  parameters: names.map((name) => ({ name, in: 'query', schema: text })),
});

interface Given {
  readonly config?: Json;
  readonly edition?: string;
  readonly schemas?: Json;
  readonly paths?: Json;
  readonly more?: Json;
  readonly former?: Readonly<Record<string, readonly string[]>>;
}

const viewed = ({
  config = {},
  edition = NEW,
  schemas = {},
  paths = {},
  more = {},
  former,
}: Given): Promise<Viewed> =>
  sdkAndViews(
    JSON.stringify({
      ...{ openapi: '3.1.0', info: { title: 'Zoo', version: '1' }, servers: [{ url: 'https://zoo.test' }] },
      ...{ security: [{}], paths, components: { schemas }, ...more },
    }),
    `${JSON.stringify({ ...config }).slice(0, -1)}${Object.keys(config).length > 0 ? ',' : ''}${edition}}`,
    former && new Map(Object.entries(former)),
  );

/** Module → group and declarations. */
async function typesOf(given: Given): Promise<Json> {
  const { sdk } = await viewed(given);
  const types = [...sdk.types].map(([module, groups]) => [
    module,
    Object.fromEntries(
      Object.entries(groups)
        .filter(([, declarations]) => declarations.length > 0)
        .map(([group, declarations]) => [group, declarations.map(declarationText)]),
    ),
  ]);
  const pages = [...sdk.pageAliases.declarations].map(([module, own]) => [
    `pages of ${module}`,
    own.map(declarationText),
  ]);
  const codes = sdk.diagnostics.map(({ code, message, origin }) =>
    [code, message, origin?.pointer ?? ''].join(' | '),
  );
  const shapes = sdk.values?.shapes().map(({ name }) => name) ?? [];
  return {
    ...Object.fromEntries([...types, ...pages]),
    ...(codes.length > 0 && { notices: codes }),
    ...(shapes.length > 0 && { shapes }),
  };
}

const CURSOR = {
  name: 'cat_page',
  type: 'cursor',
  request: {
    cursor: { type: 'string', 'x-stainless-pagination-property': { purpose: 'next_cursor_param' } },
  },
  response: {
    data: { type: 'array', items: {}, 'x-stainless-pagination-property': { purpose: 'items' } },
    next: { type: 'string', 'x-stainless-pagination-property': { purpose: 'next_cursor_field' } },
  },
};
const MAYBE = { anyOf: [ref('Cat'), { type: 'null' }] };
const listOf = (item: Json): Json => ({
  ...query('cursor'),
  ...answer(object({ data: { type: 'array', items: item }, next: text })),
});

const cases: readonly (readonly [string, Given])[] = [
  [
    'models, bodies and errors',
    {
      schemas: { Cat: object({ id: { ...text, readOnly: true } }), Fault: object({ why: text }) },
      paths: {
        '/cats': {
          get: answer(ref('Cat'), fails(ref('Fault'))),
          post: { ...body(ref('Cat')), ...answer(object({ a: text })) },
        },
        '/top': { get: { ...query('q'), ...answer(object({ b: text })) } },
      },
      config: {
        resources: {
          $client: { methods: { top: 'get /top' } },
          $shared: { models: { other: 'Gone' } },
          cats: { models: { cat: 'Cat' }, methods: { list: 'get /cats', create: 'post /cats' } },
        },
      },
    },
  ],
  [
    'names that are taken',
    {
      schemas: {
        Cats: object({ a: text }),
        Toys: object({ b: text }),
        Record: object({ c: text }),
        Cats2: object({ d: text }),
      },
      paths: {
        '/cats': { get: answer(object({ a: ref('Cats') })), post: { ...query('q'), ...answer(text) } },
        '/cats/toys': { get: answer(ref('Toys')) },
        '/top': { get: answer(object({ c: ref('Record'), d: ref('Cats2') })) },
      },
      config: {
        resources: {
          $client: { models: { zoo: 'Cats2' }, methods: { top: 'get /top' } },
          cats: {
            models: {
              cats: 'Cats',
              toys: 'Toys',
              record: 'Record',
              cat_list_response: 'Cats2',
              cat_create_params: 'Cats2',
            },
            methods: { list: 'get /cats', create: 'post /cats' },
            subresources: { toys: { methods: { list: 'get /cats/toys' } } },
          },
        },
      },
    },
  ],
  [
    'names that are taken twice',
    {
      schemas: Object.fromEntries(['A', 'B', 'C'].map((name) => [name, object({ [name]: text })])),
      paths: { '/cats': { get: answer(object({ a: ref('A'), b: ref('B'), c: ref('C') })) } },
      config: {
        resources: {
          cats: { models: { cats: 'A', cats_model: 'B', Cats_: 'C' }, methods: { list: 'get /cats' } },
        },
      },
    },
  ],
  [
    'models that used to be elsewhere',
    {
      schemas: { Cat: object({ id: { ...text, readOnly: true } }), Dog: object({ id: text }) },
      paths: {
        '/cats': { get: answer(ref('Cat')), post: { ...body(ref('Cat')), ...answer(ref('Dog')) } },
        '/dogs': { get: answer(ref('Dog')) },
      },
      former: { Cat: ['dogs', 'gone', '$shared', '$client', ''], Dog: ['cats', 'dogs'] },
    },
  ],
  [
    'aliases of pages',
    {
      schemas: { Cat: object({ id: text }) },
      paths: {
        '/cats': { get: listOf(ref('Cat')), post: listOf(text) },
        '/dogs': { get: listOf(object({ name: text })) },
        '/top': { get: listOf(text) },
      },
      config: {
        pagination: [CURSOR],
        resources: {
          $client: { methods: { list: { endpoint: 'get /top', paginated: 'cat_page' } } },
          cats: {
            models: { cat: 'Cat' },
            methods: {
              list: { endpoint: 'get /cats', paginated: 'cat_page' },
              search: { endpoint: 'post /cats', paginated: 'cat_page' },
            },
            subresources: { dogs: { methods: { list: { endpoint: 'get /dogs', paginated: 'cat_page' } } } },
          },
        },
      },
    },
  ],
  [
    'aliases of pages with names that are taken',
    {
      schemas: { Cat: object({ id: text }), Page: object({ of: text }), Other: object({ x: text }) },
      paths: {
        '/cats': {
          get: listOf(ref('Cat')),
          put: listOf({ type: 'array', items: ref('Cat') }),
          post: answer(ref('Page')),
        },
        '/other': { get: listOf(ref('Other')) },
      },
      config: {
        pagination: [{ ...CURSOR, name: 'cats_page' }],
        resources: {
          cats: {
            models: { cat: 'Cat', cat_page: 'Page' },
            methods: {
              list: { endpoint: 'get /cats', paginated: 'cats_page' },
              all: { endpoint: 'put /cats', paginated: 'cats_page' },
              create: 'post /cats',
            },
            subresources: {
              other: {
                models: { cats: 'Other' },
                methods: { list: { endpoint: 'get /other', paginated: 'cats_page' } },
              },
            },
          },
        },
      },
    },
  ],
  [
    'aliases of pages in a published edition',
    {
      edition: OLD,
      schemas: { Cat: object({ id: text }) },
      paths: { '/cats': { get: listOf(ref('Cat')), put: listOf(ref('Cat')), post: answer(text) } },
      config: {
        pagination: [CURSOR],
        resources: {
          cats: {
            models: { cat: 'Cat', cats_cat_page: 'Gone' },
            methods: {
              list: { endpoint: 'get /cats', paginated: 'cat_page' },
              all: { endpoint: 'put /cats', paginated: 'cat_page' },
            },
            subresources: { cats_cat_page: { methods: { get: 'post /cats' } } },
          },
        },
      },
    },
  ],
  [
    'names of classes',
    {
      schemas: { Cat: object({ id: text }), Fault: object({ why: text }) },
      paths: {
        '/cats': {
          get: answer(object({ a: text }), fails(ref('Fault'))),
          post: { ...query('q'), ...answer(text) },
        },
        '/other': { get: answer(text) },
      },
      config: {
        resources: {
          cats: {
            methods: { list: 'get /cats', create: 'post /cats' },
            subresources: Object.fromEntries(
              ['cat_list_response', 'cat_create_params', 'cat_list_errors'].map((name) => [
                name,
                { methods: { get: 'get /other' } },
              ]),
            ),
          },
          top_response: { methods: { get: 'get /other' } },
          $client: { methods: { top: 'get /other' } },
        },
      },
    },
  ],
  [
    'models that used to be below, nowhere, and where a name is taken',
    {
      schemas: { Cat: object({ id: text }), Dog: object({ id: text }), Toy: object({ a: text }) },
      paths: {
        '/cats': { get: answer(ref('Cat')) },
        '/cats/toys': { get: answer(ref('Toy')) },
        '/dogs': { get: answer(ref('Dog')) },
      },
      former: { Cat: ['cats.toys', 'dogs'], Dog: ['gone.far', 'gone'], Toy: ['dogs'] },
    },
  ],
  [
    'pages of anything',
    {
      schemas: { Cat: object({ id: text }) },
      paths: {
        '/top': { get: listOf({}), post: listOf(MAYBE) },
        '/cats': { get: listOf(ref('Cat')), put: listOf({}), post: listOf(MAYBE) },
      },
      config: {
        pagination: [{ ...CURSOR, name: 'cats' }],
        resources: {
          $client: {
            methods: {
              list: { endpoint: 'get /top', paginated: 'cats' },
              maybe: { endpoint: 'post /top', paginated: 'cats' },
            },
          },
          cats: {
            models: { cat: 'Cat' },
            methods: {
              list: { endpoint: 'get /cats', paginated: 'cats' },
              all: { endpoint: 'put /cats', paginated: 'cats' },
              maybe: { endpoint: 'post /cats', paginated: 'cats' },
              odd: { endpoint: 'put /cats', paginated: false },
            },
          },
        },
      },
    },
  ],
  [
    'methods that read webhooks',
    {
      paths: { '/cats': { get: answer(text) } },
      more: {
        webhooks: {
          said: { post: { ...body(object({ a: text })), responses: { 204: { description: '' } } } },
        },
      },
      config: {
        resources: {
          $client: { methods: { unwrap: { type: 'webhook_unwrap' } } },
          cats: {
            methods: { list: 'get /cats', unwrap: { type: 'webhook_unwrap' } },
            subresources: { toys: { methods: { unwrap: { type: 'webhook_unwrap' } } } },
          },
        },
      },
    },
  ],
  [
    'conversions of nested types',
    {
      schemas: {
        Cat: object({ born: { ...text, format: 'date-time' }, toy: ref('Toy') }),
        Toy: object({ made: { ...text, format: 'date-time' } }),
      },
      paths: { '/cats': { get: answer(ref('Cat')) } },
      config: {
        targets: { typescript: { options: { dates: 'date' } } },
        resources: { cats: { models: { cat: 'Cat' }, methods: { list: 'get /cats' } } },
      },
    },
  ],
];

it('types, by module and purpose', async () => {
  const found: Record<string, Json> = {};
  for (const [name, given] of cases) found[name] = await typesOf(given);
  expectStored(join(import.meta.dirname, 'declared.expected.json'), found);
});
