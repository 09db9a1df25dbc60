/** The docs server shows what a document says on this machine, to this machine. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DocsServer, readPages, serveDocs } from '../../generator/docs-site/serve.ts';

// Before each test: what fails once for all of them is no failed test, to a mutant.
let top = '';
let server: DocsServer;
beforeEach(async () => {
  top = mkdtempSync(join(tmpdir(), 'docs-serve-'));
  mkdirSync(join(top, 'sdk/docs/deep'), { recursive: true });
  const files = {
    'README.md': '# Home',
    'CHANGELOG.md': '# Changes',
    'api.md': '# Methods',
    'other.md': '# Not one of them',
    'docs/a.md': '# A',
    'docs/deep/README.md': '# Deep',
    'docs/b.txt': 'text',
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(top, 'sdk', path), `${text}\n`);
  writeFileSync(join(top, 'secret.md'), '# Secret');
  symlinkSync('../../secret.md', join(top, 'sdk/docs/secret.md'));
  const started = await serveDocs([{ dir: join(top, 'sdk') }], { port: 0 });
  if (!started) throw new Error('no pages');
  server = started;
});
afterEach(async () => {
  await server.close();
  rmSync(top, { recursive: true, force: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

const ask = (
  path: string,
  { method = 'GET', host = 'localhost' }: { readonly method?: string; readonly host?: string } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request(server.url, { path, method, headers: { host }, agent: false }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });

test('the server listens on the loopback alone', async () => {
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  const others = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter((one) => one.address !== '127.0.0.1' && one.scopeid === undefined)
    .map((one) => one.address);
  // 127.0.0.2 is this machine too where the loopback is a whole network, as on Linux, and is not listened on.
  for (const host of [...others, ...(process.platform === 'linux' ? ['127.0.0.2'] : [])]) {
    const reached = await new Promise<boolean>((resolve) => {
      const socket = connect({ host, port: Number(new URL(server.url).port), timeout: 2_000 });
      const done = (result: boolean) => () => (socket.destroy(), resolve(result));
      socket.on('connect', done(true)).on('error', done(false)).on('timeout', done(false));
    });
    expect(reached, host).toBe(false);
  }
});

test('it answers to its own names alone', async () => {
  for (const host of ['localhost', 'LOCALHOST:80', '127.0.0.1', '127.0.0.1:4000', '[::1]', '[::1]:1'])
    expect((await ask('/', { host })).status, host).toBe(200);
  for (const host of [
    'evil.test',
    'localhost.evil.test',
    'evil.localhost',
    '127.0.0.1.evil.test',
    '127x0.0.1',
    '127.0x0.1',
    '127.0.0x1',
    'localhost:',
    'localhost:80a',
    '[::1]x',
    'x[::1]',
  ]) {
    const { status, headers, body } = await ask('/', { host });
    expect([status, headers['content-type'], body.includes('Home'), body], host).toEqual([
      421,
      'text/plain',
      false,
      'This server answers to 127.0.0.1 and localhost only.',
    ]);
  }
});

test('pages, what has moved, and what is not there', async () => {
  const page = await ask('/');
  expect(page).toMatchObject({
    status: 200,
    headers: {
      'content-type': expect.stringContaining('text/html'),
      'content-security-policy': "default-src 'self'; img-src https: data:",
      'x-content-type-options': 'nosniff',
    },
    body: expect.stringContaining('Home'),
  });
  expect(await ask('/docs/a')).toMatchObject({ status: 200, body: expect.stringContaining('<h1') });
  expect(await ask('/docs/%61?x=1')).toMatchObject({ status: 200 });
  expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  expect(await ask('/docs/deep')).toMatchObject({
    status: 301,
    headers: { location: '/docs/deep/' },
    body: '',
  });
  for (const path of ['/none', '/docs/secret', '/docs/../../secret', '/docs/b.txt', '/other']) {
    expect(await ask(path), path).toMatchObject({
      status: 404,
      headers: { 'content-type': 'text/plain' },
      body: 'There is no such page.',
    });
  }
  expect((await ask('/%zz')).status).toBe(200);
  expect((await ask('/none')).headers).not.toHaveProperty('location');
});

test('a site without a front page leads to its first page', async () => {
  const folder = join(top, 'bare');
  mkdirSync(join(folder, 'docs'), { recursive: true });
  expect(await serveDocs([{ dir: folder }], { port: 0 })).toBeUndefined();
  writeFileSync(join(folder, 'docs/z.md'), '# Z\n');
  const bare = await serveDocs([{ dir: folder }], { port: 0 });
  const { status, headers } = await fetch(bare?.url ?? '', { redirect: 'manual' });
  expect([status, headers.get('location')]).toEqual([302, '/docs/z']);
  expect((await fetch(`${bare?.url}none`)).status).toBe(404);
  expect(bare?.pages).toBe(1);
  await bare?.close();
  await expect(fetch(bare?.url ?? '')).rejects.toThrow();
});

test('pages are the Markdown of the SDK, in one order, and nothing behind a link', async () => {
  expect((await readPages(join(top, 'sdk'))).map((one) => one.path)).toEqual([
    'CHANGELOG.md',
    'README.md',
    'api.md',
    'docs/a.md',
    'docs/deep/README.md',
  ]);
});

test('a port that is taken is an error', async () => {
  await expect(
    serveDocs([{ dir: join(top, 'sdk') }], { port: Number(new URL(server.url).port) }),
  ).rejects.toThrow('EADDRINUSE');
  await expect(server.close().then(() => server.close())).rejects.toThrow();
  server = (await serveDocs([{ dir: join(top, 'sdk') }], { port: 0 })) ?? server;
});
