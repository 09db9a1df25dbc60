/** Programs that the generator runs: none comes from the checkout, and none reads settings from it. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runGit, runProgram } from '../../generator/cli/child.ts';
import { type Scene, createScene } from './support.ts';

const PATH = process.env['PATH'] ?? '';
afterEach(() => void (process.env['PATH'] = PATH));

/** A program of that name, which leaves a mark and its working folder. */
const plant = ({ put, top }: Scene, path: string): void => {
  put(path, `#!/bin/sh\necho "$0 in $(pwd)" >> '${top}/ran'\nexit 0\n`);
  execFileSync('chmod', ['+x', join(top, path)]);
};
const ran = ({ top, read }: Scene): string => (existsSync(join(top, 'ran')) ? read('ran') : '');

const NAMES = ['git', 'npm', 'tar', 'python3', 'python', 'pyright', 'pyright-langserver'];

describe.skipIf(process.platform === 'win32')('a checkout with programs of its own', () => {
  let scene: Scene;
  beforeEach(() => {
    scene = createScene();
    execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: join(scene.top, 'repository') });
    for (const name of NAMES) plant(scene, `repository/node_modules/.bin/${name}`);
    for (const name of ['python', 'python3', 'pyright']) {
      plant(scene, `repository/.venv/bin/${name}`);
      plant(scene, `repository/venv/bin/${name}`);
    }
    scene.put('repository/node_modules/pyright/package.json', '{"name":"pyright","version":"1.0.0"}');
    scene.put(
      'repository/node_modules/pyright/index.js',
      `require('node:fs').appendFileSync(${JSON.stringify(join(scene.top, 'ran'))}, 'pyright');`,
    );
    const cwd = join(scene.top, 'repository');
    // As `npm run` and an active environment have it, and as a careless user has.
    process.env['PATH'] = [
      join(cwd, 'node_modules/.bin'),
      join(cwd, '.venv/bin'),
      'node_modules/.bin',
      '.',
      '',
      PATH,
    ].join(delimiter);
  });

  const COMMANDS: Readonly<Record<string, readonly string[]>> = {
    'diff of a revision': ['diff', 'main:openapi.yml', 'openapi.yml'],
    'the gate': ['diff', '--against', 'main', 'openapi.yml'],
    'diff of a package': ['diff', 'npm:./nothing.tgz', 'openapi.yml'],
    'diff for Python': ['diff', 'openapi.yml', 'openapi.yml', '--language', 'python'],
    changelog: ['changelog', 'npm:./nothing.tgz', 'openapi.yml'],
    upgrade: ['upgrade', '--from', './openapi.yml', '--to', 'npm:./nothing.tgz', '--package', 'x'],
    generate: ['generate', '--spec', 'openapi.yml', '--out', 'sdk'],
    'templates check': ['templates', 'check', '--spec', 'openapi.yml'],
  };
  test.each(Object.entries(COMMANDS))(
    '%s',
    async (_name, args) => {
      scene.put('repository/code.ts', 'export {};\n');
      await scene.run(...args);
      expect(ran(scene)).toBe('');
    },
    60_000,
  );

  test('a link outside that leads into the checkout is not run', async () => {
    scene.link('bin/tool', '../repository/node_modules/.bin/git');
    process.env['PATH'] = join(scene.top, 'bin');
    const cwd = join(scene.top, 'repository');
    const done = await runProgram('tool', [], { folder: cwd, checkout: cwd });
    expect([done.code, done.end, ran(scene)]).toEqual([
      undefined,
      'there is no tool outside the project',
      '',
    ]);
  });

  test('git runs no hook and no watcher for us', async () => {
    const cwd = join(scene.top, 'repository');
    plant(scene, 'repository/.husky/post-checkout');
    plant(scene, 'repository/.husky/fsmonitor');
    for (const [key, value] of [
      ['core.hooksPath', '.husky'],
      ['core.fsmonitor', '.husky/fsmonitor'],
    ] as const)
      execFileSync('git', ['config', key, value], { cwd, env: { ...process.env, PATH } });
    await runGit(['status'], cwd);
    await runGit(['checkout', '-q', '-b', 'other'], cwd);
    expect(ran(scene)).toBe('');
  });
});

test.skipIf(process.platform === 'win32')(
  'npm runs in an empty folder, without the settings of the checkout',
  async () => {
    const scene = createScene();
    const { put, top, run, read } = scene;
    put('repository/.npmrc', 'registry=http://127.0.0.1:1/\ngit=./x.sh\n');
    put('repository/package.json', '{ "workspaces": ["*"] }');
    put(
      'bin/npm',
      `#!/bin/sh\npwd > '${top}/where'\nls -A > '${top}/files'\necho "npm error code E404" >&2\necho "npm error 404 Not Found" >&2\nexit 1\n`,
    );
    execFileSync('chmod', ['+x', join(top, 'bin/npm')]);
    process.env['PATH'] = `${join(top, 'bin')}${delimiter}${PATH}`;
    for (const args of [
      ['diff', 'npm:acme@1.0.0', 'openapi.yml'],
      ['changelog', 'npm:acme@1.0.0', 'openapi.yml'],
      ['upgrade', '--from', 'acme@1.0.0', '--to', 'openapi.yml'],
      ['diff', 'npm:acme@1.0.0', 'openapi.yml', '--declared-bump', 'package'],
    ]) {
      put('where', '');
      await run(...args);
      expect(read('where').trim()).not.toBe('');
      expect(read('where')).not.toContain('repository');
      expect(read('files').trim()).toBe('package.json');
      expect(existsSync(read('where').trim())).toBe(false);
    }
    expect((await run('diff', 'npm:acme@1.0.0', 'openapi.yml')).said).toContain('code E404, 404 Not Found');
  },
);
