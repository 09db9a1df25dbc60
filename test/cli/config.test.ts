/** `sdkwright config`: one change of the config from the command line. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
import { projectRoot } from '../support/shared.ts';
import { quietTerminal } from '../support/terminal.ts';

const SPEC = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers: [{ url: https://shop.example }]
paths:
  /books:
    get: { responses: { '204': { description: Nothing } } }
  /books/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get: { responses: { '204': { description: Nothing } } }
    delete: { responses: { '204': { description: Nothing } } }
  /authors/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get: { responses: { '204': { description: Nothing } } }
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sdkwright-config-'));
  writeFileSync(join(folder, 'openapi.yml'), SPEC);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const config = (): string => readFileSync(join(folder, 'sdkwright.yml'), 'utf8');

async function run(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const terminal = quietTerminal(folder);
  const code = await createProgram(terminal, new AbortController().signal).run(['config', ...args]);
  return { code, out: terminal.printed(), err: terminal.complained() };
}

test('the first change starts from what init proposes, and each later one changes its lines alone', async () => {
  expect(await run('rename', 'books.retrieve', 'get', '--spec', 'openapi.yml', '--dry-run')).toMatchObject({
    code: 0,
    out: expect.stringContaining('+      get: get /books/{id}'),
  });
  expect(existsSync(join(folder, 'sdkwright.yml'))).toBe(false);
  expect((await run('rename', 'books.retrieve', 'get', '--spec', 'openapi.yml')).code).toBe(0);
  const first = config();
  expect(first).toMatch(/^edition: /m);
  expect((await run('skip', 'books.delete', 'get /authors/{author}')).code).toBe(0);
  expect(
    config()
      .split('\n')
      .filter((line) => !first.split('\n').includes(line)),
  ).toEqual([
    expect.stringMatching(/^ {6}retrieve: \{ endpoint: "get \/authors\/\{id\}", skip: true \} # default/),
    expect.stringMatching(/^ {6}delete: \{ endpoint: "delete \/books\/\{id\}", skip: true \} # default/),
  ]);
  // What is left out has no method, and is found by its entry.
  expect((await run('skip', '--undo', 'books.delete', 'authors.retrieve')).code).toBe(0);
  expect(config()).toBe(first);
  expect((await run('rename', '--all', 'get', 'retrieve')).code).toBe(0);
  expect((await run('rename', 'books.retrieve', 'get')).code).toBe(0);
  expect(config()).toBe(first);
  expect((await run('move', 'books.get', 'books.delete', 'library.shelf')).code).toBe(0);
  expect(config()).toMatch(
    / {2}library:\n {4}subresources:\n {6}shelf:\n {8}methods:\n {10}get: get \/books\/\{id\}/,
  );
});

test('any key is set and removed, as YAML reads its value', async () => {
  writeFileSync(join(folder, 'sdkwright.yml'), '# ours\nspec: openapi.yml\n');
  await run('set', 'client_settings.default_timeout', '30000');
  await run('set', 'settings.license', 'MIT');
  await run('set', '/resources/books/methods/list', 'get /books');
  await run('set', 'docs.reference', 'true');
  expect(config()).toBe(
    '# ours\nspec: openapi.yml\nclient_settings:\n  default_timeout: 30000\nsettings:\n  license: MIT\nresources:\n  books:\n    methods:\n      list: get /books\ndocs:\n  reference: true\n',
  );
  await run('unset', 'resources.books.methods.list');
  await run('unset', 'settings');
  expect(config()).toBe(
    '# ours\nspec: openapi.yml\nclient_settings:\n  default_timeout: 30000\ndocs:\n  reference: true\n',
  );
  expect(await run('set', 'docs.reference', 'true')).toMatchObject({
    code: 0,
    err: 'sdkwright.yml says so already.',
  });
});

/** A document and a config with all that the documented commands name. */
const FULL = {
  'openapi.yml': `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers: [{ url: https://shop.example }]
security: [{ bearer: [] }]
paths:
  /servers:
    get:
      parameters: [{ name: after, in: query, schema: { type: string } }]
      responses:
        '200':
          description: Servers
          content: { application/json: { schema: { type: object, properties: { next: { type: string }, data: { type: array, items: { type: string } } } } } }
  /servers/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get: { responses: { '204': { description: Nothing } } }
    delete: { responses: { '204': { description: Nothing } } }
    put: { responses: { '204': { description: Nothing } } }
  /books:
    get: { responses: { '200': { description: Genres, content: { application/json: { schema: { $ref: '#/components/schemas/Genre' } } } } } }
components:
  securitySchemes: { bearer: { type: http, scheme: bearer } }
  schemas: { Genre: { type: object, properties: { name: { type: string } } }, Shelf: { type: object } }
`,
  'sdkwright.yml': `# ours
spec: openapi.yml
client_settings:
  default_timeout: 10000
  opts:
    bearer_token: { type: string, auth: { security_scheme: bearer } }
    region: { type: string, nullable: true }
pagination:
  - name: work_page
    type: cursor
    request: { after: { type: string, x-stainless-pagination-property: { purpose: next_cursor_param } } }
    response:
      next: { type: string, x-stainless-pagination-property: { purpose: next_cursor_field } }
      data: { type: array, items: {}, x-stainless-pagination-property: { purpose: items } }
  - name: page_number_page
    type: cursor
    request: { after: { type: string, x-stainless-pagination-property: { purpose: next_cursor_param } } }
    response:
      next: { type: string, x-stainless-pagination-property: { purpose: next_cursor_field } }
      data: { type: array, items: {}, x-stainless-pagination-property: { purpose: items } }
resources:
  servers:
    methods:
      list: { endpoint: get /servers, paginated: work_page }
      retrieve: get /servers/{id}
      delete: delete /servers/{id}
      deploy: put /servers/{id}
  books:
    models: { genre: Genre }
    methods:
      list: get /books
`,
};
const fill = (): void => {
  for (const [name, text] of Object.entries(FULL)) writeFileSync(join(folder, name), text);
};

/** `a "b c"` as a shell splits it. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

test('every command of the documentation and of the help does what it says', async () => {
  const page = readFileSync(join(projectRoot, 'docs/studio.md'), 'utf8');
  const documented = [...page.matchAll(/^npx sdkwright config (.*?)\s*(?:#.*)?$/gm)].map(
    ([, line = '']) => line,
  );
  const names = ['set', 'unset', 'rename', 'move', 'model', 'option', 'pages', 'skip'];
  const helped: string[] = [];
  for (const name of names) {
    const terminal = quietTerminal(folder);
    await createProgram(terminal, new AbortController().signal).run(['config', name, '--help']);
    const found = /\$ sdkwright config (.*)/.exec(terminal.printed())?.[1];
    if (found !== undefined) helped.push(found);
  }
  expect(helped).toHaveLength(names.length);
  expect(new Set(documented.map((line) => line.split(' ')[0]))).toEqual(new Set(names));
  for (const line of [...documented, ...helped]) {
    fill();
    const { code, out, err } = await run(...wordsOf(line));
    expect([line, code, err]).toEqual([line, 0, 'sdkwright.yml is written.']);
    expect(out).toMatch(/^--- sdkwright.yml\n\+\+\+ sdkwright.yml\n@@/);
    expect(config()).not.toBe(FULL['sdkwright.yml']);
    expect(config()).toMatch(/^# ours\n/);
  }
});

test('a resource is renamed and moved with all that it holds', async () => {
  fill();
  expect((await run('rename', 'books', 'titles')).code).toBe(0);
  expect(config()).toBe(FULL['sdkwright.yml'].replace('  books:\n', '  titles:\n'));
  expect((await run('move', 'titles', 'servers')).code).toBe(0);
  expect(config()).toMatch(/ {4}subresources:\n {6}titles:\n {8}models: \{ genre: Genre \}\n/);
  expect(config()).not.toMatch(/^ {2}titles:/m);
  // What names something inside it follows.
  fill();
  writeFileSync(
    join(folder, 'sdkwright.yml'),
    `${config()}      servers: { type: alias, to: servers.list }\n`,
  );
  expect((await run('rename', 'servers', 'machines')).code).toBe(0);
  expect(config()).toMatch(/^ {2}machines:\n/m);
  expect(config()).toContain('servers: { type: alias, to: machines.list }\n');
});

test('a key without effect is written, and the warning names its line', async () => {
  fill();
  const { code, err } = await run('set', 'client_settings.zonk', '1');
  expect(code).toBe(0);
  expect(err).toMatch(/warning\[config-key-unknown\]: The key zonk [^]*--> sdkwright\.yml:8:/);
});

/** What is wrong in the words of a command ends with 2, and what cannot be done with 1; the file stays as it was. */
const WRONG: readonly (readonly [args: readonly string[], message: RegExp, code?: number])[] = [
  [[], /^$/],
  [['nosuch'], /unknown command 'nosuch'/],
  [['set'], /missing required argument 'path'/],
  [['set', 'edition'], /missing required argument 'value'/],
  [['set', 'a', 'b', 'c'], /too many arguments/],
  [['set', '', 'x'], /no key is empty/],
  [['set', 'a..b', 'x'], /no key is empty/],
  [['set', '/', 'x'], /no key is empty/],
  [['unset', 'settings.'], /no key is empty/],
  [['set', 'pagination', 'often'], /sdkwright\.yml:8:[^]*Nothing was written/],
  [['set', 'pagination.9.name', 'x'], /The list has no entry 9/],
  [['set', 'client_settings.default_timeout', 'soon'], /milliseconds or an ISO 8601 duration[^]*yml:4:/],
  [['set', 'client_settings.defalt_timeout', '1'], /nearest known key is default_timeout/],
  [['set', 'resources.books', 'x'], /must be an object/],
  [['unset', 'settings'], /There is no settings/],
  [['rename', 'servers.find', 'get'], /There is no method servers.find/],
  [['rename', 'servers.retrieve'], /missing required argument 'name'/],
  [['rename', 'servers.retrieve', 'a b'], /a b is no name/],
  [['rename', 'servers.retrieve', ''], /An empty text is no name/],
  [['rename', 'servers.retrieve', 'list'], /servers.list is there already: get \/servers/],
  [['rename', 'servers', 'books'], /books.list is there already: get \/books/],
  [['rename', 'shelves', 'books'], /There is no method shelves/],
  [['rename', '--all', 'find', 'get'], /No method is called find/],
  [['move', 'servers.list'], /name a method and a resource/],
  [['move', 'servers.list', 'a b'], /a b is no name/],
  [['move', 'servers.list', ''], /An empty text is no name/],
  [['move', 'servers', 'servers'], /cannot be moved into itself/],
  [['move', 'servers.find', 'books'], /There is no method servers.find/],
  [['move', 'servers.list', 'books'], /books.list is there already/],
  [['model', 'Page', 'books.page'], /There is no model Page/],
  [['model', 'books.genre'], /give a name, or --skip/],
  [['model', 'books.genre', 'books.kind', '--skip'], /give a name, or --skip/],
  [['model', 'books.genre', 'a b.kind'], /a b is no name/],
  [['option', 'token', 'key'], /There is no client option token/],
  [['option', 'bearer_token', 'region'], /region is there already/],
  [['option', 'bearer_token', ''], /An empty text is no name/],
  [['pages', 'find', 'x'], /no pagination scheme find/],
  [['pages', 'work_page'], /give a name, or --remove/],
  [['pages', 'work_page', 'x', '--remove'], /give a name, or --remove/],
  [['pages', 'work_page', 'page_number_page'], /page_number_page is there already/],
  [['pages', 'work_page', 'a b'], /a b is no name/],
  [['skip'], /missing required argument 'method'/],
  [['skip', 'servers.find'], /There is no method servers.find/],
  [['skip', 'servers.list', 'servers.find'], /There is no method servers.find/],
  [['rename', 'servers.list', 'all', '--config', 'nosuch.yml'], /There is no file nosuch.yml/, 1],
  [['rename', 'servers.list', 'all', '--spec', 'nosuch.yml'], /File not found: nosuch.yml/, 1],
  [['set', 'edition', '1', '--bogus'], /unknown option '--bogus'/],
];

test.each(WRONG.map((row) => [row[0], row] as const))('config %j is refused', async (args, row) => {
  const [, message, wanted = 2] = row;
  fill();
  const { code, err } = await run(...args);
  expect([code, args.length === 0 ? '' : err]).toEqual([wanted, expect.stringMatching(message)]);
  expect(config()).toBe(FULL['sdkwright.yml']);
});

test('a config that is no YAML, and a value that others share, are left alone', async () => {
  for (const [text, args, message] of [
    ['spec: [\n', ['set', 'edition', '1'], /not YAML that can be read/],
    ['a: &x { b: 1 }\nc: *x\n', ['set', 'c.b', '2'], /Edit the text by hand/],
  ] as const) {
    writeFileSync(join(folder, 'sdkwright.yml'), text);
    expect(await run(...args)).toMatchObject({ code: 1, err: expect.stringMatching(message) });
    expect(config()).toBe(text);
  }
});
