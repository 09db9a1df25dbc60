/** The built SDK in every JavaScript runtime, with one suite. */
import { execFile, spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, inChromium } from '../support/chromium.ts';
import { NODE_VERSIONS, nodeOf } from '../support/nodes.ts';
import { projectRoot } from '../support/shared.ts';
import { withVite, withWebpack } from './suite/bundlers.ts';
import { inReactNative } from './suite/metro.ts';
import { startServer } from './suite/server.ts';
import { inHermes, inJsdom } from './suite/small-platforms.ts';
import { inJest, inVitest } from './suite/test-runners.ts';
import { here, installTools } from './suite/tools.ts';

const run = promisify(execFile);
const bin = (name: string): string => join(projectRoot, 'node_modules/.bin', name);

interface Outcome {
  readonly name: string;
  readonly ok: boolean;
  readonly message?: string;
}

const browser = findChromium();
let folder = '';
let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  await installTools();
  folder = mkdtempSync(join(tmpdir(), 'sdk-runtimes-'));
  // Built outside of node_modules, where compilers behave otherwise.
  const sdk = join(folder, 'sdk');
  cpSync(join(projectRoot, 'generated/smithery'), sdk, {
    recursive: true,
    filter: (path) => !/generated\/smithery\/(node_modules|dist|docs|tests)(\/|$)/.test(path),
  });
  await run(bin('tsc'), ['-p', join(sdk, 'tsconfig.build.json')]);
  await run(bin('tsc'), ['-p', join(sdk, 'tsconfig.cjs.json')]);
  mkdirSync(join(folder, 'node_modules/@smithery'), { recursive: true });
  // A development dependency of the package.
  symlinkSync(join(projectRoot, 'node_modules/@jridgewell'), join(folder, 'node_modules/@jridgewell'));
  await run(process.execPath, [join(sdk, 'scripts/finish-cjs.mjs')]);
  renameSync(sdk, join(folder, 'node_modules/@smithery/api'));
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
  const { stdout } = await run(command, [...args, join(folder, 'main.mjs'), server.baseURL], {
    cwd: folder,
    timeout: 60_000,
  });
  return outcomes(stdout);
}

describe('the built SDK runs in', () => {
  it.each(NODE_VERSIONS)('Node %i', async (version) =>
    expectAll(await fromDisk(await nodeOf(version), ['--unhandled-rejections=strict'])),
  );

  it('Deno', async () =>
    expectAll(
      await fromDisk(bin('deno'), [
        'run',
        '--allow-net=127.0.0.1',
        '--allow-read',
        '--allow-env',
        '--node-modules-dir=manual',
      ]),
    ));

  it('Bun', async () => expectAll(await fromDisk(bin('bun'), ['run'])));

  // Before May 2025 workers had no FinalizationRegistry, before September 2025 redirects kept credentials.
  it.each(['2024-04-01', '2025-01-01', new Date().toISOString().slice(0, 10)])(
    'workerd of %s',
    async (date) => expectAll(await inWorkerd(earlier(date, WORKERD))),
  );

  it('Hermes', async () =>
    expect(await inHermes(folder)).toEqual([...TOLD, 'File is not available on this platform']));

  it('React Native: a bundle of Metro with its transformer and polyfills, in Hermes', async () => {
    expect(await inReactNative(folder)).toEqual({
      told: ['a/b', 'p1', 'p2', 'k', true, 'none', 'APIUserAbortError'],
      sent: [
        'GET https://api.example.com/servers/a%2Fb Bearer secret ',
        'GET https://api.example.com/servers?pageSize=1&q=%C3%A4%20b Bearer secret ',
        'GET https://api.example.com/servers?pageSize=1&q=%C3%A4%20b&page=2 Bearer secret ',
        'POST https://api.example.com/organizations/org/api-keys Bearer secret {"name":"one"}',
        'GET https://api.example.com/servers/missing Bearer secret ',
        'GET https://api.example.com/servers/never Bearer secret ',
        'aborted',
      ],
    });
  });

  it('jsdom', async () => expect(await inJsdom(folder)).toEqual([...TOLD, 'a.txt']));

  it.each(['mjs', 'cjs'] as const)('a bundle of webpack (%s)', async (kind) => {
    expect(await withWebpack(folder, kind)).toEqual([]);
    const { stdout } = await run(
      process.execPath,
      [join(folder, `webpack-${kind}/main.cjs`), server.baseURL],
      { timeout: 60_000 },
    );
    expectAll(outcomes(stdout));
  });

  it.skipIf(browser === undefined).each(['esbuild', 'Vite'] as const)(
    'Chromium, bundled by %s',
    async (bundler) => {
      const entry = `import * as sdk from '@smithery/api';
import { runSuite } from './suite.mjs';
globalThis.results = runSuite({ sdk, baseURL: ${JSON.stringify(server.baseURL)} });`;
      expectAll(
        await inChromium(
          browser ?? '',
          { script: bundler === 'Vite' ? await withVite(folder, entry) : await bundle(entry) },
          async (page) => {
            await page.waitForFunction('globalThis.results !== undefined');
            return (await page.evaluate('globalThis.results')) as Outcome[];
          },
        ),
      );
    },
  );
});

describe('the programs of the page on testing run in', () => {
  it('Vitest', async () => expect(await inVitest(folder)).toEqual({ passed: 3, total: 3, programs: 3 }));

  it('Jest', async () => expect(await inJest(folder)).toEqual({ passed: 3, total: 3, programs: 3 }));
});

/** Newer dates are unknown to this workerd: its version is the day of its release. */
const WORKERD = (
  JSON.parse(readFileSync(join(projectRoot, 'node_modules/workerd/package.json'), 'utf8')) as {
    readonly version: string;
  }
).version.replace(/^1\.(\d{4})(\d\d)(\d\d)\..*$/, '$1-$2-$3');
const earlier = (a: string, b: string): string => (a < b ? a : b);

/** What a small platform tells: the requests, the answers, the error. */
const TOLD = [
  'GET https://api.example.com/servers/a%2Fb Bearer secret ',
  'a/b',
  'POST https://api.example.com/organizations/org/api-keys Bearer secret {"name":"one"}',
  'k',
  'GET https://api.example.com/servers/missing Bearer secret ',
  true,
  '404 none (GET /servers/{qualifiedName})',
];

async function bundle(entry: string): Promise<string> {
  const result = await build({
    stdin: { contents: entry, resolveDir: folder },
    bundle: true,
    format: 'esm',
    write: false,
    platform: 'browser',
    conditions: ['import'],
  });
  return result.outputFiles[0]?.text ?? '';
}

async function inWorkerd(date: string): Promise<readonly Outcome[]> {
  const worker = await bundle(`import * as sdk from '@smithery/api';
import { runSuite } from './suite.mjs';
export default { fetch: async (request) => Response.json(await runSuite({ sdk, baseURL: new URL(request.url).searchParams.get('server') })) };`);
  writeFileSync(join(folder, 'worker.mjs'), worker);
  const port = await freePort();
  writeFileSync(
    join(folder, 'workerd.capnp'),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (modules = [(name = "worker", esModule = embed "worker.mjs")], compatibilityDate = "${date}", globalOutbound = "net")),
    (name = "net", network = (allow = ["private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
`,
  );
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

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  return port;
}
