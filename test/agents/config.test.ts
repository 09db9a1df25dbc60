/** What configs say of the packages for agents, ours and those that people have, as data. */
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { render } from '../../generator/emit/render.ts';
import { sdkOf, templateSet } from '../support/sdk.ts';

const SPEC = `
openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers: [{ url: https://shop.example }]
paths:
  /books:
    get: { operationId: listBooks, responses: { '204': { description: Nothing } } }
    post: { operationId: createBook, responses: { '204': { description: Nothing } } }
    delete: { operationId: deleteBooks, responses: { '204': { description: Nothing } } }
  /ping: { get: { operationId: ping, responses: { '204': { description: Nothing } } } }
components: { securitySchemes: { key: { type: http, scheme: bearer } } }
security: [{ key: [] }]
`;

const RESOURCES = `
resources:
  $client: { methods: { ping: get /ping } }
  books:
    methods:
      list: get /books
      create: { endpoint: post /books, mcp: { tool_name: add } }
      clear: delete /books
`;

async function made(set: 'mcp' | 'cli', targets: string) {
  const sdk = await sdkOf(SPEC, {
    config: `targets:\n  typescript: ${targets.startsWith('typescript') ? targets.slice(11) : '{ package_name: shop }'}\n${targets.startsWith('typescript') ? '' : `  ${targets}\n`}${RESOURCES}`,
  });
  const faults = sdk.diagnostics.filter(({ code }) => code.startsWith('config'));
  if (!sdk.generation) return { faults, files: new Map<string, string>(), ids: [] };
  const files = render(await templateSet(set), sdk.generation.views.forTemplates()).value;
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const code = texts.get('src/catalogue.ts') ?? texts.get('src/commands.ts') ?? '';
  return { faults, files: texts, ids: [...code.matchAll(/\{\\?"id\\?":\\?"([\w.]+)/g)].map(([, id]) => id) };
}

const ALL = ['ping', 'books.list', 'books.create', 'books.clear'];

describe('what the package has', () => {
  test.each([
    ['mcp: {}', ALL],
    ["mcp: { tools: ['books.*', '!*.clear'] }", ['books.list', 'books.create']],
    ['mcp: { read_only: true }', ['ping', 'books.list']],
    ['typescript: { mcp_server: { enable_all_resources: true } }', ALL],
    ['typescript: { options: { mcp_server: { enable_all_resources: false } } }', ['books.create']],
    [
      'typescript: { options: { mcp_server: { code_exec_permissions: { allow_http_gets: true } } } }',
      ['ping', 'books.list'],
    ],
    [
      'typescript: { mcp_server: { code_exec_permissions: { allow_http_gets: true, allowed_methods: [create$], blocked_methods: [^ping] } } }',
      ['books.list', 'books.create'],
    ],
    [
      'typescript: { mcp_server: { code_exec_permissions: { allowed_methods: [books] } } }',
      ['books.list', 'books.create', 'books.clear'],
    ],
    ['typescript: { mcp_server: { code_exec_permissions: { blocked_methods: [*bad] } } }', []],
  ])('%s', async (targets, expected) => {
    const { faults, ids } = await made(
      'mcp',
      targets.replace('[*bad]', '["*bad"]').replace('[^ping]', '["^ping"]'),
    );
    expect(faults.filter(({ code }) => code !== 'config-key-ignored')).toEqual([]);
    expect(ids.sort()).toEqual([...expected].sort());
  });

  test('an expression that could run for long is refused', async () => {
    const { faults } = await made(
      'mcp',
      'typescript: { mcp_server: { code_exec_permissions: { blocked_methods: ["(a+)+$"] } } }',
    );
    expect(faults.map(({ code }) => code)).toContain('config-value');
  });
});

test.each([
  ['mcp', 'mcp: { cloudflare_worker: true }', 'wrangler.json', '"name": "shop-mcp"'],
  [
    'mcp',
    'typescript: { mcp_server: { generate_cloudflare_worker: true, publish: { npm: true } } }',
    'src/worker.ts',
    'createMcpHandler',
  ],
  [
    'mcp',
    `mcp: { oauth_resource_metadata: { scopes_supported: ["'); evil(), ('"] } }`,
    'src/catalogue.ts',
    "\\'); evil(), (\\'",
  ],
  [
    'mcp',
    'mcp: { package_name: "@shop/agents", mode: code, instructions: Be careful. }',
    'package.json',
    '"@shop/agents"',
  ],
  [
    'mcp',
    'mcp: { mode: code, instructions: Be careful. }',
    'src/catalogue.ts',
    '"mode":"code","instructions":"Be careful."',
  ],
  [
    'mcp',
    'typescript: { mcp_server: { enable_code_tool: false, instructions: Older. } }',
    'src/catalogue.ts',
    '"mode":"tools","instructions":"Older."',
  ],
  [
    'mcp',
    'typescript: { package_name: shop, production_repo: shop/sdk }',
    'server.json',
    '"name": "io.github.shop/shop-mcp"',
  ],
  [
    'mcp',
    'typescript: { package_name: shop, production_repo: shop/sdk }',
    'package.json',
    '"mcpName": "io.github.shop/shop-mcp"',
  ],
  ['mcp', 'mcp: { package_name: "x\', evil(), \'" }', 'smithery.yaml', "'-y', 'x-evil'"],
  [
    'cli',
    'cli: { package_name: "@shop/cli", binary_name: shopper }',
    'package.json',
    '"shopper": "dist/main.js"',
  ],
  ['cli', 'cli: { package_name: "@shop/cli" }', 'README.md', '# @shop/cli'],
] as const)('%s: %s', async (set, targets, file, expected) => {
  const { faults, files } = await made(set, targets);
  expect(faults.filter(({ code }) => code !== 'config-key-ignored')).toEqual([]);
  expect(files.get(file)).toContain(expected);
});

test('smithery.yaml is YAML, and server.json is there only with a repository', async () => {
  const { files } = await made('mcp', 'mcp: {}');
  expect(load(files.get('smithery.yaml') ?? '')).toMatchObject({ startCommand: { type: 'stdio' } });
  expect(files.has('server.json')).toBe(false);
});
