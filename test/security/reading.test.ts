/**
 * Documents, configs and links come from strangers: what they name is read from the project only, and what is
 * refused is never printed nor copied.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { computeDiff } from '../../generator/cli/diff.ts';
import { generate } from '../../generator/index.ts';
import { diskIo } from '../../generator/source/io.ts';
import { quietTerminal } from '../support/terminal.ts';
import { type Scene, SECRET, SPEC, createScene } from './support.ts';

const GENERATE = ['generate', '--spec', 'openapi.yml', '--out', 'sdk'];
const DOCKER = `{"auths":{"registry.example":{"auth":"${SECRET}"}}}`;

const referring = (ref: string): string =>
  `${SPEC}components:\n  schemas:\n    Leak: { description: It is used., $ref: ${JSON.stringify(ref)} }\n`.replace(
    "'204': { description: Nothing }",
    "'200': { description: All, content: { application/json: { schema: { $ref: '#/components/schemas/Leak' } } } }",
  );

/** Nothing of the secret is anywhere but in the victim's folder, and no SDK was made. */
async function expectRefused(scene: Scene, args: readonly string[], code = 'file-outside'): Promise<string> {
  const { code: exit, said } = await scene.run(...args);
  expect(said).toContain(`error[${code}]`);
  expect(exit).toBe(1);
  expectKept(scene, said);
  expect(Object.keys(scene.tree('repository')).filter((path) => path.startsWith('repository/sdk/'))).toEqual(
    [],
  );
  return said;
}

/** A reference is one entry: it is left out as a dangling one is, and the SDK is made without it. */
async function expectLeftOut(scene: Scene): Promise<string> {
  const { code, said } = await scene.run(...GENERATE);
  expect(said).toContain('error[file-outside]');
  expect(code).toBe(0);
  expectKept(scene, said);
  expect((await scene.run('check', '--spec', 'openapi.yml', '--strict')).code).toBe(1);
  return said;
}

function expectKept(scene: Scene, said: string): void {
  const texts = [
    said,
    ...Object.entries(scene.tree('.')).flatMap(([path, text]) => (path.startsWith('home/') ? [] : [text])),
  ];
  expect(texts.filter((text) => text.includes(SECRET))).toEqual([]);
}

describe('a $ref to a file outside the project', () => {
  const REFS: Readonly<Record<string, (top: string) => string>> = {
    relative: () => '../home/.docker/config.json',
    'through a folder of the project': () => './specs/../../home/.docker/config.json',
    absolute: (top) => join(top, 'home/.docker/config.json'),
    'a file URL': (top) => pathToFileURL(join(top, 'home/.docker/config.json')).href,
    'percent-encoded': () => '%2e%2e/home/.docker/config.json',
    'through a linked file': () => 'linked.json',
    'through a linked folder': () => 'folder/config.json',
    '/proc': () => '/proc/self/environ',
    'a file that is no JSON': () => '../home/secret',
  };
  test.each(Object.entries(REFS))('%s', async (_title, ref) => {
    const scene = createScene();
    scene.put('home/.docker/config.json', DOCKER);
    scene.link('repository/linked.json', '../home/.docker/config.json');
    scene.link('repository/folder', '../home/.docker');
    scene.put('repository/openapi.yml', referring(ref(scene.top)));
    const said = await expectLeftOut(scene);
    expect(said).toMatch(/--> openapi\.yml:\d+:\d+/);
    for (const command of [['check'], ['check', '--format', 'json'], ['explain', 'books.list'], ['ir']])
      expect((await scene.run(...command, '--spec', 'openapi.yml')).said).not.toContain(SECRET);
  });

  test('of a document that is referred to', async () => {
    const scene = createScene();
    scene.put('home/.docker/config.json', DOCKER);
    scene.put('repository/parts/one.yml', 'A: { $ref: "../../home/.docker/config.json" }');
    scene.put('repository/openapi.yml', referring('parts/one.yml#/A'));
    await expectLeftOut(scene);
  });

  test('is followed with --allow outside, and inside the project without', async () => {
    const scene = createScene();
    scene.put('home/thing.yml', 'type: object\nproperties: { seen: { type: string } }\n');
    scene.put('repository/specs/openapi.yml', referring('../../home/thing.yml'));
    expect((await scene.run('check', '--spec', 'specs/openapi.yml', '--allow', 'outside')).code).toBe(0);
    expect((await scene.run('check', '--spec', 'specs/openapi.yml')).said).toContain('file-outside');
    scene.put('repository/common/thing.yml', scene.read('home/thing.yml'));
    scene.put('repository/specs/openapi.yml', referring('../common/thing.yml'));
    expect((await scene.run('check', '--spec', 'specs/openapi.yml')).code).toBe(0);
  });

  test('is refused by the library too, unless its option says otherwise', async () => {
    const { top, put } = createScene();
    put('home/thing.yml', `type: object\nproperties: { ${SECRET}: { type: string } }\n`);
    put('repository/openapi.yml', referring('../home/thing.yml'));
    const cwd = join(top, 'repository');
    const refused = await generate({ spec: 'openapi.yml', cwd });
    expect(refused.diagnostics.map((one) => one.code)).toContain('file-outside');
    expect(JSON.stringify(refused)).not.toContain(SECRET);
    expect((await generate({ spec: 'openapi.yml', cwd, allowOutside: true })).files.length).toBeGreaterThan(
      0,
    );
  });
});

describe('files without an end', () => {
  test('a device is not read', async () => {
    const { put, run } = createScene();
    put('repository/openapi.yml', referring('/dev/zero'));
    expect(await run('check', '--spec', 'openapi.yml', '--allow', 'outside')).toMatchObject({
      code: 1,
      said: expect.stringContaining('it is no regular file'),
    });
  });

  test.skipIf(process.platform === 'win32')(
    'a pipe is not waited for',
    async () => {
      const { top, put, run } = createScene();
      execFileSync('mkfifo', [join(top, 'repository/pipe.yml')]);
      put('repository/openapi.yml', referring('pipe.yml'));
      expect(await run('check', '--spec', 'openapi.yml')).toMatchObject({
        code: 1,
        said: expect.stringContaining('it is no regular file'),
      });
    },
    20_000,
  );

  test('the limit of URLs holds for files, also for those whose size is not told', async () => {
    const { top, put } = createScene();
    put('repository/big.yml', 'x'.repeat(2000));
    const io = diskIo(join(top, 'repository'), { limits: { milliseconds: 1000, bytes: 1000 } });
    expect(await io.readFile('big.yml')).toEqual({ kind: 'fault', reason: 'larger than 1000 bytes' });
    expect(await io.readFile('/dev/zero')).toEqual({ kind: 'fault', reason: 'larger than 1000 bytes' });
  });
});

describe('links in the project', () => {
  test('the document', async () => {
    const scene = createScene();
    scene.link('repository/linked.yml', '../home/secret');
    await expectRefused(scene, ['generate', '--spec', 'linked.yml', '--out', 'sdk']);
  });

  test('the config that is found by its name', async () => {
    const scene = createScene();
    scene.link('repository/sdkwright.yml', '../home/secret');
    await expectRefused(scene, GENERATE);
  });

  test('a template set, and a file in one', async () => {
    const scene = createScene();
    scene.put('home/set/target.yaml', `name: ${SECRET}\n  broken`);
    scene.link('repository/templates', '../home/set');
    await expectRefused(scene, [...GENERATE, '--templates', './templates'], 'template-set-not-found');
    scene.link('repository/overlay/target.yaml', '../../home/secret');
    await expectRefused(scene, [...GENERATE, '--templates', './overlay'], 'template-set-no-target');
  });

  test('the output folder', async () => {
    const scene = createScene();
    mkdirSync(join(scene.top, 'home/bin'));
    scene.link('repository/linked', '../home/bin');
    const before = scene.tree('home');
    for (const out of ['linked', 'linked/deeper'])
      expect((await scene.run('generate', '--spec', 'openapi.yml', '--out', out)).said).toContain(
        'error[output-outside]',
      );
    expect(scene.tree('home')).toEqual(before);
  });
});

describe('a config that names files outside the project', () => {
  test.each([
    ['the document', 'spec: ../home/secret\n', 'file-outside'],
    ['an overlay', 'openapi: { overlays: [../home/secret] }\n', 'file-outside'],
    ['templates', 'templates: ../home/set\n', 'template-set-not-found'],
  ])('%s', async (_title, config, code) => {
    const scene = createScene();
    scene.put('home/set/target.yaml', `name: ${SECRET}\n  broken`);
    scene.put('repository/sdkwright.yml', config);
    await expectRefused(scene, config.startsWith('spec') ? ['generate', '--out', 'sdk'] : GENERATE, code);
  });

  test('the output', async () => {
    const scene = createScene();
    scene.put('repository/sdkwright.yml', 'out: ../home/made\n');
    const before = scene.tree('home');
    expect(await scene.run('generate', '--spec', 'openapi.yml')).toMatchObject({
      code: 1,
      said: expect.stringContaining('error[output-outside]'),
    });
    expect(scene.tree('home')).toEqual(before);
    expect((await scene.run('generate', '--spec', 'openapi.yml', '--out', '../home/wanted')).code).toBe(0);
  });
});

test.skipIf(process.platform === 'win32')('a published SDK whose document is a link', async () => {
  const { top, put, link } = createScene();
  put('home/openapi.yml', referring('#/nowhere').replace('It is used.', SECRET));
  put('archive/package/package.json', '{"name":"evil","version":"1.0.0"}');
  link('archive/package/openapi.documented.yml', join(top, 'home/openapi.yml'));
  execFileSync('tar', ['-czf', join(top, 'evil.tgz'), '-C', join(top, 'archive'), 'package']);
  const bin = join(top, 'bin');
  put('bin/npm', `#!/bin/sh\nfor last; do :; done\ncp '${top}/evil.tgz' "$last"\n`);
  execFileSync('chmod', ['+x', join(bin, 'npm')]);
  const path = process.env['PATH'] ?? '';
  process.env['PATH'] = `${bin}:${path}`;
  try {
    const outcome = await computeDiff(
      {
        base: 'npm:evil@1',
        revision: 'openapi.yml',
        failOn: 'none',
        allowRemote: false,
        today: '2026-01-01',
      },
      quietTerminal(join(top, 'repository')),
    );
    expect(outcome.err).toContain('the package has no openapi.documented.yml');
    expect(JSON.stringify(outcome)).not.toContain(SECRET);
  } finally {
    process.env['PATH'] = path;
  }
});
