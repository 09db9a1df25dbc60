/** Settings that Python must not pass over in silence: what they make, and what it does when it runs. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createProgram } from '../../generator/cli/program.ts';
import { projectRoot } from '../support/shared.ts';
import { quietTerminal } from '../support/terminal.ts';
import { mypy, pyright } from './support/generate.ts';
import { pythonForTests } from './venv.ts';

const python = pythonForTests() ?? '';
const cache = join(projectRoot, 'node_modules/.cache');
const json = (schema: object): object => ({ 'application/json': { schema } });

const DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Zoo', version: '1.2.0' },
  servers: [{ url: 'https://zoo.example' }],
  security: [{ session: [] }],
  paths: {
    '/animals': {
      get: {
        operationId: 'listAnimals',
        description: 'All of them.',
        'x-stability-level': 'beta',
        responses: {
          200: {
            description: 'ok',
            content: json({ type: 'object', properties: { n: { type: 'integer' } } }),
          },
        },
      },
    },
  },
  components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'session' } } },
};

const CONFIG = `spec: openapi.json
organization: { name: zoo, contact: 'safety@zoo.example' }
targets: { python: { package_name: zoo, project_name: zoo-api, production_repo: acme/zoo, out: sdk } }
settings: { file_header: "coding: utf-7\\nMade of +AGE-." }
client_settings:
  opts:
    key: { type: string, auth: { security_scheme: session } }
    house: { type: string, nullable: true, send_in_cookie: house }
resources:
  animals:
    deprecated: Ask the park.
    methods: { list: get /animals }
output: { repository: github-package }
`;

const NAMES = [
  '.github/workflows/ci.yml',
  '.github/workflows/release.yml',
  '.release-please-manifest.json',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'examples/first_call.py',
  'release-please-config.json',
];

let top = '';
beforeAll(() => {
  mkdirSync(cache, { recursive: true });
  top = mkdtempSync(join(cache, 'python-settings-'));
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

async function made(name: string, config: string): Promise<(path: string) => string> {
  const folder = join(top, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'openapi.json'), JSON.stringify(DOCUMENT));
  writeFileSync(join(folder, 'sdkwright.yml'), config);
  const terminal = quietTerminal(folder);
  const code = await createProgram(terminal, new AbortController().signal).run(['generate']);
  expect([code, terminal.complained()]).toEqual([0, expect.not.stringContaining('error[') as string]);
  return (path) => readFileSync(join(folder, 'sdk', path), 'utf8');
}

const filesOf = (name: string): readonly string[] =>
  (readdirSync(join(top, name, 'sdk'), { recursive: true }) as string[]).map((one) =>
    one.replaceAll('\\', '/'),
  );

interface Workflow {
  readonly permissions: object;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly environment?: string;
        readonly permissions?: object;
        readonly strategy?: { readonly matrix: { readonly python: readonly string[] } };
        readonly steps: readonly { readonly run?: string; readonly uses?: string; readonly with?: object }[];
      }
    >
  >;
}

describe('output.repository', () => {
  test('makes the files of a repository, in the versions that the package is for', async () => {
    const read = await made('repository', CONFIG);
    expect(
      filesOf('repository')
        .filter((one) => NAMES.includes(one))
        .sort(),
    ).toEqual(NAMES);
    const ci = parse(read('.github/workflows/ci.yml')) as Workflow;
    const { matrix } = ci.jobs['test']?.strategy ?? { matrix: { python: [] } };
    const versions = [...read('pyproject.toml').matchAll(/Python :: (3\.\d+)"/g)].map((one) => one[1]);
    expect(matrix.python).toEqual(versions);
    expect(matrix.python).toEqual(['3.10', '3.11', '3.12', '3.13', '3.14']);
    const release = parse(read('.github/workflows/release.yml')) as Workflow;
    for (const { permissions, jobs } of [ci, release]) {
      expect(permissions).toEqual({ contents: 'read' });
      const checkouts = Object.values(jobs)
        .flatMap((job) => job.steps)
        .filter((one) => one.uses?.startsWith('actions/checkout'));
      expect(checkouts.map((one) => one.with)).toEqual([{ 'persist-credentials': false }]);
    }
    // Published by who the workflow is, without a secret.
    const publish = release.jobs['publish'];
    expect(publish?.permissions).toEqual({ 'id-token': 'write' });
    expect(publish?.environment).toBe('pypi');
    expect(publish?.steps.at(-1)?.uses).toMatch(/^pypa\/gh-action-pypi-publish@[0-9a-f]{40}$/);
    expect(read('.github/workflows/release.yml')).not.toContain('secrets.');
    expect(JSON.parse(read('.release-please-manifest.json'))).toEqual({ '.': '1.2.0' });
    expect(read('src/zoo/_version.py')).toContain('__version__ = "1.2.0"  # x-release-please-version');
    expect(JSON.parse(read('release-please-config.json'))).toMatchObject({
      packages: { '.': { 'extra-files': ['src/zoo/_version.py'] } },
    });
    expect(read('SECURITY.md')).toContain('to safety@zoo.example,');
    expect(read('CONTRIBUTING.md')).not.toMatch(/npm (?:install|test|run)/);
    // The program is one: it compiles, and calls what there is.
    expect(read('examples/first_call.py')).toContain('client.animals.list()');
  });

  test('is theirs from then on, and publishes nowhere where nobody wants it', async () => {
    const read = await made('kept', CONFIG.replace('out: sdk', 'publish: { pypi: false }, out: sdk'));
    expect(Object.keys((parse(read('.github/workflows/release.yml')) as Workflow).jobs)).toEqual(['release']);
    writeFileSync(join(top, 'kept/sdk/SECURITY.md'), 'Ours.\n');
    await made('kept', CONFIG);
    expect(read('SECURITY.md')).toBe('Ours.\n');
    await made('without', CONFIG.replace(/output: .*/, ''));
    expect(filesOf('without').filter((one) => NAMES.includes(one))).toEqual([]);
  });
});

test('what may still change, or ends, is said where the method is read', async () => {
  const read = await made('docs', CONFIG);
  const text = read('src/zoo/resources/animals.py');
  expect(text).toContain('All of them.\n\n        Stability: beta.\n');
  expect(text).toContain('"""Deprecated: Ask the park."""');
});

test.skipIf(python === '')('a comment at the top is no declaration of an encoding', async () => {
  const read = await made('header', CONFIG);
  expect(read('src/zoo/_client.py').split('\n').slice(0, 2)).toEqual([
    '# coding : utf-7',
    '# Made of +AGE-.',
  ]);
  const run = (code: string): string =>
    execFileSync(python, ['-W', 'error', '-c', code], { cwd: join(top, 'header/sdk/src'), encoding: 'utf8' });
  expect(run('import tokenize\nprint(tokenize.open("zoo/_client.py").encoding)')).toBe('utf-8\n');
});

test.skipIf(python === '')(
  'an option in a cookie is sent beside the credential, and only with a value',
  async () => {
    await made('cookie', CONFIG);
    const program = `
import httpx
from zoo import Zoo

def answer(request: httpx.Request) -> httpx.Response:
    print(request.headers.get("cookie"))
    return httpx.Response(200, json={})

for house in ("a b", None):
    with Zoo(key="k", house=house, http_client=httpx.Client(transport=httpx.MockTransport(answer))) as client:
        client.animals.list()
`;
    const said = execFileSync(python, ['-c', program], {
      cwd: join(top, 'cookie/sdk/src'),
      encoding: 'utf8',
    });
    expect(said).toBe('session=k; house=a%20b\nsession=k\n');
  },
);

test.skipIf(python === '')('the package and its example have types that hold', async () => {
  await made('types', CONFIG);
  expect(await pyright(python, join(top, 'types/sdk'), ['src', 'tests', 'examples'])).toEqual([]);
  expect(await mypy(python, join(top, 'types/sdk'), ['src', 'tests', 'examples'])).toEqual([]);
});
