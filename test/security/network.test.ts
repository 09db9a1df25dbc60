/** What a config, a document or a web page can make this machine's network do. */
import { request } from 'node:http';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { serveDocs } from '../../generator/docs-site/serve.ts';
import { SECRET, SPEC, createScene } from './support.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections(), server.close();
});

/** A server and what it was asked for. `answer` may be a redirect. */
async function serve(
  answer: string | { readonly location: string },
): Promise<{ readonly url: string; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    if (typeof answer === 'string' || url === '/moved')
      response.end(typeof answer === 'string' ? answer : SPEC);
    else response.writeHead(302, answer).end();
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

describe('a URL that a config names', () => {
  test.each([
    ['as the document', (url: string) => `spec: ${url}/openapi.yml\n`, []],
    [
      'as an overlay',
      (url: string) => `openapi: { overlays: ["${url}/overlay.yml"] }\n`,
      ['--spec', 'openapi.yml'],
    ],
  ])('%s is asked with --allow remote only', async (_title, config, args) => {
    const { url, asked } = await serve(
      'overlay: 1.0.0\nactions: [{ target: $.info, update: { title: New } }]\n',
    );
    const { put, run } = createScene();
    put('repository/sdkwright.yml', config(url));
    for (const command of [['check'], ['generate', '--out', 'sdk'], ['ir']])
      expect((await run(...command, ...args)).said).toContain('error[config-remote]');
    expect(asked).toEqual([]);
    await run('check', ...args, '--allow', 'remote');
    expect(asked).toHaveLength(1);
  });
});

test('a redirect to another host is not followed, one within the host is', async () => {
  const inside = await serve(SECRET);
  const outside = await serve({ location: `${inside.url}/latest/meta-data/` });
  const { run } = createScene();
  const { code, said } = await run('check', '--spec', `${outside.url}/openapi.yml`);
  expect(inside.asked).toEqual([]);
  expect(code).toBe(1);
  expect(said).toContain(`it redirects to another host, ${inside.url}/latest/meta-data/; name that address`);
  const moved = await serve({ location: '/moved' });
  expect((await run('check', '--spec', `${moved.url}/openapi.yml`)).code).toBe(0);
  expect(moved.asked).toEqual(['/openapi.yml', '/moved']);
});

describe('the docs server', () => {
  const get = (url: string, host: string): Promise<{ readonly status: number; readonly text: string }> =>
    new Promise((resolve, reject) => {
      request(url, { headers: { host } }, (response) => {
        let text = '';
        response
          .on('data', (chunk: Buffer) => (text += chunk.toString()))
          .on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      })
        .on('error', reject)
        .end();
    });

  test('answers to its own names only', async () => {
    const { top, put } = createScene();
    put('sdk/README.md', `# Shop\n\n${SECRET}\n`);
    const server = await serveDocs([{ dir: join(top, 'sdk') }], { port: 0 });
    if (!server) throw new Error('no pages');
    try {
      const { port } = new URL(server.url);
      const page = `${server.url}readme/`;
      for (const host of [
        'evil.example',
        `evil.example:${port}`,
        '127.0.0.1.evil.example',
        'localhost.evil.example',
      ]) {
        const { status, text } = await get(page, host);
        expect([status, text.includes(SECRET)]).toEqual([421, false]);
      }
      const pages = await Promise.all(
        [`127.0.0.1:${port}`, `localhost:${port}`].map((host) =>
          get(`${server.url}assets/search.json`, host),
        ),
      );
      expect(pages.map(({ status, text }) => [status, text.includes(SECRET)])).toEqual([
        [200, true],
        [200, true],
      ]);
    } finally {
      await server.close();
    }
  });

  test('listens on the loopback only, and serves no file outside its folder', async () => {
    const { top, put, link } = createScene();
    put('sdk/README.md', '# Shop\n');
    link('sdk/docs/leak.md', '../../home/secret');
    const server = await serveDocs([{ dir: join(top, 'sdk') }], { port: 0 });
    if (!server) throw new Error('no pages');
    try {
      expect(new URL(server.url).hostname).toBe('127.0.0.1');
      expect((await get(`${server.url}assets/search.json`, 'localhost')).text).not.toContain(SECRET);
      expect(server.pages).toBe(1);
    } finally {
      await server.close();
    }
  });
});
