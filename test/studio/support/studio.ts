/** The studio as people start it: the command of the build, in a folder of its own. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type Server, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot, sharedFolder } from '../../support/shared.ts';

const MAIN = join(projectRoot, 'dist/cli/main.js');

export interface Studio {
  readonly url: string;
  readonly port: number;
  /** As a browser sends it. */
  readonly cookie: string;
  readonly child: ChildProcess;
  readonly ask: (path: string, options?: AskOptions) => Promise<Answer>;
  /** As the page does. */
  readonly post: (path: string, body: object) => Promise<Answer>;
  readonly stop: () => void;
}

interface AskOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly json: any;
}

/** `fetch` sets Host and Origin itself; here they are what a test says. */
const send = (
  port: number,
  path: string,
  { method = 'GET', headers = {}, body }: AskOptions,
): Promise<Answer> =>
  new Promise((done, fail) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => {
        let json: unknown;
        try {
          json = JSON.parse(text);
        } catch {}
        done({ status: response.statusCode ?? 0, headers: response.headers, text, json });
      });
    });
    sent.on('error', fail);
    sent.end(body);
  });

export async function startStudio(folder: string, ...args: readonly string[]): Promise<Studio> {
  const child = spawn(process.execPath, [MAIN, 'studio', '--port', '0', ...args], {
    cwd: folder,
    env: { ...process.env, ...environments.get(folder) },
  });
  const url = await new Promise<string>((done, fail) => {
    let said = '';
    const hear = (data: Buffer): void => {
      said += String(data);
      const found = /http:\/\/\S+/.exec(said)?.[0];
      if (found !== undefined) done(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', (code) => fail(new Error(`it ended with ${code}: ${said}`)));
  });
  const { port } = new URL(url);
  const token = new URL(url).searchParams.get('token');
  const cookie = `sdkwright-studio-${port}=${token}`;
  const ask: Studio['ask'] = (path, options = {}) =>
    send(Number(port), path, {
      ...options,
      headers: { host: `127.0.0.1:${port}`, cookie, ...options.headers },
    });
  return {
    url,
    port: Number(port),
    cookie,
    child,
    ask,
    post: (path, body) =>
      ask(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json' },
      }),
    stop: () => void child.kill('SIGKILL'),
  };
}

/** Variables of the studio in a folder. */
const environments = new Map<string, Readonly<Record<string, string>>>();

/** A registry of npm whose one package is a folder of the project; the studio of the project asks it. */
export async function withRegistry(folder: string, packed: string): Promise<Server> {
  const server = createServer(({ url }, response) => {
    const { port } = server.address() as AddressInfo;
    const { name, version } = JSON.parse(readFileSync(join(folder, packed, 'package.json'), 'utf8'));
    const dist = { tarball: `http://127.0.0.1:${port}/package.tgz` };
    const about = {
      name,
      'dist-tags': { latest: version },
      versions: { [version]: { name, version, dist } },
    };
    if (url === '/package.tgz')
      response.end(
        execFileSync('tar', ['-czf', '-', '--transform', `s,^${packed},package,`, packed], { cwd: folder }),
      );
    else if (decodeURIComponent(url ?? '') === `/${name}`) response.end(JSON.stringify(about));
    else response.writeHead(404).end('{}');
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  environments.set(folder, {
    npm_config_registry: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    npm_config_cache: join(folder, '.npm'),
    npm_config_fetch_retries: '0',
  });
  return server;
}

const folders: string[] = [];

export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'sdkwright-studio-'));
  if (folders.length === 0)
    process.once('exit', () => {
      for (const each of folders) rmSync(each, { recursive: true, force: true });
    });
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Smithery's document with its config, whose outputs stay in the folder. */
export const smithery = (): Readonly<Record<string, string>> => ({
  'openapi.yml': readFileSync(join(projectRoot, 'specs/smithery/openapi.yml'), 'utf8'),
  'sdkwright.yml': readFileSync(join(projectRoot, 'specs/smithery/sdkwright.yml'), 'utf8').replaceAll(
    '../../generated/smithery',
    'sdk',
  ),
});

/** The bookshop's document with its config: models, page schemes, client options and webhooks. */
export const bookshop = (): Readonly<Record<string, string>> => ({
  'openapi.yml': readFileSync(join(projectRoot, 'specs/bookshop/openapi.yml'), 'utf8'),
  'sdkwright.yml': readFileSync(join(projectRoot, 'specs/bookshop/sdkwright.yml'), 'utf8').replaceAll(
    '../../generated/bookshop',
    'sdk',
  ),
});

/** A real document of 296 operations that nobody wrote a config for; undefined where the corpus is not here. */
export function unseen(): string | undefined {
  if (sharedFolder === undefined) return undefined;
  const name = 'dev/files/box.box-openapi--openapi.json';
  return execFileSync('tar', ['-xJOf', join(sharedFolder, 'corpus/dev.tar.xz'), name], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
}

/** What `sdkwright init` proposes. */
export const proposalFor = (folder: string, spec: string): string =>
  execFileSync(process.execPath, [MAIN, 'init', spec, '--stdout'], { cwd: folder, encoding: 'utf8' });
