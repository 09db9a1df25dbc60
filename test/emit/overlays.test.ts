/** The worked overlays, generated from the bookshop and put to use in the runtimes that they are made for. */
import { execFile, spawn } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, createServer } from 'node:http';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Generated, generateInto as generate } from '../support/overlay.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { makeSdk } from '../support/sdk.ts';
import { projectRoot } from '../support/shared.ts';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const bin = (name: string): string => join(projectRoot, 'node_modules/.bin', name);
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function generateInto(templates: string): Promise<Generated> {
  const made = await generate(templates);
  folders.push(made.dir);
  return made;
}

/** A bookshop of two pages of authors; every other path is missing. */
const seen: {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}[] = [];
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: unknown) => void (body += String(chunk)));
  request.on('end', () => {
    const url = request.url ?? '';
    seen.push({ method: request.method ?? '', url, headers: request.headers, body });
    const isList = url.startsWith('/authors');
    const author = url.includes('starting_after=') ? 'second' : 'first';
    response.writeHead(isList ? 200 : 404, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(
        isList
          ? { authors: [{ id: author, name: author }], has_more: author === 'first' }
          : { message: 'no such thing' },
      ),
    );
  });
});
let origin = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address === 'object' && address) origin = `http://127.0.0.1:${address.port}`;
});
afterAll(() => server.close());

/** What each runtime is asked to do with the SDK; it ends up as the given names and the class of an error. */
const USE = `
  const ids: string[] = [];
  for await (const author of client.authors.list()) ids.push(author.id);
  const missing = await client.genres.list().catch((error: unknown) => error);
  const outcome = { ids, error: missing instanceof NotFoundError ? missing.status : 'unexpected' };
`;
const OUTCOME = { ids: ['first', 'second'], error: 404 };

describe('templates/deno', () => {
  let sdk: Awaited<ReturnType<typeof generateInto>>;
  const deno = async (...args: readonly string[]) =>
    run(bin('deno'), [...args], {
      cwd: sdk.dir,
      env: {
        ...process.env,
        NO_COLOR: '1',
        BOOKSHOP_API_KEY: 'from the environment',
        DENO_NO_UPDATE_CHECK: '1',
      },
    });
  beforeAll(async () => {
    sdk = await generateInto('deno');
  });

  it('is a JSR package without anything of Node', () => {
    expect(sdk.paths.filter((path) => !path.includes('/'))).toEqual([
      '.gitattributes',
      '.gitignore',
      'AGENTS.md',
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'api.md',
      'jsr.json',
      'llms.txt',
    ]);
    const jsr = JSON.parse(readFileSync(join(sdk.dir, 'jsr.json'), 'utf8')) as {
      name: string;
      exports: Record<string, string>;
    };
    expect([jsr.name, jsr.exports['.'], jsr.exports['./funcs/authors-list']]).toEqual([
      '@corner/bookshop',
      './src/index.ts',
      './src/funcs/authors-list.ts',
    ]);
    expect(Object.values(jsr.exports).filter((path) => !sdk.paths.includes(path.slice(2)))).toEqual([]);
    expect(readFileSync(join(sdk.dir, 'README.md'), 'utf8')).toContain('deno add jsr:@corner/bookshop');
    const sources = sdk.paths
      .filter((path) => path.endsWith('.ts'))
      .map((path) => readFileSync(join(sdk.dir, path), 'utf8'));
    expect(sources.filter((text) => /from '(?:node|npm):|^import.*[^s]';$/m.test(text))).toEqual([]);
  });

  it('passes the type check of Deno and the checks of JSR', async () => {
    await deno(
      'check',
      '--no-lock',
      'src/index.ts',
      ...readdirSync(join(sdk.dir, 'src/funcs')).map((file) => `src/funcs/${file}`),
    );
    const { stderr } = await deno('publish', '--dry-run', '--allow-dirty', '--no-check');
    expect(stderr).toContain('Dry run complete');
  });

  it('works in Deno', async () => {
    writeFileSync(
      join(sdk.dir, 'use.ts'),
      `import { Bookshop, NotFoundError } from './src/index.ts';\nconst client = new Bookshop({ baseURL: '${origin}' });\n${USE}\nconsole.log(JSON.stringify({ ...outcome, key: client.apiKey }));\n`,
    );
    const { stdout } = await deno(
      'run',
      '--no-lock',
      '--check',
      '--allow-net=127.0.0.1',
      '--allow-env',
      'use.ts',
    );
    expect(JSON.parse(stdout)).toEqual({ ...OUTCOME, key: 'from the environment' });
    // A variable that may not be read is one that is not set.
    await expect(deno('run', '--no-lock', '--no-prompt', '--allow-net=127.0.0.1', 'use.ts')).rejects.toThrow(
      'Missing credentials for this request',
    );
  });
});

describe('templates/workers', () => {
  let sdk: Awaited<ReturnType<typeof generateInto>>;
  beforeAll(async () => {
    sdk = await generateInto('workers');
  });

  it('is ES modules alone, and has no condition of Node', () => {
    const { type, main, exports, scripts } = JSON.parse(
      readFileSync(join(sdk.dir, 'package.json'), 'utf8'),
    ) as {
      readonly type: string;
      readonly main?: string;
      readonly exports: Readonly<Record<string, unknown>>;
      readonly scripts: unknown;
    };
    expect([type, main, scripts]).toEqual([
      'module',
      undefined,
      {
        build: 'tsc -p tsconfig.build.json && tsc -p tsconfig.types.json && node scripts/add-document.mjs',
        prepack: 'npm run build',
      },
    ]);
    expect(exports).toMatchObject({
      '.': './dist/esm/index.js',
      './*': './dist/esm/*.js',
      './internal/*': null,
    });
    expect(
      Object.entries(exports).filter(([path, one]) =>
        path === './internal/*' ? one !== null : typeof one !== 'string' || one.includes('internal'),
      ),
    ).toEqual([]);
    expect(sdk.paths.filter((path) => path.includes('cjs'))).toEqual([]);
  });

  it('builds with its own script', async () => {
    await run(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
      cwd: sdk.dir,
    });
    expect(readdirSync(join(sdk.dir, 'dist'))).toEqual(['esm']);
  });

  it('works in workerd', async () => {
    writeFileSync(
      join(sdk.dir, 'worker.ts'),
      `import { Bookshop, NotFoundError } from './src/index.ts';\nexport default { async fetch(_request: Request, env: { ORIGIN: string; KEY: string }): Promise<Response> {\nconst client = new Bookshop({ baseURL: env.ORIGIN, apiKey: env.KEY });\n${USE}\nreturn Response.json(outcome);\n} };\n`,
    );
    await build({
      entryPoints: [join(sdk.dir, 'worker.ts')],
      outfile: join(sdk.dir, 'worker.js'),
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      conditions: ['workerd', 'worker'],
      logLevel: 'silent',
    });
    writeFileSync(
      join(sdk.dir, 'config.capnp'),
      `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker", esModule = embed "worker.js")],
      compatibilityDate = "2026-01-01",
      bindings = [(name = "ORIGIN", text = "${origin}"), (name = "KEY", text = "bound")],
      globalOutbound = "local",
    )),
    (name = "local", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`,
    );
    const answer = await withWorkerd(sdk.dir, async (port) =>
      (await fetch(`http://127.0.0.1:${port}/`)).json(),
    );
    expect(answer).toEqual(OUTCOME);
    expect(seen.findLast((one) => one.url.startsWith('/authors'))?.headers.authorization).toBe(
      'Bearer bound',
    );
  });
});

/** The port is chosen by the system, and told on a descriptor of its own. */
async function withWorkerd<T>(dir: string, use: (port: number) => Promise<T>): Promise<T> {
  const worker = spawn(bin('workerd'), ['serve', 'config.capnp', '--control-fd=3'], {
    cwd: dir,
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
  });
  const [, , , control] = worker.stdio;
  try {
    const port = await new Promise<number>((resolve, reject) => {
      worker.once('exit', (code) => reject(new Error(`workerd ended with ${code}`)));
      control?.on('data', (data: unknown) => {
        for (const line of String(data).split('\n')) {
          const found = /"port":(\d+)/.exec(line)?.[1];
          if (found !== undefined) resolve(Number(found));
        }
      });
    });
    return await use(port);
  } finally {
    worker.removeAllListeners('exit');
    worker.kill();
  }
}

describe('templates/http', () => {
  it('is nothing but files: the generator does not know of it', () => {
    const generator = join(projectRoot, 'generator');
    const mentions = (readdirSync(generator, { recursive: true }) as string[])
      .filter((file) => file.endsWith('.ts'))
      .filter((file) =>
        /templates\/http|httpyac|\.http['"`]/i.test(readFileSync(join(generator, file), 'utf8')),
      );
    expect(mentions).toEqual([]);
    expect(readFileSync(join(projectRoot, 'templates/http/target.yaml'), 'utf8')).not.toContain('extends');
  });

  it('writes one header for all cookies, those of arguments and those of credentials', async () => {
    const key = (name: string): object => ({ type: 'apiKey', in: 'cookie', name });
    const cookie = (name: string): object => ({
      name,
      in: 'cookie',
      required: true,
      schema: { type: 'string' },
    });
    const operation = (more: object): object => ({
      tags: ['a'],
      responses: { 204: { description: '' } },
      ...more,
    });
    const document = {
      openapi: '3.1.0',
      info: { title: 'Shop', version: '1' },
      security: [{ one: [], two: [] }],
      components: { securitySchemes: { one: key('sid'), two: key('csrf') } },
      paths: {
        '/a': { get: operation({ parameters: [cookie('tz'), cookie('lang')] }) },
        '/b': { get: operation({ security: [], parameters: [cookie('tz')] }) },
        '/c': { get: operation({}) },
        '/d': { get: operation({ security: [] }) },
      },
    };
    const { files } = await makeSdk({
      io: memoryIo({ 'openapi.json': JSON.stringify(document) }),
      spec: 'openapi.json',
      templates: 'http',
    });
    const text = files.map((file) => file.text).join('\n');
    expect(text.match(/^Cookie: .*$/gm)).toEqual([
      'Cookie: tz=tz; lang=lang; sid={{one}}; csrf={{two}}',
      'Cookie: tz=tz',
      'Cookie: sid={{one}}; csrf={{two}}',
    ]);
  });

  it('makes request files that httpyac sends, each operation once', async () => {
    const { dir, paths } = await generateInto('http');
    expect(paths.filter((path) => !path.endsWith('.http'))).toEqual(['README.md', 'upload.txt']);
    let requests = 0;
    for (const path of paths.filter((one) => one.endsWith('.http'))) {
      const text = readFileSync(join(dir, path), 'utf8');
      requests += text.match(/^### /gm)?.length ?? 0;
      writeFileSync(join(dir, path), text.replace(/^@baseUrl = .*$/m, `@baseUrl = ${origin}`));
    }
    expect(readFileSync(join(dir, 'authors.http'), 'utf8')).toContain(
      '# @name authorsList\nGET {{baseUrl}}/authors\n',
    );
    expect(requests).toBeGreaterThan(20);
    const before = seen.length;
    const env = {
      ...process.env,
      PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`,
      BOOKSHOP_API_KEY: 'from the environment',
    };
    const { stdout } = await run(bin('httpyac'), ['send', '**/*.http', '--all', '--output', 'none'], {
      cwd: dir,
      env,
      maxBuffer: 1 << 26,
    });
    expect(stdout).toMatch(new RegExp(`\\b${requests} requests processed`));
    const sent = seen.slice(before);
    expect(sent).toHaveLength(requests);
    expect(
      sent.filter((one) =>
        /\{\{|%7B%7B|undefined/i.test(`${one.url}${one.body}${JSON.stringify(one.headers)}`),
      ),
    ).toEqual([]);
    expect(sent.find((one) => one.url === '/authors')?.headers.authorization).toBe(
      'Bearer from the environment',
    );
  });
});
