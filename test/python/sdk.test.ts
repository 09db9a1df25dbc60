/** The Python SDK of Smithery: judged by type checkers, linters and a mock server that nobody here wrote. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMock } from '../samples/support/mock.ts';
import { projectRoot } from '../support/shared.ts';
import { type PythonSdk, copyOfSdk, mypy, pyright, said, succeeds } from './support/generate.ts';
import { pythonForTests } from './venv.ts';

const python = pythonForTests() ?? '';

describe.skipIf(python === '')('generated/smithery-python', () => {
  let sdk: PythonSdk;

  beforeAll(() => {
    sdk = copyOfSdk(join(projectRoot, 'generated/smithery-python'));
    // What the pages show is checked like everything else.
    programsIn(sdk.folder).forEach((text, index) => {
      writeFileSync(join(sdk.folder, `shown_${index}.py`), text);
    });
  });
  afterAll(() => sdk.stop());

  test('pyright, strict: package, tests and the programs of its pages', async () => {
    const found = await pyright(python, sdk.folder, ['src', 'tests', 'shown_*.py']);
    // Pages show deprecated methods, too.
    expect(found.filter((one) => !/shown_\d+\.py.* is deprecated$/.test(one))).toEqual([]);
  });

  test('mypy, strict: the same', async () => {
    const shown = readdirSync(sdk.folder).filter((one) => one.startsWith('shown_'));
    expect(shown.length).toBeGreaterThan(100);
    // Programs that stand side by side are modules of one name each.
    expect(await mypy(python, sdk.folder, ['src', 'tests', ...shown])).toEqual([]);
  });

  test('ruff: the rules that its own project names, and the layout of its formatter', async () => {
    await succeeds(python, ['-m', 'ruff', 'check', '--no-cache', 'src', 'tests'], sdk.folder);
    await succeeds(python, ['-m', 'ruff', 'format', '--no-cache', '--check', 'src', 'tests'], sdk.folder);
  });

  test('every module can be imported, every type be read', async () => {
    const script = join(projectRoot, 'test/python/import_all.py');
    expect(await succeeds(python, [script, join(sdk.folder, 'src'), sdk.name], sdk.folder)).toMatch(
      /^\d+ modules, \d+ types/,
    );
  });

  test('its tests pass against Prism, which objects to nothing', { timeout: 240_000 }, async () => {
    const mock = await startMock(join(sdk.folder, 'openapi.documented.yml'));
    try {
      const out = await succeeds(
        python,
        ['-m', 'pytest', '-q', '--no-header', '-p', 'no:cacheprovider', 'tests'],
        sdk.folder,
        { PYTHONPATH: join(sdk.folder, 'src'), TEST_API_BASE_URL: mock.url },
      );
      expect(out).toMatch(/\d+ passed/);
      expect(mock.violations).toEqual([]);
    } finally {
      await mock.stop();
    }
  });

  test('is a package that can be built and installed', async () => {
    const lines = await said(
      python,
      [
        '-c',
        'import tomllib, json; print(json.dumps(tomllib.load(open("pyproject.toml", "rb"))["project"]))',
      ],
      sdk.folder,
    );
    const project: unknown = JSON.parse(lines[0] ?? '');
    expect(project).toMatchObject({
      name: 'smithery-api',
      license: 'Apache-2.0',
      'requires-python': '>= 3.10',
      dependencies: [
        expect.stringMatching(/^httpx/),
        expect.stringMatching(/^pydantic/),
        expect.stringMatching(/^anyio/),
        expect.stringMatching(/^typing-extensions/),
      ],
    });
  });
});

/** Whole programs of the README and the pages below `docs`. */
function programsIn(folder: string): readonly string[] {
  const pages = [
    'README.md',
    ...readdirSync(join(folder, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((one) => one.endsWith('.md') && !one.includes('reference'))
      .map((one) => join('docs', one)),
  ];
  return pages.flatMap((page) =>
    [...readFileSync(join(folder, page), 'utf8').matchAll(/^```python\n([\s\S]*?)^```$/gm)]
      .map(([, text = '']) => text)
      .filter((text) => /^from smithery import/m.test(text) && /^(?:async )?client = |main\(\)/m.test(text)),
  );
}
