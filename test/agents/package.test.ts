/** The package of the server: nothing but what would be generated, strict types against the SDK, and small. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { projectRoot } from '../support/shared.ts';
import { sdkOf, templateSet } from '../support/sdk.ts';
import { render } from '../../generator/emit/render.ts';
import { typecheckTree } from '../../generator/verify/typecheck.ts';

const folder = join(projectRoot, 'generated/smithery-mcp');
const cli = join(projectRoot, 'generated/smithery-cli');

test.each([folder, cli])('%s compiles as its own settings say, against the sources of the SDK', (folder) => {
  const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), ts.sys.readFile) as { config: object };
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const program = ts.createProgram(fileNames, {
    ...options,
    noEmit: true,
    declaration: false,
    rootDir: projectRoot,
    paths: { '@smithery/api': [join(projectRoot, 'generated/smithery/src/index.ts')] },
    typeRoots: [join(projectRoot, 'node_modules/@types')],
  });
  const faults = ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file?.fileName.startsWith(folder) ?? true)
    .map(
      ({ messageText, file }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
  expect(fileNames.length).toBeGreaterThan(20);
  expect(faults).toEqual([]);
});

test.each([
  [folder, 4],
  [cli, 1],
])('%s has no orphans, and its packages are the ones that are tested here', (folder, packages) => {
  const manifest = JSON.parse(readFileSync(join(folder, '.sdkwright/manifest.json'), 'utf8')) as {
    readonly files: Readonly<Record<string, string>>;
  };
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !/^(?:\.sdkwright|node_modules|dist)\//.test(path));
  expect(files.sort()).toEqual(Object.keys(manifest.files).sort());
  const read = (path: string) =>
    JSON.parse(readFileSync(path, 'utf8')) as Record<string, Record<string, string>>;
  const { dependencies = {} } = read(join(folder, 'package.json'));
  const { devDependencies: tested = {} } = read(join(projectRoot, 'package.json'));
  for (const [name, range] of Object.entries(dependencies))
    if (name !== '@smithery/api') expect([name, range.replace('^', '')]).toEqual([name, tested[name]]);
  expect(Object.keys(dependencies)).toHaveLength(packages);
});

test('text of a document stays text in what is emitted', async () => {
  const hostile = `'); process.exit(1); ('\${process.exit(1)}\\u2028*/ \`\\n</script> {{evil}}`;
  const sdk = await sdkOf(`
openapi: 3.1.0
info: { title: ${JSON.stringify(hostile)}, version: '1.0.0' }
servers: [{ url: https://shop.example }]
paths:
  /books:
    get:
      operationId: listBooks
      summary: ${JSON.stringify(hostile)}
      description: ${JSON.stringify(hostile)}
      tags: [${JSON.stringify(hostile)}]
      parameters: [{ name: ${JSON.stringify(hostile)}, in: query, description: ${JSON.stringify(hostile)}, schema: { enum: [${JSON.stringify(hostile)}] } }]
      responses: { '204': { description: Nothing } }
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key, description: ${JSON.stringify(hostile)} } }
security: [{ key: [] }]
`);
  if (!sdk.generation) throw new Error('refused');
  const files = render(await templateSet('mcp'), sdk.generation.views.forTemplates()).value;
  const catalogue = files.find((file) => file.path === 'src/catalogue.ts')?.text ?? '';
  const types = files.filter((file) => file.path === 'src/catalogue-types.ts');
  expect(typecheckTree([...types, { path: 'src/catalogue.ts', text: catalogue }])).toEqual([]);
  // Only literals stand in it: no template, no call but JSON.parse and map.
  const source = ts.createSourceFile('catalogue.ts', catalogue, ts.ScriptTarget.Latest, true);
  const calls: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateExpression(node)) calls.push('template');
    if (ts.isCallExpression(node)) calls.push(node.expression.getText());
    ts.forEachChild(node, visit);
  };
  visit(source);
  expect(calls.sort()).toEqual(['ENTRIES.map', 'JSON.parse', 'JSON.parse', 'JSON.parse', 'JSON.parse']);
  for (const name of ['package.json', 'manifest.json'])
    expect(() => JSON.parse(files.find((file) => file.path === name)?.text ?? '') as unknown).not.toThrow();
});

test('the package of every feature at once compiles too, its client against the client of the SDK', async () => {
  const text = (name: string) => readFileSync(join(projectRoot, 'specs/bookshop', name), 'utf8');
  const sdk = await sdkOf(text('openapi.yml'), { config: text('sdkwright.yml') });
  if (!sdk.generation) throw new Error('refused');
  const files = render(await templateSet('mcp'), sdk.generation.views.forTemplates()).value;
  const client = files.find((file) => file.path === 'src/client.ts')?.text ?? '';
  const parts = files.filter((file) => /^src\/(?:catalogue|catalogue-types)\.ts$/.test(file.path));
  // The protocol's own package is not in the tree, so the type of the maker stands for it.
  const server = `export type ClientMaker = (options: {
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  readonly logger: Readonly<Record<'error' | 'warn' | 'info' | 'debug', (message: string, ...more: unknown[]) => void>>;
  readonly authorization?: string;
}) => object | Promise<object>;`;
  const tree = [
    ...sdk.files
      .filter((file) => file.path.startsWith('src/'))
      .map(({ path, text: own }) => ({ path: path.replace('src/', 'src/sdk/'), text: own })),
    ...parts.map(({ path, text: own }) => ({ path: path.replace('src/', 'src/mcp/'), text: own })),
    { path: 'src/mcp/client-maker.ts', text: server },
    { path: 'src/mcp/client.ts', text: client.replace("'@corner/bookshop'", "'../sdk/index.ts'") },
  ];
  expect(typecheckTree(tree)).toEqual([]);
});
