/**
 * A language that stands outside: three lines register it, and every command serves it. What fails here is a place
 * that knows its languages by name.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { quietTerminal } from '../support/terminal.ts';

vi.mock('../../generator/languages/names.ts', () => {
  const languageNames = ['typescript', 'python', 'toy'];
  return { languageNames, isLanguage: (name: string) => languageNames.includes(name) };
});
vi.mock('../../generator/languages/data.ts', async (original) => {
  const actual = await original<typeof import('../../generator/languages/data.ts')>();
  const { toy } = await import('./toy/data.ts');
  const LANGUAGES = [...actual.LANGUAGES.filter(Boolean), toy];
  return {
    LANGUAGES,
    defaultLanguage: actual.defaultLanguage,
    languageData: (name: string) => LANGUAGES.find(({ language }) => language === name),
    languageOfTarget: (key: string) => LANGUAGES.find(({ targets }) => targets.includes(key)),
  };
});
vi.mock('../../generator/languages/registry.ts', async (original) => {
  const { languageNamed } = await original<typeof import('../../generator/languages/registry.ts')>();
  const { toy } = await import('./toy/data.ts');
  const { toyLanguage } = await import('./toy/language.ts');
  const own = {
    data: toy,
    names: toyLanguage.names,
    with: (use: (language: unknown) => unknown) => use(toyLanguage),
  };
  return { languageNamed: (name: string) => (name === 'toy' ? own : languageNamed(name)) };
});

const SPEC = `openapi: 3.1.0
info: { title: Zoo, version: 2.0.0 }
servers: [{ url: https://zoo.example }]
paths:
  /cats/{id}:
    get:
      operationId: getCat
      summary: One cat
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        '200': { description: It, content: { application/json: { schema: { $ref: '#/components/schemas/BigCat' } } } }
components:
  schemas:
    BigCat: { type: object, required: [furColor], properties: { furColor: { type: string }, age: { type: integer } } }
`;
const CONFIG = `spec: openapi.yml
targets: { toy: { package_name: zoo, templates: ./set, out: sdk-toy, publish: { shelf: top } } }
resources: { cats: { methods: { retrieve: 'get /cats/{id}' }, models: { big_cat: BigCat } } }
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sdkwright-toy-'));
  writeFileSync(join(folder, 'openapi.yml'), SPEC);
  writeFileSync(join(folder, 'sdkwright.yml'), CONFIG);
  cpSync(fileURLToPath(new URL('toy/templates', import.meta.url)), join(folder, 'set'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function output(...args: readonly string[]): Promise<string> {
  const { createProgram } = await import('../../generator/cli/program.ts');
  const terminal = quietTerminal(folder);
  const code = await createProgram(terminal, new AbortController().signal).run(args);
  expect({ code, said: code === 0 ? '' : terminal.complained() }).toEqual({ code: 0, said: '' });
  return `${terminal.printed()}\n${terminal.complained()}`;
}
const read = (file: string): string => readFileSync(join(folder, 'sdk-toy', file), 'utf8');

it('generates, lays out by its formatter, and keeps the version of the package', async () => {
  await output('generate');
  expect(read('client-cats.toy')).toBe('; cats\ncall cats/retrieve id\n; One cat\n');
  expect(read('types.toy')).toBe('type big-cat fur-color age\n');
  expect(read('openapi.documented.yml')).toContain('call cats/retrieve');
  writeFileSync(join(folder, 'sdk-toy/toy.manifest'), 'version 7.1.0\n');
  await output('generate');
  expect(read('toy.manifest')).toBe('version 7.1.0\n');
  await output('generate', '--check');
  await output('generate', '--target', 'toy', '--templates', './set', '--out', 'other', '--dry-run');
});

it('explains', async () => {
  const explained = await output('explain', 'cats/retrieve');
  expect(explained).toContain('call       cats/retrieve\nsignature  call cats/retrieve id');
  expect(await output('explain', 'BigCat', '--language', 'toy')).toContain('types.toy');
});

it('compares as its users feel it', async () => {
  writeFileSync(
    join(folder, 'new.yml'),
    SPEC.replace('furColor: { type: string }, ', '').replace('[furColor]', '[age]'),
  );
  const report = JSON.parse(
    (
      await output(
        'diff',
        'openapi.yml',
        'new.yml',
        '--language',
        'toy',
        '--format',
        'json',
        '--fail-on',
        'none',
      )
    ).trim(),
  );
  const [removed] = report.changes.filter((change: { rule: string }) => change.rule === 'property-removed');
  expect(removed).toMatchObject({ source: [], language: 'toy' });
});

it('checks templates, proposes a target and completes', async () => {
  expect(await output('templates', 'check', './set')).toContain('no fault of syntax');
  rmSync(join(folder, 'sdkwright.yml'));
  await output('init', 'openapi.yml');
  expect(readFileSync(join(folder, 'sdkwright.yml'), 'utf8')).toContain(
    '  # toy:\n  #   package_name: zoo\n',
  );
  expect(await output('completion', 'bash')).toContain('typescript python toy');
});

it('colours its code on the docs site', async () => {
  const { highlight } = await import('../../generator/docs-site/highlight.ts');
  expect(highlight('call a "b" ; c', 'toy')).toBe(
    '<span class="keyword">call</span> a <span class="string">&quot;b&quot;</span> <span class="comment">; c</span>',
  );
});
