/**
 * The package that a user publishes: it builds, says the truth about itself, and works where it is installed.
 */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { type SdkFolder, sdkFolder } from '../samples/support/sdk-folder.ts';
import { projectRoot } from '../support/shared.ts';

const exec = promisify(execFile);
const bin = (name: string): string => join(projectRoot, 'node_modules/.bin', name);
const compilers = join(projectRoot, 'test/package/compilers');

const OWN = `import type { Smithery } from '../client.ts';

export const names = (client: Smithery) => client.servers.get('a/b').then((server) => server.qualifiedName);
`;

let sdk: SdkFolder;
let consumer: string;
/** The same SDK for users of an earlier one. */
let former: SdkFolder;

async function run(
  program: string,
  args: readonly string[],
  cwd: string,
): Promise<{ readonly code: number; readonly output: string }> {
  try {
    const { stdout, stderr } = await exec(program, args, { cwd, maxBuffer: 1 << 26 });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const failed = error as { readonly code?: number; readonly stdout?: string; readonly stderr?: string };
    return { code: failed.code ?? 1, output: `${failed.stdout ?? ''}${failed.stderr ?? ''}` };
  }
}

/** What the editor's server of TypeScript takes for the definition at each place: a file, and its line. */
async function definitions(
  file: string,
  places: readonly { readonly line: number; readonly offset: number }[],
): Promise<readonly { readonly file: string; readonly text: string }[]> {
  const requests = [
    { command: 'open', arguments: { file } },
    ...places.map((place) => ({ command: 'definition', arguments: { file, ...place } })),
  ].map((request, seq) => JSON.stringify({ seq, type: 'request', ...request }));
  const server = execFile(process.execPath, [
    join(projectRoot, 'node_modules/typescript/lib/tsserver.js'),
    '--disableAutomaticTypingAcquisition',
  ]);
  let output = '';
  const answersIn = (): readonly Answer[] =>
    output
      .split('\n')
      .filter((line) => line.startsWith('{') && line.endsWith('}'))
      .map((line) => JSON.parse(line) as Answer)
      .filter((answer) => answer.command === 'definition');
  server.stdout?.on('data', (chunk: string) => {
    output += chunk;
    if (answersIn().length === places.length) server.kill();
  });
  server.stdin?.write(`${requests.join('\n')}\n`);
  await once(server, 'close');
  const answers = answersIn();
  return Promise.all(
    answers.map(async ({ body }) => {
      const [place] = body ?? [];
      if (place === undefined) return { file: 'nowhere', text: '' };
      const text = (await readFile(place.file, 'utf8')).split('\n')[place.start.line - 1] ?? '';
      return { file: place.file, text: text.slice(place.start.offset - 1) };
    }),
  );
}

interface Answer {
  readonly command?: string;
  readonly body?: readonly {
    readonly file: string;
    readonly start: { readonly line: number; readonly offset: number };
  }[];
}

beforeAll(async () => {
  sdk = await sdkFolder('smithery', 'package');
  former = await sdkFolder('smithery', 'package-former', { settings: 'compat: stainless\n' });
  for (const { folder } of [sdk, former]) {
    // What users add: it goes with the package, and need not tell the type of everything that it exports.
    await mkdir(join(folder, 'src/lib'), { recursive: true });
    await writeFile(join(folder, 'src/lib/own.ts'), OWN);
    // An installation of its own is tried in CI; here the compiler of this project stands in for the same
    // version.
    const install =
      process.env['SDKWRIGHT_INSTALL'] === '1'
        ? await run('npm', ['install', '--no-audit', '--no-fund'], folder)
        : { code: 0, output: '' };
    if (install.code !== 0) throw new Error(install.output);
    const built = await run('npm', ['run', 'build'], folder);
    if (built.code !== 0) throw new Error(built.output);
  }
  consumer = join(projectRoot, '.sdkwright-tests.tmp/consumer');
  await rm(consumer, { recursive: true, force: true });
  await mkdir(join(consumer, 'node_modules/@smithery'), { recursive: true });
  await symlink(sdk.folder, join(consumer, 'node_modules/@smithery/api'));
  await symlink(former.folder, join(consumer, 'node_modules/former'));
  await writeFile(join(consumer, 'package.json'), '{ "type": "module" }');
});

describe('the package', () => {
  test('publint has nothing to say', async () => {
    const { code, output } = await run(bin('publint'), ['--strict'], sdk.folder);
    expect([code, output]).toEqual([0, expect.stringContaining('All good!')]);
  });

  test('arethetypeswrong finds no problem', async () => {
    // Into a file: it ends before a pipe has taken all.
    const report = join(consumer, 'attw.json');
    await run('sh', ['-c', '"$0" --pack . --format json > "$1"', bin('attw'), report], sdk.folder);
    const { problems } = JSON.parse(await readFile(report, 'utf8')) as {
      readonly problems: Record<string, unknown>;
    };
    expect(problems).toEqual({});
  });

  test('npm pack: these files, and no others', async () => {
    const { stdout } = await exec('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: sdk.folder,
      maxBuffer: 1 << 26,
    });
    const [packed] = JSON.parse(stdout) as readonly {
      readonly files: readonly { readonly path: string }[];
    }[];
    const paths = packed?.files.map((file) => file.path) ?? [];
    const kinds = new Map<string, number>();
    for (const path of paths) {
      const kind = /^(dist\/(?:esm|cjs)|src|docs)\//.test(path)
        ? `${path
            .split('/')
            .slice(0, path.startsWith('dist') ? 2 : 1)
            .join('/')}/**${/(\.d\.ts(?:\.map)?|\.[a-z]+)$/.exec(path)?.[0] ?? ''}`
        : path;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    const sources = sdk.files.filter((file) => file.path.startsWith('src/')).length + 1; // and src/lib/own.ts
    expect(Object.fromEntries([...kinds].sort(([a], [b]) => (a < b ? -1 : 1)))).toEqual({
      'AGENTS.md': 1,
      'CHANGELOG.md': 1,
      LICENSE: 1,
      'README.md': 1,
      'api.md': 1,
      'dist/cjs/**.d.ts': sources,
      'dist/cjs/**.js': sources,
      'dist/cjs/**.json': 1,
      'dist/esm/**.d.ts': sources,
      'dist/esm/**.d.ts.map': sources,
      'dist/esm/**.js': sources,
      'dist/openapi.config.json.gz': 1,
      'dist/openapi.documented.yml.gz': 1,
      'package.json': 1,
      'src/**.ts': sources,
    });
  });

  test('an editor goes to the line of the source', async () => {
    const file = join(consumer, 'jump.ts');
    const lines = [
      "import { Smithery } from '@smithery/api';",
      'const client = new Smithery();',
      'export const named = async (): Promise<Smithery.Server> => {',
      "  const server = await client.servers.get('a/b');",
      '  return server.qualifiedName ? server : server;',
      '};',
    ];
    await writeFile(file, lines.join('\n'));
    const asked = ['Smithery()', 'servers.get', 'get(', 'qualifiedName'].map((word) => {
      const line = lines.findIndex((text) => text.includes(word));
      return { line: line + 1, offset: (lines[line] ?? '').indexOf(word) + 1 };
    });
    const found = await definitions(file, asked);
    expect(found.map(({ file: place, text }) => `${place.slice(sdk.folder.length + 1)}: ${text}`)).toEqual([
      expect.stringMatching(/^src\/client\.ts: Smithery extends\b/),
      expect.stringMatching(/^src\/client\.ts: servers\b/),
      expect.stringMatching(/^src\/resources\/servers\/servers\.ts: get\(/),
      expect.stringMatching(/^src\/resources\/servers\/servers\.ts: qualifiedName: string/),
    ]);
  });

  test.each([
    'dist/esm/funcs/servers-get.d.ts',
    'dist/cjs/funcs/servers-get.d.ts',
    'dist/esm/client.d.ts',
    'dist/cjs/client.d.ts',
  ])('the map of %s leads to a source that is in the package', async (file) => {
    const path = join(sdk.folder, file);
    const named = /\/\/# sourceMappingURL=(.*)$/m.exec(await readFile(path, 'utf8'))?.[1] ?? 'none';
    const map = join(dirname(path), named);
    const { sources } = JSON.parse(await readFile(map, 'utf8')) as { readonly sources: readonly string[] };
    expect(sources.map((one) => join(dirname(map), one))).toEqual([
      join(sdk.folder, file.replace(/^dist\/\w+/, 'src').replace(/\.d\.ts$/, '.ts')),
    ]);
    expect(existsSync(join(dirname(map), sources[0] ?? ''))).toBe(true);
  });

  test('types have no members that are for the SDK alone', async () => {
    for (const file of ['request-options', 'request-core'])
      expect(await readFile(join(sdk.folder, `dist/esm/internal/${file}.d.ts`), 'utf8')).not.toMatch(
        /__|_secrets/,
      );
  });

  test('there are at most 12 entries in its exports, however large the API is', async () => {
    for (const { folder } of [sdk, former]) {
      const { exports } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
        readonly exports: object;
      };
      expect(Object.keys(exports).length).toBeLessThanOrEqual(12);
      expect(Object.keys(exports).filter((one) => one.includes('servers'))).toEqual([]);
    }
  });

  test.each([
    ['@smithery/api', [''], []],
    [
      'former',
      ['', '.js', '.mjs'],
      ['api-promise', 'error', 'pagination', 'resource', 'streaming', 'uploads'],
    ],
  ])('%s: public files can be imported in both ways, internal files in none', async (name, ends, core) => {
    const manifest = JSON.parse(await readFile(join(sdk.folder, 'package.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    expect([manifest['dependencies'], manifest['sideEffects']]).toEqual([undefined, false]);
    const modules = [...sdk.files.flatMap((file) => /^src\/(.*)\.ts$/.exec(file.path)?.[1] ?? []), 'lib/own'];
    const folders = modules.flatMap((one) => /^(.*)\/index$/.exec(one)?.[1] ?? []);
    const moved = core.map((one) => `core/${one}`);
    const endings = (paths: readonly string[]): readonly string[] =>
      paths.flatMap((one) => ends.map((end) => `${one}${end}`));
    const subpaths = [
      ...endings([...new Set([...modules, ...folders, ...moved])]),
      'version.none',
      'core/none',
      'dist/esm/index.js',
      'src/index.ts',
      'lib/none',
      'resources/../internal/env',
      'core/internal/env',
    ];
    const closed = [
      'ERR_PACKAGE_PATH_NOT_EXPORTED',
      'ERR_INVALID_MODULE_SPECIFIER',
      'ERR_MODULE_NOT_FOUND',
      'MODULE_NOT_FOUND',
    ];
    const script = (load: string): string => `const open = [];
for (const one of ${JSON.stringify(subpaths)}) await ${load}.then(() => open.push(one), (error) => { if (!${JSON.stringify(closed)}.includes(error.code)) console.log(one, error); });
console.log(JSON.stringify(open));`;
    await writeFile(join(consumer, 'imports.mjs'), script(`import(\`${name}/\${one}\`)`));
    await writeFile(
      join(consumer, 'requires.cjs'),
      `void (async () => {\n${script(`(async () => require(\`${name}/\${one}\`))()`)}\n})();`,
    );
    const open = endings([
      ...new Set([...modules.filter((one) => !one.startsWith('internal/')), ...folders, ...moved]),
    ]);
    for (const file of ['imports.mjs', 'requires.cjs'])
      expect(JSON.parse((await run(process.execPath, [file], consumer)).output), file).toEqual(open);
  });
});

const USE = `
const client = new Smithery({ apiKey: 'key', baseURL: process.argv[2] });
client.servers.get('a/b').then(async (server) => {
  console.log(server.qualifiedName, client.servers.constructor.name);
  const result = await serversGet(new SmitheryCore({ apiKey: 'key', baseURL: process.argv[2] }), 'missing');
  console.log(result.ok, result.error instanceof NotFoundError, result.error.message);
});
`;

describe('in a project that has installed it', () => {
  test.each([
    [
      'use.mjs',
      "import Smithery, { NotFoundError } from '@smithery/api';\nimport { SmitheryCore } from '@smithery/api/core';\nimport { serversGet } from '@smithery/api/funcs/servers-get';\n",
    ],
    [
      'itself.cjs',
      "const Smithery = require('@smithery/api');\nconst { NotFoundError } = Smithery;\nconst { SmitheryCore } = require('@smithery/api/core');\nconst { serversGet } = require('@smithery/api/funcs/servers-get');\n",
    ],
    [
      'use.cjs',
      "const { default: Smithery, NotFoundError } = require('@smithery/api');\nconst { SmitheryCore } = require('@smithery/api/core');\nconst { serversGet } = require('@smithery/api/funcs/servers-get');\n",
    ],
  ])('%s calls a server', async (file, imports) => {
    const server = createServer((request, response) => {
      const missing = request.url?.includes('missing');
      response
        .writeHead(missing ? 404 : 200, { 'content-type': 'application/json' })
        .end(missing ? '{"error":"none"}' : '{"qualifiedName":"a/b"}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await writeFile(join(consumer, file), imports + USE);
    const { output } = await run(
      process.execPath,
      [file, `http://127.0.0.1:${(server.address() as AddressInfo).port}`],
      consumer,
    );
    server.close();
    expect(output).toBe('a/b Servers\nfalse true 404 none (GET /servers/{qualifiedName})\n');
  });
});

test('what `require` gives is the client: it makes, extends and recognises clients, and has all exports', async () => {
  await writeFile(
    join(consumer, 'required.cjs'),
    `const Smithery = require('@smithery/api');
class Own extends Smithery {}
const client = new Smithery({ apiKey: 'key' });
const own = new Own({ apiKey: 'key' });
console.log(JSON.stringify([
  client instanceof Smithery, client instanceof Smithery.default, client.constructor === Smithery.Smithery,
  new Smithery.default({ apiKey: 'key' }) instanceof Smithery, own instanceof Own, own instanceof Smithery.default, own.withOptions({}) instanceof Own,
  Smithery.default === Smithery.Smithery, Smithery.__esModule, Smithery.DEFAULT_TIMEOUT, typeof Smithery.toFile, typeof Smithery.isErrorOf,
  require('@smithery/api/client').Smithery === Smithery.default, Smithery === Smithery.default, Smithery.name,
]));
`,
  );
  expect(JSON.parse((await run(process.execPath, ['required.cjs'], consumer)).output)).toEqual([
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    60_000,
    'function',
    'function',
    true,
    true,
    'Smithery',
  ]);
  await writeFile(
    join(consumer, 'named.mjs'),
    `import { createRequire } from 'node:module';
const file = createRequire(import.meta.url).resolve('@smithery/api');
const found = await import(file);
console.log(JSON.stringify([typeof found.Smithery, typeof found.toFile, typeof found.NotFoundError, found.default === (await import('node:module')).createRequire(import.meta.url)(file)]));
`,
  );
  // Tools find the names of its exports in its text.
  expect(JSON.parse((await run(process.execPath, ['named.mjs'], consumer)).output)).toEqual([
    'function',
    'function',
    'function',
    true,
  ]);
});

const TYPED = `import Smithery, { isErrorOf } from '@smithery/api';
import { SmitheryCore } from '@smithery/api/core';
import { serversGet } from '@smithery/api/funcs/servers-get';
import type { Server } from '@smithery/api/resources/servers/servers';
import { Smithery as Client } from '@smithery/api/client';
import { APIError } from '@smithery/api/error';
import { RateLimitError } from 'former/core/error.js';
import { VERSION } from 'former/version.mjs';
import { Servers } from '@smithery/api/resources/servers';
import { names } from '@smithery/api/lib/own';
// @ts-expect-error not public
import { readEnv } from '@smithery/api/internal/env';

export const others = [Client, APIError, RateLimitError, VERSION, Servers, names, readEnv];
export async function use(): Promise<void> {
  const client = new Smithery({ apiKey: 'key' });
  const server: Server = await client.servers.get('a');
  const name: string = server.qualifiedName;
  // @ts-expect-error a number it is not
  const wrong: number = server.qualifiedName;
  for await (const one of client.servers.list({ q: name })) console.log(one.displayName, wrong);
  const same: Smithery.Server = server;
  try {
    await client.servers.get(same.qualifiedName);
  } catch (error) {
    if (isErrorOf(client.servers.get, error, 404)) console.log(error.error.error.length);
  }
  const result = await serversGet(new SmitheryCore({ apiKey: 'key' }), 'a');
  if (result.ok) console.log(result.value.qualifiedName);
}
`;
const REQUIRED = `import Smithery = require('@smithery/api');
import { serversGet } from '@smithery/api/funcs/servers-get';
const client = new Smithery.Smithery({ apiKey: 'key' });
export const name: Promise<string> = client.servers.get('a').then((server) => server.qualifiedName);
export { serversGet };
`;

const LEGACY = `import { Smithery } from 'former';
import { SmitheryCore } from 'former/core';
import { NotFoundError } from 'former/core/error';
import { serversGet } from 'former/funcs/servers-get';
import { Servers, type Server } from 'former/resources/servers';
import type { Health } from 'former/resources/health';
export const find = async (client: Smithery): Promise<Server> => client.servers.get('a');
export const health = async (client: Smithery): Promise<Health> => client.health.check();
export { NotFoundError, Servers, SmitheryCore, serversGet };
export { Smithery as Client } from 'former/client.js';
export { APIError } from 'former/error.mjs';
export { RateLimitError } from 'former/core/error.js';
export { VERSION } from 'former/version';
export { Servers as Same } from 'former/resources/servers.js';
export { names } from 'former/lib/own';
// @ts-expect-error no such file
export { nothing } from 'former/nothing';
`;

describe('types', () => {
  beforeAll(async () => {
    if (!existsSync(join(compilers, 'node_modules/typescript-7'))) {
      const installed = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], compilers);
      if (installed.code !== 0) throw new Error(installed.output);
    }
    await writeFile(join(consumer, 'typed.mts'), TYPED);
    await writeFile(join(consumer, 'required.cts'), REQUIRED);
    await writeFile(join(consumer, 'legacy.ts'), LEGACY);
  });

  test.each(
    ['5-0', '5-9', '7'].flatMap((version) => [
      { version, module: 'nodenext', resolution: 'nodenext', files: ['typed.mts', 'required.cts'] },
      { version, module: 'esnext', resolution: 'bundler', files: ['typed.mts'] },
      { version, module: 'node16', resolution: 'node16', files: ['typed.mts', 'required.cts'] },
      // TypeScript 7 has left this one behind; where it is still set, the code runs on a Node that reads the
      // export map.
      ...(version === '7'
        ? []
        : [{ version, module: 'commonjs', resolution: 'node10', files: ['legacy.ts'] }]),
    ]),
  )(
    'TypeScript $version understands them with $resolution',
    async ({ version, module, resolution, files }) => {
      const name = `tsconfig.${version}.${resolution}.json`;
      await writeFile(
        join(consumer, name),
        JSON.stringify({
          compilerOptions: {
            noEmit: true,
            strict: true,
            target: 'es2022',
            lib: ['es2022', 'dom', 'dom.iterable'],
            types: [],
            skipLibCheck: false,
            module,
            moduleResolution: resolution,
          },
          files,
        }),
      );
      expect(
        await run(
          process.execPath,
          [join(compilers, `node_modules/typescript-${version}/bin/tsc`), '-p', name],
          consumer,
        ),
      ).toEqual({ code: 0, output: '' });
    },
  );
});
