/** The built SDK in every JavaScript runtime, with one suite. */
import { execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NODE_VERSIONS, nodeOf } from '../support/nodes.ts';
import { projectRoot } from '../support/shared.ts';
import { startServer } from './suite/server.ts';

const run = promisify(execFile);
const here = join(projectRoot, 'test/runtimes');
const bin = (name: string): string => join(projectRoot, 'node_modules/.bin', name);

interface Outcome {
  readonly name: string;
  readonly ok: boolean;
  readonly message?: string;
}

let folder = '';
let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sdk-runtimes-'));
  const sdk = join(folder, 'node_modules/@smithery/api');
  mkdirSync(sdk, { recursive: true });
  cpSync(join(projectRoot, 'generated/smithery'), sdk, { recursive: true, filter: (path) => !/generated\/smithery\/(node_modules|dist|docs|tests)(\/|$)/.test(path) });
  await run(bin('tsc'), ['-p', join(sdk, 'tsconfig.build.json')]);
  cpSync(join(here, 'suite/suite.mjs'), join(folder, 'suite.mjs'));
  writeFileSync(join(folder, 'main.mjs'), MAIN);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  server = await startServer();
});

afterAll(async () => {
  await server?.close();
  if (folder !== '') rmSync(folder, { recursive: true, force: true });
});

/** For runtimes that import the package from disk. */
const MAIN = `import * as sdk from '@smithery/api';
import { runSuite } from './suite.mjs';
const results = await runSuite({ sdk, baseURL: (globalThis.process?.argv ?? Deno.args).at(-1) });
console.log('RESULTS ' + JSON.stringify(results));
`;

function outcomes(stdout: string): readonly Outcome[] {
  const line = stdout.split('\n').find((one) => one.startsWith('RESULTS '));
  if (line === undefined) throw new Error(`no results:\n${stdout}`);
  return JSON.parse(line.slice('RESULTS '.length)) as Outcome[];
}

function expectAll(results: readonly Outcome[]): void {
  expect(results.filter((one) => !one.ok)).toEqual([]);
  expect(results.length).toBeGreaterThanOrEqual(16);
}

async function fromDisk(command: string, args: readonly string[]): Promise<readonly Outcome[]> {
  const { stdout } = await run(command, [...args, join(folder, 'main.mjs'), server.baseURL], { cwd: folder, timeout: 60_000 });
  return outcomes(stdout);
}

describe('the built SDK runs in', () => {
  it.each(NODE_VERSIONS)('Node %i', async (version) => expectAll(await fromDisk(await nodeOf(version), ['--unhandled-rejections=strict'])));

  it('Deno', async () => expectAll(await fromDisk(bin('deno'), ['run', '--allow-net=127.0.0.1', '--allow-read', '--allow-env', '--node-modules-dir=manual'])));

  it('Bun', async () => expectAll(await fromDisk(bin('bun'), ['run'])));

  it('workerd', async () => expectAll(await inWorkerd()));

  it.skipIf(findChromium() === undefined)('Chromium', async () => expectAll(await inChromium(findChromium() ?? '')));
});

function findChromium(): string | undefined {
  const found = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path !== undefined && existsSync(path));
  if (found === undefined) console.warn('Skipped: no Chromium (set CHROMIUM_PATH, or install the package chromium).');
  return found;
}

async function bundle(entry: string): Promise<string> {
  const result = await build({ stdin: { contents: entry, resolveDir: folder }, bundle: true, format: 'esm', write: false, platform: 'browser', conditions: ['import'] });
  return result.outputFiles[0]?.text ?? '';
}

async function inWorkerd(): Promise<readonly Outcome[]> {
  const worker = await bundle(`import * as sdk from '@smithery/api';
import { runSuite } from './suite.mjs';
export default { fetch: async (request) => Response.json(await runSuite({ sdk, baseURL: new URL(request.url).searchParams.get('server') })) };`);
  writeFileSync(join(folder, 'worker.mjs'), worker);
  const port = await freePort();
  writeFileSync(join(folder, 'workerd.capnp'), `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (modules = [(name = "worker", esModule = embed "worker.mjs")], compatibilityDate = "2026-01-01", globalOutbound = "net")),
    (name = "net", network = (allow = ["private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
`);
  const child = spawn(bin('workerd'), ['serve', join(folder, 'workerd.capnp')], { stdio: 'inherit' });
  try {
    const url = `http://127.0.0.1:${port}/?server=${encodeURIComponent(server.baseURL)}`;
    for (let attempt = 0; ; attempt++) {
      const response = await fetch(url).catch(() => undefined);
      if (response) return (await response.json()) as Outcome[];
      if (attempt > 100) throw new Error('workerd did not answer');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    child.kill('SIGKILL');
  }
}

async function inChromium(executablePath: string): Promise<readonly Outcome[]> {
  const script = await bundle(`import * as sdk from '@smithery/api';
import { runSuite } from './suite.mjs';
globalThis.results = runSuite({ sdk, baseURL: ${JSON.stringify(server.baseURL)} });`);
  const site = createServer((request, response) => {
    const isScript = request.url === '/main.js';
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' }).end(isScript ? script : '<!doctype html><script type="module" src="/main.js"></script>');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    await tab.waitForFunction('globalThis.results !== undefined');
    return (await tab.evaluate('globalThis.results')) as Outcome[];
  } finally {
    await browser.close();
    site.close();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  return port;
}
