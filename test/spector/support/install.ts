/**
 * The mock server's packages and what they say, made once per version and kept outside the repository's
 * files.
 */
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { nodeOf } from '../../support/nodes.ts';
import { projectRoot } from '../../support/shared.ts';

const exec = promisify(execFile);
const home = join(projectRoot, 'test/spector');
const packages = join(home, 'node_modules');

/** A specification: its documents (none where OpenAPI cannot say it) and what its server expects. */
export interface Specification {
  readonly name: string;
  readonly documents: readonly string[];
  readonly problems: readonly string[];
  readonly scenarios: readonly Scenario[];
}

export interface Scenario {
  readonly name: string;
  readonly expectations: readonly Expectation[];
}

/** One request and its answer. Bytes are `{ $bytes: base64 }`, the server's address is `{baseUrl}`. */
export interface Expectation {
  readonly uri: string;
  readonly method: string;
  readonly request?: {
    readonly headers?: Readonly<Record<string, unknown>>;
    readonly query?: Readonly<Record<string, unknown>>;
    readonly body?: ExpectedBody;
  };
  readonly response: {
    readonly status: number;
    readonly headers?: Readonly<Record<string, unknown>>;
    readonly body?: ExpectedBody;
  };
}

export interface ExpectedBody {
  readonly kind?: 'multipart';
  readonly contentType: string;
  readonly text?: string;
  /** Base64. */
  readonly bytes?: string;
  readonly parts?: Readonly<Record<string, unknown>>;
  readonly files?: readonly ExpectedFile[];
}

export interface ExpectedFile {
  readonly fieldname: string;
  readonly originalname: string;
  readonly mimetype: string;
  readonly buffer: { readonly $bytes: string };
}

/** Installs where necessary, compiles where necessary. The folder holds `documents/<name>/*.yaml`. */
export async function specifications(): Promise<{
  readonly folder: string;
  readonly list: readonly Specification[];
}> {
  const lock = await readFile(join(home, 'package-lock.json'), 'utf8');
  const script = await readFile(join(home, 'prepare.mjs'), 'utf8');
  const key = createHash('sha256').update(lock).update(script).digest('hex').slice(0, 12);
  const folder = join(projectRoot, 'node_modules/.cache/spector', key);
  const installed = join(packages, '.package-lock.json');
  if (!existsSync(installed))
    await exec('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: home });
  if (!existsSync(join(folder, 'expectations.json'))) {
    const draft = `${folder}.${process.pid}`;
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { recursive: true });
    // The server needs Node.js 22.
    await exec(await nodeOf(22), [join(home, 'prepare.mjs'), draft], { cwd: home, maxBuffer: 1 << 26 });
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  }
  const list = JSON.parse(
    await readFile(join(folder, 'expectations.json'), 'utf8'),
  ) as readonly Specification[];
  return { folder, list };
}

export interface MockServer {
  /** `http://localhost:PORT`, as it writes its own address into answers. */
  readonly url: string;
  readonly stop: () => void;
}

/** It binds to the loopback interface alone. */
export async function startServer(): Promise<MockServer> {
  const port = await freePort();
  const specs = join(packages, '@typespec/http-specs');
  const program = join(packages, '@typespec/spector/dist/src/cli/cli.js');
  const coverage = join(projectRoot, 'node_modules/.cache/spector/coverage.json');
  const child = spawn(
    await nodeOf(22),
    [program, 'serve', join(specs, 'specs'), '--port', String(port), '--coverageFile', coverage],
    {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const said: string[] = [];
  child.stderr.on('data', (text) => said.push(String(text)));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      said.push(String(text));
      if (String(text).includes('Started server')) resolve();
    });
    child.on('exit', (code) =>
      reject(new Error(`The mock server ended with ${code}: ${said.join('').slice(-2000)}`)),
    );
  });
  return { url: `http://localhost:${port}`, stop: () => void child.kill('SIGKILL') };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
