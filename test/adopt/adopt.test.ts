/** Taking a repository over: what becomes of each file, that nothing is lost, and that there is one publisher. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { surveyFiles } from '../../generator/adopt/survey.ts';
import { adoptTable } from '../../generator/adopt/table.ts';
import { createProgram } from '../../generator/cli/program.ts';
import { LANGUAGES } from '../../generator/languages/data.ts';
import { projectRoot, sharedFolder } from '../support/shared.ts';
import { quietTerminal } from '../support/terminal.ts';

type Files = Readonly<Record<string, string>>;

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const MARK = '// File generated from our OpenAPI spec by Somebody. See CONTRIBUTING.md for details.\n';

/** A repository as generators of that family leave it; the texts are ours. */
const REPOSITORY: Files = {
  'package.json': JSON.stringify({
    name: '@acme/bookshop',
    version: '4.5.6',
    scripts: { test: './scripts/test', build: './scripts/build', fix: './scripts/format' },
    dependencies: { 'left-pad': '1.0.0' },
    bin: { bookshop: 'bin/cli' },
  }),
  'README.md': '# Former\n',
  LICENSE: 'Copyright somebody\n',
  '.gitignore': 'node_modules\nmine\n',
  'CHANGELOG.md': '# Changelog\n\n## 4.5.6\n',
  'release-please-config.json':
    '{ "packages": { ".": {} }, "release-type": "node", "extra-files": ["src/version.ts", "deno.json"] }\n',
  '.release-please-manifest.json': '{ ".": "4.5.6" }\n',
  'SECURITY.md': 'Write to us.\n',
  'yarn.lock': '# lock\n',
  'jest.config.ts': 'export default {};\n',
  '.stats.yml': 'configured_endpoints: 3\n',
  'examples/mine.ts': "import Bookshop from '../src/index';\n",
  'src/index.ts': `${MARK}export {};\n`,
  'src/client.ts': `${MARK}export class Former {}\n`,
  'src/core/error.ts': 'export class Former {}\n',
  'src/version.ts': "export const VERSION = '4.5.6'; // x-release-please-version\n",
  'src/resources/former.ts': `${MARK}export {};\n`,
  'src/lib/mine.ts': "import { toFile } from '../core/error';\nexport const mine = toFile;\n",
  'src/own.ts': "export { mine } from './lib/mine';\n",
  'tests/api-resources/former.test.ts': `${MARK}export {};\n`,
  'tests/index.test.ts': 'export {};\n',
  'tests/mine.test.ts':
    "import Bookshop from '@acme/bookshop';\nit('is mine', () => expect(Bookshop).toBeDefined());\n",
  'tests/newer.test.ts': "import { it } from 'vitest';\nit('is mine', () => {});\n",
  'bin/publish-npm': '#!/usr/bin/env bash\ncd dist && npm publish\n',
  'bin/check-release-environment': '#!/usr/bin/env bash\ntest -n "$NPM_TOKEN"\n',
  'scripts/bootstrap': '#!/usr/bin/env bash\nyarn\n',
  'scripts/build': '#!/usr/bin/env bash\nfalse\n',
  'scripts/lint': '#!/usr/bin/env bash\nfalse\n',
  'scripts/test': '#!/usr/bin/env bash\nfalse\n',
  'scripts/format': '#!/usr/bin/env bash\nfalse\n',
  'scripts/utils/upload-artifact.sh': '#!/usr/bin/env bash\ncurl pkg\n',
  '.github/workflows/ci.yml':
    'jobs:\n  test:\n    steps:\n      - run: ./scripts/bootstrap\n      - run: ./scripts/test\n' +
    '      # - run: ./scripts/format\n      - run: ./scripts/utils/upload-artifact.sh\n      - run: yarn fix\n' +
    '      - run: npm ci\n      - uses: stainless-api/upload-openapi-spec-action@main\n' +
    "      - uses: actions/setup-node@v4\n        with: { node-version: '18' }\n",
  '.github/workflows/publish-npm.yml': 'jobs:\n  publish:\n    steps:\n      - run: bash ./bin/publish-npm\n',
  '.github/workflows/release-doctor.yml':
    'jobs:\n  doctor:\n    steps:\n      - run: bash ./bin/check-release-environment\n',
  '.github/workflows/stlc-sync.yml': 'name: Sync\n',
};

const CONFIG = readFileSync(join(projectRoot, 'specs/bookshop/sdkwright.yml'), 'utf8');

function git(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-c', 'user.email=a@example.com', '-c', 'user.name=a', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
}

function put(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function repository(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'adopt-test-'));
  folders.push(folder);
  put(folder, files);
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'as it was');
  return folder;
}

async function run(folder: string, ...args: readonly string[]) {
  const terminal = quietTerminal(folder);
  const code = await createProgram(terminal, new AbortController().signal).run(args);
  return { code, out: terminal.printed(), err: terminal.complained() };
}

const spec = join(projectRoot, 'specs/bookshop/openapi.yml');
const bookshop = [
  '--spec',
  spec,
  '--config',
  'sdkwright.yml',
  '--out',
  '.',
  '--target',
  'typescript',
] as const;

const withConfig = (files: Files, extra = ''): Files => ({
  ...files,
  'sdkwright.yml': `${CONFIG.replace(/^spec:.*\n/m, '').replace(/^out:.*\n/m, '')}${extra}`,
});

/** The listing as `fate path` → reason. */
function listing(out: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let [fate, reason] = ['', ''];
  for (const line of out.split('\n')) {
    const head = /^(kept|replaced|deleted|created|look at): /.exec(line);
    if (head) fate = head[1] ?? '';
    else if (fate !== 'look at' && line.startsWith('    ')) found.set(`${fate} ${line.trim()}`, reason);
    else reason = line.trim();
  }
  return found;
}

const tasks = (out: string): readonly string[] =>
  (out.split('\nlook at: ')[1] ?? '')
    .split('\n')
    .slice(1)
    .map((line) => line.trim());

const textOf = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

describe('a repository of a published package', () => {
  it('lists first, then does exactly that, and keeps the version', async () => {
    const folder = repository(withConfig(REPOSITORY));
    const dry = await run(folder, 'adopt', ...bookshop, '--dry-run');
    expect([dry.code, dry.err]).toEqual([0, '']);
    expect(git(folder, 'status', '--porcelain')).toBe('');
    const done = await run(folder, 'adopt', ...bookshop);
    expect(done.code).toBe(0);
    expect(done.out.replace(' (nothing is written)', '')).toBe(dry.out.replace(' (nothing is written)', ''));
    const fates = listing(done.out);
    for (const path of Object.keys(withConfig(REPOSITORY)))
      expect(
        ['kept', 'replaced', 'deleted'].filter((fate) => fates.has(`${fate} ${path}`)),
        path,
      ).toHaveLength(1);
    for (const entry of fates.keys()) {
      const [fate = '', path = ''] = entry.split(' ');
      expect(existsSync(join(folder, path)), entry).toBe(fate !== 'deleted');
      if (fate === 'kept') expect(textOf(folder, path), entry).toBe(withConfig(REPOSITORY)[path]);
      if (fate === 'replaced') expect(textOf(folder, path), entry).not.toBe(REPOSITORY[path]);
    }
    const manifest: unknown = JSON.parse(textOf(folder, 'package.json'));
    expect(manifest).toMatchObject({ name: expect.any(String), version: '4.5.6' });
    expect(textOf(folder, 'src/version.ts')).toContain("'4.5.6'");
    expect(existsSync(join(folder, '.github/workflows/release.yml'))).toBe(false);
    expect(textOf(folder, 'scripts/build')).toContain('npm run build');
    const check = await run(folder, 'generate', ...bookshop, '--check');
    expect([check.code, check.err]).toEqual([0, expect.any(String)]);
  });

  it('reports what its workflows, its own code and its users lose', async () => {
    const folder = repository(withConfig(REPOSITORY));
    const { out } = await run(folder, 'adopt', ...bookshop, '--dry-run');
    expect(
      tasks(out).map((line) => line.replace(/ {2}.*?(?=runs|uses|does|imports|names|No |The )/, ' ')),
    ).toEqual([
      '.github/workflows/ci.yml:7 runs scripts/utils/upload-artifact.sh, which is deleted. Remove the step, or write the file.',
      '.github/workflows/ci.yml:8 runs the script fix, which the new package does not have.',
      '.github/workflows/ci.yml:9 does not work as before: There is no lock file any more. Write `npm install`, or commit the lock file that it makes.',
      '.github/workflows/ci.yml:10 uses an action of the former generator, which needs its service.',
      '.github/workflows/ci.yml:12 does not work as before: The new package needs Node.js 20 or later.',
      expect.stringContaining('tests/mine.test.ts uses globals of Jest'),
      'src/lib/mine.ts:1 imports ../core/error, which is not there after the run.',
      'src/own.ts:1 imports ./lib/mine. Write the ending, which the new package needs: ./lib/mine.ts.',
      'src The modules core/error, resources/former are gone, which users may import.',
      'release-please-config.json names deno.json, which is not there after the run. Remove it.',
      expect.stringContaining('release-please-config.json No workflow runs release-please'),
      expect.stringContaining('package.json The package was @acme/bookshop and is now'),
      'package.json The dependencies left-pad are gone. Add those that your own files import.',
      'package.json The commands bookshop are gone.',
    ]);
  });

  it('replaces the publishers in the same run where the config asks for workflows', async () => {
    const folder = repository(withConfig(REPOSITORY, '\noutput: { repository: github }\n'));
    const done = await run(folder, 'adopt', ...bookshop);
    expect(done.code).toBe(0);
    expect(readdirSync(join(folder, '.github/workflows')).sort()).toEqual(['ci.yml', 'release.yml']);
    expect(existsSync(join(folder, 'bin'))).toBe(false);
    expect(textOf(folder, '.release-please-manifest.json')).toBe(REPOSITORY['.release-please-manifest.json']);
    expect(tasks(done.out).join('\n')).not.toContain('No workflow runs release-please');
  });

  it('never writes a second publisher beside one that it keeps', async () => {
    const mine = {
      '.github/workflows/release.yml': 'jobs:\n  mine:\n    steps:\n      - run: npm publish\n',
    };
    const folder = repository(withConfig({ ...REPOSITORY, ...mine }, '\noutput: { repository: github }\n'));
    expect((await run(folder, 'adopt', ...bookshop)).code).toBe(0);
    expect(textOf(folder, '.github/workflows/release.yml')).toBe(mine['.github/workflows/release.yml']);
    expect(existsSync(join(folder, '.github/workflows/publish-npm.yml'))).toBe(true);
    const both = repository(
      withConfig(
        {
          ...REPOSITORY,
          '.github/workflows/ci.yml': 'jobs:\n  all:\n    steps:\n      - run: npm publish\n',
        },
        '\noutput: { repository: github }\n',
      ),
    );
    expect(tasks((await run(both, 'adopt', ...bookshop)).out).join('\n')).toContain('Remove one of both.');
  });

  it('leaves workflows of a package in a subfolder to the root of git', async () => {
    const nested = Object.fromEntries(
      Object.entries(REPOSITORY).map(([path, text]) => [
        path.startsWith('.github/') ? path : `sdk/${path}`,
        text,
      ]),
    );
    const folder = repository(withConfig(nested, '\noutput: { repository: github }\n'));
    const args = bookshop.map((argument) => (argument === '.' ? 'sdk' : argument));
    expect((await run(folder, 'adopt', ...args)).code).toBe(0);
    expect(existsSync(join(folder, 'sdk/.github'))).toBe(false);
    expect(textOf(folder, 'sdk/package.json')).toContain('"4.5.6"');
    expect(git(folder, 'status', '--porcelain', '.github')).toBe('');
  });

  it('names the files that differ from the branch of the former generator', async () => {
    const folder = repository(withConfig(REPOSITORY));
    git(folder, 'branch', 'generated');
    put(folder, { 'src/client.ts': `${MARK}export class Former { patched = true }\n` });
    git(folder, 'commit', '-qam', 'by hand');
    const { out } = await run(folder, 'adopt', ...bookshop, '--dry-run');
    expect(tasks(out).at(-1)).toBe(
      'src/client.ts  had edits by hand, which are in git and not in the new file.',
    );
  });
});

describe('repositories in other languages', () => {
  const ci = 'jobs:\n  a:\n    steps:\n      - run: ./scripts/lint\n      - run: rye sync --all-features\n';
  it.each([
    {
      language: 'python',
      version: ['pyproject.toml', 'version = "4.5.6"'],
      tasks: 3,
      listed: ['deleted src/bookshop/_qs.py', 'kept src/bookshop/lib/mine.py', 'replaced scripts/lint'],
      files: {
        'pyproject.toml': '[project]\nname = "former-bookshop"\nversion = "4.5.6"\n',
        'src/bookshop/_qs.py': 'x = 1\n',
        'src/bookshop/lib/mine.py': 'x = 1\n',
        'release-please-config.json': '{ "extra-files": ["src/bookshop/_version.py"] }\n',
      },
    },
    {
      language: 'go',
      version: ['internal/version.go', 'const PackageVersion = "4.5.6"'],
      tasks: 1,
      listed: ['deleted usage_test.go', 'kept lib/mine.go', 'replaced scripts/lint'],
      files: {
        'go.mod': 'module github.com/former/bookshop-go\n\ngo 1.21\n',
        'internal/version.go': `${MARK}package internal\n\nconst PackageVersion = "4.5.6"\n`,
        'usage_test.go': 'package bookshop\n',
        'lib/mine.go': 'package lib\n',
      },
    },
  ])('$language', async ({ language, version: [path = '', line = ''], files, tasks: count, listed }) => {
    const all = { ...files, 'scripts/lint': '#!/bin/sh\nfalse\n', '.github/workflows/ci.yml': ci };
    const folder = repository(withConfig(all));
    const done = await run(folder, 'adopt', ...bookshop.slice(0, -1), language);
    expect([done.code, done.err.match(/^error.*$/gm) ?? []]).toEqual([0, []]);
    const fates = listing(done.out);
    expect([...fates.keys()].filter((entry) => /^deleted|mine|lint/.test(entry)).sort()).toEqual(listed);
    expect(textOf(folder, path)).toContain(line);
    expect(textOf(folder, 'scripts/lint')).not.toContain('false');
    // Each tool of the environment looks at the packages of the environment.
    if (language === 'python')
      expect(textOf(folder, 'scripts/lint')).toContain('.venv/bin/pyright --pythonpath .venv/bin/python\n');
    expect(tasks(done.out), done.out).toHaveLength(count);
    const args = [...bookshop.slice(0, -1), language, '--check'];
    expect((await run(folder, 'generate', ...args)).code).toBe(0);
  });
});

describe('what the manifest says', () => {
  const python = (version: string): string => `[project]\nname = "bookshop"\n${version}\nlicense = "MIT"\n`;
  const older = 'It had no version that can be read, and is';
  it.each([
    // As release-please and other tools write it.
    ...['4.5.6', '4.5.6-alpha.7', '4.5.6a7', 'v4.5', '1!4.5.6.post1', '4.5.6-rc.1.dev2+local.1'].map(
      (version) => ['python', `version = "${version}"`, `version = "${version}"`, ''] as const,
    ),
    ['python', "version = '4.5.6b1' # next", 'version = "4.5.6b1"', ''],
    ['python', 'dynamic = ["version"]', 'version = "2.4.0"', `${older} 2.4.0 now.`],
    ['python', 'version = "next"', 'version = "2.4.0"', `${older} 2.4.0 now.`],
    ['typescript', '"version": "4.5.6-alpha.7"', '"version": "4.5.6-alpha.7"', ''],
    ['typescript', '"version": "next"', '"version": "2.4.0"', `${older} 2.4.0 now.`],
    ['go', 'const PackageVersion = "4.5.6-alpha.7"', 'const PackageVersion = "4.5.6-alpha.7"', ''],
    ['go', 'var other = 1', 'const PackageVersion = "2.4.0"', `${older} 2.4.0 now.`],
  ] as const)('%s: %s', async (language, written, kept, said) => {
    const manifests = {
      python: ['pyproject.toml', python(written)],
      typescript: ['package.json', `{ "license": "MIT", "author": "Acme", ${written} }`],
      go: ['internal/version.go', `package internal\n\n${written}\n`],
    } as const;
    const [path, text] = manifests[language];
    const folder = repository(withConfig({ [path]: text }));
    const done = await run(folder, 'adopt', ...bookshop.slice(0, -1), language);
    expect(textOf(folder, path)).toContain(kept);
    const found = tasks(done.out).filter((task) => task.startsWith(path));
    expect(found.some((task) => task.includes(older))).toBe(said !== '');
    if (said !== '') expect(found.join('\n')).toContain(said);
    // The config of the bookshop has another license.
    if (language !== 'go') expect(found.join('\n')).toContain('The license was MIT and is now ');
    if (language === 'typescript') expect(found.join('\n')).toContain('The fields author are gone.');
    const args = [...bookshop.slice(0, -1), language, '--check'];
    expect((await run(folder, 'generate', ...args)).code).toBe(0);
  });
});

describe('refusals, each of which writes nothing', () => {
  const refused = async (folder: string, code: string, ...args: readonly string[]): Promise<void> => {
    const before = git(folder, 'status', '--porcelain', '--ignored');
    const done = await run(folder, 'adopt', ...bookshop, ...args);
    expect(done.code).toBe(1);
    expect(done.err).toContain(`error[${code}]`);
    expect(git(folder, 'status', '--porcelain', '--ignored')).toBe(before);
  };

  it('a changed file', async () => {
    const folder = repository(withConfig(REPOSITORY));
    put(folder, { 'src/client.ts': 'changed' });
    await refused(folder, 'adopt-not-in-git');
    await refused(folder, 'adopt-not-in-git', '--dry-run');
  });

  it('a file that git ignores where a generated file goes', async () => {
    const folder = repository(withConfig({ ...REPOSITORY, '.gitignore': 'api.md\n' }));
    put(folder, { 'api.md': 'only here' });
    await refused(folder, 'output-not-owned');
    expect(textOf(folder, 'api.md')).toBe('only here');
  });

  it('a second time', async () => {
    const folder = repository(withConfig(REPOSITORY));
    expect((await run(folder, 'adopt', ...bookshop)).code).toBe(0);
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'taken over');
    await refused(folder, 'adopt-nothing');
  });

  it('a folder without git', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'adopt-test-'));
    folders.push(folder);
    put(folder, withConfig(REPOSITORY));
    const done = await run(folder, 'adopt', ...bookshop);
    expect([done.code, done.err]).toEqual([1, expect.stringContaining('error[adopt-not-in-git]')]);
    expect(textOf(folder, 'src/client.ts')).toBe(REPOSITORY['src/client.ts']);
  });

  it('a link is never written through', async () => {
    const folder = repository(withConfig(REPOSITORY));
    git(folder, 'rm', '-q', 'README.md');
    execFileSync('ln', ['-s', 'CHANGELOG.md', join(folder, 'README.md')]);
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'a link');
    await refused(folder, 'output-symlink');
    expect(textOf(folder, 'CHANGELOG.md')).toBe(REPOSITORY['CHANGELOG.md']);
  });
});

it('has the table of docs/migration.md from its rules', () => {
  const file = join(projectRoot, 'docs/migration.md');
  const page = readFileSync(file, 'utf8');
  const found = /(<!-- Written by test\/adopt[^\n]*-->\n)([\s\S]*?)\n\n/.exec(page);
  const table = adoptTable(LANGUAGES);
  if (process.env['UPDATE_EXPECTED'] === '1' && found)
    writeFileSync(
      file,
      page.replace(found[0], () => `${found[1]}${table}\n\n`),
    );
  else expect(found?.[2]).toBe(table);
});

/** Modules of a published package, of its recorded surface. */
function publishedModules(pair: string): readonly string[] {
  const surface: unknown = JSON.parse(textOf(join(sharedFolder ?? '', 'pairs', pair), 'surface.json'));
  const resources =
    typeof surface === 'object' &&
    surface !== null &&
    'resources' in surface &&
    Array.isArray(surface.resources)
      ? surface.resources
      : [];
  return resources.flatMap((resource: { readonly module: string }) =>
    resource.module === 'client' ? ['src/client.ts'] : [`src/resources/${resource.module}.ts`],
  );
}

describe.skipIf(sharedFolder === undefined)(
  'the repositories of pairs, by the modules that they publish',
  () => {
    const rows = new Set(
      textOf(projectRoot, 'docs/migration.md')
        .split('\n')
        .flatMap(
          (line) => /^\| .* \| (kept|replaced|deleted) \| (.*) \|$/.exec(line)?.slice(1, 3).join(' ') ?? [],
        ),
    );

    it.each(['linq', 'phoebe'])('%s', async (pair) => {
      const own = join(sharedFolder ?? '', 'pairs', pair);
      const document = readdirSync(own).find((name) => name.startsWith('openapi.')) ?? '';
      const modules = publishedModules(pair);
      expect(modules.length).toBeGreaterThan(5);
      const folder = repository({
        ...REPOSITORY,
        ...Object.fromEntries(modules.map((path) => [path, `${MARK}export {};\n`])),
      });
      const args = [
        '--spec',
        join(own, document),
        '--config',
        join(own, 'stainless.yml'),
        '--out',
        '.',
      ] as const;
      const done = await run(folder, 'adopt', ...args, '--target', 'typescript');
      expect([done.code, done.err.match(/^error.*$/gm) ?? []]).toEqual([0, []]);
      const fates = listing(done.out);
      for (const path of [...modules, ...Object.keys(REPOSITORY)]) {
        const fate = ['kept', 'replaced', 'deleted'].find((name) => fates.has(`${name} ${path}`));
        expect(rows, path).toContain(`${fate} ${fates.get(`${fate} ${path}`)}`);
      }
      expect(JSON.parse(textOf(folder, 'package.json'))).toMatchObject({ version: '4.5.6' });
      expect((await run(folder, 'generate', ...args, '--target', 'typescript', '--check')).code).toBe(0);
    });
  },
);

/** Files of a published package for Python, by the modules of its recorded surface. */
function publishedFiles(pair: string): Files {
  const surface = JSON.parse(textOf(join(sharedFolder ?? '', 'pairs', pair), 'python-surface.json')) as {
    readonly package: string;
    readonly resources: readonly { readonly module: string }[];
    readonly types: Readonly<Record<string, unknown>>;
  };
  const modules = [
    ...surface.resources.map((resource) => resource.module),
    ...Object.keys(surface.types).map((name) => name.split('#')[0] ?? ''),
    '_client',
    '_models',
    'pagination',
  ];
  const mark = MARK.replace('//', '#');
  return {
    'pyproject.toml': `[project]\nname = "${surface.package}"\nversion = "4.5.6"\n`,
    'requirements.lock': '# lock\n',
    'noxfile.py': 'x = 1\n',
    'scripts/lint': '#!/bin/sh\nfalse\n',
    'tests/test_client.py': 'x = 1\n',
    '.github/workflows/ci.yml': "jobs:\n  a:\n    steps:\n      - with: { python-version: '3.9' }\n",
    ...Object.fromEntries(
      modules.map((module) => [`src/${surface.package}/${module.replaceAll('.', '/')}.py`, mark]),
    ),
  };
}

it.skipIf(sharedFolder === undefined).each(['onebusaway', 'phoebe', 'llama-stack'])(
  'the repository of a pair for Python, by the modules that it publishes: %s',
  async (pair) => {
    const own = join(sharedFolder ?? '', 'pairs', pair);
    const files = publishedFiles(pair);
    const folder = repository(files);
    const inputs = ['--spec', join(own, 'openapi.yml'), '--config', join(own, 'stainless.yml')];
    const args = [...inputs, '--out', '.', '--target', 'python'];
    const done = await run(folder, 'adopt', ...args);
    expect([done.code, done.err.match(/^error.*$/gm) ?? []]).toEqual([0, []]);
    const page = textOf(projectRoot, 'docs/migration.md');
    const fates = listing(done.out);
    for (const path of Object.keys(files)) {
      const fate = ['kept', 'replaced', 'deleted'].find((name) => fates.has(`${name} ${path}`));
      expect(page, path).toContain(` | ${fate} | ${fates.get(`${fate} ${path}`)} |`);
    }
    expect(textOf(folder, 'pyproject.toml')).toContain('version = "4.5.6"');
    expect(done.out).toContain(
      '.github/workflows/ci.yml:4  does not work as before: The new package needs Python',
    );
    expect((await run(folder, 'generate', ...args, '--check')).code).toBe(0);
  },
);

it.each([
  ['// This file was automatically generated by APIMATIC v3.0.', 'deleted'],
  ['// This file was automatically generated by a tool of ours.', 'kept'],
  ['// Generated by graphql-codegen. Do not edit.', 'kept'],
] as const)('a file that begins with %s is %s', (first, fate) => {
  const [language] = LANGUAGES;
  if (language === undefined) throw new Error('no language');
  const { decisions } = surveyFiles(
    [{ path: 'src/other.ts', text: `${first}\nexport {};\n` }],
    { language, generated: new Map(), publishes: false, merges: true },
    new Set(),
  );
  expect(decisions.map((decision) => decision.fate)).toEqual([fate]);
});
