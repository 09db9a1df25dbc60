/** The lines of a proposed config, and the survey of a document, from an Api by hand. */
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.ts';
import { casingLines, clientLines, environmentLines } from '../../generator/init/client.ts';
import { methodsOf, operationOf } from '../../generator/init/methods.ts';
import { paginationLines } from '../../generator/init/pagination.ts';
import { resourceLines } from '../../generator/init/resources.ts';
import { surveyOf } from '../../generator/init/survey.ts';
import type { Api, Method, PaginationScheme, Resource, Schema } from '../../generator/ir/types.ts';
import { list, nullable, object, property, record, scalar, text } from '../diffs/walk-support.ts';

type More = Readonly<Record<string, unknown>>;

const CLIENT = { name: 'Pets', envPrefix: 'PETS', options: [], environments: [], casings: [] };
const apiOf = (more: More = {}, client: More = {}): Api =>
  ({
    client: { ...CLIENT, ...client },
    securitySchemes: [],
    schemas: [],
    paginationSchemes: [],
    root: resource('', []),
    ...more,
  }) as unknown as Api;

const method = (key: string, path: string, more: More = {}): Method =>
  ({
    ...{ key, verb: 'get', path, parameters: [], provenance: { rule: 'default', detail: '' } },
    origin: { document: 'api.yml', pointer: `/paths/${path.replaceAll('/', '~1')}/get` },
    pathParts: [...path.matchAll(/\{(\w+)\}|[^{}]+/g)].map(([part, name]) =>
      name === undefined ? { kind: 'text', text: part } : { kind: 'parameter', name },
    ),
    ...more,
  }) as unknown as Method;
const resource = (key: string, methods: readonly Method[], children: readonly Resource[] = []): Resource =>
  ({ key, methods, children }) as unknown as Resource;
const schema = (name: string, more: More = {}, path: readonly string[] = ['pets']): Schema =>
  ({
    ...{ id: `api.yml#/components/schemas/${name}`, name, type: text },
    origin: { document: 'api.yml', pointer: `/components/schemas/${name}` },
    model: { name, resource: path, provenance: { rule: 'component', detail: '' } },
    ...more,
  }) as unknown as Schema;

describe('environments', () => {
  it('that the document does not name are asked for', () => {
    expect(environmentLines(apiOf())).toEqual([
      '',
      '# The document names no server: add the base URL.',
      '# environments:',
      '#   production: https://api.example.com',
    ]);
  });

  it('have their variables', () => {
    const environments = [
      { name: 'production', url: 'https://api.example.com', variables: [] },
      {
        ...{ name: 'a b', url: 'https://{x}.example.com' },
        variables: [{ name: 'x', default: 'eu', enum: ['eu', 'us'], description: 'Where.' }, { name: 'y' }],
      },
    ];
    expect(environmentLines(apiOf({}, { environments }))).toEqual([
      '',
      '# From `servers` in the document. The first is the default.',
      'environments:',
      '  production: https://api.example.com',
      '  a b:',
      '    url: https://{x}.example.com',
      '    variables:',
      '      x:',
      '        default: eu',
      '        enum:',
      '          - eu',
      '          - us',
      '        description: Where.',
      '      y: {}',
    ]);
  });
});

describe('the client', () => {
  it('has a name, and says that it takes no credential', () => {
    expect(clientLines(apiOf())).toEqual([
      '',
      'client_settings:',
      '  client_name: Pets',
      '  default_env_prefix: PETS',
      '  # The document declares no security scheme, so the client takes no credential.',
    ]);
  });

  it('has limits and a header for retries', () => {
    const more = { timeoutMs: 500, maxRetries: 0, idempotencyHeader: 'Idempotency-Key' };
    expect(clientLines(apiOf({}, more)).slice(4)).toEqual([
      '  default_timeout: 500',
      '  default_retries:',
      '    max_retries: 0',
      '  # the client makes a key where a call gives none',
      '  idempotency:',
      '    header: Idempotency-Key',
      '  # The document declares no security scheme, so the client takes no credential.',
    ]);
  });

  it('has options', () => {
    const options = [
      { key: 'token', type: 'string', auth: { scheme: 'bearer', role: 'value' }, readEnv: 'TOKEN' },
      { key: 'user', type: 'string', nullable: true, auth: { scheme: 'other', role: 'username' } },
      {
        ...{ key: 'version', type: 'number', default: 0, description: 'Which.' },
        send: { in: 'header', name: 'X-Version' },
      },
    ];
    const securitySchemes = [
      { name: 'no', kind: 'basic' },
      { name: 'bearer', kind: 'bearer' },
    ];
    expect(clientLines(apiOf({ securitySchemes }, { options })).slice(4)).toEqual([
      '  opts:',
      '    # for the security scheme bearer (bearer)',
      '    token:',
      '      type: string',
      '      read_env: TOKEN',
      '      auth:',
      '        security_scheme: bearer',
      '    # for the security scheme other',
      '    user:',
      '      type: string',
      '      nullable: true',
      '      auth:',
      '        security_scheme: other',
      '        role: username',
      '    version:',
      '      type: number',
      '      default: 0',
      '      send_in_header: X-Version',
      '      description: Which.',
    ]);
  });

  it.each([
    ['header', 'send_in_header'],
    ['query', 'send_as_query_param'],
    ['path', 'send_as_path_param'],
    ['body', 'send_as_body_param'],
    ['cookie', 'send_in_cookie'],
    ['server_variable', 'server_variable'],
  ])('sends an option in the %s', (place, key) => {
    const options = [{ key: 'a', type: 'string', send: { in: place, name: 'x' } }];
    expect(clientLines(apiOf({}, { options })).at(-1)).toBe(`      ${key}: x`);
  });

  it('spells words as the document does', () => {
    const casings = [
      { word: 'api', initialism: true },
      { word: 'github', pascal: 'GitHub' },
    ];
    expect(casingLines(apiOf())).toEqual([]);
    expect(casingLines(apiOf({}, { casings }))).toEqual([
      '',
      '# How the document spells these words, in every name that holds one.',
      'custom_casings:',
      '  api: { initialism: true }',
      '  github: { pascal: GitHub }',
    ]);
  });
});

describe('methods', () => {
  const root = resource(
    '',
    [method('ping', '/ping')],
    [resource('a', [method('list', '/a')], [resource('b', [method('get', '/b')])])],
  );
  it('are named from the root', () => {
    expect(methodsOf(root).map(({ name, resource: path }) => [name, path])).toEqual([
      ['ping', []],
      ['a.list', ['a']],
      ['a.b.get', ['a', 'b']],
    ]);
  });

  it.each<[string, string, string, string]>([
    ['as the document writes it', '/a/{id}', '/paths/~1a~1{id}/get', 'get /a/{id}'],
    ['with its query', '/a', '/paths/~1a?x=1/get', 'get /a?x=1'],
    ['with its fragment', '/a', '/paths/~1a#x/get', 'get /a#x'],
    ['not as another path', '/a', '/paths/~1b/get', 'get /a'],
    ['not of another verb', '/a', '/paths/~1a?x=1/post', 'get /a'],
    ['not below the operation', '/a', '/paths/~1a?x=1/get/x', 'get /a'],
    ['not outside of the paths', '/a', '/webhooks/~1a?x=1/get', 'get /a'],
    ['not of another file', '/a', '', 'get /a'],
    ['not of the paths as a whole', '/a', '/paths', 'get /a'],
  ])('%s', (_title, path, pointer, expected) => {
    expect(operationOf(method('x', path, { origin: { document: 'api.yml', pointer } }))).toBe(expected);
  });
});

describe('pagination', () => {
  const use = (purpose: string, ...path: readonly string[]): More => ({ purpose, path });
  const scheme = (more: More = {}): PaginationScheme =>
    ({
      ...{ name: 'pages', type: 'cursor', purposes: [], provenance: { rule: 'pages', detail: 'by names' } },
      ...{ request: object([]), response: object([]), topLevelArray: false, continueOnEmptyItems: false },
      ...more,
    }) as unknown as PaginationScheme;
  const lines = (more: More, methods: readonly string[] = ['pets.list']): readonly string[] =>
    paginationLines(apiOf({ paginationSchemes: [scheme(more)] }), new Map([['pages', methods]]));

  it('that nothing uses is not proposed', () => {
    expect(lines({}, [])).toEqual([]);
    expect(lines({ name: 'other' })).toEqual([]);
    expect(paginationLines(apiOf(), new Map([['pages', ['a']]]))).toEqual([]);
  });

  it.each([
    [['a', 'b'], 'a, b'],
    [['a', 'b', 'c', 'd', 'e', 'f'], 'a, b, c, d, e, f'],
    [['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], 'a, b, c, d, e, f and 2 more'],
  ])('names its methods: %j', (methods, shown) => {
    expect(lines({}, methods).slice(0, 6)).toEqual([
      '',
      '# How lists are paged: found by names and types, and checked against the schemas of the methods that are named.',
      'pagination:',
      `  # pages: by names; fits ${shown}`,
      '  - name: pages',
      '    type: cursor',
    ]);
  });

  it('has the parameters and the fields of a page', () => {
    expect(
      lines({
        purposes: [
          use('next_cursor_param', 'after'),
          use('items', 'data', 'pets'),
          use('next_cursor_field', 'data', 'next'),
          use('cursor_item_id', 'data', 'pets', 'id'),
          use('total_page_count_field', 'total'),
          { purpose: 'total_count_field', path: ['count'], header: 'X-Total' },
          { purpose: 'next_page_field', path: [], header: 'Link' },
          use('nothing'),
        ],
        request: object([
          property('after', nullable(text)),
          property('limit', scalar('integer'), { required: true }),
          property('total', text),
        ]),
        response: object([
          property(
            'data',
            nullable(
              object([
                property('pets', list(object([]))),
                property('next', nullable(text), { required: true }),
                property('after', text),
              ]),
            ),
          ),
          property('after', text),
          property('raw', scalar('binary')),
          property('none', scalar('null')),
          property('more', list(text)),
          property('map', record(text)),
        ]),
        continueOnEmptyItems: true,
      }).slice(6),
    ).toEqual([
      '    request:',
      '      after:',
      '        type: string',
      '        nullable: true',
      '        x-stainless-pagination-property:',
      '          purpose: next_cursor_param',
      '      limit:',
      '        type: integer',
      '        required: true',
      '      total:',
      '        type: string',
      '    response:',
      '      data:',
      '        type: object',
      '        properties:',
      '          pets:',
      '            type: array',
      '            items:',
      '              type: object',
      '              properties:',
      '                id:',
      '                  type: string',
      '                  x-stainless-pagination-property:',
      '                    purpose: cursor_item_id',
      '            x-stainless-pagination-property:',
      '              purpose: items',
      '          next:',
      '            type: string',
      '            nullable: true',
      '            required: true',
      '            x-stainless-pagination-property:',
      '              purpose: next_cursor_field',
      '          after:',
      '            type: string',
      '        nullable: true',
      '      after:',
      '        type: string',
      '      raw:',
      '        type: string',
      '      none:',
      '        type: string',
      '      more:',
      '        type: array',
      '        items: {}',
      '      map: {}',
      '      count:',
      '        type: string',
      '        x-stainless-pagination-property:',
      '          purpose: total_count_field',
      '          from_header: X-Total',
      '      Link:',
      '        type: string',
      '        x-stainless-pagination-property:',
      '          purpose: next_page_field',
      '          from_header: Link',
      '    continue_on_empty_items: true',
    ]);
  });

  it('of a list without an object around it', () => {
    const purposes = [use('cursor_item_id', 'id')];
    const response = object([property('never', text)]);
    expect(lines({ topLevelArray: true, purposes, response, paramLocation: 'body' }).slice(6)).toEqual([
      '    param_location: body',
      '    request: {}',
      '    response:',
      '      items:',
      '        type: array',
      '        items:',
      '          type: object',
      '          properties:',
      '            id:',
      '              type: string',
      '              x-stainless-pagination-property:',
      '                purpose: cursor_item_id',
      '        x-stainless-pagination-property:',
      '          purpose: items',
      '          is_top_level_array: true',
    ]);
  });

  it('of a list of items without an id', () => {
    const of = lines({ topLevelArray: true, paramLocation: 'query' });
    expect(of.slice(6)).toEqual([
      '    request: {}',
      '    response:',
      '      items:',
      '        type: array',
      '        items: {}',
      '        x-stainless-pagination-property:',
      '          purpose: items',
      '          is_top_level_array: true',
    ]);
  });

  it('that comes in headers marks nothing in the body, nor does a field without a place', () => {
    const purposes = [
      { purpose: 'next_cursor_field', path: ['data', 'next'], header: 'X-Next' },
      use('total_count_field'),
    ];
    const response = object([property('data', object([property('next', text)])), property('', text)]);
    expect(lines({ purposes, response }).slice(7)).toEqual([
      '    response:',
      '      data:',
      '        type: object',
      '        properties:',
      '          next:',
      '            type: string',
      '      "":',
      '        type: string',
      '      next:',
      '        type: string',
      '        x-stainless-pagination-property:',
      '          purpose: next_cursor_field',
      '          from_header: X-Next',
    ]);
  });

  const request = object([property('page', scalar('integer')), property('size', scalar('integer'))]);
  it.each<[string, More, readonly string[]]>([
    ['from 0', { firstPage: 0, purposes: [use('page_number_param', 'page')] }, ['        default: 0']],
    ['as is usual', { purposes: [use('page_number_param', 'page')] }, []],
    ['not at all', { firstPage: 0, purposes: [use('offset_count_param', 'size')] }, []],
    ['by a parameter that is not there', { firstPage: 0, purposes: [use('page_number_param', 'no')] }, []],
    ['without a path', { firstPage: 0, purposes: [use('page_number_param')] }, []],
  ])('counts pages %s', (_title, more, expected) => {
    expect(lines({ ...more, request }).filter((line) => line.includes('default'))).toEqual(expected);
  });
});

describe('resources', () => {
  const NO = { paginated: new Map<string, string | false>() };
  const lines = (api: Api, explicit: { readonly paginated: ReadonlyMap<string, string | false> } = NO) =>
    resourceLines(api, 'api.yml', explicit);

  it('of nothing', () => expect(lines(apiOf())).toEqual(['', 'resources: {}']));

  it('have their methods, models and resources', () => {
    const sample = { provenance: { rule: 'sample', detail: 'pets.list' } };
    const api = apiOf({
      root: resource(
        '',
        [method('ping', '/ping')],
        [
          resource(
            'pets',
            [method('list', '/pets', sample)],
            [resource('toys', [method('get', '/pets/{id}/toys/{toy}')])],
          ),
          resource('cats', []),
        ],
      ),
      schemas: [
        schema('Pet'),
        schema('APIKey', {
          model: { name: 'APIKey', resource: ['pets'], provenance: { rule: 'title', detail: '' } },
        }),
        schema('Toy', {}, ['pets', 'toys']),
        schema('Error', {}, ['$shared']),
        schema('Root', {}, ['$client']),
        schema('Event', {}, ['hooks', 'in']),
        schema('Plain', { model: undefined }),
      ],
    });
    expect(lines(api)).toEqual([
      '',
      '# What is called how: client.<resource>.<method>(). Rename and move freely.',
      'resources:',
      '  $client:',
      '    models:',
      '      root: Root',
      '    methods:',
      '      ping: get /ping # default',
      '',
      '  $shared:',
      '    models:',
      '      error: Error',
      '',
      '  pets:',
      '    models:',
      '      api_key: APIKey # title',
      '      pet: Pet',
      '    methods:',
      '      list: get /pets # sample: pets.list',
      '    subresources:',
      '      toys:',
      '        models:',
      '          toy: Toy',
      '        methods:',
      '          get: get /pets/{id}/toys/{toy} # default',
      '',
      '  cats:',
      '',
      '  hooks:',
      '    subresources:',
      '      in:',
      '        models:',
      '          event: Event',
    ]);
  });

  it.each<[string, More, string | false | undefined, string]>([
    ['as usual', {}, undefined, 'list: get /a/{x}/{y} # default'],
    ['with its usual argument', { positional: ['y'] }, undefined, 'list: get /a/{x}/{y} # default'],
    [
      'with two arguments',
      { positional: ['x', 'y'] },
      undefined,
      'list: { endpoint: "get /a/{x}/{y}", positional_params: [x, y] } # default',
    ],
    [
      'with none',
      { positional: [] },
      undefined,
      'list: { endpoint: "get /a/{x}/{y}", positional_params: [] } # default',
    ],
    ['in pages', {}, 'pages', 'list: { endpoint: "get /a/{x}/{y}", paginated: pages } # default'],
    ['not in pages', {}, false, 'list: { endpoint: "get /a/{x}/{y}", paginated: false } # default'],
  ])('have a method %s', (_title, more, paginated, expected) => {
    const api = apiOf({ root: resource('', [], [resource('a', [method('list', '/a/{x}/{y}', more)])]) });
    const explicit = { paginated: new Map(paginated === undefined ? [] : [['a.list', paginated]]) };
    expect(lines(api, explicit).at(-1)?.trim()).toBe(expected);
  });

  it('have a method of the client that is in pages', () => {
    const api = apiOf({ root: resource('', [method('ping', '/ping')]) });
    expect(
      lines(api, { paginated: new Map([['ping', 'pages']]) })
        .at(-1)
        ?.trim(),
    ).toBe('ping: { endpoint: get /ping, paginated: pages } # default');
  });

  it('have a method whose path goes on after its argument', () => {
    const api = apiOf({
      root: resource('', [], [resource('a', [method('list', '/a/{x}/b', { positional: ['x'] })])]),
    });
    expect(lines(api).at(-1)?.trim()).toBe('list: get /a/{x}/b # default');
  });

  it('have resources without models in them', () => {
    const inner = resource('b', [method('get', '/b')]);
    expect(lines(apiOf({ root: resource('', [], [resource('a', [], [inner])]) })).slice(3)).toEqual([
      '  a:',
      '    subresources:',
      '      b:',
      '        methods:',
      '          get: get /b # default',
    ]);
  });

  it('have a method without parameters', () => {
    const api = apiOf({
      root: resource('', [], [resource('a', [method('list', '/a', { positional: [] })])]),
    });
    expect(lines(api).at(-1)?.trim()).toBe('list: get /a # default');
  });

  it.each<[string, readonly Schema[], readonly string[]]>([
    ['in their order', [schema('B'), schema('A')], ['a: A', 'b: B']],
    ['whose names differ by case alone', [schema('Foo'), schema('foo')], ['Foo: Foo', 'foo: foo']],
    ['whose names are no words', [schema('$$')], ['$$: "#/components/schemas/$$"']],
    ['whose names cannot be undone', [schema('v2Beta')], ['v2_beta: v2Beta']],
    [
      'with another name',
      [
        schema('A', {
          model: { name: 'B', resource: ['pets'], provenance: { rule: 'component', detail: '' } },
        }),
      ],
      ['b: A'],
    ],
    [
      'of the document itself',
      [schema('A', { id: '#/components/schemas/A', origin: { document: 'api.yml', pointer: '/x' } })],
      ['a: A'],
    ],
    ['of Swagger', [schema('A', { id: 'api.yml#/definitions/A' })], ['a: A']],
    ['in another place', [schema('A', { id: 'api.yml#/paths/~1a/get/x' })], ['a: "#/paths/~1a/get/x"']],
    [
      'below a component',
      [schema('A', { id: 'api.yml#/components/schemas/A/properties/b' })],
      ['a: "#/components/schemas/A/properties/b"'],
    ],
    [
      'above the components',
      [schema('A', { id: 'api.yml#/x/components/schemas/A' })],
      ['a: "#/x/components/schemas/A"'],
    ],
    [
      'with an id of their own',
      [schema('A', { id: 'id:A#x', origin: { document: 'api.yml', pointer: '/components/schemas/A' } })],
      ['a: A'],
    ],
    [
      'without a place in the id',
      [schema('A', { id: 'A', origin: { document: 'api.yml', pointer: '/x' } })],
      ['a: "#/x"'],
    ],
  ])('have models %s', (_title, schemas, expected) => {
    const api = apiOf({ root: resource('', [], [resource('pets', [])]), schemas });
    expect(
      lines(api)
        .slice(5)
        .map((line) => line.trim()),
    ).toEqual(expected);
  });

  it.each([
    ['api.yml', 'parts/a.yml', './parts/a.yml'],
    ['in/api.yml', 'in/a.yml', './a.yml'],
    ['in/api.yml', 'a.yml', '../a.yml'],
    ['in/deep/api.yml', 'in/other/a.yml', '../other/a.yml'],
    ['in/api.yml', 'in', '../in'],
    ['api.yml', 'https://example.com/a.yml', 'https://example.com/a.yml'],
    ['api.yml', 'ab:c.yml', 'ab:c.yml'],
    ['api.yml', 'in/ab:c.yml', './in/ab:c.yml'],
    ['in/deep/api.yml', 'in/deep/down/a.yml', './down/a.yml'],
    ['in/api.yml', 'other/a.yml', '../other/a.yml'],
  ])('have models of other files: from %s to %s', (from, to, expected) => {
    const schemas = [schema('A', { origin: { document: to, pointer: '/A' }, id: `${to}#/A` })];
    const api = apiOf({ root: resource('', [], [resource('pets', [])]), schemas });
    expect(resourceLines(api, from, NO).at(-1)?.replaceAll('"', '').trim()).toBe(`a: ${expected}#/A`);
  });
});

describe('the survey', () => {
  const of = (api: Api, ...diagnostics: readonly More[]) =>
    surveyOf(api, diagnostics as unknown as readonly Diagnostic[]);
  const paths = (...all: readonly string[]): Api =>
    apiOf({
      root: resource(
        '',
        all.map((path, index) => method(`m${index}`, path)),
      ),
    });

  it('of nothing', () => {
    expect(of(apiOf())).toEqual({
      ...{
        operations: 0,
        resources: 0,
        pages: [],
        credentials: [],
        servers: [],
        plainLists: [],
        numbered: [],
        warnings: 0,
      },
    });
  });

  it('counts', () => {
    const paged = (key: string, name: string): Method =>
      method(key, `/${key}`, { pagination: { scheme: name } });
    const keyed = (key: string, name: string, place = 'header'): Method =>
      method(key, `/${key}`, {
        parameters: [
          { name: 'x', in: 'query' },
          { name, in: place },
        ],
      });
    const api = apiOf(
      {
        root: resource(
          '',
          [
            paged('a', 'one'),
            paged('b', 'two'),
            paged('c', 'two'),
            paged('d', 'half'),
            method('get_2', '/x'),
          ],
          [
            resource(
              'r',
              [keyed('e', 'Key'), keyed('i', 'Key'), keyed('f', 'Other'), keyed('g', 'Key', 'query')],
              [resource('s_1', [method('h', '/h')])],
            ),
          ],
        ),
      },
      {
        idempotencyHeader: 'Key',
        options: [
          { key: 'token', auth: {}, readEnv: 'TOKEN' },
          { key: 'user', auth: {} },
          { key: 'version' },
        ],
        environments: [{ name: 'production', url: 'https://a.example.com' }],
      },
    );
    expect(
      of(
        api,
        { code: 'list-not-paged', severity: 'note', message: 'get /a is a list that is not paginated: why' },
        { code: 'other', severity: 'warning', message: 'b' },
        { code: 'other', severity: 'error', message: 'c' },
      ),
    ).toEqual({
      ...{ operations: 10, resources: 2, warnings: 1, numbered: ['get_2', 'r.s_1.h'] },
      pages: [
        { scheme: 'two', lists: 2 },
        { scheme: 'half', lists: 1 },
        { scheme: 'one', lists: 1 },
      ],
      credentials: ['token (TOKEN)', 'user'],
      servers: ['production https://a.example.com'],
      idempotency: { header: 'Key', operations: 2 },
      plainLists: ['get /a: why'],
    });
  });

  it.each<[readonly string[], string | undefined]>([
    [['/v1/a', '/v1/b'], '/v1'],
    [['/v1/api/a', '/v1/api/b/c'], '/v1/api'],
    [['/v1/{x}/a', '/v1/{x}/b'], '/v1'],
    [['/v1/a', '/v1/a/b'], '/v1/a'],
    [['/a', '/b'], undefined],
    [['/v1/a', '/v1/b', '/v2/c'], undefined],
    [['/v1/a'], undefined],
    [['/v1/a', '/v1/a'], undefined],
    [['/v1', '/v1/a'], '/v1'],
  ])('%j have the prefix %s', (all, expected) => expect(of(paths(...all)).prefix).toBe(expected));

  it.each([
    ['get_2', true],
    ['get_2_all', false],
    ['get2', false],
    ['v_10', true],
  ])('%s is told apart by a number: %s', (key, expected) => {
    expect(of(apiOf({ root: resource('', [method(key, '/a')]) })).numbered).toEqual(expected ? [key] : []);
  });
});
