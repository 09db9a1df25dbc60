/** Smithery's server as a Worker, in workerd: tools alone, and never a credential that is not the caller's. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../support/shared.ts';
import { CANARY, type Service, connectHttp, startService, textOf } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'sdkwright-worker-'));
const children: ChildProcess[] = [];
let service: Service;
let url: string;
let urlWithKey: string;

beforeAll(async () => {
  service = await startService();
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: [join(projectRoot, 'generated/smithery-mcp/src/worker.ts')],
    outfile: join(folder, 'worker.mjs'),
    bundle: true,
    platform: 'node',
    conditions: ['workerd', 'worker'],
    format: 'esm',
    logLevel: 'error',
    nodePaths: [join(projectRoot, 'node_modules')],
    alias: { '@smithery/api': join(projectRoot, 'generated/smithery/src/index.ts') },
  });
  [url, urlWithKey] = await Promise.all([started({}), started({ SMITHERY_API_KEY: CANARY })]);
}, 60_000);

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
  await service.close();
});

/** The address of a Worker with these variables. */
async function started(variables: Readonly<Record<string, string>>): Promise<string> {
  const port = await freePort();
  const file = join(folder, `${port}.capnp`);
  const bindings = Object.entries({ SMITHERY_BASE_URL: service.url, ...variables })
    .map(([name, value]) => `(name = "${name}", text = "${value}")`)
    .join(', ');
  writeFileSync(
    file,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker", esModule = embed "worker.mjs")],
      compatibilityDate = "2026-11-01",
      bindings = [${bindings}],
      globalOutbound = "net",
    )),
    (name = "net", network = (allow = ["private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
`,
  );
  const child = spawn(join(projectRoot, 'node_modules/.bin/workerd'), ['serve', file], { stdio: 'inherit' });
  children.push(child);
  const address = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await fetch(address).catch(() => undefined)) return address;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('workerd did not answer');
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const address = probe.address();
  await new Promise<void>((done) => probe.close(() => done()));
  return typeof address === 'object' && address ? address.port : 0;
}

test.each(['modern', 'legacy'] as const)(
  '%s revision: tools, with the credential of the request',
  async (era) => {
    const client = await connectHttp(`${url}/mcp`, era, { authorization: 'Bearer of_the_request_42' });
    const { tools } = await client.listTools();
    // No code: 52 calls, and the search of what their schemas leave out where there is any.
    expect(tools.filter(({ name }) => name === 'execute')).toEqual([]);
    expect(tools.length).toBeGreaterThanOrEqual(52);
    const before = service.requests.length;
    const answer = await client.callTool({ name: 'servers_get', arguments: { qualifiedName: 'acme' } });
    expect(textOf(answer)).toContain('acme');
    expect(service.requests[before]?.headers.authorization).toBe('Bearer of_the_request_42');
    expect(JSON.stringify(answer)).not.toContain('of_the_request_42');
    await client.close();
  },
);

test('a request without Authorization learns where tokens come from, and nothing is sent', async () => {
  const before = service.requests.length;
  const response = await fetch(`${url}/mcp`, { method: 'POST', body: '{}' });
  expect(response.status).toBe(401);
  const place = /resource_metadata="([^"]+)"/.exec(response.headers.get('www-authenticate') ?? '')?.[1] ?? '';
  expect(await (await fetch(place)).json()).toEqual({
    resource: `${url}/mcp`,
    authorization_servers: ['https://auth.smithery.ai'],
  });
  expect(service.requests).toHaveLength(before);
  expect((await fetch(`${url}/other`)).status).toBe(404);
});

test('a Worker that holds a credential answers nobody', async () => {
  const response = await fetch(`${urlWithKey}/mcp`, {
    method: 'POST',
    body: '{}',
    headers: { authorization: 'Bearer anything' },
  });
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(text).toContain('SMITHERY_API_KEY');
  expect(text).not.toContain(CANARY);
});
