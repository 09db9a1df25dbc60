/** Which config and which exceptions judge a change: those that the base held, as far as git keeps them. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../../generator/cli/gate/settings.ts';
import type { SdkLanguage } from '../../generator/diff/types.ts';
import type { GitTree } from '../../generator/cli/gate/tree.ts';

let top = '';
let commit = '';
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), text);
};
const accepting = (...rules: readonly string[]): string =>
  `accept:\n${rules.map((rule) => `  - { rule: ${rule}, reason: because }\n`).join('')}`;

/** What the base holds. Folders stand for checkouts: each is the current folder of some cases. */
const BASE: Readonly<Record<string, string>> = {
  'plain/openapi.yml': 'openapi: 3.1.0',
  'same/sdkwright.yml': 'spec: base.yml\n',
  'moved/old.yml': 'spec: base.yml\n',
  'broken-base/sdkwright.yml': 'spec: [\n',
  'broken-now/sdkwright.yml': 'spec: base.yml\n',
  'warned/sdkwright.yml': 'spec: base.yml\n',
  'accept/exceptions.yml': accepting('operation-removed'),
  'accept/old-list.yml': accepting('operation-removed'),
  'accept/broken-base.yml': 'accept: 1\n',
  'accept/weights.yml':
    'severities: { tags-changed: off, operation-removed: minor, property-removed: patch }\n',
};
/** What the change makes of it. */
const NOW: Readonly<Record<string, string>> = {
  'same/sdkwright.yml': 'spec: now.yml\n',
  'moved/new.yml': 'spec: now.yml\n',
  'added/sdkwright.yml': 'spec: now.yml\n',
  'broken-base/sdkwright.yml': 'spec: now.yml\n',
  'broken-now/sdkwright.yml': 'spec: [\n',
  'warned/sdkwright.yml': 'spec: now.yml\nunknown_key: 1\n',
  'user/mine.yml': 'spec: now.yml\n',
  'accept/exceptions.yml': accepting('operation-removed', 'operation-renamed'),
  'accept/new-list.yml': accepting('operation-removed'),
  'accept/broken-now.yml': 'accept: 1\n',
  'accept/broken-base.yml': accepting('operation-removed'),
  'accept/kinds.yml': `accept:
  - { fingerprint: "0123456789ab", reason: by hand }
  - { rule: operation-removed, pointer: /paths/**, reason: nobody calls it }
`,
  'accept/weights.yml':
    'severities: { tags-changed: off, operation-removed: off, property-removed: major }\n',
};

beforeAll(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'sdkwright-settings-')));
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
      ...{ cwd: top, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    }).trim();
  git('init', '-q', '-b', 'main');
  put('.gitignore', 'mine.yml\n');
  for (const [path, text] of Object.entries(BASE)) put(path, text);
  git('add', '-A');
  git('commit', '-q', '-m', 'base');
  commit = git('rev-parse', 'HEAD');
  for (const [path, text] of Object.entries(NOW)) put(path, text);
  rmSync(join(top, 'moved/old.yml'));
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

/** `renamed`: new name → old name. */
async function read(
  folder: string,
  options: Parameters<typeof readSettings>[0] = {},
  renamed: Readonly<Record<string, string>> = {},
) {
  const inFolder = (files: Readonly<Record<string, string>>): ReadonlySet<string> =>
    new Set(
      Object.keys(files).flatMap((path) =>
        path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [],
      ),
    );
  const tree: GitTree = {
    ...{ commit, about: 'main', isSame: false, renamed: new Map(Object.entries(renamed)) },
    ...{ before: inFolder(BASE), now: inFolder(NOW) },
  };
  const settings = await readSettings(options, tree, join(top, folder));
  return {
    ...settings,
    now: settings.config?.spec?.value,
    base: settings.baseDocument,
    codes: settings.diagnostics.map(({ code }) => code),
  };
}

describe('the config', () => {
  it('of each side is its own', async () => {
    const settings = await read('same');
    expect(settings).toMatchObject({ now: 'now.yml', base: 'base.yml', notes: [], codes: [] });
    expect(settings.baseConfig?.spec?.value).toBe('same/base.yml');
    expect([...settings.texts.keys()]).toEqual(['sdkwright.yml', `${commit.slice(0, 8)}:same/sdkwright.yml`]);
  });

  it.each(['sdkwright.yml', './sdkwright.yml'])('is the one that is named: %s', async (config) => {
    expect(await read('same', { config })).toMatchObject({ now: 'now.yml', base: 'base.yml', notes: [] });
  });

  it('of the base has its old name', async () => {
    const settings = await read('moved', { config: './new.yml' }, { 'new.yml': 'old.yml' });
    expect(settings).toMatchObject({ now: 'now.yml', base: 'base.yml', notes: [] });
  });

  it('that is new holds for the new side alone, and that is reported', async () => {
    const settings = await read('added');
    expect(settings.now).toBe('now.yml');
    expect(settings.baseConfig?.spec).toBeUndefined();
    expect(settings).not.toHaveProperty('baseDocument');
    expect(settings.notes).toEqual(['sdkwright.yml is new, so it holds for the new side alone.']);
  });

  it('that git does not keep is of the user, and holds for both', async () => {
    const settings = await read('user', { config: 'mine.yml' });
    expect(settings).toMatchObject({ now: 'now.yml', base: 'now.yml', notes: [] });
  });

  it('of the user may name no document', async () => {
    put('user/mine.yml', 'targets: {}\n');
    const settings = await read('user', { config: 'mine.yml' });
    expect(settings).not.toHaveProperty('baseDocument');
    expect(settings.baseConfig).toEqual(settings.config);
    put('user/mine.yml', NOW['user/mine.yml'] ?? '');
  });

  it('is empty on both sides where there is none', async () => {
    const settings = await read('plain');
    expect(settings).toMatchObject({ notes: [], codes: [], notYet: [] });
    expect(settings).not.toHaveProperty('config');
    expect(settings).not.toHaveProperty('baseDocument');
    expect(settings.baseConfig?.spec).toBeUndefined();
    expect(settings.exceptions).toEqual({ accept: [], severities: new Map() });
  });

  it.each(['broken-base', 'broken-now'])(
    'with an error stops the run, on either side: %s',
    async (folder) => {
      const { diagnostics, texts } = await read(folder);
      expect(diagnostics).toMatchObject([{ severity: 'error' }]);
      expect(texts.size).toBeGreaterThan(0);
    },
  );

  it('with a warning is not told: `generate` does that', async () => {
    expect(await read('warned')).toMatchObject({ codes: [], now: 'now.yml' });
  });

  it.each(['none.yml', 'npm:a b'])('that cannot be opened stops the run: %s', async (config) => {
    const { diagnostics, now } = await read('same', { config });
    expect([now, diagnostics.length > 0, diagnostics[0]?.severity]).toEqual([undefined, true, 'error']);
  });

  it('is read for the language', async () => {
    put('same/python.yml', 'spec: now.yml\ntargets: { python: { package_name: of-python } }\n');
    const options = { config: 'python.yml' };
    const named = async (language?: SdkLanguage) =>
      (await read('same', { ...options, ...(language && { language }) })).config?.target.packageName;
    expect([await named('python'), await named()]).toEqual(['of-python', undefined]);
  });
});

describe('the exceptions', () => {
  const rulesIn = ({ exceptions }: Awaited<ReturnType<typeof read>>): readonly unknown[] =>
    exceptions.accept.map(({ rule }) => rule);

  it.each(['exceptions.yml', './exceptions.yml'])('of the base are in force: %s', async (exceptions) => {
    const settings = await read('accept', { exceptions });
    expect(rulesIn(settings)).toEqual(['operation-removed']);
    expect(settings.notYet).toEqual([
      'Not in force before it is merged: accepts operation-renamed (because).',
    ]);
    expect([...settings.texts.keys()]).toEqual([exceptions, `${commit.slice(0, 8)}:accept/exceptions.yml`]);
    expect(settings.codes).toEqual([]);
  });

  it('of the base may have another name', async () => {
    const settings = await read('accept', { exceptions: 'new-list.yml' }, { 'new-list.yml': 'old-list.yml' });
    expect([rulesIn(settings), settings.notYet]).toEqual([['operation-removed'], []]);
  });

  it('that are new are not in force', async () => {
    const settings = await read('accept', { exceptions: 'kinds.yml' });
    expect(settings.exceptions.accept).toEqual([]);
    expect(settings.notYet).toEqual([
      'Not in force before it is merged: accepts 0123456789ab (by hand).',
      'Not in force before it is merged: accepts operation-removed at /paths/** (nobody calls it).',
    ]);
  });

  it('weigh rules as the base did', async () => {
    const settings = await read('accept', { exceptions: 'weights.yml' });
    expect(Object.fromEntries(settings.exceptions.severities)).toEqual({
      ...{ 'tags-changed': 'off', 'operation-removed': 'minor', 'property-removed': 'patch' },
    });
    expect(settings.notYet).toEqual([
      'Not in force before it is merged: switches operation-removed off.',
      'Not in force before it is merged: weighs property-removed as major.',
    ]);
  });

  it.each(['broken-now.yml', 'broken-base.yml', 'none.yml'])(
    'that cannot be read stop the run, on either side: %s',
    async (exceptions) => {
      const { diagnostics, texts } = await read('accept', { exceptions });
      expect(diagnostics).toMatchObject([{ severity: 'error' }]);
      const { document = '' } = diagnostics[0]?.origin ?? {};
      expect(document === '' || texts.has(document)).toBe(true);
    },
  );
});
