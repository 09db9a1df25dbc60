import { describe, expect, it } from 'vitest';
import type { PaginationConfig } from '../../generator/config/types.ts';
import { build, method, paths } from './support.ts';

const query = (...names: readonly (readonly [name: string, type: string])[]) =>
  names.map(([name, type]) => ({ name, in: 'query', schema: { type } }));
const object = (properties: object) => ({ type: 'object', properties });
const answers = (schema: object, headers: object = {}) => ({
  responses: { 200: { description: '', headers, content: { 'application/json': { schema } } } },
});
const cats = { type: 'array', items: object({ id: { type: 'string' } }) };
const derived = async (parameters: object[], schema: object) => {
  const built = await build(paths({ 'get /cats': { parameters, ...answers(schema) } }));
  const scheme = built.api.paginationSchemes[0];
  return (
    scheme && {
      name: scheme.name,
      type: scheme.type,
      uses: Object.fromEntries(scheme.purposes.map((use) => [use.purpose, use.path.join('.')])),
      array: scheme.topLevelArray,
    }
  );
};

describe('without configuration a scheme is derived from names and types', () => {
  it.each<[string, object[], object, object]>([
    [
      'pages',
      query(['page', 'integer'], ['pageSize', 'integer']),
      object({
        cats,
        pagination: object({ currentPage: { type: 'integer' }, totalPages: { type: 'integer' } }),
      }),
      {
        name: 'cats_page',
        type: 'page_number',
        uses: {
          items: 'cats',
          page_number_param: 'page',
          current_page_number_field: 'pagination.currentPage',
          total_page_count_field: 'pagination.totalPages',
        },
        array: false,
      },
    ],
    [
      'pages of a bare array',
      query(['page', 'integer'], ['per_page', 'integer']),
      cats,
      {
        name: 'page_number_page',
        type: 'page_number',
        uses: { items: '', page_number_param: 'page' },
        array: true,
      },
    ],
    [
      'a cursor',
      query(['cursor', 'string'], ['limit', 'integer']),
      object({
        items: cats,
        meta: object({ next_cursor: { type: ['string', 'null'] }, has_more: { type: 'boolean' } }),
      }),
      {
        name: 'cursor_page',
        type: 'cursor',
        uses: {
          items: 'items',
          next_cursor_param: 'cursor',
          next_cursor_field: 'meta.next_cursor',
          has_next_page: 'meta.has_more',
        },
        array: false,
      },
    ],
    [
      'the id of the last item',
      query(['starting_after', 'string'], ['limit', 'integer']),
      object({ data: cats, has_more: { type: 'boolean' } }),
      {
        name: 'cursor_id_page',
        type: 'cursor_id',
        uses: {
          items: 'data',
          next_cursor_id_param: 'starting_after',
          cursor_item_id: 'id',
          has_next_page: 'has_more',
        },
        array: false,
      },
    ],
    [
      'a URL',
      query(['offset', 'integer'], ['limit', 'integer']),
      object({
        items: cats,
        next: { type: 'string', description: 'URL of the next page' },
        total: { type: 'integer' },
      }),
      {
        name: 'cursor_url_page',
        type: 'cursor_url',
        uses: { items: 'items', cursor_url_field: 'next' },
        array: false,
      },
    ],
    [
      'an offset',
      query(['offset', 'integer'], ['limit', 'integer']),
      object({ results: cats, total: { type: 'integer' } }),
      {
        name: 'offset_page',
        type: 'offset',
        uses: { items: 'results', offset_count_param: 'offset', offset_total_count_field: 'total' },
        array: false,
      },
    ],
  ])('%s', async (_, parameters, schema, expected) =>
    expect(await derived(parameters, schema)).toEqual(expected),
  );

  it.each<[string, object[], object]>([
    [
      'the items are no array',
      query(['page', 'integer'], ['limit', 'integer']),
      object({ items: object({}) }),
    ],
    ['the parameter has another type', query(['page', 'boolean'], ['limit', 'integer']), cats],
    [
      'nothing asks for the next page',
      query(['limit', 'integer']),
      object({ items: cats, total: { type: 'integer' } }),
    ],
  ])('not when %s', async (_, parameters, schema) =>
    expect(await derived(parameters, schema)).toBeUndefined(),
  );

  it('one scheme serves all methods that are alike', async () => {
    const page = {
      parameters: query(['cursor', 'string']),
      ...answers(object({ items: cats, next_cursor: { type: 'string' } })),
    };
    const built = await build(paths({ 'get /cats': page, 'get /dogs': page }));
    expect(built.api.paginationSchemes.map((one) => one.name)).toEqual(['cursor_page']);
    expect(method(built, 'dogs.list').pagination).toMatchObject({
      scheme: 'cursor_page',
      item: { kind: 'object' },
    });
  });
});

describe('hints', () => {
  const list = (
    hint: object,
    schema: object = object({ data: object({ list: cats }), next: { type: 'string' } }),
  ) =>
    build(
      paths({
        'get /cats': { parameters: query(['p', 'integer'], ['c', 'string']), ...answers(schema), ...hint },
      }),
    );

  it.each<[string, object, object]>([
    [
      'x-speakeasy pages',
      {
        'x-speakeasy-pagination': {
          type: 'offsetLimit',
          inputs: [{ name: 'p', in: 'parameters', type: 'page' }],
          outputs: { results: '$.data.list' },
        },
      },
      {
        type: 'page_number',
        purposes: [
          { purpose: 'items', path: ['data', 'list'] },
          { purpose: 'page_number_param', path: ['p'] },
        ],
      },
    ],
    [
      'x-speakeasy cursors',
      {
        'x-speakeasy-pagination': {
          type: 'cursor',
          inputs: [{ name: 'c', in: 'parameters', type: 'cursor' }],
          outputs: { results: '$.data.list', nextCursor: '$.next' },
        },
      },
      {
        type: 'cursor',
        purposes: [
          { purpose: 'items', path: ['data', 'list'] },
          { purpose: 'next_cursor_param', path: ['c'] },
          { purpose: 'next_cursor_field', path: ['next'] },
        ],
      },
    ],
    [
      'x-fern cursors',
      {
        'x-fern-pagination': {
          cursor: '$request.c',
          next_cursor: '$response.next',
          results: '$response.data.list',
        },
      },
      {
        type: 'cursor',
        purposes: [
          { purpose: 'items', path: ['data', 'list'] },
          { purpose: 'next_cursor_param', path: ['c'] },
          { purpose: 'next_cursor_field', path: ['next'] },
        ],
      },
    ],
  ])('%s', async (_, hint, expected) => {
    const built = await list(hint);
    expect(built.codes).toEqual([]);
    expect(built.api.paginationSchemes).toMatchObject([expected]);
    expect(method(built, 'cats.list').pagination).toBeDefined();
  });

  it('x-stainless marks', async () => {
    const mark = (purpose: string) => ({ 'x-stainless-pagination-property': { purpose } });
    const built = await build(
      paths({
        'get /cats': {
          parameters: [{ name: 'c', in: 'query', schema: { type: 'string', ...mark('next_cursor_param') } }],
          ...answers(
            object({
              beasts: { ...cats, ...mark('items') },
              links: object({ more: { type: 'string', ...mark('next_cursor_field') } }),
            }),
          ),
        },
      }),
    );
    expect(built.api.paginationSchemes).toMatchObject([
      {
        name: 'beasts_page',
        type: 'cursor',
        purposes: [
          { purpose: 'next_cursor_param', path: ['c'] },
          { purpose: 'items', path: ['beasts'] },
          { purpose: 'next_cursor_field', path: ['links', 'more'] },
        ],
      },
    ]);
    expect(method(built, 'cats.list').pagination?.provenance.rule).toBe('x-stainless');
  });

  it('are checked against the schema', async () => {
    const built = await list({
      'x-speakeasy-pagination': {
        type: 'offsetLimit',
        inputs: [{ name: 'p', in: 'parameters', type: 'page' }],
        outputs: { results: '$.cats' },
      },
    });
    expect(method(built, 'cats.list').pagination).toBeUndefined();
    expect(built.diagnostics.map((one) => one.message)).toEqual([
      'get /cats is not paginated by x-speakeasy-pagination: the result has no property cats.',
    ]);
    expect(built.diagnostics[0]?.origin?.pointer).toBe('/paths/~1cats/get/x-speakeasy-pagination');
  });

  it('may say that a method does not page', async () => {
    const built = await build(
      paths({
        'get /cats': {
          parameters: query(['page', 'integer'], ['limit', 'integer']),
          ...answers(cats),
          'x-fern-pagination': false,
        },
      }),
    );
    expect(method(built, 'cats.list').pagination).toBeUndefined();
  });
});

describe('configured schemes', () => {
  const origin = { document: 'zoo.yml', pointer: '/pagination/0' };
  const mark = (purpose: string) => ({ 'x-stainless-pagination-property': { purpose } });
  const scheme: PaginationConfig = {
    name: 'zoo_page',
    type: 'cursor',
    paramLocation: 'query',
    continueOnEmptyItems: false,
    skipped: false,
    origin,
    request: {
      origin,
      value: { after: { type: 'string', ...mark('next_cursor_param') }, limit: { type: 'integer' } },
    },
    response: {
      origin,
      value: {
        data: { type: 'array', items: {} },
        page: { type: 'object', properties: { next: { type: 'string', ...mark('next_cursor_field') } } },
      },
    },
  };
  const fitting = {
    parameters: query(['after', 'string'], ['limit', 'integer']),
    ...answers(object({ data: cats, page: object({ next: { type: 'string' } }) })),
  };
  const lacking = {
    parameters: query(['after', 'string'], ['limit', 'integer']),
    ...answers(object({ data: cats, page: object({}) })),
  };
  const resources = (paginated: boolean | string | undefined) => [
    {
      key: 'cats',
      path: ['cats'],
      models: [],
      subresources: [],
      skipped: false,
      origin,
      methods: [
        {
          kind: 'http' as const,
          key: 'list',
          resource: ['cats'],
          skipped: false,
          origin,
          endpoint: { verb: 'get', path: '/cats', origin },
          ...(paginated !== undefined && { paginated }),
        },
      ],
    },
  ];

  it('apply where request and response fit, and nowhere else', async () => {
    const built = await build(
      paths({
        'get /cats': fitting,
        'get /dogs': lacking,
        'get /cows': { ...fitting, parameters: query(['after', 'string']) },
      }),
      { pagination: [scheme] },
    );
    expect([...built.calls].filter(([, one]) => one.pagination).map(([call]) => call)).toEqual(['cats.list']);
    expect(method(built, 'cats.list').pagination).toMatchObject({
      scheme: 'zoo_page',
      item: { kind: 'object', properties: [{ name: 'id' }] },
      provenance: { rule: 'config', origin },
    });
  });

  it('are read with their purposes, nested ones included', async () => {
    const built = await build(paths({ 'get /cats': fitting }), { pagination: [scheme] });
    expect(built.api.paginationSchemes[0]?.purposes).toEqual([
      { purpose: 'next_cursor_param', path: ['after'] },
      { purpose: 'next_cursor_field', path: ['page', 'next'] },
      { purpose: 'items', path: ['data'] },
    ]);
  });

  it('may take the cursor from a header and the items from a bare array', async () => {
    const headers: PaginationConfig = {
      ...scheme,
      request: { origin, value: { after: { type: 'string', ...mark('next_cursor_param') } } },
      response: {
        origin,
        value: {
          items: {
            type: 'array',
            'x-stainless-pagination-property': { purpose: 'items', is_top_level_array: true },
          },
          next: {
            type: 'string',
            'x-stainless-pagination-property': { purpose: 'next_cursor_field', from_header: 'X-Next' },
          },
        },
      },
    };
    const built = await build(
      paths({ 'get /cats': { parameters: query(['after', 'string']), ...answers(cats) } }),
      { pagination: [headers] },
    );
    expect(built.api.paginationSchemes[0]).toMatchObject({
      topLevelArray: true,
      purposes: [
        { purpose: 'next_cursor_param', path: ['after'] },
        { purpose: 'items', path: [] },
        { purpose: 'next_cursor_field', path: ['next'], header: 'X-Next' },
      ],
    });
    expect(method(built, 'cats.list').pagination?.scheme).toBe('zoo_page');
  });

  it('that fit nothing are reported', async () => {
    const built = await build(paths({ 'get /cats': lacking }), { pagination: [scheme] });
    expect(built.diagnostics.map((one) => [one.code, one.severity, one.origin])).toEqual([
      ['pagination-scheme-unused', 'warning', origin],
    ]);
  });

  it('that a method asks for must fit it', async () => {
    const built = await build(paths({ 'get /cats': lacking }), {
      pagination: [scheme],
      resources: resources('zoo_page'),
    });
    expect(method(built, 'cats.list').pagination).toBeUndefined();
    expect(built.diagnostics.map((one) => one.message)).toContain(
      'get /cats is not paginated by zoo_page: the result has no property page.next.',
    );
  });

  it('do not apply to a method that opts out', async () => {
    const built = await build(paths({ 'get /cats': fitting }), {
      pagination: [scheme],
      resources: resources(false),
    });
    expect(method(built, 'cats.list').pagination).toBeUndefined();
  });

  it('are the only ones where there is a resource tree', async () => {
    const built = await build(paths({ 'get /cats': fitting }), { resources: resources(undefined) });
    expect(built.api.paginationSchemes).toEqual([]);
  });
});
