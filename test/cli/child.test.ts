/** Running other programs: what is found, what they get and what becomes known of their end. */
import { chmodSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCommand, runGit, runProgram } from '../../generator/cli/child.ts';
import { type Scene, createScene } from '../security/support.ts';

const PATH = process.env['PATH'] ?? '';
let scene: Scene;
const at = (path: string): string => join(scene.top, path);
beforeEach(() => void (scene = createScene()));
afterEach(() => void (process.env['PATH'] = PATH));

const plant = (path: string, script: string): void => {
  scene.put(path, `#!/bin/sh\n${script}\n`);
  chmodSync(at(path), 0o755);
};
const run = (name: string, args: readonly string[] = [], seconds?: number) =>
  runProgram(name, args, {
    folder: at('home'),
    checkout: at('repository'),
    ...(seconds !== undefined && { seconds }),
  });

describe.skipIf(process.platform === 'win32')('a program', () => {
  beforeEach(() => {
    scene.put('tools/kept', '');
    process.env['PATH'] = [at('tools'), PATH].join(delimiter);
  });

  test('gets its arguments as they are, no input, and the folder to run in', async () => {
    plant('tools/show', 'cat; pwd; for each in "$@"; do echo "[$each]"; done');
    const { code, out, err, end } = await run('show', ['a b', '$(id)', '*', "it's"]);
    expect([code, err, end]).toEqual([0, '', 'it ended with 0']);
    expect(out.toString().split('\n')).toEqual([at('home'), '[a b]', '[$(id)]', '[*]', "[it's]", '']);
  });

  test('gets the environment, with a path that has no folder of the checkout', async () => {
    plant('tools/env-of', 'echo "$PATH"; echo "$SDKWRIGHT_TEST_VALUE"');
    process.env['SDKWRIGHT_TEST_VALUE'] = 'kept';
    process.env['PATH'] = [
      at('repository'),
      at('repository/node_modules/.bin'),
      'relative',
      '.',
      '',
      at('tools'),
      PATH,
    ].join(delimiter);
    try {
      const [path, value] = (await run('env-of')).out.toString().split('\n');
      expect(path?.split(delimiter)).toEqual([
        at('tools'),
        ...PATH.split(delimiter).filter((name) => name.startsWith('/')),
      ]);
      expect(value).toBe('kept');
    } finally {
      delete process.env['SDKWRIGHT_TEST_VALUE'];
    }
  });

  test('is the first file of its name outside the checkout, never a folder', async () => {
    plant('other/which-is', 'echo other');
    plant('repository/bin/which-is', 'echo checkout');
    scene.put('tools/which-is/file', '');
    scene.link('linked/which-is', '../repository/bin/which-is');
    process.env['PATH'] = [at('repository/bin'), at('linked'), at('tools'), at('other'), PATH].join(
      delimiter,
    );
    expect((await run('which-is')).out.toString()).toBe('other\n');
  });

  test('is not taken from the project around the folder that was named', async () => {
    plant('repository/bin/tool', 'echo checkout');
    scene.put('repository/packages/a/file', '');
    process.env['PATH'] = [at('repository/bin'), PATH].join(delimiter);
    const options = { folder: at('home'), checkout: at('repository/packages/a') };
    expect((await runProgram('tool', [], options)).code).toBeUndefined();
  });

  test('may be named by an absolute path, outside the checkout', async () => {
    plant('other/tool', 'echo other');
    plant('repository/tool', 'echo checkout');
    expect((await run(at('other/tool'))).out.toString()).toBe('other\n');
    for (const path of ['repository/tool', 'other/not-there', 'other'])
      expect(await run(at(path))).toEqual({
        code: undefined,
        out: Buffer.alloc(0),
        err: '',
        end: `there is no ${at(path)} outside the project`,
      });
  });

  test('that is not there is reported, not thrown', async () => {
    expect(await run('no-such-program-here')).toMatchObject({
      code: undefined,
      end: 'there is no no-such-program-here outside the project',
    });
  });

  test('that cannot be started is reported with the reason', async () => {
    scene.put('tools/text', 'no program');
    chmodSync(at('tools/text'), 0o644);
    const { code, end } = await run('text');
    expect(code).toBeUndefined();
    expect(end).toMatch(/EACCES/);
  });

  test('that fails is reported with its code and the end of what it wrote', async () => {
    plant('tools/fail', 'echo out; echo "  first" >&2; echo "last  " >&2; exit 7');
    expect(await run('fail')).toEqual({
      code: 7,
      out: Buffer.from('out\n'),
      err: 'first\nlast',
      end: 'it ended with 7',
    });
    plant('tools/talk', 'head -c 5000 /dev/zero | tr "\\0" a >&2; printf end >&2');
    const { err } = await run('talk');
    expect(err).toBe(`${'a'.repeat(3997)}end`);
  });

  test('is ended when its time is over', async () => {
    plant('tools/slow', 'exec sleep 20');
    const { code, end } = await run('slow', [], 0.2);
    expect([code, end]).toEqual([undefined, 'it was ended by SIGTERM']);
  });

  test('may take its time otherwise', async () => {
    plant('tools/waits', 'sleep 0.3; echo done');
    expect((await run('waits')).out.toString()).toBe('done\n');
    expect((await run('waits', [], 20)).out.toString()).toBe('done\n');
  });

  test('that never stops writing is ended', async () => {
    plant('tools/flood', 'exec cat /dev/zero');
    const { code, end, out } = await run('flood', [], 60);
    expect([code, end]).toEqual([undefined, 'it was ended by SIGTERM']);
    expect(out.length).toBeGreaterThan(255 * 1024 * 1024);
    expect(out.length).toBeLessThanOrEqual(256 * 1024 * 1024);
  }, 60_000);

  test('of Windows may end in .exe, which comes first, or .cmd, which its shell runs', async () => {
    plant('tools/first', 'echo plain');
    plant('tools/first.exe', 'echo exe');
    plant('tools/second', 'echo plain');
    plant('tools/second.cmd', 'echo never');
    plant('tools/third', 'echo plain');
    plant('shell', 'for each in "$@"; do echo "[$each]"; done');
    const texts = async (): Promise<readonly string[]> =>
      Promise.all(['first', 'second', 'third'].map(async (name) => (await run(name, ['a'])).out.toString()));
    expect(await texts()).toEqual(['plain\n', 'plain\n', 'plain\n']);
    const platform = Object.getOwnPropertyDescriptor(process, 'platform') ?? {};
    Object.defineProperty(process, 'platform', { ...platform, value: 'win32' });
    process.env['comspec'] = at('shell');
    try {
      const command = `[-c]\n["${at('tools/second.cmd')}" a]\n`;
      expect(await texts()).toEqual(['exe\n', command, 'plain\n']);
    } finally {
      Object.defineProperty(process, 'platform', platform);
      delete process.env['comspec'];
    }
  });

  test('that only has .cmd in its name is run without a shell', async () => {
    plant('other/tool.cmd.sh', 'echo "$1"');
    expect((await run(at('other/tool.cmd.sh'), ['$(id)'])).out.toString()).toBe('$(id)\n');
  });

  test('is found by the path as Windows calls it', async () => {
    plant('tools/tool', '/bin/echo "$PATH"');
    delete process.env['PATH'];
    process.env['Path'] = at('tools');
    try {
      expect((await run('tool')).out.toString()).toBe(`${at('tools')}\n`);
    } finally {
      delete process.env['Path'];
    }
    expect((await run('tool')).code).toBeUndefined();
  });

  test('git is one, in the folder of the checkout', async () => {
    scene.put('folder/.git/nothing', '');
    const { code, err } = await runGit(['status'], at('folder'));
    expect(code).toBe(128);
    expect(err).toMatch(/not a git repository/);
    const { out } = await runGit(['config', '--get-all', 'core.hooksPath'], at('folder'));
    expect(out.toString()).toBe('/dev/null\n');
  });
});

describe.skipIf(process.platform === 'win32')('a command of the user', () => {
  test('runs in their shell, with their path, in a folder, with its input', async () => {
    plant('repository/bin/own', 'echo own');
    process.env['PATH'] = [at('repository/bin'), PATH].join(delimiter);
    const done = await runCommand('own && pwd; cat | tr a b', { cwd: at('home'), input: 'banana' });
    expect(done).toEqual({
      code: 0,
      out: Buffer.from(`own\n${at('home')}\nbbnbnb`),
      err: '',
      end: 'it ended with 0',
    });
  });

  test('may leave its input unread, and has an end of input without one', async () => {
    const input = 'x'.repeat(1_000_000);
    expect((await runCommand('exit 3', { cwd: at('home'), input })).code).toBe(3);
    expect((await runCommand('cat', { cwd: at('home') })).code).toBe(0);
  });

  test('is ended when its time is over', async () => {
    const { code, end } = await runCommand('exec sleep 20', { cwd: at('home'), seconds: 0.2 });
    expect([code, end]).toEqual([undefined, 'it was ended by SIGTERM']);
    expect((await runCommand('sleep 0.3', { cwd: at('home') })).code).toBe(0);
  });
});
