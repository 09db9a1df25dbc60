/** Every sample on the pages of the Python SDK has types that hold, and runs against a mock server. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMock } from '../samples/support/mock.ts';
import { projectRoot } from '../support/shared.ts';
import { type PythonSdk, copyOfSdk, mypy, pyright, pythonSdk, succeeds } from './support/generate.ts';
import { pythonForTests } from './venv.ts';

const python = pythonForTests() ?? '';
const SMITHERY = join(projectRoot, 'generated/smithery-python');

interface Sample {
  readonly page: string;
  readonly text: string;
  /** Else it is a part, and a client stands above it on its page. */
  readonly isWhole: boolean;
}

/** Pages that the package has, without those that are made of the document alone. */
const pagesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md') && !/^docs\/reference\//.test(path));

const samplesOf = (folder: string): readonly Sample[] =>
  pagesOf(folder).flatMap((page) =>
    [...readFileSync(join(folder, page), 'utf8').matchAll(/^```python\n([\s\S]*?)^```$/gm)].flatMap(
      // A list of imports, as `api.md` has it, is a program too.
      ([, text = '']) => [
        { page, text, isWhole: /^from (?!typing|pathlib)[\w.]+ import/m.test(text) && !/^try:/m.test(text) },
      ],
    ),
  );

test('pages that are looked at', () => {
  const pages = pagesOf(SMITHERY);
  expect(pages).toEqual(expect.arrayContaining(['README.md', 'AGENTS.md', 'api.md', 'docs/README.md']));
  const samples = samplesOf(SMITHERY);
  for (const page of ['README.md', 'AGENTS.md', 'api.md', 'docs/sdks/servers/README.md'])
    expect([page, samples.some((one) => one.page === page)]).toEqual([page, true]);
  expect(samples.filter((one) => one.page === 'README.md').length).toBeGreaterThan(12);
});

/** What the clients read of the environment. */
const KEYS = {
  SMITHERY_API_KEY: 'key',
  BOOKSHOP_API_KEY: 'key',
  BOOKSHOP_STAFF_NAME: 'ann',
  BOOKSHOP_STAFF_PASSWORD: 'word',
  BOOKSHOP_PARTNER_KEY: 'partner',
  BOOKSHOP_WEBHOOK_KEY: 'whsec_a2V5',
};

const SDKS = [
  { name: 'Smithery', make: () => Promise.resolve(copyOfSdk(SMITHERY)), least: 100 },
  {
    name: 'Bookshop',
    make: () => pythonSdk({ config: join(projectRoot, 'specs/bookshop/sdkwright.yml') }),
    least: 50,
  },
];

describe.skipIf(python === '').each(SDKS)('samples of $name', ({ name: client, make, least }) => {
  let sdk: PythonSdk;
  let names: readonly string[] = [];
  beforeAll(async () => {
    sdk = await make();
    const above = `from ${sdk.name} import ${client}\n\nclient = ${client}()\n\n`;
    mkdirSync(join(sdk.folder, 'path/to'), { recursive: true });
    writeFileSync(join(sdk.folder, 'path/to/file'), 'PK');
    mkdirSync(join(sdk.folder, 'shown'));
    names = samplesOf(sdk.folder).map(({ page, text, isWhole }, index) => {
      const name = `shown/${page.replace(/\W+/g, '_').toLowerCase()}_${index}.py`;
      writeFileSync(join(sdk.folder, name), isWhole ? text : `${above}${text}`);
      return name;
    });
  });
  afterAll(() => {
    sdk?.stop();
  });

  test('pyright and mypy, strict', async () => {
    const found = await pyright(python, sdk.folder, ['shown']);
    // Pages show deprecated methods, too; and lists of names that nobody uses.
    const unused = /shown\/api_md_\d+\.py.* is not accessed/;
    expect(found.filter((one) => !/ is deprecated$/.test(one) && !unused.test(one))).toEqual([]);
    expect(await mypy(python, sdk.folder, names)).toEqual([]);
  });

  test('they run', { timeout: 240_000 }, async () => {
    const mock = await startMock(join(sdk.folder, 'openapi.documented.yml'));
    try {
      const script = join(projectRoot, 'test/python/play_pages.py');
      const said = await succeeds(python, [script, new URL(mock.url).port, ...names], sdk.folder, {
        PYTHONPATH: join(sdk.folder, 'src'),
        ...KEYS,
      });
      expect(said.trim()).toBe('');
      expect(mock.violations).toEqual([]);
      expect(mock.requests.length).toBeGreaterThan(least);
    } finally {
      await mock.stop();
    }
  });
});
