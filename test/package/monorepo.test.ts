/** Several packages in one repository of git: workflows at its root, one release-please config for all. */
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
import { parse } from 'yaml';
import { createProgram } from '../../generator/cli/program.ts';
import { namesFolder } from '../../generator/cli/commands/repository-root.ts';
import { packageNames } from '../../generator/repository/root-files.ts';
import { nestCi } from '../../generator/repository/workflows.ts';
import { projectRoot } from '../support/shared.ts';
import { quietTerminal } from '../support/terminal.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const put = (folder: string, path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

const config = (lines: string): string => `spec: openapi.yml
${lines}
`;
const THREE = `out: sdk/typescript
targets:
  typescript: { package_name: bookshop, production_repo: acme/bookshop }
  python: { package_name: bookshop, out: sdk/python, publish: { pypi: true } }
  go: { package_name: bookshop, production_repo: acme/bookshop, module_path: github.com/acme/bookshop/sdk/go, out: sdk/go }`;
const TWO = THREE.replace(/\n {2}go.*$/, '');
const SHARED = [
  '.github/workflows/release.yml',
  'release-please-config.json',
  '.release-please-manifest.json',
];
const MINIMAL = `openapi: 3.1.0
info: { title: Bookshop, version: "1" }
servers: [{ url: https://bookshop.example }]
paths: { /books: { get: { responses: { "204": { description: None. } } } } }
`;
const FILES = 'output: { repository: github }';

function repository(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'monorepo-test-'));
  folders.push(folder);
  execFileSync('git', ['init', '-q'], { cwd: folder });
  put(folder, 'openapi.yml', readFileSync(join(projectRoot, 'specs/bookshop/openapi.yml'), 'utf8'));
  put(folder, 'sdkwright.yml', config(text));
  return folder;
}

async function run(folder: string, ...args: readonly string[]) {
  const terminal = quietTerminal(folder);
  const code = await createProgram(terminal, new AbortController().signal).run(['generate', ...args]);
  return { code, out: terminal.printed(), err: terminal.complained() };
}

const times = (text: string, code: string): number => text.split(`[${code}]`).length - 1;

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}
interface Job {
  readonly needs?: string;
  readonly if?: string;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly defaults?: { readonly run: { readonly 'working-directory': string } };
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly name: string;
  readonly on: { readonly push?: { readonly paths?: readonly string[] }; readonly pull_request?: object };
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, Job>>;
}
const workflow = (folder: string, name: string): Workflow =>
  parse(read(folder, `.github/workflows/${name}`)) as Workflow;

describe('a module in a subfolder', () => {
  it.each([
    ['', 'github.com/acme/bookshop/v2', true],
    ['module_path: github.com/acme/bookshop, ', 'github.com/acme/bookshop/v2', true],
    ['module_path: github.com/acme/bookshop/go, ', 'github.com/acme/bookshop/go/v2', true],
    ['module_path: github.com/acme/bookshop/sdk/go, ', 'github.com/acme/bookshop/sdk/go/v2', false],
    ['module_path: go.acme.example/sdk/go/v2, ', 'go.acme.example/sdk/go/v2', false],
  ])('%s', async (key, module, isWarned) => {
    const folder = repository(`${THREE.replace(/module_path: [^,]*, /, key)}\n${FILES}`);
    const { code, err } = await run(folder);
    expect(code).toBe(0);
    expect(read(folder, 'sdk/go/go.mod')).toContain(`module ${module}\n`);
    expect(times(err, 'module-folder')).toBe(isWarned ? 1 : 0);
    if (isWarned) expect(err).toContain('`targets.go.module_path: ');
    if (key === '') expect(err).toContain('`targets.go.module_path: github.com/acme/bookshop/sdk/go`');
  });
});

describe('three packages in subfolders', () => {
  it('share workflows and one config at the root, and keep the rest', async () => {
    const folder = repository(`${THREE}\n${FILES}`);
    expect((await run(folder, '--check')).code).toBe(1);
    expect(existsSync(join(folder, '.github'))).toBe(false);
    const done = await run(folder);
    expect([done.code, done.err.match(/^(?:error|warning)\[(?!name-taken).*$/gm) ?? []]).toEqual([0, []]);
    expect(done.out.split('\n')).toContain(
      '+ ./.github/workflows/release.yml (at the root of git, for all packages)',
    );
    expect(readdirSync(join(folder, '.github/workflows')).sort()).toEqual([
      'ci-sdk-go.yml',
      'ci-sdk-python.yml',
      'ci-sdk-typescript.yml',
      'release.yml',
    ]);
    for (const name of ['typescript', 'python', 'go']) {
      const own = readdirSync(join(folder, 'sdk', name));
      expect(own.filter((file) => /^\.github$|release-please/.test(file))).toEqual([]);
      expect(own).toContain('CONTRIBUTING.md');
    }
    expect(existsSync(join(folder, '.sdkwright'))).toBe(false);
    expect((await run(folder, '--check')).code).toBe(0);
  });

  it('test each package in its folder, when it changes', async () => {
    const folder = repository(`${THREE}\n${FILES}`);
    await run(folder);
    for (const name of ['typescript', 'python', 'go']) {
      const { on, jobs } = workflow(folder, `ci-sdk-${name}.yml`);
      const paths = [`sdk/${name}/**`, `.github/workflows/ci-sdk-${name}.yml`];
      expect([on.push?.paths, on.pull_request]).toEqual([paths, { paths }]);
      for (const job of Object.values(jobs)) {
        expect(job.defaults?.run['working-directory']).toBe(`sdk/${name}`);
        for (const { with: settings } of job.steps)
          if (settings?.['go-version-file'])
            expect(existsSync(join(folder, settings['go-version-file']))).toBe(true);
      }
    }
    expect(JSON.stringify(workflow(folder, 'ci-sdk-go.yml'))).toContain('sdk/go/go.mod');
  });

  it('release each package by itself, from one place', async () => {
    const folder = repository(`${THREE}\n${FILES}`);
    await run(folder);
    const { jobs, permissions } = workflow(folder, 'release.yml');
    expect(permissions).toEqual({ contents: 'read' });
    expect(Object.keys(jobs).sort()).toEqual([
      'build-sdk-python',
      'build-sdk-typescript',
      'publish-sdk-python',
      'publish-sdk-typescript',
      'release',
    ]);
    const outputs = jobs['release']?.outputs ?? {};
    expect(outputs['sdk-python']).toBe("${{ steps.release.outputs['sdk/python--release_created'] }}");
    expect(jobs['release']?.steps.filter((step) => step.id === 'release')).toHaveLength(1);
    expect(read(folder, '.github/workflows/release.yml').match(/^#/gm)).toHaveLength(1);
    const artifacts = new Map<string, string>();
    for (const [name, job] of Object.entries(jobs)) {
      const needs = job.needs ?? 'release';
      expect(Object.keys(jobs), name).toContain(needs);
      for (const [, output = ''] of JSON.stringify(job).matchAll(/needs\.release\.outputs\.([\w-]+)/g))
        expect(Object.keys(outputs), name).toContain(output);
      const hasCheckout = job.steps.some((step) => step.uses?.startsWith('actions/checkout'));
      expect(job.defaults !== undefined, name).toBe(hasCheckout && name !== 'release');
      for (const step of job.steps) {
        const artifact = step.with?.['name'] ?? '';
        if (step.uses?.startsWith('actions/upload-artifact')) {
          expect(artifacts.has(artifact)).toBe(false);
          artifacts.set(artifact, step.with?.['path'] ?? '');
          expect(step.with?.['path']).toMatch(/^sdk\/(?:python|typescript)\//);
        }
        if (step.uses?.startsWith('actions/download-artifact'))
          expect(Object.values(jobs).some((other) => JSON.stringify(other).includes(`"${artifact}"`))).toBe(
            true,
          );
      }
    }
    expect(artifacts.size).toBe(2);
    const release: unknown = JSON.parse(read(folder, 'release-please-config.json'));
    expect(release).toMatchObject({
      'tag-separator': '/',
      packages: {
        'sdk/go': { 'release-type': 'go', component: 'sdk/go' },
        'sdk/python': { 'release-type': 'python', component: 'sdk/python' },
        'sdk/typescript': { 'release-type': 'node', component: 'sdk/typescript' },
      },
    });
    expect(Object.keys(release as object)).not.toContain('release-type');
    const { packages } = release as {
      readonly packages: Readonly<Record<string, { 'extra-files': string[] }>>;
    };
    for (const [path, { 'extra-files': extra }] of Object.entries(packages))
      for (const file of extra) expect(read(folder, `${path}/${file}`)).toContain('x-release-please-version');
    expect(Object.keys(JSON.parse(read(folder, '.release-please-manifest.json')) as object)).toEqual([
      'sdk/go',
      'sdk/python',
      'sdk/typescript',
    ]);
  });

  it('are never overwritten, and one target alone writes no shared file', async () => {
    const folder = repository(`${TWO}\n${FILES}`);
    const alone = await run(folder, '--target', 'python');
    expect([alone.code, times(alone.err, 'repository-file-missing')]).toEqual([0, 3]);
    expect(readdirSync(join(folder, '.github/workflows'))).toEqual(['ci-sdk-python.yml']);
    await run(folder);
    put(folder, '.github/workflows/release.yml', `${read(folder, '.github/workflows/release.yml')}# mine\n`);
    await run(folder);
    expect(read(folder, '.github/workflows/release.yml')).toContain('# mine');
  });

  it('get a package that is new, and keep what the user wrote', async () => {
    const folder = repository(`${TWO}\n${FILES}`);
    await run(folder);
    const edit = (path: string, before: string, after: string): void => {
      expect(read(folder, path)).toContain(before);
      put(folder, path, read(folder, path).replace(before, after));
    };
    edit('.github/workflows/release.yml', '    runs-on: ubuntu-latest', "    runs-on: 'mine' # ours");
    edit('release-please-config.json', '"packages"', '"draft": true,\n  "packages"');
    edit('.release-please-manifest.json', '"2.4.0"', '"3.1.4"');
    const before = SHARED.map((path) => read(folder, path));
    put(folder, 'sdkwright.yml', config(`${THREE}\n${FILES}`));
    const check = await run(folder, '--check');
    expect([check.code, SHARED.map((path) => read(folder, path))]).toEqual([1, before]);
    const later = await run(folder);
    expect([later.code, times(later.err, 'repository-package-missing')]).toEqual([0, 0]);
    for (const [index, path] of SHARED.entries()) {
      expect(later.out).toContain(`~ ./${path} (at the root of git, with the new packages)`);
      const lines = read(folder, path).split('\n');
      const kept = (before[index] ?? '').split('\n').map((line) => line.replace(/,$/, ''));
      // Every line is there as it was, but for commas of JSON.
      expect(kept.filter((line) => !lines.some((now) => now.replace(/,$/, '') === line))).toEqual([]);
    }
    expect(JSON.parse(read(folder, 'release-please-config.json'))).toMatchObject({
      draft: true,
      packages: { 'sdk/go': { 'release-type': 'go', component: 'sdk/go' } },
    });
    expect(JSON.parse(read(folder, '.release-please-manifest.json'))).toMatchObject({ 'sdk/go': '2.4.0' });
    expect(workflow(folder, 'release.yml').jobs['release']?.outputs).toMatchObject({
      'sdk-go': "${{ steps.release.outputs['sdk/go--release_created'] }}",
    });
    expect((await run(folder, '--check')).code).toBe(0);
  });

  it.each([
    ['sdk/python', ['sdk/go', 'sdk/typescript']],
    ['sdk/typescript', ['sdk/go', 'sdk/python']],
  ])('are the same whether %s comes later or not', async (late, early) => {
    const targets = THREE.split('\n').filter((line) => !line.includes(`out: ${late}`));
    const first = late === 'sdk/typescript' ? ['targets:', ...targets.slice(1)] : targets;
    const folder = repository(`${first.join('\n')}\n${FILES}`);
    for (const path of early) await run(folder, '--target', path.slice('sdk/'.length));
    if (late !== 'sdk/typescript') await run(folder);
    put(folder, 'sdkwright.yml', config(`${THREE}\n${FILES}`));
    expect((await run(folder)).code).toBe(0);
    const whole = repository(`${THREE}\n${FILES}`);
    await run(whole);
    for (const path of SHARED) expect(parse(read(folder, path)), path).toEqual(parse(read(whole, path)));
  });

  it.each([
    ['.github/workflows/release.yml', 'on: push\njobs: { mine: { steps: [] } }\n'],
    ['.github/workflows/release.yml', 'jobs:\n  release:\n    outputs: { a: b }\n    steps: []\n'],
    ['.github/workflows/release.yml', 'jobs: [\n'],
    ['release-please-config.json', '{ "packages": [] }\n'],
    ['release-please-config.json', '{ "packages": {\n'],
    ['.release-please-manifest.json', '[]\n'],
  ])('without a place for the package stay as they are, which is told: %s %s', async (path, text) => {
    const folder = repository(`${TWO}\n${FILES}`);
    put(folder, 'openapi.yml', MINIMAL);
    await run(folder);
    put(folder, path, text);
    put(folder, 'sdkwright.yml', config(`${THREE}\n${FILES}`));
    const later = await run(folder);
    expect(later.code).toBe(0);
    expect(later.err).toContain(`The file ${path} at the root of git does not name the package in sdk/go`);
    expect(read(folder, path)).toBe(text);
  });

  it('stay in the package where the config says so, and where there is no git', async () => {
    const own = repository(`${THREE}\noutput: { repository: github-package }`);
    await run(own);
    const bare = repository(`${THREE}\n${FILES}`);
    rmSync(join(bare, '.git'), { recursive: true });
    await run(bare);
    for (const folder of [own, bare]) {
      expect(existsSync(join(folder, '.github'))).toBe(false);
      expect(existsSync(join(folder, 'sdk/python/.github/workflows/ci.yml'))).toBe(true);
    }
  });

  it('move from the package to the root, where nobody edited them', async () => {
    const folder = repository(`${THREE}\noutput: { repository: github-package }`);
    await run(folder);
    put(folder, 'sdk/go/.github/workflows/ci.yml', 'mine: true\n');
    put(folder, 'sdkwright.yml', config(`${THREE}\n${FILES}`));
    const done = await run(folder);
    expect([done.code, done.err.match(/\[output-edited-left\]/g)?.length]).toEqual([0, 1]);
    expect(existsSync(join(folder, 'sdk/python/.github'))).toBe(false);
    expect(read(folder, 'sdk/go/.github/workflows/ci.yml')).toBe('mine: true\n');
  });
});

it.each([
  ['', [0, 'module-placeholder'], 0],
  [FILES, [0, 'repository-missing', 'repository-missing'], 2],
] as const)('says which packages need the name of their repository: %s', async (files, said, warnings) => {
  const folder = repository(
    `${THREE.replaceAll(/production_repo: acme\/bookshop,? ?|module_path: [^,]*, /g, '')}\n${files}`,
  );
  put(folder, 'openapi.yml', MINIMAL);
  const terminal = quietTerminal(folder);
  const code = await createProgram(terminal, new AbortController().signal).run(['check', '--strict']);
  const codes = [...terminal.printed().matchAll(/^(?:warning|note)\[([\w-]+)\]/gm)].map(([, name]) => name);
  expect([code, ...codes.filter((name) => name !== 'name-taken').sort()], terminal.printed()).toEqual(said);
  expect(terminal.complained()).toContain(`${warnings} warning`);
});

it('counts a package at the root beside others', async () => {
  const folder = repository(`${THREE.replace('sdk/typescript', '.').replace(/\n {2}go.*$/, '')}\n${FILES}`);
  const done = await run(folder);
  expect([done.code, done.err.match(/^(?:error|warning)\[(?!name-taken).*$/gm) ?? []]).toEqual([0, []]);
  const { packages } = JSON.parse(read(folder, 'release-please-config.json')) as {
    readonly packages: object;
  };
  expect(packages).toMatchObject({ '.': { 'include-component-in-tag': false }, 'sdk/python': {} });
  expect(workflow(folder, 'ci.yml').jobs['test']?.defaults).toBeUndefined();
  expect(workflow(folder, 'release.yml').jobs['release']?.outputs).toEqual({
    root: '${{ steps.release.outputs.release_created }}',
    'sdk-python': "${{ steps.release.outputs['sdk/python--release_created'] }}",
  });
  expect((await run(folder, '--check')).code).toBe(0);
});

it('adds a package to the files of one at the root, with tags of its own', async () => {
  const root = `out: .\ntargets:\n  typescript: { package_name: bookshop, production_repo: acme/bookshop }`;
  const folder = repository(`${root}\n${FILES}`);
  await run(folder);
  expect(Object.keys(workflow(folder, 'release.yml').jobs).sort()).toEqual(['build', 'publish', 'release']);
  const python = '  python: { package_name: bookshop, out: sdk-python, publish: { pypi: true } }';
  put(folder, 'sdkwright.yml', config(`${root}\n${python}\n${FILES}`));
  const later = await run(folder);
  expect([later.code, times(later.err, 'repository-package-missing')]).toEqual([0, 0]);
  expect(JSON.parse(read(folder, 'release-please-config.json'))).toMatchObject({
    packages: {
      '.': {},
      'sdk-python': {
        'release-type': 'python',
        component: 'sdk-python',
        'include-component-in-tag': true,
        'tag-separator': '/',
      },
    },
  });
  const { jobs } = workflow(folder, 'release.yml');
  expect(Object.keys(jobs).sort()).toEqual([
    'build',
    'build-sdk-python',
    'publish',
    'publish-sdk-python',
    'release',
  ]);
  expect(jobs['release']?.outputs).toMatchObject({
    created: '${{ steps.release.outputs.release_created }}',
    'sdk-python': "${{ steps.release.outputs['sdk-python--release_created'] }}",
  });
  expect((await run(folder, '--check')).code).toBe(0);
});

it('never writes through a link at the root', async () => {
  const folder = repository(`${THREE}\n${FILES}`);
  mkdirSync(join(folder, 'elsewhere'));
  execFileSync('ln', ['-s', 'elsewhere', join(folder, '.github')]);
  const done = await run(folder);
  expect([done.code, done.err]).toEqual([1, expect.stringContaining('[output-symlink]')]);
  expect(readdirSync(join(folder, 'elsewhere'))).toEqual([]);
});

it('gives folders names of their own', () => {
  expect([...packageNames(['a/b', 'a-b', '.'])]).toEqual([
    ['.', 'root'],
    ['a-b', 'a-b'],
    ['a/b', 'a-b-2'],
  ]);
});

it.each([
  ['release-please-config.json', '{ "packages": { "sdk-python": {} } }', 'sdk', false],
  ['release-please-config.json', '{ "packages": { "sdk/python": {} } }', 'sdk', false],
  ['release-please-config.json', '{ "packages": { "sdk": {} } }', 'sdk', true],
  ['release-please-config.json', '{ "packages": { "./sdk/": {} } }', 'sdk', true],
  ['.release-please-manifest.json', '{ "sdk": "1.0.0" }', '.', false],
  ['.release-please-manifest.json', '{ ".": "1.0.0" }', '.', true],
  ['.github/workflows/release.yml', "outputs['sdk--release_created']", 'sdk', true],
  ['.github/workflows/release.yml', "outputs['sdk-go--release_created']", 'sdk', false],
  ['.github/workflows/release.yml', 'outputs.release_created', '.', true],
] as const)('%s with %s names %s: %s', (path, text, folder, isNamed) => {
  expect(namesFolder(path, text, folder)).toBe(isNamed);
});

describe('a workflow that may publish as well', () => {
  const warned = (err: string): readonly string[] =>
    [...err.matchAll(/^warning\[publisher-exists\]: (.*)$/gm)].map(([, message = '']) => message);

  it.each([
    ['at the root of git', THREE, 'github', '.'],
    ['in the folder of the package', 'targets: { typescript: { out: . } }', 'github', '.'],
    ['in a package that is copied to a repository of its own', THREE, 'github-package', 'sdk/typescript'],
  ])('is told when `release.yml` is written: %s', async (_what, targets, kind, place) => {
    const folder = repository(`${targets}\noutput: { repository: ${kind} }`);
    const at = join(place, '.github/workflows');
    put(folder, `${at}/publish.yml`, 'on: push\njobs: { a: { steps: [{ run: npm publish }] } }\n');
    put(folder, `${at}/lint.yaml`, 'on: push\njobs: { a: { steps: [{ run: npm run lint }] } }\n');
    const done = await run(folder);
    expect(warned(done.err)).toEqual([
      'The workflow .github/workflows/publish.yml may publish as well as the new .github/workflows/release.yml.',
    ]);
    expect(times((await run(folder)).err, 'publisher-exists')).toBe(0);
  });
});

describe('packages for agents', () => {
  const AGENTS = `out: sdk/typescript
targets:
  typescript: { package_name: bookshop, production_repo: acme/bookshop }
  mcp: { out: agents/mcp }
  cli: { out: agents/cli }
${FILES}`;
  const runsOf = (folder: string, path: string, job: string): readonly string[] =>
    (parse(read(folder, path)) as { readonly jobs: Readonly<Record<string, Job>> }).jobs[job]?.steps.flatMap(
      (step) => step.run ?? [],
    ) ?? [];

  it('are tested and released with the SDK of the repository', async () => {
    const folder = repository(AGENTS);
    expect(await run(folder)).toMatchObject({ code: 0 });
    const installs = [
      'npm install --no-audit --no-fund --prefix ../../sdk/typescript && npm pack ../../sdk/typescript --pack-destination .',
      'npm install --no-audit --no-fund --no-save ./*.tgz',
    ];
    for (const name of ['mcp', 'cli']) {
      const own = `agents-${name}`;
      expect(runsOf(folder, `.github/workflows/ci-${own}.yml`, 'test')).toEqual([
        ...installs,
        'npm run build',
      ]);
      expect(runsOf(folder, '.github/workflows/release.yml', `build-${own}`)).toEqual([
        ...installs,
        'mkdir package && npm pack --pack-destination package',
      ]);
      expect(runsOf(folder, '.github/workflows/release.yml', `publish-${own}`)).toHaveLength(1);
      expect(read(folder, `agents/${name}/README.md`)).toContain('SDK=../../sdk/typescript; ');
    }
    const { packages } = JSON.parse(read(folder, 'release-please-config.json')) as {
      readonly packages: Readonly<Record<string, { readonly 'extra-files': readonly unknown[] }>>;
    };
    expect(Object.keys(packages)).toEqual(['agents/cli', 'agents/mcp', 'sdk/typescript']);
    // Every place of the version is one that a release raises.
    const counted = (path: string): number => read(folder, path).split(/["']2\.4\.0["']/).length - 1;
    const files = [
      ['agents/mcp', ['manifest.json', 'server.json', 'src/catalogue.ts']],
      ['agents/cli', ['src/commands.ts']],
    ] as const;
    for (const [name, paths] of files) {
      const raised = packages[name]?.['extra-files'].map((file) =>
        typeof file === 'string' ? file : (file as { readonly path: string }).path,
      );
      expect([...new Set(raised)].sort()).toEqual(paths);
      for (const path of paths)
        expect([path, raised?.filter((other) => other === path).length]).toEqual([
          path,
          counted(`${name}/${path}`),
        ]);
    }
    for (const path of ['agents/mcp/src/catalogue.ts', 'agents/cli/src/commands.ts'])
      expect(read(folder, path)).toContain("version: '2.4.0', // x-release-please-version");
  });

  it('accept the version that the SDK has, and keep their own', async () => {
    const folder = repository(AGENTS);
    await run(folder);
    const raise = (path: string, version: string): void =>
      put(folder, path, read(folder, path).replace('"version": "2.4.0"', `"version": "${version}"`));
    raise('sdk/typescript/package.json', '0.9.1');
    raise('agents/mcp/package.json', '3.0.0');
    const rangeIn = (name: string): unknown =>
      (
        JSON.parse(read(folder, `agents/${name}/package.json`)) as {
          readonly dependencies: Readonly<Record<string, string>>;
        }
      ).dependencies['bookshop'];
    expect([rangeIn('mcp'), rangeIn('cli')]).toEqual(['^2.4.0', '^2.4.0']);
    expect(await run(folder)).toMatchObject({ code: 0 });
    expect([rangeIn('mcp'), rangeIn('cli')]).toEqual(['^0.9.1', '^0.9.1']);
    expect(read(folder, 'agents/mcp/src/catalogue.ts')).toContain("version: '3.0.0',");
    expect(read(folder, 'agents/cli/src/commands.ts')).toContain("version: '2.4.0',");
    expect(await run(folder, '--target', 'cli', '--check')).toMatchObject({ code: 0 });
  });

  it('take the SDK from the registry where the config does not make it, or its path is no plain one', async () => {
    const alone = AGENTS.replace('out: sdk/typescript\n', '');
    for (const text of [alone, AGENTS.replace('sdk/typescript', '"sdk $(id)"')]) {
      const folder = repository(text);
      await run(folder);
      expect(runsOf(folder, '.github/workflows/ci-agents-cli.yml', 'test')).toEqual([
        'npm install --no-audit --no-fund',
        'npm run build',
      ]);
    }
  });
});

it.each([
  ['push', ['push', 'pull_request']],
  ['[workflow_dispatch, push]', ['workflow_dispatch', 'push', 'pull_request']],
  ['{push: , schedule: []}', ['push', 'schedule', 'pull_request']],
  ['{push: {branches: [main]}}', ['push', 'pull_request']],
])('a workflow on %s runs for the files of its package', (on, events) => {
  const text = nestCi({ folder: 'sdk', name: 'sdk', text: `on: ${on}\njobs: {}\n` } as never);
  const found = (parse(text) as { on: Record<string, { paths?: readonly string[] } | null> }).on;
  const paths = ['sdk/**', '.github/workflows/ci-sdk.yml'];
  expect(Object.keys(found)).toEqual(events);
  expect([found['push']?.paths, found['pull_request']?.paths]).toEqual([paths, paths]);
});
