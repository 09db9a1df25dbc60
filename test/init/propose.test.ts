import { describe, expect, it } from 'vitest';
import { emptyConfig } from '../../generator/config/empty.ts';
import { buildApi } from '../../generator/ir/build.ts';
import { proposedEnvironments } from '../../generator/ir/environments.ts';
import { propose } from '../../generator/init/propose.ts';
import { NEWEST_EDITION } from '../../generator/lib/editions.ts';
import { upgrade } from '../../generator/openapi/upgrade/upgrade.ts';
import { createNames } from '../../generator/languages/typescript/casing.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { loadDocuments } from '../../generator/source/load.ts';
import type { Documents } from '../../generator/source/types.ts';
import { configOf } from '../config/support.ts';
import { callsOf } from './support.ts';

const shop = `
openapi: 3.1.0
info: { title: Shop API, version: "1", contact: { email: hi@shop.example } }
servers: [{ url: "https://{region}.shop.example", variables: { region: { default: eu, enum: [eu, us] } } }]
security: [{ key: [] }]
paths:
  /books:
    get:
      operationId: listBooks
      parameters:
        - { name: cursor, in: query, schema: { type: string } }
        - { name: limit, in: query, schema: { type: integer } }
      responses: { "200": { description: ok, content: { application/json: { schema: { type: object, properties: { books: { type: array, items: { $ref: "#/components/schemas/Book" } }, next_cursor: { type: [string, "null"] } } } } } } }
    post:
      operationId: addBook
      x-speakeasy-group: books
      x-speakeasy-name-override: add
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Book" } } } }
      responses: { "201": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Book" } } } } }
  /books/{id}:
    get:
      x-codeSamples: [{ lang: JavaScript, source: "const client = new Shop({ apiKey: process.env['SHOP_TOKEN'] });\\nawait client.books.fetch('id');" }]
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Book" } } } } }
components:
  securitySchemes: { key: { type: http, scheme: bearer, description: "Two\\nlines" } }
  schemas: { Book: { type: object, properties: { id: { type: string } } } }
`;

async function documentsOf(text: string): Promise<Documents> {
  const { value } = await loadDocuments('openapi.yml', {
    io: memoryIo({ 'openapi.yml': text }),
    allowRemote: false,
    upgrade,
  });
  if (value === undefined) throw new Error('not a document');
  return value;
}

const proposalOf = async (text: string, edition = '2026-11-21'): Promise<string> =>
  propose({ documents: await documentsOf(text), spec: 'openapi.yml', edition }).value.text;

describe('a proposed config', () => {
  it('spells words as the document does, and means the same by it', async () => {
    const text = `
openapi: 3.1.0
info: { title: Pay, version: "1" }
paths:
  /three_ds/oauth: { get: { tags: [3DS, Cards], responses: { "204": { description: ok } } } }
components: { schemas: { OAuthToken: { type: object } } }
`;
    const proposal = await proposalOf(text, NEWEST_EDITION);
    expect(proposal).toContain('\ncustom_casings:\n  ds: { initialism: true }\n  oauth: { pascal: OAuth }\n');
    const documents = await documentsOf(text);
    const [before, after] = [emptyConfig(), (await configOf(proposal)).config].map((config) =>
      createNames(buildApi({ documents, config }).value.client.casings),
    );
    expect(['three_ds', 'OAuthToken'].map((word) => after?.camel(word))).toEqual(['threeDS', 'oauthToken']);
    expect(['three_ds', 'OAuthToken'].map((word) => before?.camel(word))).toEqual(['threeDS', 'oauthToken']);
  });

  it('says what is called how and why', async () => {
    expect(
      await proposalOf(shop),
    ).toBe(`# yaml-language-server: $schema=./node_modules/sdkwright/dist/schema/config.json

# Proposed by \`sdkwright init\`. From now on this file decides; regenerate with \`sdkwright generate\`.
# The remark after a name tells the rule that made it: x-stainless, x-speakeasy and x-fern are hints in the document,
# sample is a call in its x-codeSamples, default is made of path, verb, tags and operationId.

edition: "2026-11-21"
spec: openapi.yml
out: sdk

organization:
  name: shop
  contact: hi@shop.example

settings:
  per_endpoint_security: true

targets:
  typescript:
    package_name: shop
  # python:
  #   package_name: shop
  #   out: sdk-python
  # go:
  #   package_name: shop
  #   out: sdk-go
  # mcp:   # a server for agents
  #   out: sdk-mcp
  # cli:   # a command line
  #   out: sdk-cli

# From \`servers\` in the document. The first is the default.
environments:
  production:
    url: https://{region}.shop.example
    variables:
      region:
        default: eu
        enum:
          - eu
          - us

client_settings:
  client_name: Shop
  default_env_prefix: SHOP
  opts:
    # for the security scheme key (bearer)
    api_key:
      type: string
      read_env: SHOP_TOKEN
      auth:
        security_scheme: key
      description: |-
        Two
        lines
    region:
      type: string
      default: eu
      read_env: SHOP_REGION
      server_variable: region
      description: The \`region\` in the address of the server.

# How lists are paged: found by names and types, and checked against the schemas of the methods that are named.
pagination:
  # default: parameters cursor, items in books; fits books.list
  - name: books_page
    type: cursor
    request:
      cursor:
        type: string
        x-stainless-pagination-property:
          purpose: next_cursor_param
    response:
      next_cursor:
        type: string
        x-stainless-pagination-property:
          purpose: next_cursor_field
      books:
        type: array
        items: {}
        x-stainless-pagination-property:
          purpose: items

# What is called how: client.<resource>.<method>(). Rename and move freely.
resources:
  books:
    models:
      book: Book
    methods:
      list: get /books # default: get on books
      add: post /books # x-speakeasy: x-speakeasy-name-override: books.add
      fetch: get /books/{id} # sample: the call client.books.fetch() in x-codeSamples
`);
  });

  it('comes to the same API when it is read back', async () => {
    const documents = await documentsOf(shop);
    const { config, diagnostics } = await configOf(await proposalOf(shop));
    expect(diagnostics).toEqual([]);
    const [before, after] = [
      buildApi({ documents, config: emptyConfig() }).value,
      buildApi({ documents, config }).value,
    ];
    expect(callsOf(after)).toEqual(callsOf(before));
    expect(after.client.options.map(({ origin: _origin, ...option }) => option)).toEqual(
      before.client.options.map(({ origin: _origin, ...option }) => option),
    );
    expect(after.client.environments).toEqual(before.client.environments);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    [
      'the one that is not this machine is production',
      ['http://localhost:3000', 'https://api.shop.example'],
      ['production https://api.shop.example', 'local http://localhost:3000'],
    ],
    [
      'encrypted before unencrypted',
      ['http://api.shop.example', 'https://api.shop.example'],
      ['production https://api.shop.example', 'http http://api.shop.example'],
    ],
    [
      'named by their hosts',
      ['https://api.shop.example', 'https://api.use1.shop.example', 'https://api.euc1.shop.example'],
      [
        'production https://api.shop.example',
        'use1 https://api.use1.shop.example',
        'euc1 https://api.euc1.shop.example',
      ],
    ],
    [
      'a sandbox alone is no production',
      ['https://sandbox.shop.example'],
      ['sandbox https://sandbox.shop.example'],
    ],
    ['a machine alone', ['http://127.0.0.1:80/v1'], ['local http://127.0.0.1:80/v1']],
  ])('servers: %s', (_, urls, expected) => {
    const named = proposedEnvironments(
      urls.map((url, index) => ({
        name: index === 0 ? 'production' : `environment_${index + 1}`,
        url,
        variables: [],
      })),
    );
    expect(named.map(({ name, url }) => `${name} ${url}`)).toEqual(expected);
  });

  const PLAIN = `
openapi: 3.1.0
info: { title: My Shop, version: "1" }
externalDocs: { url: "https://docs.shop.example" }
paths:
  /books:
    get:
      parameters: [{ name: cursor, in: query, schema: { type: string } }]
      responses: { "200": { description: ok, content: { application/json: { schema: { type: object, properties: { books: { type: array, items: { type: string } } } } } } } }
`;

  it('names the documentation, and the lists that are not paginated', async () => {
    const text = await proposalOf(PLAIN);
    expect(text).toContain('\n  name: my-shop\n  docs: https://docs.shop.example\n');
    expect(text).toContain(
      '\n\n# Lists that ask for a position and are not paginated:\n# - get /books: no field',
    );
    expect(await proposalOf(shop)).not.toMatch(/docs:|not paginated/);
  });

  it('has a name of its own where the title has no word', async () => {
    const text = await proposalOf('openapi: 3.1.0\ninfo: { title: "!", version: "1" }\npaths: {}\n');
    expect(text).toMatch(/^organization:\n {2}name: [a-z]+$/m);
  });

  it.each([
    [shop, []],
    [PLAIN, []],
    [
      shop.replace('{ name: id, in: path', '{ name: no, in: path, required: true }, { name: id, in: path'),
      ['parameter-unused'],
    ],
  ])('%# comes with warnings, without notes', async (text, expected) => {
    const { diagnostics } = propose({
      ...{ documents: await documentsOf(text), spec: 'openapi.yml', edition: NEWEST_EDITION },
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(expected);
  });

  it('does not depend on the order of keys', async () => {
    const parsed: unknown = (await documentsOf(shop)).root;
    const turned = JSON.stringify(parsed, (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    expect(await proposalOf(turned)).toBe(await proposalOf(shop));
  });

  it('keeps hostile names inside their comments and quotes', async () => {
    const text = await proposalOf(
      JSON.stringify({
        openapi: '3.1.0',
        info: { title: 'A\nresources: {}', version: '1' },
        paths: {
          '/a: #b': { get: { operationId: 'x\n  evil: get /evil', summary: 'evil\u2028: 1', responses: {} } },
          '/[c]/{d}': { delete: { tags: ['- !!js/function'], responses: {} } },
        },
      }),
    );
    const { config, diagnostics } = await configOf(text);
    expect(diagnostics).toEqual([]);
    const all = (resources: typeof config.resources): readonly string[] =>
      resources.flatMap((one) => [
        ...one.methods.map((method) =>
          method.kind === 'http' ? `${method.endpoint.verb} ${method.endpoint.path}` : '',
        ),
        ...all(one.subresources),
      ]);
    expect([...all(config.resources)].sort()).toEqual(['delete /[c]/{d}', 'get /a: #b']);
  });

  it('says which methods are not paged when a scheme would fit them', async () => {
    const operation = (verb: string): string => `
    ${verb}:
      parameters: [{ name: page, in: query, schema: { type: integer } }, { name: limit, in: query, schema: { type: integer } }]
      responses: { "200": { description: ok, content: { application/json: { schema: { type: object, properties: { items: { type: array, items: { type: string } } } } } } } }`;
    const text = await proposalOf(
      `openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths:\n  /apples:${operation('get')}\n  /pears/search:${operation('post')}\n`,
    );
    expect(text).toContain('list: get /apples #');
    expect(text).toContain('search: { endpoint: post /pears/search, paginated: false } #');
  });
});
