/** sdkwright as its users get it: packed, installed into an empty folder, and run there. */
import { execFile, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runAction } from '../../action/steps.mjs';
import { projectRoot } from '../support/shared.ts';

const exec = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'sdkwright-user-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const sdkwright = (...args: readonly string[]): Promise<Outcome> =>
  run(join(folder, 'node_modules/.bin/sdkwright'), args);

async function run(program: string, args: readonly string[]): Promise<Outcome> {
  try {
    const { stdout, stderr } = await exec(program, args, {
      cwd: folder,
      maxBuffer: 1 << 26,
      env: { ...process.env, NO_COLOR: '1' },
    });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const failed = error as { readonly code?: number; readonly stdout?: string; readonly stderr?: string };
    return { code: failed.code ?? -1, out: failed.stdout ?? '', err: failed.stderr ?? '' };
  }
}

let tarball = '';

beforeAll(async () => {
  const { stdout } = await exec('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: projectRoot,
    maxBuffer: 1 << 26,
  });
  const [packed] = JSON.parse(stdout) as readonly { readonly filename: string }[];
  tarball = join(folder, packed?.filename ?? '');
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  await exec('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', tarball], {
    cwd: folder,
    maxBuffer: 1 << 26,
  });
  cpSync(join(projectRoot, 'specs/bookshop/openapi.yml'), join(folder, 'openapi.yml'));
}, 300_000);

test('it holds the program, its types and the template sets', () => {
  const own = join(folder, 'node_modules/sdkwright');
  expect(readdirSync(own).sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'dist',
    'docs',
    'package.json',
    'templates',
  ]);
  expect(readdirSync(join(own, 'templates')).sort()).toEqual([
    'README.md',
    'agents',
    'cli',
    'deno',
    'enums',
    'errors',
    'errors-python',
    'go',
    'http',
    'mcp',
    'msw',
    'oauth',
    'opentelemetry',
    'python',
    'tanstack-query',
    'typescript',
    'workers',
    'zod',
  ]);
  const { dependencies, scripts } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
    readonly scripts: Readonly<Record<string, string>>;
  };
  // Who installs it from a repository would run this, and has nothing to build it with.
  expect(scripts).not.toHaveProperty('prepare');
  const program = readdirSync(join(own, 'dist'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(own, 'dist', file), 'utf8'))
    .join('\n');
  // The program holds the other libraries, and with them their notices.
  for (const name of ['ajv', 'handlebars', 'minisearch', 'prettier', 'yaml'])
    expect(readFileSync(join(own, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8')).toMatch(
      new RegExp(`^${name} [\\d.]+ \\(\\w+\\)\\n\\n.+`, 'm'),
    );
  // What nothing imports is only weight for everybody who runs `npx`.
  expect(
    Object.keys(dependencies).filter(
      (name) => !program.includes(`"${name}"`) && !program.includes(`"${name}/`),
    ),
  ).toEqual([]);
});

test('--version loads a few small files, and no library', async () => {
  const list = join(folder, 'loaded.txt');
  writeFileSync(
    join(folder, 'hooks.mjs'),
    `import { appendFileSync } from 'node:fs';
export const load = (url, context, next) => {
  if (url.startsWith('file:')) appendFileSync(${JSON.stringify(list)}, url + '\\n');
  return next(url, context);
};`,
  );
  writeFileSync(
    join(folder, 'register.mjs'),
    "import { register } from 'node:module';\nregister('./hooks.mjs', import.meta.url);\n",
  );
  const main = join(folder, 'node_modules/sdkwright/dist/cli/main.js');
  const told = await run(process.execPath, ['--import', './register.mjs', main, '--version']);
  expect([told.out, told.err]).toEqual([expect.stringMatching(/^\d+\.\d+\.\d+\n$/), '']);
  const loaded = readFileSync(list, 'utf8')
    .trim()
    .split('\n')
    .map((url) => fileURLToPath(url));
  expect(loaded.filter((file) => !file.includes('sdkwright/dist/'))).toEqual([]);
  expect(loaded.length).toBeLessThan(16);
  expect(loaded.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThan(120_000);
});

describe('from nothing to an SDK', () => {
  test('init, check, generate, generate --check, diff', async () => {
    expect(await run('npx', ['--no-install', 'sdkwright', 'init', 'openapi.yml'])).toMatchObject({
      code: 0,
      err: expect.stringContaining('Wrote sdkwright.yml'),
    });
    expect(await sdkwright('check', '--spec', 'openapi.yml')).toMatchObject({ code: 0 });
    // The config says from what and where to.
    const made = await sdkwright('generate');
    expect([made.code, made.err]).toEqual([0, expect.stringMatching(/\d+ files/)]);
    expect(existsSync(join(folder, 'sdk/src/index.ts'))).toBe(true);
    expect(existsSync(join(folder, 'sdk/openapi.documented.yml'))).toBe(true);
    expect(await sdkwright('generate', '--check')).toMatchObject({ code: 0 });
    writeFileSync(join(folder, 'sdk/package.json'), '{}');
    rmSync(join(folder, 'sdk/api.md'));
    expect(await sdkwright('generate', '--spec', 'openapi.yml', '--out', 'sdk', '--check')).toMatchObject({
      code: 1,
    });
    writeFileSync(
      join(folder, 'new.yml'),
      readFileSync(join(folder, 'openapi.yml'), 'utf8')
        .replace('operationId: listGenres', 'operationId: listAllGenres')
        .replace(/^ {2}\/genres:/m, '  /all-genres:'),
    );
    expect(await sdkwright('diff', 'openapi.yml', 'new.yml')).toMatchObject({
      code: 1,
      out: expect.stringContaining('genres'),
    });
  });

  test('a second run makes nothing and tells the same warnings; --strict takes them as errors all the same', async () => {
    cpSync(join(projectRoot, 'specs/smithery/openapi.yml'), join(folder, 'warned.yml'));
    writeFileSync(join(folder, 'warned.config.yml'), 'spec: warned.yml\n');
    const args = ['generate', '--config', 'warned.config.yml', '--out', 'warned'];
    const first = await sdkwright(...args);
    const second = await sdkwright(...args);
    expect([first.code, second.code]).toEqual([0, 0]);
    expect(first.err).toMatch(/warning/);
    expect(second.err).toContain('unchanged');
    const said = (text: string): string => text.slice(0, text.indexOf(' files · '));
    expect(said(second.err)).toBe(said(first.err));
    expect(await sdkwright(...args, '--strict')).toMatchObject({ code: 1 });

    // What is said of a file in the folder is said once.
    writeFileSync(join(folder, 'warned/docs/errors.md'), 'ours');
    writeFileSync(join(folder, 'warned.config.yml'), 'spec: warned.yml\ndocs: false\n');
    const leaving = await sdkwright(...args);
    expect([leaving.code, leaving.err]).toEqual([0, expect.stringContaining('docs/errors.md')]);
    const left = await sdkwright(...args);
    expect([left.code, left.err]).toEqual([0, expect.not.stringContaining('docs/errors.md')]);
  });

  test('docs --serve', async () => {
    expect(await sdkwright('generate', '--spec', 'openapi.yml', '--out', 'site')).toMatchObject({ code: 0 });
    const server = spawn(
      process.execPath,
      [join(folder, 'node_modules/sdkwright/dist/cli/main.js'), 'docs', 'site', '--serve', '--port', '0'],
      { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    try {
      const url = await new Promise<string>((resolve, reject) => {
        let said = '';
        const listen = (chunk: unknown): void => {
          said += String(chunk);
          const found = /http:\/\/[\w.:]+/.exec(said)?.[0];
          if (found) resolve(found);
        };
        server.stdout.on('data', listen);
        server.stderr.on('data', listen);
        server.once('exit', () => reject(new Error(said)));
      });
      const answer = await fetch(url);
      expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('<title>')]);
    } finally {
      server.kill();
    }
  });
});

describe('help', () => {
  test.each([
    'generate',
    'check',
    'explain',
    'ir',
    'plan',
    'templates list',
    'templates eject',
    'templates check',
    'init',
    'config set',
    'config unset',
    'config rename',
    'config move',
    'config skip',
    'diff',
    'changelog',
    'upgrade',
    'docs',
    'studio',
    'completion',
  ])('%s --help has examples', async (command) => {
    const { code, out } = await sdkwright(...command.split(' '), '--help');
    expect([code, out]).toEqual([0, expect.stringContaining(`Examples:\n  $ `)]);
    expect(out).toContain(`sdkwright ${command}`);
  });

  test('the list of commands is the one that has examples; a wrong one is a wrong use', async () => {
    const { out } = await sdkwright('--help');
    expect([...out.matchAll(/^ {2}([a-z]+) /gm)].map((match) => match[1])).toEqual([
      'generate',
      'check',
      'explain',
      'ir',
      'plan',
      'templates',
      'init',
      'adopt',
      'config',
      'diff',
      'changelog',
      'upgrade',
      'docs',
      'studio',
      'completion',
      'help',
    ]);
    expect(await sdkwright('generat')).toMatchObject({ code: 2, err: expect.stringContaining('generate') });
  });

  test('the completion is a script that bash understands', async () => {
    const { out } = await sdkwright('completion', 'bash');
    const typed = [
      'sdkwright gen',
      'sdkwright templates e',
      'sdkwright check --format s',
      'sdkwright generate --st',
      'sdkwright completion z',
      'sdkwright generate --spec openap',
    ];
    const asked = typed.map(
      (line) =>
        `COMP_WORDS=(${line})\nCOMP_CWORD=$((${'$'}{#COMP_WORDS[@]}-1))\n$complete\necho "\${COMPREPLY[@]}"\n`,
    );
    writeFileSync(
      join(folder, 'completion.sh'),
      `${out}\ncomplete=$(complete -p sdkwright | sed 's/.*-F \\([^ ]*\\).*/\\1/')\n${asked.join('')}`,
    );
    expect(
      (await exec('bash', [join(folder, 'completion.sh')], { cwd: folder })).stdout.trim().split('\n'),
    ).toEqual(['generate', 'eject', 'sarif', '--strict', 'zsh', 'openapi.yml']);
  });
});

test('who stops listening hears no fault', async () => {
  const { stdout, stderr } = await exec(
    'bash',
    ['-c', 'node_modules/.bin/sdkwright ir --spec openapi.yml | head -c 10'],
    { cwd: folder },
  );
  expect([stdout.length, stderr]).toEqual([10, '']);
});

test.skipIf(!existsSync('/usr/bin/zsh'))('the completion is a script that zsh understands', async () => {
  writeFileSync(
    join(folder, 'completion.zsh'),
    `${(await sdkwright('completion', 'zsh')).out}\nprint -r -- $_comps[sdkwright]\nwords=(sdkwright templates ej) CURRENT=3\ncompadd() { print -r -- $matches }\n_bash_complete -F __sdkwright_complete\n`,
  );
  const { stdout } = await exec('zsh', ['-f', join(folder, 'completion.zsh')], {
    cwd: folder,
    env: { ...process.env, ZDOTDIR: folder },
  });
  expect(stdout).toContain('__sdkwright_complete');
});

const CONSUMER = `import { type Change, type Config, type Diagnostic, diff, generate, loadConfig, memoryIo } from 'sdkwright';

const made = await generate({ spec: 'openapi.yml', config: false });
const paths: readonly string[] = made.files.map((file) => file.path);
const faults: readonly Diagnostic[] = made.diagnostics.filter((one) => one.severity === 'error');
const changes: readonly Change[] | undefined = (await diff({ base: 'openapi.yml', revision: 'openapi.yml', config: false })).value;
const config: Config | undefined = (await loadConfig('own.yml', { io: memoryIo({ 'own.yml': 'organization: { name: shop }' }) })).value;
// @ts-expect-error there is no such option
await generate({ specification: 'openapi.yml' }).catch(() => undefined);
console.log(JSON.stringify([paths.includes('src/index.ts'), faults.length, changes?.length, config?.organization.name]));
`;

test('the functions have types and do what they say', async () => {
  writeFileSync(join(folder, 'use.ts'), CONSUMER);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        target: 'es2022',
        lib: ['es2022', 'dom', 'dom.iterable'],
        module: 'nodenext',
        moduleResolution: 'nodenext',
        types: [],
        skipLibCheck: false,
        outDir: 'out',
      },
      files: ['use.ts'],
    }),
  );
  const checked = await exec(
    process.execPath,
    [join(projectRoot, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json'],
    { cwd: folder },
  ).catch((error: { readonly stdout?: string }) => ({ stdout: error.stdout ?? '' }));
  expect(checked.stdout).toBe('');
  const { stdout } = await exec(process.execPath, ['out/use.js'], { cwd: folder, maxBuffer: 1 << 26 });
  expect(JSON.parse(stdout)).toEqual([true, 0, 0, 'shop']);
});

describe('docs/programmatic.md', () => {
  const examples = [
    ...readFileSync(join(projectRoot, 'docs/programmatic.md'), 'utf8').matchAll(/^```ts\n([\s\S]*?)^```$/gm),
  ].map((match) => match[1] ?? '');

  test('its examples have no fault of type, and run', async () => {
    expect(examples).toHaveLength(5);
    const files = examples.map((_, index) => `example-${index}.ts`);
    for (const [index, text] of examples.entries()) writeFileSync(join(folder, files[index] ?? ''), text);
    writeFileSync(
      join(folder, 'tsconfig.examples.json'),
      JSON.stringify({
        compilerOptions: {
          strict: true,
          target: 'es2022',
          module: 'nodenext',
          moduleResolution: 'nodenext',
          types: ['node'],
          typeRoots: [join(projectRoot, 'node_modules/@types')],
          skipLibCheck: true,
          outDir: 'out',
        },
        files,
      }),
    );
    const checked = await exec(
      process.execPath,
      [join(projectRoot, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.examples.json'],
      { cwd: folder },
    ).catch((error: { readonly stdout?: string }) => ({ stdout: error.stdout ?? '' }));
    expect(checked.stdout).toBe('');
    const said: string[] = [];
    for (const index of examples.keys())
      said.push((await exec(process.execPath, [`out/example-${index}.js`], { cwd: folder })).stdout.trim());
    expect(said).toEqual([
      'true',
      expect.stringMatching(/^major /m),
      expect.stringMatching(/^\S+ 0$/),
      '',
      expect.stringContaining('client.books.list()'),
    ]);
    expect(existsSync(join(folder, 'sdk-copy/src/index.ts'))).toBe(true);
    expect(readFileSync(join(folder, 'sdkwright.yml'), 'utf8')).toMatch(/^ {2}license: MIT$/m);
  });
});

describe('the action', () => {
  test('installs the version that it belongs to from the registry, and runs it', {
    timeout: 300_000,
  }, async () => {
    const upstream = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' })
      .trim()
      .replace(/\/$/, '');
    const bytes = readFileSync(tarball);
    const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
      readonly version: string;
    };
    const asked: string[] = [];
    // Knows this one package, and leads to the usual registry for all others.
    const server = createServer((request, response) => {
      const path = request.url ?? '';
      if (!path.startsWith('/sdkwright'))
        return void response.writeHead(302, { location: `${upstream}${path}` }).end();
      asked.push(path);
      if (path.endsWith('.tgz')) return void response.writeHead(200).end(bytes);
      const dist = {
        tarball: `http://${request.headers.host ?? ''}/sdkwright/-/sdkwright.tgz`,
        integrity: `sha512-${createHash('sha512').update(bytes).digest('base64')}`,
      };
      response.writeHead(200, { 'content-type': 'application/json' }).end(
        JSON.stringify({
          name: 'sdkwright',
          'dist-tags': { latest: manifest.version },
          versions: { [manifest.version]: { ...manifest, scripts: {}, dist } },
        }),
      );
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const registry =
      typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}/` : '';
    try {
      const clone = mkdtempSync(join(folder, 'clone-'));
      const git = (...args: readonly string[]): string =>
        execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
          cwd: clone,
          encoding: 'utf8',
        });
      git('init', '-q');
      const document = readFileSync(join(projectRoot, 'specs/bookshop/openapi.yml'), 'utf8');
      writeFileSync(join(clone, 'openapi.yml'), document);
      git('add', '.');
      git('commit', '-q', '-m', 'first');
      writeFileSync(join(clone, 'openapi.yml'), document.replace(/^ {2}\/genres:/m, '  /all-genres:'));
      const lines: string[] = [];
      const env = {
        ...process.env,
        npm_config_registry: registry,
        npm_config_cache: join(folder, 'npm-cache'),
        SDKWRIGHT_SPEC: 'openapi.yml',
        SDKWRIGHT_BASE: 'HEAD',
        SDKWRIGHT_COMMENT: 'false',
        RUNNER_TEMP: folder,
      };
      const code = await runAction({
        env,
        cwd: clone,
        log: (text) => void lines.push(text),
        fetch: globalThis.fetch,
      });
      expect([code, lines.join('\n')]).toEqual([
        1,
        expect.stringContaining('The change is major for users of the SDK'),
      ]);
      expect(asked).toEqual(['/sdkwright', '/sdkwright/-/sdkwright.tgz']);
    } finally {
      server.close();
    }
  });
});
