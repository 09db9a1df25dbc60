/** What hints of a document, samples and configs make of the pages of a method, and what is reported. */
import { describe, expect, it } from 'vitest';
import { type Built, build, method, paths } from './support.ts';

const SPELLED: Readonly<Record<string, object>> = {
  s: { type: 'string' },
  i: { type: 'integer' },
  a: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } } },
};

/** `cursor:s data.list:a` as properties. */
function schemaOf(text: string): object {
  if (text === '[]') return SPELLED['a'] ?? {};
  const properties: Record<string, object> = {};
  for (const part of text.split(' ').filter((each) => each !== '')) {
    const [path = '', letter = 's'] = part.split(':');
    const [name = '', ...rest] = path.split('.');
    properties[name] =
      rest.length === 0 ? (SPELLED[letter] ?? {}) : { ...schemaOf(`${rest.join('.')}:${letter}`) };
  }
  return { type: 'object', properties };
}

interface Given {
  readonly verb?: string;
  readonly query?: string;
  readonly body?: string;
  readonly result?: string;
  readonly more?: object;
}

const json = (schema: object): object => ({ content: { 'application/json': { schema } } });
const operationOf = ({ query = '', body, result, more }: Given): object => ({
  parameters: query
    .split(' ')
    .filter((text) => text !== '')
    .map((text) => ({ name: text.split(':')[0], in: 'query', schema: SPELLED[text.split(':')[1] ?? 's'] })),
  ...(body !== undefined && { requestBody: json(schemaOf(body)) }),
  responses: { 200: { description: '', ...(result !== undefined && json(schemaOf(result))) } },
  ...more,
});

const saidOf = ({ api, diagnostics, calls }: Built): readonly string[] => [
  ...api.paginationSchemes.map(({ name, type, paramLocation, purposes, request, topLevelArray }) =>
    [
      `${name} ${type} ${paramLocation} (${request.properties.map((each) => each.name).join(', ')})`,
      ...purposes.map(({ purpose, path }) => `${purpose}=${path.join('.')}`),
      ...(topLevelArray ? ['array'] : []),
    ].join(' '),
  ),
  ...[...calls].flatMap(([call, { pagination }]) =>
    pagination === undefined
      ? []
      : [
          `${call}: ${pagination.scheme} ${pagination.provenance.rule} ${pagination.provenance.detail ?? ''} at ${pagination.provenance.origin?.pointer ?? '-'}`,
        ],
  ),
  ...diagnostics.filter(({ code }) => /pag/.test(code)).map(({ code, message }) => `${code}: ${message}`),
];

const speakeasy = (
  type: string,
  inputs: Readonly<Record<string, string>>,
  outputs: object,
  where = 'parameters',
): object => ({
  'x-speakeasy-pagination': {
    ...{ type, outputs },
    inputs: Object.entries(inputs).map(([kind, name]) => ({ type: kind, name, in: where })),
  },
});
const fern = (value: unknown): object => ({ 'x-fern-pagination': value });
const LIST = '$.data.list';
const MISFIT = 'pagination-mismatch: get /cats is not paginated by';

describe('a hint', () => {
  it.each<[Given, readonly string[]]>([
    [
      {
        query: 'p:i l:i',
        result: 'data.list:a',
        more: speakeasy('offsetLimit', { page: 'p', limit: 'l' }, { results: LIST }),
      },
      [
        'page_number_page page_number query (p, l) items=data.list page_number_param=p',
        'cats.list: page_number_page x-speakeasy x-speakeasy-pagination at /paths/~1cats/get/x-speakeasy-pagination',
      ],
    ],
    [
      {
        query: 'p:i',
        result: 'data.list:a',
        more: speakeasy('offsetLimit', { offset: 'p' }, { results: LIST }),
      },
      [
        'offset_page offset query (p) items=data.list offset_count_param=p',
        'cats.list: offset_page x-speakeasy x-speakeasy-pagination at /paths/~1cats/get/x-speakeasy-pagination',
      ],
    ],
    [
      {
        query: 'p:i',
        result: 'data.list:a pages:i',
        more: speakeasy('offsetLimit', { page: 'p' }, { results: LIST, numPages: '$.pages' }),
      },
      [
        'page_number_page page_number query (p) items=data.list page_number_param=p total_page_count_field=pages',
        'cats.list: page_number_page x-speakeasy x-speakeasy-pagination at /paths/~1cats/get/x-speakeasy-pagination',
      ],
    ],
    [
      {
        query: 'p:i',
        result: 'data.list:a pages:i',
        more: speakeasy('offsetLimit', { offset: 'p' }, { results: LIST, numPages: '$.pages' }),
      },
      [
        'offset_page offset query (p) items=data.list offset_count_param=p',
        'cats.list: offset_page x-speakeasy x-speakeasy-pagination at /paths/~1cats/get/x-speakeasy-pagination',
      ],
    ],
    [
      {
        query: 'c:s',
        result: 'data.list:a next:s',
        more: speakeasy('cursor', { cursor: 'c' }, { results: LIST, nextCursor: '$.next' }),
      },
      [
        'cursor_page cursor query (c) items=data.list next_cursor_param=c next_cursor_field=next',
        'cats.list: cursor_page x-speakeasy x-speakeasy-pagination at /paths/~1cats/get/x-speakeasy-pagination',
      ],
    ],
    [
      {
        query: 'c:s',
        result: 'data.list:a next:s',
        more: speakeasy('cursor', { cursor: 'c' }, { results: LIST }),
      },
      [`${MISFIT} x-speakeasy-pagination: no field holds the next cursor.`],
    ],
    [
      {
        query: 'c:s',
        result: 'data.list:a next:s',
        more: speakeasy('cursor', {}, { results: LIST, nextCursor: '$.next' }),
      },
      [`${MISFIT} x-speakeasy-pagination: no parameter is named.`],
    ],
    [
      {
        query: 'p:i',
        result: 'data.list:a next:s',
        more: speakeasy('offsetLimit', { offset: 'p' }, { results: LIST, nextCursor: '$.next' }),
      },
      [
        'offset_page offset query (p) items=data.list offset_count_param=p',
        'cats.list: offset_page x-speakeasy x-speakeasy-pagination at /paths/~1cats/get/x-speakeasy-pagination',
      ],
    ],
    [
      {
        query: 'p:i l:i',
        result: 'data.list:a next:s',
        more: speakeasy('url', { page: 'p', limit: 'l' }, { results: LIST, nextUrl: '$.next' }),
      },
      [
        'cursor_url_page cursor_url query (l) items=data.list cursor_url_field=next',
        'cats.list: cursor_url_page x-speakeasy x-speakeasy-pagination at /paths/~1cats/get/x-speakeasy-pagination',
      ],
    ],
    [
      { query: '', result: 'data.list:a next:s', more: speakeasy('url', {}, { results: LIST }) },
      [`${MISFIT} x-speakeasy-pagination: no field holds the next URL.`],
    ],
    [
      {
        query: 'c:s',
        result: 'items:a next:s',
        more: speakeasy('cursor', { cursor: 'c' }, { nextCursor: '$.next' }),
      },
      [
        'cursor_page cursor query (c) items=items next_cursor_param=c next_cursor_field=next',
        'cats.list: cursor_page x-speakeasy x-speakeasy-pagination at /paths/~1cats/get/x-speakeasy-pagination',
      ],
    ],
    [
      { query: 'c:s', result: '[]', more: speakeasy('offsetLimit', { page: 'c' }, {}) },
      [`${MISFIT} x-speakeasy-pagination: the parameter c is no number.`],
    ],
    [
      { query: 'p:i', result: '[]', more: speakeasy('offsetLimit', { page: 'p' }, {}) },
      [
        'page_number_page page_number query (p) items= page_number_param=p array',
        'cats.list: page_number_page x-speakeasy x-speakeasy-pagination at /paths/~1cats/get/x-speakeasy-pagination',
      ],
    ],
    [
      {
        query: 'c:s',
        result: 'next:s',
        more: speakeasy('cursor', { cursor: 'c' }, { nextCursor: '$.next' }),
      },
      [`${MISFIT} x-speakeasy-pagination: no array of items was found.`],
    ],
    [
      { query: 'c:s', more: speakeasy('cursor', { cursor: 'c' }, { nextCursor: '$.next' }) },
      [`${MISFIT} x-speakeasy-pagination: the method has no JSON result.`],
    ],
    [
      {
        verb: 'post',
        body: 'c:s',
        result: 'items:a next:s',
        more: speakeasy('cursor', { cursor: 'c' }, { nextCursor: '$.next' }, 'requestBody'),
      },
      [
        'cursor_page cursor body (c) items=items next_cursor_param=c next_cursor_field=next',
        'cats.create: cursor_page x-speakeasy x-speakeasy-pagination at /paths/~1cats/post/x-speakeasy-pagination',
      ],
    ],
    [
      {
        verb: 'post',
        body: 'c:s',
        result: 'items:a next:s',
        more: fern({ cursor: '$request.c', next_cursor: '$response.next', results: '$response.items' }),
      },
      [
        'cursor_page cursor body (c) items=items next_cursor_param=c next_cursor_field=next',
        'cats.create: cursor_page x-fern x-fern-pagination at /paths/~1cats/post/x-fern-pagination',
      ],
    ],
    [
      {
        verb: 'post',
        query: 'c:s',
        body: 'c:s',
        result: 'items:a next:s',
        more: fern({ cursor: '$request.c', next_cursor: '$response.next', results: '$response.items' }),
      },
      [
        'cursor_page cursor query (c) items=items next_cursor_param=c next_cursor_field=next',
        'cats.create: cursor_page x-fern x-fern-pagination at /paths/~1cats/post/x-fern-pagination',
      ],
    ],
    [
      {
        verb: 'post',
        body: 'x:s',
        result: 'items:a next:s',
        more: fern({ cursor: '$request.c', next_cursor: '$response.next', results: '$response.items' }),
      },
      [
        'pagination-mismatch: post /cats is not paginated by x-fern-pagination: the query has no parameter c.',
      ],
    ],
    [
      {
        verb: 'post',
        body: 'x:s',
        result: 'items:a next:s',
        more: fern({ next_uri: '$response.next', results: '$response.items' }),
      },
      [
        'cursor_url_page cursor_url query () items=items cursor_url_field=next',
        'cats.create: cursor_url_page x-fern x-fern-pagination at /paths/~1cats/post/x-fern-pagination',
      ],
    ],
    [
      {
        query: 'offset:i',
        result: 'items:a',
        more: fern({ offset: '$request.offset', results: '$response.items' }),
      },
      [
        'offset_page offset query (offset) items=items offset_count_param=offset',
        'cats.list: offset_page x-fern x-fern-pagination at /paths/~1cats/get/x-fern-pagination',
      ],
    ],
    [
      {
        query: 'page:i',
        result: 'items:a',
        more: fern({ offset: '$request.page', results: '$response.items' }),
      },
      [
        'page_number_page page_number query (page) items=items page_number_param=page',
        'cats.list: page_number_page x-fern x-fern-pagination at /paths/~1cats/get/x-fern-pagination',
      ],
    ],
    [{ query: 'page:i limit:i', result: 'items:a', more: fern(false) }, []],
    [
      { query: 'page:i limit:i', result: 'items:a' },
      [
        'page_number_page page_number query (page) items=items page_number_param=page',
        'cats.list: page_number_page default parameters page, items in items at /paths/~1cats/get',
      ],
    ],
    [
      {
        query: 'limit:i',
        result: '[]',
        more: {
          responses: {
            200: {
              description: '',
              headers: { Link: { schema: { type: 'string' } } },
              ...json(schemaOf('[]')),
            },
          },
        },
      },
      [
        'cursor_url_page cursor_url query () items= cursor_url_field=Link array',
        'cats.list: cursor_url_page default parameters none, items in the result itself at /paths/~1cats/get',
      ],
    ],
    [
      { verb: 'post', query: 'page:i limit:i', result: 'items:a total:i' },
      [
        'page_number_page page_number query (page) items=items page_number_param=page',
        'cats.create: page_number_page default parameters page, items in items at /paths/~1cats/post',
      ],
    ],
    [
      { verb: 'post', query: 'page:i limit:i', result: 'items:a' },
      [
        'list-not-paged: post /cats is a list that is not paginated: the method may change something, and the result tells neither a total nor whether there is more.',
      ],
    ],
    [{ verb: 'put', query: 'page:i limit:i', result: 'items:a total:i' }, []],
    [{ verb: 'delete', query: 'page:i limit:i', result: 'items:a total:i' }, []],
    [
      { query: 'cursor:s', result: 'items:a' },
      [
        'list-not-paged: get /cats is a list that is not paginated: no field or header of the response gives the next value of the parameter cursor.',
      ],
    ],
    [{ query: 'x:s', result: 'items:a' }, []],
    [
      {
        query: 'page:i limit:i',
        result: 'items:a',
        more: {
          'x-codeSamples': [
            {
              lang: 'JavaScript',
              source: 'const client = new Zoo();\nfor await (const x of client.cats.list()) {}',
            },
          ],
        },
      },
      [
        'page_number_page page_number query (page) items=items page_number_param=page',
        'cats.list: page_number_page sample the sample iterates over the result; parameters page, items in items at /paths/~1cats/get',
      ],
    ],
    [
      {
        verb: 'post',
        query: 'page:i limit:i',
        result: 'items:a',
        more: {
          'x-codeSamples': [
            {
              lang: 'JavaScript',
              source: 'const client = new Zoo();\nfor await (const x of client.cats.find()) {}',
            },
          ],
        },
      },
      [
        'page_number_page page_number query (page) items=items page_number_param=page',
        'cats.find: page_number_page sample the sample iterates over the result; parameters page, items in items at /paths/~1cats/post',
      ],
    ],
    [
      {
        query: 'x:s',
        result: 'items:a',
        more: {
          'x-codeSamples': [
            {
              lang: 'JavaScript',
              source: 'const client = new Zoo();\nfor await (const x of client.cats.list()) {}',
            },
          ],
        },
      },
      ['pagination-not-found: get /cats should be paginated, but its parameters and result do not show how.'],
    ],
    [
      {
        query: 'cursor:s',
        result: 'items:a',
        more: {
          'x-codeSamples': [
            {
              lang: 'JavaScript',
              source: 'const client = new Zoo();\nfor await (const x of client.cats.list()) {}',
            },
          ],
        },
      },
      ['pagination-not-found: get /cats should be paginated, but its parameters and result do not show how.'],
    ],
  ])('%# %j', async ({ verb = 'get', ...given }, expected) => {
    const found = saidOf(await build(paths({ [`${verb} /cats`]: operationOf(given) })));
    expect(found).toEqual(expected);
  });
});

const origin = { document: 'zoo.yml', pointer: '/resources/cats/methods/list' };
const scheme = (name: string, purpose: string, param: string, more: object = {}) => ({
  ...{ name, type: 'page_number', paramLocation: 'query', continueOnEmptyItems: false, skipped: false },
  origin: { document: 'zoo.yml', pointer: `/pagination/${name}` },
  request: {
    origin,
    value: {
      [param]: { type: 'integer', 'x-stainless-pagination-property': { purpose } },
      ...more,
    },
  },
  response: { origin, value: { items: { type: 'array', items: {} } } },
});
const configured = (paginated: boolean | string | undefined, verb = 'get') => [
  {
    ...{ key: 'cats', path: ['cats'], models: [], subresources: [], skipped: false, origin },
    methods: [
      {
        ...{ kind: 'http', key: 'list', resource: ['cats'], skipped: false, origin },
        endpoint: { verb, path: '/cats', origin },
        ...(paginated !== undefined && { paginated }),
      },
    ],
  },
];

describe('a config', () => {
  const P = scheme('p_page', 'page_number_param', 'p');
  const Q = scheme('q_page', 'page_number_param', 'q');
  const WIDE = scheme('wide_page', 'page_number_param', 'p', { size: { type: 'integer' } });
  it.each<[Given, boolean | string | undefined, readonly object[], readonly string[]]>([
    [
      { query: 'p:i q:i', result: 'items:a' },
      undefined,
      [P, Q],
      [
        'p_page page_number query (p) page_number_param=p items=items',
        'q_page page_number query (q) page_number_param=q items=items',
        'cats.list: p_page config pagination.p_page at /pagination/p_page',
        'pagination-scheme-unused: No method uses the pagination scheme q_page.',
      ],
    ],
    [
      { query: 'p:i q:i', result: 'items:a' },
      'q_page',
      [P, Q],
      [
        'p_page page_number query (p) page_number_param=p items=items',
        'q_page page_number query (q) page_number_param=q items=items',
        'cats.list: q_page config pagination.q_page at /pagination/q_page',
        'pagination-scheme-unused: No method uses the pagination scheme p_page.',
      ],
    ],
    [
      { query: 'p:i q:i', result: 'items:a' },
      'none_page',
      [P, Q],
      [
        'p_page page_number query (p) page_number_param=p items=items',
        'q_page page_number query (q) page_number_param=q items=items',
        'pagination-scheme-unused: No method uses the pagination scheme p_page.',
        'pagination-scheme-unused: No method uses the pagination scheme q_page.',
      ],
    ],
    [
      { query: 'q:i', result: 'items:a' },
      'p_page',
      [P, Q],
      [
        'p_page page_number query (p) page_number_param=p items=items',
        'q_page page_number query (q) page_number_param=q items=items',
        `${MISFIT} p_page: the query has no parameter p.`,
        'pagination-scheme-unused: No method uses the pagination scheme p_page.',
        'pagination-scheme-unused: No method uses the pagination scheme q_page.',
      ],
    ],
    [
      { query: 'p:i', result: 'items:a' },
      undefined,
      [WIDE],
      [
        'wide_page page_number query (p, size) page_number_param=p items=items',
        'pagination-scheme-unused: No method uses the pagination scheme wide_page.',
      ],
    ],
    [
      { query: 'p:i', result: 'items:a' },
      true,
      [WIDE],
      [
        'wide_page page_number query (p, size) page_number_param=p items=items',
        'cats.list: wide_page config pagination.wide_page at /pagination/wide_page',
      ],
    ],
    [
      { query: 'p:i', result: 'items:a' },
      'wide_page',
      [WIDE],
      [
        'wide_page page_number query (p, size) page_number_param=p items=items',
        'cats.list: wide_page config pagination.wide_page at /pagination/wide_page',
      ],
    ],
    [
      { query: 'p:i', result: 'items:a' },
      true,
      [WIDE, P],
      [
        'wide_page page_number query (p, size) page_number_param=p items=items',
        'p_page page_number query (p) page_number_param=p items=items',
        'cats.list: p_page config pagination.p_page at /pagination/p_page',
        'pagination-scheme-unused: No method uses the pagination scheme wide_page.',
      ],
    ],
    [
      { query: 'p:i', result: 'items:a' },
      false,
      [P],
      [
        'p_page page_number query (p) page_number_param=p items=items',
        'pagination-scheme-unused: No method uses the pagination scheme p_page.',
      ],
    ],
    [
      { query: 'x:i', result: 'items:a' },
      true,
      [],
      ['pagination-not-found: get /cats should be paginated, but its parameters and result do not show how.'],
    ],
    [{ query: 'x:i', result: 'items:a' }, undefined, [], []],
    [
      { query: 'page:i limit:i', result: 'items:a' },
      true,
      [],
      [
        'page_number_page page_number query (page) items=items page_number_param=page',
        'cats.list: page_number_page default the config asks for pages; parameters page, items in items at /paths/~1cats/get',
      ],
    ],
    [{ query: 'page:i limit:i', result: 'items:a' }, undefined, [], []],
    [
      { verb: 'post', query: 'page:i limit:i', result: 'items:a' },
      true,
      [],
      [
        'page_number_page page_number query (page) items=items page_number_param=page',
        'cats.list: page_number_page default the config asks for pages; parameters page, items in items at /paths/~1cats/post',
      ],
    ],
    [
      { verb: 'put', query: 'page:i limit:i', result: 'items:a' },
      true,
      [],
      [
        'page_number_page page_number query (page) items=items page_number_param=page',
        'cats.list: page_number_page default the config asks for pages; parameters page, items in items at /paths/~1cats/put',
      ],
    ],
  ])('%# %j %j', async ({ verb = 'get', ...given }, paginated, pagination, expected) => {
    const built = await build(paths({ [`${verb} /cats`]: operationOf(given) }), {
      ...{ pagination: pagination as never, resources: configured(paginated, verb) as never },
    });
    const found = saidOf(built);
    expect(found).toEqual(expected);
  });

  it('has schemes apart from those that are derived, which have other names', async () => {
    const list = (query: string, result: string) => operationOf({ query, result });
    const operations = {
      'get /a': list('page:i limit:i', 'items:a'),
      'get /b': list('page:i limit:i', 'items:a total_pages:i'),
      'get /c': list('page:i limit:i', 'data:a'),
      'get /d': list('page:i limit:i', 'items:a'),
    };
    const names = async (all: Readonly<Record<string, object>>) =>
      (await build(paths(all))).api.paginationSchemes.map(({ name }) => name);
    const found = await names(operations);
    expect(found).toEqual([...['page_number_page', 'counted_page_number_page', 'data_page_number_page']]);
    expect(await names(Object.fromEntries(Object.entries(operations).reverse()))).toEqual(found);
    const { calls } = await build(paths(operations));
    expect([...calls.values()].map(({ pagination }) => pagination?.scheme)).toEqual([...found, found[0]]);
  });

  it('keeps its names, so those of others are numbered', async () => {
    const taken = ['page_number_page', 'cats_page', 'p_page_number_page', 'cats_page_number_page'];
    const hint = speakeasy('offsetLimit', { page: 'p' }, { results: '$.cats' });
    const operation = operationOf({ query: 'p:i', result: 'cats:a', more: hint });
    const nameFor = async (names: readonly string[]) => {
      const pagination = names.map((name) => scheme(name, 'page_number_param', 'none'));
      const built = await build(paths({ 'get /cats': operation }), { pagination: pagination as never });
      return method(built, 'cats.list').pagination?.scheme;
    };
    expect(await nameFor([])).toBe('cats_page');
    expect(await nameFor(['cats_page'])).toBe('page_number_page');
    expect(await nameFor(taken)).toBe('page_number_page_2');
    expect(await nameFor([...taken, 'page_number_page_2'])).toBe('page_number_page_3');
  });

  it('has marks in the document that do not fit', async () => {
    const mark = (purpose: string) => ({ 'x-stainless-pagination-property': { purpose } });
    const items = { ...SPELLED['a'], ...mark('items') };
    const responses = { 200: { description: '', ...json({ type: 'object', properties: { items } }) } };
    const given = operationOf({ more: { responses } }) as { parameters: object[] };
    given.parameters.push({
      name: 'p',
      in: 'query',
      schema: { type: 'string', ...mark('page_number_param') },
    });
    expect(saidOf(await build(paths({ 'get /cats': given })))).toEqual([
      `${MISFIT} x-stainless-pagination-property: the parameter p is no number.`,
    ]);
  });

  it('may pass over streams', async () => {
    const stream = {
      200: { description: '', content: { 'text/event-stream': { schema: schemaOf('items:a') } } },
    };
    const built = await build(
      paths({ 'get /cats': operationOf({ query: 'page:i limit:i', more: { responses: stream } }) }),
    );
    expect(method(built, 'cats.list').pagination).toBeUndefined();
  });
});
