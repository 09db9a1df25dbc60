/** `output.repository: github`: files around the package, made once. */
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { typecheckTree } from '../../generator/verify/typecheck.ts';
import { isSource, sdkOf } from '../support/sdk.ts';

const DOCUMENT = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'Zoo', version: '1.2.0' },
  servers: [{ url: 'https://zoo.example' }],
  paths: {
    '/animals': {
      get: {
        operationId: 'listAnimals',
        responses: {
          200: {
            description: 'ok',
            content: {
              'application/json': { schema: { type: 'object', properties: { n: { type: 'integer' } } } },
            },
          },
        },
      },
    },
  },
});
const TARGET =
  'targets: { typescript: { package_name: zoo, production_repo: acme/zoo, publish: { jsr: "@acme/zoo" } } }\n';
const NAMES = [
  '.github/workflows/ci.yml',
  '.github/workflows/release.yml',
  '.release-please-manifest.json',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'examples/first-call.mjs',
  'release-please-config.json',
];

const made = async (config: string) => {
  const { files } = await sdkOf(DOCUMENT, { config });
  const read = (path: string): string => files.find((file) => file.path === path)?.text ?? '';
  return { files, read, own: files.filter((file) => NAMES.includes(file.path)) };
};

interface Workflow {
  readonly permissions: object;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions?: object;
        readonly steps: readonly { readonly run?: string; readonly uses?: string; readonly with?: object }[];
      }
    >
  >;
}

describe('the files of a repository', () => {
  test('are made on demand, once each', async () => {
    expect((await made(TARGET)).own).toEqual([]);
    const { own } = await made(`${TARGET}output: { repository: github }\n`);
    expect(own.map((file) => file.path).sort()).toEqual(NAMES);
    expect(own.every((file) => file.once)).toBe(true);
  });

  test('run what the package has, with no more rights than they need', async () => {
    const { read } = await made(`${TARGET}output: { repository: github }\n`);
    const scripts = (JSON.parse(read('package.json')) as { readonly scripts: object }).scripts;
    for (const name of ['ci', 'release']) {
      const { permissions, jobs } = parse(read(`.github/workflows/${name}.yml`)) as Workflow;
      expect(permissions).toEqual({ contents: 'read' });
      const steps = Object.values(jobs).flatMap((job) => job.steps);
      for (const { run } of steps) {
        const script = /^npm (?:run (\S+)|(test)\b)/.exec(run ?? '');
        if (script) expect(Object.keys(scripts)).toContain(script[1] ?? script[2]);
      }
      const checkouts = steps.filter((one) => one.uses?.startsWith('actions/checkout'));
      expect(checkouts.length).toBeGreaterThan(0);
      for (const one of checkouts) expect(one.with).toEqual({ 'persist-credentials': false });
    }
    expect(read('.github/workflows/release.yml')).toContain('${{ secrets.NPM_TOKEN }}');
    expect(read('.github/workflows/release.yml')).toContain('deno publish');
    expect(JSON.parse(read('.release-please-manifest.json'))).toEqual({ '.': '1.2.0' });
    const { packages } = JSON.parse(read('release-please-config.json')) as {
      readonly packages: { readonly '.': { readonly 'extra-files': readonly unknown[] } };
    };
    expect(packages['.']['extra-files']).toEqual([
      'src/version.ts',
      { type: 'json', path: 'jsr.json', jsonpath: '$.version' },
    ]);
    expect(read('src/version.ts')).toContain('x-release-please-version');
  });

  test('tell where to report, and have a program that compiles', async () => {
    const { read, files } = await made(
      `${TARGET}organization: { contact: 'safety@zoo.example' }\noutput: { repository: github }\n`,
    );
    expect(read('SECURITY.md')).toContain('to safety@zoo.example,');
    const program = read('examples/first-call.mjs');
    expect(program).toContain("from 'zoo'");
    const use = { path: 'src/first-call.ts', text: program.replace("'zoo'", "'./index.ts'") };
    expect(typecheckTree([...files.filter((file) => isSource(file.path)), use])).toEqual([]);
  });

  test('a word that is none is an error', async () => {
    const { diagnostics } = await sdkOf(DOCUMENT, { config: `${TARGET}output: { repository: gitlab }\n` });
    expect(diagnostics.map((one) => one.code)).toEqual(['config-value']);
  });
});
