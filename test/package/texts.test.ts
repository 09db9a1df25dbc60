/** What a package says about itself: names, README, lists, links. */
import { expect, test } from 'vitest';
import { importSdk } from '../support/import-sdk.ts';
import { isSource, sdkOf } from '../support/sdk.ts';
import { typecheckTree } from '../../generator/verify/typecheck.ts';

interface Shape {
  readonly title?: string;
  readonly servers?: boolean;
  readonly paths?: object;
  readonly config?: string;
}

const text = { type: 'string' };
const answer = (properties: object): object => ({
  responses: {
    200: { description: 'ok', content: { 'application/json': { schema: { type: 'object', properties } } } },
  },
});
const ITEMS = {
  '/items/{id}': {
    get: {
      operationId: 'getItem',
      parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
      ...answer({ id: text }),
    },
  },
};

const made = async ({ title = 'Zoo', servers = true, paths = ITEMS, config }: Shape) => {
  const document = {
    openapi: '3.1.0',
    info: { title, version: '1.0.0' },
    ...(servers ? { servers: [{ url: 'https://zoo.example' }] } : {}),
    paths,
  };
  const sdk = await sdkOf(JSON.stringify(document), { ...(config === undefined ? {} : { config }) });
  const read = (path: string): string => sdk.files.find((file) => file.path === path)?.text ?? '';
  return { ...sdk, read };
};

test('a configured name of the client is used as it is written; other names are put into PascalCase', async () => {
  expect(
    (
      await made({ config: 'organization: { name: workos }\nclient_settings: { client_name: WorkOS }\n' })
    ).read('src/index.ts'),
  ).toContain('export { WorkOS, WorkOS as default }');
  expect((await made({ config: 'organization: { name: work os }\n' })).read('src/index.ts')).toContain(
    'export { WorkOs, WorkOs as default }',
  );
  expect(
    (await made({ config: "client_settings: { client_name: 'Work OS' }\n" })).read('src/index.ts'),
  ).toContain('export { WorkOs, WorkOs as default }');
});

test.each([
  ['Resend', 'TypeScript client of the Resend API'],
  ['The Resend API', 'TypeScript client of the Resend API'],
  ['Smithery Platform API', 'TypeScript client of the Smithery Platform API'],
])('%s: %s', async (title, description) => {
  expect(JSON.parse((await made({ title })).read('package.json')).description).toBe(description);
});

test('the README begins with a typical call, and with none that gives a secret', async () => {
  const paths = {
    '/auth/tokens': { get: { operationId: 'getToken', ...answer({ token: text }) } },
    '/health': { get: { operationId: 'health', ...answer({ status: text }) } },
    '/api-keys': { get: { operationId: 'getApiKey', ...answer({ key: text }) } },
    '/items/{id}': {
      ...ITEMS['/items/{id}'],
      delete: {
        operationId: 'deleteItem',
        parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
        ...answer({ id: text }),
      },
    },
  };
  const readme = (await made({ paths })).read('README.md');
  expect(/## Usage\n[\s\S]*?\n```\n/.exec(readme)?.[0]).toContain('client.items.retrieve(');
  expect(readme.match(/console\.log\([^)]*\)/g)?.filter((one) => /token|key/i.test(one))).toEqual([]);
});

test('without a server `baseURL` is required: by the types, when it runs, in the README and in samples', async () => {
  const sdk = await made({ servers: false });
  expect(sdk.diagnostics.map((one) => one.code)).toContain('server-missing');
  expect(sdk.read('src/core.ts')).toMatch(/\nbaseURL: string;\n/);
  expect(sdk.read('src/core.ts')).toContain(
    "if (!baseURL) {\nthrow new SDKError('Missing baseURL: set ZOO_BASE_URL or pass new Zoo({ baseURL })');",
  );
  expect(sdk.read('README.md')).toContain("new Zoo({\n  baseURL: 'https://api.example.com',\n});");
  expect(sdk.read('README.md')).toContain('## Server');
  const use =
    "import Zoo from './index.ts';\nexport const right: Zoo = new Zoo({ baseURL: 'https://zoo.example' });\n// @ts-expect-error no server\nexport const wrong: Zoo = new Zoo({});\n// @ts-expect-error no options\nexport const none: Zoo = new Zoo();\n";
  expect(
    typecheckTree([...sdk.files.filter((file) => isSource(file.path)), { path: 'src/use.ts', text: use }], {
      limit: 5,
    }),
  ).toEqual([]);
  const { default: Zoo } = (await importSdk(sdk.files)) as {
    readonly default: new (options: object) => { readonly baseURL: string };
  };
  expect(() => new Zoo({})).toThrow('Missing baseURL: set ZOO_BASE_URL or pass new Zoo({ baseURL })');
  expect(new Zoo({ baseURL: 'https://zoo.example' }).baseURL).toBe('https://zoo.example');
  const known = await made({});
  expect(known.diagnostics.map((one) => one.code)).not.toContain('server-missing');
  expect(known.read('README.md')).not.toContain('## Server');
});

test('links of the README lead into the repository where one is known, else to files that exist', async () => {
  const linked = await made({
    config: 'targets: { typescript: { package_name: zoo, production_repo: acme/zoo } }\n',
  });
  const linksOf = (text: string): readonly string[] =>
    [...text.matchAll(/\]\(([^)#]+)/g)]
      .map((match) => match[1] ?? '')
      .filter((one) => one !== 'https://semver.org');
  const links = linksOf(linked.read('README.md'));
  expect(links.length).toBeGreaterThan(3);
  expect(links.filter((one) => !one.startsWith('https://github.com/acme/zoo/blob/HEAD/'))).toEqual([]);
  const plain = await made({});
  expect(
    linksOf(plain.read('README.md')).filter((one) => !plain.files.some((file) => file.path === one)),
  ).toEqual([]);
});

test('api.md links to the sources, and shows a raw body as it is given', async () => {
  const paths = {
    '/items': {
      put: {
        operationId: 'uploadItems',
        requestBody: {
          required: true,
          content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } },
        },
        responses: { 204: { description: 'done' } },
      },
    },
  };
  const sdk = await made({ paths });
  expect(sdk.read('api.md')).toMatch(/`client\.items\.\w+\(body\)`/);
  const links = [...sdk.read('api.md').matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1]);
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((one) => !sdk.files.some((file) => file.path === one))).toEqual([]);
});

test('docs/errors.md has no column that is as wide as its widest cell', async () => {
  const bodies = Object.fromEntries(
    [400, 404].map((status) => [
      status,
      {
        description: 'no',
        content: { 'application/json': { schema: { type: 'object', properties: { why: text } } } },
      },
    ]),
  );
  const paths = Object.fromEntries(
    ['short', `long-${'x'.repeat(400)}`].map((name) => [
      `/${name}`,
      {
        get: {
          ...answer({ id: text }),
          responses: { ...(answer({ id: text }) as { responses: object }).responses, ...bodies },
        },
      },
    ]),
  );
  const document = {
    openapi: '3.1.0',
    info: { title: 'Zoo', version: '1' },
    servers: [{ url: 'https://zoo.example' }],
    paths,
  };
  const sdk = await sdkOf(JSON.stringify(document), {
    formatted: true,
    only: (path) => path === 'docs/errors.md',
  });
  expect(sdk.files[0]?.text).toContain('400');
  expect(sdk.files[0]?.text).not.toMatch(/ {100}/);
});

test('AGENTS.md and llms.txt: a whole call, files that exist, methods that exist, and all of those that destroy', async () => {
  const paths = {
    '/items/{id}': {
      ...ITEMS['/items/{id}'],
      delete: {
        operationId: 'deleteItem',
        parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
        ...answer({ id: text }),
      },
    },
    '/items/{id}/cancel': {
      post: {
        operationId: 'cancelItem',
        parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
        ...answer({ id: text }),
      },
    },
  };
  const sdk = await made({ paths });
  const agents = sdk.read('AGENTS.md');
  expect(agents).toContain(
    sdk.read('README.md').match(/## Usage\n\n(```typescript\n[\s\S]*?\n```\n)/)?.[1] ?? 'no sample',
  );
  const told = [
    ...(/Destructive calls; confirm with the user first: (.*)\./.exec(agents)?.[1]?.matchAll(/`([^`]+)`/g) ??
      []),
  ].map((match) => match[1] ?? '');
  expect([...told].sort()).toEqual(['client.items.cancel', 'client.items.delete']);
  for (const call of told) expect(sdk.read('api.md')).toContain(`\`${call}(`);
  const { files: packed } = JSON.parse(sdk.read('package.json')) as { readonly files: readonly string[] };
  expect(packed).toContain('AGENTS.md');
  for (const file of ['AGENTS.md', 'llms.txt']) {
    const links = [...sdk.read(file).matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? '');
    expect(
      links.filter((one) => !sdk.files.some((made) => made.path === one || made.path === `${one}/README.md`)),
      file,
    ).toEqual([]);
  }
  expect((await made({})).read('AGENTS.md')).not.toContain('Destructive calls');
});
