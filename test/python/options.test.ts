/** What the config says about the whole Python package, and what templates read of it. */
import { describe, expect, it } from 'vitest';
import { type Generation, generateFor } from '../../generator/generate.ts';
import { python as PYTHON } from '../../generator/languages/python/data.ts';
import { python } from '../../generator/languages/python/language.ts';
import type { PythonSdk } from '../../generator/languages/python/sdk.ts';
import type { RootView } from '../../generator/languages/python/views/index.ts';
import { loadProject } from '../../generator/project.ts';
import { memoryIo } from '../../generator/source/io.ts';

const DOCUMENT = `
openapi: 3.1.0
info: { title: Zoo, version: 1.2.3 }
servers: [{ url: https://zoo.test }]
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
  schemas:
    Cat: { type: object, required: [id], properties: { id: { type: string } } }
    Fault: { type: object, properties: { message: { type: string } } }
paths:
  /cats/{id}:
    get:
      tags: [cats]
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: toy, in: query, schema: { type: string, examples: [ball] } }
      responses:
        200: { description: '', content: { application/json: { schema: { $ref: '#/components/schemas/Cat' } } } }
        404: { description: '', content: { application/json: { schema: { $ref: '#/components/schemas/Fault' } } } }
`;
const NEW = "edition: '2026-11-23'";
const OLD = "edition: '2025-10-10'";

async function generated(config: string, document = DOCUMENT): Promise<Generation<PythonSdk, RootView>> {
  const project = await loadProject({
    io: memoryIo({ 'openapi.yml': document, 'sdkwright.yml': `{ ${config} }` }),
    ...{ cwd: '/', allowRemote: false, spec: 'openapi.yml', config: 'sdkwright.yml' },
  });
  if (!project.value) throw new Error(project.diagnostics.map(({ message }) => message).join('\n'));
  const { documents, configFor } = project.value;
  return generateFor(python, { documents, config: configFor(PYTHON) });
}
const viewOf = async (config: string, document?: string): Promise<RootView> =>
  (await generated(config, document)).views.forTemplates();

const FLAGS = [
  'hasHeader',
  'hasDocs',
  'hasTests',
  'hasRepositoryFiles',
  'hasGuide',
  'hasErrors',
  'hasPages',
] as const;

it.each([
  [NEW, 'hasHeader hasDocs hasTests hasGuide'],
  [OLD, 'hasDocs hasTests'],
  [`${OLD}, settings: { file_header: Mine. }`, 'hasHeader hasDocs hasTests'],
  [`${OLD}, output: { repository: github }`, 'hasDocs hasTests hasRepositoryFiles hasGuide'],
  [`${NEW}, docs: false, tests: false`, 'hasHeader hasGuide'],
])('flags with %s', async (config, expected) => {
  const view = await viewOf(config);
  expect(FLAGS.filter((flag) => view[flag]).join(' ')).toBe(expected);
  expect([view.docs.length > 0, view.tests.length > 0]).toEqual([view.hasDocs, view.hasTests]);
});

it('kinds of errors', async () => {
  const kinds =
    '{ type: object, required: [code], properties: { code: { type: string, enum: [gone, lost] } } }';
  const view = await viewOf(NEW, DOCUMENT.replace(/(Fault: ).*/, `$1${kinds}`));
  expect([view.hasErrors, view.errors.length]).toEqual([true, 2]);
});

it.each([
  [DOCUMENT, true],
  [DOCUMENT.replace('servers: [{ url: https://zoo.test }]\n', ''), false],
])('servers', async (document, expected) =>
  expect((await viewOf(NEW, document)).client.hasServers).toBe(expected),
);

it('no errors and no pages', async () => {
  const view = await viewOf(NEW);
  expect([view.hasErrors, view.errors]).toEqual([false, []]);
  expect(view.pagination).toEqual({ imports: '', nested: [], schemes: [], pages: [], all: '' });
});

describe('the package', () => {
  const target = (text: string): string => `${NEW}, targets: { python: { ${text} } }`;
  it.each<[string, string, Partial<RootView['package']>]>([
    [
      'of little',
      NEW,
      { hasAuthor: false, hasUrls: false, hasContact: false, hasRepository: false, hasHomepage: false },
    ],
    [
      'with a repository',
      target('production_repo: zoo/py'),
      {
        hasUrls: true,
        hasRepository: true,
        repository: '"https://github.com/zoo/py"' as never,
        hasHomepage: false,
      },
    ],
    [
      'with a page',
      `${NEW}, organization: { docs: 'https://zoo.test/docs' }`,
      { hasUrls: true, hasRepository: false, hasHomepage: true },
    ],
    [
      'with people',
      `${NEW}, organization: { name: Keepers, contact: a@zoo.test }`,
      { hasAuthor: true, hasContact: true, author: 'name = "Keepers", email = "a@zoo.test"' as never },
    ],
  ])('%s', async (_, config, expected) => expect((await viewOf(config)).package).toMatchObject(expected));

  it('has the version that it is given', async () => {
    const { views } = await generated(NEW);
    const view = views.forTemplates();
    expect(views.forTemplates()).toBe(view);
    expect([view.package.version, views.forTemplates({ own: '9.0.0' }).package.version]).toEqual([
      '1.2.3',
      '9.0.0',
    ]);
  });
});

describe('parts', () => {
  it('give options values in tests', async () => {
    const opts =
      'a: { type: string }, b: { type: number }, c: { type: boolean }, d: { type: string, default: x }, e: { type: string, nullable: true }, key: { type: string, nullable: true, auth: { security_scheme: key } }';
    expect((await viewOf(`${NEW}, client_settings: { opts: { ${opts} } }`)).testOptions).toBe(
      'a="My a", b=1, c=True, key="My key", ',
    );
  });

  it('show what the config asks for', async () => {
    const call =
      "docs: { samples: placeholders }, readme: { example_requests: { default: { type: request, endpoint: 'get /cats/{id}', params: { id: tom } } } }";
    const view = await viewOf(`${NEW}, ${call}`);
    expect(JSON.stringify(view.readme)).toContain(
      String.raw`client.cats.retrieve(\n    \"tom\"`.replace(String.raw`\n    `, ''),
    );
    expect(JSON.stringify(view.docs)).toContain(String.raw`\"<id>\", toy=\"ball\"`);
    expect(JSON.stringify((await viewOf(NEW)).docs)).toContain(String.raw`retrieve(\"id\")`);
  });

  it('skip tests that need a mock server', async () => {
    const testsOf = async (value: string) =>
      JSON.stringify((await viewOf(`${NEW}, settings: { disable_mock_tests: ${value} }`)).tests);
    expect(await testsOf('true')).not.toBe(await testsOf('false'));
    expect(await testsOf('false')).toBe(JSON.stringify((await viewOf(NEW)).tests));
  });

  it('are those of the files that are asked for', async () => {
    const { views } = await generated(NEW);
    const counts = (...paths: readonly string[]): readonly number[] => {
      const { resources, types, tests, docs } = views.forFiles(new Set(paths));
      return [resources.length, types.length, tests.length, docs.length];
    };
    const all = views.forTemplates();
    const files = [all.resources[0]?.file, all.types[0]?.file].map(String);
    expect(counts()).toEqual([0, 0, 0, 0]);
    expect(counts(...files)).toEqual([1, 1, 0, 0]);
    expect(counts('tests/x', 'src/x')[2]).toBe(all.tests.length);
    expect(counts('x/tests/')[2]).toBe(0);
  });

  it('explain a call, and give samples once', async () => {
    const { views, plan } = await generated(NEW);
    const [method] = plan.resources.flatMap(({ methods }) => methods);
    const call = method && views.explainCall(method.method);
    expect(JSON.stringify(call)).toContain('cats.retrieve');
    expect(views.samples).toBe(views.samples);
    expect(views.samples.map((sample) => sample.call)).toEqual(['cats.retrieve']);
  });
});
