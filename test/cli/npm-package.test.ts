/** A published SDK is opened: what npm is asked, what its answers mean, and what is read of a package. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPublished, publishedIn, versionIn } from '../../generator/cli/diff-npm.ts';

const PATH = process.env['PATH'] ?? '';
const SPEC = 'openapi.documented.yml';
const CONFIG = 'openapi.config.json';

let top = '';
beforeAll(() => void (top = realpathSync(mkdtempSync(join(tmpdir(), 'sdkwright-npm-')))));
afterAll(() => rmSync(top, { recursive: true, force: true }));
afterEach(() => void (process.env['PATH'] = PATH));

const put = (path: string, text: string | Uint8Array): void => {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), text);
};

describe.skipIf(process.platform === 'win32')('npm', () => {
  /** A program in the place of npm: it writes down its arguments and where it runs, and does as it is told. */
  const npmDoes = (script: string): void => {
    put(
      'bin/npm',
      `#!/bin/sh\nprintf '%s\\n' "$@" > '${top}/args'\npwd > '${top}/where'\nls -A > '${top}/files'\ncat package.json > '${top}/package'\n${script}\n`,
    );
    chmodSync(join(top, 'bin/npm'), 0o755);
  };
  const open = (label: string) => openPublished(label, join(top, 'checkout'));
  const read = (name: string): string => readFileSync(join(top, name), 'utf8').trim();

  beforeAll(() => {
    mkdirSync(join(top, 'checkout'), { recursive: true });
    put('made/package/package.json', '{ "name": "@acme/pets", "version": "1.4.0" }');
    put(`made/package/${SPEC}`, 'openapi: 3.1.0');
    put('empty/package/package.json', '{ "name": "@acme/pets" }');
    for (const name of ['made', 'empty'])
      execFileSync('tar', ['-czf', join(top, `${name}.tgz`), '-C', join(top, name), 'package']);
  });
  beforeEach(() => {
    process.env['PATH'] = `${join(top, 'bin')}${delimiter}${PATH}`;
    rmSync(join(top, 'args'), { force: true });
  });

  it('packs into an empty folder, without scripts, and leaves nothing behind', async () => {
    npmDoes(`cp '${top}/made.tgz' acme-pets-1.4.0.tgz; echo text > a.txt`);
    const { published, diagnostics } = await open('npm:@acme/pets@1.4.0');
    expect(diagnostics).toEqual([]);
    expect(published).toMatchObject({ entry: SPEC, name: '@acme/pets', version: '1.4.0' });
    expect([read('files'), read('package')]).toEqual(['package.json', '{}']);
    expect(read('args').split('\n')).toEqual([
      ...['pack', '@acme/pets@1.4.0', '--ignore-scripts', '--loglevel=error'],
      ...['--pack-destination', read('where')],
    ]);
    expect(read('where')).not.toContain('checkout');
    expect(existsSync(read('where'))).toBe(false);
  });

  it.each([
    ['acme', 'acme'],
    ['acme@latest', 'acme@latest'],
    ['@acme/pets@^1.2.3', '@acme/pets@^1.2.3'],
    ['acme@~1.2.3-rc.1+build', 'acme@~1.2.3-rc.1+build'],
    ['~/pets.tgz', '~/pets.tgz'],
    ['./sdk', 'checkout/sdk'],
    ['../sdk-1.0.0.tgz', 'sdk-1.0.0.tgz'],
    ['/nowhere/sdk', '/nowhere/sdk'],
  ])('is asked for %s as %s', async (spec, wanted) => {
    npmDoes('exit 1');
    await open(`npm:${spec}`);
    expect(read('args').split('\n')[1]).toBe(/^[/~@]|^acme/.test(wanted) ? wanted : join(top, wanted));
  });

  it.each(['', '--version', '-g', 'a;b', ';a', 'a b', '$(x)', 'a\nb', 'a|b', 'a"b', '%PATH%', 'a&b'])(
    'is not asked for %j',
    async (spec) => {
      npmDoes('exit 1');
      const { published, diagnostics } = await open(`npm:${spec}`);
      expect(published).toBeUndefined();
      expect(diagnostics).toMatchObject([{ code: 'package-not-opened' }]);
      expect(diagnostics[0]?.message).toContain('what follows npm: is not the name of a package');
      expect(existsSync(join(top, 'args'))).toBe(false);
    },
  );

  it.each([
    ['npm error code E404\nnpm error 404 Not Found\nnpm error a log', 'code E404, 404 Not Found'],
    ['npm ERR! code E404', 'code E404'],
    ['\nnpm error\n  plain words npm error\n', 'plain words npm error'],
    ['', 'it ended with 7'],
  ])('that fails with %j is reported as %s', async (err, reason) => {
    put('err', err);
    npmDoes(`cat '${top}/err' >&2; cp '${top}/made.tgz' x.tgz; exit 7`);
    const { published, diagnostics } = await open('npm:acme');
    expect(published).toBeUndefined();
    expect(diagnostics.map(({ message }) => message)).toEqual([
      `The published SDK npm:acme could not be opened: ${reason}.`,
    ]);
  });

  it.each([
    ['true', 'npm packed nothing'],
    ['touch x.tgz.txt', 'npm packed nothing'],
    ['echo nothing > x.tgz', 'not in gzip format'],
    ["cp '{top}/empty.tgz' x.tgz", `the package has no ${SPEC}; SDKs made by sdkwright have one`],
  ])('that does %s gives no SDK', async (script, reason) => {
    npmDoes(script.replace('{top}', top));
    const { published, diagnostics } = await open('npm:acme');
    expect(published).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'package-not-opened' }]);
    expect(diagnostics[0]?.message).toContain(reason);
  });
});

describe('a package', () => {
  let count = 0;
  const openFolder = async (files: Readonly<Record<string, string | Uint8Array>>) => {
    const name = `packages/${(count += 1)}/package`;
    mkdirSync(join(top, name), { recursive: true });
    for (const [path, text] of Object.entries(files)) put(`${name}/${path}`, text);
    return publishedIn(join(top, name));
  };
  const textIn = async (files: Parameters<typeof openFolder>[0], path = SPEC) => {
    const file = await (await openFolder(files))?.io.readFile(path);
    return file?.kind === 'bytes' ? new TextDecoder().decode(file.bytes) : undefined;
  };

  it('has its document, name and version', async () => {
    const found = await openFolder({ [SPEC]: 'plain', 'package.json': '{"name":"a","version":"2.0.0"}' });
    expect(found).toStrictEqual({ entry: SPEC, io: expect.anything(), name: 'a', version: '2.0.0' });
    expect(await found?.io.readFile(CONFIG)).toBeUndefined();
  });

  it('may have a config', async () => {
    const found = await openFolder({ [SPEC]: 'plain', [CONFIG]: '{}' });
    expect(found).toStrictEqual({ entry: SPEC, io: expect.anything(), config: CONFIG });
    expect(await textIn({ [SPEC]: 'plain', [CONFIG]: '{"a":1}' }, CONFIG)).toBe('{"a":1}');
    expect(await textIn({ [SPEC]: 'plain', [`dist/${CONFIG}.gz`]: gzipSync('{"b":1}') }, CONFIG)).toBe(
      '{"b":1}',
    );
  });

  it('has its document plain, else compressed', async () => {
    const packed = { [`dist/${SPEC}.gz`]: gzipSync('packed') };
    expect(await textIn({ [SPEC]: 'plain', ...packed })).toBe('plain');
    expect(await textIn(packed)).toBe('packed');
    expect(await openFolder({ [`dist/${SPEC}.gz`]: 'not compressed' })).toBeUndefined();
    expect(await openFolder({ 'package.json': '{}' })).toBeUndefined();
  });

  it('does not fill the memory with a document', async () => {
    const bomb = gzipSync(new Uint8Array(200_000_001), { level: 1 });
    expect(await openFolder({ [`dist/${SPEC}.gz`]: bomb })).toBeUndefined();
  });

  it.skipIf(process.platform === 'win32')('reads nothing outside of the archive through a link', async () => {
    put('secret', 'secret');
    const folder = join(top, 'linked/package');
    mkdirSync(folder, { recursive: true });
    symlinkSync(join(top, 'secret'), join(folder, SPEC));
    expect(await publishedIn(folder)).toBeUndefined();
  });

  it.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['a text', '"1.0.0"'],
    ['a list', '[]'],
    ['another type', '{"name":1,"version":null}'],
  ])('whose package.json is %s has neither name nor version', async (_title, text) => {
    const found = await openFolder({ [SPEC]: 'plain', 'package.json': text });
    expect(found).toStrictEqual({ entry: SPEC, io: expect.anything() });
    expect(versionIn(text)).toBeUndefined();
  });

  it('has a version, as its text says', () => {
    expect(versionIn('{"name":"a","version":"1.2.3"}')).toBe('1.2.3');
  });
});
