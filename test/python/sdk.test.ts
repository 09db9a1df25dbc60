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

  test('is a package that can be built and installed', { timeout: 120_000 }, async () => {
    await succeeds(python, ['-m', 'hatchling', 'build', '-d', 'dist'], sdk.folder);
    const built = readdirSync(join(sdk.folder, 'dist'));
    expect(built).toEqual([
      expect.stringMatching(/^smithery_api-.*-py3-none-any\.whl$/),
      expect.stringMatching(/^smithery_api-.*\.tar\.gz$/),
    ]);
    const pip = ['-m', 'pip', 'install', '-q', '--no-deps', '--no-index', '--disable-pip-version-check'];
    await succeeds(python, [...pip, '--target', 'site', join('dist', built[0] ?? '')], sdk.folder);
    const script =
      'import smithery, importlib.metadata as m; d = m.metadata("smithery-api"); print(smithery.__file__)';
    const facts =
      '; [print(d.get_all(k)) for k in ("License-Expression", "License-File", "Requires-Python")]';
    const requires = '; print(sorted(one.replace(chr(39), chr(34)) for one in m.requires("smithery-api")))';
    expect(await said(python, ['-c', script + facts + requires], sdk.folder, { PYTHONPATH: 'site' })).toEqual(
      [
        expect.stringMatching(/site.smithery.__init__\.py$/),
        "['Apache-2.0']",
        "['LICENSE']",
        "['>=3.10']",
        `['aiohttp<4,>=3.10; extra == "aiohttp"', 'anyio<5,>=4.5', 'httpx-aiohttp<1,>=0.1.9; extra == "aiohttp"', 'httpx<1,>=0.25', 'pydantic<3,>=2.7', 'typing-extensions<5,>=4.14']`,
      ],
    );
    expect(readdirSync(join(sdk.folder, 'site/smithery'))).toContain('py.typed');
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
