/** Packages that are called like something else: like a folder of the repository or a module of the language. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isTakenModule } from '../../generator/languages/python/module-names.ts';
import { createProgram } from '../../generator/cli/program.ts';
import { quietTerminal } from '../support/terminal.ts';
import { pythonForTests } from './venv.ts';

const python = pythonForTests() ?? '';

const SPEC = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'Zoo', version: '1.0.0' },
  servers: [{ url: 'https://zoo.test' }],
  components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  security: [{ bearer: [] }],
  paths: {
    '/animals': {
      get: {
        operationId: 'listAnimals',
        parameters: [{ name: 'since', in: 'query', schema: { type: 'string', format: 'date-time' } }],
        responses: {
          200: {
            description: 'ok',
            content: {
              'application/json': { schema: { type: 'object', properties: { id: { type: 'string' } } } },
            },
          },
        },
      },
    },
  },
});

/** Generates a repository with everything that a published package has; gives the folder to `use`. */
async function withPackage(name: string, use: (folder: string) => void): Promise<void> {
  const cwd = mkdtempSync(join(tmpdir(), 'sdkwright-names-'));
  try {
    writeFileSync(join(cwd, 'zoo.json'), SPEC);
    writeFileSync(
      join(cwd, 'sdkwright.yml'),
      `spec: zoo.json\ntargets:\n  python: { package_name: ${name}, production_repo: acme/zoo, publish: { pypi: true } }\n`,
    );
    const terminal = quietTerminal(cwd);
    const args = ['generate', '--target', 'python', '--config', 'sdkwright.yml', '--out', 'sdk'];
    const code = await createProgram(terminal, new AbortController().signal).run(args);
    expect([code, terminal.complained()]).toEqual([0, expect.not.stringContaining('error')]);
    use(join(cwd, 'sdk'));
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

const NAMES = [
  'zoo',
  'examples',
  'tests',
  'docs',
  'src',
  'statistics',
  'inspect',
  'httpx',
  'pytest',
  'client',
];

describe.skipIf(python === '')('a package called', () => {
  test.each(NAMES)(
    '%s has its imports in order, and can be imported',
    async (name) => {
      await withPackage(name, (folder) => {
        const ruff = join(dirname(python), 'ruff');
        const { stdout } = spawnSync(ruff, ['check', '--no-cache', '--output-format', 'concise', '.'], {
          cwd: folder,
          encoding: 'utf8',
        });
        expect(stdout.trim()).toBe('All checks passed!');
        const imported = isTakenModule(name) ? `${name}_api` : name;
        // As pytest has it: the folder of the repository comes before what is installed.
        const path = `import sys; sys.path[:0] = ['.']; sys.path.append('src')`;
        const said = execFileSync(
          python,
          ['-c', `${path}; import ${imported} as sdk; print(sdk.Zoo.__name__)`],
          {
            cwd: folder,
            encoding: 'utf8',
          },
        );
        expect(said.trim()).toBe('Zoo');
      });
    },
    60_000,
  );

  test('as a module of this Python gets another name', () => {
    const said = execFileSync(
      python,
      ['-c', 'import sys, json; print(json.dumps(sorted(sys.stdlib_module_names)))'],
      { encoding: 'utf8' },
    );
    const modules = (JSON.parse(said) as readonly string[]).filter((name) => !name.startsWith('_'));
    expect(modules.length).toBeGreaterThan(150);
    expect(modules.filter((name) => !isTakenModule(name))).toEqual([]);
  });

  test('as what it is installed with gets another name', () => {
    const said = execFileSync(
      python,
      [
        '-c',
        'import sys, httpx, anyio, pydantic, httpx_aiohttp, json; print(json.dumps(sorted({name.split(".")[0] for name in sys.modules})))',
      ],
      { encoding: 'utf8' },
    );
    const modules = (JSON.parse(said) as readonly string[]).filter((name) => /^[a-z]/.test(name));
    expect(modules).toContain('pydantic_core');
    // What only aiohttp needs, which is an extra, and what Python's own start brings.
    const others =
      /^(?:sitecustomize|cython_runtime|aio\w*|attrs?|frozenlist|multidict|propcache|yarl|zstandard|brotli\w*)$/;
    expect(modules.filter((name) => !isTakenModule(name) && !others.test(name))).toEqual([]);
  });
});
