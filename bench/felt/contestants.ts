/** The packages that are compared, each built as it would be published, with a program that uses it. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PEERS, installPeer } from '../speed/peers.ts';
import { EMPTY, MARK, PROGRAMS } from './programs.ts';

const require = createRequire(join(process.cwd(), 'package.json'));
export const TYPESCRIPT = dirname(require.resolve('typescript/lib/tsc.js'));

/** What is published, by API. */
const PUBLISHED: Readonly<Record<string, string>> = { openai: '7.55.0', stripe: '23.1.0' };

export interface Contestant {
  readonly name: string;
  /** The user's project: `main.ts`, a tsconfig, and the package in `node_modules`. */
  readonly folder: string;
  /** The file that Node imports. */
  readonly entry: string;
  /** 1-based, in `main.ts`: behind `client.`. */
  readonly at: { readonly line: number; readonly offset: number };
}

export interface Place {
  readonly root: string;
  readonly work: string;
  readonly cache: string;
}

/** `document` is the API's. Who cannot make a package of it is left out, and said. */
export function contestants(api: string, document: string, place: Place): readonly Contestant[] {
  const makers: readonly (readonly [string, (into: string) => Package])[] = [
    ['sdkwright', (into) => ours(document, into, place)],
    ['npm', (into) => published(api, into, place)],
    ['hey-api', (into) => heyApi(document, into, place)],
    ['Redocly', (into) => redocly(document, into, place)],
    ['no SDK', nothing],
  ];
  return makers.flatMap(([name, make]): readonly Contestant[] => {
    const program = name === 'no SDK' ? EMPTY : PROGRAMS[api]?.[name];
    if (program === undefined) return [];
    const folder = join(place.work, api, name);
    // Compilers treat what is in `node_modules` otherwise.
    const into = join(folder, 'package');
    mkdirSync(into, { recursive: true });
    try {
      const { entry, remark } = make(into);
      mkdirSync(join(folder, 'node_modules'));
      renameSync(into, join(folder, 'node_modules/package'));
      const title = name === 'npm' ? `${api} ${PUBLISHED[api]}` : `${name}${remark ?? ''}`;
      return [project(title, folder, { entry: join(folder, 'node_modules/package', entry), program })];
    } catch (error) {
      console.log(`${name} is left out for ${api}: ${String(error).split('\n', 1)[0]}`);
      return [];
    }
  });
}

function project(
  name: string,
  folder: string,
  { entry, program }: { readonly entry: string; readonly program: string },
): Contestant {
  for (const types of ['@types/node', 'undici-types'])
    cpSync(join(process.cwd(), 'node_modules', types), join(folder, 'node_modules', types), {
      recursive: true,
    });
  const text = program.replace('PACKAGE', 'package');
  const before = text.slice(0, text.indexOf(MARK)).split('\n');
  writeFileSync(join(folder, 'main.ts'), text.replace(MARK, ''));
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        target: 'es2022',
        lib: ['es2022', 'dom', 'dom.iterable', 'dom.asynciterable'],
        module: 'nodenext',
        strict: true,
        skipLibCheck: true,
        noEmit: true,
        types: ['node'],
      },
      files: ['main.ts'],
    }),
  );
  return { name, folder, entry, at: { line: before.length, offset: (before.at(-1)?.length ?? 0) + 1 } };
}

const run = (args: readonly string[], cwd: string): string =>
  execFileSync(process.execPath, [...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
    env: { ...process.env, REDOCLY_TELEMETRY: 'off' },
  });

/** The file in the package that Node imports. */
interface Package {
  readonly entry: string;
  /** Goes with the name into the table. */
  readonly remark?: string;
}

function ours(document: string, into: string, { root, work }: Place): Package {
  const config = join(work, 'felt.yml');
  writeFileSync(
    config,
    `spec: ${JSON.stringify(document)}\ndocs: false\nfunctions: false\ntests: false\npackage_name: package\n`,
  );
  run([join(root, 'dist/cli/main.js'), 'generate', '--quiet', '--config', config, '--out', into], work);
  for (const name of ['build', 'cjs'])
    run([join(TYPESCRIPT, 'tsc.js'), '-p', `tsconfig.${name}.json`, '--skipLibCheck'], into);
  run(['scripts/finish-cjs.mjs'], into);
  return { entry: 'dist/esm/index.js' };
}

function published(api: string, into: string, { cache }: Place): Package {
  const bin = installPeer(cache, {
    name: `published ${api}`,
    packages: { [api]: PUBLISHED[api] ?? '' },
    command: () => ({ args: [] }),
  });
  if (bin === undefined) throw new Error('not installed');
  cpSync(join(bin, api), into, { recursive: true });
  return { entry: api === 'openai' ? 'index.mjs' : 'esm/stripe.esm.node.js' };
}

/** As the project's own version of it makes it, with names of files that Node can import. */
function heyApi(document: string, into: string, { root }: Place): Package {
  const config = join(into, 'openapi-ts.config.mjs');
  const output = { path: join(into, 'src'), importFileExtension: '.js' };
  writeFileSync(
    config,
    `export default ${JSON.stringify({ input: document, output, logs: { file: false } })};\n`,
  );
  run([join(root, 'node_modules/@hey-api/openapi-ts/bin/run.js'), '-f', config], root);
  return compiled(into);
}

function redocly(document: string, into: string, { cache }: Place): Package {
  const peer = PEERS.find((one) => one.name.startsWith('Redocly'));
  const bin = peer && installPeer(cache, peer);
  if (!peer || bin === undefined) throw new Error('not installed');
  mkdirSync(join(into, 'src'));
  const { args } = peer.command({ bin, input: document, out: join(into, 'src'), isFormatted: false });
  run(args, join(bin, '..'));
  if (!existsSync(join(into, 'src/client.ts'))) throw new Error('it made no client of this document');
  writeFileSync(join(into, 'src/index.ts'), "export * from './client.js';\n");
  return compiled(into);
}

function nothing(into: string): Package {
  mkdirSync(join(into, 'src'));
  writeFileSync(join(into, 'src/index.ts'), 'export default { nothing: 1 };\n');
  return compiled(into);
}

/**
 * `src` as a package of its own: what a careful user would publish of it. Makers give their entry in the
 * package.
 */
function compiled(into: string): Package {
  writeFileSync(
    join(into, 'package.json'),
    JSON.stringify({
      name: 'package',
      version: '1.0.0',
      type: 'module',
      exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
    }),
  );
  const options =
    '--target es2022 --module nodenext --declaration --strict --skipLibCheck --outDir dist --types node';
  const types = ['--typeRoots', join(process.cwd(), 'node_modules/@types')];
  const entry = 'dist/index.js';
  try {
    run([join(TYPESCRIPT, 'tsc.js'), ...options.split(' '), ...types, 'src/index.ts'], into);
    return { entry };
  } catch (error) {
    if (!existsSync(join(into, entry))) throw error;
    return { entry, remark: ' (does not type-check itself)' };
  }
}
