/** `sdkwright config`: one change of the config from the command line. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
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

test('what would be wrong is not written', async () => {
  writeFileSync(join(folder, 'sdkwright.yml'), 'spec: openapi.yml\n');
  const before = config();
  for (const [args, message] of [
    [['set', 'pagination', 'often'], /Nothing was written/],
    [['unset', 'settings'], /There is no settings/],
    [['rename', 'books.find', 'get'], /There is no method books.find/],
    [['rename', 'books.retrieve', 'a b'], /a b is no name/],
    [['rename', 'books.retrieve', 'list'], /books.list is there already: get \/books/],
    [['move', 'books.list'], /name a method and a resource/],
  ] as const) {
    const { code, err } = await run(...args);
    expect([args, code > 0, err]).toEqual([args, true, expect.stringMatching(message)]);
    expect(config()).toBe(before);
  }
});
