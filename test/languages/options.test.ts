/** What the config says about the whole package, and what templates read of it. */
import { describe, expect, it } from 'vitest';
import type { SdkViews } from '../../generator/languages/language.ts';
import type { RootView } from '../../generator/languages/typescript/views/index.ts';
import { viewsOf as viewsOfTexts } from './views-of.ts';

const DOCUMENT = `
openapi: 3.1.0
info: { title: Zoo, version: 1.2.3 }
servers: [{ url: https://zoo.test }]
components:
  schemas:
    Cat: { type: object, required: [id], properties: { id: { type: string }, born: { type: string, format: date-time }, size: { type: integer, format: int64 } } }
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
const FAULT = '    Fault: { type: object, properties: { message: { type: string } } }\n';
const WEBHOOK =
  "webhooks: { said: { post: { requestBody: { content: { application/json: { schema: { type: object } } } }, responses: { 204: { description: '' } } } } }\n";

const NEW = "edition: '2026-11-23'";
const OLD = "edition: '2025-10-10'";

const viewsOf = (config: string, more = ''): Promise<SdkViews<RootView>> =>
  viewsOfTexts(`${DOCUMENT.replace('paths:', `${FAULT}paths:`)}${more}`, `{ ${config} }`);

const FLAGS = [
  ...[
    'hasDocs',
    'hasReference',
    'hasTests',
    'hasFunctions',
    'hasWebhookDocs',
    'hasJsr',
    'hasRepositoryFiles',
  ],
  ...['hasGuide', 'hasShapes', 'hasValues', 'hasDates', 'hasExactIntegers', 'hasPages'],
] as const;

/** The flags that are set. */
const flagsOf = (view: RootView): string =>
  FLAGS.filter((flag) => view[flag as keyof RootView] === true).join(' ');

it('templates read the flags of `settings`', async () => {
  const { settings } = (await viewsOf(`${NEW}, settings: { open_enums: true, license: MIT }`)).forTemplates();
  expect(settings).toMatchObject({ openEnums: true, disableMockTests: false });
  expect(settings).not.toHaveProperty('license');
});

describe('flags for templates', () => {
  const base = 'hasDocs hasTests hasFunctions';
  it.each<[string, string, string, string?]>([
    ['nothing', NEW, `${base} hasGuide`],
    ['an old edition', OLD, `hasDocs hasReference hasTests hasFunctions`],
    [
      'a repository',
      `${OLD}, output: { repository: github }`,
      'hasDocs hasReference hasTests hasFunctions hasRepositoryFiles hasGuide',
    ],
    ['no pages', `${NEW}, docs: false`, 'hasTests hasGuide', WEBHOOK],
    [
      'pages of operations',
      `${NEW}, docs: { reference: true }`,
      `hasDocs hasReference hasTests hasFunctions hasGuide`,
    ],
    ['no functions', `${NEW}, functions: false`, 'hasDocs hasTests hasGuide'],
    ['no tests', `${NEW}, tests: false`, 'hasDocs hasFunctions hasGuide'],
    ['webhooks', NEW, `${base} hasWebhookDocs hasGuide`, WEBHOOK],
    ['JSR', `${NEW}, targets: { typescript: { publish: { jsr: true } } }`, `${base} hasJsr hasGuide`],
    [
      'dates',
      `${NEW}, targets: { typescript: { options: { dates: date } } }`,
      `${base} hasGuide hasShapes hasValues hasDates`,
    ],
    [
      'large numbers',
      `${NEW}, targets: { typescript: { options: { int64: bigint } } }`,
      `${base} hasGuide hasShapes hasValues hasExactIntegers`,
    ],
  ])('%s', async (_, config, expected, more) =>
    expect(flagsOf((await viewsOf(config, more)).forTemplates())).toBe(expected),
  );
});

describe('parts for templates', () => {
  const viewOf = async (config: string): Promise<RootView> => (await viewsOf(config)).forTemplates();

  it('name what they are about', async () => {
    const view = await viewOf(
      `${NEW}, targets: { typescript: { package_name: '@zoo/sdk', version: 2.0.0, publish: { jsr: '@zoo/jsr' } } }`,
    );
    expect(view.brand).toEqual({ name: "'Zoo'", version: "'2.0.0'" });
    expect(view.header).toMatch(/^\/\/ \S/);
    expect(view.jsr.name).toBe('"@zoo/jsr"');
    expect(view.jsr.entries.map(({ subpath }) => subpath)).toContain('funcs/cats-retrieve');
    expect([view.errorTypes, view.shared, view.topLevel]).toEqual([[], [], []]);
    expect(view.repository.example).toBe(view.readme.example);
    expect(view.facts.resources.length).toBe(1);
    expect([view.agents, view.mcp, view.cli].map((each) => Object.keys(each).length > 0)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('have types that are no models of a resource', async () => {
    const resources =
      "{ $shared: { models: { cat: Cat } }, $client: { methods: { get: 'get /cats/{id}' } } }";
    const view = await viewOf(`${NEW}, resources: ${resources}`);
    const counts = [view.errorTypes, view.shared, view.topLevel, view.resources];
    expect(counts.map(({ length }) => length)).toEqual([1, 1, 1, 0]);
  });

  it('have what the config leaves out', async () => {
    const view = await viewOf(`${NEW}, functions: false`);
    expect([view.jsr.name, view.functions]).toEqual(['""', []]);
    expect(view.jsr.entries.map(({ subpath }) => subpath)).not.toContain('funcs/cats-retrieve');
  });

  it('show what the config asks for', async () => {
    const view = await viewOf(
      `${OLD}, file_header: x, docs: { samples: placeholders }, readme: { example_requests: { default: { type: request, endpoint: 'get /cats/{id}', params: { id: tom } } } }`,
    );
    expect(view.readme.example).toContain("zoo.cats.retrieve('tom'".replace('zoo.', ''));
    const pages = JSON.stringify(view.docs);
    expect(pages).toContain("zoo.cats.retrieve('<id>', {");
    expect(pages).toContain("toy: 'ball'");
    const plain = JSON.stringify((await viewOf(OLD)).docs);
    expect(plain).toContain("client.cats.retrieve('id')");
    expect(plain).not.toContain("toy: 'ball'");
  });

  it.each([
    [NEW, '// '],
    [`${NEW}, settings: { file_header: 'Made by keepers.' }`, '/** Made by keepers. */'],
    [OLD, ''],
    [`${OLD}, settings: { file_header: 'Made by keepers.' }`, '/** Made by keepers. */'],
  ])('begin with a header: %s', async (config, expected) => {
    const { header } = await viewOf(config);
    expect(expected === '' ? header === '' : header.includes(expected)).toBe(true);
    expect(header.startsWith('// ')).toBe(config.startsWith(NEW));
  });

  it('skip tests that need a mock server', async () => {
    const textOf = async (config: string): Promise<string> => JSON.stringify((await viewOf(config)).tests);
    const skipped = await textOf(`${NEW}, settings: { disable_mock_tests: true }`);
    expect(skipped).not.toBe(await textOf(`${NEW}, settings: { disable_mock_tests: false }`));
    expect(await textOf(NEW)).toBe(await textOf(`${NEW}, settings: { disable_mock_tests: false }`));
  });

  it.each<[string, string, string | undefined, string | undefined]>([
    [
      'beside each other',
      'targets: { typescript: { out: sdks/ts }, mcp: { out: agents/mcp }, cli: { out: cli } }',
      ...(['../../sdks/ts', '../sdks/ts'] as const),
    ],
    ['of the SDK alone', 'targets: { typescript: { out: sdks/ts } }', undefined, undefined],
    [
      'of one package',
      'targets: { typescript: { out: sdk }, mcp: { out: mcp }, cli: {} }',
      '../sdk',
      undefined,
    ],
    ['of the package alone', 'targets: { mcp: { out: mcp } }', undefined, undefined],
    [
      'with odd letters',
      "targets: { typescript: { out: 'my sdk' }, mcp: { out: mcp } }",
      undefined,
      undefined,
    ],
    [
      'with odd letters first',
      "targets: { typescript: { out: sdk }, mcp: { out: 'a b' } }",
      '../sdk',
      undefined,
    ],
  ])('know the folders %s', async (_, targets, mcp, cli) => {
    const view = await viewOf(`${NEW}, ${targets}`);
    const pathOf = ({ isBesideSdk, pathToSdk }: RootView['mcp'] | RootView['cli']): string | undefined =>
      isBesideSdk ? pathToSdk : undefined;
    expect([pathOf(view.mcp), pathOf(view.cli)]).toEqual([mcp, cli]);
  });
});

it.each([
  [NEW, false],
  [OLD, true],
  [`${NEW}, compat: stainless`, true],
])('import paths of former SDKs: %s', async (config, expected) =>
  expect((await viewsOf(config)).forTemplates().package.hasFormerPaths).toBe(expected),
);

describe('files that are asked for', () => {
  it('are all that lists have', async () => {
    const views = await viewsOf(NEW);
    const all = views.forTemplates();
    expect(views.forTemplates()).toBe(all);
    const only = (...paths: readonly string[]) => views.forFiles(new Set(paths));
    const counts = ({ resources, functions, tests }: RootView): readonly number[] => [
      ...[resources.length, functions.length, tests.length],
    ];
    expect(counts(all)).toEqual([1, 1, 1]);
    expect(counts(only())).toEqual([0, 0, 0]);
    expect(counts(only('src/resources/cats.ts'))).toEqual([1, 0, 0]);
    expect(counts(only('src/funcs/cats-retrieve.ts'))).toEqual([0, 1, 0]);
    expect(only().hasTests).toBe(true);
    expect(views.samples).toBe(views.samples);
    expect(views.samples.map(({ call }) => call)).toEqual(['cats.retrieve']);
    expect(Object.keys(views.explained).length).toBeGreaterThan(0);
  });
});
