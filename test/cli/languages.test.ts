/**
 * The commands as someone uses them who makes Python: alone, beside TypeScript, or not by the config at all.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
import { type QuietTerminal, quietTerminal } from '../support/terminal.ts';

const SPEC = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers: [{ url: https://shop.example }]
paths:
  /books:
    get:
      operationId: searchBooks
      parameters:
        - { name: sortBy, in: query, schema: { type: string } }
      responses:
        '200':
          description: All
          content: { application/json: { schema: { $ref: '#/components/schemas/Shelf' } } }
components:
  schemas:
    Shelf:
      type: object
      properties:
        label: { type: string }
        place: { type: object, properties: { room: { type: string } } }
`;
const METHOD =
  'resources:\n  rareBooks:\n    methods: { findAll: get /books }\n    models: { shelf: Shelf }\n';
const PYTHON = `spec: openapi.yml\ntargets:\n  python: { package_name: shop, out: sdk-python }\n${METHOD}`;
const BOTH = PYTHON.replace('targets:\n', 'targets:\n  typescript: { package_name: shop, out: sdk }\n');
const ELSEWHERE = PYTHON.replace(', out: sdk-python', '');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sdkwright-languages-'));
  writeFileSync(join(folder, 'openapi.yml'), SPEC);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const config = (text: string): void => writeFileSync(join(folder, 'sdkwright.yml'), text);

async function run(
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly terminal: QuietTerminal }> {
  const terminal = quietTerminal(folder);
  return { code: await createProgram(terminal, new AbortController().signal).run(args), terminal };
}

describe('a target with skip', () => {
  const generated = (): readonly string[] => readdirSync(folder).filter((name) => name.startsWith('sdk'));

  it.each([
    ['TypeScript', BOTH.replace('typescript: {', 'typescript: { skip: true,'), ['sdk-python']],
    [
      'TypeScript, whose folder is at the top',
      `out: sdk\n${PYTHON.replace('targets:\n', 'targets:\n  typescript: { skip: true }\n')}`,
      ['sdk-python'],
    ],
    ['Python', BOTH.replace('python: {', 'python: { skip: true,'), ['sdk']],
  ])('is not generated: %s', async (_language, text, expected) => {
    config(text);
    expect((await run('generate', '--quiet')).code).toBe(0);
    expect(generated()).toEqual([...expected, 'sdkwright.yml']);
  });

  it('is generated if it is named', async () => {
    config(BOTH.replace('typescript: {', 'typescript: { skip: true,'));
    expect((await run('generate', '--quiet', '--target', 'typescript')).code).toBe(0);
    expect(generated()).toEqual(['sdk', 'sdkwright.yml']);
  });

  it('leaves nothing to generate if there is no other', async () => {
    config(`spec: openapi.yml\ntargets:\n  typescript: { skip: true, out: sdk }\n${METHOD}`);
    const { code, terminal } = await run('generate');
    expect(code).toBe(1);
    expect(terminal.complained()).toContain('[no-output]');
    expect(generated()).toEqual(['sdkwright.yml']);
  });
});

const output = async (...args: readonly string[]): Promise<string> => {
  const { code, terminal } = await run(...args);
  expect(terminal.complained()).toBe('');
  expect(code).toBe(0);
  return terminal.printed();
};

const CALL = `call       client.rare_books.find_all
signature  find_all(
             *,
             sort_by: str | Omit = omit,
             extra_headers: Headers | None = None,
             extra_query: Query | None = None,
             extra_body: Body | None = None,
             timeout: float | httpx.Timeout | None | NotGiven = not_given,
           ) -> Shelf
operation  get /books (searchBooks)`;

describe('explain', () => {
  it('tells a call as Python writes it, with its signature, its types and its file', async () => {
    config(PYTHON);
    const told = await output('explain', 'rare_books.find_all');
    expect(told).toContain(CALL);
    expect(told).toContain('RareBooksResource, AsyncRareBooksResource, config: resources.rareBooks');
    expect(told).toContain('file       src/shop/resources/rare_books.py');
    expect(told).toContain('types      RareBookFindAllParams, Shelf');
    expect(told).not.toContain('language');
    expect(told).not.toContain('.ts');
  });

  it.each(['client.rare_books.find_all(sort_by="x")', 'await client.rare_books.find_all()', 'get /books'])(
    'finds %s',
    async (name) => {
      config(PYTHON);
      expect(await output('explain', name)).toContain(CALL);
    },
  );

  it('tells both where both are made, and of one language where it is asked for', async () => {
    config(BOTH);
    const both = await output('explain', 'rareBooks.findAll');
    expect(both).toContain('language   typescript\ncall       client.rareBooks.findAll');
    expect(both).toContain('signature  findAll(query: RareBookFindAllParams | null | undefined = {}');
    expect(both).toContain(`language   python\n${CALL}`);
    const python = await output('explain', 'rare_books.find_all', '--language', 'python');
    expect(python).toContain(CALL);
    expect(python).not.toContain('rareBooks.findAll(');
  });

  it('knows Python also where the config names none', async () => {
    config(METHOD);
    const own = await output('explain', '--spec', 'openapi.yml', 'get /books');
    expect(own).toContain('client.rareBooks.findAll');
    expect(own).not.toContain('language');
    expect(await output('explain', '--spec', 'openapi.yml', 'get /books', '--language', 'python')).toContain(
      'client.rare_books.find_all',
    );
  });

  it.each([
    ['Shelf', 'from shop.types import Shelf', 'config: resources.rareBooks.models.shelf'],
    ['Place', 'from shop.types.shelf import Place', 'its place in Shelf'],
    [
      'RareBookFindAllParams',
      'from shop.types import RareBookFindAllParams',
      'its method, client.rare_books.find_all',
    ],
  ])('tells how the type %s is imported', async (name, line, rule) => {
    config(PYTHON);
    const told = await output('explain', name);
    expect(told).toContain(`import    ${line}`);
    expect(told).toContain(rule);
  });

  it('suggests names of the language', async () => {
    config(PYTHON);
    const { code, terminal } = await run('explain', 'rareBooks.findAll');
    expect(code).toBe(1);
    expect(terminal.complained()).toContain('rare_books.find_all');
  });

  it('refuses a language that nobody makes', async () => {
    expect((await run('explain', '--language', 'cobol', 'x')).code).toBe(2);
  });
});

describe('a config with Python alone', () => {
  it('makes, checks and shows Python without being told', async () => {
    config(PYTHON);
    expect((await run('generate')).code).toBe(0);
    expect(readdirSync(folder)).not.toContain('sdk');
    expect((await run('generate', '--out', 'elsewhere')).code).toBe(0);
    expect(readdirSync(join(folder, 'elsewhere'))).toContain('pyproject.toml');
    expect((await run('generate', '--check')).code).toBe(0);
    expect(JSON.parse(await output('templates', 'views'))).toHaveProperty('client.asyncName');
    const checked = await run('templates', 'check');
    expect(checked.terminal.complained()).toMatch(/^python: \d+ files, no fault of syntax$/);
  });

  it('plans what Python gets', async () => {
    config(PYTHON.replace('get /books', '{ endpoint: get /books, skip: [typescript, node] }'));
    expect(await output('plan', '--no-origins')).toContain('"findAll"');
    expect((await run('check')).terminal.complained()).toContain('0 errors');
  });
});

describe('a config with both languages', () => {
  it('dumps the views of the target that is named', async () => {
    config(BOTH);
    const views = async (...args: readonly string[]): Promise<unknown> =>
      JSON.parse(await output('templates', 'views', ...args)) as unknown;
    expect(await views()).toHaveProperty('hasJsr');
    expect(await views('--target', 'python')).not.toHaveProperty('hasJsr');
    expect(await views('--templates', 'python')).not.toHaveProperty('hasJsr');
    const { code, terminal } = await run('templates', 'views', '--target', 'cobol');
    expect(code).toBe(1);
    expect(terminal.complained()).toContain('error[target-unknown]');
  });

  it('checks the templates of both', async () => {
    config(BOTH);
    const { code, terminal } = await run('templates', 'check');
    expect(code).toBe(0);
    expect(terminal.complained()).toMatch(/^typescript: \d+ files, no fault\npython: \d+ files, no fault of/);
  });

  it('says which set has a file that is not in the one that is copied from', async () => {
    const { code, terminal } = await run('templates', 'eject', 'src/resource.py', '--into', 'mine');
    expect(code).toBe(1);
    expect(terminal.complained()).toContain('add --set python');
    const args = ['templates', 'eject', 'src/resource.py.hbs', '--set', 'python', '--into', 'mine'];
    expect((await run(...args)).code).toBe(0);
    expect(readFileSync(join(folder, 'mine/target.yaml'), 'utf8')).toContain('extends: python');
  });
});

describe('a config whose Python is made elsewhere', () => {
  it('writes nothing of it unless it is told where, and says so', async () => {
    config(ELSEWHERE);
    const { code, terminal } = await run('generate', '--target', 'python');
    expect(code).toBe(1);
    expect(terminal.complained()).toContain('`targets.python`');
    expect((await run('generate', '--target', 'python', '--out', 'sdk-python')).code).toBe(0);
    expect(readdirSync(join(folder, 'sdk-python'))).toContain('pyproject.toml');
  });
});
