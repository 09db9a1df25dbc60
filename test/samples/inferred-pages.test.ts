/** Lists that page without a config, looped over against a server that pages as the document says. */
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { importSdk } from '../support/import-sdk.ts';
import { isSource, sdkOf } from '../support/sdk.ts';

const text = { type: 'string' };
const number = { type: 'integer' };
const object = (properties: object) => ({ type: 'object', properties });
const listOf = (properties: object) => ({ type: 'array', items: object(properties) });
const query = (parameters: Readonly<Record<string, object>>) =>
  Object.entries(parameters).map(([name, one]) => ({
    name,
    in: 'query',
    ...('type' in one ? { schema: one } : one),
  }));

interface Case {
  readonly parameters?: Readonly<Record<string, object>>;
  readonly body?: object;
  readonly result: object;
  readonly headers?: readonly string[];
  readonly answers: readonly {
    readonly body: unknown;
    readonly headers?: Readonly<Record<string, string>>;
  }[];
  /** What is sent: the query, or the body. */
  readonly asked: readonly string[];
  readonly found: readonly unknown[];
}

async function walk({
  parameters = {},
  body,
  result,
  headers = [],
  answers,
}: Case): Promise<{ readonly asked: readonly string[]; readonly found: readonly unknown[] }> {
  const operation = {
    operationId: 'listCats',
    parameters: query(parameters),
    ...(body !== undefined && { requestBody: { content: { 'application/json': { schema: body } } } }),
    responses: {
      200: {
        description: 'ok',
        headers: Object.fromEntries(headers.map((name) => [name, { schema: text }])),
        content: { 'application/json': { schema: result } },
      },
    },
  };
  const document = {
    openapi: '3.1.0',
    info: { title: 'Zoo', version: '1' },
    servers: [{ url: 'https://zoo.example' }],
    paths: { '/cats': { [body === undefined ? 'get' : 'post']: operation } },
  };
  const sdk = await sdkOf(stringify(document), { only: isSource });
  const Zoo = (await importSdk(sdk.files))['Zoo'] as new (
    options: object,
  ) => { readonly cats: Readonly<Record<string, () => AsyncIterable<unknown>>> };
  const asked: string[] = [];
  const fetch = async (url: string | URL, init: RequestInit = {}): Promise<Response> => {
    const answer = answers[asked.length];
    asked.push(body === undefined ? new URL(url).search : String(init.body));
    if (answer === undefined) throw new Error('one request too many');
    return Response.json(answer.body, { headers: answer.headers ?? {} });
  };
  const { cats } = new Zoo({ fetch, maxRetries: 0 });
  const list = cats['list'] ?? cats['create'];
  if (list === undefined) throw new Error(`no list among ${Object.keys(cats).join(', ')}`);
  const found: unknown[] = [];
  for await (const one of list.call(cats)) found.push(one);
  return { asked, found };
}

const cat = (id: string) => ({ id });

it.each<[string, Case]>([
  [
    'an iterator that goes on, until the answer says done',
    {
      parameters: {
        iterator: text,
        limit: number,
        after: { schema: { type: 'string', format: 'date-time' } },
      },
      result: object({ data: listOf({ id: text }), iterator: text, done: { type: 'boolean' } }),
      answers: [
        { body: { data: [cat('a')], iterator: 'i1', done: false } },
        { body: { data: [cat('b')], iterator: 'i2', done: true } },
      ],
      asked: ['', '?iterator=i1'],
      found: [cat('a'), cat('b')],
    },
  ],
  [
    'a cursor in a header',
    {
      parameters: { after_cursor: text, per_page: number },
      headers: ['X-After-Cursor'],
      result: listOf({ id: text }),
      answers: [{ body: [cat('a')], headers: { 'X-After-Cursor': 'c1' } }, { body: [cat('b')] }],
      asked: ['', '?after_cursor=c1'],
      found: [cat('a'), cat('b')],
    },
  ],
  [
    'the token of the last item',
    {
      parameters: {
        starting_after: { description: "An item's token after which a page begins.", schema: text },
      },
      result: object({ data: listOf({ token: text, id: number }), has_more: { type: 'boolean' } }),
      answers: [
        { body: { data: [{ token: 't1' }, { token: 't2' }], has_more: true } },
        { body: { data: [{ token: 't3' }], has_more: false } },
      ],
      asked: ['', '?starting_after=t2'],
      found: [{ token: 't1' }, { token: 't2' }, { token: 't3' }],
    },
  ],
  [
    'a Link header',
    {
      parameters: { since: number, per_page: number },
      headers: ['Link'],
      result: listOf({ id: number }),
      answers: [
        {
          body: [{ id: 7 }],
          headers: {
            Link: '<https://zoo.example/cats?since=7>; rel="next", <https://zoo.example/cats>; rel="first"',
          },
        },
        { body: [{ id: 9 }] },
      ],
      asked: ['', '?since=7'],
      found: [{ id: 7 }, { id: 9 }],
    },
  ],
  [
    'a cursor two levels down',
    {
      parameters: { after: text },
      result: object({ results: listOf({ id: text }), paging: object({ next: object({ after: text }) }) }),
      answers: [
        { body: { results: [cat('a')], paging: { next: { after: '2' } } } },
        { body: { results: [cat('b')] } },
      ],
      asked: ['', '?after=2'],
      found: [cat('a'), cat('b')],
    },
  ],
  [
    'pages that are counted from 0',
    {
      parameters: { page: { type: 'integer', minimum: 0 }, per_page: number },
      result: listOf({ id: text }),
      answers: [{ body: [cat('a')] }, { body: [cat('b')] }, { body: [] }],
      asked: ['', '?page=1', '?page=2'],
      found: [cat('a'), cat('b')],
    },
  ],
  [
    'the number of the next page',
    {
      parameters: { page: number, per_page: number },
      result: object({ items: listOf({ id: text }), next_page: { type: ['integer', 'null'] } }),
      answers: [
        { body: { items: [cat('a')], next_page: 2 } },
        { body: { items: [cat('b')], next_page: null } },
      ],
      asked: ['', '?page=2'],
      found: [cat('a'), cat('b')],
    },
  ],
  [
    'a number of items to skip, in the body',
    {
      body: object({ offset: number, limit: number }),
      result: object({ items: listOf({ id: text }), total: number }),
      answers: [{ body: { items: [cat('a')], total: 2 } }, { body: { items: [cat('b')], total: 2 } }],
      asked: ['{}', '{"offset":1}'],
      found: [cat('a'), cat('b')],
    },
  ],
])('%s', async (_, one) => {
  expect(await walk(one)).toEqual({ asked: one.asked, found: one.found });
});
