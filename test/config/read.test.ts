import { describe, expect, it } from 'vitest';
import { emptyConfig } from '../../generator/config/empty.ts';
import { findConfig } from '../../generator/config/load.ts';
import { targetOf } from '../../generator/config/read-resources.ts';
import type { ResourceConfig } from '../../generator/config/types.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { configOf } from './support.ts';

const resource = async (text: string): Promise<ResourceConfig> => {
  const { config, diagnostics } = await configOf(text);
  expect(diagnostics).toEqual([]);
  const [first] = config.resources;
  if (first === undefined) throw new Error('no resource');
  return first;
};

describe('an empty config', () => {
  it('is what no config is', async () => {
    const { config } = await configOf('{}');
    const { file, organization, client, ...rest } = config;
    const { organization: _organization, client: _client, ...wanted } = emptyConfig();
    expect(rest).toEqual(wanted);
    expect(file).toBe('sdkwright.yml');
    expect(organization.name).toBeUndefined();
    expect(client.options).toBeUndefined();
  });
});

describe('resources', () => {
  it('have a path, and two have a meaning of their own', async () => {
    const { config } = await configOf(
      'resources:\n  $client: { methods: { ping: get /ping } }\n  $shared: { models: { error: Error } }\n  a: { subresources: { b: { methods: { list: get /b } } } }\n',
    );
    expect(config.resources.map(({ key, path, special }) => ({ key, path, special }))).toEqual([
      { key: '$client', path: [], special: 'client' },
      { key: '$shared', path: ['$shared'], special: 'shared' },
      { key: 'a', path: ['a'], special: undefined },
    ]);
    expect(config.resources[2]?.subresources[0]?.methods[0]).toEqual({
      kind: 'http',
      key: 'list',
      resource: ['a', 'b'],
      skipped: false,
      endpoint: {
        verb: 'get',
        path: '/b',
        origin: { document: 'sdkwright.yml', pointer: '/resources/a/subresources/b/methods/list' },
      },
      origin: { document: 'sdkwright.yml', pointer: '/resources/a/subresources/b/methods/list' },
    });
  });

  it('read every setting of a method', async () => {
    const { methods } = await resource(`
resources:
  books:
    methods:
      find:
        endpoint: POST   /books/find
        paginated: false
        body_param_name: query
        positional_params: [shelf, row]
        unwrap_response: data.items
        deprecated: { typescript: Use search., python: no }
        skip_test_reason: flaky
        default_request_options: { timeout: PT1M30S, max_retries: 0 }
        streaming: { param_discriminator: stream, stream_event_model: books.chunk, params_type_name: find }
      again: { type: alias, to: find, deprecated: true }
      events: { type: webhook_unwrap, webhook_key_opt: secret }
`);
    const [find, again, events] = methods;
    expect(find).toMatchObject({
      endpoint: { verb: 'post', path: '/books/find' },
      paginated: false,
      bodyParamName: 'query',
      positionalParams: ['shelf', 'row'],
      unwrapResponse: ['data', 'items'],
      deprecated: { message: 'Use search.' },
      skipTestReason: 'flaky',
      timeoutMs: 90_000,
      maxRetries: 0,
      streaming: { paramDiscriminator: 'stream', streamEventModel: 'books.chunk', paramsTypeName: 'find' },
    });
    expect(again).toMatchObject({
      kind: 'alias',
      to: { kind: 'method', path: 'books.find' },
      deprecated: {},
    });
    expect(events).toMatchObject({ kind: 'webhook_unwrap', keyOption: 'secret' });
  });

  it('fold long endpoints over lines', async () => {
    const { methods } = await resource(
      'resources:\n  a:\n    methods:\n      list: >-\n        get\n        /a/{b}/c\n',
    );
    expect(methods[0]).toMatchObject({ endpoint: { verb: 'get', path: '/a/{b}/c' } });
  });

  it.each([
    ['{ endpoint: get /a, skip: true }', '', true],
    ['{ endpoint: get /a, skip: [python] }', '', false],
    ['{ endpoint: get /a, skip: [node] }', '', true],
    ['{ endpoint: get /a, skip: [node] }', 'targets: { typescript: { package_name: a } }', false],
    [
      '{ endpoint: get /a, only: [python, typescript] }',
      'targets: { typescript: { package_name: a } }',
      false,
    ],
    ['{ endpoint: get /a, only: [python] }', '', true],
    ['{ endpoint: get /a, only: [typescript] }', 'targets: { node: { package_name: a } }', true],
  ])('%s with %s is skipped: %s', async (method, rest, skipped) => {
    const { config } = await configOf(`resources: { a: { methods: { m: ${method} } } }\n${rest}\n`);
    expect(config.resources[0]?.methods[0]?.skipped).toBe(skipped);
  });

  it('hand their skip down', async () => {
    const { config } = await configOf(
      'resources: { a: { only: [go], subresources: { b: { methods: { m: get /a }, models: { x: X } } } } }',
    );
    const inner = config.resources[0]?.subresources[0];
    expect([inner?.skipped, inner?.methods[0]?.skipped, inner?.models[0]?.skipped]).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe('models', () => {
  it.each([
    ['Book', { kind: 'schema', name: 'Book' }],
    [
      '#/components/schemas/BookList/items',
      { kind: 'pointer', pointer: '/components/schemas/BookList/items' },
    ],
    ["$.paths['/books'].get", { kind: 'path', path: "$.paths['/books'].get" }],
    [
      'components.schemas.Book.properties.author',
      { kind: 'path', path: '$.components.schemas.Book.properties.author' },
    ],
    ['paths."/books".get', { kind: 'path', path: '$.paths["/books"].get' }],
    ['Page_Book_', { kind: 'schema', name: 'Page_Book_' }],
    ['./parts/book.yml#/Book', { kind: 'reference', ref: './parts/book.yml#/Book' }],
  ])('%s', (written, target) => expect(targetOf(written)).toEqual(target));

  it('of the client and shared ones stand under their own keys', async () => {
    const { config } = await configOf(
      'resources: { $client: { models: { a: A } }, $shared: { models: { b: B } } }',
    );
    expect(config.resources.flatMap((one) => one.models.map((model) => model.resource))).toEqual([
      ['$client'],
      ['$shared'],
    ]);
  });

  it('may be objects and aliases', async () => {
    const { models } = await resource(
      "resources: { a: { models: { book: { openapi_uri: '#/x' }, tome: { type: alias, to: book } } } }",
    );
    expect(models.map(({ name, target }) => [name, target])).toEqual([
      ['book', { kind: 'pointer', pointer: '/x' }],
      ['tome', { kind: 'pointer', pointer: '/x' }],
    ]);
  });
});

describe('the client', () => {
  it('reads options and where they are sent', async () => {
    const { config } = await configOf(`
client_settings:
  default_timeout: 1500
  default_retries: { max_retries: 4, initial_delay_seconds: 0.5, max_delay_seconds: 8 }
  default_headers: { X-A: b, X-N: 1 }
  idempotency: { header: Idempotency-Key }
  opts:
    key: { type: string, auth: { security_scheme: Bearer }, read_env: KEY }
    user: { type: string, nullable: true, auth: { security_scheme: Basic, role: username } }
    org: { type: integer, default: 3, send_in_header: X-Org }
    app: { type: string, send_as_query_param: app }
    acc: { type: string, send_as_path_param: account_id }
    lang: { type: string, send_in_cookie: lang }
    reg: { type: string, server_variable: region }
`);
    expect(config.client).toMatchObject({
      timeoutMs: 1500,
      maxRetries: 4,
      retryInitialMs: 500,
      retryMaxMs: 8000,
      idempotencyHeader: 'Idempotency-Key',
      defaultHeaders: [
        { name: 'X-A', value: 'b' },
        { name: 'X-N', value: '1' },
      ],
    });
    expect(
      config.client.options?.map(({ key, type, nullable, auth, send, readEnv, default: value }) => [
        key,
        type,
        nullable,
        auth?.role ?? send?.in,
        readEnv ?? send?.name ?? '',
        value,
      ]),
    ).toEqual([
      ['key', 'string', false, 'value', 'KEY', undefined],
      ['user', 'string', true, 'username', '', undefined],
      ['org', 'number', false, 'header', 'X-Org', 3],
      ['app', 'string', false, 'query', 'app', undefined],
      ['acc', 'string', false, 'path', 'account_id', undefined],
      ['lang', 'string', false, 'cookie', 'lang', undefined],
      ['reg', 'string', false, 'server_variable', 'region', undefined],
    ]);
  });

  it('takes environments as text or as objects, first first', async () => {
    const { config } = await configOf(
      'environments:\n  zeta: https://z.example/\n  alpha: { url: "https://{r}.example", variables: { r: eu } }\n',
    );
    expect(config.environments?.map(({ name, url, variables }) => ({ name, url, variables }))).toEqual([
      { name: 'zeta', url: 'https://z.example', variables: [] },
      { name: 'alpha', url: 'https://{r}.example', variables: [{ name: 'r', default: 'eu' }] },
    ]);
  });
});

describe('the rest', () => {
  it('joins both names of the target', async () => {
    const { config } = await configOf(
      'targets:\n  node: { package_name: old, publish: { npm: false } }\n  typescript: { package_name: new, publish: { npm: { auth_method: oidc }, jsr: { package_name: "@a/b" } }, options: { browser: { state: dangerous_allow } } }\n',
    );
    expect(config.target).toMatchObject({
      packageName: 'new',
      publish: { npm: { auth_method: 'oidc' }, jsr: { package_name: '@a/b' } },
      browser: 'dangerous_allow',
    });
  });

  it.each([
    ['acme/zoo', 'acme/zoo'],
    ['acme/zoo#next', 'acme/zoo'],
    ['https://github.com/acme/zoo#next', 'acme/zoo'],
    ['https://github.com/acme/zoo.git', 'acme/zoo'],
    ['git@github.com:acme/zoo.git#v2/main', 'acme/zoo'],
  ])('has the repository %s without its branch', async (written, repository) => {
    const { config } = await configOf(`targets: { typescript: { production_repo: "${written}" } }\n`);
    expect(config.target.productionRepo).toBe(repository);
  });

  it('says once what a further target lacks: a command and templates are alternatives', async () => {
    const { diagnostics } = await configOf('targets: { other: { out: other } }\n');
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ message }) => message)).toEqual([
      'targets.other lacks the key command or templates.',
    ]);
  });

  it('makes the packages for agents: mcp where it is named, cli where it has a folder', async () => {
    const targets = async (text: string) => (await configOf(`targets: ${text}\n`)).config.targets;
    expect(await targets('{ mcp: { package_name: zoo-mcp } }')).toMatchObject([
      { name: 'mcp', templates: { value: 'mcp' }, out: 'generated/mcp' },
    ]);
    expect(await targets('{ cli: { binary_name: zoo } }')).toEqual([]);
    expect(await targets('{ cli: { binary_name: zoo, out: zoo-cli } }')).toMatchObject([
      { name: 'cli', templates: { value: 'cli' }, out: 'zoo-cli' },
    ]);
  });

  it('has further targets when they name templates', async () => {
    const { config } = await configOf(
      'targets:\n  http: { templates: ./templates/http, out: out/http }\n  deno: { templates: deno }\n  go: { package_name: x }\n',
      'api/sdkwright.yml',
    );
    expect(config.targets).toMatchObject([
      { name: 'http', kind: 'templates', templates: { value: 'api/templates/http' }, out: 'api/out/http' },
      { name: 'deno', kind: 'templates', templates: { value: 'deno' }, out: 'api/generated/deno' },
    ]);
  });

  it('takes a folder beside the config for a folder, whatever it is called', async () => {
    const set = async (text: string, name = 'sdkwright.yml') =>
      (await configOf(text, name)).config.output.templates?.value;
    expect(await set('templates: ./templates\n')).toBe('./templates');
    expect(await set('templates: ./typescript\n')).toBe('./typescript');
    expect(await set('templates: workers\n')).toBe('workers');
    expect(await set('templates: ../mine\n', 'api/sdkwright.yml')).toBe('./mine');
    expect(await set('targets: { typescript: { templates: ./templates } }\n')).toBe('./templates');
    expect(await set('targets: { node: { templates: ./templates } }\n')).toBe('./templates');
    expect(await set('templates: deno\ntargets: { typescript: { templates: ./templates } }\n')).toBe('deno');
    const { config } = await configOf('targets:\n  http: { templates: ./templates, out: out/http }\n');
    expect(config.targets.map((one) => one.kind === 'templates' && one.templates.value)).toEqual([
      './templates',
    ]);
  });

  it('takes paths relative to the config', async () => {
    const { config } = await configOf(
      'spec: ../openapi.yml\nout: sdk\ntemplates: ./mine\nopenapi: { overlays: [a.yml, https://x.example/b.yml] }\n',
      'api/config/sdkwright.yml',
    );
    expect([
      config.spec?.value,
      config.output.out?.value,
      config.output.templates?.value,
      config.overlays.map((one) => one.value),
    ]).toEqual([
      'api/openapi.yml',
      'api/config/sdk',
      'api/config/mine',
      ['api/config/a.yml', 'https://x.example/b.yml'],
    ]);
  });

  it('makes one stream rule of each event type', async () => {
    const { config } = await configOf(
      "streaming:\n  on_event:\n    - { data_starts_with: '[DONE]', handle: done }\n    - { event_type: [a, b], handle: yield }\n    - { event_type: null, handle: ignore }\n    - { kind: fallthrough, handle: error, error_property: error }\n",
    );
    expect(config.streaming.onEvent.map(({ origin: _origin, ...rule }) => rule)).toEqual([
      { handle: 'done', dataPrefix: '[DONE]' },
      { handle: 'yield', eventType: 'a' },
      { handle: 'yield', eventType: 'b' },
      { handle: 'ignore', eventType: null },
      { handle: 'error', errorProperty: 'error' },
    ]);
  });

  it('takes a single pagination scheme without a name', async () => {
    const { config, diagnostics } = await configOf('pagination: { type: cursor, request: {}, response: {} }');
    expect(diagnostics).toEqual([]);
    expect(config.pagination.map(({ name, type }) => [name, type])).toEqual([['cursor_page', 'cursor']]);
  });

  it('silences by code and place', async () => {
    const { config } = await configOf(
      'unspecified_endpoints: [get /health]\ndiagnostics:\n  ignored:\n    A: true\n    B: [{ location: "#/paths", reason: known }]\n',
    );
    expect(config.unspecifiedEndpoints).toMatchObject({
      mode: 'omit',
      silenced: [{ verb: 'get', path: '/health' }],
    });
    expect(config.diagnosticsIgnored.map(({ origin: _origin, ...one }) => one)).toEqual([
      { code: 'A', at: [] },
      { code: 'B', at: ['#/paths'], reason: 'known' },
    ]);
  });

  it('spells words', async () => {
    const { config } = await configOf(
      'custom_casings:\n  crm: { initialism: true }\n  github: { pascal: GitHub, camel: gitHub }\n  leaf: { singular: { pascal: Leaf }, plural: { pascal: Leaves } }\n',
    );
    expect(config.casings.map(({ word, initialism, pascal }) => [word, initialism, pascal])).toEqual([
      ['crm', true, undefined],
      ['github', undefined, 'GitHub'],
      ['leaf', undefined, 'Leaf'],
    ]);
  });
});

describe('finding a config', () => {
  it.each([
    [{ 'stainless.yml': '', 'sdkwright.yml': '' }, 'sdkwright.yml'],
    [{ '.stainless/stainless.yml': '' }, '.stainless/stainless.yml'],
    [{ 'stainless.yaml': '', 'other.yml': '' }, 'stainless.yaml'],
    [{ 'other.yml': '' }, undefined],
  ])('in %o', async (files, found) => expect(await findConfig('', memoryIo(files))).toBe(found));

  it('in a folder', async () =>
    expect(await findConfig('api/', memoryIo({ 'api/stainless.yml': '' }))).toBe('api/stainless.yml'));
});
