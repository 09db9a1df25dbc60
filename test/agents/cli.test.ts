/** The command line of Smithery's golden as it would be installed: what it says, sends, refuses and how it ends. */
import { spawnSync } from 'node:child_process';
import {
  lstatSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aboutTokens } from '../../generator/plan/tokens.ts';
import { type Ended, cliProgram, runProgram } from './cli-support.ts';
import { CANARY, type Service, environment, startService } from './support.ts';

let service: Service;
let program: string;
const folder = mkdtempSync(join(tmpdir(), 'sdkwright-cli-'));

beforeAll(async () => {
  service = await startService();
  program = await cliProgram();
  writeFileSync(join(folder, 'body.json'), '{"displayName": "From a file"}');
  writeFileSync(join(folder, 'icon.png'), 'bytes of an icon');
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await service.close();
});

/** Every run of this file goes through here: none may show the credential. */
async function run(
  args: readonly string[],
  options: { readonly env?: Record<string, string>; readonly input?: string } = {},
): Promise<Ended> {
  const ended = await runProgram(
    program,
    args,
    { ...environment(service), ...options.env },
    { cwd: folder, ...options },
  );
  for (const form of [CANARY, Buffer.from(CANARY).toString('hex')])
    expect(`${ended.out}${ended.err}`).not.toContain(form);
  return ended;
}

describe('help', () => {
  test('of the root is small, and names every group', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    expect(aboutTokens(out)).toBeLessThanOrEqual(500);
    for (const word of ['servers:', 'connect:', 'skills:', 'help WORDS', 'Exit codes'])
      expect(out).toContain(word);
  });

  test.each([
    [['servers', '--help'], 'releases  group: list deploy get resume stream'],
    [['servers', 'releases', '--help'], 'deploy  Publish a server'],
    [['servers', 'list', '-h'], '--page-size N'],
    [['servers', 'delete', '--help'], 'Without a terminal, --yes is required'],
    [['help', 'servers', 'get'], 'Usage: smithery servers get <qualified-name>'],
    [['help', 'remove', 'a', 'skill'], 'smithery skills delete'],
    [['--version'], '0.0.1\n'],
    [['man'], '.SH EXIT STATUS'],
  ])('%j', async (args, expected) => {
    const { code, out, err } = await run(args);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(args[0] === '--version' ? '.' : expected);
  });

  test.each([
    [[], 52],
    [['servers', 'releases'], 5],
  ])('%j as JSON', async (words, count) => {
    const found = JSON.parse((await run([...words, '--help', '--json'])).out) as { commands: object[] };
    expect(found.commands).toHaveLength(count);
  });

  test('of a command as JSON is the entry of the catalogue', async () => {
    const { out } = await run(['servers', 'list', '--help', '--json']);
    expect(JSON.parse(out)).toMatchObject({ id: 'servers.list', effect: 'read', input: { type: 'object' } });
  });
});

describe('answers', () => {
  test.each([
    [['servers', 'get', 'a', '--select', 'qualifiedName'], '{"qualifiedName":"a"}\n'],
    [['servers:get', 'a', '--select=qualifiedName'], '{"qualifiedName":"a"}\n'],
    [
      ['servers', 'get', '--qualified-name', 'a', '--select', 'qualifiedName', '--format', 'yaml'],
      'qualifiedName: a\n',
    ],
    [
      ['servers', 'list', '--limit', '2', '--select', 'qualifiedName'],
      '{"qualifiedName":"acme/s1-0"}\n{"qualifiedName":"acme/s1-1"}\n',
    ],
    [['servers', 'list', '--limit', '1', '--select', 'useCount', '--format', 'json'], '[{"useCount":0}]\n'],
    [
      ['servers', 'list', '--limit', '2', '--select', 'qualifiedName,useCount', '--format', 'table'],
      'QUALIFIEDNAME  USECOUNT\nacme/s1-0      0\nacme/s1-1      1\n',
    ],
  ])('%j', async (args, expected) => {
    const { code, out } = await run(args);
    expect(out).toBe(expected);
    expect(code).toBe(0);
  });

  test('a list says that there is more, and --all gives all of it', async () => {
    const some = await run(['servers', 'list', '--select', 'useCount']);
    expect(some.out.trim().split('\n')).toHaveLength(20);
    expect(some.err).toContain('--all gives all');
    const all = await run(['servers', 'list', '--all', '--select', 'useCount']);
    expect(all.out.trim().split('\n')).toHaveLength(30);
    expect(all.err).toBe('');
  });

  test('a stream is an event on each line, into a file if asked', async () => {
    const { out } = await run([
      'servers',
      'releases',
      'stream',
      'r1',
      '--qualified-name',
      'a',
      '--limit',
      '3',
    ]);
    expect(out.trim().split('\n')).toHaveLength(3);
    await run(['servers', 'get', 'a', '-o', 'out.json']);
    expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))).toMatchObject({ qualifiedName: 'a' });
  });

  test('echoes of the credential are black', async () => {
    expect((await run(['servers', 'get', 'a'])).out.match(/\[redacted\]/g)?.length).toBeGreaterThanOrEqual(6);
  });
});

describe('arguments', () => {
  test.each([
    [['servers', 'update', 'a', '--display-name', 'x'], '', { displayName: 'x' }],
    [['servers', 'update', 'a', '--data', '{"displayName":"x"}'], '', { displayName: 'x' }],
    [['servers', 'update', 'a', '--data', '@body.json'], '', { displayName: 'From a file' }],
    [['servers', 'update', 'a', '--data', '-'], '{"displayName":"piped"}', { displayName: 'piped' }],
    [
      ['servers', 'update', 'a', '--data', '@body.json', '--display-name', 'wins'],
      '',
      { displayName: 'wins' },
    ],
    [['namespaces', 'create'], '', undefined],
  ])('%j', async (args, input, body) => {
    const before = service.requests.length;
    const { code } = await run(args, { input });
    expect(code).toBe(0);
    const sent = service.requests[before]?.body ?? '';
    expect(sent === '' ? undefined : JSON.parse(sent)).toEqual(body);
  });

  test('a file goes as it is', async () => {
    const before = service.requests.length;
    const { code } = await run(['skills', 'upload', 's', '--namespace', 'n', '--archive', '@icon.png']);
    expect(code).toBe(0);
    expect(service.requests[before]?.body).toContain('bytes of an icon');
    expect(service.requests[before]?.body).toContain('filename="icon.png"');
  });
});

describe('errors are a line of JSON, and a number', () => {
  test.each([
    [['server', 'list'], 2, 'did you mean servers?'],
    [['servers', 'lst'], 2, 'did you mean servers list?'],
    [['list'], 2, 'unknown command'],
    [['servers', 'list', '--page-sise', '3'], 2, 'did you mean --page-size?'],
    [['servers', 'list', '--page', 'three'], 2, 'page: is \\"three\\", but must be a whole number'],
    [['servers', 'list', '--page', '9007199254740993'], 2, 'cannot be sent exactly because it is too large'],
    [['servers', 'list', '--page', '1e999'], 2, 'cannot be sent exactly because it is too large'],
    [
      ['servers', 'list', '--data', '{"page":9007199254740993}'],
      2,
      '--data: 9007199254740993 cannot be sent',
    ],
    [
      ['servers', 'list', '--data', '{"q":"9007199254740993 \\" 1","page":-1e999}'],
      2,
      '--data: -1e999 cannot',
    ],
    [['servers', 'list', '--page', '--q', 'x'], 2, 'requires a value'],
    [['servers', 'list', '--page', '1', '--page', '2'], 2, 'was passed twice'],
    [['servers', 'list', 'extra'], 2, 'takes no values'],
    [['servers', 'list', '--limit', '0'], 2, 'a whole number from 1'],
    [['servers', 'list', '--format', 'xml'], 2, 'allowed are json, jsonl'],
    [['servers', 'list', '--data', '@missing.json'], 2, 'cannot be read (ENOENT)'],
    [['servers', 'list', '--data', '{'], 2, 'not valid JSON'],
    [['servers', 'list', '--data', '{"__proto__":{}}'], 2, '__proto__: not a name'],
    [['servers', 'get'], 2, '<qualified-name> is missing'],
    [['servers', 'delete', 'a'], 2, 'without a terminal, pass --yes'],
    [
      ['skills', 'upload', 's', '--namespace', 'n', '--archive', 'icon.png'],
      2,
      'to send a file, write @icon.png',
    ],
    [['completion', 'tcsh'], 2, 'bash, zsh or fish'],
    [['--colour'], 2, 'flags must follow the command'],
    [['servers', 'get', 'missing'], 5, '404 Server not found'],
    [['servers', 'get', 'denied'], 4, 'may not do this'],
  ])('%j ends with %d', async (args, code, message) => {
    const before = service.requests.length;
    const ended = await run(args);
    expect(ended.err).toContain(message);
    expect(ended.code).toBe(code);
    expect(ended.out).toBe('');
    const { error } = JSON.parse(ended.err) as { error: { message: string; code: string } };
    expect(error.code).toBe(code === 2 ? 'usage' : code === 5 ? 'not_found' : 'credential');
    expect(service.requests.length - before).toBe(code === 2 ? 0 : 1);
  });

  test.each([
    [{ SMITHERY_API_KEY: '' }, 4, 'SMITHERY_API_KEY'],
    [{ SMITHERY_BASE_URL: 'http://127.0.0.1:9' }, 1, 'onnection'],
  ])('%j', async (env, code, message) => {
    const ended = await run(['servers', 'get', 'a'], { env });
    expect(ended.err).toContain(message);
    expect(ended.code).toBe(code);
  });

  test.each([
    [['servers', 'update', 'a', '--data', '@pipe'], 'not valid JSON'],
    [['servers', 'update', 'a', '--data', '@/dev/null'], 'not valid JSON'],
    [['servers', 'update', 'a', '--data', '@/dev/zero'], 'has more than'],
    [['servers', 'update', 'a', '--data', '@.'], 'cannot be read (EISDIR)'],
    [['skills', 'upload', 's', '--namespace', 'n', '--archive', '@/dev/zero'], 'is not a file'],
    [['skills', 'upload', 's', '--namespace', 'n', '--archive', '@.'], 'is not a file'],
    [['skills', 'upload', 's', '--namespace', 'n', '--archive', '@missing'], 'cannot be read (ENOENT)'],
    [['servers', 'get', '../admin'], 'must not contain the path segment ..'],
    [['servers', 'get', 'a', '-o', '.'], 'is a folder'],
    [['servers', 'get', 'a', '-o', 'missing/a.json'], 'cannot be written (ENOENT)'],
    [['servers', 'get\u009b31m'], '\\u009b31m'],
  ])('%j is refused', async (args, message) => {
    writeFileSync(join(folder, 'pipe'), '');
    const ended = await run(args);
    expect(ended.err).toContain(message);
    expect(ended.err).not.toMatch(/[\u0080-\u009f\u001b]/);
    expect(ended.code).toBe(2);
  });

  test('a file is replaced when all has come, and stays as it was when not; a link stays a link', async () => {
    const path = join(folder, 'kept.json');
    writeFileSync(path, 'old', { mode: 0o600 });
    symlinkSync(path, join(folder, 'link.json'));
    expect((await run(['servers', 'get', 'missing', '-o', 'kept.json'])).code).toBe(5);
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect((await run(['servers', 'get', 'a', '-o', 'link.json'])).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain('"qualifiedName":"a"');
    expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect((await run(['servers', 'get', 'a', '-o', '/dev/null'])).code).toBe(0);
  });

  test('with --yes it removes', async () => {
    expect((await run(['servers', 'delete', 'a', '--yes'])).code).toBe(0);
  });
});

describe('completion', () => {
  test.each([
    [['ser'], ['servers']],
    [
      ['servers', 'l'],
      ['logs', 'list'],
    ],
    [
      ['servers', 'list', '--page'],
      ['--page', '--page-size'],
    ],
    [
      ['servers', 'list', '--format', 'j'],
      ['json', 'jsonl'],
    ],
    [['servers', 'list', '--verified', 't'], ['true']],
    [['nothing', 'x'], []],
  ])('%j', async (words, expected) => {
    const { out } = await run(['__complete', ...words]);
    expect(out.split('\n').filter((line) => line !== '')).toEqual(expected);
  });

  const has = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;
  test.skipIf(!has('bash'))('bash runs it', async () => {
    const script = (await run(['completion', 'bash'])).out;
    const bin = join(folder, 'smithery');
    writeFileSync(bin, `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`, { mode: 0o755 });
    const asked = `${script}\nCOMP_WORDS=(smithery servers rel)\nCOMP_CWORD=2\n_smithery\nprintf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', asked], {
      env: { ...process.env, PATH: `${folder}:${process.env['PATH']}` },
      encoding: 'utf8',
    });
    expect([stdout, stderr]).toEqual(['releases\n', '']);
  });
  test.each(['zsh', 'fish'])('%s reads it', async (shell) => {
    const script = (await run(['completion', shell])).out;
    expect(script).toContain('smithery __complete');
    if (!has(shell)) return;
    expect(spawnSync(shell, ['-n'], { input: script }).status).toBe(0);
  });
});
